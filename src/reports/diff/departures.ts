/** Where paragraphs were before they moved. */
import { type Change, flatten } from '../../model/change.js'

/**
 * Find where each paragraph that moved had was.
 *
 * Ensures each is listed once: under the change that now is where the text
 * after it in the old document is, or under null if nothing came after it.
 */
export function departures(changes: readonly Change[]): ReadonlyMap<Change | null, readonly Change[]> {
  const moved: Change[] = []
  const stayed: { row: number; change: Change }[] = []
  const visit = (change: Change) => {
    if (change.moved) {
      moved.push(change)
      return
    }
    const row = firstRow(change)
    if (row !== undefined) stayed.push({ row, change })
    change.parts?.forEach(visit)
  }
  changes.forEach(visit)
  // Stable: of a paragraph and its first part, which begin at one row, the paragraph comes first.
  stayed.sort((a, b) => a.row - b.row)
  moved.sort((a, b) => (firstRow(a) ?? 0) - (firstRow(b) ?? 0))
  const found = new Map<Change | null, Change[]>()
  let at = 0
  for (const change of moved) {
    const row = firstRow(change) ?? 0
    while ((stayed[at]?.row ?? Number.POSITIVE_INFINITY) < row) at++
    const next = stayed[at]?.change ?? null
    found.set(next, [...(found.get(next) ?? []), change])
  }
  return found
}

/** The first old row of a change or of its parts. */
function firstRow(change: Change): number | undefined {
  return flatten([change])
    .flatMap(({ oldRows }) => oldRows)
    .reduce<number | undefined>((least, row) => (least === undefined || row < least ? row : least), undefined)
}

/** Changes that are before what came after them in the old text: they moved up. */
export function raised(
  changes: readonly Change[],
  left: ReadonlyMap<Change | null, readonly Change[]>,
): ReadonlySet<Change> {
  const all = flatten(changes)
  const order = new Map(all.map((change, index) => [change, index]))
  const place = (change: Change | null) => (change && order.get(change)) ?? all.length
  return new Set([...left].flatMap(([next, moved]) => moved.filter((one) => place(one) < place(next))))
}
