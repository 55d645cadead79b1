/** What a comparison kept of two versions, letter by letter, whatever tool made it. */
import type { Edit } from '../../src/model/change.js'
import type { Row } from './model.js'

/** Texts compared with each other: rows of both sides and the edits that lead from one to the other. */
export interface Piece {
  old: readonly number[]
  new: readonly number[]
  edits: readonly Edit[]
}

interface Side {
  /** Of each letter, white space aside: its word, or -1 for a mark of punctuation. */
  word: number[]
  /** First letter of each row, and the end of the last. */
  start: number[]
  /** Of each word: its row, its letters, and whether it is a number before the text. */
  words: { row: number; letters: number; label: boolean }[]
}

export interface Kept {
  /** Words cut and added, labels aside. */
  changedWords: number
  /** Stretches cut or added in which there is a letter or a digit; labels count. */
  hunks: number
  /** Words of either side of which only some letters were kept. */
  cutWords: number
  /** Old row and new row, with the share of the shorter one's letters that are in both. */
  links: { old: number; new: number; share: number }[]
}

const letter = /[\p{L}\p{N}]/u

function side(rows: readonly Row[], labels: boolean): Side {
  const result: Side = { word: [], start: [], words: [] }
  rows.forEach((row, at) => {
    result.start.push(result.word.length)
    const add = (text: string, label: boolean) => {
      for (const word of text.split(/\s+/u)) {
        const id = result.words.length
        const counted = { row: at, letters: 0, label }
        result.words.push(counted)
        for (let index = 0; index < word.length; index++) {
          const isLetter = letter.test(word.charAt(index))
          if (isLetter) counted.letters++
          result.word.push(isLetter ? id : -1)
        }
      }
    }
    if (labels && row.mark !== '') add(row.mark, true)
    add(row.text, false)
  })
  result.start.push(result.word.length)
  return result
}

/**
 * Replay edits against both versions.
 *
 * Given pieces whose edits spell the rows they name, white space aside; `labels`
 * if they spell the numbers before the texts too.
 *
 * @throws Error if they do not.
 */
export function replay(
  oldRows: readonly Row[],
  newRows: readonly Row[],
  pieces: readonly Piece[],
  labels: boolean,
): Kept {
  const [old, now] = [side(oldRows, labels), side(newRows, labels)]
  const partner = new Int32Array(old.word.length).fill(-1)
  let hunks = 0
  for (const piece of pieces) {
    const [from, to] = [letters(old, piece.old), letters(now, piece.new)]
    let [i, j] = [0, 0]
    let open = false
    const close = () => {
      if (open) hunks++
      open = false
    }
    for (const { op, text } of piece.edits) {
      const length = text.replace(/\s+/gu, '').length
      if (op === 'equal') {
        if (length > 0) close()
        for (let index = 0; index < length; index++) partner[from[i + index] ?? -1] = to[j + index] ?? -1
      } else if (letter.test(text)) open = true
      if (op !== 'insert') i += length
      if (op !== 'delete') j += length
    }
    close()
    if (i !== from.length || j !== to.length)
      throw new Error(`Edits of ${i} and ${j} letters for texts of ${from.length} and ${to.length}`)
  }
  return { hunks, ...count(old, now, partner) }
}

function letters({ start }: Side, rows: readonly number[]): number[] {
  return rows.flatMap((row) => {
    const [from = 0, to = 0] = [start[row], start[row + 1]]
    return Array.from({ length: to - from }, (_, index) => from + index)
  })
}

function count(old: Side, now: Side, partner: Int32Array): Omit<Kept, 'hunks'> {
  const keptOf = [new Int32Array(old.words.length), new Int32Array(now.words.length)] as const
  const only = new Int32Array(old.words.length).fill(-1)
  const shared = new Map<number, number>()
  const rows = now.start.length
  partner.forEach((to, from) => {
    const [a, b] = [old.word[from] ?? -1, to < 0 ? -1 : (now.word[to] ?? -1)]
    if (a < 0 || b < 0) return
    keptOf[0][a] = (keptOf[0][a] ?? 0) + 1
    keptOf[1][b] = (keptOf[1][b] ?? 0) + 1
    only[a] = only[a] === -1 || only[a] === b ? b : -2
    const [before, after] = [old.words[a], now.words[b]]
    if (!before || !after || before.label || after.label) return
    const pair = before.row * rows + after.row
    shared.set(pair, (shared.get(pair) ?? 0) + 1)
  })
  let [changedWords, cutWords] = [0, 0]
  const whole = new Set<number>()
  old.words.forEach(({ letters, label }, at) => {
    const kept = keptOf[0][at] ?? 0
    const to = only[at] ?? -1
    if (kept === letters && letters > 0 && to >= 0 && now.words[to]?.letters === letters) whole.add(to)
    else if (letters > 0 && !label) changedWords++
    if (kept > 0 && kept < letters) cutWords++
  })
  now.words.forEach(({ letters, label }, at) => {
    if (letters > 0 && !label && !whole.has(at)) changedWords++
    const kept = keptOf[1][at] ?? 0
    if (kept > 0 && kept < letters) cutWords++
  })
  const size = ({ words }: Side) => {
    const sizes: number[] = []
    for (const { row, letters, label } of words) if (!label) sizes[row] = (sizes[row] ?? 0) + letters
    return sizes
  }
  const [oldSize, newSize] = [size(old), size(now)]
  const links = [...shared].map(([pair, count]) => {
    const [a, b] = [Math.floor(pair / rows), pair % rows]
    return { old: a, new: b, share: count / Math.max(1, Math.min(oldSize[a] ?? 1, newSize[b] ?? 1)) }
  })
  return { changedWords, cutWords, links }
}
