/** Where new paragraphs and tables are among those of the base. */
import type { ParagraphOutcome, Passage } from '../../../model/change.js'
import type { Element } from '../../xml/xml.js'
import type { Item } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import type { NewItem } from './revised.js'

/** Where something new is: beside an element of the base. */
export interface Place {
  part: Part
  element: Element
  side: 'before' | 'after'
}

/** A paragraph without text, which only places others on the page. */
export function isSpacer(item: Item | NewItem): boolean {
  return item.kind === 'paragraph' && item.text.trim() === ''
}

/** What an item is compared by. */
export function passage(item: Item | NewItem): Passage {
  if (item.kind === 'paragraph') return { kind: 'paragraph', text: item.label + item.text }
  const texts = item.rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
  )
  return { kind: 'table', text: texts.join('\n') }
}

/** Finds where new items are. */
export class Places {
  readonly #olds: readonly Item[]
  readonly #outcomes: readonly ParagraphOutcome[]

  constructor(olds: readonly Item[], outcomes: readonly ParagraphOutcome[]) {
    this.#olds = olds
    this.#outcomes = outcomes
  }

  /** Beside the nearest item of the base that is before it, or after it where that is more its like. */
  at(index: number, now: NewItem | undefined): Place | undefined {
    const before = this.#near(index, -1)
    const after = this.#near(index, 1)
    const like = (item: Item | undefined) => {
      if (!item) return -1
      return Number(item.region === now?.region) * 2 + Number(item.parent.name === now?.container)
    }
    if (before && like(before) >= like(after))
      return { part: before.part, element: before.element, side: 'after' }
    return after && { part: after.part, element: after.element, side: 'before' }
  }

  #near(index: number, step: 1 | -1): Item | undefined {
    for (let at = index + step; at >= 0 && at < this.#outcomes.length; at += step) {
      const outcome = this.#outcomes[at] as ParagraphOutcome
      // What came from elsewhere is elsewhere in the base.
      if (outcome.old.length === 0 || (outcome.moved && outcome.new.length > 0)) continue
      return this.#olds[(step < 0 ? outcome.old.at(-1) : outcome.old[0]) as number]
    }
    return undefined
  }
}

/** A spacer is new only beside something that is. */
export function beside(outcomes: readonly ParagraphOutcome[], news: readonly NewItem[], at: number): boolean {
  return [-1, 1].some((step) => {
    const outcome = outcomes[at + step]
    const item = outcome && news[outcome.new[0] ?? -1]
    return outcome?.old.length === 0 && item !== undefined && !isSpacer(item)
  })
}

/** No paragraph follows in the same container: Word needs its mark. */
export function endsContainer(element: Element, parent: Element): boolean {
  const after = parent.children.slice(parent.children.indexOf(element) + 1)
  const next = after.find(
    (node): node is Element => 'attribs' in node && /^(?:p|tbl|sdt|sectPr)$/u.test(node.name),
  )
  return next === undefined || next.name !== 'p'
}
