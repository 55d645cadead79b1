/** Text of a package that is not in the blocks: each piece is told, with the reason. */
import type { BlockSource } from '../../../model/block.js'
import { dataOf, descendants, type Element, elements } from '../../xml/xml.js'
import { branches, textNames } from './markup.js'

export interface LeftOut {
  what:
    | 'hidden'
    | 'other-side'
    | 'prompt'
    | 'ruby'
    | 'unmarked-note'
    | 'unprinted-page'
    | 'glossary'
    | 'drawing'
    | 'embedded'
    | 'unread'
  text: string
  source: BlockSource
}

export class Leavings {
  readonly #found: LeftOut[] = []
  /** Text elements that were met, printed or not. */
  readonly #met = new Set<Element>()
  #place: BlockSource = {}

  /** A paragraph begins. */
  enter(place: BlockSource): void {
    this.#place = place
  }

  meet(text: Element): void {
    this.#met.add(text)
  }

  /** Text that is not printed: strokes and blanks are none. Pieces of one kind in one place are one. */
  add(what: LeftOut['what'], text: string, source: BlockSource = this.#place): void {
    const last = this.#found.at(-1)
    if (last?.what === what && last.source === source) last.text += text
    else if (/[\p{L}\p{N}]/u.test(text)) this.#found.push({ what, text, source })
  }

  /** All that an element holds. */
  addAll(what: LeftOut['what'], element: Element, source: BlockSource = this.#place): void {
    this.add(what, this.#textOf(element), source)
  }

  /** Tell what no walk has met in a part; `names` are those of the elements that hold its text. */
  addRest(what: LeftOut['what'], root: Element, source: BlockSource, names = textNames): void {
    const texts: string[] = []
    let isOpen = false
    for (const element of descendants(root)) {
      if (element.name === 'AlternateContent') this.#meetCopies(element)
      if (element.name === 'p') isOpen = false
      if (!names.has(element.name) || this.#met.has(element)) continue
      this.#met.add(element)
      texts.push(texts.length > 0 && !isOpen ? ' ' : '', dataOf(element))
      isOpen = true
    }
    this.add(what, texts.join(''), source)
  }

  /** What alternate content says again for programs that do not know its first form is said already. */
  #meetCopies(alternate: Element): void {
    const [chosen] = branches(alternate)
    const printed = chosen && wordsOf(chosen)
    for (const branch of elements(alternate))
      if (branch !== chosen && wordsOf(branch) === printed)
        for (const element of descendants(branch)) if (textNames.has(element.name)) this.#met.add(element)
  }

  get all(): readonly LeftOut[] {
    return this.#found
  }

  #textOf(root: Element): string {
    let text = ''
    for (const element of descendants(root)) {
      if (!textNames.has(element.name) || this.#met.has(element)) continue
      this.#met.add(element)
      text += dataOf(element)
    }
    return text
  }
}

function wordsOf(root: Element): string {
  const texts: string[] = []
  for (const element of descendants(root)) if (textNames.has(element.name)) texts.push(dataOf(element))
  return texts.join('').replace(/\s+/gu, '')
}
