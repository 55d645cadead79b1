/** Elements of Akoma Ntoso, and their text. The only door to the XML writer: no text becomes markup. */
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { writable } from '../../xml/characters.js'

export type Xml = Element | string
export type Attributes = Record<string, string | number | null | undefined>

export const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** Make an element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: Xml[]): Element {
  const kept: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) kept[key] = writable(String(value))
  return x(
    name,
    kept,
    children.map((child) =>
      typeof child === 'string' ? { type: 'text' as const, value: writable(child) } : child,
    ),
  )
}

/** Elements whose white space is text. */
const inline = new Set([
  'p',
  'num',
  'heading',
  'subheading',
  'crossHeading',
  'block',
  'listIntroduction',
  'listWrapUp',
])

/** Write a document, an element a line, but for what stands in a line of text. */
export function writeXml(root: Element): string {
  indent(root, '\n')
  const head = { type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="UTF-8"' }
  const options = { closeEmptyElements: true, tightClose: true }
  const xml = toXml([head, { type: 'text', value: '\n' }, root, { type: 'text', value: '\n' }], options)
  // XML forbids this sequence in text, and the writer lets it through; nothing here is CDATA, which it would end.
  return xml.replaceAll(']]>', ']]&#x3E;')
}

function indent(parent: Element, line: string): void {
  if (parent.children.length === 0 || inline.has(parent.name)) return
  const inner = `${line}  `
  const spaced: Element['children'] = []
  for (const child of parent.children) {
    // Text stands only where it is all there is.
    if (child.type !== 'element') return
    indent(child, inner)
    spaced.push({ type: 'text', value: inner }, child)
  }
  parent.children = [...spaced, { type: 'text', value: line }]
}
