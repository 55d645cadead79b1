/** What a diff is called in words, wherever it is shown and in whatever language. */
import { match } from 'ts-pattern'
import {
  type Change,
  type Diff,
  type Fact,
  type FrontChange,
  flatten,
  hasChanges,
  type MatterChange,
  type PhraseChange,
  type Shift,
} from '../../model/change.js'
import { counted, listed, type Say } from '../../model/words.js'
import { arrowAmong, arrowed } from '../direction.js'

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

/** Shifts to a verb that asks less, or to none. */
export const fallen: readonly Shift[] = ['weaker', 'demoted', 'dropped']

/** List the facts that are said of a change beside its words. */
export function told({ facts }: Change): Fact[] {
  return facts.filter((fact) => (fact.op === 'stale' || toldFacts.has(fact.kind)) && !isInside(fact, facts))
}

/** "must → must not" says that "not" was added. */
function isInside({ kind, op, text }: Fact, facts: readonly Fact[]): boolean {
  if (kind !== 'negation' || (op !== 'insert' && op !== 'delete')) return false
  return facts.some((other) => {
    if (other.kind !== 'obligation' || other.op === 'stale') return false
    const words = other.op === 'replace' ? (op === 'insert' ? other.new : other.old) : other.text
    return (other.op === 'replace' || other.op === op) && words.split(/\s/u).includes(text)
  })
}

/** "OP3 → OP4", "PP2", "heading". */
export function names(change: Change, say: Say): string {
  const { old, new: now, printed } = change
  const [from, to] = [shown(old, printed?.old), shown(now, printed?.new)]
  if (from === '' && to === '') return say(`role_${change.role}`)
  if (from === '' || to === '' || from === to) return to || from
  return `${from} → ${to}`
}

/** "[OP2 alt": labels, the first as printed where brackets or words are in its number. */
function shown([first = '', ...rest]: readonly string[], printed: string | undefined): string {
  const open = printed?.match(/^\[+/u)?.[0] ?? ''
  const own = printed === undefined ? first : first.replace(/\p{Nd}.*$/u, '') + printed.slice(open.length)
  return [open + own, ...rest].join(', ')
}

/** "A, OP3 → OP4": a change named outside its place, where labels alone are those of several resolutions. */
export function fullName(change: Change, several: boolean, say: Say): string {
  const name = names(change, say)
  return several && change.resolution !== undefined ? `${change.resolution}, ${name}` : name
}

/** True if a text holds several resolutions, whose labels are the same. */
export function hasSeveral({ changes }: Diff): boolean {
  return new Set(changes.flatMap(({ resolution }) => resolution ?? [])).size > 1
}

/** "PP5–PP29 → PP4–PP28": what a run of unchanged paragraphs is called. */
export function rangeNames(changes: readonly Change[], say: Say): string {
  const named = changes.filter((change) => change.new.length > 0)
  if (named.length === 0) return changes[0] ? say(`role_${changes[0].role}`) : ''
  const range = (side: 'old' | 'new') => {
    const [first, last] = [named[0]?.[side][0] ?? '', named.at(-1)?.[side][0] ?? '']
    return first === last ? first : `${first}–${last}`
  }
  const [from, to] = [range('old'), range('new')]
  return from === to ? to : `${from} → ${to}`
}

/** "OP4 moved up: now OP2": what is said where a paragraph was. */
export function departure(change: Change, isRaised: boolean, say: Say): string {
  const [from, to] = [change.old, change.new].map((labels) => labels.join(', ') || say(`role_${change.role}`))
  return say(isRaised ? 'moved_up_now' : 'moved_down_now', { from: from ?? '', to: to ?? '' })
}

/** "now in OP4", "was in OP3": where the words went or came from; empty if they did neither. */
export function relocation({ wentTo, cameFrom }: Pick<Change, 'wentTo' | 'cameFrom'>, say: Say): string {
  if (wentTo !== undefined) return say('now_in', { label: wentTo })
  return cameFrom === undefined ? '' : say('was_in', { label: cameFrom })
}

/** "by EU, G77": who proposed a change; empty if that is not known. */
export function proposers({ by = [] }: { by?: readonly string[] }, say: Say): string {
  return by.length === 0 ? '' : say('by', { names: listed(by, say) })
}

/** What happened to the paragraph as a whole: "split, moved, verb weaker". */
export function verdicts(change: Change, say: Say): string[] {
  const words: string[] = []
  if (change.kind !== 'modified' && change.kind !== 'unchanged') words.push(say(change.kind))
  if (change.moved) words.push(say('moved'))
  return [...words, ...judgements(change, say)]
}

/** What is to be said of a change beside its kind and its move: "was operative", "verb weaker", "by EU". */
export function judgements(change: Change, say: Say): string[] {
  const words: string[] = []
  if (change.oldRole !== undefined) words.push(say('verdict_was', { role: say(`role_${change.oldRole}`) }))
  const place = relocation(change, say)
  if (place !== '') words.push(place)
  for (const { shift, explained, ...ends } of change.phrases) {
    const note = relocation(ends, say)
    const verdict = say('verdict_verb', { shift: say(shift) })
    if (shift !== 'enumerator') words.push(note === '' ? verdict : say('aside', { words: verdict, note }))
    else if (explained === false) words.push(say('enumerator_unexplained'))
  }
  const by = proposers(change, say)
  if (by !== '') words.push(by)
  return words
}

/** "hedge added: as appropriate", "number: 53 → 55". */
export function factWords(fact: Fact, say: Say): string {
  const { word, values } = factSentence(fact)
  return say(word, { ...values, arrow: arrowAmong(Object.values(values)), fact: say(`fact_${fact.kind}`) })
}

/** The sentence that tells a fact, and the words of the texts that are in it. */
export function factSentence(fact: Fact): { word: string; values: Record<string, string> } {
  const { text } = fact
  return match(fact)
    .returnType<{ word: string; values: Record<string, string> }>()
    .with({ op: 'stale' }, ({ should }) => ({
      word: should === undefined ? 'fact_stale' : 'fact_stale_now',
      values: { text, ...(should === undefined ? {} : { should }) },
    }))
    .with({ op: 'replace' }, ({ old }) => ({ word: 'fact_replaced', values: { old, new: text } }))
    .with({ op: 'insert' }, () => ({ word: 'fact_added', values: { text } }))
    .with({ op: 'delete' }, () => ({ word: 'fact_dropped', values: { text } }))
    .exhaustive()
}

/** "Urges → Encourages", with what is to be said of it. */
export function phraseWords(phrase: PhraseChange, say: Say): string {
  const { old, new: now } = phrase
  const words = arrowed([old, now].flatMap((verb) => verb ?? []))
  const note = phraseNote(phrase, say)
  return note === '' ? words : say('aside', { words, note })
}

/** What is to be said of a change of verb beside its words; empty if nothing. */
export function phraseNote({ scales, explained, ...ends }: PhraseChange, say: Say): string {
  const place = relocation(ends, say)
  if (place !== '') return place
  if (explained === false) return say('unexplained')
  return scales ? say('disagrees', { names: listed(scales, say), count: scales.length }) : ''
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
export function verbTotals({ summary }: Diff, say: Say): string {
  const counts = Object.entries(summary.verbs).filter(([, count]) => count > 0)
  return listed(
    counts.map(([shift, count]) => counted(count, shift, say)),
    say,
  )
}

/** True of what a reader need not see: the same words in the same place, and nothing to be said of them. */
export function isQuiet(change: Change): boolean {
  return (
    change.kind === 'unchanged' && !change.moved && !flatten([change]).some((part) => told(part).length > 0)
  )
}

/** "5 modified, 1 inserted, 2 outside paragraphs, 31 unchanged". */
export function totals(diff: Diff, say: Say): string {
  const { summary } = diff
  const count = (keys: readonly (keyof Diff['summary'])[]) =>
    keys.filter((key) => Number(summary[key]) > 0).map((key) => counted(Number(summary[key]), key, say))
  const all = listed(
    [
      ...count(['modified', 'inserted', 'deleted', 'split', 'merged', 'moved']),
      ...(summary.matter > 0 ? [say('outside_count', { count: summary.matter })] : []),
      ...(summary.routine > 0 ? [say('routine_count', { count: summary.routine })] : []),
      ...count(['renumbered', 'unchanged']),
    ],
    say,
  )
  if (hasChanges(diff)) return all
  return all === '' ? say('nochange') : say('told', { name: say('nochange'), words: all })
}

/** "enacting formula", "footnote", "A, closing": words outside paragraphs by where they are. */
export function placeName({ place, resolution }: MatterChange, say: Say): string {
  const name = say(`field_${place}`)
  return resolution === undefined ? name : `${resolution}, ${name}`
}

/** What is in a field of the front; a kind of proposal is a name of the tree's, not words of the text. */
export function fieldWords({ field }: FrontChange, value: string | null, say: Say): string {
  if (value === null) return ''
  return field === 'proposal' ? say(`kind_${value}`) : value
}

/** What alone is shown, in names of `selections`: "operative, verbs". */
export function selectionWords(only: readonly string[], say: Say): string {
  const words = only.map((name) => {
    if (name === 'verbs' || name === 'facts') return say(`only_${name}`)
    return say((roles as readonly string[]).includes(name) ? `role_${name}` : name)
  })
  return say('only_shown', { words: listed(words, say) })
}

const roles = ['preambular', 'operative', 'annex', 'heading', 'table'] as const
