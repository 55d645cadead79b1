/** The masthead: a box of two columns between rules, and the lines of session and agenda under it. */
import { match } from 'ts-pattern'
import type { Element } from 'xast'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, MastheadContent } from '../../../model/tree/types.js'
import { type InlineContext, runs, textRuns } from './inline.js'
import { type Page, textWidth } from './page.js'
import { isLatin } from './typography.js'
import { cell, paragraph, row, table } from './wordml.js'

/** Fields that are in the box, and on which side. */
const sides: Partial<Record<MastheadContent['type'], 'left' | 'right'>> = {
  organ: 'left',
  symbol: 'right',
  distribution: 'right',
  date: 'right',
  originalLanguage: 'right',
}
/** Width of the right column, and heights of the rows. */
const right = 3140
const heights = { first: 864, other: 2400 }
/** Thickness of the rules in eighths of a point. */
const thin = 4
const thick = 12
/** The letters of a symbol before its first stroke are set large. */
const largeLetters = 40

interface Row {
  left: MastheadContent[]
  right: MastheadContent[]
}

/** How many fields at the front are in the box. */
export function boxed(fields: readonly MastheadContent[]): number {
  const end = fields.findIndex(({ type }) => sides[type] === undefined)
  return end === -1 ? fields.length : end
}

/**
 * Write the fields of a masthead, those of the box first.
 *
 * Ensures they are in their order, read row by row and column by column.
 */
export function masthead(fields: readonly MastheadContent[], context: InlineContext, page: Page): Element[] {
  const end = boxed(fields)
  const below = fields.slice(end)
  return [
    ...(end > 0 ? [box(rows(fields.slice(0, end)), context, page), gap()] : []),
    ...below.map((field) => line(styleOf(field), field, context)),
  ]
}

/** A paragraph after a table: Word joins tables that meet. */
export function gap(): Element {
  return paragraph({ style: 'TableGap' })
}

function rows(fields: readonly MastheadContent[]): Row[] {
  const found: Row[] = []
  for (const field of fields) {
    const last = found.at(-1)
    const onLeft = sides[field.type] === 'left'
    // The first row holds a name and the symbol, whatever comes after is under its rule.
    const isFull =
      !last || (onLeft ? last.right.length > 0 : last.right.some(({ type }) => type === 'symbol'))
    const row = isFull ? { left: [], right: [] } : last
    if (isFull) found.push(row)
    row[onLeft ? 'left' : 'right'].push(field)
  }
  return found
}

function box(all: readonly Row[], context: InlineContext, page: Page): Element {
  const width = textWidth(page)
  const columns = [width - right, right] as const
  const written = all.map((one, index) => {
    const isFirst = index === 0 && one.right.every(({ type }) => type === 'symbol')
    const content = (fields: readonly MastheadContent[]) =>
      fields.length > 0 ? fields.map((field) => line(boxStyle(field, isFirst), field, context)) : [gap()]
    const align = isFirst ? 'bottom' : undefined
    return row({ height: isFirst ? heights.first : heights.other }, [
      cell(columns[0], content(one.left), align),
      cell(columns[1], content(one.right), align),
    ])
  })
  const { rtl } = context.typography
  return table({ columns, rtl, rules: { bottom: thick, insideH: thin }, margin: 0 }, written)
}

function boxStyle({ type }: MastheadContent, isFirst: boolean): string {
  if (type === 'organ') return isFirst ? 'UnitedNations' : 'Organ'
  if (type === 'originalLanguage') return 'OriginalLanguage'
  return type === 'symbol' ? 'DocumentSymbol' : 'Distribution'
}

/** How a line under the box is set. */
function styleOf(field: MastheadContent): string {
  return match(field)
    .with({ type: 'session' }, () => 'Session')
    .with({ type: 'organ' }, () => 'Committee')
    .with({ type: 'agendaTitle' }, () => 'AgendaTitle')
    .with({ type: 'provenance' }, (one) => (bracketed.test(plainText(one)) ? 'ProvenanceNote' : 'Provenance'))
    .with({ type: 'symbol' }, () => 'DocumentSymbol')
    .with({ type: 'jobNumber' }, () => 'JobNumber')
    .with(
      { type: 'agendaItem' },
      { type: 'venue' },
      { type: 'date' },
      { type: 'distribution' },
      { type: 'originalLanguage' },
      { type: 'unknown' },
      () => 'AgendaItem',
    )
    .exhaustive()
}

/** What report or draft a text came from is in brackets. */
const bracketed = /^[[(]/u

/** A line of a field. What is of another script is set in its direction, as a whole. */
function line(style: string, field: MastheadContent, context: InlineContext): Element {
  const { typography } = context
  const turned = typography.rtl && field.type !== 'symbol' && isLatin(plainText(field))
  const own = turned ? { ...context, typography: { ...typography, rtl: false } } : context
  const content =
    field.type === 'symbol'
      ? symbolRuns(field.children, own)
      : style === 'ProvenanceNote' && !field.children.some(({ type }) => type === 'emphasis')
        ? noteRuns(field.children, own)
        : runs(field.children, own)
  return paragraph({ style, rtl: own.typography.rtl }, content)
}

/** The organ's letters large, the rest as the text. */
function symbolRuns(children: readonly AnyNode[], context: InlineContext): Element[] {
  const [first, ...rest] = children
  const value = first?.type === 'text' && 'value' in first ? String(first.value) : ''
  const letters = /^\p{Lu}+(?=\/)/u.exec(value)?.[0] ?? ''
  if (letters === '') return runs(children, context)
  const after = textRuns(value.slice(letters.length), {}, context.typography)
  return [...textRuns(letters, { size: largeLetters }, context.typography), ...after, ...runs(rest, context)]
}

/** The house style: a note in italics, its brackets upright. */
function noteRuns(children: readonly AnyNode[], context: InlineContext): Element[] {
  const [first, last] = [children[0], children.at(-1)]
  return children.flatMap((child) => {
    if (child.type !== 'text' || !('value' in child)) return runs([child], context, { italic: true })
    const [, open = '', inner = '', close = ''] = /^([[(]?)(.*?)([\])]?)$/su.exec(
      String(child.value),
    ) as RegExpExecArray
    const text = (value: string, italic: boolean) =>
      textRuns(value, italic ? { italic } : {}, context.typography)
    return [...text(open, child !== first), ...text(inner, true), ...text(close, child !== last)]
  })
}
