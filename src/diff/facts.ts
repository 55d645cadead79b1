/** Facts: what a reader of the law looks for in a change of words. */
import type { Fact } from '../model/change.js'
import { grouped } from '../model/grouped.js'
import { compareAddressees } from './addressees.js'
import type { ClausePair } from './clauses.js'
import type { Span } from './compare.js'
import { isSameNote, isStale, type Note } from './notes.js'
import { type Found, readFacts } from './read-facts.js'
import type { FactSide } from './side.js'
import { withoutNumbers } from './without-numbers.js'

/**
 * List what came and what went between two sides: citations, numbers, sums,
 * dates, sessions, addressees, hedges, words of obligation, footnotes.
 *
 * Ensures nothing is listed that both sides have equally often. What one
 * stretch of words has in place of another is one fact, a replacement.
 */
export function compareFacts(
  old: FactSide,
  now: FactSide,
  spans: readonly Span[],
  pairs: readonly ClausePair[],
  read = readFacts,
): Fact[] {
  const before = readSide(old, read).map((found) => placed('delete', found, spans))
  const after = readSide(now, read).map((found) => placed('insert', found, spans))
  const changes = inPlace(before, after, [...missing(before, after), ...missing(after, before)])
  return [...replaced(changes), ...compareAddressees(pairs, old, now), ...compareNotes(old, now)]
}

/** List what came and went of the notes of two sides, and those that now mean another source. */
export function compareNotes(old: FactSide, now: FactSide): Fact[] {
  const [before, after] = [notes(old), notes(now)]
  const left = [...before]
  const come: Note[] = []
  const facts: Fact[] = []
  const take = (holds: (note: Note) => boolean) => {
    const at = left.findIndex(holds)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  for (const note of after) if (!take((each) => isSameNote(each, note))) come.push(note)
  const { grammar } = now.source
  const bare = ({ text }: Note) => withoutNumbers(text, grammar)
  // A note answers the one that it is but for its numbers, else the next.
  const likest = (note: Note) => take((each) => bare(each) === bare(note)) ?? left.shift()
  const alike = come.filter((note) => left.some((each) => bare(each) === bare(note)))
  for (const note of [...alike, ...come.filter((each) => !alike.includes(each))]) {
    if (take((each) => isStale(each, note))) facts.push({ kind: 'footnote', op: 'stale', text: note.text })
    else {
      const other = likest(note)
      facts.push(
        other
          ? { kind: 'footnote', op: 'replace', old: other.text, new: note.text, text: note.text }
          : { kind: 'footnote', op: 'insert', text: note.text },
      )
    }
  }
  return [...left.map((note): Fact => ({ kind: 'footnote', op: 'delete', text: note.text })), ...facts]
}

function notes({ units, source }: FactSide): Note[] {
  return units.flatMap((unit) => unit.notes.flatMap((mark) => source.notes.get(mark) ?? []))
}

/** The facts of a side, or some of them, with places in its joined text. */
export function readSide({ units, source: { grammar } }: FactSide, read = readFacts): Found[] {
  const result: Found[] = []
  let offset = 0
  for (const unit of units) {
    if (unit.at === null) continue
    for (const found of read(unit, grammar))
      result.push({ ...found, start: found.start + offset, end: found.end + offset })
    offset += unit.text.length + 1
  }
  return result
}

/** Something found on one side, told alone if nothing answers it. */
interface Lone {
  op: 'insert' | 'delete'
  found: Found
  /** Which stretch of the comparison it is in; -1 for words that both texts have. */
  span: number
}

/** Those that the other side has less often; of several alike, the ones among the changed words. */
function missing(from: readonly Lone[], other: readonly Lone[]): Lone[] {
  const rest = new Map<string, number>()
  const id = ({ found: { kind, key } }: Lone) => `${kind} ${key}`
  for (const one of other) rest.set(id(one), (rest.get(id(one)) ?? 0) + 1)
  return [...grouped(from, id)].flatMap(([key, list]) =>
    list
      .sort((a, b) => Number(a.span >= 0) - Number(b.span >= 0) || a.found.start - b.found.start)
      .slice(rest.get(key) ?? 0),
  )
}

/**
 * Add what one stretch of words has in place of another, although both sides have each of them.
 *
 * @example "two keepers, one of them a pilot" → "three keepers, two of them pilots" // not only one → three
 */
function inPlace(before: readonly Lone[], after: readonly Lone[], lone: readonly Lone[]): Lone[] {
  const result = new Set(lone)
  const only = (list: readonly Lone[], { found: { kind }, span }: Lone) => {
    const alike = list.filter((each) => each.span === span && each.found.kind === kind)
    return alike.length === 1 ? alike[0] : undefined
  }
  for (const old of before) {
    if (old.span < 0 || only(before, old) !== old) continue
    const now = only(after, old)
    if (!now || now.found.key === old.found.key || !(result.has(old) || result.has(now))) continue
    // "its resolutions 4/7 and 5/7" → "its resolution 5/7": what stood on is in the place of nothing.
    if (isKept(now, before) || isKept(old, after)) continue
    result.add(old).add(now)
  }
  const inOrder = (op: Lone['op']) =>
    [...result].filter((one) => one.op === op).sort((a, b) => a.found.start - b.found.start)
  return [...inOrder('delete'), ...inOrder('insert')]
}

/** A text is cited among the words that both sides have. */
function isKept({ found: { kind, key } }: Lone, others: readonly Lone[]): boolean {
  return (
    kind === 'citation' &&
    others.some(({ found, span }) => span < 0 && found.kind === kind && found.key === key)
  )
}

function placed(op: Lone['op'], found: Found, spans: readonly Span[]): Lone {
  return { op, found, span: spanAt(spans, op === 'delete' ? 'old' : 'new', found) }
}

/** The changed stretch in which a range is, first or last. */
function spanAt(spans: readonly Span[], side: 'old' | 'new', { start, end }: Found): number {
  return spans.findIndex(
    (span) =>
      !span.same && span[side].some((token) => token.start < end && token.start + token.text.length > start),
  )
}

/**
 * What one stretch has for another, of one kind, in order.
 *
 * A fact whose words were all kept ("every year" → "every second year") is
 * answered by the only one of its kind.
 */
function replaced(changes: readonly Lone[]): Fact[] {
  const answers = new Map<Lone, Lone>()
  const taken = new Set<Lone>()
  for (const change of changes) {
    if (change.op !== 'delete') continue
    const free = changes.filter(
      (each) => each.op === 'insert' && each.found.kind === change.found.kind && !taken.has(each),
    )
    const near = change.span < 0 ? undefined : free.find((each) => each.span === change.span)
    const alone = free.length === 1 && (change.span < 0 || free[0]?.span === -1) ? free[0] : undefined
    const answer = near ?? alone
    if (!answer) continue
    answers.set(change, answer)
    taken.add(answer)
  }
  return changes.flatMap((change): Fact[] => {
    const { kind, text, weak } = change.found
    const answer = answers.get(change)
    if (answer) return [{ kind, op: 'replace', old: text, new: answer.found.text, text: answer.found.text }]
    return taken.has(change) || weak ? [] : [{ kind, op: change.op, text }]
  })
}
