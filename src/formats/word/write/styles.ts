/**
 * The styles of a document. What a style sets (a title's bold) is the layout of
 * the whole paragraph; what stands out in it is set run by run.
 */
import type { Element } from 'xast'
import type { Page } from './page.js'
import type { Typography } from './typography.js'
import { type ParagraphLook, paragraphProperties, type RunLook, runProperties, w } from './wordml.js'

/** Levels of headings and of lists that have a style of their own; deeper ones share the last. */
export const deepest = 4

/** Sizes in half-points. */
const size = {
  body: 20,
  complex: 28,
  note: 17,
  noteComplex: 24,
  page: 14,
  committee: 24,
  organ: 40,
  name: 28,
}

export function styles(page: Page, typography: Typography): Element[] {
  const { left, right } = page.indent
  const { step } = page
  const column = { left, right }
  const bold: RunLook = { bold: true }
  const body: ParagraphLook = { spacing: { after: 120 }, align: 'both' }
  const title = (before: number): ParagraphLook => ({
    keepNext: true,
    keepLines: true,
    spacing: { before, after: 120 },
    indent: column,
  })
  const opening: ParagraphLook = {
    ...body,
    indent: { ...column, firstLine: step },
    tabs: [['left', left + 2 * step]],
  }
  const numbers = Array.from({ length: deepest }, (_, index) => index + 1)
  return [
    defaults(typography),
    w(
      'style',
      { type: 'paragraph', default: 1, styleId: 'Normal' },
      w('name', { val: 'Normal' }),
      w('qFormat'),
    ),
    style('UnitedNations', { spacing: { after: 80 }, indent: { left } }, { size: size.name }),
    style('DocumentSymbol', { spacing: { after: 80 }, align: 'end' }),
    style('Organ', { spacing: { before: 100 }, indent: { left } }, { ...bold, size: size.organ }),
    style('Distribution', { spacing: { before: 240 }, together: true }),
    style('OriginalLanguage', { spacing: { before: 240 } }),
    style('Session', {}, bold),
    style('Committee', {}, { ...bold, size: size.committee }),
    style('AgendaItem', {}),
    style('AgendaTitle', { keepLines: true, indent: { right: 5040 } }, bold),
    style('Provenance', title(240), { ...bold, size: size.name }),
    style('ProvenanceNote', { ...title(0), keepNext: false }),
    style('Sponsors', title(240), bold),
    style('ResolutionTitle', { ...title(240), outline: 0 }, bold),
    style(
      'NumberedTitle',
      {
        ...title(240),
        indent: { left, right, hanging: left },
        tabs: [
          ['right', left - 245],
          ['left', left],
        ],
        outline: 0,
      },
      { ...bold, size: size.name },
    ),
    style('ResolutionLetter', { ...title(240), align: 'center', outline: 0 }, bold),
    ...numbers.map((depth) =>
      style(`SectionHeading${depth}`, { ...title(120), align: 'center', outline: depth }, bold),
    ),
    style('OrganLine', { ...body, indent: { ...column, firstLine: step }, keepNext: true }),
    style('Paragraph', opening),
    style('Continuation', { ...body, indent: column }),
    // The first level is set as paragraphs are; deeper ones hang in from the margin.
    ...numbers.map((depth) => style(`Subparagraph${depth}`, depth === 1 ? opening : hanging(page, depth))),
    style('TableHead', { keepNext: true, spacing: { before: 40, after: 40 } }, bold),
    style('TableText', { spacing: { before: 40, after: 40 } }),
    style('TableGap', { spacing: { line: 120, rule: 'exact' } }),
    style('Closing', { ...title(120), keepNext: false, align: 'end' }),
    style('EndRule', { rule: 'top', spacing: { before: 240 }, indent: endRule(page) }),
    style('LooseNote', { indent: column }, { size: size.note }),
    style('PageHeader', { spacing: { after: 80 } }, { ...bold, size: size.note }),
    style('PageFooter', {}, { ...bold, size: size.note }),
    style('JobNumber', {}, { size: size.page }),
    style(
      'FootnoteText',
      {
        // The mark hangs in front of the column.
        tabs: [['left', left]],
        spacing: { line: 210, rule: 'atLeast' },
        indent: { left, right, hanging: 245 },
      },
      { size: size.note, sizeComplex: typography.rtl ? size.noteComplex : size.note },
      'footnote text',
    ),
    w(
      'style',
      { type: 'character', styleId: 'FootnoteReference' },
      w('name', { val: 'footnote reference' }),
      w('rPr', {}, ...runProperties({ raised: true })),
    ),
  ]
}

/** A list inside a list: its label in front of a block of text. */
function hanging({ indent: { left, right }, step }: Page, depth: number): ParagraphLook {
  return {
    spacing: { after: 120 },
    align: 'both',
    indent: { left: left + (depth + 1) * step, right, hanging: step },
  }
}

/** A short rule in the middle of the column says that the text is at its end. */
function endRule({ width, margin }: Page): { left: number; right: number } {
  const half = Math.floor((width - 2 * margin.side) / 2) - 720
  return { left: half, right: half }
}

function style(id: string, paragraph: ParagraphLook, run: RunLook = {}, name = nameOf(id)): Element {
  const runs = runProperties(run)
  return w(
    'style',
    { type: 'paragraph', ...(name === nameOf(id) ? { customStyle: 1 } : {}), styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: 'Normal' }),
    w('qFormat'),
    w('pPr', {}, ...paragraphProperties(paragraph)),
    runs.length > 0 ? w('rPr', {}, ...runs) : undefined,
  )
}

/** `ResolutionTitle` → `Resolution Title`. */
function nameOf(id: string): string {
  return id.replace(/(?<=\p{Ll})(?=\p{Lu}|\d)/gu, ' ')
}

function defaults({ font, language, rtl, wide }: Typography): Element {
  return w(
    'docDefaults',
    {},
    w(
      'rPrDefault',
      {},
      w(
        'rPr',
        {},
        w('rFonts', { ...font }),
        // Letters a little wider (per cent) and further apart (twentieths of a point).
        ...(wide ? [w('spacing', { val: 4 }), w('w', { val: 103 }), w('kern', { val: 14 })] : []),
        ...runProperties({ size: size.body, sizeComplex: rtl ? size.complex : size.body }),
        w('lang', { ...language }),
      ),
    ),
    w(
      'pPrDefault',
      {},
      w('pPr', {}, ...paragraphProperties({ spacing: { after: 0, line: 240, rule: 'atLeast' } })),
    ),
  )
}
