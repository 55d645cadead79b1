/** XML → elements named without their prefix, with their places. The only door to the XML parser of packages. */
import { parseDocument } from 'htmlparser2'
import { PlenaryError } from '../../model/message.js'
import { checkXml, tagEnd, type XmlLimits } from './check-xml.js'

/** The part of the parser's tree that is used. */
export interface Element {
  type: string
  /** Without prefix: files may bind any, and WordprocessingML has two namespaces. */
  name: string
  attribs: Record<string, string>
  children: (Element | Text)[]
  /** Its first and its last character in the XML of the part. */
  startIndex: number
  endIndex: number
}
export interface Text {
  type: string
  data: string
  startIndex: number
  endIndex: number
}

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
  const fault = checkXml(xml, limits)
  if (fault?.kind === 'broken')
    throw new PlenaryError('damaged', { file, reason: `${part} has ${fault.reason}` })
  if (fault?.kind === 'tags') throw new PlenaryError('too-complex', { file, part, limit: limits.maxTags })
  if (fault?.kind === 'depth') throw new PlenaryError('too-deep', { file, part, limit: limits.maxDepth })
  const document = parseDocument(xml, {
    xmlMode: true,
    withStartIndices: true,
    withEndIndices: true,
  }) as unknown as Element
  const queue = elements(document)
  for (let next = queue.pop(); next; next = queue.pop()) {
    const colon = next.name.indexOf(':')
    if (colon !== -1) next.name = next.name.slice(colon + 1)
    for (const node of next.children) if ('attribs' in node) queue.push(node)
  }
  const root = elements(document)[0]
  if (!root) throw new PlenaryError('damaged', { file, reason: `${part} has no element` })
  return { root, xml }
}

/** The elements among the children. */
export function elements(parent: Element): Element[] {
  return parent.children.filter((node): node is Element => 'attribs' in node || node.type === 'root')
}

/** The first child element of that name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  if (parent) for (const node of parent.children) if ('attribs' in node && node.name === name) return node
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
      const node = next.children[index] as Element | Text
      if ('attribs' in node) stack.push(node)
    }
  }
}

/** The text directly inside an element. */
export function dataOf(element: Element): string {
  return element.children
    .map((node) => {
      if ('data' in node) return node.type === 'text' ? node.data : ''
      return node.type === 'cdata' ? dataOf(node) : ''
    })
    .join('')
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
export function startTagOf({ xml }: Xml, { startIndex, endIndex }: Element): string {
  const end = Math.min(endIndex, tagEnd(xml, startIndex))
  const tag = xml.slice(startIndex, end + 1)
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag
}

/** The end tag that fits an element. */
export function endTagOf({ xml }: Xml, { startIndex }: Element): string {
  const name = /^<([^\s/>]+)/u.exec(xml.slice(startIndex, startIndex + 200))?.[1] ?? ''
  return `</${name}>`
}
