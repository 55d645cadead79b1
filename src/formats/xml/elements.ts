/** Trees of elements whose texts know their place in the source: domhandler's, which css-select and cheerio read. */
import { Document, Element as DomElement, Text as DomText } from 'domhandler'

/** A stretch of the source, decoded. */
export interface Text {
  value: string
  /** Offsets in the source, end exclusive: verbatim if both lengths agree. */
  start: number
  end: number
}

export class TextNode extends DomText implements Text {
  declare parent: Element | null
  declare startIndex: number
  declare endIndex: number
  readonly start: number
  readonly end: number

  constructor(value: string, start: number, end: number) {
    super(value)
    this.start = start
    this.end = end
    this.startIndex = start
    this.endIndex = end - 1
  }

  get value(): string {
    return this.data
  }
}

export class Element extends DomElement {
  declare children: (Element | TextNode)[]
  declare parent: Element | null
  /** Its first and its last character in the source; 0 where the reader does not tell. */
  override startIndex = 0
  override endIndex = 0
  /** Its place in the order of opening tags; `last` is that of the last element inside it. */
  readonly order: number
  last: number
  /** Offset behind its opening tag. */
  start = 0

  constructor(name: string, attribs: Record<string, string>, order: number) {
    super(name, attribs)
    this.order = order
    this.last = order
  }

  /** Add a child behind the others. */
  append(node: Element | TextNode): void {
    const before = this.children.at(-1) ?? null
    node.parent = this
    node.prev = before
    if (before) before.next = node
    this.children.push(node)
  }
}

/** Builds a tree as a parser reads its tags. */
export class TreeBuilder {
  readonly root = new Element('#root', {}, 0)
  #open = this.root
  #order = 0
  depth = 0

  /** Open an element; `start` is the offset behind its tag. */
  open(name: string, attribs: Record<string, string>, start: number): Element {
    const element = new Element(name, attribs, ++this.#order)
    element.start = start
    this.#open.append(element)
    this.#open = element
    this.depth++
    return element
  }

  close(): Element {
    const closed = this.#open
    closed.last = this.#order
    this.#open = closed.parent ?? this.root
    this.depth--
    return closed
  }

  text(value: string, start: number, end: number): void {
    if (value !== '') this.#open.append(new TextNode(value, start, end))
  }

  /** End the document: `#root` is the only element at its top. */
  finish(): { document: Document; root: Element } {
    while (this.#open !== this.root) this.close()
    this.root.last = this.#order
    const document = new Document([this.root])
    // A document is no element: for those who walk up, `#root` is the last.
    ;(this.root as DomElement).parent = document
    return { document, root: this.root }
  }
}

export function isText(node: Element | TextNode): node is TextNode {
  return node instanceof TextNode
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

/** The text inside an element, up to a length, and where it is. */
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
export function classes({ attribs }: Element): string[] {
  return attribs.class?.split(/\s+/u).filter((name) => name !== '') ?? []
}
