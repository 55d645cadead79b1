/** The texts of one side of a change as one, with the phrases in it. */
import type { Grammar } from '../language/types.js'
import type { Note } from './notes.js'
import type { PhraseSpan, Unit } from './units.js'

export interface Text {
  value: string
  phrases: PhraseSpan[]
  stem: (word: string) => string
}

/** Join the own texts of units by line feeds; the phrases keep their places. */
export function joined(units: readonly Unit[]): Text {
  let value = ''
  const phrases: PhraseSpan[] = []
  for (const unit of units) {
    if (unit.at === null) continue
    if (value !== '') value += '\n'
    const shift = value.length
    for (const span of unit.phrases) {
      phrases.push({ ...span, start: span.start + shift, end: span.end + shift })
    }
    value += unit.text
  }
  return { value, phrases, stem: units[0]?.stem ?? ((word) => word) }
}

/** What facts need to know of one side. */
export interface FactSource {
  grammar: Grammar | null
  /** The footnotes, by identifier. */
  notes: ReadonlyMap<string, Note>
}

/** One side of a change. */
export interface FactSide {
  units: readonly Unit[]
  /** The texts of the units, joined. */
  value: string
  source: FactSource
}
