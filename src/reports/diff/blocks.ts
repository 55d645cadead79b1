/** A text of which little was kept, as two: what it was and what it is. */
import { type Edit, sideText } from '../../model/change.js'

/** If less of both texts than this is kept, marks inside one text are a salad of words. */
const leastKept = 1 / 3
/** So few words can be read in one line, however little was kept. */
const fewWords = 12

/**
 * Part edits into the texts that are shown one behind the other.
 *
 * Ensures the old text, cut as a whole, and the new one, added as a whole, where
 * more than two thirds of the words changed on both sides; else the edits as
 * they are. Few words can be read in one line, whatever was kept.
 */
export function blocks(edits: readonly Edit[]): (readonly Edit[])[] {
  const count = (op: Edit['op']) =>
    edits.reduce((total, edit) => total + (edit.op === op ? words(edit.text) : 0), 0)
  const [kept, cut, added] = [2 * count('equal'), count('delete'), count('insert')]
  const isOne = cut === 0 || added === 0 || cut + added < fewWords
  if (isOne || kept >= leastKept * (kept + cut + added)) return [edits]
  return (['delete', 'insert'] as const).map((op) => [{ op, text: sideText(edits, op) }])
}

/** Words, or characters of a script that parts none. */
function words(text: string): number {
  return text.match(/\p{sc=Han}|[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}
