/** The cascade: the style of each element of a page, of its style sheets and its `style` attributes. */
import type { Element } from '../xml/elements.js'
import { type Declared, readStyle, type Style } from './declarations.js'
import { type Dom, elementsOf, select } from './dom.js'
import { type Rule, rulesOf } from './sheet.js'

/** Rules kept: a document saved with its styles has some hundreds. */
const maxRules = 5000
/**
 * Elements looked at for all rules together: a document of 300 pages saved by
 * Word asks for some 100,000, which take a quarter of a second.
 */
const maxTries = 200_000
/** Styles kept for the next element that has them: few are written again and again. */
const maxKnown = 1000
const longestKnown = 1000

/** Properties of which something is read: parsing the others would take most of the time. */
const telling =
  /(?:font|text-decoration|vertical-align|display|visibility|mso-hide|mso-element|white-space|list-style|content|border)/iu

const hiding =
  /^(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-response|element-invisible|msocomanchor|msocomtxt|msocomoff)$/iu

/** A rule that holds for an element, and the rank that decides between such rules. */
interface Match {
  rule: Rule
  rank: number
}

/** Tells the style of each element of a document. */
export class Styles {
  readonly #matches = new Map<Element, Match[]>()
  readonly #before = new Map<Element, Match[]>()
  readonly #inline = new Map<string, Declared>()
  /** Rules of the page that were not heeded: there were too many, or they asked for too much. */
  left = 0

  constructor(dom: Dom) {
    const rules = select(dom, 'style').flatMap((element) =>
      rulesOf(dom.$(element).text(), element.attribs.media ?? ''),
    )
    if (rules.length > 0) this.#match(rules, dom)
  }

  of(element: Element): Style {
    const { attribs } = element
    const own = attribs.style === undefined ? undefined : this.#ofAttribute(attribs.style)
    const style = this.#cascade(this.#matches.get(element), own)
    const isHidden = attribs.hidden !== undefined && attribs.hidden !== 'until-found'
    if (isHidden || attribs.class?.split(/\s+/u).some((name) => hiding.test(name))) style.removed = true
    const before = this.#before.get(element)
    if (before) {
      const content = this.#cascade(before, undefined).before
      if (content !== undefined) style.before = content
    }
    return style
  }

  #cascade(matches: readonly Match[] | undefined, own: Declared | undefined): Style {
    if (!matches) return { ...own?.plain, ...own?.important }
    const plain = matches.map(({ rule }) => rule.declared.plain)
    const important = matches.map(({ rule }) => rule.declared.important)
    return Object.assign({}, ...plain, own?.plain, ...important, own?.important) as Style
  }

  #ofAttribute(value: string): Declared {
    let declared = this.#inline.get(value)
    if (!declared) {
      declared = telling.test(value) ? readStyle(value) : { plain: {}, important: {} }
      if (this.#inline.size < maxKnown && value.length < longestKnown) this.#inline.set(value, declared)
    }
    return declared
  }

  /** Ask for the elements of each rule, among those that bear the name it ends with. */
  #match(rules: readonly Rule[], dom: Dom): void {
    const named = elementsByName(select(dom, '*'))
    const most = new Map<string, number>()
    const siblings = (key: string, among: readonly Element[]) => {
      const known = most.get(key) ?? mostSiblings(among)
      most.set(key, known)
      return known
    }
    let tries = 0
    for (const [order, rule] of rules.entries()) {
      const candidates = named.get(rule.key) ?? []
      const asked = candidates.length * (rule.cost === 'one' ? 1 : siblings(rule.key, candidates))
      if (order >= maxRules || tries + asked > maxTries) {
        this.left++
        continue
      }
      tries += asked
      const map = rule.isBefore ? this.#before : this.#matches
      for (const element of elementsOf(dom.$(candidates).filter(rule.selector).get())) {
        const list = map.get(element) ?? []
        list.push({ rule, rank: rule.weight * (maxRules + 1) + order })
        map.set(element, list)
      }
    }
    for (const map of [this.#matches, this.#before])
      for (const list of map.values()) list.sort((a, b) => a.rank - b.rank)
  }
}

/** Elements by their name, their classes and their identifier: what a selector ends with. */
function elementsByName(elements: readonly Element[]): Map<string, Element[]> {
  const result = new Map<string, Element[]>([['*', [...elements]]])
  for (const element of elements) {
    const { name, attribs } = element
    const classes = new Set(attribs.class?.split(/\s+/u))
    const keys = [name, ...[...classes].map((one) => `.${one}`), ...(attribs.id ? [`#${attribs.id}`] : [])]
    for (const key of keys) {
      const list = result.get(key)
      if (list) list.push(element)
      else result.set(key, [element])
    }
  }
  return result
}

/** The most elements beside one another: as many are counted for `:nth-child` and its like. */
function mostSiblings(elements: readonly Element[]): number {
  return Math.max(1, ...new Set(elements.map(({ parent }) => parent?.children.length ?? 1)))
}
