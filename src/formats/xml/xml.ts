/** The parts of a package: their elements by name, their attributes, their source. */
import { PlenaryError } from '../../model/message.js'
import { Element, isText } from './elements.js'
import { readXml, type XmlLimits } from './read-xml.js'

export { Element, type TextNode as Text } from './elements.js'

/** A part that was parsed, with the text that the places of its elements point into. */
export interface Xml {
  root: Element
  xml: string
}

/**
 * Parse a part of a package.
 *
 * Ensures elements named without prefix. Entities are never resolved, but for
 * the five of XML itself and numbers.
 *
 * @throws PlenaryError `damaged`, `too-complex`, `too-deep`.
 */
export function parseXml(bytes: Uint8Array, part: string, file: string, limits: XmlLimits): Xml {
  const xml = decodeXml(bytes)
  // A count of a tenth of a second, before a tree of a gigabyte is built.
  if (tagsOf(xml, limits.maxTags) > limits.maxTags)
    throw new PlenaryError('too-complex', { file, part, limit: limits.maxTags, unit: 'tags' })
  const reading = readXml(xml, limits)
  if (reading.kind === 'tags')
    throw new PlenaryError('too-complex', { file, part, limit: limits.maxTags, unit: 'tags' })
  if (reading.kind === 'depth') throw new PlenaryError('too-deep', { file, part, limit: limits.maxDepth })
  if (reading.broken)
    throw new PlenaryError('damaged', { file, reason: `${part} has ${reading.broken.reason}` })
  return { root: elements(reading.root)[0] as Element, xml }
}

/** How many tags a text holds, counted as far as one beyond the limit; comments and sections of characters are none. */
function tagsOf(xml: string, limit: number): number {
  let count = 0
  for (let at = xml.indexOf('<'); at !== -1 && count <= limit; at = xml.indexOf('<', at + 1)) {
    const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : undefined
    if (close === undefined) count++
    else {
      at = xml.indexOf(close, at)
      // It has no end, and no tag is behind it.
      if (at === -1) break
    }
  }
  return count
}

/** The elements among the children. */
export function elements(parent: Element): Element[] {
  return parent.children.filter((node): node is Element => node instanceof Element)
}

/** The first child element of that name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  if (parent)
    for (const node of parent.children) if (node instanceof Element && node.name === name) return node
  return undefined
}

export function childrenOf(parent: Element | undefined, name: string): Element[] {
  return parent ? elements(parent).filter((node) => node.name === name) : []
}

/** An attribute, whatever its prefix; that of WordprocessingML first. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  const own = element.attribs[`w:${name}`] ?? element.attribs[name]
  if (own !== undefined) return own
  const suffix = `:${name}`
  for (const key in element.attribs) if (key.endsWith(suffix)) return element.attribs[key]
  return undefined
}

/** The `val` of a child: how most properties are written. */
export function valOf(parent: Element | undefined, name: string): string | undefined {
  return attribute(child(parent, name), 'val')
}

/** An on/off property: absent, on, or off. */
export function flag(parent: Element | undefined, name: string): boolean | undefined {
  const element = child(parent, name)
  if (!element) return undefined
  const value = attribute(element, 'val')
  return !(value === '0' || value === 'false' || value === 'off')
}

/** A whole number, or undefined for anything else. */
export function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/u.test(value) ? Number(value) : undefined
}

/** Every element below, in document order, without recursion. */
export function* descendants(root: Element): Generator<Element> {
  const stack = elements(root).reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    for (let index = next.children.length - 1; index >= 0; index--) {
      const node = next.children[index]
      if (node instanceof Element) stack.push(node)
    }
  }
}

/** The text directly inside an element. */
export function dataOf(element: Element): string {
  return element.children.map((node) => (isText(node) ? node.value : '')).join('')
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

/** An element as it is written in its part. */
export function sourceOf({ xml }: Xml, { startIndex, endIndex }: Element): string {
  return xml.slice(startIndex, endIndex + 1)
}

/** The start tag of an element as it is written, never one that closes itself. */
export function startTagOf({ xml }: Xml, { startIndex, start }: Element): string {
  const tag = xml.slice(startIndex, start)
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag
}

/** The end tag that fits an element. */
export function endTagOf({ xml }: Xml, { startIndex }: Element): string {
  const name = /^<([^\s/>]+)/u.exec(xml.slice(startIndex, startIndex + 200))?.[1] ?? ''
  return `</${name}>`
}
