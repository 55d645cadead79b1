/** Documents that were made to exhaust a reader, each with the command that is to read it or to refuse it. */
import { languages } from '../../src/language/load.js'
import { readLanguage } from './grammars.js'
import { type PdfPage, pdf } from './pdf.js'
import { p, r, word } from './word.js'

export interface HostileDocument {
  name: string
  ending: 'md' | 'txt' | 'html' | 'docx' | 'pdf'
  bytes: () => string | Uint8Array
  /** Compared with itself, less a letter, in place of being read. */
  compared?: boolean
}

/** Characters of a hostile text. */
const size = 50_000
const filled = (piece: string, length = size) => piece.repeat(Math.ceil(length / piece.length))
const formula = 'The General Assembly,\n\n'

const texts: Record<string, [ending: HostileDocument['ending'], text: () => string]> = {
  '33,000 paragraphs of a letter': ['md', () => filled('a\n\n', 99_000)],
  '33,000 numbered paragraphs': [
    'md',
    () => formula + Array.from({ length: 33_000 }, (_, at) => `${at + 1}. *Urges* x;\n\n`).join(''),
  ],
  '<!-- without end': ['md', () => filled('<!--')],
  '<!A without end': ['md', () => filled('<!A ')],
  '<? without end': ['md', () => filled('<?')],
  '<? without end, as HTML': ['html', () => filled('<?')],
  '150,000 <p>': ['html', () => filled('<p>', 450_000)],
  'quotes 99 deep': ['md', () => filled(`${'> '.repeat(99)}a\n`, 200_000)],
  '5,000 interleaved notes': [
    'md',
    () =>
      Array.from(
        { length: 5000 },
        (_, at) => `a[^${at}] b[^${4999 - at}]\n\n[^${at}]: c[^${(at * 7) % 5000}]\n\n`,
      ).join(''),
  ],
  'open notes': ['md', () => filled('[^')],
  '(a) (b) again and again': [
    'txt',
    () => `${formula}1. Urges States:\n\n${filled('(a) One thing;\n\n(b) Another;\n\n')}`,
  ],
  'stars and brackets': ['md', () => filled('**[a](')],
  'a line of 500,000 letters': ['txt', () => `${formula}1. Urges ${'x'.repeat(500_000)}`],
}

const pages: Record<string, [page: PdfPage, listed?: number]> = {
  'a string of ten million signs': [{ raw: `BT /roman 9 Tf (${'a'.repeat(10_000_000)}) Tj ET` }],
  'forms that double': [
    {
      raw: '/F0 Do',
      forms: Array.from({ length: 40 }, (_, at) => (at < 39 ? `/F${at + 1} Do `.repeat(2) : 'q Q')),
    },
  ],
  'a gigabyte of blanks': [{ raw: ' '.repeat(1_000_000_000 / 5), deflated: 2 }],
  'a million operators': [{ raw: 'q Q '.repeat(1_000_000), deflated: 1 }],
  'one page 5,000 times': [{ shown: [{ text: 'Urges all to row.', x: 100, y: 100 }] }, 5000],
}

const overlapping = (many: number) => {
  const ids = Array.from({ length: many }, (_, id) => id)
  return word({
    body: p(
      ids.map((id) => `<w:commentRangeStart w:id="${id}"/>${r(`word ${id} `)}`).join('') +
        ids
          .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
          .join(''),
    ),
    comments: ids.map((id) => `<w:comment w:id="${id}" w:author="K">${p('why')}</w:comment>`).join(''),
  })
}
const packages: Record<string, () => Uint8Array> = {
  '200,000 paragraphs': () => word({ body: p('1. Urges all to row;').repeat(200_000) }),
  '3.9 million tags': () => word({ body: `<w:p>${'<w:r/>'.repeat(3_900_000)}</w:p>` }),
  '3,000 overlapping comments': () => overlapping(3000),
}

/** Of each language: lists of its verbs, dates and citations, read as one paragraph, and the verbs compared. */
function ofLanguage(language: string): HostileDocument[] {
  const { verbs, patterns, listSeparators } = readLanguage(language)
  const joint = listSeparators[0] ?? ', '
  const forms = verbs.flatMap(({ forms: own }) => own.operative).filter((form) => form !== '')
  const examples = (id: RegExp) =>
    patterns
      .filter((one) => id.test(one.id))
      .flatMap((one) => one.examples.map((text) => text.replace('|', '')))
  const lists: Record<string, string[]> = {
    verbs: forms,
    dates: examples(/date/iu),
    citations: examples(/citation|resolution|document/iu),
  }
  return Object.entries(lists).flatMap(([kind, words]): HostileDocument[] => {
    if (words.length === 0) return []
    const text = () => `1. ${filled(`${words.join(joint)}${joint}`)}\n`
    const own: HostileDocument = { name: `${language}: ${kind}`, ending: 'md', bytes: text }
    return kind === 'verbs' ? [own, { ...own, name: `${own.name}, compared`, compared: true }] : [own]
  })
}

export function hostileDocuments(): HostileDocument[] {
  return [
    ...Object.entries(texts).map(([name, [ending, bytes]]): HostileDocument => ({ name, ending, bytes })),
    ...Object.entries(packages).map(([name, bytes]): HostileDocument => ({ name, ending: 'docx', bytes })),
    ...Object.entries(pages).map(
      ([name, [page, listed]]): HostileDocument => ({
        name,
        ending: 'pdf',
        bytes: () => pdf([page], listed === undefined ? {} : { listed }),
      }),
    ),
    ...languages().flatMap(ofLanguage),
  ]
}
