/** The laws of the tree, over generated resolutions in true form and over mangled text. */
import test from 'ava'
import fc from 'fast-check'
import { fromHtml as readHtml } from '../src/formats/html/from-html.js'
import { fromMarkdown, fromText, toAkn, toMarkdown } from '../src/index.js'
import { check } from '../src/model/tree/check.js'
import type { Root } from '../src/model/tree/types.js'
import { fromAkn } from './support/akn.js'
import { cellsOf } from './support/blocks.js'
import { type Draft, draft } from './support/generate.js'
import { fromHtml } from './support/html.js'
import { broken, type Pipeline, roundTrip } from './support/laws.js'
import { mangled } from './support/mangle.js'
import { cleanMarkdown, ocrMarkdown, pageText } from './support/print.js'
import { htmlPage } from './support/print-html.js'
import { type Format, lostCharacters } from './support/printed.js'
import { budget, faultsOf, holds, misread, runs } from './support/properties.js'

const pipeline: Pipeline = { fromMarkdown, toMarkdown }
const parsers: Record<Format, (value: string) => Root> = {
  markdown: fromMarkdown,
  text: fromText,
  html: fromHtml,
  akn: fromAkn,
}

const forms: [name: string, format: Format, print: (draft: Draft) => string][] = [
  ['clean Markdown', 'markdown', cleanMarkdown],
  ['OCR’d Markdown', 'markdown', ocrMarkdown],
  ['pages of text', 'text', pageText],
  ['HTML', 'html', htmlPage],
  ['Akoma Ntoso', 'akn', (draft) => toAkn(fromMarkdown(cleanMarkdown(draft)))],
]

for (const [name, format, print] of forms) {
  const parse = parsers[format]
  test(`a resolution printed as ${name} is read back, and breaks no law`, (t) => {
    const printed = draft.map((one) => {
      const source = print(one)
      return faultsOf(source, () => {
        const tree = parse(source)
        return [...misread(tree, one), ...broken(tree, source, format, pipeline)]
      })
    })
    holds(t, 150, printed)
  })

  // Damage to HTML and XML may cut a tag open: what is text then is no longer known.
  if (format === 'html' || format === 'akn') continue
  test(`mangled ${name} loses nothing and breaks no law`, (t) => {
    const hurt = mangled(draft.map(print)).map((source) =>
      faultsOf(source, () => {
        const tree = parse(source)
        return [...check(tree), ...lostCharacters(tree, source, format)]
      }),
    )
    holds(t, 150, hurt)
  })

  test(`mangled ${name} makes a tree that Markdown keeps`, (t) => {
    const sources = fc.sample(mangled(draft.map(print)), { seed: budget.seed, numRuns: runs(80) })
    const faults = sources.flatMap((source) => roundTrip(parse(source), pipeline))
    t.deepEqual(faults, [])
  })
}

/** Pieces from which both readers, and every rule, are tempted to make something. */
const pieces = [
  ...[
    '1. ',
    '2 bis. ',
    '(a) ',
    '(i)',
    '\n',
    '\n\n',
    '\f',
    '   ',
    '\t',
    '*',
    '_',
    '**',
    '> ',
    '# ',
    '---\n',
    '| a | b |\n',
    '`',
    '~~~\n',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '<sup>1</sup>',
    '<sup>',
    '&lt;',
    '<!--',
    '-->',
    '<div>',
    '</p>',
    '<li>',
    '<ol start=3 reversed>',
    '<table><tr>',
    '<td>',
    '<pre>',
    '<a href="#n">1</a>',
    '<p id="n">',
    '<style>p{',
    '](',
    '[',
    ']',
    '\\',
    '___________________\n',
    '“',
    ':',
    ';',
  ],
  ...[
    'The General Assembly,',
    'Recalling',
    'Urges',
    'Annex',
    'Distr.: Limited',
    '4th meeting',
    'I',
    'x',
    '\u00a0',
    '\u200b',
    '\u0000',
    '\ud800',
    '😀',
    'é',
  ],
]

const scraps = (unit: 'binary' | 'grapheme', from: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...from), fc.string({ unit, maxLength: 5 })), { maxLength: 40 })
    .map((some) => some.join(''))

test('no text makes a parser throw, or makes a tree that breaks the model', (t) => {
  const any = scraps('binary', pieces).map((source) =>
    faultsOf(source, () => [fromMarkdown, fromText, fromHtml].flatMap((parse) => check(parse(source)))),
  )
  holds(t, 1500, any)
})

test('plain text loses nothing, whatever it says', (t) => {
  // In either format `[^1]` is the mark of a note, which is no text.
  const any = scraps(
    'grapheme',
    pieces.filter((piece) => !piece.startsWith('[^')),
  ).map((source) => faultsOf(source, () => lostCharacters(fromText(source), source, 'text')))
  holds(t, 1000, any)
})

/** Tags that hide nothing, open and closed at random. */
const tags = [
  ...'p div b i sup ul ol li table tr td th blockquote h2 pre q dl dt dd span center section u'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `<${name}>`, `</${name}>`]),
  ...[
    '<br>',
    '<hr>',
    '<ol type=a reversed>',
    '<table border=1>',
    '<div title="footer">',
    '&nbsp;',
    ' ',
    '\n',
    '1.',
    '(a)',
  ],
  ...[
    '<a href="#n1" id=r1>1</a>',
    '<a href="#r1" id=n1>1</a>',
    '<p id=n1>',
    '<sup><a href="#n2">2</a></sup>',
    '<li id=n2>',
  ],
]

test('HTML loses no word, however its tags are mixed', (t) => {
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...tags), fc.constant('word')), { minLength: 5, maxLength: 60 })
    .map((pieces) =>
      pieces.map((piece, index) => (piece === 'word' ? `w${'x'.repeat(index)}y` : piece)).join(''),
    )
  const words = (text: string) => [...text.matchAll(/wx*y/gu)].map(([word]) => word).sort()
  const faulty = mixed.map((source) =>
    faultsOf(source, () => {
      const found = readHtml(source).blocks.flatMap((block) => [
        block.text.value,
        ...(cellsOf(block)?.flat() ?? []),
      ])
      return words(found.join(' ')).join() === words(source).join() ? [] : [found.join(' / ')]
    }),
  )
  holds(t, 3000, faulty)
})
