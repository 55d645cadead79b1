/** Prints a generated draft as a Word document, with the `docx` package. */
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Paragraph as WordParagraph,
} from 'docx'
import type { Draft, Paragraph, Part, Words } from './generate.js'
import { sponsorLine } from './print.js'

const levels = [
  { format: LevelFormat.DECIMAL, text: '%1.' },
  { format: LevelFormat.LOWER_LETTER, text: '(%2)' },
  { format: LevelFormat.LOWER_ROMAN, text: '(%3)' },
].map((level, at) => ({ ...level, level: at, alignment: AlignmentType.LEFT }))
const none = { style: 'none' as const, size: 0 }
const noLines = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** The bytes of a document whose labels are typed (odd seeds) or automatic (even ones). */
export async function wordDocument(draft: Draft): Promise<Uint8Array> {
  const automatic = draft.seed % 2 === 0
  let list = 0
  const runs = (words: Words): ParagraphChild[] =>
    words.map((word) => (typeof word === 'string' ? new TextRun(word) : new FootnoteReferenceRun(word)))
  const labelled = (label: string | null, level: number, children: ParagraphChild[]) => {
    if (label === null) return new WordParagraph({ children })
    if (!automatic) return new WordParagraph({ children: [new TextRun(`${label}\t`), ...children] })
    return new WordParagraph({ children, numbering: { reference: 'paragraphs', level, instance: list } })
  }
  const parts = ({ label, words, parts: inner }: Part, level: number): WordParagraph[] => [
    labelled(label, level, runs(words)),
    ...inner.flatMap((part) => parts(part, level + 1)),
  ]
  const whole = (one: Paragraph): WordParagraph[] => {
    // The sub-paragraphs of a paragraph without a number are a list of their own.
    if (one.label === null) list++
    const [first = '', ...rest] = one.words
    const opening = typeof first === 'string' ? first.slice(one.opener.length) : ''
    const opened = [new TextRun({ text: one.opener, italics: true }), ...runs([opening, ...rest])]
    return [
      labelled(one.label, 0, opened),
      ...one.parts.flatMap((part) => parts(part, 1)),
      ...(one.resumed ? [new WordParagraph({ children: runs(one.resumed) })] : []),
    ]
  }
  /** A list whose numbers begin again. */
  const numbered = (paragraphs: readonly Paragraph[]) => {
    list++
    return paragraphs.flatMap(whole)
  }
  const bold = (text: string) => new WordParagraph({ children: [new TextRun({ text, bold: true })] })
  const plain = (text: string) => new WordParagraph(text)
  const children = [
    ...[draft.session, draft.agendaItem, draft.agendaTitle].map(bold),
    bold(sponsorLine(draft)),
    bold(draft.title),
    new WordParagraph({
      children: [new TextRun({ text: `The ${draft.organ}`, italics: true }), new TextRun(',')],
    }),
    ...draft.preamble.flatMap(whole),
    ...draft.sections.flatMap(({ label, title, preamble, paragraphs }) => [
      ...(label === null
        ? []
        : [new WordParagraph({ text: label, alignment: AlignmentType.CENTER }), bold(title)]),
      ...preamble.flatMap(whole),
      ...numbered(paragraphs),
    ]),
    ...(draft.closing ? [plain(draft.closing.meeting), plain(draft.closing.date)] : []),
    ...(draft.annex.length > 0 ? [bold('Annex'), ...numbered(draft.annex)] : []),
  ]
  const section: ISectionOptions = {
    properties: { titlePage: true },
    headers: {
      first: new Header({ children: [masthead(draft)] }),
      default: new Header({ children: [plain(draft.symbol)] }),
    },
    footers: {
      first: new Footer({ children: [plain('41-20711 (E)')] }),
      default: new Footer({
        children: [
          new WordParagraph({
            children: [new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
          }),
        ],
      }),
    },
    children,
  }
  const document = new Document({
    numbering: { config: [{ reference: 'paragraphs', levels }] },
    footnotes: Object.fromEntries(draft.notes.map((text, at) => [at + 1, { children: [plain(text)] }])),
    sections: [section],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Boxes without lines, as in the first page's header. */
function masthead({ organ, symbol, date }: Draft): Table {
  const row = (...cells: string[][]) =>
    new TableRow({
      children: cells.map(
        (texts) =>
          new TableCell({ borders: noLines, children: texts.map((text) => new WordParagraph(text)) }),
      ),
    })
  return new Table({
    borders: noLines,
    rows: [row(['United Nations'], [symbol]), row([organ], ['Distr.: Limited', date, 'Original: English'])],
  })
}
