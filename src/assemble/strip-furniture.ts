/**
 * Set aside what the page added: page numbers, running headers, job numbers,
 * bar codes, recycling notices, rules.
 *
 * After it: no flow block holds a line of furniture; each is in a block of
 * kind `furniture`, where it was.
 */

import type { Openings } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, furnitureOf, slice, trim } from '../model/block.js'
import type { FurnitureKind } from '../model/tree/types.js'
import { furniture, squeezed, symbolOf } from './furniture.js'
import { lineEnds } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { cutTitles, isTitle, titlesOf } from './running-titles.js'
import { isMastheadOrgan, mastheadFields } from './starts.js'

/** A header line repeats the symbol and a title cut to fit: longer text is a paragraph. */
const longestHeader = 160
/** The day on which a job was printed is beside its number. */
const printersDate = /^\d{6}$/u
/** Set this far right on the line of a running header, text belongs to the header. */
const headerIndent = 20

const patterns: readonly (readonly [id: string, kind: FurnitureKind])[] = [
  ['pageNumber', 'pageNumber'],
  ['jobNumber', 'jobNumber'],
  ['barCode', 'barCode'],
  ['recycling', 'recycling'],
  ['footnoteRule', 'rule'],
]

export function stripFurniture(source: Block[], { grammar, openings }: Context): Block[] {
  const blocks = apartFromFront(source, openings)
  const result: Block[] = []
  const repeated = repeatedHeaders(blocks)
  const firstLines = symbolLines(blocks, grammar)
  const numbers = numbersOf(blocks)
  let symbol: string | undefined
  let inBody = false
  let headerOpen = false
  let afterJob = false
  // Tools that read a page column by column put other lines between a job's number and its day.
  let pageHasJob = false
  let titles: readonly string[] = []
  let bodyFrom = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'rule' && block.text.value !== '') {
      result.push(furniture(block, 'rule'))
      continue
    }
    if (block.kind === 'furniture' && block.furniture === undefined) {
      // A reader that knows headers and footers does not know what they say.
      const kind = furnitureKind(block.text.value, grammar, symbol)
      const isDate = kind === undefined && afterJob && printersDate.test(block.text.value)
      afterJob = kind === 'jobNumber'
      result.push(furniture(block, isDate ? 'jobNumber' : (kind ?? 'runningHeader')))
      continue
    }
    if (!isFlow(block)) {
      result.push(block)
      continue
    }
    const value = block.text.value
    // On the line of a running header, what is far right of the symbol is the title, cut to fit.
    headerOpen =
      headerOpen &&
      !block.gap &&
      !block.pageStart &&
      (block.indent ?? 0) >= headerIndent &&
      value.length < longestHeader
    if (headerOpen || firstLines.has(block) || (block.pageStart && repeated.has(value))) {
      result.push(furniture(block, 'runningHeader'))
      headerOpen = true
      continue
    }
    const line = symbolOf(value, grammar)
    if (line !== undefined) {
      if (line === symbol) {
        result.push(furniture(block, 'runningHeader'))
        headerOpen = true
        continue
      }
      symbol ??= line
    }
    pageHasJob = pageHasJob && block.pageStart !== true
    if (pageHasJob && printersDate.test(value)) {
      result.push(furniture(block, 'jobNumber'))
      continue
    }
    if (!inBody && opensBody(blocks, index, openings)) {
      inBody = true
      bodyFrom = result.length
      titles = titlesOf(result, openings)
    }
    const own = inBody ? undefined : ownNumber(blocks, index, symbol, grammar)
    const isNumber = (line: string) => line === own || numbers.has(line)
    const kept = lines(block, grammar, { symbol: inBody ? symbol : undefined, isNumber, titles })
    pageHasJob ||= kept.some((part) => furnitureOf(part) === 'jobNumber')
    symbol ??= value
      .split('\n')
      .map((text) => symbolOf(text, grammar) ?? (index === 0 ? symbolOf(lastWord(text), grammar) : undefined))
      .find((text) => text !== undefined)
    result.push(...kept)
  }
  return [...result.slice(0, bodyFrom), ...cutTitles(result.slice(bodyFrom), titles, symbol, grammar)]
}

/** The symbol stands right on the first line of a masthead, behind the name of the organization. */
function lastWord(line: string): string {
  return /\S+$/u.exec(line.trim())?.[0] ?? ''
}

/** Where a tool ran the front and the body together: what a running header repeats is known where the body begins. */
function apartFromFront(blocks: readonly Block[], openings: Openings): Block[] {
  const index = blocks.findIndex(
    (block, place) =>
      isFlow(block) && (opensBody(blocks, place, openings) || formulaAt(block.text.value, openings) > 0),
  )
  const block = blocks[index]
  const at = block ? formulaAt(block.text.value, openings) : -1
  if (!block || at < 1) return [...blocks]
  return [
    ...blocks.slice(0, index),
    { ...block, text: trim(slice(block.text, 0, at)) },
    { ...block, text: trim(slice(block.text, at)), gap: false, pageStart: false },
    ...blocks.slice(index + 1),
  ]
}

/** The block is the enacting formula, or begins with it. */
function opensBody(blocks: readonly Block[], index: number, openings: Openings): boolean {
  const { value } = (blocks[index] as Block).text
  if (openings.isFormula(squeezed(value))) return !isMastheadOrgan(blocks, index, openings)
  return formulaAt(value, openings) === 0
}

/** Where a line begins that is the enacting formula, with more around it but no field of a masthead below it; -1 if nowhere. */
function formulaAt(value: string, openings: Openings): number {
  const lines = lineEnds(value)
  if (lines.length === 1) return -1
  const at = lines.findIndex(
    ([start, end]) => end - start < longestHeader && openings.isFormula(squeezed(value.slice(start, end))),
  )
  const line = lines[at]
  const next = lines[at + 1]
  if (!line) return -1
  const below = next ? value.slice(next[0], next[1]).trim() : ''
  return below !== '' && openings.grammar.matchAny(mastheadFields, below) ? -1 : line[0]
}

/** The first line of a page, where the symbol is one of its columns. */
function symbolLines(blocks: readonly Block[], grammar: Grammar): Set<Block> {
  const found = new Set<Block>()
  let line: Block[] = []
  let afterFoot = false
  const close = () => {
    const isHeader =
      line.length > 1 && line.some((block) => symbolOf(block.text.value, grammar) !== undefined)
    if (isHeader) for (const block of line) found.add(block)
    line = []
  }
  for (const block of blocks) {
    const isShort = isFlow(block) && block.text.value.length < longestHeader
    if (block.pageStart || afterFoot) {
      close()
      if (isShort) line = [block]
    } else if (line.length > 0 && isShort && !block.gap && (block.indent ?? 0) >= headerIndent)
      line.push(block)
    else close()
    afterFoot = isShort && isFoot(block.text.value, grammar)
  }
  close()
  return found
}

/** What ends a page: after it, the next one begins, form feed or none. */
function isFoot(value: string, grammar: Grammar): boolean {
  return ['pageNumber', 'jobNumber'].some((id) => grammar.isWhole(id, value))
}

/** Lines that open more than one page are headers, whatever they say. */
function repeatedHeaders(blocks: readonly Block[]): Set<string> {
  const count = new Map<string, number>()
  for (const { pageStart, text } of blocks) {
    if (pageStart && text.value.length < longestHeader && text.value !== '')
      count.set(text.value, (count.get(text.value) ?? 0) + 1)
  }
  return new Set([...count].filter(([, times]) => times > 1).map(([value]) => value))
}

/**
 * Numbers that look like a page's and are resolutions': of one session, which is the first figure, or with the larger
 * figure first (`91/14`). Of pages it is the second that stays.
 */
function numbersOf(blocks: readonly Block[]): ReadonlySet<string> {
  const found = blocks
    .filter(isFlow)
    .flatMap(({ text }) => text.value.split('\n'))
    .flatMap((line) => {
      const [own, first, second] = /^(\d{1,4})\/(\d{1,3})$/u.exec(line.trim()) ?? []
      return own === undefined ? [] : [{ own, first: Number(first), second: Number(second) }]
    })
  const [firsts, seconds] = [found.map(({ first }) => first), found.map(({ second }) => second)]
  const isSeries = new Set(firsts).size === 1 && new Set(seconds).size > 1
  const isPage = ({ first, second }: (typeof found)[number]) =>
    first <= second || found.some((other) => other.second === second && other.first !== first)
  return new Set(found.filter((one) => isSeries || !isPage(one)).map(({ own }) => own))
}

/** The number of the resolution, which looks like a page's (3/14): the symbol ends with it, or who adopted it is above. */
function ownNumber(
  blocks: readonly Block[],
  index: number,
  symbol: string | undefined,
  grammar: Grammar,
): string | undefined {
  const [line = ''] = blocks[index]?.text.value.split('\n') ?? []
  if (symbol?.endsWith(`/${line}`)) return line
  let at = index - 1
  while (at >= 0 && !isFlow(blocks[at] as Block)) at--
  const above = blocks[at]?.text.value ?? ''
  return grammar.matchAny(['provenance', 'provenanceNote'], above) ? line : undefined
}

/** Cut the lines of furniture out of a block; the number of a resolution is none. */
function lines(
  block: Block,
  grammar: Grammar,
  {
    symbol,
    isNumber,
    titles,
  }: { symbol: string | undefined; isNumber: (line: string) => boolean; titles: readonly string[] },
): Block[] {
  const { value } = block.text
  const parts: Block[] = []
  let from = 0
  let start = 0
  const keep = (to: number) => {
    const text = trim(slice(block.text, from, to))
    if (text.value !== '') parts.push({ ...block, text, ...(parts.length > 0 ? { pageStart: false } : {}) })
  }
  while (start <= value.length) {
    let end = value.indexOf('\n', start)
    if (end === -1) end = value.length
    const line = value.slice(start, end).trim()
    const isDate = furnitureOf(parts.at(-1)) === 'jobNumber' && from === start - 1 && printersDate.test(line)
    const kind = isDate
      ? 'jobNumber'
      : isNumber(line)
        ? undefined
        : furnitureKind(line, grammar, symbol, titles)
    if (kind) {
      keep(start)
      parts.push(furniture({ ...block, text: trim(slice(block.text, start, end)) }, kind))
      from = end
    }
    start = end + 1
  }
  if (from === 0) return [block]
  keep(value.length)
  return parts
}

function furnitureKind(
  line: string,
  grammar: Grammar,
  symbol: string | undefined,
  titles: readonly string[] = [],
): FurnitureKind | undefined {
  if (line.length === 0 || line.length > longestHeader) return undefined
  for (const [id, kind] of patterns) {
    if (grammar.isWhole(id, line)) return kind
  }
  if (symbol === undefined) return undefined
  if (symbolOf(line, grammar) === symbol) return 'runningHeader'
  // What stands left and right at the head or the foot of a page may be copied as one line.
  const [, first, rest] = /^(\S+)\s+(.+)$/u.exec(line) ?? []
  const [, before, last] = /^(.+?)\s+(\S+)$/u.exec(line) ?? []
  if (first === undefined || rest === undefined || before === undefined || last === undefined)
    return undefined
  if (
    (symbolOf(first, grammar) === symbol && isTitle(rest, titles)) ||
    (symbolOf(last, grammar) === symbol && isTitle(before, titles))
  )
    return 'runningHeader'
  const isFootOf = (page: string, job: string) =>
    grammar.isWhole('pageNumber', page) && grammar.isWhole('jobNumber', job)
  return isFootOf(first, rest) || isFootOf(last, before) ? 'pageNumber' : undefined
}
