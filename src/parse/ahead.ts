/** What the paragraphs below say of one: whether it is a recital still. */
import type { Openings } from '../language/openings.js'
import type { Rich } from '../model/block.js'
import type { Item } from './classify.js'

/** No preamble of the corpus has more paragraphs. */
const longestPreamble = 100

export const endsRecital = /[,，،]$/u

export class Ahead {
  readonly #items: readonly Item[]
  readonly #openings: Openings

  constructor(items: readonly Item[], openings: Openings) {
    this.#items = items
    this.#openings = openings
  }

  /** A numbered paragraph comes before the next enacting formula, annex or section. */
  numbersFollow(index: number): boolean {
    for (let at = index + 1; at < this.#items.length; at++) {
      const role = this.#items[at]?.role
      if (role === 'number') return true
      if (role === 'organLine' || role === 'annexHeading' || role === 'meeting') return false
    }
    return false
  }

  /** Behind recitals the number 1 comes next. */
  firstNumberFollows(index: number): boolean {
    const next = this.#items
      .slice(index + 1, index + longestPreamble)
      .find(({ role }) => role !== 'preambular')
    return next?.role === 'number' && next.number?.value === 1
  }

  /**
   * A paragraph that its stop makes operative is a recital before the first number; and, where one
   * form opens both parts and no recital ends as recitals do, before the first verb that asks or decides.
   *
   * Given the words of the recital above it, if there is one.
   */
  isRecital({ text }: Item, index: number, above: string | undefined): boolean {
    if (above !== undefined && this.numbersFollow(index)) return true
    if (!this.opensRecital(text) || (above !== undefined && endsRecital.test(above))) return false
    if (this.numbersFollow(index)) return true
    if (this.#asks(text)) return false
    for (let at = index + 1; this.#items[at]?.role === 'operative'; at++)
      if (this.#asks((this.#items[at] as Item).text)) return true
    return false
  }

  /** It opens with words that are known to open recitals. */
  opensRecital(text: Rich): boolean {
    const lead = this.#openings.lead(text, 'any')
    return lead?.known === true && lead.role === 'preambular'
  }

  #asks(text: Rich): boolean {
    return (this.#openings.lead(text, 'operative')?.force ?? 0) > 0
  }
}
