/**
 * Blocks → the paragraphs of a negotiating text, each with what is before its words.
 *
 *     OP12 bis alt. [Welcomes the lamps; - G77] [pending]
 *     ^ number, suffix, alternative            ^ state
 */
import type { Negotiating, OptionLabel } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import { paragraphNumber } from '../language/openings.js'
import { type Block, type Rich, rich, slice, sourceOffset, trim } from '../model/block.js'
import type { ParagraphLabel, ParagraphState } from '../model/negotiation.js'

export interface Piece {
  /** The block that it is a part of. */
  block: Block
  text: Rich
  label: ParagraphLabel | null
  /** As printed, without its marks: `a`, `i`; '' for none. */
  letter: string
  /** It is a text for the paragraph above. */
  isAlternative: boolean
  /** The label of an option, and where it begins. */
  option: (OptionLabel & { start: number }) | null
  state: ParagraphState | null
  /** Where its state is said; null where it is not said. */
  mark: { start: number; end: number } | null
  /** Where it says what number it had. */
  oldNumber: { start: number; end: number } | null
  /** Columns before the first line of its source; -1 where there are none to count. */
  indent: number
  /** Words that stand out and are followed by the names of parties: they are theirs. */
  proposed: { start: number; end: number }[]
  isFormula: boolean
  isHeading: boolean
  /** Known words of the preamble open it. */
  opensPreamble: boolean
  /** Its number says that it is of a resolution: OP or PP is in it. */
  isOperative: boolean
}

/** A number with a capital behind it: a paragraph that was put between two numbers. */
const lettered = /^(?<value>\p{Nd}{1,3})(?<suffix>[A-Z])[.)](?=\s)/u
/** Brackets and italics before a label. */
const before = /^[\s[*“"]*/u
/** A mark of state, at the end or at the front. */
const markBehind = /[[(](?<words>[^[\]()]{1,60})[\])][\s.]*$/u
const markBefore = /^\s*[[(](?<words>[^[\]()]{1,60})[\])]\s+/u

/** Characters of a title in capitals. */
const longestTitle = 120

export interface Reading {
  openings: Openings
  words: Negotiating
  /** What the offsets of blocks point into. */
  source?: string | undefined
}

/** Split the text into its paragraphs; lines that open an option are paragraphs. */
export function piecesOf(blocks: readonly Block[], reading: Reading): Piece[] {
  return blocks.flatMap((block) => linesOf(block, reading).map((text) => pieceOf(block, text, reading)))
}

/**
 * Lines of one block that are paragraphs of their own: each option, and what goes on behind them with
 * less indentation.
 *
 *     **Option 1:** below two degrees,
 *     **Option 2:** below one degree,
 *   taking into account …
 */
function linesOf(block: Block, { words, source }: Reading): Rich[] {
  const { text } = block
  const cuts: number[] = []
  let indent = isOption(text.value, words) ? indentOf(text, 0, source) : -1
  for (const { at, start, end, place } of text.map) {
    // Where two lines were joined there is a character that has no place in the source.
    if (at === 0 || place || start !== end) continue
    const next = at + 1
    const column = indentOf(text, next, source)
    if (isOption(text.value.slice(next), words)) {
      cuts.push(next)
      indent = column
    } else if (indent > column && column >= 0) {
      cuts.push(next)
      indent = -1
    }
  }
  const starts = [0, ...cuts]
  return starts
    .map((start, index) => trim(slice(text, start, starts[index + 1])))
    .filter((one) => one.value !== '')
}

function isOption(value: string, words: Negotiating): boolean {
  return words.option(value, before.exec(value)?.[0].length ?? 0) !== null
}

/** Columns of white space before the line of the source on which a character is; -1 where that is not known. */
function indentOf(text: Rich, at: number, source: string | undefined): number {
  const offset = source === undefined ? undefined : sourceOffset(text, at)
  if (offset === undefined || source === undefined) return -1
  const line = source.lastIndexOf('\n', offset - 1) + 1
  return (/^[ \t]*/u.exec(source.slice(line, offset))?.[0] ?? '').replace(/\t/gu, '    ').length
}

function pieceOf(block: Block, text: Rich, { openings, words, source }: Reading): Piece {
  const { value } = text
  const fresh = words.newParagraph(value, before.exec(value)?.[0].length ?? 0) ?? 0
  const found = labelOf(text, fresh, openings)
  const label = found && 'label' in found ? found.label : null
  const letter = found?.letter ?? ''
  const isNew = label === null ? null : words.newBehind(value, label.end + spaceAt(value, label.end))
  if (label && isNew !== null) label.end = isNew
  const from = label?.end ?? 0
  const skipped = from + (before.exec(value.slice(from))?.[0].length ?? 0)
  const alternative = words.alternative(value, skipped)
  const option = words.option(value, skipped)
  const mark = markOf(value, from, words)
  return {
    block,
    text,
    label: alternative === null ? label : { ...(label ?? unnumbered), end: alternative, alternative: 'alt' },
    letter,
    isAlternative: alternative !== null || (label?.alternative ?? null) !== null,
    option: option && { ...option, start: skipped },
    state: mark?.state ?? null,
    mark: mark && { start: mark.start, end: mark.end },
    oldNumber: label === null ? null : oldNumberOf(value, from, words),
    indent: indentOf(text, 0, source),
    proposed: proposedIn(text, from, words),
    isFormula: openings.isFormula(value.replace(/^[\s*[]+/u, '')),
    isHeading: block.kind === 'heading' || (label === null && isCapitals(value)),
    opensPreamble: openings.lead(slice(text, from), 'preambular')?.known === true,
    isOperative: label !== null && label.value !== null && /^[\s[*]*(?:OP|PP)/iu.test(value),
  }
}

/** "**new words** (EU)": bold, but not all of the paragraph; or underlined or in italics, but not its opening. */
function proposedIn({ value, marks }: Rich, from: number, words: Negotiating): Piece['proposed'] {
  const found = marks.flatMap(({ kind, start, end }) => {
    const stands =
      kind === 'strong' ? start > from || end < value.length : kind === 'emphasis' && start > from
    if (!stands || start < from) return []
    const { 0: said = '', groups } = /^\s?\((?<names>[^()[\]]{1,80})\)/u.exec(value.slice(end)) ?? {}
    // "[*Encourages* (US)]": the brackets propose it already.
    const isBracketed =
      /[[/]\s*$/u.test(value.slice(0, start)) && /^\s*[,;]?\s*[/\]]/u.test(value.slice(end + said.length))
    const isNamed = groups?.names !== undefined && words.isParties(groups.names)
    return isNamed && !isBracketed ? [{ start, end }] : []
  })
  // Bold and underlined are one.
  return found.filter(
    ({ start, end }, at) => !found.slice(0, at).some((one) => one.start < end && start < one.end),
  )
}

/** A title that no sign marks: a few words in capitals. */
function isCapitals(value: string): boolean {
  return value.length < longestTitle && /\p{Lu}{4}/u.test(value) && !/\p{Ll}/u.test(value)
}

const unnumbered: ParagraphLabel = {
  end: 0,
  part: 'preambular',
  value: null,
  suffix: null,
  alternative: null,
}

function labelOf(
  text: Rich,
  fresh: number,
  openings: Openings,
): { label: ParagraphLabel; letter: string } | null {
  const bracketed = /^\s*\[(?<label>[^[\]]{1,24})\]\s+(?=\S)/u.exec(text.value)
  const inner = bracketed?.groups?.label
  if (bracketed && inner !== undefined && /\p{Nd}/u.test(inner)) {
    const inside = labelOf(rich(`${inner.trimEnd()} `), 0, openings)
    // "[17]" is the number that another number's paragraph had.
    if (inside && inside.label.end >= inner.trimEnd().length && inside.label.part !== 'sub')
      return { ...inside, label: { ...inside.label, end: bracketed[0].length } }
  }
  const rest = slice(text, fresh)
  const own = lettered.exec(rest.value)
  if (own)
    return {
      letter: '',
      label: {
        end: fresh + own[0].length,
        part: 'operative',
        value: Number(own.groups?.value),
        suffix: own.groups?.suffix ?? null,
        alternative: null,
      },
    }
  const found = openings.label(rest)
  if (!found) return null
  const printed = rest.value.slice(0, found.end)
  const end = fresh + found.end
  if (found.kind === 'label') {
    const letter = /[\p{L}\p{N}]+/u.exec(printed)?.[0] ?? ''
    return { letter, label: { end, part: 'sub', value: null, suffix: null, alternative: null } }
  }
  const skip = before.exec(printed)?.[0].length ?? 0
  const match =
    found.kind === 'preambularNumber' ? openings.grammar.match('preambularNumber', printed.slice(skip)) : null
  const number = match ? paragraphNumber(match) : found.number
  if (!number) return null
  const part = found.kind === 'preambularNumber' ? 'preambular' : 'operative'
  return { letter: '', label: { end, part, ...number } }
}

function spaceAt(value: string, at: number): number {
  return /^\s*/u.exec(value.slice(at))?.[0].length ?? 0
}

/** "15. [17] Decides …": the number that it had, behind the one it has. */
function oldNumberOf(value: string, from: number, words: Negotiating): Piece['oldNumber'] {
  const found = /^\s*\[(?<number>[^[\]]{1,40})\][.:]?\s*/u.exec(value.slice(from))
  const number = found?.groups?.number
  return found && number !== undefined && words.isOldNumber(number)
    ? { start: from, end: from + found[0].length }
    : null
}

/** What says how far a paragraph is, behind its words or before them. */
function markOf(
  value: string,
  from: number,
  words: Negotiating,
): { state: ParagraphState; start: number; end: number } | null {
  const behind = markBehind.exec(value)
  const state = behind && words.state(behind.groups?.words ?? '')
  if (behind && state) {
    const start = value.slice(0, behind.index).trimEnd().length
    return { state, start: Math.max(start, from), end: value.length }
  }
  const front = markBefore.exec(value.slice(from))
  const said = front && words.state(front.groups?.words ?? '')
  return front && said ? { state: said, start: from, end: from + front[0].length } : null
}
