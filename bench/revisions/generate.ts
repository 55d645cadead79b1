/**
 * Pairs of drafts with every edit known: an invented resolution and a revision of it.
 *
 * The same seed gives the same texts, to the letter, on every machine.
 */
import { type Draft, type Paragraph, paragraphs, plain, type Row, rows, type Style } from './model.js'
import { type Random, random } from './random.js'
import { Revision } from './structure.js'
import { runLengths, type Truth, truthOf } from './truth.js'
import { swapVerb } from './wording.js'
import { Writer } from './write.js'

export type Level = 'light' | 'medium' | 'heavy'

interface Plan {
  /** Share of the paragraphs whose wording changes, and the share of words that changes in each. */
  edited: number
  share: readonly [number, number]
  /** How many paragraphs come, and go, and move; how many verbs change. */
  each: number
  splits: number
  merges: number
  duplicates: number
  parts: number
}

/** How much a revision changes, in a draft of up to 64 paragraphs. */
export const plans: Readonly<Record<Level, Plan>> = {
  light: { edited: 0.2, share: [0.02, 0.25], each: 1, splits: 0, merges: 0, duplicates: 0, parts: 1 },
  medium: { edited: 0.4, share: [0.05, 0.3], each: 2, splits: 1, merges: 1, duplicates: 1, parts: 2 },
  heavy: { edited: 0.75, share: [0.08, 0.4], each: 4, splits: 2, merges: 2, duplicates: 2, parts: 4 },
}

export interface Version {
  rows: Row[]
  style: Style
}

export interface Pair {
  old: Version
  new: Version
  truth: Truth
}

/** More than this many paragraphs get more edits, in proportion. */
const usualSize = 64

/**
 * Make a draft and its revision.
 *
 * Given the number of paragraphs, sub-paragraphs and headings aside; 16 to 64
 * by the seed if absent; `repetitive` if they are nearly all copies of each
 * other. Ensures, in a draft of up to 64, that what is said to have moved is the
 * least that can have, and no other set as small would do.
 */
export function generate(seed: number, level: Level, size?: number, repetitive = false): Pair {
  const source = random(seed)
  const many = size ?? 16 + source.below(usualSize - 15)
  const writer = new Writer(source, many)
  const old = repetitive ? writer.repetitive(many) : writer.draft(many)
  for (let tries = 0; tries < 50; tries++) {
    const revision = revise(old, writer, plans[level], Math.max(1, Math.round(many / usualSize)))
    // Among thousands of moves two always cross somewhere: a large text serves to measure time.
    if (many <= usualSize && !isLeast(old, revision)) continue
    const [before, after] = styles(source)
    const [oldRows, newRows] = [rows(old, before), rows(revision.draft, after)]
    return {
      old: { rows: oldRows, style: before },
      new: { rows: newRows, style: after },
      truth: truthOf(oldRows, newRows, revision.moved),
    }
  }
  throw new Error(`No consistent revision by seed ${seed}`)
}

function revise(old: Draft, writer: Writer, plan: Plan, scale: number): Revision {
  const revision = new Revision(old, writer)
  const times = (count: number, run: () => void) => {
    for (let done = 0; done < count * scale; done++) run()
  }
  times(plan.parts, () => revision.part())
  times(plan.duplicates, () => revision.duplicate())
  times(plan.each, () => revision.remove())
  times(plan.splits, () => revision.split())
  times(plan.merges, () => revision.merge())
  times(plan.each, () => revision.insert())
  times(plan.each, () => revision.move())
  times(plan.each, () => {
    const paragraph = revision.withVerb()
    if (paragraph) swapVerb(paragraph, writer)
  })
  revision.reword(plan.edited, plan.share)
  revision.enumerate()
  return revision
}

/** Tell whether what stayed is the one largest set that can have stayed, of paragraphs and of each one's parts. */
function isLeast(old: Draft, { draft, moved }: Revision): boolean {
  const before = new Map(paragraphs(old).map((one) => [one.id, one]))
  if (!isOnlyLargest([...before.values()], paragraphs(draft), moved)) return false
  return paragraphs(draft).every(({ from: [first], parts }) => {
    const home = before.get(first ?? 0)
    return !home || isOnlyLargest(home.parts, parts, moved)
  })
}

function isOnlyLargest(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  moved: ReadonlySet<number>,
): boolean {
  const place = new Map(old.map(({ id }, at) => [id, at]))
  const seen = new Set<number>()
  const here = now.filter(({ from: [first] }) => {
    // Of the pieces of a split the first stands for all.
    if (first === undefined || seen.has(first) || !place.has(first)) return false
    seen.add(first)
    return true
  })
  const places = here.map(({ from }) => place.get(from[0] as number) as number)
  const staying = here.filter(({ id }) => !moved.has(id)).length
  const before = runLengths(places)
  const after = runLengths(places.map((at) => -at).reverse()).reverse()
  // On a largest set are those through which a longest run passes; more of them than its size are several sets.
  const longest = Math.max(0, ...before)
  const onOne = places.filter((_, at) => (before[at] as number) + (after[at] as number) - 1 === longest)
  return longest === staying && onOne.length === longest
}

/** Noise that says nothing: other labels, other emphasis, other quotes, stray spaces. */
function styles(source: Random): [Style, Style] {
  const old: Style = { ...plain, emphasis: source.pick(['*', '*', '_', '']) }
  const now: Style = {
    parts: source.chance(0.15) ? 'numerals' : 'letters',
    numbers: source.chance(0.1) ? 'prefixed' : 'plain',
    emphasis: source.pick(['*', '*', '_', '']),
    quotes: source.chance(0.3) ? 'straight' : 'curly',
    spaces: source.chance(0.3) ? 1 + source.below(1 << 30) : 0,
  }
  return [old, now]
}
