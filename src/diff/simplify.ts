/** Word edits as people read them: at phrase edges, without islands. */
import type { EditLevel } from '../model/change.js'
import { push, type Span } from './compare.js'
import { required } from './required.js'
import { isWord, type Token } from './tokens.js'

/** Kept words between two edits that are longer than this are left to stand. */
const islandWords = 2
/** A word this short (and, of, the, de, la) holds no phrase together by itself. */
const shortWord = 3
/** If less of the shorter text than this is kept, the whole is struck and written anew. */
const keptShare = 0.35
/** The same of both texts together, where what is kept is scattered over more edits than these. */
const keptOfBoth = 1 / 3
const fewEdits = 2

/**
 * Make spans readable.
 *
 * `raw` leaves the shortest script, `words` slides edits to the edges of
 * phrases, `phrases` also takes lone kept words into the edits around them, and
 * `clause` also replaces as a whole a text of which little was kept. Each marks
 * more words than the one before and makes fewer edits. `verbs` tells where verb
 * phrases are: an edit of one takes in no kept word.
 *
 * Ensures both texts stay as they were, and that no number or symbol that was
 * kept is shown as changed below the level `clause`.
 */
export function simplify(
  spans: readonly Span[],
  level: EditLevel,
  verbs: Verbs = { old: [], new: [] },
): Span[] {
  if (level === 'raw') return [...spans]
  if (level === 'clause' && !worthKeeping(spans)) return replaced(spans)
  const slid = slide(spans)
  return level === 'words' ? slid : absorb(slid, verbs)
}

/** Where the verb phrases of both texts are, as offsets. */
export interface Verbs {
  old: readonly { start: number; end: number }[]
  new: readonly { start: number; end: number }[]
}

// ---------------------------------------------------------------- slide

/** Move an insertion or deletion along the words it shares with its surroundings, to the best edge. */
function slide(spans: readonly Span[]): Span[] {
  const result = spans.map((span) => ({ ...span }))
  for (let at = 1; at < result.length - 1; at++) {
    const [before, edit, after] = [required(result, at - 1), required(result, at), required(result, at + 1)]
    if (edit.same || (edit.old.length > 0 && edit.new.length > 0)) continue
    const side = edit.old.length > 0 ? 'old' : 'new'
    const shift = bestShift(before[side], edit[side], after[side])
    if (shift !== 0) moveBy(before, edit, after, side, shift)
  }
  return result.reduce<Span[]>((list, span) => {
    push(list, span)
    return list
  }, [])
}

function bestShift(before: readonly Token[], edit: readonly Token[], after: readonly Token[]): number {
  const all = [...before, ...edit, ...after]
  const start = before.length
  const length = edit.length
  let best = { shift: 0, score: edge(all, start, length) }
  const consider = (shift: number) => {
    const score = edge(all, start + shift, length)
    if (score > best.score) best = { shift, score }
  }
  // Sliding left by one is possible while the word before the edit equals its last one.
  for (let shift = -1; start + shift >= 0 && same(all[start + shift], all[start + shift + length]); shift--) {
    consider(shift)
  }
  for (
    let shift = 1;
    shift <= after.length && same(all[start + shift - 1], all[start + shift - 1 + length]);
    shift++
  ) {
    consider(shift)
  }
  return best.shift
}

function same(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && a.key === b?.key
}

/** How well an edit is cut out: it opens or closes with a mark, or is between marks. */
function edge(all: readonly Token[], start: number, length: number): number {
  const mark = (at: number) => at < 0 || at >= all.length || !isWord(required(all, at))
  const opens = mark(start) || mark(start - 1)
  const closes = mark(start + length) || mark(start + length - 1)
  const both = mark(start) && mark(start + length)
  return Number(opens) + Number(closes) + Number(both)
}

function moveBy(before: Span, edit: Span, after: Span, side: 'old' | 'new', shift: number): void {
  const other = side === 'old' ? 'new' : 'old'
  const all = [...before[side], ...edit[side], ...after[side]]
  const kept = [...before[other], ...after[other]]
  const [start, length] = [before[side].length + shift, edit[side].length]
  before[side] = all.slice(0, start)
  edit[side] = all.slice(start, start + length)
  after[side] = all.slice(start + length)
  before[other] = kept.slice(0, start)
  after[other] = kept.slice(start)
}

// ---------------------------------------------------------------- absorb

/** Take islands of kept words into the edits on both sides of them. */
function absorb(spans: readonly Span[], verbs: Verbs): Span[] {
  const result: Span[] = []
  const lists = listMarks(spans)
  spans.forEach((span, at) => {
    const [before, after] = [result.at(-1), spans[at + 1]]
    if (lists.has(at)) {
      push(result, { ...span, same: false })
      return
    }
    const between = span.same && before && !before.same && after
    const island =
      between && isIsland(span, before, after) && !touches(before, verbs) && !touches(after, verbs)
    push(result, island ? { ...span, same: false } : span)
  })
  return result
}

/**
 * The kept marks of a list of which every item was replaced: item by item they pair nothing that belongs
 * together. Two such marks in a row make a list.
 */
function listMarks(spans: readonly Span[]): Set<number> {
  const replaced = (span: Span | undefined) =>
    span !== undefined && !span.same && span.old.some(isWord) && span.new.some(isWord)
  const parts = (at: number) => {
    const span = spans[at]
    return Boolean(span?.same && !span.old.some(isWord) && replaced(spans[at - 1]) && replaced(spans[at + 1]))
  }
  const marks = spans.flatMap((_, at) => (parts(at) ? [at] : []))
  return new Set(marks.filter((at) => parts(at - 2) || parts(at + 2)))
}

function isIsland(span: Span, before: Span, after: Span): boolean {
  const words = span.old.filter(isWord)
  // Marks part clauses, and a number or symbol that was kept must be seen to be kept.
  if (words.length > islandWords || words.some((word) => /\p{N}/u.test(word.key))) return false
  if (span.old.length > words.length) return false
  if (words.every((word) => word.key.length <= shortWord)) return true
  const around = Math.min(size(before), size(after))
  return words.length === 1 && around >= 1
}

/** True of an edit in which a verb is: a change of verb is shown by itself. */
function touches(span: Span, verbs: Verbs): boolean {
  return (['old', 'new'] as const).some((side) => {
    const [first, last] = [span[side][0], span[side].at(-1)]
    return first && last && verbs[side].some(({ start, end }) => start <= last.start && end > first.start)
  })
}

function size(span: Span): number {
  return Math.max(span.old.length, span.new.length)
}

// ---------------------------------------------------------------- replace

function worthKeeping(spans: readonly Span[]): boolean {
  const count = (list: readonly Token[]) => list.filter(isWord).length
  let [old, now, kept, edits] = [0, 0, 0, 0]
  for (const span of spans) {
    if (!span.same) edits++
    old += count(span.old)
    now += count(span.new)
    if (span.same) kept += count(span.old)
  }
  // A long text put into a short one, or before it, leaves the short one to be read.
  if (edits > fewEdits && 2 * kept < keptOfBoth * (old + now)) return false
  return kept >= keptShare * Math.min(old, now)
}

/** One replacement, but for the marks and words that both texts begin and end with. */
function replaced(spans: readonly Span[]): Span[] {
  const first = spans[0]?.same ? spans[0] : undefined
  const last = spans.length > 1 && spans.at(-1)?.same ? spans.at(-1) : undefined
  const result: Span[] = []
  for (const span of spans) push(result, span === first || span === last ? span : { ...span, same: false })
  return result
}
