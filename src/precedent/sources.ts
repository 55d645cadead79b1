/** The sources of a paragraph that was sewn from several: a text of the library for each stretch of it. */
import { compareTexts, wordKeys } from '../diff/index.js'
import type { Edit } from '../model/change.js'
import type { Allowed, Found, Search } from './search.js'

/** So many words in a row, at least, are taken from somewhere; fewer are alike by chance. */
const leastRun = 4
/** A stretch of so many words has a source of its own. */
const leastStretch = 8
/** So much of a stretch must be in runs that its source has too. */
const leastCovered = 0.6
/** A paragraph is sewn from no more texts than this. */
const mostSources = 5

/** A stretch of a text, as offsets. */
export type Span = [from: number, to: number]

/** A text that is the source of a stretch. */
export interface Source {
  text: number
  span: Span
}

/**
 * Find the sources of what the likest text does not explain.
 *
 * Given the edits from that text to the paragraph. Ensures that the stretches do not overlap.
 */
export function furtherSources(
  edits: readonly Edit[],
  text: string,
  search: Search,
  allowed: Allowed,
  textOf: (text: number) => string,
): Source[] {
  const found: Source[] = []
  const open = uncovered(edits)
  for (let span = open.shift(); span && found.length < mostSources - 1; span = open.shift()) {
    const stretch = text.slice(...span)
    const size = wordKeys(stretch).length
    if (size < leastStretch) continue
    const [source] = search
      .likest(stretch, allowed)
      .filter(({ common }) => common >= leastCovered * size)
      .sort((a, b) => b.common - a.common || b.score - a.score)
      .slice(0, 3)
      .flatMap((candidate) => explained(candidate, stretch, size, textOf))
    if (!source) continue
    const [from] = span
    found.push({ text: source.text, span: [from + source.covered[0], from + source.covered[1]] })
    for (const [start, end] of source.left) open.push([from + start, from + end])
  }
  return found
}

interface Explained {
  text: number
  covered: Span
  left: Span[]
}

function explained(
  { text }: Found,
  stretch: string,
  size: number,
  textOf: (text: number) => string,
): Explained[] {
  const runs = runsOf(compareTexts(textOf(text), stretch, 'raw'))
  const words = runs.reduce((total, run) => total + run.words, 0)
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last || words < leastCovered * size) return []
  const covered: Span = [first.span[0], last.span[1]]
  const left: Span[] = [
    [0, covered[0]],
    [covered[1], stretch.length],
  ]
  return [{ text, covered, left }]
}

/** The stretches that no run of kept words covers, the longest first. */
export function uncovered(edits: readonly Edit[]): Span[] {
  const runs = runsOf(edits)
  const end = edits.reduce((total, { op, text }) => total + (op === 'delete' ? 0 : text.length), 0)
  const borders = [0, ...runs.flatMap(({ span }) => span), end]
  const gaps: Span[] = []
  for (let at = 0; at < borders.length; at += 2) {
    const gap: Span = [borders[at] as number, borders[at + 1] as number]
    if (gap[1] > gap[0]) gaps.push(gap)
  }
  return gaps.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
}

/** Share of the words of the newer text that are in runs of kept words. */
export function coverage(edits: readonly Edit[]): number {
  const covered = runsOf(edits).reduce((total, { words }) => total + words, 0)
  const all = edits.reduce((total, { op, text }) => total + (op === 'delete' ? 0 : wordKeys(text).length), 0)
  return all === 0 ? 0 : covered / all
}

function runsOf(edits: readonly Edit[]): { span: Span; words: number }[] {
  let at = 0
  return edits.flatMap(({ op, text }) => {
    if (op === 'delete') return []
    const span: Span = [at, at + text.length]
    at += text.length
    const words = op === 'equal' ? wordKeys(text).length : 0
    return words >= leastRun ? [{ span, words }] : []
  })
}
