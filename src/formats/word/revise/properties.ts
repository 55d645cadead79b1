/** The properties of a paragraph or a run, edited in the order that the schema prescribes. */
import { type Element, elements, sourceOf, startTagOf, type Xml } from '../../xml/xml.js'

/** @see ECMA-376 part 1, CT_PPr */
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
/** @see ECMA-376 part 1, CT_RPr and CT_ParaRPr */
const runOrder =
  'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'
const rowOrder =
  'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange'

const orders = { pPr: rank(paragraphOrder), rPr: rank(runOrder), trPr: rank(rowOrder) }

function rank(names: string): ReadonlyMap<string, number> {
  return new Map(names.split(' ').map((name, at) => [name, at]))
}

export type PropertiesName = keyof typeof orders

export class Properties {
  readonly #name: PropertiesName
  readonly #prefix: string
  #open: string
  #items: { name: string; xml: string }[]

  /** The properties that an element holds, or none. */
  constructor(name: PropertiesName, prefix: string, xml?: Xml, element?: Element) {
    this.#name = name
    this.#prefix = prefix
    this.#open = xml && element ? startTagOf(xml, element) : `<${prefix}:${name}>`
    this.#items =
      xml && element ? elements(element).map((one) => ({ name: one.name, xml: sourceOf(xml, one) })) : []
  }

  copy(): Properties {
    const copy = new Properties(this.#name, this.#prefix)
    copy.#open = this.#open
    copy.#items = [...this.#items]
    return copy
  }

  has(name: string): boolean {
    return this.#items.some((item) => item.name === name)
  }

  get(name: string): string | undefined {
    return this.#items.find((item) => item.name === name)?.xml
  }

  remove(...names: string[]): this {
    this.#items = this.#items.filter(({ name }) => !names.includes(name))
    return this
  }

  /** Set a property, in its place; `xml` is the whole element. */
  set(name: string, xml: string): this {
    this.remove(name)
    const order = orders[this.#name]
    const own = order.get(name) ?? 0
    const at = this.#items.findIndex((item) => (order.get(item.name) ?? -1) > own)
    this.#items.splice(at === -1 ? this.#items.length : at, 0, { name, xml })
    return this
  }

  /** The properties as XML; '' if there are none. */
  toString(): string {
    if (this.#items.length === 0) return ''
    const name = /^<([^\s>]+)/u.exec(this.#open)?.[1] ?? `${this.#prefix}:${this.#name}`
    return `${this.#open}${this.content}</${name}>`
  }

  get content(): string {
    return this.#items.map(({ xml }) => xml).join('')
  }
}
