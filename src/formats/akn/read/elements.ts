/** What the elements of Akoma Ntoso are to a reader: lines of a text, or parts of a line. */
import type { Block } from '../../../model/block.js'
import { classes, type Element } from '../../xml/elements.js'
import type { Look } from './writer.js'

const inlineNames = new Set(
  `a abbr affectedDocument argument b change concept courtType date decoration def del docAuthority docCommittee
  docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType
  docketNumber embeddedText entity event fillIn i inline ins judge lawyer legislature location marker mmod mod mref
  neutralCitation object omissis opinion organization outcome party person placeholder process quantity
  quotedText recordedTime ref relatedDocument remark rmod role rref session shortTitle signature span sub sup term
  time u vote`.split(/\s+/u),
)

/** It is in a line of text; all else begins and ends lines, what no schema knows included. */
export function isInline({ name }: Element): boolean {
  return inlineNames.has(name)
}

/** Paragraphs, points and whatever else bears a number of its own: each begins on a new line. */
const numberedNames = new Set(
  `article alinea clause indent item list_item paragraph point proviso recital citation rule subclause subparagraph
  subrule transitional`.split(/\s+/u),
)

/** What a number begins with its own text; the numbers of other parts are their headings. */
export function isNumbered({ name }: Element): boolean {
  return numberedNames.has(name)
}

const headingNames = new Set(['heading', 'subheading', 'crossHeading', 'longTitle'])

export function isHeading({ name }: Element): boolean {
  return headingNames.has(name)
}

/** The number of a part that has a heading: of a section, not of a paragraph. */
export function isHeadingNumber({ name, parent }: Element): boolean {
  if (name !== 'num' || !parent || isNumbered(parent)) return false
  return parent.name !== 'list' && parent.name !== 'blockContainer'
}

/** Titles are headings where the text has its title; on the cover page they are lines of the masthead. */
export function isTitle({ name, parent }: Element): boolean {
  if (name !== 'docTitle' && name !== 'docNumber' && name !== 'shortTitle') return false
  for (let outer = parent; outer; outer = outer.parent) {
    if (outer.name === 'preface') return true
    if (outer.name === 'container') return outer.attribs.name === 'title'
    if (outer.name === 'coverPage' || outer.name === 'mainBody') return false
  }
  return false
}

/** The look of text inside an element that is in text of a look. */
export function lookOf(element: Element, outer: Look): Look {
  const { name } = element
  const named = name === 'span' || name === 'inline' ? classes(element) : []
  return {
    emphasis: outer.emphasis || name === 'i' || name === 'u' || named.includes('italic'),
    strong: outer.strong || name === 'b' || named.includes('bold'),
    superscript: outer.superscript || name === 'sup',
  }
}

/** The words of which side of a comparison: those removed are the old text's, those added the new one's. */
export function isOtherSide({ name, attribs: { status } }: Element, side: 'final' | 'original'): boolean {
  if (side === 'final') return name === 'del' || status === 'removed'
  return name === 'ins' || status === 'edited'
}

/** A block whose order among others the file may tell. */
export interface Placed {
  block: Block
  place: number | undefined
}
