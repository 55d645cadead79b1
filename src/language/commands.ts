/** The paragraphs of an amending document, told apart: commands, and the text that they give. */
import { type Block, concat, type Rich, rich, slice, trim } from '../model/block.js'
import type { Amending } from './amending.js'
import type { Edit } from './amending-clause.js'
import { askedOf } from './amending-clauses.js'
import type { Masked } from './quotations.js'

/** An item's number: `3.`, `12)`. */
export const itemNumber = /^(?<n>\p{Nd}{1,3})[.)．](?:\s+|$)/u
/** The number or letter of a paragraph that is given, a Latin numeral behind it too. */
const printedLabel = /^(?<label>\(?(?:\p{Nd}{1,3}(?: \p{Ll}{3,9})?|\p{L}{1,4})[.)]|[–—•])\s+(?=\S)/u

/** A paragraph of the document, its number apart. */
export interface Piece {
  /** The number of the block that it begins in. */
  block: number
  /** An empty line, or the source's own paragraph mark, is before it. */
  gap: boolean
  n: string | null
  text: Rich
  /** With its number. */
  whole: Rich
}

/** The paragraphs, with a number that has its line to itself put before the text it counts. */
export function piecesOf(blocks: readonly Block[], amending: Amending): Piece[] {
  const lines = blocks.flatMap(({ kind, text, gap = false }, block) =>
    kind === 'paragraph' || kind === 'heading'
      ? splitAtCommand(trim(text), amending).map((part) => ({ part, gap, block }))
      : [],
  )
  const texts = lines.map(({ part }) => part)
  const pieces: Piece[] = []
  for (let at = 0; at < texts.length; at++) {
    let whole = texts[at] as Rich
    const { gap = false, block = 0 } = lines[at] ?? {}
    if (whole.value === '') continue
    const next = texts[at + 1]
    if (next && itemNumber.exec(whole.value)?.[0].length === whole.value.length) {
      whole = concat(whole, rich(' '), next)
      at++
    }
    // Quoted words that have a paragraph of their own, and what goes on behind them.
    while (at + 1 < texts.length && goesOn(whole.value, texts[at + 1]?.value ?? '', amending)) {
      whole = concat(whole, rich(' '), texts[at + 1] as Rich)
      at++
    }
    const number = itemNumber.exec(whole.value)
    const text = number ? slice(whole, number[0].length) : whole
    pieces.push({ block, gap, n: number?.groups?.n ?? null, text, whole })
  }
  return pieces
}

/**
 * A command on a line of its own under a title, where no empty line parts them.
 *
 *     Safety of lamps in harbours
 *     Delete operative paragraph 9.
 */
function splitAtCommand(text: Rich, amending: Amending): Rich[] {
  for (const { at, start, end, place } of text.map) {
    // Where two lines were joined there is a character that has no place in the source.
    if (at === 0 || place || start !== end) continue
    const line = slice(text, at + 1)
    if (isCommand(line.value.replace(itemNumber, ''), amending)) return [trim(slice(text, 0, at)), line]
  }
  return [text]
}

/** Opens as a command does, by paragraphs with their numbers and what is done in them, read or not. */
export function opensAsCommand({ value }: Rich, amending: Amending): boolean {
  const tokens = amending.tokens(amending.mask(value.replace(itemNumber, '')).text, 0)
  const at = tokens.findIndex(({ role }) => role === 'target')
  const isNumbered = tokens[at]?.labels?.some((label) => /\d/u.test(label)) === true
  return (
    isNumbered &&
    tokens.slice(0, at).every(({ role }) => role === 'relation' || role === 'verb') &&
    tokens.slice(at + 1).some(({ role }) => role === 'words' || role === 'verb' || role === 'colon')
  )
}

function isCommand(value: string, amending: Amending): boolean {
  const { text } = amending.mask(value)
  const asked = askedOf(amending.tokens(text, 0), [], text.length)
  return asked !== null && asked.edits.length > 0
}

/** A sentence whose quoted words are paragraphs of their own is not at its end. */
function goesOn(before: string, next: string, amending: Amending): boolean {
  const isQuoted = amending.quotes.some(([open]) => next.startsWith(open))
  if (!isQuoted && !/^\p{Ll}/u.test(next)) return false
  const { text } = amending.mask(before.replace(itemNumber, ''))
  const tokens = amending.tokens(text, 0)
  if (isQuoted) return askedOf(tokens, [], text.length)?.awaits === true
  const [last] = tokens.slice(-1)
  // Its last phrase is a comma or "and", perhaps in front of it.
  return last?.role === 'joint' && last.end === text.length && tokens.length > 1
}

/** Sentences that ask for changes. */
export interface ReadCommand {
  masked: Masked
  /** Where the last ends in the text; what is behind is given by it. */
  end: number
  /** What each asks for. */
  edits: Edit[]
  /** Behind it are new paragraphs, or paragraphs that are quoted for the reader alone. */
  follows?: 'text' | 'quoted' | undefined
  /** The paragraphs that the edits behind it are in, where it names no more than them. */
  about?: string[]
}

/**
 * Read a paragraph, its number apart, as sentences that ask for changes; null where it is none.
 *
 * Given the paragraphs that a heading above it names.
 */
export function readCommand(
  { value }: Rich,
  amending: Amending,
  about: readonly string[] = [],
): ReadCommand | null {
  const masked = amending.mask(value)
  const { text } = masked
  const edits: Edit[] = []
  // Edits of the paragraphs in a heading may have letters.
  const letter = about.length > 0 ? (labelOf(text)?.end ?? 0) : 0
  for (let at = letter; ; ) {
    const asked = askedOf(amending.tokens(text, at), about, text.length)
    if (!asked || asked.awaits) return null
    const end = masked.at(asked.end)
    if (asked.about && asked.edits.length === 0)
      return edits.length > 0 ? null : { masked, end, edits, about: asked.about }
    edits.push(...asked.edits)
    if (asked.follows || /^\s*$/u.test(text.slice(asked.end)))
      return { masked, end, edits, follows: asked.follows, ...(asked.about ? { about: asked.about } : {}) }
    at = asked.end
  }
}

/** The printed number or letter of a paragraph that is given, and where its words begin. */
export function labelOf(text: string): { label: string; end: number } | null {
  const found = printedLabel.exec(text)
  return found?.groups?.label !== undefined && !/^\p{Lu}\p{L}/u.test(found[0])
    ? { label: found.groups.label, end: found[0].length }
    : null
}
