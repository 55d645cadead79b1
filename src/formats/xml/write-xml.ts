/** Elements → XML. The only door to the XML writer: no text becomes markup, and no character that XML cannot hold. */
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { writable } from './characters.js'

export type Xml = Element | string
export type Attributes = Record<string, string | number | null | undefined>

/** Make an element; attributes without a value, and children that are not there, are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Xml | undefined)[]
): Element {
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

/** Write a document; no white space is added inside its root. */
export function writeXml(root: Element): string {
  const head = { type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="UTF-8"' }
  const options = { closeEmptyElements: true, tightClose: true }
  const xml = toXml([head, { type: 'text', value: '\n' }, root, { type: 'text', value: '\n' }], options)
  // XML forbids this sequence in text, and the writer lets it through; nothing here is CDATA, which it would end.
  return xml.replaceAll(']]>', ']]&#x3E;')
}
