/** HTML → a tree of elements whose texts know their place in the source. */
import { Parser } from 'htmlparser2'

export interface Text {
  /** Decoded. */
  value: string
  /** Offsets in the source, end exclusive: verbatim if both lengths agree. */
  start: number
  end: number
}

export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Element | Text)[]
  parent: Element | undefined
  /** Its place in the order of opening tags; `last` is that of the last element inside it. */
  order: number
  last: number
  /** Offset behind its opening tag. */
  start: number
}

/**
 * Browsers stop nesting at 512, and unclosed tags of a whole document rarely
 * come near this; the parser's stack costs time in proportion to its depth.
 */
const maxDepth = 3000

class TooDeep extends Error {}

export interface ElementOptions {
  /** It is XML: any element holds any other, and names are without their prefix. */
  xml?: boolean
}

/**
 * Parse HTML as browsers forgive it, or XML as leniently.
 *
 * Ensures every text of the source stands in the tree, each character
 * reference as a text of its own; undefined where elements nest deeper than
 * any document's do.
 */
export function parseElements(source: string, { xml = false }: ElementOptions = {}): Element | undefined {
  const root = element('#root', {}, undefined, 0)
  let open = root
  let depth = 0
  let order = 0
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > maxDepth) throw new TooDeep()
        const child = element(xml ? local(name) : name, attributes, open, ++order)
        child.start = Math.min(parser.endIndex + 1, source.length)
        open.children.push(child)
        open = child
      },
      onclosetag() {
        open.last = order
        open = open.parent ?? root
        depth--
      },
      ontext(value) {
        open.children.push({ value, start: parser.startIndex, end: parser.endIndex + 1 })
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true, xmlMode: xml },
  )
  try {
    parser.end(source)
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
  root.last = order
  return root
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function element(
  name: string,
  attributes: Record<string, string>,
  parent: Element | undefined,
  order: number,
): Element {
  return { name, attributes, children: [], parent, order, last: order, start: 0 }
}

export function isText(node: Element | Text): node is Text {
  return 'value' in node
}

interface Visitor {
  /** Return false to leave the element's inside, and its `leave`, out. */
  enter(element: Element): boolean
  leave(element: Element): void
  text(text: Text): void
}

/** Visit a tree in the order of the source; any depth, as no call is nested. */
export function walk(root: Element, visitor: Visitor): void {
  const open: { element: Element; next: number }[] = []
  const enter = (one: Element) => {
    if (visitor.enter(one)) open.push({ element: one, next: 0 })
  }
  enter(root)
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.element.children[top.next++]
    if (child === undefined) {
      visitor.leave(top.element)
      open.pop()
    } else if (isText(child)) visitor.text(child)
    else enter(child)
  }
}

/** The text inside an element, up to a length, and where it stands. */
export function textOf(root: Element, limit: number): Text {
  const result: Text = { value: '', start: root.start, end: root.start }
  walk(root, {
    enter: () => result.value.length < limit,
    leave: () => undefined,
    text({ value, start, end }) {
      if (result.value.length >= limit || value.trim() === '') return
      if (result.value === '') result.start = start
      result.value += value
      result.end = end
    },
  })
  return result
}

/** The classes of an element. */
export function classes({ attributes }: Element): string[] {
  return attributes.class?.split(/\s+/u).filter((name) => name !== '') ?? []
}
