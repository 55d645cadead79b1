/** Items of a list that are open points → one point, where they are alternatives. */
import { byPlace, type Draft, placeOf } from './extents.js'
import type { Piece } from './paragraphs.js'

/**
 * Items of a list that each end its sentence are alternatives.
 *
 *     Issues should be coordinated
 *     a) [between governments.]
 *     b) [through the harbours.]
 */
export function joinItems(points: readonly Draft[], pieces: readonly Piece[]): Draft[] {
  const result: Draft[] = []
  let run: Draft[] = []
  const settle = () => {
    const [first] = run
    if (first && run.length > 1)
      result.push({
        ...first,
        kind: 'alternatives',
        places: run.flatMap(({ places }) => places),
        signs: run.flatMap(({ signs }) => signs),
        by: run.flatMap(({ by }, index) => by.map((one) => ({ ...one, option: index + 1 }))),
      })
    else result.push(...run)
    run = []
  }
  for (const point of [...points].sort(byPlace)) {
    const last = run.at(-1)
    if (last && !(isItem(point, pieces) && placeOf(point).paragraph === placeOf(last).paragraph + 1)) {
      // What is nested in an item stays a point of its own.
      if (placeOf(point).paragraph === placeOf(last).paragraph) {
        result.push(point)
        continue
      }
      settle()
    }
    if (isItem(point, pieces) && (run.length > 0 || isChapeau(placeOf(point).paragraph - 1, pieces)))
      run.push(point)
    else result.push(point)
  }
  settle()
  return result
}

function isItem({ kind, whole, places }: Draft, pieces: readonly Piece[]): boolean {
  const [place] = places[0] ?? []
  if (kind !== 'optional' || !whole || !place) return false
  const { label, text } = pieces[place.paragraph] as Piece
  return label?.part === 'sub' && /\.\s*$/u.test(text.value.slice(place.start, place.end))
}

function isChapeau(paragraph: number, pieces: readonly Piece[]): boolean {
  const piece = pieces[paragraph]
  return piece !== undefined && /[\p{L}\p{N},]\s*$/u.test(piece.text.value)
}
