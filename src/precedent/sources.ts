/** The sources of a paragraph that was sewn from several: a text of the library for each stretch of it. */
import { compareTexts } from '../diff/index.js'
import type { Edit } from '../model/change.js'
import type { Allowed, Found, Search } from './search.js'
import { wordNumbers } from './words.js'

/** So many words in a row, at least, are taken from somewhere; fewer are alike by chance. */
const leastRun = 4
/** A stretch of so many words has a source of its own. */
const leastStretch = 8
/** So much of a stretch must be in runs that its source has too. */
const leastCovered = 0.6
/** A stretch of so many words has a source however many texts have it; a shorter one that many have is a formula. */
const leastTold = 12
/** Candidates for a stretch that are compared word by word. */
const mostTried = 3
/** A paragraph is sewn from no more texts than this. */
const mostSources = 5

/** A stretch of a text, as offsets. */
export type Span = [from: number, to: number]

/** A text that is the source of a stretch, and how many words of it. */
export interface Source {
  text: number
  span: Span
  words: number
}

/** What the search for sources asks of a library. */
export interface Texts {
  search: Search
  allowed: Allowed
  textOf(text: number): string
  /** Texts under too many titles have them: what all say comes from none of them. */
  isCommon(texts: readonly number[]): boolean
}

/**
 * Find the sources of what the likest text does not explain.
 *
 * Given the edits from that text to the paragraph. Ensures that the stretches do not overlap.
 */
export function furtherSources(edits: readonly Edit[], text: string, texts: Texts): Source[] {
  const found: Source[] = []
  const open = uncovered(edits)
  for (let span = open.shift(); span && found.length < mostSources - 1; span = open.shift()) {
    const source = sourceOf(text.slice(...span), texts)
    if (!source) continue
    const [from] = span
    const { covered, words } = source
    found.push({ text: source.text, span: [from + covered[0], from + covered[1]], words })
    for (const [start, end] of source.left) open.push([from + start, from + end])
  }
  return found
}

/** The text that has most of a stretch in runs of words. */
function sourceOf(stretch: string, { search, allowed, textOf, isCommon }: Texts): Explained | undefined {
  const words = wordNumbers(stretch)
  const size = words.length
  if (size < leastStretch) return undefined
  const likely = search
    .likest(stretch, allowed)
    .filter(({ common }) => common >= leastCovered * size)
    .sort((a, b) => b.common - a.common || b.score - a.score)
  let source: Explained | undefined
  // Long texts have most words of a stretch here and there, and take long to be compared.
  for (const candidate of likely.slice(0, mostTried))
    if (!source && inRuns(words, search.wordsOf(candidate.text)) >= leastCovered * size)
      source = explained(candidate, stretch, size, textOf)
  if (!source || source.words >= leastTold) return source
  const holders = likely.filter(({ common }) => common >= source.words)
  return isCommon(holders.map(({ text }) => text)) ? undefined : source
}

/** How many words are in runs that another text has too, in whatever order. */
function inRuns(words: Int32Array, other: Int32Array): number {
  const theirs = new Set(runsAt(other))
  let count = 0
  let end = 0
  runsAt(words).forEach((run, at) => {
    if (!theirs.has(run)) return
    count += at + leastRun - Math.max(end, at)
    end = at + leastRun
  })
  return count
}

/** For each word a number for the run that begins with it. */
function runsAt(words: Int32Array): Int32Array {
  return Int32Array.from({ length: Math.max(0, words.length - leastRun + 1) }, (_, at) =>
    words.subarray(at, at + leastRun).reduce((hash, word) => Math.imul(hash, 31) + word, 0),
  )
}

interface Explained {
  text: number
  covered: Span
  words: number
  left: Span[]
}

function explained(
  { text }: Found,
  stretch: string,
  size: number,
  textOf: (text: number) => string,
): Explained | undefined {
  const runs = runsOf(compareTexts(textOf(text), stretch, 'raw'))
  const words = runs.reduce((total, run) => total + run.words, 0)
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last || words < leastCovered * size) return undefined
  const covered: Span = [first.span[0], last.span[1]]
  const left: Span[] = [
    [0, covered[0]],
    [covered[1], stretch.length],
  ]
  return { text, covered, words, left }
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

/** From the first run of kept words to the last; undefined where there is none. */
export function coveredSpan(edits: readonly Edit[]): Span | undefined {
  const runs = runsOf(edits)
  const [first, last] = [runs[0], runs.at(-1)]
  return first && last && [first.span[0], last.span[1]]
}

/** Share of the words of the newer text that are in runs of kept words. */
export function coverage(edits: readonly Edit[]): number {
  const covered = runsOf(edits).reduce((total, { words }) => total + words, 0)
  const all = edits.reduce(
    (total, { op, text }) => total + (op === 'delete' ? 0 : wordNumbers(text).length),
    0,
  )
  return all === 0 ? 0 : covered / all
}

function runsOf(edits: readonly Edit[]): { span: Span; words: number }[] {
  let at = 0
  return edits.flatMap(({ op, text }) => {
    if (op === 'delete') return []
    const span: Span = [at, at + text.length]
    at += text.length
    const words = op === 'equal' ? wordNumbers(text).length : 0
    return words >= leastRun ? [{ span, words }] : []
  })
}
