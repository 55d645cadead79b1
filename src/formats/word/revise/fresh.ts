/** A paragraph of the new document, as it is to be printed: its characters with their looks and notes. */
import type { Element } from '../../xml/xml.js'
import { lengthOf, type Paragraph } from '../package/manuscript.js'
import type { Inserted, NoteOf } from './edit.js'
import { type Equation, equationOf, equationSource } from './equations.js'
import { type Field, fieldsOf } from './fields.js'
import type { Look } from './run-look.js'

export interface Unit {
  look: Look
  /** The note that it stands for. */
  note: NoteOf | undefined
  /** It is of a mark that was typed, behind such a note. */
  isMark: boolean
  /** It is of a figure that refers to a note once more. */
  isFurther?: boolean | undefined
  /** It is of the result of one. */
  field?: Field | undefined
  /** It is of one, which has it with other units. */
  equation?: Equation | undefined
}

export interface Fresh {
  text: string
  units: Unit[]
  /** Codes of fields in it that Word computes, whose results the file has not. */
  empty?: readonly string[] | undefined
}

const plain: Look = { emphasis: false, strong: false, superscript: false }

/** Look and note of each character of a paragraph. */
export function unitsOf(paragraph: Paragraph): Fresh['units'] {
  const fields = fieldsOf(paragraph.element)
  const equations = new Map<Element, Equation>()
  const equation = (piece: Element) => {
    const element = equationOf(piece)
    if (!element) return undefined
    const found = equations.get(element) ?? { part: paragraph.part, element }
    equations.set(element, found)
    return found
  }
  return paragraph.pieces.flatMap((piece) => {
    const note = piece.text === '' ? piece.note : undefined
    const unit = {
      look: piece.look,
      note,
      isMark: piece.note !== undefined && !note,
      isFurther: piece.isFurther,
      field: fields.get(piece.element),
      equation: equation(piece.element),
    }
    return Array.from({ length: lengthOf(piece) }, () => unit)
  })
}

/** The characters of a new paragraph, its automatic number typed in front. */
export function freshOf(paragraph: Fresh & { label: string }): Fresh {
  const label = [...paragraph.label].flatMap((char) =>
    Array.from({ length: char.length }, () => ({ look: plain, note: undefined, isMark: false })),
  )
  const { text, units, empty } = paragraph
  return { text: paragraph.label + text, units: [...label, ...units], empty }
}

export function cut({ text, units, empty }: Fresh, from: number, to = text.length): Fresh {
  return { text: text.slice(from, to), units: units.slice(from, to), empty }
}

/** A stretch of it as what is to be inserted. */
export function insertedFrom(fresh: Fresh, from: number, to: number): Inserted[] {
  const found: Inserted[] = []
  for (let at = from; at < to; at++) {
    const { look, note, isMark, equation } = fresh.units[at] as Unit
    const last = found.at(-1)
    const char = fresh.text[at] as string
    if (equation) {
      if (at === 0 || fresh.units[at - 1]?.equation !== equation)
        found.push({ kind: 'equation', xml: equationSource(equation) })
    } else if (note) found.push({ kind: 'note', note, mark: '', look })
    // Word writes a typed mark in the run of the note, and LibreOffice looks for it only there.
    else if (isMark && last?.kind === 'note') last.mark += char
    // White space shows no look: it does not part what is around it.
    else if (last?.kind === 'text' && (char.trim() === '' || alike(last.look, look))) last.text += char
    else found.push({ kind: 'text', text: char, look })
  }
  return found
}

/** The mark that was typed for the note at some place. */
export function markAt({ text, units }: Fresh, at: number): string {
  let end = at + 1
  while (units[end]?.isMark) end++
  return text.slice(at + 1, end)
}

function alike(a: Look, b: Look): boolean {
  return a.emphasis === b.emphasis && a.strong === b.strong && a.superscript === b.superscript
}
