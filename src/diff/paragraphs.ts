/** Align all paragraphs of two documents, those too that no tree holds: empty ones, mastheads, furniture. */
import type { ParagraphOutcome, Passage } from '../model/change.js'
import { longestInOrder } from './longest-in-order.js'
import { required } from './required.js'
import { canonical, wordKeys } from './tokens.js'

/** Pairs of unlike texts of a gap are compared one by one: beyond so many only equal ones are paired. */
const mostCells = 1_000_000
/** Texts that are less alike than this have nothing to do with each other. */
const leastAlike = 0.4
/** Empty paragraphs pair where nothing better does. */
const emptyPair = 0.05

/**
 * Align the paragraphs of two documents.
 *
 * Given their texts, and what is known of some of them. Ensures that every
 * paragraph is in exactly one outcome, in new order with deletions where they
 * was, and that those that have both sides and did not move keep their order
 * on both. What moved also is, without its new side, where it left.
 */
export function alignParagraphs(
  old: readonly Passage[],
  now: readonly Passage[],
  known: readonly ParagraphOutcome[],
): ParagraphOutcome[] {
  const links = sound(known, old, now)
  // What moved in the text, into another part perhaps, may be where it was on the page.
  const kept: ReadonlySet<ParagraphOutcome> = longestInOrder(links, ({ moved }) =>
    moved ? 1 / (links.length + 1) : 1,
  )
  const moves = links.flatMap((link) => {
    if (kept.has(link)) return []
    // Only a whole paragraph moves; what was divided on the way is cut and written anew.
    return link.old.length === 1 && link.new.length === 1
      ? [{ old: link.old, new: link.new, moved: true }]
      : []
  })
  const bounds = [
    ...links.filter((link) => kept.has(link)),
    { old: [old.length], new: [now.length], moved: false },
  ]
  const gone = new Map(moves.map((move) => [required(move.old, 0), move]))
  const come = new Map(moves.map((move) => [required(move.new, 0), move]))
  const result: ParagraphOutcome[] = []
  let [i, j] = [0, 0]
  for (const bound of bounds) {
    const [oldEnd, newEnd] = [required(bound.old, 0), required(bound.new, 0)]
    result.push(...gap(range(i, oldEnd), range(j, newEnd), { old, now, gone, come }))
    if (oldEnd < old.length && newEnd < now.length)
      result.push({ old: bound.old, new: bound.new, moved: false })
    i = required(bound.old, bound.old.length - 1) + 1
    j = required(bound.new, bound.new.length - 1) + 1
  }
  return result
}

interface Texts {
  old: readonly Passage[]
  now: readonly Passage[]
  gone: ReadonlyMap<number, ParagraphOutcome>
  come: ReadonlyMap<number, ParagraphOutcome>
}

/** What is between two links: pairs of what is alike, in order, and the rest. */
function gap(
  olds: readonly number[],
  news: readonly number[],
  { old, now, gone, come }: Texts,
): ParagraphOutcome[] {
  const freeOld = olds.filter((at) => !gone.has(at))
  const freeNew = news.filter((at) => !come.has(at))
  const pairs = pairUp(
    freeOld.map((at) => required(old, at)),
    freeNew.map((at) => required(now, at)),
  )
  const partner = new Map(pairs.map(([a, b]) => [required(freeOld, a), required(freeNew, b)]))
  const result: ParagraphOutcome[] = []
  let next = 0
  const comeUntil = (end: number) => {
    for (; next < news.length && required(news, next) < end; next++) {
      const at = required(news, next)
      result.push(come.get(at) ?? { old: [], new: [at], moved: false })
    }
  }
  for (const at of olds) {
    const other = partner.get(at)
    if (other === undefined) {
      // A move is where its paragraph now is: here it only left.
      if (!gone.has(at)) result.push({ old: [at], new: [], moved: false })
      else result.push({ old: [at], new: [], moved: true })
      continue
    }
    comeUntil(other)
    result.push({ old: [at], new: [other], moved: false })
    next++
  }
  comeUntil(Number.POSITIVE_INFINITY)
  return result
}

/** Pairs of places in two lists, ascending on both sides, for the greatest sum of likenesses. */
function pairUp(old: readonly Passage[], now: readonly Passage[]): [old: number, now: number][] {
  const pairs: [number, number][] = []
  let start = 0
  const same = (a: number, b: number) =>
    required(old, a).kind === required(now, b).kind &&
    canonical(required(old, a).text) === canonical(required(now, b).text)
  while (start < old.length && start < now.length && same(start, start)) pairs.push([start, start++])
  let [i, j] = [old.length, now.length]
  const tail: [number, number][] = []
  while (i > start && j > start && same(i - 1, j - 1)) tail.unshift([--i, --j])
  const middle = likeliest(old.slice(start, i), now.slice(start, j))
  return [...pairs, ...middle.map(([a, b]): [number, number] => [a + start, b + start]), ...tail]
}

function likeliest(old: readonly Passage[], now: readonly Passage[]): [number, number][] {
  if (old.length * now.length > mostCells) return []
  const [before, after] = [old.map(features), now.map(features)]
  const score = (i: number, j: number) => likeness(required(before, i), required(after, j))
  const width = now.length + 1
  const scores = new Float64Array(old.length * now.length)
  const best = new Float64Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const own = score(i, j)
      scores[i * now.length + j] = own
      const pair = own > 0 ? own + required(best, (i + 1) * width + j + 1) : 0
      best[i * width + j] = Math.max(
        pair,
        required(best, (i + 1) * width + j),
        required(best, i * width + j + 1),
      )
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    const own = required(scores, i * now.length + j)
    const here = required(best, i * width + j)
    if (own > 0 && here === own + required(best, (i + 1) * width + j + 1)) pairs.push([i++, j++])
    else if (here === required(best, (i + 1) * width + j)) i++
    else j++
  }
  return pairs
}

interface Features {
  kind: string
  key: string
  words: Set<string>
}

function features({ kind, text }: Passage): Features {
  return { kind, key: canonical(text), words: new Set(wordKeys(text)) }
}

/** Share of the words of both texts that are in both; nothing for texts that are unlike. */
function likeness(a: Features, b: Features): number {
  if (a.kind !== b.kind) return 0
  if (a.key === '' || b.key === '') return a.key === b.key ? emptyPair : 0
  if (a.key === b.key) return 1
  let both = 0
  for (const word of a.words) if (b.words.has(word)) both++
  const share = (2 * both) / (a.words.size + b.words.size || 1)
  return share >= leastAlike ? share : 0
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}

type Known = ParagraphOutcome & { similarity: number; words: number }

/** What is known, each paragraph once, in old order; between the parts of one outcome only empty paragraphs are. */
function sound(
  known: readonly ParagraphOutcome[],
  old: readonly Passage[],
  now: readonly Passage[],
): Known[] {
  const taken = { old: new Set<number>(), new: new Set<number>() }
  const claim = (side: 'old' | 'new', texts: readonly Passage[], asked: readonly number[]) => {
    const sorted = [...new Set(asked)].sort((a, b) => a - b)
    const whole = range(required(sorted, 0), required(sorted, sorted.length - 1) + 1)
    const fits = whole.every((at) => sorted.includes(at) || required(texts, at).text.trim() === '')
    const claimed = fits ? whole : sorted.slice(0, 1)
    return claimed.some((at) => taken[side].has(at)) ? [] : claimed
  }
  const links: Known[] = []
  for (const outcome of known) {
    if (outcome.old.length === 0 || outcome.new.length === 0) continue
    const [before, after] = [claim('old', old, outcome.old), claim('new', now, outcome.new)]
    if (before.length === 0 || after.length === 0) continue
    for (const at of before) taken.old.add(at)
    for (const at of after) taken.new.add(at)
    const words = wordKeys(required(old, required(before, 0)).text).length
    links.push({ old: before, new: after, moved: outcome.moved, similarity: 1, words })
  }
  return links.sort((a, b) => required(a.old, 0) - required(b.old, 0))
}
