/**
 * Set aside what the page added: page numbers, running headers, job numbers,
 * bar codes, recycling notices, rules.
 *
 * After it: no flow block holds a line of furniture; each is in a block of
 * kind `furniture`, where it was.
 */

import type { Grammar } from '../language/types.js'
import { type Block, furnitureOf, slice, trim } from '../model/block.js'
import type { FurnitureKind } from '../model/tree/types.js'
import { type Context, isFlow } from './pass.js'
import { isMastheadOrgan } from './starts.js'

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

export function stripFurniture(blocks: Block[], { grammar, openings }: Context): Block[] {
  const result: Block[] = []
  const repeated = repeatedHeaders(blocks)
  const firstLines = symbolLines(blocks, grammar)
  let symbol: string | undefined
  let inBody = false
  let headerOpen = false
  let afterJob = false
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
    if (afterJob && printersDate.test(value)) {
      result.push(furniture(block, 'jobNumber'))
      continue
    }
    const own = inBody ? undefined : ownNumber(blocks, index, symbol, grammar)
    const kept = lines(block, grammar, { symbol: inBody ? symbol : undefined, own })
    afterJob = furnitureOf(kept.at(-1)) === 'jobNumber'
    symbol ??= value
      .split('\n')
      .map((text) => symbolOf(text, grammar))
      .find((text) => text !== undefined)
    result.push(...kept)
    inBody ||=
      kept.some((part) => isFlow(part) && openings.isFormula(part.text.value.replace(/\s+/gu, ' '))) &&
      !isMastheadOrgan(blocks, index, openings)
  }
  return result
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
  return ['pageNumber', 'jobNumber'].some((id) => grammar.match(id, value)?.[0].length === value.length)
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

function symbolOf(value: string, grammar: Grammar): string | undefined {
  if (value.length > 60 || !value.includes('/')) return undefined
  const match = grammar.match('symbolLine', value)
  return match && match[0].length === value.length ? value.replace(/[\s*]/gu, '') : undefined
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

/** Cut the lines of furniture out of a block; `own` is a line that is none. */
function lines(
  block: Block,
  grammar: Grammar,
  { symbol, own }: { symbol: string | undefined; own: string | undefined },
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
    const kind = isDate ? 'jobNumber' : line === own ? undefined : furnitureKind(line, grammar, symbol)
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
): FurnitureKind | undefined {
  if (line.length === 0 || line.length > longestHeader) return undefined
  for (const [id, kind] of patterns) {
    if (grammar.match(id, line)?.[0].length === line.length) return kind
  }
  if (symbol !== undefined && symbolOf(line, grammar) === symbol) return 'runningHeader'
  return undefined
}

function furniture(block: Block, kind: FurnitureKind): Block {
  return { ...block, kind: 'furniture', furniture: kind }
}
