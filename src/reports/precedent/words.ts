/** What all reports of precedents say in the same words. */

import type { PhraseChange } from '../../model/change.js'
import type { Match, Place, Precedent, PrecedentSummary } from '../../model/precedent.js'

/** A paragraph by its text and label: "A/RES/76/161 OP4". */
export function placeName({ symbol, file, label, resolution }: Place): string {
  const part = resolution === undefined ? '' : ` ${resolution}`
  return `${symbol ?? file.split(/[/\\]/u).at(-1)}${part} ${label}`
}

/** The label of a paragraph of the draft, with its resolution where there are several. */
export function labelOf({ label, resolution }: Precedent): string {
  return resolution === undefined ? label : `${resolution} ${label}`
}

/** "A/RES/76/161 OP4, 2021-12-16, score 0.93; first A/RES/70/1 OP2". */
export function sourceLine(match: Match): string {
  const { date, score, first, latest, uses, vote } = match
  const name = placeName(match)
  const said = [name, ...(date === null ? [] : [date]), ...(score === 1 ? [] : [`score ${score.toFixed(2)}`])]
  const more = [
    ...(vote === null ? [] : [vote]),
    ...(uses > 1 ? [`used ${uses} times`] : []),
    ...(placeName(first) === name ? [] : [`first ${dated(first)}`]),
    ...(placeName(latest) === name ? [] : [`latest ${dated(latest)}`]),
  ]
  return [said.join(', '), ...more].join('; ')
}

function dated(place: Place): string {
  return place.date === null ? placeName(place) : `${placeName(place)}, ${place.date}`
}

/** A verb that was weakened or strengthened, and how that is said. */
export interface VerbLine {
  shift: 'weaker' | 'stronger'
  line: string
}

/** Verbs that were weakened or strengthened. */
export function verbShifts(phrases: readonly PhraseChange[]): VerbLine[] {
  return phrases.flatMap(({ shift, old, new: now }): VerbLine[] =>
    shift === 'weaker' || shift === 'stronger'
      ? [{ shift, line: `${shift} than the agreed text: ${old ?? '–'} → ${now ?? '–'}` }]
      : [],
  )
}

/** The same, as one line each. */
export function verbLines(phrases: readonly PhraseChange[]): string[] {
  return verbShifts(phrases).map(({ line }) => line)
}

/** The shares of a draft: what is agreed as it stands, what was changed, what is new. */
export function shareLines(summary: PrecedentSummary): string[] {
  const { identical, edited, composed, routine } = summary
  const all = identical + edited + composed + summary.new
  const share = (count: number) => `${count} of ${all} (${all === 0 ? 0 : Math.round((100 * count) / all)} %)`
  return [
    `identical to an earlier text: ${share(identical)}`,
    `edited: ${share(edited)}, ${routine} of them in routine only (sessions, dates, numbers, repetition)`,
    `composed of several texts: ${share(composed)}`,
    `new: ${share(summary.new)}`,
  ]
}

const kindWords = {
  identical: 'Identical to an earlier text',
  edited: 'Edited',
  composed: 'Composed of several texts',
  new: 'New: no earlier text has half of these words',
} as const

/** What is said of a paragraph in one comment. */
export function commentOf({ kind, phrases, routine }: Precedent, matches: readonly Match[]): string {
  const nearest = kind === 'new' && matches.length > 0 ? ['The nearest:'] : []
  return [
    routine ? 'Edited in routine only (sessions, dates, numbers, repetition)' : kindWords[kind],
    ...nearest,
    ...matches.map(sourceLine),
    ...verbLines(phrases),
  ].join('. ')
}
