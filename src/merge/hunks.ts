/** Edits of several parties to one text → one text, or the places where they conflict. */
import { compareTexts } from '../diff/index.js'
import type { Splice } from '../model/tree/edit.js'

/** One edit to the base and the parties that made it. */
export interface Hunk extends Splice {
  by: string[]
}

/** Edits of different parties that touch: to what stretch of the base, and each party's words for it. */
export interface Clash {
  start: number
  end: number
  readings: { by: string[]; text: string }[]
}

/** What several parties make of one text. */
export interface MergedWords {
  /** Edits that touch no other party's, in order. */
  taken: Hunk[]
  clashes: Clash[]
}

/**
 * Merge what parties made of a text, word by word.
 *
 * Given the base and each party's text. Ensures that the same edit by two
 * parties is one, that edits that do not touch are all taken, and that those
 * that touch are clashes with every party's words for the stretch.
 */
export function mergeWords(base: string, versions: ReadonlyMap<string, string>): MergedWords {
  const hunks = sameAsOne([...versions].flatMap(([by, text]) => hunksOf(base, text, by)))
  const taken: Hunk[] = []
  const clashes: Clash[] = []
  for (const group of touching(base, hunks)) {
    const [only] = group
    if (only && group.length === 1) taken.push(only)
    else clashes.push(clash(base, group))
  }
  return { taken, clashes }
}

function hunksOf(base: string, text: string, by: string): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | undefined
  for (const edit of compareTexts(base, text, 'words')) {
    if (edit.op === 'equal') {
      at += (edit.old ?? edit.text).length
      open = undefined
      continue
    }
    if (!open) {
      open = { start: at, end: at, text: '', by: [by] }
      hunks.push(open)
    }
    if (edit.op === 'insert') open.text += edit.text
    else {
      at += edit.text.length
      open.end = at
    }
  }
  return hunks
}

function sameAsOne(hunks: readonly Hunk[]): Hunk[] {
  const found = new Map<string, Hunk>()
  for (const hunk of hunks) {
    const key = `${hunk.start} ${hunk.end} ${hunk.text}`
    const same = found.get(key)
    if (same) same.by.push(...hunk.by)
    else found.set(key, { ...hunk })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Groups of edits with no word of the base between them. */
function touching(base: string, hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = []
  let end = -1
  for (const hunk of hunks) {
    const last = groups.at(-1)
    const apart = hunk.start > end && base.slice(end, hunk.start).trim() !== ''
    // Two edits of one party are never a conflict, however near.
    const own = last?.every(({ by }) => by.join() === hunk.by.join()) ?? false
    if (last && !apart && !own) last.push(hunk)
    else groups.push([hunk])
    end = Math.max(last && !apart ? end : -1, hunk.end)
  }
  return groups
}

function clash(base: string, group: readonly Hunk[]): Clash {
  const start = Math.min(...group.map((hunk) => hunk.start))
  const end = Math.max(...group.map((hunk) => hunk.end))
  const parties = [...new Set(group.flatMap(({ by }) => by))]
  const readings = new Map<string, string[]>()
  for (const party of parties) {
    let text = ''
    let at = start
    for (const hunk of group.filter(({ by }) => by.includes(party))) {
      text += base.slice(at, hunk.start) + hunk.text
      at = hunk.end
    }
    text += base.slice(at, end)
    readings.set(text, [...(readings.get(text) ?? []), party])
  }
  return { start, end, readings: [...readings].map(([text, by]) => ({ by, text })) }
}
