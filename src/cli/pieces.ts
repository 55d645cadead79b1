/** What each command makes of the tree of one document. */
import { match } from 'ts-pattern'
import { toJson } from '../formats/json/to-json.js'
import { toMarkdown } from '../formats/markdown/to-markdown.js'
import { toText } from '../formats/text/to-text.js'
import { toDocx } from '../formats/word/write/to-docx.js'
import type { Root } from '../model/tree/types.js'
import { outline } from '../reports/outline.js'
import { outlineToCsv, outlineToMarkdown, outlineToTable } from '../reports/outline-formats.js'
import { widthOf } from './io.js'

export interface PieceOptions {
  /** Format of an outline, or to convert to. */
  format?: string
  /** Columns of plain text. */
  width?: number
  /** When a Word document was made. */
  date?: string
  /** Indent JSON: one document alone is read by a person. */
  pretty?: boolean
}

type Piece = string | Uint8Array

export const pieces = {
  parse: (tree: Root, _file: string, { pretty }: PieceOptions): Piece => `${toJson(tree, pretty ? 2 : 0)}\n`,

  outline: (tree: Root, file: string, { format, width }: PieceOptions): Piece => {
    const one = { file, ...outline(tree) }
    return match(format)
      .with('json', () => JSON.stringify(one, null, 2).replace(/^/gmu, '  '))
      .with('ndjson', () => `${JSON.stringify(one)}\n`)
      .with('csv', () => outlineToCsv(one))
      .with('md', () => outlineToMarkdown(one))
      .otherwise(() => outlineToTable(one, widthOf(width)))
  },

  convert: (tree: Root, _file: string, { format, width, date }: PieceOptions): Piece | Promise<Piece> =>
    match(format)
      // Loaded only where needed, for its XML writer.
      .with('akn', async () => (await import('../formats/akn/write/to-akn.js')).toAkn(tree))
      .with('docx', () => toDocx(tree, { date }))
      .with('md', () => toMarkdown(tree))
      .with('text', () => toText(tree, width === undefined ? {} : { width }))
      .otherwise(() => `${toJson(tree)}\n`),
}

/** The commands that take many documents. */
export type PieceCommand = keyof typeof pieces
