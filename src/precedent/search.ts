/** A text → the texts of a library that are likest, found by their rarest words and weighed by all. */
import { CommonWords } from './common.js'
import type { Library } from './library/library.js'
import { weightOf } from './weight.js'
import { wordNumbers } from './words.js'

/** So many of the rarest words of a text find candidates; of 12, two changed paragraphs in a thousand were missed, of 16 none. */
const voters = 32

/** How long the lists of the words may be together that are asked so far: common words tell little, and take all the time. */
function mostPostings(asked: number): number {
  if (asked < 8) return Number.POSITIVE_INFINITY
  return asked < 16 ? 400_000 : 20_000
}

/** Candidates that are weighed: those alike in whole, those that the text holds, and those that hold the text. */
const weighed = { alike: 32, held: 32, holding: 16 }
/** Of two that hold a text the shorter comes first. */
const lengthCounts = 0.05

export interface Found {
  text: number
  /** Twice the words in common, in order, by the words of both: 0–1, to the thousandth. */
  score: number
  /** How many words they have in common. */
  common: number
}

/** Tells whether a text may be found: one that some document has which is asked for. */
export type Allowed = (text: number) => boolean

const searches = new WeakMap<Library, Search>()

/** The search of a library: what it remembers of one paragraph or draft serves the next. */
export function searchOf(library: Library): Search {
  const search = searches.get(library) ?? new Search(library)
  searches.set(library, search)
  return search
}

export class Search {
  readonly #library: Library
  readonly #votes: Float32Array
  /** The texts that have votes. */
  readonly #voted: Int32Array
  readonly #words = new Map<number, Int32Array>()

  constructor(library: Library) {
    this.#library = library
    this.#votes = new Float32Array(library.texts)
    this.#voted = new Int32Array(library.texts)
  }

  /** The likest texts, the likest first; texts with no word in common are never among them. */
  likest(text: string, allowed: Allowed): Found[] {
    const words = wordNumbers(text)
    const common = new CommonWords(words)
    return this.#candidates(words, allowed)
      .map((candidate) => ({ text: candidate, ...scored(words, this.wordsOf(candidate), common) }))
      .sort((a, b) => b.score - a.score || a.text - b.text)
  }

  /** How much a text of the library is like another text, 0–1. */
  score(text: string, other: number): Omit<Found, 'text'> {
    return scored(wordNumbers(text), this.wordsOf(other))
  }

  /** The words of a text of the library. */
  wordsOf(text: number): Int32Array {
    const known = this.#words.get(text)
    if (known) return known
    const words = wordNumbers(this.#library.text(text))
    // Paragraphs of one draft have candidates in common; those of many drafts would fill the memory.
    if (this.#words.size >= 20_000) this.#words.clear()
    this.#words.set(text, words)
    return words
  }

  #candidates(words: Int32Array, allowed: Allowed): number[] {
    const { weights, texts } = this.#library
    const known = Array.from(new Set(words), (word) => {
      const place = this.#library.placeOf(word)
      return { place, count: place === undefined ? 0 : this.#library.countAt(place) }
    }).sort((a, b) => a.count - b.count)
    // What no text of the library has counts as much as what one has.
    const own = known.reduce((total, { count }) => total + weightOf(count, texts), 0)
    const votes = this.#votes
    const voted = this.#voted
    let size = 0
    let postings = 0
    let asked = 0
    for (const { place, count } of known) {
      if (place === undefined) continue
      if (asked === voters || postings + count > mostPostings(asked)) break
      asked++
      postings += count
      size = voteFor(this.#library.postingsAt(place), weightOf(count, texts), { votes, voted, size })
    }
    const alike = new Best(weighed.alike)
    const held = new Best(weighed.held)
    const holding = new Best(weighed.holding)
    // Most have fewer votes than the last of each list has, however short they are, and are passed over; a little
    // less, as the votes are rounded.
    let least = 0
    for (let at = 0; at < size; at++) {
      const text = voted[at] as number
      const vote = votes[text] as number
      votes[text] = 0
      if (vote < least) continue
      const theirs = weights[text] as number
      const whole = vote / (theirs + own)
      const part = vote / Math.max(theirs, own / 8)
      const around = vote / (own + theirs * lengthCounts)
      if (whole <= alike.least && part <= held.least && around <= holding.least) continue
      if (!allowed(text)) continue
      alike.add(text, whole)
      held.add(text, part)
      holding.add(text, around)
      least = 0.999 * own * Math.min(alike.least, held.least / 8, holding.least)
    }
    return [...new Set([...alike.members, ...held.members, ...holding.members])]
  }
}

/**
 * Give each text of a list of postings a vote; gives how many texts have votes now.
 *
 * Some twenty thousand votes are given for each paragraph: the list is read in place, without a call for each.
 */
function voteFor(
  postings: Uint8Array,
  weight: number,
  { votes, voted, size }: { votes: Float32Array; voted: Int32Array; size: number },
): number {
  const end = postings.length
  let all = size
  let text = 0
  for (let at = 0; at < end; ) {
    let byte = postings[at++] as number
    let gap = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] as number
      gap |= (byte & 127) << shift
    }
    text += gap
    const vote = votes[text] as number
    if (vote === 0) voted[all++] = text
    votes[text] = vote + weight
  }
  return all
}

function scored(words: Int32Array, other: Int32Array, common = new CommonWords(words)): Omit<Found, 'text'> {
  const count = common.count(other)
  const both = words.length + other.length
  return { common: count, score: both === 0 ? 0 : Math.round((2000 * count) / both) / 1000 }
}

/** Those that score highest, without sorting the others. */
class Best {
  readonly #most: number
  readonly #found: { member: number; score: number }[] = []
  /** What is not above it is not taken. */
  least = -1

  constructor(most: number) {
    this.#most = most
  }

  get members(): number[] {
    return this.#found.map(({ member }) => member)
  }

  add(member: number, score: number): void {
    if (score <= this.least) return
    let at = this.#found.length
    while (at > 0 && (this.#found[at - 1]?.score ?? 0) < score) at--
    this.#found.splice(at, 0, { member, score })
    if (this.#found.length > this.#most) this.#found.pop()
    if (this.#found.length === this.#most) this.least = this.#found.at(-1)?.score ?? -1
  }
}
