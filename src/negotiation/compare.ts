/**
 * Two versions of a negotiating text → what became of each open point; the later one may be the
 * outcome, with nothing open.
 *
 *     old  Urges [all][most] States [, as appropriate,] to act;
 *     new  Urges all States [, as appropriate - EU] to act;
 *                ^ closed: option 1     ^ widened: EU joined
 */

import { grouped } from '../model/grouped.js'
import type {
  Attribution,
  NegotiatedParagraph,
  Negotiation,
  NegotiationComparison,
  OpenPoint,
  PointChange,
  PointChangeKind,
  PointOutcome,
} from '../model/negotiation.js'
import { byParagraph, without } from './extents.js'

/** Texts that share so much of their words are one in other words. */
const alike = 0.5
/** Characters beside a point by which its place is found again, the most first. */
const besides = [18, 9]
/** Longer texts are hardly in a paragraph by chance. */
const longestWord = 12
/** Texts that are no longer may be open in several places. */
const shortest = 20

/** Say what became of each point, and of each paragraph. */
export function compareNegotiations(old: Negotiation, now: Negotiation): NegotiationComparison {
  const pairs = alignedParagraphs(old, now)
  const back = new Map([...pairs].map(([before, after]) => [after, before]))
  const links = linkedPoints(old, now, pairs)
  const texts = wordsOf(now)
  const linked = new Map([...links].map(([before, after]) => [after, before]))
  const changes: { at: number; change: PointChange }[] = []
  for (const point of now.points) {
    const before = linked.get(point) ?? null
    changes.push({ at: firstParagraph(point), change: changeOf(before, point) })
  }
  for (const [index, point] of [...old.points.entries()].reverse()) {
    if (links.has(point)) continue
    const paragraph = firstParagraph(point)
    const after = pairs.get(paragraph)
    const outcome = outcomeOf(point, old, after === undefined ? undefined : texts[after]?.join(''))
    const at = after ?? nearest(paragraph, pairs)
    const change: PointChange = {
      change: 'closed',
      old: point,
      new: null,
      outcome,
      joined: [],
      left: point.by,
    }
    // Where it was: before the next point of its paragraph, or behind what is above.
    const next = old.points[index + 1]
    const before =
      next && firstParagraph(next) === paragraph ? changes.findIndex((one) => one.change.old === next) : -1
    const place = before >= 0 ? before : changes.findIndex((one) => one.at > at)
    changes.splice(place < 0 ? changes.length : place, 0, { at, change })
  }
  const stateOf = (one: NegotiatedParagraph | undefined) => one?.state === 'agreed'
  const both = [...pairs].map(([before, after]) => [old.paragraphs[before], now.paragraphs[after]] as const)
  return {
    points: changes.map(({ change }) => change),
    agreed: labels(both.flatMap(([before, after]) => (stateOf(after) && !stateOf(before) ? [after] : []))),
    reopened: labels(both.flatMap(([before, after]) => (!stateOf(after) && stateOf(before) ? [after] : []))),
    added: labels(now.paragraphs.filter((_, at) => !back.has(at))),
    cut: labels(old.paragraphs.filter((_, at) => !pairs.has(at))),
  }
}

function labels(paragraphs: readonly (NegotiatedParagraph | undefined)[]): string[] {
  return [...new Set(paragraphs.flatMap((one) => (one && /\d/u.test(one.at) ? [one.at] : [])))]
}

// ------------------------------------------------------------- paragraphs

/** The words of a paragraph, without signs, to find it again. */
function wordsOf({ paragraphs, points }: Negotiation): string[][] {
  const signs = byParagraph(points.flatMap((point) => point.signs))
  return paragraphs.map(({ text, label, mark }, paragraph) => {
    const gone = [...(signs.get(paragraph) ?? []), ...(mark ? [mark] : [])]
    const body = { paragraph, start: label?.end ?? 0, end: text.value.length }
    const value = without(body, gone)
      .map(({ start, end }) => text.value.slice(start, end))
      .join('')
    return value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  })
}

/** Old paragraphs and their new ones: the same words first, then those that share most, each once. */
function alignedParagraphs(old: Negotiation, now: Negotiation): Map<number, number> {
  const [before, after] = [wordsOf(old), wordsOf(now)]
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const known = new Map<string, number[]>()
  after.forEach((words, at) => {
    const key = words.join(' ')
    if (key !== '') known.set(key, [...(known.get(key) ?? []), at])
  })
  before.forEach((words, at) => {
    const found = known.get(words.join(' '))?.shift()
    if (found === undefined) return
    pairs.set(at, found)
    taken.add(found)
  })
  const rest = after.flatMap((words, at) =>
    taken.has(at) || words.length === 0 ? [] : [{ at, words: new Set(words) }],
  )
  const scores = before.flatMap((words, at) => {
    if (pairs.has(at) || words.length === 0) return []
    const own = new Set(words)
    return rest.flatMap((one) => {
      const score =
        shared(own, one.words) + (old.paragraphs[at]?.at === now.paragraphs[one.at]?.at ? 0.05 : 0)
      return score > alike ? [{ before: at, after: one.at, score }] : []
    })
  })
  for (const { before: from, after: to } of scores.sort((a, b) => b.score - a.score || a.before - b.before)) {
    if (pairs.has(from) || taken.has(to)) continue
    pairs.set(from, to)
    taken.add(to)
  }
  return pairs
}

/** Dice: twice what both have, of what each has. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return (2 * both) / (a.size + b.size || 1)
}

function nearest(paragraph: number, pairs: ReadonlyMap<number, number>): number {
  for (let at = paragraph; at >= 0; at--) {
    const found = pairs.get(at)
    if (found !== undefined) return found + 0.5
  }
  return -1
}

// ------------------------------------------------------------- points

function firstParagraph({ places, signs }: OpenPoint): number {
  return Math.min(...[...places.flat(), ...signs].map(({ paragraph }) => paragraph))
}

/** Points of both texts that are one: first the same texts, then what shares one, then what is alike. */
function linkedPoints(
  old: Negotiation,
  now: Negotiation,
  pairs: ReadonlyMap<number, number>,
): Map<OpenPoint, OpenPoint> {
  const links = new Map<OpenPoint, OpenPoint>()
  const taken = new Set<OpenPoint>()
  const [before, after] = [grouped(old.points, firstParagraph), grouped(now.points, firstParagraph)]
  const link = (point: OpenPoint, found: OpenPoint | undefined) => {
    if (!found) return
    links.set(point, found)
    taken.add(found)
  }
  const inPlace = (isOne: (a: OpenPoint, b: OpenPoint) => boolean) => {
    for (const [paragraph, points] of before) {
      const others = after.get(pairs.get(paragraph) ?? -1) ?? []
      for (const point of points)
        if (!links.has(point))
          link(
            point,
            others.find((other) => !taken.has(other) && isOne(point, other)),
          )
    }
  }
  inPlace((a, b) => key(a) === key(b))
  // Long texts are found wherever they went.
  const known = new Map<string, OpenPoint[]>()
  for (const point of now.points)
    if (!taken.has(point)) known.set(key(point), [...(known.get(key(point)) ?? []), point])
  for (const point of old.points)
    if (!links.has(point) && key(point).length > shortest) link(point, known.get(key(point))?.shift())
  inPlace((a, b) => a.options.some((text) => b.options.some((other) => plain(text) === plain(other))))
  inPlace((a, b) => shared(words(a), words(b)) > alike)
  return links
}

/** The texts of a point as they are compared. */
function key({ options }: OpenPoint): string {
  return options.map(plain).join('|')
}

function words({ options }: OpenPoint): Set<string> {
  return new Set(
    options
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

function changeOf(old: OpenPoint | null, now: OpenPoint): PointChange {
  if (old === null) return { change: 'opened', old, new: now, joined: now.by, left: [] }
  const said = ({ who, act }: Attribution) => `${who}\u0000${act}`
  const [before, after] = [new Set(old.by.map(said)), new Set(now.by.map(said))]
  const joined = now.by.filter((one) => !before.has(said(one)))
  const left = old.by.filter((one) => !after.has(said(one)))
  return {
    change: kindOf(old, now, { joined: joined.length, left: left.length }),
    old,
    new: now,
    joined,
    left,
  }
}

function kindOf(old: OpenPoint, now: OpenPoint, by: { joined: number; left: number }): PointChangeKind {
  const [before, after] = [new Set(old.options), new Set(now.options)]
  const [gone, came] = [
    [...before].filter((text) => !after.has(text)).length,
    [...after].filter((text) => !before.has(text)).length,
  ]
  if (gone > 0 && came > 0) return 'reworded'
  if (gone > 0) return 'narrowed'
  if (came > 0) return 'widened'
  if (by.joined > by.left) return 'widened'
  return by.left > by.joined ? 'narrowed' : by.joined > 0 ? 'reworded' : 'same'
}

// ------------------------------------------------------------- outcomes

/** How a point that is no longer open ended, by what is in its place; `text` is its paragraph now. */
function outcomeOf(point: OpenPoint, old: Negotiation, text: string | undefined): PointOutcome {
  if (text === undefined) return { how: 'cut' }
  const { before, after } = around(point, old)
  const options = point.options.map((option, index) => ({ option: plain(option), number: index + 1 }))
  const byLength = options.sort((a, b) => b.option.length - a.option.length)
  // What is beside it may be another open point: less of it is asked for, step by step.
  for (const length of besides) {
    const [front, behind] = [before.slice(-length), after.slice(0, length)]
    const found = byLength.find(({ option }) => text.includes(front + option + behind))
    if (found) return { how: 'option', option: found.number }
    if (front !== '' && behind !== '' && text.includes(front + behind)) return { how: 'out' }
  }
  const said = byLength.find(({ option }) => option.length > longestWord && text.includes(option))
  return said ? { how: 'option', option: said.number } : { how: 'reworded' }
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What is beside a point in its paragraph, without signs. */
function around(point: OpenPoint, { paragraphs, points }: Negotiation): { before: string; after: string } {
  const paragraph = firstParagraph(point)
  const { text, label } = paragraphs[paragraph] ?? {}
  if (!text) return { before: '', after: '' }
  const own = [...point.places.flat(), ...point.signs].filter((one) => one.paragraph === paragraph)
  const start = Math.min(...own.map((one) => one.start))
  const end = Math.max(...own.map((one) => one.end))
  const signs = points
    .filter((one) => firstParagraph(one) <= paragraph)
    .flatMap((one) => one.signs.filter((sign) => sign.paragraph === paragraph))
  const said = (from: number, to: number) =>
    plain(
      without({ paragraph, start: from, end: to }, signs)
        .map((one) => text.value.slice(one.start, one.end))
        .join(''),
    )
  return {
    before: said(label?.end ?? 0, start).slice(-(besides[0] ?? 0)),
    after: said(end, text.value.length).slice(0, besides[0]),
  }
}
