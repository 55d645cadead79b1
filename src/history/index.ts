/**
 * History: trees of successive versions → what became of each paragraph.
 *
 * Compare each version with the next, join the links into lives, find what came
 * back, and say what became of each.
 */
import { type DiffOptions, diff } from '../diff/index.js'
import { type Change, type Diff, flatten, type Shift } from '../model/change.js'
import type { History, HistoryVersion, Life, LifeFate, Link } from '../model/history.js'
import type { Root } from '../model/tree/types.js'
import { Lives, orderLives, type Place } from './lives.js'
import { type Paragraph, type Version, versionOf } from './paragraphs.js'
import { findRevivals } from './revivals.js'

/**
 * Follow each paragraph through a chain of versions.
 *
 * Given the trees of two or more versions, the oldest first. Ensures that every
 * labelled paragraph of every version is in exactly one life, and that the
 * links of two neighbouring versions are those of their diff.
 *
 * @example history([fromMarkdown(tabled), fromMarkdown(revised), fromMarkdown(adopted)]).paragraphs[0]?.path
 * // [['PP1'], ['PP1'], ['PP2']]
 */
export function history(trees: readonly Root[], options: DiffOptions = {}): History {
  const versions = trees.map(versionOf)
  const steps = trees.slice(1).map((tree, at) => diff(trees[at] as Root, tree, options))
  const joints = steps.flatMap((step, from) => jointsOf(step, from, versions))
  const lives = new Lives(versions.map(({ paragraphs }) => paragraphs.length))
  for (const { old, new: now } of joints) if (old && now) lives.join(old, now)
  const gone = joints.flatMap((joint) => (joint.old && !joint.new ? [joint.old] : []))
  const come = joints.flatMap((joint) => (joint.new && !joint.old ? [joint.new] : []))
  for (const [departure, arrival] of findRevivals(gone, come, versions)) lives.join(departure, arrival)
  return {
    versions: trees.map((tree, at) => describeVersion(tree, at, steps, versions)),
    links: joints.map((joint) => linkOf(joint, versions)),
    paragraphs: describeLives(lives, versions, joints),
    steps,
  }
}

/** One paragraph of a version and what it is in the next. */
interface Joint {
  from: number
  old: Place | null
  new: Place | null
  change: Change
}

/**
 * The links of a step, by its changes.
 *
 * A paragraph that was put in with what had been a clause of another is the other piece of that one, and one
 * that was cut and is a clause of another now lives on in that, however far apart the two are.
 */
function jointsOf(step: Diff, from: number, versions: readonly Version[]): Joint[] {
  return step.changes.flatMap((change): Joint[] => {
    const end = otherEnd(change, step.changes)
    const [before, after] = [
      change.old.length > 0 || !end ? change : end,
      change.new.length > 0 || !end ? change : end,
    ]
    const old = placesOf(before, 'old', from, versions)
    const now = placesOf(after, 'new', from + 1, versions)
    if (now.length === 0) return old.map((one) => ({ from, old: one, new: null, change }))
    if (old.length === 0) return now.map((one) => ({ from, old: null, new: one, change }))
    return old.flatMap((one) => now.map((other) => ({ from, old: one, new: other, change })))
  })
}

/** The change of the paragraph whose clause a whole one had been, or became. */
function otherEnd(
  { wentTo, cameFrom, old, new: now }: Change,
  changes: readonly Change[],
): Change | undefined {
  if (wentTo === undefined && cameFrom === undefined) return undefined
  return changes.find((other) =>
    flatten([other]).some((part) =>
      part.phrases.some((phrase) =>
        wentTo === undefined
          ? part.old[0] === cameFrom && phrase.wentTo === now[0]
          : part.new[0] === wentTo && phrase.cameFrom === old[0],
      ),
    ),
  )
}

/** The paragraphs of one side of a change: those of its rows that bear one of its labels. */
function placesOf(change: Change, side: 'old' | 'new', at: number, versions: readonly Version[]): Place[] {
  const version = versions[at]
  const labels = change[side]
  const found = new Set<number>()
  for (const part of flatten([change]))
    for (const row of part[`${side}Rows`]) {
      const paragraph = version?.paragraphOf[row]
      if (paragraph === undefined) continue
      if (labels.includes(version?.paragraphs[paragraph]?.label ?? '')) found.add(paragraph)
    }
  return [...found].map((paragraph) => ({ version: at, paragraph }))
}

function paragraphAt(place: Place, versions: readonly Version[]): Paragraph {
  return versions[place.version]?.paragraphs[place.paragraph] as Paragraph
}

function linkOf({ from, old, new: now }: Joint, versions: readonly Version[]): Link {
  const [one, other] = [old && paragraphAt(old, versions), now && paragraphAt(now, versions)]
  const resolution = (other ?? one)?.resolution
  const link: Link = { from, old: one?.label ?? null, new: other?.label ?? null }
  if (resolution !== undefined) link.resolution = resolution
  return link
}

function describeVersion(
  tree: Root,
  at: number,
  steps: readonly Diff[],
  versions: readonly Version[],
): HistoryVersion {
  const side = steps[at]?.old ?? steps[at - 1]?.new
  const masthead = tree.children.find((node) => node.type === 'masthead')
  const date = masthead?.children.find((node) => node.type === 'date')
  return {
    symbol: side?.symbol ?? null,
    title: side?.title ?? null,
    date: date?.date ?? null,
    language: tree.language,
    paragraphs: versions[at]?.paragraphs.length ?? 0,
  }
}

function describeLives(lives: Lives, versions: readonly Version[], joints: readonly Joint[]): Life[] {
  const places = new Map<number, Place[][]>()
  const sequences = versions.map(({ paragraphs }, version) =>
    paragraphs.map((_, paragraph) => {
      const life = lives.of({ version, paragraph })
      const path = places.get(life) ?? versions.map(() => [])
      path[version]?.push({ version, paragraph })
      places.set(life, path)
      return life
    }),
  )
  const own = new Map<number, Joint[]>()
  for (const joint of joints) {
    const life = lives.of((joint.new ?? joint.old) as Place)
    own.set(life, [...(own.get(life) ?? []), joint])
  }
  return orderLives(sequences).map((life) =>
    describeLife(places.get(life) ?? [], own.get(life) ?? [], versions),
  )
}

function describeLife(path: Place[][], joints: readonly Joint[], versions: readonly Version[]): Life {
  const paragraphs = path.map((places) => places.map((place) => paragraphAt(place, versions)))
  const texts = paragraphs.map((each) => (each.length === 0 ? null : each.map(({ text }) => text).join('\n')))
  const present = texts.flatMap((text, version) => (text === null ? [] : [version]))
  const life: Life = {
    path: paragraphs.map((each) => each.map(({ label }) => label)),
    texts,
    leads: paragraphs.map(([first]) => first?.lead ?? null),
    verbs: paragraphs.map(([first]) => first?.verb ?? null),
    shifts: texts.map((_, version) => shiftInto(version, path, joints)),
    changed: changedIn(joints, present, texts),
    moved: joints.flatMap(({ from, change }) => (change.moved ? [from + 1] : [])),
    fate: fateOf(path, present),
  }
  const resolution = paragraphs.flat()[0]?.resolution
  if (resolution !== undefined) life.resolution = resolution
  return life
}

/** How the words that open the first paragraph changed: of several pieces the first says what the verbs are. */
function shiftInto(version: number, path: readonly Place[][], joints: readonly Joint[]): Shift | null {
  const into = joints.filter((joint) => joint.from + 1 === version && joint.old && joint.new)
  const [old, now] = [path[version - 1]?.[0], path[version]?.[0]]
  const first = into.find(
    (joint) => joint.old?.paragraph === old?.paragraph && joint.new?.paragraph === now?.paragraph,
  )
  return (first ?? into[0])?.change.phrases.find(({ lead }) => lead)?.shift ?? null
}

/** In each step as its diff says; across versions that lack the paragraph, by its words. */
function changedIn(
  joints: readonly Joint[],
  present: readonly number[],
  texts: readonly (string | null)[],
): number[] {
  return present.slice(1).filter((version, at) => {
    const before = present[at] as number
    if (before + 1 < version) return texts[before] !== texts[version]
    // A piece that came or went is a change of what the others are.
    return joints.some(({ from, change }) => from === before && change.kind !== 'unchanged')
  })
}

function fateOf(path: readonly Place[][], present: readonly number[]): LifeFate {
  const [first = 0, last = 0] = [present[0], present.at(-1)]
  if (last < path.length - 1) return 'deleted'
  if (present.length < last - first + 1) return 'revived'
  const sizes = path.slice(first, last + 1).map(({ length }) => length)
  const [start = 1, end = 1] = [sizes[0], sizes.at(-1)]
  if (end > start) return 'split'
  if (end < start) return 'merged'
  return first > 0 ? 'inserted' : 'kept'
}
