/** What a diff is called in words, wherever it is shown. */
import { match } from 'ts-pattern'
import {
  type Change,
  type Diff,
  type Fact,
  flatten,
  hasChanges,
  type MatterChange,
  type PhraseChange,
} from '../../model/change.js'

/** Facts that the cut and added words alone do not make plain. */
const toldFacts: ReadonlySet<Fact['kind']> = new Set([
  'hedge',
  'obligation',
  'negation',
  'quantifier',
  'addressee',
  'money',
  'resources',
  'cycle',
  'enumerator',
  'hidden',
])

/** List the facts that are said of a change beside its words. */
export function told({ facts }: Change): Fact[] {
  return facts.filter(({ kind, op }) => op === 'stale' || toldFacts.has(kind))
}

/** "OP3 → OP4", "PP2", "heading". */
export function names(change: Change): string {
  const { old, new: now, printed } = change
  const [from, to] = [shown(old, printed?.old), shown(now, printed?.new)]
  if (from === '' && to === '') return change.role
  if (from === '' || to === '' || from === to) return to || from
  return `${from} → ${to}`
}

/** "[OP2 alt": labels, the first as printed where brackets or words stand in its number. */
function shown([first = '', ...rest]: readonly string[], printed: string | undefined): string {
  const open = printed?.match(/^\[+/u)?.[0] ?? ''
  const own = printed === undefined ? first : first.replace(/\p{Nd}.*$/u, '') + printed.slice(open.length)
  return [open + own, ...rest].join(', ')
}

/** "A, OP3 → OP4": a change named outside its place, where labels alone are those of several resolutions. */
export function fullName(change: Change, several: boolean): string {
  return several && change.resolution !== undefined ? `${change.resolution}, ${names(change)}` : names(change)
}

/** True if a text holds several resolutions, whose labels are the same. */
export function hasSeveral({ changes }: Diff): boolean {
  return new Set(changes.flatMap(({ resolution }) => resolution ?? [])).size > 1
}

/** "PP5–PP29 → PP4–PP28": what a run of unchanged paragraphs is called. */
export function rangeNames(changes: readonly Change[]): string {
  const named = changes.filter((change) => change.new.length > 0)
  if (named.length === 0) return changes[0]?.role ?? ''
  const range = (side: 'old' | 'new') => {
    const [first, last] = [named[0]?.[side][0] ?? '', named.at(-1)?.[side][0] ?? '']
    return first === last ? first : `${first}–${last}`
  }
  const [from, to] = [range('old'), range('new')]
  return from === to ? to : `${from} → ${to}`
}

/** "OP4 moved up: now OP2": what is said where a paragraph stood. */
export function departure(change: Change, isRaised: boolean): string {
  const [from, to] = [change.old.join(', ') || change.role, change.new.join(', ') || change.role]
  return `${from} moved ${isRaised ? 'up' : 'down'}: now ${to}`
}

/** "now in OP4", "was in OP3": where the words went or came from; empty if they did neither. */
export function relocation({ wentTo, cameFrom }: Pick<Change, 'wentTo' | 'cameFrom'>): string {
  if (wentTo !== undefined) return `now in ${wentTo}`
  return cameFrom === undefined ? '' : `was in ${cameFrom}`
}

/** "by EU, G77": who proposed a change; empty if that is not known. */
export function proposers({ by = [] }: { by?: readonly string[] }): string {
  return by.length === 0 ? '' : `by ${by.join(', ')}`
}

/** What happened to the paragraph as a whole: "split, moved, verb weaker". */
export function verdicts(change: Change): string[] {
  const words: string[] = []
  if (change.kind !== 'modified' && change.kind !== 'unchanged') words.push(change.kind)
  if (change.moved) words.push('moved')
  if (change.oldRole !== undefined) words.push(`was ${change.oldRole}`)
  const place = relocation(change)
  if (place !== '') words.push(place)
  for (const { shift, explained, ...ends } of change.phrases) {
    const where = relocation(ends)
    if (shift !== 'enumerator') words.push(`verb ${shift}${where === '' ? '' : ` (${where})`}`)
    else if (explained === false) words.push('enumerator not explained by its neighbours')
  }
  const by = proposers(change)
  if (by !== '') words.push(by)
  return words
}

/** "hedge added: as appropriate", "number: 53 → 55". */
export function factWords(fact: Fact): string {
  const { kind, text } = fact
  return match(fact)
    .with(
      { op: 'stale' },
      ({ should }) => `stale ${kind}: ${text}${should === undefined ? '' : `, now ${should}`}`,
    )
    .with({ op: 'replace' }, ({ old }) => `${kind}: ${old} → ${fact.text}`)
    .with({ op: 'insert' }, () => `${kind} added: ${text}`)
    .with({ op: 'delete' }, () => `${kind} dropped: ${text}`)
    .exhaustive()
}

/** "Urges → Encourages", with what is to be said of it. */
export function phraseWords(phrase: PhraseChange): string {
  const { old, new: now } = phrase
  const words = old !== null && now !== null ? `${old} → ${now}` : (now ?? old ?? '')
  const note = phraseNote(phrase)
  return note === '' ? words : `${words} (${note})`
}

/** What is to be said of a change of verb beside its words; empty if nothing. */
export function phraseNote({ scales, explained, ...ends }: PhraseChange): string {
  const place = relocation(ends)
  if (place !== '') return place
  if (explained === false) return 'not explained by its neighbours'
  return scales ? `${scales.join(', ')} ${scales.length === 1 ? 'disagrees' : 'disagree'}` : ''
}

/** A change of verb and the change of the paragraph that it is in, or what names it. */
interface Told {
  phrase: PhraseChange
}

/** Changes of verbs to list one by one, and words of repetition, which are many and say little: several of them fold into one. */
export function foldRepetitions<T extends Told>(all: readonly T[]): { told: T[]; repeated: T[] } {
  const repeated = all.filter(({ phrase }) => phrase.shift === 'enumerator')
  if (repeated.length < 2) return { told: [...all], repeated: [] }
  return { told: all.filter(({ phrase }) => phrase.shift !== 'enumerator'), repeated }
}

/** "2 weaker, 1 enumerator"; empty if no verb changed. */
export function verbTotals({ summary }: Diff): string {
  return Object.entries(summary.verbs)
    .filter(([, count]) => count > 0)
    .map(([shift, count]) => `${count} ${shift}`)
    .join(', ')
}

/** True of what a reader need not see: the same words in the same place, and nothing to be said of them. */
export function isQuiet(change: Change): boolean {
  return (
    change.kind === 'unchanged' && !change.moved && !flatten([change]).some((part) => told(part).length > 0)
  )
}

/** "5 modified, 1 inserted, 2 outside paragraphs, 31 unchanged". */
export function totals(diff: Diff): string {
  const { summary } = diff
  const changed = (['modified', 'inserted', 'deleted', 'split', 'merged', 'moved'] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`)
  const rest = (['renumbered', 'unchanged'] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`)
  const outside = [
    ...(summary.matter > 0 ? [`${summary.matter} outside paragraphs`] : []),
    ...(summary.routine > 0 ? [`${summary.routine} of these routine`] : []),
  ]
  const counted = [...changed, ...outside, ...rest].join(', ')
  return hasChanges(diff) ? counted : `No change of text${counted === '' ? '' : `: ${counted}`}`
}

/** "organ line", "footnote", "A, closing": words outside paragraphs by where they are. */
export function placeName({ place, resolution }: MatterChange): string {
  return resolution === undefined ? spaced(place) : `${resolution}, ${spaced(place)}`
}

/** "draftResolution" → "draft resolution". */
export function spaced(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}
