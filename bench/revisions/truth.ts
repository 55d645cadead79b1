/** What became of what: read off the provenance of paragraphs and words. */
import type { Paragraph, Row, Word } from './model.js'
import { wordsOf } from './model.js'

/** Rows that belong together, by number from 0; none on one side of what came or went. */
export interface Group {
  kind: 'unchanged' | 'modified' | 'inserted' | 'deleted' | 'split' | 'merged'
  old: number[]
  new: number[]
  moved: boolean
  renumbered: boolean
}

export interface VerbChange {
  old: number
  new: number
  /** Opening phrases without Also and Further. */
  from: string
  to: string
}

export interface Truth {
  groups: Group[]
  verbs: VerbChange[]
  /** Fewest words cut and added that make the new texts, moves of paragraphs free. */
  changedWords: number
  /** Stretches of words cut or added, one after the other, in paragraphs that stayed; one for each that came or went. */
  hunks: number
}

/**
 * Tell what became of every row.
 *
 * Given the rows of both versions and the ids of paragraphs that moved. Ensures every row in exactly one group.
 */
export function truthOf(oldRows: readonly Row[], newRows: readonly Row[], moved: ReadonlySet<number>): Truth {
  const places = new Map(oldRows.map(({ paragraph }, at) => [paragraph.id, at]))
  const successors = new Map<number, number[]>()
  newRows.forEach(({ paragraph }, at) => {
    for (const id of paragraph.from) {
      const list = successors.get(id)
      if (list) list.push(at)
      else successors.set(id, [at])
    }
  })
  const truth: Truth = { groups: [], verbs: [], changedWords: 0, hunks: 0 }
  const add = (old: number[], now: number[], isMoved: boolean) => {
    const paired = old.length > 0 && now.length > 0
    const [before, after] = [oldRows[old[0] ?? -1], newRows[now[0] ?? -1]]
    const kind =
      now.length > 1
        ? 'split'
        : old.length > 1
          ? 'merged'
          : paired
            ? 'modified'
            : old.length === 0
              ? 'inserted'
              : 'deleted'
    const renumbered = paired && before?.paragraph.role !== 'preambular' && before?.label !== after?.label
    truth.groups.push({ kind, old, new: now, moved: isMoved, renumbered })
    const words = (rows: readonly Row[], list: readonly number[]) =>
      list.flatMap((at) => wordsOf((rows[at] as Row).paragraph))
    const { changed, hunks } = distance(words(oldRows, old), words(newRows, now))
    truth.changedWords += changed
    truth.hunks += hunks
    const verb = ({ paragraph }: Row) => paragraph.lead.map(({ text }) => text.toLowerCase()).join(' ')
    if (kind === 'modified' && before && after && verb(before) !== verb(after))
      truth.verbs.push({ old: old[0] as number, new: now[0] as number, from: verb(before), to: verb(after) })
  }
  const done = new Set<number>()
  newRows.forEach(({ paragraph }, at) => {
    const pieces = successors.get(paragraph.from[0] ?? -1) ?? []
    if (pieces.length > 1 && pieces[0] !== at) return
    const old = paragraph.from.map((id) => places.get(id) ?? missing(id))
    for (const one of old) done.add(one)
    add(old, pieces.length > 1 ? pieces : [at], moved.has(paragraph.id))
  })
  oldRows.forEach((_, at) => {
    if (!done.has(at)) add([at], [], false)
  })
  settle(truth.groups, oldRows, newRows)
  return truth
}

function missing(id: number): never {
  throw new Error(`No paragraph ${id} in the old version`)
}

/** Call unchanged what has the same letters, and sub-paragraphs that are unchanged and are where they were. */
function settle(groups: readonly Group[], oldRows: readonly Row[], newRows: readonly Row[]): void {
  const letters = ({ text }: Row) => text.replace(/[\s“”"]/gu, '')
  const successor = new Map<Paragraph, Group>()
  for (const group of groups) for (const at of group.old) successor.set((oldRows[at] as Row).paragraph, group)
  const single = groups.filter(({ kind }) => kind === 'modified')
  const row = (group: Group, side: 'old' | 'new') =>
    (side === 'old' ? oldRows : newRows)[group[side][0] as number] as Row
  const alike = (group: Group) => letters(row(group, 'old')) === letters(row(group, 'new'))
  for (const group of single)
    if (row(group, 'old').paragraph.role === 'subparagraph' && alike(group)) group.kind = 'unchanged'
  for (const group of single) {
    if (!alike(group)) continue
    const [before, after] = [row(group, 'old').paragraph.parts, row(group, 'new').paragraph.parts]
    const still = before.every((part) => {
      const became = successor.get(part)
      const home =
        became && after.includes((newRows[became.new[0] ?? -1] as Row | undefined)?.paragraph as Paragraph)
      return home && became.kind === 'unchanged' && !became.moved
    })
    if (still && before.length === after.length) group.kind = 'unchanged'
  }
}

/** Words to cut and add between two texts, and the stretches in which they are. */
function distance(old: readonly Word[], now: readonly Word[]): { changed: number; hunks: number } {
  const place = new Map(old.map(({ id }, at) => [id, at]))
  const kept = increasing(now.map(({ id }) => place.get(id) ?? -1))
  let hunks = 0
  let [last, lastNew] = [-1, -1]
  for (const at of [...kept, now.length]) {
    const here = at === now.length ? old.length : (place.get((now[at] as Word).id) as number)
    if (here > last + 1 || at > lastNew + 1) hunks++
    ;[last, lastNew] = [here, at]
  }
  return { changed: old.length + now.length - 2 * kept.length, hunks }
}

/** Places of a longest increasing run among the values from 0 on. */
export function increasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous = new Array<number>(values.length).fill(-1)
  values.forEach((value, at) => {
    if (value < 0) return
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    previous[at] = tails[low - 1] ?? -1
    tails[low] = at
  })
  const run: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.push(at)
  return run.reverse()
}

/** Length of the longest increasing run that ends at each value. */
export function runLengths(values: readonly number[]): number[] {
  const tails: number[] = []
  return values.map((value) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] as number) < value) low = middle + 1
      else high = middle
    }
    tails[low] = value
    return low + 1
  })
}
