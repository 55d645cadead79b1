/**
 * Fields: an instruction between `begin` and `separate`, its result between
 * `separate` and `end`. They nest, and run over paragraphs.
 */
import { attribute, descendants, type Element } from '../../xml/xml.js'

export class Fields {
  /** For each open field: whether its result has begun. */
  readonly #open: boolean[] = []
  /** How many of them have not come to their result. */
  #instructions = 0
  readonly #unpaired: ReadonlySet<Element>

  /** Given the root of the part: what begins and never ends there is no field. */
  constructor(root: Element) {
    const begun: Element[] = []
    const unpaired = new Set<Element>()
    for (const element of descendants(root)) {
      if (element.name !== 'fldChar') continue
      const type = attribute(element, 'fldCharType')
      if (type === 'begin') begun.push(element)
      else if (type === 'end' && !begun.pop()) unpaired.add(element)
    }
    for (const element of begun) unpaired.add(element)
    this.#unpaired = unpaired
  }

  meet(fieldCharacter: Element): void {
    if (this.#unpaired.has(fieldCharacter)) return
    const type = attribute(fieldCharacter, 'fldCharType')
    if (type === 'begin') {
      this.#open.push(false)
      this.#instructions++
    } else if (this.#open.length > 0 && (type === 'separate' || type === 'end')) {
      if (this.#open.pop() === false) this.#instructions--
      if (type === 'separate') this.#open.push(true)
    }
  }

  /** What stands here is printed: it is no instruction. */
  get areVisible(): boolean {
    return this.#instructions === 0
  }
}
