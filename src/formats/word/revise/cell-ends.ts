/**
 * What comes or goes behind the last paragraph of a cell that stays.
 *
 * The mark that ends a cell is the cell's: it is never revised. So the paragraph before is divided, or joined
 * with what goes, as Word does where an author types or deletes there.
 *
 *     12¤            →  12¶ lamps¤     a mark is added behind 12
 *     12¶ lamps¤     →  12¤            the mark behind 12 is cut, with the words of the last
 */
import { type Item, isParagraph } from '../package/manuscript.js'
import type { FlowOutcome } from './flow.js'
import { endsContainer, isSpacer } from './places.js'
import { isNewParagraph, type NewItem } from './revised.js'

/**
 * What moves out of a cell, within one or into one is cut and added.
 *
 * The end of a move is a paragraph with its mark, and the mark that ends a cell is no one's to move.
 */
export function withoutMovesInCells(outcomes: readonly FlowOutcome[], olds: readonly Item[]): FlowOutcome[] {
  const parted = new Set<number>()
  let inCell = false
  for (const { old, new: now, moved } of outcomes) {
    const item = olds[old.at(-1) ?? -1]
    if (!moved && item) inCell = item.parent.name === 'tc'
    if (moved && (item?.parent.name === 'tc' || (inCell && now.length > 0))) parted.add(old[0] as number)
  }
  return outcomes.map((outcome) => {
    const { old, new: now, moved } = outcome
    if (!moved || !parted.has(old[0] as number)) return outcome
    return { ...outcome, old: now.length > 0 ? [] : old, moved: false }
  })
}

/** Make one outcome of a paragraph that stays in a cell and of those behind it, up to the cell's end. */
export function joinAtCellEnds(
  outcomes: readonly FlowOutcome[],
  olds: readonly Item[],
  news: readonly NewItem[],
): FlowOutcome[] {
  const result: FlowOutcome[] = []
  for (let at = 0; at < outcomes.length; ) {
    const outcome = outcomes[at] as FlowOutcome
    const last = olds[outcome.old.at(-1) ?? -1]
    const isParted = outcome.moved || outcome.isKept || outcome.new.length === 0
    const isText = outcome.new.every((index) => isNewParagraph(news[index] as NewItem))
    at++
    if (isParted || !last || last.parent.name !== 'tc' || !isParagraph(last) || !isText) {
      result.push(outcome)
      continue
    }
    const isLast = endsContainer(last.element, last.parent)
    const gone = isLast ? [] : runOf(outcomes.slice(at), isGoneFrom(last))
    const run = [...gone, ...runOf(outcomes.slice(at + gone.length), isCome)]
    const end = olds[gone.at(-1)?.old[0] ?? -1]
    const isWhole = isLast || (end !== undefined && endsContainer(end.element, end.parent))
    if (run.length === 0 || !isWhole) {
      result.push(outcome)
      continue
    }
    result.push({
      old: [...outcome.old, ...run.flatMap(({ old }) => old)],
      new: [...outcome.new, ...run.flatMap((one) => one.new)],
      moved: false,
    })
    at += run.length
  }
  return result

  function isCome({ old, new: [index = -1], moved }: FlowOutcome): boolean {
    const item = news[index]
    return old.length === 0 && !moved && item !== undefined && isNewParagraph(item) && !isSpacer(item)
  }

  function isGoneFrom(last: Item): (outcome: FlowOutcome) => boolean {
    return ({ old: [index = -1], new: now, moved, isKept }) => {
      const item = olds[index]
      const isText = item !== undefined && isParagraph(item) && !isSpacer(item)
      return isText && now.length === 0 && !moved && !isKept && item.parent === last.parent
    }
  }
}

function runOf(outcomes: readonly FlowOutcome[], accepts: (outcome: FlowOutcome) => boolean): FlowOutcome[] {
  const end = outcomes.findIndex((outcome) => !accepts(outcome))
  return outcomes.slice(0, end === -1 ? outcomes.length : end)
}
