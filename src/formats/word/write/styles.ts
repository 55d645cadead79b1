/**
 * The styles of a document. What a style sets (a title's bold) is the layout of
 * the whole paragraph; what stands out in it is set run by run.
 */
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { type Page, step } from './page.js'
import type { Typography } from './typography.js'

/** Levels of headings and of lists that have a style of their own; deeper ones share the last. */
export const deepest = 4

/** Sizes in half-points. */
const size = { body: 20, complex: 28, note: 17, noteComplex: 24, title: 24, organ: 40, name: 28 }
/** Letters a little wider (per cent) and further apart (twentieths of a point). */
const wide = { scale: 103, characterSpacing: 4, kern: 14 }

type Paragraph = NonNullable<IParagraphStyleOptions['paragraph']>
type Run = NonNullable<IParagraphStyleOptions['run']>

export function stylesOf(page: Page, typography: Typography): IStylesOptions {
  const { left, right } = page.indent
  const column = { left, right }
  const style = (id: string, paragraph: Paragraph, run: Run = {}, basedOn = 'Normal') => ({
    id,
    name: id.replace(/(?<=\p{Ll})(?=\p{Lu}|\d)/gu, ' '),
    basedOn,
    quickFormat: true,
    paragraph,
    run,
  })
  const body = { spacing: { after: 120 }, alignment: AlignmentType.BOTH }
  const title = (lines: number) => ({
    keepNext: true,
    keepLines: true,
    spacing: { before: lines, after: 120 },
  })
  const bold = (points: number): Run => ({ bold: true, size: points })
  const numbers = Array.from({ length: deepest }, (_, index) => index + 1)
  return {
    default: {
      document: {
        run: {
          font: typography.font,
          size: size.body,
          sizeComplexScript: typography.rtl ? size.complex : size.body,
          language: typography.language,
          ...(typography.wide ? wide : {}),
        },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AT_LEAST } },
      },
      footnoteText: {
        paragraph: { indent: { left: left + step, right, hanging: step }, spacing: { line: 210 } },
        run: {
          size: size.note,
          sizeComplexScript: typography.rtl ? size.noteComplex : size.note,
        },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      style('UnitedNations', { spacing: { after: 80 } }, { size: size.name }),
      style('DocumentSymbol', { spacing: { after: 80 }, alignment: AlignmentType.END }),
      style('Organ', { spacing: { before: 100 } }, bold(size.organ)),
      style('Distribution', {}),
      style('Session', {}, { bold: true }),
      style('AgendaItem', {}),
      style('AgendaTitle', { keepLines: true, indent: { right: 5040 } }, { bold: true }),
      style('Provenance', { ...title(240), indent: column }, bold(size.name)),
      style('ProvenanceNote', { spacing: { before: 120, after: 120 }, indent: column }),
      style('Sponsors', { ...title(240), indent: column }, bold(size.title)),
      style('ResolutionTitle', { ...title(240), indent: column, outlineLevel: 0 }, bold(size.title)),
      style(
        'NumberedTitle',
        { ...title(240), indent: { left, right, hanging: left }, rightTabStop: left - 245, outlineLevel: 0 },
        bold(size.title),
      ),
      style(
        'ResolutionLetter',
        { ...title(240), alignment: AlignmentType.CENTER, outlineLevel: 0 },
        bold(size.title),
      ),
      ...numbers.map((depth) =>
        style(
          `SectionHeading${depth}`,
          { ...title(120), indent: column, alignment: AlignmentType.CENTER, outlineLevel: depth },
          { bold: true },
        ),
      ),
      style('OrganLine', { ...body, indent: { ...column, firstLine: step }, keepNext: true }),
      style('Paragraph', { ...body, indent: { ...column, firstLine: step }, leftTabStop: left + 2 * step }),
      style('Continuation', { ...body, indent: column }),
      ...numbers.map((depth) =>
        style(`Subparagraph${depth}`, {
          ...body,
          indent: { left: left + (depth + 1) * step, right, hanging: step },
        }),
      ),
      style('TableHead', { keepNext: true, spacing: { before: 40, after: 40 } }, { bold: true }),
      style('TableText', { spacing: { before: 40, after: 40 } }),
      style('TableGap', { spacing: { line: 120, lineRule: LineRuleType.EXACT } }),
      style('Closing', { indent: column, alignment: AlignmentType.END, keepLines: true }),
      style('LooseNote', { indent: column }, { size: size.note }),
      style('PageHeader', { spacing: { after: 240 }, alignment: AlignmentType.END }, bold(size.note)),
      style('PageFooter', { alignment: AlignmentType.END }, bold(size.note)),
      style('JobNumber', {}, { size: size.note }),
    ],
  }
}
