/** The fields of a masthead, as the passes over it know them. */
import type { Grammar } from '../language/types.js'

/** Fields that a masthead prints, in the order in which they are tried. */
export const fields = [
  'labelledField',
  'unitedNations',
  'symbol',
  'sessionSymbol',
  'distribution',
  'provisionalLine',
  'originalLanguage',
  'session',
  'agendaItem',
  'venue',
  'dateRange',
  'date',
  'provenance',
  'provenanceNote',
  'scResolution',
  'meeting',
  'organ',
] as const

/** Fields of which the second line may look like a field of its own, or like none. */
const cuttable = ['unitedNations', 'distribution', 'provenance', 'provenanceNote', 'scResolution'] as const

/** Two lines are one field: `UNITED` over `NATIONS`, `Distr.` over `LIMITED`, who adopted a text over the day. */
export function isCutField(line: string, next: string, grammar: Grammar): boolean {
  const text = `${line} ${next}`
  return cuttable.some((id) => grammar.isWhole(id, text))
}

/** A line is the name of an organ and nothing else. */
export function isOrgan(line: string, grammar: Grammar): boolean {
  return grammar.isWhole('organ', line)
}

/** Two lines are the name of one organ, and neither is another field. */
export function isCutOrgan(line: string, next: string, grammar: Grammar): boolean {
  const isOther = (text: string) => fields.some((id) => id !== 'organ' && grammar.isWhole(id, text))
  return (
    !(isOrgan(line, grammar) && isOrgan(next, grammar)) &&
    !isOther(line) &&
    !isOther(next) &&
    isOrgan(grammar.spaced ? `${line} ${next}` : line + next, grammar)
  )
}
