/** Headings before an enacting formula → the resolution's number, letter and titles. */
import type { Grammar } from '../language/types.js'
import { type Rich, rich, slice, trim } from '../model/block.js'
import type { Resolution, Title } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { type InlineContext, plainContent } from './inline.js'
import { enclose } from './place.js'

/**
 * Add the titles of a resolution.
 *
 * Given the headings above its enacting formula, and the resolution before it in
 * the document, if any. Ensures each heading is in one title.
 */
export function addTitles(
  resolution: Resolution,
  heads: readonly Item[],
  before: Resolution | undefined,
  context: InlineContext,
): void {
  const { grammar } = context
  let letter: Item | undefined
  for (const head of heads) {
    const line = wholeNumber(head.text.value, grammar)
    if (line) {
      if (letter) resolution.children.push(title(letter, undefined, 0, context))
      letter = head
      resolution.number = resolutionNumber(line)
      resolution.designation = line.groups?.designation ?? resolution.designation
    } else if (
      head.role === 'sectionHeading' ||
      head.role === 'designation' ||
      head.role === 'draftHeading'
    ) {
      if (letter) resolution.children.push(title(letter, undefined, 0, context))
      letter = head
      resolution.designation =
        head.title ?? (grammar.match('draftHeading', head.text.value)?.groups?.label || head.text.value)
    } else {
      const match = grammar.match('resolutionTitle', head.text.value)
      if (match) {
        resolution.number = resolutionNumber(match)
        resolution.designation = match.groups?.designation ?? resolution.designation
      }
      resolution.children.push(title(letter, head, match?.[0].length ?? 0, context))
      letter = undefined
    }
  }
  if (letter) resolution.children.push(title(letter, undefined, 0, context))
  // Lettered resolutions share the number that is printed above the first.
  if (before && before.designation !== null && resolution.designation !== null)
    resolution.number ??= before.number
}

/** The text is the number of a resolution and nothing else. */
export function wholeNumber(text: string, grammar: Grammar): RegExpMatchArray | null {
  const match = grammar.match('resolutionNumberLine', text)
  return match?.[0].length === text.length ? match : null
}

/** The number printed before a title, with its letter; null where a letter stands alone. */
export function resolutionNumber({ 0: printed, groups }: RegExpMatchArray): string | null {
  const { number, designation } = groups ?? {}
  if (number === undefined) return null
  const from = printed.indexOf(number)
  const letter = designation === undefined ? -1 : printed.indexOf(designation, from + number.length)
  return printed.slice(from, letter < 0 ? from + number.length : letter + (designation ?? '').length)
}

/** A title: its letter or number is the label, the rest its text. */
function title(
  letter: Item | undefined,
  own: Item | undefined,
  numberLength: number,
  context: InlineContext,
): Title {
  const text = own?.text ?? rich('')
  const label = letter?.text.value ?? (numberLength > 0 ? text.value.slice(0, numberLength).trim() : null)
  const words = behindLabel(text, numberLength)
  const children = plainContent(letter ? withNotesOf(letter.text, words) : words, context)
  return enclose({ type: 'title', label, children }, context.places.of((letter ?? own)?.block.text ?? text))
}

/** The words of a title behind its label, with the marks of notes on the label. */
export function behindLabel(text: Rich, length: number): Rich {
  if (length === 0) return text
  const label = { ...text, marks: text.marks.filter(({ start }) => start < length) }
  return withNotesOf(label, trim(slice(text, length)))
}

/** A text with the marks of notes on a label in front of it: a label is no content and has none. */
export function withNotesOf(label: Rich, text: Rich): Rich {
  const notes = label.marks.filter(({ kind }) => kind === 'noteReference')
  const marks = notes.map((mark) => ({ ...mark, start: 0, end: 0 }))
  return marks.length > 0 ? { ...text, marks: [...marks, ...text.marks] } : text
}
