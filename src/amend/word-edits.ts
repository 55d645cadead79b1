/** A paragraph that reads otherwise → the edits of words that make it so. */
import type { Instruction } from '../model/amendment.js'
import type { Edit } from '../model/change.js'
import { find } from './words.js'

/** Words that give way to others: UTF-16 offsets in the old text, end exclusive. */
interface Hunk {
  start: number
  end: number
  words: string
}

export type WordInstruction = Pick<Instruction, 'op' | 'where' | 'anchor' | 'old' | 'new'>

/**
 * Write edits as instructions.
 *
 * Given the edits of one text, all the texts among which its words are sought, and the quotation marks
 * that the words will be in. Ensures that words quoted are in those texts once.
 * Gives null where they cannot be.
 */
export function wordEdits(
  edits: readonly Edit[],
  among: readonly string[],
  quotes: readonly (readonly [open: string, close: string])[],
): WordInstruction[] | null {
  const text = edits.map(({ op, text: words, old = words }) => (op === 'insert' ? '' : old)).join('')
  const count = (words: string) => among.reduce((sum, one) => sum + find(one, words).length, 0)
  const isWhole = (words: string) => quotes.every(([open, close]) => isBalanced(words, open, close))
  const hunks = hunksOf(edits, text)
  const instructions: WordInstruction[] = []
  for (let at = 0; at < hunks.length; at++) {
    const hunk = hunks[at] as Hunk
    const bounds = { from: hunks[at - 1]?.end ?? 0, to: hunks[at + 1]?.start ?? text.length }
    const isOnce = (words: string) => count(words) === 1 && isWhole(words)
    const made =
      hunk.start === hunk.end
        ? insertion(text, hunk, bounds, isOnce)
        : replacement(text, hunk, bounds, isOnce)
    if (!made || !isWhole(made.new ?? '')) return null
    instructions.push(made)
  }
  return instructions
}

function hunksOf(edits: readonly Edit[], text: string): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | undefined
  for (const { op, text: words, old = words } of edits) {
    if (op === 'equal') {
      open = undefined
      at += old.length
      continue
    }
    if (!open) {
      open = { start: at, end: at, words: '' }
      hunks.push(open)
    }
    if (op === 'insert') open.words += words
    else {
      at += words.length
      open.end = at
    }
  }
  return hunks.map((hunk) => withoutSpaces(hunk, text))
}

/** The spaces around words are not theirs. */
function withoutSpaces({ start, end, words }: Hunk, text: string): Hunk {
  const old = text.slice(start, end)
  const lead = old.length - old.trimStart().length
  const trimmed = old.trim()
  return { start: start + lead, end: start + lead + trimmed.length, words: words.trim() }
}

interface Bounds {
  from: number
  to: number
}

function insertion(
  text: string,
  { start, words }: Hunk,
  { from, to }: Bounds,
  isOnce: (words: string) => boolean,
): WordInstruction | null {
  for (const begin of wordStarts(text, from, start).reverse()) {
    const anchor = text.slice(begin, start).trim()
    if (isOnce(anchor)) return { op: 'insert-words', where: 'after', anchor, new: words }
  }
  for (const end of wordEnds(text, start, to)) {
    const anchor = text.slice(start, end).trim()
    if (isOnce(anchor)) return { op: 'insert-words', where: 'before', anchor, new: words }
  }
  return null
}

function replacement(
  text: string,
  { start, end, words }: Hunk,
  { from, to }: Bounds,
  isOnce: (words: string) => boolean,
): WordInstruction | null {
  const before = [start, ...wordStarts(text, from, start).reverse()]
  const after = [end, ...wordEnds(text, end, to)]
  // Words that are there more than once are quoted with those around them, those before them first.
  for (const last of after)
    for (const first of before) {
      const old = text.slice(first, last).trim()
      if (!isOnce(old)) continue
      const put = `${text.slice(first, start)}${words}${text.slice(end, last)}`
      const seam = words === '' ? put.replace(/\s{2,}/u, ' ').replace(/\s+(?=[,;:.])/u, '') : put
      return seam.trim() === '' ? { op: 'delete-words', old } : { op: 'replace-words', old, new: seam.trim() }
    }
  return null
}

/** Most words that are quoted to tell a place. */
const longestContext = 12

/** Where words begin, from the left. */
function wordStarts(text: string, from: number, to: number): number[] {
  const starts = [...text.slice(from, to).matchAll(/\S+/gu)].map(({ index }) => from + index)
  return starts.slice(-longestContext)
}

function wordEnds(text: string, from: number, to: number): number[] {
  const ends = [...text.slice(from, to).matchAll(/\S+/gu)].map(
    ({ index, 0: word }) => from + index + word.length,
  )
  return ends.slice(0, longestContext)
}

function isBalanced(words: string, open: string, close: string): boolean {
  if (open === close) return !words.includes(open)
  let depth = 0
  for (const character of words) {
    if (character === open) depth++
    if (character === close && --depth < 0) return false
  }
  return depth === 0
}
