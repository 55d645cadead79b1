/** Tables of what changed → a Word document: cut words struck, added ones underlined, as people mark them by hand. */
import type { Element } from 'xast'
import type { Edit } from '../../../model/change.js'
import type { ChangeTable, ChangeTablePart } from '../../../model/change-table.js'
import { breaksAndText } from './inline.js'
import { pack } from './package.js'
import { pageOf, pageSetting, textWidth } from './page.js'
import { styles } from './styles.js'
import { type Typography, typographyOfText } from './typography.js'
import { cell, paragraph, type RunLook, row, run, table, w } from './wordml.js'

const namespaces = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }
/** The column that says which version, in twentieths of a point. */
const headWidth = 1700

/** How what became of words is shown; colours as reports in HTML have them, for those who see them. */
const looks: Readonly<Record<Edit['op'], RunLook>> = {
  equal: {},
  delete: { struck: true, color: 'A01414' },
  insert: { underlined: true, color: '0B5A2A' },
}

/**
 * Write tables of what changed as a Word document, a table a paragraph.
 *
 * Ensures that its bytes depend on nothing but the tables. What changed is set as marks that a
 * reader sees, not as tracked changes: nobody is to accept them.
 */
export function changeTableToDocx(changes: ChangeTable): Uint8Array {
  const page = pageOf(null, 'a4')
  const typography = typographyOfText(wordsOf(changes), changes.language)
  const { rtl } = typography
  const width = textWidth(page)
  const content = [
    paragraph(
      { rtl, keepNext: true, spacing: { after: 120 } },
      breaksAndText(changes.title, { bold: true, size: 28 }, typography),
    ),
    paragraph({ rtl, spacing: { after: 240 } }, breaksAndText(changes.summary, {}, typography)),
    ...changes.parts.flatMap((part) => partContent(part, width, typography)),
  ]
  return pack(
    w('document', namespaces, w('body', {}, ...content, w('sectPr', {}, ...pageSetting(page)))),
    [{ file: 'styles.xml', kind: 'styles', root: w('styles', namespaces, ...styles(page, typography)) }],
    { title: changes.title, language: changes.language, date: undefined },
  )
}

function wordsOf({ title, parts }: ChangeTable): string {
  return [
    title,
    ...parts.flatMap(({ rows }) => rows.flatMap(({ edits }) => edits.map(({ text }) => text))),
  ].join(' ')
}

function partContent({ name, rows }: ChangeTablePart, width: number, typography: Typography): Element[] {
  const { rtl } = typography
  const line = { top: 4, bottom: 4, insideH: 4 }
  const look = { columns: [headWidth, width - headWidth], rtl, rules: line }
  return [
    paragraph(
      { rtl, keepNext: true, spacing: { before: 240, after: 80 } },
      breaksAndText(name, { bold: true }, typography),
    ),
    table(
      look,
      rows.map(({ head, note, edits }) =>
        row({}, [
          cell(headWidth, [
            paragraph({ rtl }, breaksAndText(head, { bold: true }, typography)),
            ...(note === '' ? [] : [paragraph({ rtl }, breaksAndText(note, { italic: true }, typography))]),
          ]),
          cell(width - headWidth, [
            paragraph(
              { rtl },
              edits.flatMap(({ op, text }) => breaksAndText(text, looks[op], typography)),
            ),
          ]),
        ]),
      ),
    ),
    // Two tables without a paragraph between them are one to Word.
    paragraph({ rtl }, [run({}, '')]),
  ]
}
