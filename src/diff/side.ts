/** The texts of one side of a change as one, with the phrases in it. */
import { type PhraseSpan, phraseSpans, type Unit } from './units.js'

export interface Text {
  value: string
  phrases: PhraseSpan[]
}

/** Join the own texts of units by line feeds; the phrases keep their places. */
export function joined(units: readonly Unit[]): Text {
  let value = ''
  const phrases: PhraseSpan[] = []
  for (const unit of units) {
    if (unit.at === null) continue
    if (value !== '') value += '\n'
    const shift = value.length
    for (const span of phraseSpans(unit)) {
      phrases.push({ ...span, start: span.start + shift, end: span.end + shift })
    }
    value += unit.text
  }
  return { value, phrases }
}
