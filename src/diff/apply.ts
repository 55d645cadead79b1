/** A diff as a patch on the texts of the outline's rows. */
import { type Diff, flatten, sideText } from '../model/change.js'

/**
 * Make the new texts from the old ones.
 *
 * Given the texts of the old tree's rows. Ensures the texts of the new tree's
 * rows, in order and to the letter.
 *
 * @throws Error if a text is not the one that was compared.
 * @example apply(diff(a, b), rows(a).map((row) => row.text)) // the texts of rows(b)
 */
export function apply(diff: Diff, oldTexts: readonly string[]): string[] {
  return transfer(diff, oldTexts, 'old', 'new')
}

/** Make the old texts from the new ones: `apply` the other way. */
export function revert(diff: Diff, newTexts: readonly string[]): string[] {
  return transfer(diff, newTexts, 'new', 'old')
}

const ops = { old: 'delete', new: 'insert' } as const

function transfer(diff: Diff, texts: readonly string[], from: 'old' | 'new', to: 'old' | 'new'): string[] {
  const result: string[] = []
  let used = 0
  for (const change of flatten(diff.changes)) {
    const expected = lines(sideText(change.edits, ops[from]), change[`${from}Rows`])
    change[`${from}Rows`].forEach((row, index) => {
      used++
      if (texts[row] !== expected[index])
        throw new Error(`Row ${row} is not the ${from} text of ${change.kind} change`)
    })
    const made = lines(sideText(change.edits, ops[to]), change[`${to}Rows`])
    change[`${to}Rows`].forEach((row, index) => {
      result[row] = made[index] ?? ''
    })
  }
  if (used !== texts.length) throw new Error(`Expected ${used} rows, found ${texts.length}`)
  return result
}

function lines(text: string, rows: readonly number[]): string[] {
  return rows.length === 1 ? [text] : text.split('\n')
}
