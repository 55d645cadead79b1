/** The paragraphs of an amending document, told apart: commands, and the text that they give. */
import { type Block, concat, type Rich, rich, slice, trim } from '../model/block.js'
import type { Amending, FormMatch } from './amending.js'
import { type Masked, mask } from './quotations.js'

/** An item's number: `3.`, `12)`. */
export const itemNumber = /^(?<n>\p{Nd}{1,3})[.)．](?:\s+|$)/u
/** The number or letter of a paragraph that is given. */
const printedLabel = /^(?<label>\(?(?:\p{Nd}{1,3}|\p{L}{1,4})[.)]|[–—•])\s+(?=\S)/u

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

function isCommand(value: string, amending: Amending): boolean {
  const { text } = mask(value, amending.quotes)
  if (amending.command(text)) return true
  const inside = amending.inside(text)
  return inside !== null && editsOf(text, inside.end, amending) !== null
}

/** A sentence of edits whose quoted words are paragraphs of their own is not at its end. */
function goesOn(before: string, next: string, amending: Amending): boolean {
  const isQuoted = amending.quotes.some(([open]) => next.startsWith(open))
  const sentence = mask(before.replace(itemNumber, ''), amending.quotes).text
  if (isQuoted) return amending.wordsFollow(sentence)
  const inside = amending.inside(sentence)
  return inside !== null && /[,;]$|[,;] \p{Ll}+$/u.test(sentence) && /^\p{Ll}/u.test(next)
}

/** A sentence that asks for a change. */
export interface ReadCommand {
  masked: Masked
  /** Where it ends in the text; what is behind is given by it. */
  end: number
  /** What it asks for, or what its sentence of edits does. */
  asks: FormMatch | { target: string; edits: FormMatch[] }
  /** Behind it are new paragraphs, or paragraphs that are quoted for the reader alone. */
  follows?: 'text' | 'quoted' | undefined
}

/** Read a paragraph, its number apart, as a command; null where no form fits it. */
export function readCommand(text: Rich, amending: Amending): ReadCommand | null {
  const masked = mask(text.value, amending.quotes)
  const command = amending.command(masked.text)
  if (command) return { masked, end: masked.at(command.end), asks: command, follows: command.form.follows }
  const inside = amending.inside(masked.text)
  const edits = inside && editsOf(masked.text, inside.end, amending)
  return edits ? { masked, end: text.value.length, asks: { target: inside.target, edits } } : null
}

/** The printed number or letter of a paragraph that is given, and where its words begin. */
export function labelOf(text: string): { label: string; end: number } | null {
  const found = printedLabel.exec(text)
  return found?.groups?.label !== undefined && !/^\p{Lu}\p{L}/u.test(found[0])
    ? { label: found.groups.label, end: found[0].length }
    : null
}

/** All edits of a sentence, to its end; null where there is something else in it. */
function editsOf(text: string, from: number, amending: Amending): FormMatch[] | null {
  const edits: FormMatch[] = []
  let at = from
  for (;;) {
    const edit = amending.edit(text, at)
    if (!edit) return null
    edits.push(edit)
    if (/^\s*[.;]?\s*$/u.test(text.slice(edit.end))) return edits
    const joint = amending.editJoint(text, edit.end)
    if (joint === null) return null
    at = joint
  }
}
