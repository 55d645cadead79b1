/** The laws of the tree, over generated resolutions in true form and over mangled text. */
import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'
import { fromMarkdown, fromText, outline, toMarkdown } from '../src/index.js'
import { check } from '../src/tree/check.js'
import type { Root } from '../src/tree/types.js'
import { type Draft, draft, expectedRows } from './support/generate.js'
import { broken, type Pipeline, roundTrip } from './support/laws.js'
import { mangled } from './support/mangle.js'
import { cleanMarkdown, ocrMarkdown, pageText } from './support/print.js'
import { type Format, lostCharacters } from './support/printed.js'

const pipeline: Pipeline = { fromMarkdown, toMarkdown }
/** Seeded, so that a failure comes again; bounded, so that the file stays under 40 seconds on a slow machine. */
const budget = { seed: 20311009, interruptAfterTimeLimit: 3000, markInterruptAsFailure: false }

/** Fail with what is broken and with the smallest source that breaks it. */
function holds(
  t: ExecutionContext,
  runs: number,
  sources: fc.Arbitrary<[source: string, faults: string[]]>,
): void {
  const result = fc.check(
    fc.property(sources, ([, faults]) => faults.length === 0),
    { ...budget, numRuns: runs },
  )
  if (!result.failed) {
    t.pass()
    return
  }
  const [source, faults] = result.counterexample?.[0] ?? ['', [String(result.errorInstance)]]
  t.fail([...faults.slice(0, 10), `in: ${JSON.stringify(source)}`].join('\n'))
}

/** What the parser throws is a fault like any other. */
function faultsOf(source: string, find: () => string[]): [source: string, faults: string[]] {
  try {
    return [source, find()]
  } catch (error) {
    return [source, [error instanceof Error ? (error.stack ?? error.message) : String(error)]]
  }
}

const parsers: Record<Format, (value: string) => Root> = { markdown: fromMarkdown, text: fromText }

/** What of the draft is not read back. */
function misread(tree: Root, draft: Draft): string[] {
  const { rows, title, symbol, sponsors, footnotes, language } = outline(tree)
  const found = rows
    .filter(({ label }) => label !== '')
    .map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const expected = expectedRows(draft).map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const faults: string[] = []
  const at = expected.findIndex((row, index) => row !== found[index])
  if (at !== -1) faults.push(`row ${at + 1}: expected ${expected[at]}, found ${found[at]}`)
  else if (found.length > expected.length)
    faults.push(`row ${expected.length + 1}: unexpected ${found[expected.length]}`)
  if (title !== draft.title) faults.push(`title: expected ${draft.title}, found ${title}`)
  if (symbol !== draft.symbol) faults.push(`symbol: expected ${draft.symbol}, found ${symbol}`)
  if (language !== 'en') faults.push(`language: found ${language}`)
  if (footnotes !== draft.notes.length)
    faults.push(`notes: expected ${draft.notes.length}, found ${footnotes}`)
  if (sponsors.join('; ') !== draft.sponsors.join('; ')) faults.push(`sponsors: found ${sponsors.join('; ')}`)
  return faults
}

const forms: [name: string, format: Format, print: (draft: Draft) => string][] = [
  ['clean Markdown', 'markdown', cleanMarkdown],
  ['OCR’d Markdown', 'markdown', ocrMarkdown],
  ['pages of text', 'text', pageText],
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
    const sources = fc.sample(mangled(draft.map(print)), { seed: budget.seed, numRuns: 80 })
    const faults = sources.flatMap((source) => roundTrip(parse(source), pipeline))
    // Where damage leaves text that no rule can place, its neighbours may place it at the second reading.
    t.true(faults.length <= 2, faults.join('\n'))
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
    faultsOf(source, () => [fromMarkdown, fromText].flatMap((parse) => check(parse(source)))),
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
