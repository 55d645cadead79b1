/**
 * Fields: an instruction between `begin` and `separate`, its result between
 * `separate` and `end`. They nest, and run over paragraphs.
 */
import { attribute, descendants, type Element } from '../../xml/xml.js'
import type { Note } from './notes.js'

export interface Field {
  /** The `w:fldChar` or `w:fldSimple` that begins it. */
  begin: Element
  instruction: string
  /** Its result has begun. */
  isResult: boolean
  /** Its result prints something. */
  printed: boolean
  /** The note that its result is a further mark of: undefined before it is looked for, null for none. */
  note?: Note | null
}

/** Instructions are short; those that hold other fields are a few lines. */
const longestInstruction = 2000

export class Fields {
  readonly #open: Field[] = []
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

  /** Follow a field character; gives the field that ends with it. */
  meet(fieldCharacter: Element): Field | undefined {
    if (this.#unpaired.has(fieldCharacter)) return undefined
    const type = attribute(fieldCharacter, 'fldCharType')
    if (type === 'begin') this.begin(fieldCharacter)
    else if (type === 'separate') this.#separate()
    else if (type === 'end') return this.end()
    return undefined
  }

  begin(element: Element): void {
    this.#open.push({ begin: element, instruction: '', isResult: false, printed: false })
    this.#instructions++
  }

  /** A field that is one element: its content is its result. */
  beginSimple(element: Element): void {
    this.begin(element)
    this.instruct(attribute(element, 'instr') ?? '')
    this.#separate()
  }

  end(): Field | undefined {
    const field = this.#open.pop()
    if (field?.isResult === false) this.#instructions--
    return field
  }

  #separate(): void {
    const field = this.#open.at(-1)
    if (!field || field.isResult) return
    field.isResult = true
    this.#instructions--
  }

  /** Text of an instruction. */
  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.isResult && field.instruction.length < longestInstruction) field.instruction += text
  }

  /** Something is printed: it is of the result of all open fields. */
  print(): void {
    for (const field of this.#open) field.printed = true
  }

  /** The innermost field, whose result is being printed. */
  get current(): Field | undefined {
    return this.#open.at(-1)
  }

  /** What is here is printed: it is no instruction. */
  get areVisible(): boolean {
    return this.#instructions === 0
  }
}
