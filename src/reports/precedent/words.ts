/** What all reports of precedents say in the same words. */

import type { PhraseChange } from '../../model/change.js'
import type { Match, Place, Precedent, PrecedentSummary } from '../../model/precedent.js'
import { listed, type Say, upper } from '../../model/words.js'
import { arrowed } from '../direction.js'

/** A paragraph by its text and label: "A/RES/76/161 OP4". */
export function placeName({ symbol, file, label, resolution }: Place): string {
  const part = resolution === undefined ? '' : ` ${resolution}`
  return `${symbol ?? file.split(/[/\\]/u).at(-1)}${part} ${label}`
}

/** The label of a paragraph of the draft, with its resolution where there are several. */
export function labelOf({ label, resolution }: Precedent): string {
  return resolution === undefined ? label : `${resolution} ${label}`
}

/** Two digits of a score; what differs is never shown as the same. */
export function shownScore(score: number): string {
  return (score < 1 ? Math.min(score, 0.99) : score).toFixed(2)
}

/** "A/RES/76/161 OP4, 2021-12-16, score 0.93; first A/RES/70/1 OP2". */
export function sourceLine(match: Match, say: Say): string {
  const { date, score, first, latest, uses, vote } = match
  const name = placeName(match)
  const said = [
    name,
    ...(date === null ? [] : [date]),
    ...(score === 1 ? [] : [say('score', { score: shownScore(score) })]),
  ]
  const more = [
    ...(vote === null ? [] : [vote]),
    ...(uses > 1 ? [say('used_times', { count: uses })] : []),
    ...(placeName(first) === name ? [] : [say('first_at', { place: dated(first, say) })]),
    ...(placeName(latest) === name ? [] : [say('latest_at', { place: dated(latest, say) })]),
  ]
  return [listed(said, say), ...more].join(say('semicolon'))
}

function dated(place: Place, say: Say): string {
  return listed([placeName(place), ...(place.date === null ? [] : [place.date])], say)
}

/** A verb that was weakened or strengthened. */
export interface VerbShift {
  shift: 'weaker' | 'stronger'
  /** "Urges → Invites". */
  words: string
}

/** Verbs that were weakened or strengthened. */
export function verbShifts(phrases: readonly PhraseChange[]): VerbShift[] {
  return phrases.flatMap(({ shift, old, new: now }): VerbShift[] => {
    if (shift !== 'weaker' && shift !== 'stronger') return []
    return [{ shift, words: arrowed([old ?? '–', now ?? '–']) }]
  })
}

/** The same, as one line each. */
export function verbLines(phrases: readonly PhraseChange[], say: Say): string[] {
  return verbShifts(phrases).map(({ shift, words }) => say('than_agreed', { shift: say(shift), words }))
}

/** The shares of a draft: what is agreed as it is, what was changed, what is new. */
export function shareLines(summary: PrecedentSummary, say: Say): string[] {
  const { identical, edited, composed, routine } = summary
  const all = identical + edited + composed + summary.new
  const share = (count: number) =>
    say('share', { count, all, percent: all === 0 ? 0 : Math.round((100 * count) / all) })
  return [
    say('share_identical', { share: share(identical) }),
    say('share_edited', { share: share(edited), routine }),
    say('share_composed', { share: share(composed) }),
    say('share_new', { share: share(summary.new) }),
  ]
}

/** What is said of a paragraph in one comment. */
export function commentOf(
  { kind, phrases, routine }: Precedent,
  matches: readonly Match[],
  say: Say,
): string {
  const sources = matches.map((match) => sourceLine(match, say))
  const [first, ...others] = sources
  const told =
    kind === 'new' && first !== undefined
      ? [upper(say('nearest_told', { words: first })), ...others]
      : sources
  return [say(routine ? 'remark_routine' : `remark_${kind}`), ...told, ...verbLines(phrases, say)].join('. ')
}
