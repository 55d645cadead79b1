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
    const run = outcomes.slice(at, at + runFrom(outcomes.slice(at), isLast ? isCome : isGoneFrom(last)))
    const end = olds[run.at(-1)?.old[0] ?? -1]
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

function runFrom(outcomes: readonly FlowOutcome[], accepts: (outcome: FlowOutcome) => boolean): number {
  const end = outcomes.findIndex((outcome) => !accepts(outcome))
  return end === -1 ? outcomes.length : end
}
