/** The text of an Akoma Ntoso document. */
import type { Element } from 'xast'
import { writeXml } from '../../xml/write-xml.js'

export { type Attributes, element, type Xml } from '../../xml/write-xml.js'

export const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

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

/** Write a document, an element a line, but for what is in a line of text. */
export function writeAkn(root: Element): string {
  indent(root, '\n')
  return writeXml(root)
}

function indent(parent: Element, line: string): void {
  if (parent.children.length === 0 || inline.has(parent.name)) return
  const inner = `${line}  `
  const spaced: Element['children'] = []
  for (const child of parent.children) {
    // Text is only where it is all there is.
    if (child.type !== 'element') return
    indent(child, inner)
    spaced.push({ type: 'text', value: inner }, child)
  }
  parent.children = [...spaced, { type: 'text', value: line }]
}
