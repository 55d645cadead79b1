/** The characters of a text element, and where they are written in the file. */
import { dataOf, type Element } from '../../xml/xml.js'

/** Where a word may be parted: it is in the file, and prints nothing. */
const softHyphen = /\u00ad/gu
const edges = /^[ \t\r\n]+|[ \t\r\n]+$/gu

/** White space at the ends counts only where the file says so; a hyphen's breaking is layout. */
export function textOf(node: Element): string {
  return printedText(keptData(node).replace(/[\r\n]+/gu, ' '))
}

/** What is read of a text that Word prints. */
export function printedText(text: string): string {
  return text.replace(/\u2011/gu, '-').replace(softHyphen, '')
}

function keptData(node: Element): string {
  const data = dataOf(node)
  return node.attribs['xml:space'] === 'preserve' ? data : data.replace(edges, '')
}

/**
 * What the file holds for each character that a text element prints.
 *
 * Ensures as many strings as `piece.text` of the whole element has UTF-16
 * units, and that they join to the element's text.
 */
export function writtenAs(node: Element): string[] {
  const written: string[] = []
  for (const unit of keptData(node).match(/[\r\n]+|[^\r\n]/gu) ?? []) {
    if (unit === '\u00ad' && written.length > 0) written[written.length - 1] += unit
    else if (unit !== '\u00ad')
      written.push(unit, ...Array.from({ length: unit.length === 2 && /\S/u.test(unit) ? 1 : 0 }, () => ''))
  }
  return written
}
