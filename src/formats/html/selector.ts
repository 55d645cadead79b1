/** The selectors that saved documents use: names, classes, ids, and what stands inside what. */
import { classes, type Element } from '../xml/elements.js'

interface Compound {
  name?: string
  id?: string
  classes: string[]
}

export interface Selector {
  /** From the outermost to the element itself. */
  compounds: Compound[]
  /** It is what stands before the element's text that is styled. */
  before: boolean
  weight: number
}

/** Compounds of a selector, and ancestors looked at for each: more is no document's. */
const maxCompounds = 4
const maxAncestors = 32

/** Read one selector; undefined for what is not understood, which then styles nothing. */
export function readSelector(text: string): Selector | undefined {
  const before = /::?before$/iu.test(text)
  const plain = before ? text.replace(/::?before$/iu, '') : text
  const words = plain.split(/[\s>]+/u).filter((word) => word !== '')
  if (words.length === 0 || words.length > maxCompounds) return undefined
  const compounds: Compound[] = []
  let weight = 0
  for (const word of words) {
    if (!/^(?:\*|[a-z][\w:\\-]*)?(?:[.#][\w-]+)*$/iu.test(word)) return undefined
    const name = /^[a-z][\w-]*/iu.exec(word)?.[0].toLowerCase()
    const id = /#([\w-]+)/u.exec(word)?.[1]
    const names = [...word.matchAll(/\.([\w-]+)/gu)].map((match) => match[1] as string)
    compounds.push({ ...(name ? { name } : {}), ...(id ? { id } : {}), classes: names })
    weight += (id ? 100 : 0) + names.length * 10 + (name ? 1 : 0)
  }
  return { compounds, before, weight }
}

/** The name under which a selector is looked up: its own class, id or element. */
export function keyOf({ compounds }: Selector): string {
  const last = compounds.at(-1)
  if (last?.id) return `#${last.id}`
  return last?.classes[0] ? `.${last.classes[0]}` : (last?.name ?? '*')
}

/** The names under which rules for an element stand. */
export function keysOf(element: Element): string[] {
  const keys = ['*', element.name, ...classes(element).map((name) => `.${name}`)]
  if (element.attributes.id) keys.push(`#${element.attributes.id}`)
  return keys
}

export function matches({ compounds }: Selector, element: Element): boolean {
  let at = compounds.length - 1
  if (!fits(compounds[at], element)) return false
  let ancestor = element.parent
  for (let step = 0; at > 0 && ancestor && step < maxAncestors; step++) {
    if (fits(compounds[at - 1], ancestor)) at--
    ancestor = ancestor.parent
  }
  return at === 0
}

function fits(compound: Compound | undefined, element: Element): boolean {
  if (!compound || (compound.name && compound.name !== element.name)) return false
  if (compound.id && compound.id !== element.attributes.id) return false
  if (compound.classes.length === 0) return true
  const own = classes(element)
  return compound.classes.every((name) => own.includes(name))
}
