/** Hostile texts of so many characters, and each of them in every format that is read. */
import { fromText, toAkn, toJson } from '../../src/index.js'
import { hostile } from './hostile.js'
import { hostilePages } from './hostile-html.js'
import { type PdfPage, pdf } from './pdf.js'
import { p, r, word } from './word.js'

/** Characters of a hostile text. */
export const size = 50_000

const many = (piece: (at: number) => string, length = size) => {
  const found: string[] = []
  for (let at = 0, left = length; left > 0; at++) {
    const one = piece(at)
    found.push(one)
    left -= one.length + 2
  }
  return found
}
const labels = ['1.', '(a)', '(i)', 'a.', 'i)', '–']
const formula = 'The General Assembly,'
const letter = (at: number) => String.fromCharCode(97 + (at % 26))

/** The paragraphs of a text. */
export const shapes: Record<string, () => string[]> = {
  ...Object.fromEntries(
    Object.entries(hostile).map(([name, make]) => [name, () => [formula, `1. ${make(size)}`]]),
  ),
  'paragraphs of a letter': () => many(letter),
  'operative paragraphs': () => [formula, ...many((at) => `${at + 1}. Urges States;`)],
  'the same paragraph': () => [formula, ...many(() => 'Recalling its resolution 72/1,')],
  'paragraphs that differ by a word': () => [
    formula,
    ...many((at) => `${at + 1}. Requests the keeper of light ${at} to report on lamps;`),
  ],
  'labels of every kind': () => [formula, ...many((at) => `${labels[(at * 7) % labels.length]} Urges x;`)],
  'letters that begin again': () => [
    formula,
    '1. Urges States:',
    ...many((at) => `(${letter(at % 2)}) One;`),
  ],
  'notes and their marks': () => [
    formula,
    ...many((at) => `${at + 1}. Urges States${at + 1}\n____________\n${at + 1} See A/${at}.`),
  ],
  'resolutions one after the other': () => many((at) => (at % 2 ? '1. Urges States.' : formula)),
  'annexes one after the other': () => [
    formula,
    '1. Urges States.',
    ...many((at) => (at % 2 ? '1. Lamps.' : 'Annex')),
  ],
  mastheads: () =>
    many((at) => ['A/72/L.1', 'Agenda item 7', 'Draft resolution', 'Chile: draft resolution'][at % 4] ?? ''),
  headings: () => [formula, ...many((at) => (at % 2 ? 'I' : 'Lamps'))],
  'brackets in brackets': () => [formula, `1. Urges ${'[EU: all [G77: any '.repeat(size / 20)}`],
  'brackets side by side': () => [formula, `1. Urges ${'[EU: all] [G77: any] '.repeat(size / 21)}`],
  alternatives: () => [formula, ...many((at) => `1. alt ${at} [EU: Urges all / Calls upon any]`)],
  instructions: () =>
    many((at) => `In operative paragraph ${(at % 9) + 1}, replace “lamps” by “lights ${at}”.`),
  'open quotations': () => [formula, `1. Urges ${'“'.repeat(size)}`],
  'one word': () => [formula, `1. Urges ${'x'.repeat(size)}`],
  'words of a letter': () => [formula, `1. Urges ${'a b '.repeat(size / 4)}`],
  'lines of a paragraph': () => [formula, `1. Urges\n${'all\n'.repeat(size / 4)}`],
  'tables of bars': () => [formula, '1. Urges:', `| a | b |\n|---|---|\n${'| x | y |\n'.repeat(size / 10)}`],
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')

/** Pages of sixty lines of ninety characters. */
function pagesOf(paragraphs: readonly string[]): PdfPage[] {
  const lines = paragraphs.flatMap((text) =>
    text.split('\n').flatMap((line) => line.match(/.{1,90}/gsu) ?? ['']),
  )
  const pages: PdfPage[] = []
  for (let at = 0; at < lines.length; at += 60)
    pages.push({
      shown: lines.slice(at, at + 60).map((text, line) => ({ text, x: 72, y: 60 + 11 * line, size: 9 })),
    })
  return pages
}

/** The bytes of paragraphs in a format. */
export const written: Record<string, (paragraphs: readonly string[]) => string | Uint8Array> = {
  txt: (paragraphs) => paragraphs.join('\n\n'),
  md: (paragraphs) => paragraphs.join('\n\n'),
  html: (paragraphs) => paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n'),
  docx: (paragraphs) => word({ body: paragraphs.map((text) => p(escaped(text))).join('') }),
  pdf: (paragraphs) => pdf(pagesOf(paragraphs)),
  xml: (paragraphs) => toAkn(fromText(paragraphs.join('\n\n'))),
  json: (paragraphs) => toJson(fromText(paragraphs.join('\n\n'))),
}

const nested = (open: string, close: string, inside: string, length = size) => {
  const depth = Math.floor(length / (open.length + close.length))
  return open.repeat(depth) + inside + close.repeat(depth)
}
const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length))
const akn = (body: string) =>
  `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">${body}</statement></akomaNtoso>`
const change = (kind: string, at: number) =>
  `<w:${kind} w:id="${at}" w:author="K${at % 9}" w:date="2026-01-0${1 + (at % 9)}T00:00:00Z">`

/** Documents of which a format itself is what exhausts its reader. */
export const own: Record<string, Record<string, () => string | Uint8Array>> = {
  html: Object.fromEntries(
    Object.entries(hostilePages).map(([name, make]) => [
      name,
      () => make(Math.max(10, Math.round((size * 100) / make(100).length))),
    ]),
  ),
  docx: {
    'nested tables': () =>
      word({ body: nested('<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>', p('x')) }),
    'nested controls': () =>
      word({ body: nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', p('x')) }),
    'runs of a letter': () => word({ body: p(r('x').repeat(size / 40)) }),
    'words put in and taken out': () =>
      word({
        body: p(
          many((at) =>
            at % 2
              ? `${change('ins', at)}${r('all ')}</w:ins>`
              : `${change('del', at)}<w:r><w:delText>any </w:delText></w:r></w:del>`,
          ).join(''),
        ),
      }),
    'paragraphs put in': () =>
      word({
        body: many(
          (at) =>
            `<w:p><w:pPr><w:rPr>${change('ins', at)}</w:ins></w:rPr></w:pPr>${change('ins', at)}${r('1. Urges x;')}</w:ins></w:p>`,
        ).join(''),
      }),
    'fields left open': () =>
      word({ body: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(size / 45)) }),
    'rows of cells': () =>
      word({
        body: `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(size / 1000)}</w:tbl>`,
      }),
    notes: () => {
      const ids = Array.from({ length: size / 50 }, (_, at) => at + 1)
      return word({
        body: p(ids.map((id) => `${r('x')}<w:r><w:footnoteReference w:id="${id}"/></w:r>`).join('')),
        footnotes: ids.map((id) => `<w:footnote w:id="${id}">${p(`See ${id}.`)}</w:footnote>`).join(''),
      })
    },
  },
  pdf: {
    'a letter at a time': () =>
      pdf([
        {
          shown: Array.from({ length: size / 40 }, (_, at) => ({
            text: letter(at),
            x: 72 + ((at * 37) % 400),
            y: 60 + ((at * 53) % 700),
          })),
        },
      ]),
    'lines over each other': () =>
      pdf([
        {
          shown: Array.from({ length: size / 60 }, (_, at) => ({
            text: 'Urges all to row.',
            x: 72,
            y: 100 + at / 500,
          })),
        },
      ]),
    'four columns': () =>
      pdf([
        {
          shown: Array.from({ length: size / 60 }, (_, at) => ({
            text: 'Urges all',
            x: 40 + 140 * (at % 4),
            y: 40 + ((at >> 2) % 900) * 0.8,
          })),
        },
      ]),
    rules: () =>
      pdf([
        {
          shown: [{ text: 'Urges all to row.', x: 72, y: 100 }],
          rules: Array.from({ length: size / 30 }, (_, at) => [20 + (at % 500), 20 + ((at * 7) % 700), 40]),
        },
      ]),
    'many pages': () =>
      pdf(
        Array.from({ length: size / 300 }, (_, at) => ({
          shown: [{ text: `${at}. Urges x;`, x: 72, y: 90 }],
        })),
      ),
  },
  xml: {
    'nested containers': () => akn(nested('<container>', '</container>', '<p>x</p>')),
    'nested lists': () =>
      akn(`<mainBody>${nested('<list><point>', '</point></list>', '<p>x</p>')}</mainBody>`),
    'nested words': () => akn(`<mainBody><p>${nested('<b>', '</b>', 'x')}</p></mainBody>`),
    'left open': () => filled('<p>'),
    paragraphs: () => akn(`<mainBody>${filled('<p>1. Urges x;</p>')}</mainBody>`),
    'references to nothing': () => akn(`<mainBody><p>${filled('<ref href="#x">x</ref>')}</p></mainBody>`),
    entities: () => akn(`<mainBody><p>${filled('&amp;')}</p></mainBody>`),
    attributes: () => akn(`<p ${many((at) => `a${at}="1"`).join(' ')}>x</p>`),
  },
  json: {
    'nested arrays': () => nested('[', ']', ''),
    'nested nodes': () => nested('{"type":"resolution","children":[', ']}', '{"type":"text","value":"x"}'),
    'nested words': () =>
      `{"type":"resolution","children":[{"type":"paragraph","children":[${nested('{"type":"emphasis","children":[', ']}', '{"type":"text","value":"x"}')}]}]}`,
    'left open': () => filled('{"children":['),
    'nodes of no kind': () => `{"type":"root","children":[${many(() => '{"type":"lamp"}').join(',')}]}`,
  },
}
