/** The laws of the tree, over generated resolutions in true form and over mangled text. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, fromText, outline, toMarkdown } from '../src/index.js'
import { check } from '../src/tree/check.js'
import type { Root } from '../src/tree/types.js'
import { type Draft, draft, expectedRows } from './support/generate.js'
import { broken, type Pipeline, roundTrip } from './support/laws.js'
import { mangled } from './support/mangle.js'
import { type Format, lostCharacters } from './support/printed.js'
import { cleanMarkdown, ocrMarkdown, pageText } from './support/print.js'

const pipeline: Pipeline = { fromMarkdown, toMarkdown }
/** Seeded, so that a failure comes again; bounded, so that the file stays under 40 seconds on a slow machine. */
const budget = { seed: 20311009, interruptAfterTimeLimit: 4000, markInterruptAsFailure: false }
const parsers: Record<Format, (value: string) => Root> = { markdown: fromMarkdown, text: fromText }

/** What of the draft is not read back. */
function misread(tree: Root, draft: Draft): string[] {
  const { rows, title, symbol, sponsors, footnotes, language } = outline(tree)
  const found = rows.filter(({ role }) => role !== 'heading').map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const expected = expectedRows(draft).map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const faults: string[] = []
  const at = expected.findIndex((row, index) => row !== found[index])
  if (at !== -1) faults.push(`row ${at + 1}: expected ${expected[at]}, found ${found[at]}`)
  else if (found.length > expected.length) faults.push(`row ${expected.length + 1}: unexpected ${found[expected.length]}`)
  if (title !== draft.title) faults.push(`title: expected ${draft.title}, found ${title}`)
  if (symbol !== draft.symbol) faults.push(`symbol: expected ${draft.symbol}, found ${symbol}`)
  if (language !== 'en') faults.push(`language: found ${language}`)
  if (footnotes !== draft.notes.length) faults.push(`notes: expected ${draft.notes.length}, found ${footnotes}`)
  if (sponsors.join('; ') !== draft.sponsors.join('; ')) faults.push(`sponsors: found ${sponsors.join('; ')}`)
  return faults
}

const forms: [name: string, format: Format, print: (draft: Draft) => string][] = [
  ['clean Markdown', 'markdown', cleanMarkdown],
  ['OCR’d Markdown', 'markdown', ocrMarkdown],
  ['pages of text', 'text', pageText],
]

for (const [name, format, print] of forms) {
  test(`a resolution printed as ${name} is read back, and breaks no law`, (t) => {
    fc.assert(
      fc.property(draft, (one) => {
        const source = print(one)
        const tree = parsers[format](source)
        const faults = [...misread(tree, one), ...broken(tree, source, format, pipeline)]
        if (faults.length > 0) throw new Error(faults.join('\n'))
      }),
      { ...budget, numRuns: 200 },
    )
    t.pass()
  })
}

for (const [name, format, print] of forms) {
  test(`mangled ${name} loses nothing and breaks no law`, (t) => {
    fc.assert(
      fc.property(mangled(draft.map(print)), (source) => {
        const tree = parsers[format](source)
        const faults = [...check(tree), ...lostCharacters(tree, source, format), ...roundTrip(tree, pipeline)]
        if (faults.length > 0) throw new Error(faults.join('\n'))
      }),
      { ...budget, numRuns: 200 },
    )
    t.pass()
  })
}

/** Pieces from which both readers, and every rule, are tempted to make something. */
const pieces = [
  ...['1. ', '2 bis. ', '(a) ', '(i)', '\n', '\n\n', '\f', '   ', '\t', '*', '_', '**', '> ', '# ', '---\n', '| a | b |\n', '`', '~~~\n'],
  ...['[^1]', '[^1]: ', '<sup>1</sup>', '<sup>', '&lt;', '<!--', '-->', '<div>', '](', '[', ']', '\\', '___________________\n', '“', ':', ';'],
  ...['The General Assembly,', 'Recalling', 'Urges', 'Annex', 'Distr.: Limited', '4th meeting', 'I', 'x', '\u00a0', '\u200b', '\u0000', '\ud800', '😀', 'é'],
]

test('no text makes a parser throw, or makes a tree that breaks the model', (t) => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
  fc.assert(
    fc.property(text, (some) => {
      const source = some.join('')
      for (const parse of [fromMarkdown, fromText]) {
        const faults = check(parse(source))
        if (faults.length > 0) throw new Error(faults.join('\n'))
      }
    }),
    { ...budget, numRuns: 1500 },
  )
  t.pass()
})

test('plain text loses nothing, whatever it says', (t) => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 40 })
  fc.assert(
    fc.property(text, (some) => {
      const source = some.join('')
      const faults = lostCharacters(fromText(source), source, 'text')
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }),
    { ...budget, numRuns: 1000 },
  )
  t.pass()
})
