/** Elements of WordprocessingML: paragraphs, runs and tables, their properties in the order that its schema asks. */
import type { Element } from 'xast'
import { type Attributes, element, type Xml } from '../../xml/write-xml.js'

/** Make an element; names without prefix are those of WordprocessingML. */
export function w(name: string, attributes: Attributes = {}, ...children: (Xml | undefined)[]): Element {
  const named = Object.entries(attributes).map(([key, value]) => [
    key.includes(':') ? key : `w:${key}`,
    value,
  ])
  return element(`w:${name}`, Object.fromEntries(named), ...children)
}

/** How characters look; sizes in half-points. */
export interface RunLook {
  style?: string
  bold?: boolean
  /** False takes them out of the italics of a style. */
  italic?: boolean
  size?: number
  sizeComplex?: number
  raised?: boolean
  struck?: boolean
  underlined?: boolean
  /** Six hexadecimal digits. */
  color?: string
  rtl?: boolean
}

/** How a paragraph is set; measures in twentieths of a point. */
export interface ParagraphLook {
  style?: string
  keepNext?: boolean
  keepLines?: boolean
  opensPage?: boolean
  rule?: 'top' | 'bottom'
  tabs?: readonly (readonly [kind: 'left' | 'right' | 'clear', position: number])[]
  rtl?: boolean
  spacing?: { before?: number; after?: number; line?: number; rule?: 'exact' | 'atLeast' }
  /** Without space between it and its like. */
  together?: boolean
  indent?: { left?: number; right?: number; firstLine?: number; hanging?: number }
  /** Sides are those of reading: `end` is the left of Arabic. */
  align?: 'start' | 'center' | 'end' | 'both'
  /** Level in the outline, from 0. */
  outline?: number
}

/** A property that is on, or off where a style has it; nothing where it is not said. */
function toggle(name: string, value: boolean | undefined): Element | undefined {
  return value === undefined ? undefined : w(name, value ? {} : { val: 0 })
}

function val(name: string, value: string | number | undefined): Element | undefined {
  return value === undefined ? undefined : w(name, { val: value })
}

/** What the look of runs is written as, in the order of the schema. */
export function runProperties(look: RunLook, ...more: (Element | undefined)[]): Element[] {
  const { bold, italic, size, sizeComplex = size } = look
  return [
    val('rStyle', look.style),
    ...more,
    toggle('b', bold),
    toggle('bCs', bold),
    toggle('i', italic),
    toggle('iCs', italic),
    toggle('strike', look.struck),
    val('color', look.color),
    val('sz', size),
    val('szCs', sizeComplex),
    look.underlined ? w('u', { val: 'single' }) : undefined,
    look.raised ? w('vertAlign', { val: 'superscript' }) : undefined,
    look.rtl ? w('rtl') : undefined,
  ].filter((one) => one !== undefined)
}

export function paragraphProperties(look: ParagraphLook): Element[] {
  const { rule, tabs = [], spacing, align, indent } = look
  const line = { val: 'single', sz: 2, space: 0, color: 'auto' }
  return [
    val('pStyle', look.style),
    look.keepNext ? w('keepNext') : undefined,
    look.keepLines ? w('keepLines') : undefined,
    look.opensPage ? w('pageBreakBefore') : undefined,
    rule ? w('pBdr', {}, w(rule, line)) : undefined,
    tabs.length > 0 ? w('tabs', {}, ...tabs.map(([kind, pos]) => w('tab', { val: kind, pos }))) : undefined,
    look.rtl ? w('bidi') : undefined,
    spacing
      ? w('spacing', {
          before: spacing.before,
          after: spacing.after,
          line: spacing.line,
          lineRule: spacing.rule,
        })
      : undefined,
    indent ? w('ind', { ...indent }) : undefined,
    look.together ? w('contextualSpacing') : undefined,
    val('jc', align),
    val('outlineLvl', look.outline),
  ].filter((one) => one !== undefined)
}

function properties(name: string, inner: readonly Element[]): Element | undefined {
  return inner.length > 0 ? w(name, {}, ...inner) : undefined
}

export function paragraph(look: ParagraphLook, runs: readonly Element[] = []): Element {
  return w('p', {}, properties('pPr', paragraphProperties(look)), ...runs)
}

/** A run; texts among its content are written as such. */
export function run(look: RunLook, ...content: Xml[]): Element {
  return w('r', {}, properties('rPr', runProperties(look)), ...content.map(textElement))
}

/** A text whose spaces count. */
function textElement(content: Xml): Element {
  return typeof content === 'string' ? w('t', { 'xml:space': 'preserve' }, content) : content
}

export function tab(): Element {
  return run({}, w('tab'))
}

/** A field that Word counts, with the result that is until it does. */
export function field(code: string, look: RunLook = {}): Element[] {
  const char = (type: string) => run(look, w('fldChar', { fldCharType: type }))
  const instruction = run(look, w('instrText', { 'xml:space': 'preserve' }, ` ${code} `))
  return [char('begin'), instruction, char('separate'), run(look, '1'), char('end')]
}

/** Thickness of a table's rules in eighths of a point, where it has any. */
export type Rules = Partial<Record<'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV', number>>

export interface TableLook {
  /** Widths of its columns. */
  columns: readonly number[]
  indent?: number
  rtl: boolean
  rules: Rules
  /** Space inside its cells, left and right; Word's own where it is not said. */
  margin?: number
}

export function table(look: TableLook, rows: readonly Element[]): Element {
  const { columns, indent, rules, margin } = look
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      look.rtl ? w('bidiVisual') : undefined,
      w('tblW', { w: columns.reduce((sum, width) => sum + width, 0), type: 'dxa' }),
      indent === undefined ? undefined : w('tblInd', { w: indent, type: 'dxa' }),
      w(
        'tblBorders',
        {},
        ...sides.map((side) =>
          w(side, {
            val: rules[side] ? 'single' : 'none',
            sz: rules[side] ?? 0,
            space: 0,
            color: 'auto',
          }),
        ),
      ),
      w('tblLayout', { type: 'fixed' }),
      margin === undefined
        ? undefined
        : w('tblCellMar', {}, ...['left', 'right'].map((side) => w(side, { w: margin, type: 'dxa' }))),
    ),
    w('tblGrid', {}, ...columns.map((width) => w('gridCol', { w: width }))),
    ...rows,
  )
}

/** A row that no page cuts. */
export function row(
  { height, isHead = false }: { height?: number; isHead?: boolean },
  cells: readonly Element[],
): Element {
  return w(
    'tr',
    {},
    w(
      'trPr',
      {},
      w('cantSplit'),
      height === undefined ? undefined : w('trHeight', { val: height, hRule: 'atLeast' }),
      isHead ? w('tblHeader') : undefined,
    ),
    ...cells,
  )
}

export function cell(width: number, content: readonly Element[], align?: 'bottom'): Element {
  return w('tc', {}, w('tcPr', {}, w('tcW', { w: width, type: 'dxa' }), val('vAlign', align)), ...content)
}
