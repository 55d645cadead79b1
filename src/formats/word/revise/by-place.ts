/** Paragraphs that no likeness pairs, but their place does. */
import type { ParagraphOutcome } from '../../../model/change.js'
import type { Item } from '../package/manuscript.js'
import { endsContainer, isSpacer } from './places.js'
import type { NewItem } from './revised.js'

/** Longer runs of paragraphs that came and went are no matter of place. */
const mostInGap = 64

/** How much speaks for the pair: nothing, or the more the better. */
type Weigh = (old: Item, now: NewItem) => number

/**
 * Pair what went with what came in its place.
 *
 * Given what became of the items of a header, a cell or a note. Ensures that a
 * paragraph is rewritten where it is, with its style and its mark, before one is
 * cut and another added.
 */
export function pairByPlace(
  outcomes: readonly ParagraphOutcome[],
  olds: readonly Item[],
  news: readonly NewItem[],
  weigh: Weigh = anyPlace,
): ParagraphOutcome[] {
  const result: ParagraphOutcome[] = []
  let gap: ParagraphOutcome[] = []
  const close = () => {
    result.push(...paired(gap, olds, news, weigh))
    gap = []
  }
  for (const outcome of outcomes) {
    const isOneSided = !outcome.moved && (outcome.old.length === 0 || outcome.new.length === 0)
    if (isOneSided) gap.push(outcome)
    else {
      close()
      result.push(outcome)
    }
  }
  close()
  return result
}

/** Text is put in the place of text before it is put in that of nothing. */
const anyPlace: Weigh = (old, now) => {
  if (old.kind !== now.kind) return 0
  return isSpacer(old) === isSpacer(now) ? 2 : 1
}

/** A container needs a paragraph at its end: its last one is rewritten, as Word would. */
export const lastOfContainer: Weigh = (old, now) => {
  if (old.kind !== 'paragraph' || now.kind !== 'paragraph' || isSpacer(old) || isSpacer(now)) return 0
  return old.region === now.region && endsContainer(old.element, old.parent) ? 1 : 0
}

function paired(
  gap: readonly ParagraphOutcome[],
  olds: readonly Item[],
  news: readonly NewItem[],
  weigh: Weigh,
): readonly ParagraphOutcome[] {
  const [gone, come] = [gap.flatMap((outcome) => outcome.old), gap.flatMap((outcome) => outcome.new)]
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > mostInGap ** 2) return gap
  const width = come.length + 1
  const best = new Float64Array((gone.length + 1) * width)
  const weight = (i: number, j: number) =>
    weigh(olds[gone[i] as number] as Item, news[come[j] as number] as NewItem)
  const at = (i: number, j: number) => best[i * width + j] as number
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const own = weight(i, j)
      best[i * width + j] = Math.max(own > 0 ? own + at(i + 1, j + 1) : 0, at(i + 1, j), at(i, j + 1))
    }
  if (at(0, 0) === 0) return gap
  const result: ParagraphOutcome[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const [old, now] = [gone.slice(i, i + 1), come.slice(j, j + 1)]
    const own = old.length > 0 && now.length > 0 ? weight(i, j) : 0
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) {
      result.push({ old, new: now, moved: false })
      i++
      j++
    } else if (now.length > 0 && (old.length === 0 || at(i, j) === at(i, j + 1))) {
      result.push({ old: [], new: now, moved: false })
      j++
    } else {
      result.push({ old, new: [], moved: false })
      i++
    }
  }
  return result
}
