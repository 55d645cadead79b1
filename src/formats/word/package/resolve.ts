/** A document with tracked changes → the document with all of them accepted, or rejected. */

import {
  attribute,
  child,
  descendants,
  type Element,
  elements,
  endTagOf,
  sourceOf,
  startTagOf,
  type Text,
} from '../../xml/xml.js'
import type { WordDocument } from './document.js'
import type { Part } from './package.js'
import { isCellGone, isGone, isNumberNew, marksGone, propertiesOn, type Side } from './revisions.js'

/** Elements that hold, or mark, what was added or cut. */
const revision =
  /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+(?:Pr|Grid)Change)$/u
/** What shows where a range of revisions begins and ends. */
const range = /^(?:moveFrom|moveTo|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/u
/** Properties: revisions among them are marks. */
const properties = /^(?:\w+Pr|tblGrid)$/u
const printed =
  /<(?:\w+:)?(?:t|tab|br|cr|sym|noBreakHyphen|footnoteReference|endnoteReference|drawing|pict|object|instrText)[\s/>]/u

/** True of a document with tracked changes in a part that is read. */
export function hasRevisions(document: WordDocument): boolean {
  return partsOf(document).some(isTracked)
}

/** The authors of tracked changes, in the order of the document. */
export function authorsOf(document: WordDocument): string[] {
  const found = new Set<string>()
  for (const { root } of partsOf(document))
    for (const element of descendants(root))
      if (revision.test(element.name)) found.add(attribute(element, 'author') ?? '')
  return [...found]
}

/**
 * Accept or reject all tracked changes, or accept those of one author and reject the others'.
 *
 * Ensures a document whose parts have none, and that reads as that side does;
 * parts without tracked changes stay as they are.
 */
export function resolveRevisions(document: WordDocument, side: Side): WordDocument {
  const tracked = partsOf(document).filter(isTracked)
  if (tracked.length === 0) return document
  return document.with(new Map(tracked.map((part) => [part.name, new Resolver(part, side).resolve()])))
}

function partsOf({ word, pages }: WordDocument): Part[] {
  const notes = ['footnotes', 'endnotes'].flatMap((role) => word.byRole(role) ?? [])
  return [word.main, ...pages.map(({ part }) => part), ...notes]
}

function isTracked({ root }: Part): boolean {
  for (const { name } of descendants(root)) if (revision.test(name)) return true
  return false
}

interface Open {
  element: Element
  content: string
}

class Resolver {
  readonly #part: Part
  readonly #side: Side

  constructor(part: Part, side: Side) {
    this.#part = part
    this.#side = side
  }

  resolve(): string {
    const { xml, root } = this.#part
    return xml.slice(0, root.startIndex) + this.#element(root) + xml.slice(root.endIndex + 1)
  }

  #element(element: Element): string {
    const { name } = element
    if (properties.test(name)) return this.#properties(element)
    const renamed = name === 'delText' ? 't' : name === 'delInstrText' ? 'instrText' : undefined
    const content = this.#children(element)
    const open = startTagOf(this.#part, element)
    if (content === '' && element.children.length === 0) return sourceOf(this.#part, element)
    const whole = open + content + endTagOf(this.#part, element)
    // Cut text that is text again.
    return renamed === undefined
      ? whole
      : whole.replace(new RegExp(`(</?(?:[\\w.-]+:)?)${name}(?=[\\s>])`, 'gu'), `$1${renamed}`)
  }

  /** What an element holds; paragraphs whose mark is gone run on into the next. */
  #children(parent: Element): string {
    let result = ''
    let open: Open[] = []
    let count = 0
    const close = (ended: boolean) => {
      const kept = open.filter(({ content }) => printed.test(content))
      if (open.length > 0 && (ended || kept.length > 0)) {
        result += this.#joined(open, kept.at(-1) ?? (open.at(-1) as Open))
        count++
      }
      open = []
    }
    for (const node of this.#flow(parent)) {
      if (!('attribs' in node)) {
        result += this.#part.xml.slice(node.startIndex, node.endIndex + 1)
        continue
      }
      if (range.test(node.name) || this.#isDropped(node)) continue
      if (node.name === 'p') {
        open.push({ element: node, content: this.#children(node) })
        if (!marksGone(child(child(node, 'pPr'), 'rPr'), this.#side)) close(true)
        continue
      }
      if (node.name === 'pPr' && parent.name === 'p') continue
      if (node.name === 'tbl' || node.name === 'sectPr') close(false)
      result += this.#element(node)
    }
    const last = open.at(-1)
    close(false)
    // A cell, or a note, is not without a paragraph.
    if (count === 0 && last) result += this.#joined([last], last)
    return result
  }

  /** Children, those inside revisions that stay among them. */
  #flow(parent: Element): (Element | Text)[] {
    return parent.children.flatMap((node) => {
      if (!('attribs' in node) || !/^(?:ins|del|moveFrom|moveTo)$/u.test(node.name)) return [node]
      return isGone(node, this.#side) ? [] : this.#flow(node)
    })
  }

  #joined(open: readonly Open[], bearer: Open): string {
    const pPr = child(bearer.element, 'pPr')
    const content = open.map((one) => one.content).join('')
    const own = pPr ? this.#properties(pPr) : ''
    return startTagOf(this.#part, bearer.element) + own + content + endTagOf(this.#part, bearer.element)
  }

  /** A row or a cell that is not on this side. */
  #isDropped(node: Element): boolean {
    if (node.name === 'tr') return marksGone(child(node, 'trPr'), this.#side)
    return node.name === 'tc' && isCellGone(child(node, 'tcPr'), this.#side)
  }

  /** Properties without marks of revision, and as they were before them on the original side. */
  #properties(element: Element): string {
    const own = propertiesOn(element, this.#side)
    const former = own === element ? undefined : own
    // A former paragraph's properties tell nothing of its mark and its section.
    const besides = former && element.name === 'pPr' ? ['rPr', 'sectPr'] : []
    const kept = [
      ...(former ? elements(former) : elements(element)),
      ...besides.flatMap((name) => child(element, name) ?? []),
    ]
    const content = kept
      .filter(({ name }) => !revision.test(name))
      .filter((node) => !(node.name === 'numPr' && isNumberNew(node, this.#side)))
      .map((node) =>
        elements(node).some(({ name }) => revision.test(name)) || properties.test(node.name)
          ? this.#properties(node)
          : sourceOf(this.#part, node),
      )
      .join('')
    if (content === '' && elements(element).length > 0) return ''
    return startTagOf(this.#part, element) + content + endTagOf(this.#part, element)
  }
}
