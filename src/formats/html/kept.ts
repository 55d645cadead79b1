/** The tree that our page keeps though no one sees it: an element of its head. Both ends. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Dom, select } from './dom.js'

const name = 'plenary:tree'

/** Write the element that keeps a tree, given as JSON; nothing of it looks like a tag, to whatever reads the page. */
export function writeKept(json: string): Element {
  return h('meta', { name, content: json.replaceAll('<', '\\u003c') })
}

/** The tree that a page keeps, as JSON; undefined where it keeps none. */
export function readKept(dom: Dom): string | undefined {
  const [kept] = select(dom, `meta[name="${name}"]`)
  return kept?.attribs.content
}
