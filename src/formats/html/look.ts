/** How the text of an element looks: what its name says, unless a style says otherwise. */
import type { Element } from '../xml/elements.js'
import type { Style } from './declarations.js'

export interface Look {
  italic: boolean
  bold: boolean
  raised: boolean
  /** As typewriters had it in place of italics. */
  underlined: boolean
  /** Which side of the revisions alone has it, where both are read. */
  change?: 'inserted' | 'deleted' | undefined
  /** A link, which is underlined for being one. */
  linked: boolean
  /** White space is kept. */
  kept: boolean
  /** The letters are pictures: at the beginning of a paragraph, a bullet. */
  pictures: boolean
}

export const plainLook: Look = {
  italic: false,
  bold: false,
  raised: false,
  underlined: false,
  linked: false,
  kept: false,
  pictures: false,
}

const blockNames = new Set(
  `#root html head body address article aside blockquote caption center dd details dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu ol p plaintext pre
  search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/u),
)
const italicNames = new Set(['i', 'em', 'cite', 'dfn', 'var', 'address'])
const boldNames = new Set(['b', 'strong'])
const preNames = new Set(['pre', 'listing', 'xmp', 'plaintext'])

/** The look of an element inside one that looks like `outer`. */
export function lookOf({ name, attribs }: Element, style: Style, outer: Look, hasBothSides = false): Look {
  const linked = outer.linked || (name === 'a' && attribs.href !== undefined)
  return {
    italic: style.italic ?? (italicNames.has(name) || outer.italic),
    bold: style.bold ?? (boldNames.has(name) || outer.bold),
    raised: style.raised ?? (name === 'sup' || (name !== 'sub' && outer.raised)),
    underlined: !linked && (style.underlined ?? (name === 'u' || outer.underlined)),
    linked,
    change: hasBothSides ? (changeOf(name, style) ?? outer.change) : undefined,
    kept: style.kept ?? (preNames.has(name) || outer.kept),
    pictures: style.pictures ?? outer.pictures,
  }
}

function changeOf(name: string, { struck }: Style): Look['change'] {
  if (struck === true || name === 'del' || name === 's' || name === 'strike') return 'deleted'
  return name === 'ins' ? 'inserted' : undefined
}

/** A paragraph ends before and behind the element. */
export function isBlock({ name }: Element, style: Style): boolean {
  return style.block === true || blockNames.has(name)
}

export function isPreformatted({ name }: Element): boolean {
  return preNames.has(name)
}

/** The level of a heading, from 1. */
export function headingLevel({ name, attribs }: Element): number | undefined {
  const digit = /^h([1-6])$/u.exec(name)?.[1]
  if (digit) return Number(digit)
  if (attribs.role !== 'heading') return undefined
  return /^[1-9]$/u.test(attribs['aria-level'] ?? '') ? Number(attribs['aria-level']) : 2
}
