/** Prints a generated draft as a Word document, as Word saves one: styles aside, labels typed or automatic. */
import type { Element } from 'xast'
import { idOf, pack, type Part as WordPart } from '../../src/formats/word/write/package.js'
import {
  cell,
  field,
  row,
  run,
  tab,
  table,
  w,
  paragraph as wordParagraph,
} from '../../src/formats/word/write/wordml.js'
import type { Draft, Paragraph, Part, Words } from './generate.js'
import { sponsorLine } from './print.js'

const levels = [
  { format: 'decimal', text: '%1.' },
  { format: 'lowerLetter', text: '(%2)' },
  { format: 'lowerRoman', text: '(%3)' },
]
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** The bytes of a document whose labels are typed (odd seeds) or automatic (even ones). */
export function wordDocument(draft: Draft): Uint8Array {
  const automatic = draft.seed % 2 === 0
  let list = 0
  const runs = (words: Words) =>
    words.map((word) =>
      typeof word === 'string'
        ? run({}, word)
        : run({ style: 'FootnoteReference' }, w('footnoteReference', { id: word })),
    )
  const labelled = (label: string | null, level: number, children: Element[]) => {
    if (label === null) return wordParagraph({}, children)
    if (!automatic) return wordParagraph({}, [run({}, label), tab(), ...children])
    const number = w('numPr', {}, w('ilvl', { val: level }), w('numId', { val: list + 1 }))
    return w('p', {}, w('pPr', {}, number), ...children)
  }
  const parts = ({ label, words, parts: inner }: Part, level: number): Element[] => [
    labelled(label, level, runs(words)),
    ...inner.flatMap((part) => parts(part, level + 1)),
  ]
  const whole = (one: Paragraph): Element[] => {
    // The sub-paragraphs of a paragraph without a number are a list of their own.
    if (one.label === null) list++
    const [first = '', ...rest] = one.words
    const opening = typeof first === 'string' ? first.slice(one.opener.length) : ''
    const opened = [run({ italic: true }, one.opener), ...runs([opening, ...rest])]
    return [
      labelled(one.label, 0, opened),
      ...one.parts.flatMap((part) => parts(part, 1)),
      ...(one.resumed ? [wordParagraph({}, runs(one.resumed))] : []),
    ]
  }
  /** A list whose numbers begin again. */
  const numbered = (paragraphs: readonly Paragraph[]) => {
    list++
    return paragraphs.flatMap(whole)
  }
  const bold = (text: string) => wordParagraph({}, [run({ bold: true }, text)])
  const children = [
    ...[draft.session, draft.agendaItem, draft.agendaTitle].map(bold),
    bold(sponsorLine(draft)),
    bold(draft.title),
    wordParagraph({}, [run({ italic: true }, `The ${draft.organ}`), run({}, ',')]),
    ...draft.preamble.flatMap(whole),
    ...draft.sections.flatMap(({ label, title, preamble, paragraphs }) => [
      ...(label === null ? [] : [wordParagraph({ align: 'center' }, [run({}, label)]), bold(title)]),
      ...preamble.flatMap(whole),
      ...numbered(paragraphs),
    ]),
    ...(draft.closing ? [plain(draft.closing.meeting), plain(draft.closing.date)] : []),
    ...(draft.annex.length > 0 ? [bold('Annex'), ...numbered(draft.annex)] : []),
  ]
  const running = Object.entries({
    'header-first': [masthead(draft), wordParagraph({})],
    'header-default': [plain(draft.symbol)],
    'footer-first': [plain('41-20711 (E)')],
    'footer-default': [wordParagraph({}, [...field('PAGE'), run({}, '/'), ...field('NUMPAGES')])],
  }).map(([name, content]) => {
    const [kind = '', type = ''] = name.split('-')
    const root = w(kind === 'header' ? 'hdr' : 'ftr', namespaces, ...content)
    return { kind, type, file: `${name}.xml`, root }
  })
  const notes = draft.notes.map((text, at) => w('footnote', { id: at + 1 }, plain(text)))
  const all: WordPart[] = [
    { kind: 'numbering', file: 'numbering.xml', root: numbering(list + 1) },
    { kind: 'footnotes', file: 'footnotes.xml', root: w('footnotes', namespaces, ...notes) },
    ...running,
  ]
  const references = running.map(({ kind, type, file }) =>
    w(`${kind}Reference`, { type, 'r:id': idOf(file) }),
  )
  const section = w('sectPr', {}, ...references, w('titlePg'))
  const main = w('document', namespaces, w('body', {}, ...children, section))
  return pack(main, all, { title: '', language: null, date: undefined })
}

function plain(text: string): Element {
  return wordParagraph({}, [run({}, text)])
}

/** One set of levels, and a list of it for each place where numbers begin again. */
function numbering(lists: number): Element {
  const defined = levels.map(({ format, text }, ilvl) =>
    w('lvl', { ilvl }, w('start', { val: 1 }), w('numFmt', { val: format }), w('lvlText', { val: text })),
  )
  const fresh = levels.map((_, ilvl) => w('lvlOverride', { ilvl }, w('startOverride', { val: 1 })))
  const nums = Array.from({ length: lists }, (_, at) =>
    w('num', { numId: at + 1 }, w('abstractNumId', { val: 0 }), ...fresh),
  )
  return w('numbering', namespaces, w('abstractNum', { abstractNumId: 0 }, ...defined), ...nums)
}

/** Boxes without lines, as in the first page's header. */
function masthead({ organ, symbol, date }: Draft): Element {
  const line = (...cells: string[][]) =>
    row(
      {},
      cells.map((texts) => cell(4500, texts.map(plain))),
    )
  return table({ columns: [4500, 4500], rtl: false, rules: {} }, [
    line(['United Nations'], [symbol]),
    line([organ], ['Distr.: Limited', date, 'Original: English']),
  ])
}
