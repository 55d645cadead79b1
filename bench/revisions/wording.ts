/** Edits of words: each leaves the ids of what it keeps. */
import type { Paragraph, Word } from './model.js'
import { wordsOf } from './model.js'
import { openers, synonyms } from './words.js'
import type { Writer } from './write.js'

type Wording = (paragraph: Paragraph, writer: Writer) => boolean

/** Say a phrase in other words. */
const paraphrase: Wording = (paragraph, writer) => {
  const places = paragraph.clauses.flatMap((clause, at) =>
    synonyms.flatMap((group) =>
      group.flatMap((phrase) => {
        const from = find(clause, phrase.split(' '))
        return from < 0 ? [] : [{ at, from, phrase, group }]
      }),
    ),
  )
  if (places.length === 0) return false
  const { at, from, phrase, group } = writer.random.pick(places)
  const other = writer.random.pick(group.filter((one) => one !== phrase))
  replace(paragraph, at, from, phrase.split(' ').length, other, writer)
  return true
}

/** Let two qualifying clauses change places. */
const swap: Wording = (paragraph, { random }) => {
  if (paragraph.clauses.length < 3) return false
  const at = 1 + random.below(paragraph.clauses.length - 2)
  const [one, two] = [paragraph.clauses[at], paragraph.clauses[at + 1]]
  if (!one || !two) return false
  paragraph.clauses = paragraph.clauses.with(at, two).with(at + 1, one)
  return true
}

/** Add a qualifying clause. */
const qualify: Wording = (paragraph, writer) => {
  const at = 1 + writer.random.below(paragraph.clauses.length)
  const [clause = []] = writer.clauses(writer.random.pick(['how', 'aim', 'hedge', 'hedge', 'by']))
  paragraph.clauses = paragraph.clauses.toSpliced(at, 0, clause)
  return true
}

/** Drop a qualifying clause. */
const unqualify: Wording = (paragraph, { random }) => {
  if (paragraph.clauses.length < 2) return false
  paragraph.clauses = paragraph.clauses.toSpliced(1 + random.below(paragraph.clauses.length - 1), 1)
  return true
}

/** Write another word, or a few, where one to three were. */
const rewrite: Wording = (paragraph, writer) => {
  const at = writer.random.below(paragraph.clauses.length)
  const clause = paragraph.clauses[at] ?? []
  const length = Math.min(1 + writer.random.below(3), clause.length - 1)
  if (length < 1) return false
  const from = writer.random.below(clause.length - length)
  // The first word of a sub-paragraph or a clause holds its grammar together.
  const [other = []] = writer.clauses(writer.random.pick(['things', 'adjective', 'adjective', 'noun']))
  replace(paragraph, at, from + 1, length, other.map(({ text }) => text).join(' '), writer)
  return true
}

/** Write another number or year. */
const renumber: Wording = (paragraph, writer) => {
  const places = paragraph.clauses.flatMap((clause, at) =>
    clause.flatMap(({ text }, from) => (/^\d+$/u.test(text) ? [{ at, from, text }] : [])),
  )
  if (places.length === 0) return false
  const { at, from, text } = writer.random.pick(places)
  replace(paragraph, at, from, 1, String(Number(text) + 1 + writer.random.below(9)), writer)
  return true
}

/** Add an adjective before a word. */
const adorn: Wording = (paragraph, writer) => {
  const at = writer.random.below(paragraph.clauses.length)
  const clause = paragraph.clauses[at] ?? []
  const [words = []] = writer.clauses('adjective')
  replace(
    paragraph,
    at,
    Math.min(clause.length, 1 + writer.random.below(clause.length)),
    0,
    text(words),
    writer,
  )
  return true
}

const wordings: readonly Wording[] = [
  paraphrase,
  paraphrase,
  paraphrase,
  swap,
  qualify,
  unqualify,
  rewrite,
  rewrite,
  renumber,
  adorn,
]

/** An edit that goes beyond the share by more than this is taken back. */
const excess = 0.1

/**
 * Change the wording of a paragraph until about so large a share of its words is new or gone, 0–1.
 *
 * Ensures the share is exceeded by one tenth at most.
 */
export function reword(paragraph: Paragraph, share: number, writer: Writer): void {
  const before = new Set(wordsOf(paragraph).map(({ id }) => id))
  const kinds = paragraph.role === 'heading' ? [paraphrase, adorn] : wordings
  for (let tries = 0; tries < 40; tries++) {
    const { clauses } = paragraph
    const done = writer.random.pick(kinds)(paragraph, writer)
    const now = wordsOf(paragraph)
    const kept = now.filter(({ id }) => before.has(id)).length
    const changed = 1 - kept / Math.max(before.size, now.length)
    if (changed > share + excess) paragraph.clauses = clauses
    else if (done && changed >= share) return
  }
}

/** Write another opening phrase that the sentence can follow. */
export function swapVerb(paragraph: Paragraph, writer: Writer): void {
  if (paragraph.opener === null) throw new Error('A paragraph without a verb')
  const now = text(paragraph.lead).toLowerCase()
  const others = openers[paragraph.opener].filter((phrase) => phrase.toLowerCase() !== now)
  const other = writer.random.pick(others)
  const words = writer.words(paragraph.enumerator.length > 0 ? lowered(other) : other)
  // "Notes" → "Notes with concern" keeps a word.
  paragraph.lead = words.map((word, at) =>
    paragraph.lead[at]?.text === word.text ? paragraph.lead[at] : word,
  )
}

export function lowered(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1)
}

function text(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ')
}

function find(clause: readonly Word[], phrase: readonly string[]): number {
  return clause.findIndex((_, at) => phrase.every((word, index) => clause[at + index]?.text === word))
}

function replace(
  paragraph: Paragraph,
  at: number,
  from: number,
  length: number,
  other: string,
  writer: Writer,
): void {
  const clause = paragraph.clauses[at] ?? []
  paragraph.clauses = paragraph.clauses.with(at, clause.toSpliced(from, length, ...writer.words(other)))
}
