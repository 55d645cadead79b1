/**
 * Split blocks at lines that open a paragraph of their own, and join the other
 * lines: tools that drop empty lines run paragraphs together.
 *
 * After it: no text holds a line end, and white space is single spaces.
 */

import { latinDigits } from '../language/script.js'
import type { Grammar } from '../language/types.js'
import { type Block, slice, trim } from '../model/block.js'
import { joinLines, wordsOf } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { goesOn, isClosed, startOf } from './starts.js'

export function splitLines(blocks: Block[], { grammar }: Context): Block[] {
  const result: Block[] = []
  const divided = blocks.some(({ text }) => /\p{Ll}-\n\p{Ll}/u.test(text.value))
  const words = divided ? wordsOf(blocks.map(({ text }) => text.value)) : undefined
  const isParted = !grammar.capitals && partsParagraphs(blocks, grammar)
  let last = 0
  for (const block of blocks) {
    if (!isFlow(block)) {
      // The lines of front matter are YAML's.
      const whole = block.text.value === '' || block.furniture === 'frontMatter'
      result.push(whole ? block : { ...block, text: joinLines(block.text, grammar, words) })
      continue
    }
    const { value } = block.text
    const cuts = [0, ...lineStarts(block, grammar, last, isParted), value.length]
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const piece = part(block, [from, cuts[index + 1] ?? value.length], grammar, words)
      result.push(piece)
      const number = grammar.match('operativeNumber', piece.text.value)?.groups?.value
      last = Number(latinDigits(number ?? '')) || last
    }
  }
  return result
}

function part(
  block: Block,
  [from, to]: readonly [from: number, to: number],
  grammar: Grammar,
  words: ReadonlySet<string> | undefined,
): Block {
  const text = joinLines(trim(slice(block.text, from, to)), grammar, words)
  if (from === 0) return { ...block, text }
  const { pageStart: _, ...rest } = block
  return { ...rest, text, gap: false }
}

/**
 * The source parts paragraphs: more blocks open as one than lines inside of
 * them. Where no capital tells the two apart, such a line is a wrapped one.
 */
function partsParagraphs(blocks: readonly Block[], grammar: Grammar): boolean {
  let [opening, inside] = [0, 0]
  for (const block of blocks) {
    if (!isFlow(block)) continue
    block.text.value.split('\n').forEach((line, index, all) => {
      if (startOf(line.trim(), grammar)?.kind !== 'opener') return
      if (index === 0) opening++
      else if (isClosed((all[index - 1] ?? '').trim())) inside++
    })
  }
  return opening > inside
}

/** Offsets of the lines at which a new paragraph begins. */
function lineStarts(
  { text, source }: Block,
  grammar: Grammar,
  lastNumber: number,
  isParted: boolean,
): number[] {
  const { value } = text
  // A source that marks its paragraphs (Word) says that a label and the line below it are one.
  const isMarked = source?.paragraph !== undefined
  if (!value.includes('\n')) return []
  const starts: number[] = []
  let last = lastNumber
  const first = startOf(value.slice(0, 200).replace(/\s+/gu, ' '), grammar)
  if (first?.value !== undefined) last = first.value
  let from = 0
  let end = value.indexOf('\n')
  while (end !== -1) {
    const before = value.slice(from, end).trim()
    const next = value.indexOf('\n', end + 1)
    const line = value.slice(end + 1, next === -1 ? value.length : next).trim()
    // A label with its text on the next line opens no paragraph there.
    const bare = startOf(`${before} `, grammar)?.kind === 'number' && /^\S{1,8}$/u.test(before)
    const found = bare ? null : startOf(line, grammar)
    const start = isParted && found?.kind === 'opener' ? null : found
    const inList = start?.kind === 'label' && goesOn(value.slice(starts.at(-1) ?? 0, end), line)
    if (start && !inList && opens(start.kind, start.value, before, last)) {
      starts.push(end + 1)
      if (start.value !== undefined) last = start.value
    } else if (!start && isHeading(before, line, lineAt(value, next), last, grammar)) {
      starts.push(end + 1)
    } else if (starts.at(-1) === from || from === 0) {
      const heading = startOf(before, grammar)?.kind === 'structure'
      const titled = isMarked && heading && next === -1 && isTitledSection(`${before} ${line}`, grammar)
      if (heading && line !== '' && !titled) starts.push(end + 1)
    }
    from = end + 1
    end = next
  }
  return starts
}

/** A section's label with its title on the line below is one heading. */
function isTitledSection(text: string, grammar: Grammar): boolean {
  return !isClosed(text) && grammar.match('sectionHeading', text)?.[0].length === text.length
}

/** A line between the end of one paragraph and the number of the next, that ends as no sentence does. */
function isHeading(before: string, line: string, after: string, last: number, grammar: Grammar): boolean {
  if (!isClosed(before) || isClosed(line) || !/^[\p{Lu}\p{Lo}]/u.test(line)) return false
  return startOf(after, grammar)?.value === last + 1
}

/** The line after a line end; empty if there is none. */
function lineAt(value: string, end: number): string {
  if (end === -1) return ''
  const next = value.indexOf('\n', end + 1)
  return value.slice(end + 1, next === -1 ? value.length : next).trim()
}

function opens(kind: string, value: number | undefined, before: string, last: number): boolean {
  if (kind === 'structure') return isClosed(before)
  // A wrapped line may begin with a figure and a stop; only the next number opens a paragraph.
  if (kind === 'number') return value === last + 1 || (value === 1 && isClosed(before))
  return isClosed(before)
}
