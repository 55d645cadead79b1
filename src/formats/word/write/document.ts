/** The whole document: body, notes, page headers and footers, properties. */
import { Document, Footer, Header, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, FootnoteDefinition, Root } from '../../../model/tree/types.js'
import { writable } from '../../xml/characters.js'
import { blocks } from './body.js'
import { firstPage } from './first-page.js'
import { type InlineContext, runs } from './inline.js'
import { gap, masthead } from './masthead.js'
import { type Footnotes, Notes, noteParagraphs, raised } from './notes.js'
import { type Page, pageOf, step, symbolOf } from './page.js'
import { repack } from './repack.js'
import { stylesOf } from './styles.js'
import { typographyOf } from './typography.js'

export interface DocxOptions {
  /** Paper; by default letter for what is issued in New York, A4 for all other bodies. */
  paper?: 'a4' | 'letter' | undefined
  /** When the document was made (ISO 8601), for its properties; by default they do not say. */
  date?: string | undefined
}

export async function writeDocument(tree: Root, options: DocxOptions): Promise<Uint8Array> {
  const page = pageOf(tree, options.paper)
  const typography = typographyOf(tree)
  const { rtl } = typography
  const front = firstPage(tree)
  const notes = new Notes(
    tree.children
      .filter((node) => node.type === 'footnoteDefinition')
      .filter((note) => !front.starred.includes(note)),
  )
  const context = { page, typography, mark: notes.mark.bind(notes) }
  // In headers and in notes there are no footnotes: a mark is only raised.
  const flat: InlineContext = { typography, mark: ({ label, identifier }) => [raised(label ?? identifier)] }
  const inline = (node: AnyNode) => runs('children' in node ? (node.children as AnyNode[]) : [], flat)
  const typedNote = ({ identifier, label, children }: FootnoteDefinition, style: string) =>
    new Paragraph({
      style,
      ...(rtl ? { bidirectional: true } : {}),
      children: [raised(label ?? identifier), new TextRun(' '), ...children.flatMap(inline)],
    })

  const children = tree.children.flatMap((node) =>
    blocks(node.type === 'masthead' ? { ...node, children: front.body } : node, context),
  )
  children.push(...notes.unmarked.map((note) => typedNote(note, 'LooseNote')))
  const footnotes: Footnotes = {}
  for (const { id, definition } of notes.marked)
    footnotes[id] = { children: noteParagraphs(definition, inline, rtl) }
  const document = new Document({
    sections: [
      {
        properties: section(page),
        headers: {
          first: new Header({
            children: [...masthead(front.header, { page, rtl, runs: inline }), gap()],
          }),
          default: new Header({
            children: [running('PageHeader', [new TextRun(writable(symbolOf(tree) ?? ''))])],
          }),
        },
        footers: {
          first: new Footer({
            children: [
              ...front.starred.map((note) => typedNote(note, 'LooseNote')),
              ...front.jobNumbers.map(
                (field) => new Paragraph({ style: 'JobNumber', children: inline(field) }),
              ),
              gap(),
            ],
          }),
          default: new Footer({ children: [running('PageFooter', [pageNumber()])] }),
        },
        children,
      },
    ],
    styles: stylesOf(page, typography),
    footnotes,
    defaultTabStop: step,
  })
  const packed = await Packer.toBuffer(document)
  return repack(packed, {
    typed: notes.marked,
    title: titleOf(tree),
    language: tree.language,
    date: options.date,
  })
}

/** A line that is on every page but the first. */
function running(style: string, children: TextRun[]): Paragraph {
  return new Paragraph({ style, children })
}

function pageNumber(): TextRun {
  return new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })
}

function section({ width, height, margin }: Page): ISectionOptions['properties'] {
  const { side, ...edges } = margin
  return {
    page: { size: { width, height }, margin: { ...edges, left: side, right: side, gutter: 0 } },
    titlePage: true,
  }
}

function titleOf(tree: Root): string {
  for (const node of tree.children)
    if (node.type === 'resolution')
      for (const child of node.children) if (child.type === 'title') return plainText(child)
  return symbolOf(tree) ?? ''
}
