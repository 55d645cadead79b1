/** Precedent: where each paragraph of a draft comes from. */
import test from 'ava'
import fc from 'fast-check'
import { wordKeys } from '../src/diff/index.js'
import { sayIn } from '../src/language/interface.js'
import { sideText } from '../src/model/change.js'
import { PlenaryError } from '../src/model/message.js'
import type { LibraryDocument, Precedent } from '../src/model/precedent.js'
import { fromMarkdown } from '../src/pipeline.js'
import { CommonWords } from '../src/precedent/common.js'
import {
  buildLibrary,
  documentOf,
  LibraryWriter,
  latestOfTitle,
  lineage,
  openLibrary,
  precedents,
} from '../src/precedent/index.js'
import { wordNumbers } from '../src/precedent/words.js'
import { precedentsToTable, summaryToText } from '../src/reports/precedent/to-text.js'
import { commentOf } from '../src/reports/precedent/words.js'
import { draft } from './support/drafts.js'
import { runs } from './support/properties.js'

const lamps = 'Recalling its resolution 5/2 of 9 May 2028 on the lamps of the northern coast,'
const keepers = 'Noting that keepers of remote stations are relieved late in winter,'
const relight =
  'Urges States parties to relight every station that is dark before the winter, and to inform the secretariat when they have done so;'
const register =
  'Requests the secretariat to maintain a public register of all lights of the coast, with the date of the last inspection of each of them;'
const fund =
  'Decides to establish a voluntary fund for the repair of lenses and towers, to which States and owners of ships may contribute;'

const text = (symbol: string, date: string, title: string, paragraphs: string[]): LibraryDocument => {
  let [preambular, operative] = [0, 0]
  return {
    file: `${symbol.replaceAll('/', '_')}.md`,
    symbol,
    title,
    date,
    organ: 'Conference of the Parties',
    session: null,
    vote: null,
    language: 'en',
    paragraphs: paragraphs.map((one) => ({
      label: one.endsWith(',') ? `PP${++preambular}` : `OP${++operative}`,
      text: one,
    })),
  }
}

const title = 'Lights of the northern coast'
const earlier: LibraryDocument[] = [
  text('K/RES/5/2', '2028-05-09', title, [keepers, relight.replace('Urges', 'Invites')]),
  text('K/RES/6/2', '2029-05-11', title, [lamps, keepers, relight]),
  text('K/RES/6/9', '2029-11-02', 'Fog signals', [keepers, register]),
  text('K/RES/7/4', '2030-05-08', 'Towers', [keepers, fund]),
]
const library = (documents = earlier) => openLibrary(buildLibrary(documents, '2031-01-01T00:00:00Z'))
const found = (lines: string[], options = {}, front = {}) =>
  precedents(draft(lines, { title, ...front }), library(), options).paragraphs

test('words that are agreed as they stand are identical, whatever mark ends them', (t) => {
  const [one] = found([`1. ${register.replace(/;$/u, '.')}`])
  t.like(one, { kind: 'identical', phrases: [], routine: false })
  t.like(one?.matches[0], { symbol: 'K/RES/6/9', label: 'OP1', score: 1, span: [0, register.length] })
})

test('of equals the same title comes first, and the first and latest use are told', (t) => {
  const [one] = found([`PP ${keepers}`])
  t.like(one?.matches[0], { symbol: 'K/RES/6/2', sameTitle: true, uses: 4 })
  t.is(one?.matches[0]?.first.symbol, 'K/RES/5/2')
  t.is(one?.matches[0]?.latest.symbol, 'K/RES/7/4')
  const [other] = found([`PP ${keepers}`], {}, { title: 'Buoys' })
  t.like(other?.matches[0], { symbol: 'K/RES/7/4', sameTitle: false })
})

test('a text that is set otherwise is the same text', (t) => {
  const quoted = (mark: string) =>
    `Notes the day of the keeper${mark}s lamp, which all coasts keep on the third Sunday of March each year;`
  const [typed, printed] = ["'", '’'].map((mark, at) =>
    text(`K/RES/9/${at}`, `203${at}-05-01`, 'Days', [quoted(mark)]),
  )
  const both = library([typed, printed] as LibraryDocument[])
  const asked = (words: string) => precedents(draft([`1. ${words}`]), both).paragraphs[0]
  for (const words of [quoted('’'), quoted('’').replace('third', 'second')]) {
    t.is(asked(words)?.matches.length, 1)
    t.like(asked(words)?.matches[0], { symbol: 'K/RES/9/1', uses: 2 })
    t.is(asked(words)?.matches[0]?.first.symbol, 'K/RES/9/0')
  }
})

test('the title of another year is the same title', (t) => {
  const years = [text('K/RES/8/1', '2031-05-01', 'Lights in 2031', [keepers])]
  const shown = precedents(
    draft([`PP ${keepers}`], { title: 'Lights in 2032' }),
    library([...earlier, ...years]),
  )
  t.true(shown.paragraphs[0]?.matches[0]?.sameTitle)
})

test('an edited paragraph has the words that differ, and a weaker verb is told in the terms of diff', (t) => {
  const [one] = found([`1. ${relight.replace('Urges', 'Encourages')}`])
  t.is(one?.kind, 'edited')
  t.like(one?.phrases[0], { old: 'Urges', new: 'Encourages', shift: 'weaker', lead: true })
  const match = one?.matches[0]
  t.is(sideText(match?.edits ?? [], 'delete'), relight)
  t.is(sideText(match?.edits ?? [], 'insert'), one?.text ?? '')
  t.is(match?.symbol, 'K/RES/6/2')
})

test('what only a year does is routine', (t) => {
  const [one] = found([`PP ${lamps.replace('5/2 of 9 May 2028', '6/2 of 11 May 2029')}`])
  t.like(one, { kind: 'edited', routine: true })
})

test('a paragraph that is sewn from two texts names the source of each clause', (t) => {
  const sewn = `${relight.slice(0, -1)}, and further requests the secretariat to maintain a public register of all lights of the coast, with the date of the last inspection of each of them;`
  const [one] = found([`1. ${sewn}`])
  t.is(one?.kind, 'composed')
  const sources = one?.matches.filter(({ isSource }) => isSource) ?? []
  t.deepEqual(sources.map(({ symbol }) => symbol).sort(), ['K/RES/6/2', 'K/RES/6/9'])
  const clause = sources.find(({ symbol }) => symbol === 'K/RES/6/9')
  t.regex(sewn.slice(...(clause?.span ?? [0, 0])), /maintain a public register/u)
  t.notRegex(sewn.slice(...(clause?.span ?? [0, 0])), /relight/u)
})

test('a paragraph that was cut out of a longer one comes from that', (t) => {
  const long = text('K/RES/9/1', '2032-05-01', 'Keepers', [
    `Invites all owners of ships, ports and harbours, in a spirit of partnership and with due regard to their means, to report every dark or displaced light to the nearest keeper without delay;`,
  ])
  const short = text('K/RES/9/2', '2032-05-02', 'Ships', [
    'Invites the nearest keeper to report to owners of ships without delay;',
  ])
  const cut = 'Invites owners to report every dark or displaced light to the nearest keeper without delay;'
  const shown = precedents(draft([`1. ${cut}`]), library([...earlier, long, short]))
  t.is(shown.paragraphs[0]?.matches[0]?.symbol, 'K/RES/9/1')
})

test('a short formula that texts of many titles have comes from none of them', (t) => {
  const formula = 'with full respect for the customs of all who sail'
  const many = ['Buoys', 'Towers', 'Pilots', 'Charts'].map((name, at) =>
    text(`K/RES/9/${at}`, `203${at}-05-01`, name, [
      `Requests the ${name.toLowerCase()} committee to consider ${name.toLowerCase()} once a year, ${formula}, and to publish what it finds of ${name.toLowerCase()};`,
    ]),
  )
  const added = `${relight.slice(0, -1)}, ${formula};`
  const sources = (documents: LibraryDocument[]) =>
    precedents(draft([`1. ${added}`], { title }), library(documents)).paragraphs[0]?.matches.filter(
      ({ isSource }) => isSource,
    )
  t.deepEqual(sources([...earlier, ...many])?.length, 0)
  t.deepEqual(
    sources([...earlier, ...many.slice(0, 1)])?.map(({ symbol }) => symbol),
    ['K/RES/6/2', 'K/RES/9/0'],
  )
})

test('nothing is claimed of what is new', (t) => {
  const [one] = found(['1. Proclaims the third Sunday of March as the day of those who paint buoys;'])
  t.is(one?.kind, 'new')
  t.true(one?.matches.every(({ score }) => score < 0.5))
})

test('only texts that are asked for are named', (t) => {
  const lines = [`PP ${keepers}`]
  t.is(found(lines, { before: '2029-05-11' })[0]?.matches[0]?.symbol, 'K/RES/5/2')
  t.is(found(lines, { before: '2020-01-01' })[0]?.kind, 'new')
  t.is(found(lines, { organ: 'conference of the parties' })[0]?.kind, 'identical')
  t.is(found(lines, { organ: 'GA' })[0]?.kind, 'new')
  const assembly = library([
    ...earlier,
    { ...earlier[0], symbol: 'A/RES/85/1', organ: null } as LibraryDocument,
  ])
  const shown = precedents(draft(lines), assembly, { organ: 'GA' })
  t.is(shown.paragraphs[0]?.matches[0]?.symbol, 'A/RES/85/1')
  // A draft is no source of itself, and a text in another language is none of its words.
  t.is(found([`1. ${fund}`], {}, { symbol: 'K/RES/7/4' })[0]?.kind, 'new')
  const spanish = library(earlier.map((one) => ({ ...one, language: 'es' })))
  t.is(precedents(draft(lines), spanish).paragraphs[0]?.kind, 'new')
})

test('the summary counts kinds, and verbs that were weakened', (t) => {
  const { summary } = precedents(
    draft(
      [
        `PP ${keepers}`,
        `1. ${relight.replace('Urges', 'Encourages')}`,
        '2. Adjourns until the lamps are lit in all harbours;',
      ],
      { title },
    ),
    library(),
  )
  t.deepEqual(summary, { identical: 1, edited: 1, composed: 0, new: 1, routine: 0, weaker: 1, stronger: 0 })
})

test('a paragraph is followed through the years', (t) => {
  const years = ['Invites', 'Urges', 'Urges', 'Encourages'].map((verb, at) =>
    text(`K/RES/${at + 1}/1`, `203${at}-05-01`, `Lights in 203${at}`, [
      keepers,
      relight.replace('Urges', verb),
    ]),
  )
  const { chain } = lineage(library(years), 'K/RES/3/1#OP1')
  t.deepEqual(
    chain.map(({ symbol, score }) => [symbol, score === null ? null : score > 0.9]),
    [
      ['K/RES/1/1', null],
      ['K/RES/2/1', true],
      ['K/RES/3/1', true],
      ['K/RES/4/1', true],
    ],
  )
  t.deepEqual(
    chain.map(({ phrases }) => phrases[0]?.shift),
    [undefined, 'stronger', undefined, 'weaker'],
  )
  const unknown = t.throws(() => lineage(library(), 'K/RES/6/2#OP9'), { instanceOf: PlenaryError })
  t.is(unknown?.id, 'no-such-paragraph')
  t.is(t.throws(() => lineage(library(), 'K/RES/0/0#OP1'), { instanceOf: PlenaryError })?.id, 'no-such-text')
})

test('the latest text of a title is found', (t) => {
  t.is(latestOfTitle(library(), { symbol: null, title, language: 'en' })?.symbol, 'K/RES/6/2')
  t.is(latestOfTitle(library(), { symbol: null, title: 'Buoys', language: 'en' }), undefined)
})

test('a library gives back the documents that it was built of', (t) => {
  const odd = {
    ...earlier[0],
    symbol: null,
    title: null,
    date: null,
    paragraphs: [
      { label: 'OP1', resolution: 'B', text: 'Décide d’allumer les phares ; 灯塔' },
      { label: 'OP2', text: '' },
    ],
  } as LibraryDocument
  const documents = [...earlier, odd, { ...odd, paragraphs: [] }]
  const opened = library(documents)
  t.deepEqual(
    documents.map((_, at) => opened.document(at)),
    documents,
  )
  t.is(opened.paragraphs, 11)
  t.is(openLibrary(buildLibrary([])).documents.length, 0)
  t.is(precedents(draft([`1. ${fund}`]), openLibrary(buildLibrary([]))).summary.new, 1)
})

test('a library that was brought up to date answers as one that was built anew', (t) => {
  const old = library([
    ...earlier,
    text('K/RES/8/8', '2031-05-01', 'Gone', ['Adjourns until all lamps of the coast are lit;']),
  ])
  const added = text('K/RES/9/9', '2032-05-01', 'Lenses', [keepers, lamps, fund.replace('Decides', 'Agrees')])
  const writer = new LibraryWriter()
  const pieces = [...writer.adopt(old)]
  writer.add(added)
  for (const at of earlier.keys()) writer.keep(at)
  pieces.push(...writer.take(), ...writer.end('2031-01-01T00:00:00Z'))
  const renewed = openLibrary(Buffer.concat(pieces))
  const documents = [added, ...earlier]
  t.deepEqual(
    documents.map((_, at) => renewed.document(at)),
    documents,
  )
  t.is(old.textsOfDocuments(earlier.keys()), old.texts - 1)
  const asked = draft(
    [
      `PP ${keepers}`,
      `1. ${relight.replace('Urges', 'Invites all')}`,
      `2. ${fund}`,
      '3. Adjourns until all lamps of the coast are lit;',
    ],
    { title },
  )
  const answer = (of: typeof old) =>
    precedents(asked, of).paragraphs.map(({ kind, matches }) => [
      kind,
      ...matches.map(({ symbol, label, score, uses }) => [symbol, label, score, uses]),
    ])
  t.deepEqual(answer(renewed), answer(library(documents)))
})

test('a document is collected with what names it, and its sub-paragraphs on lines of their own', (t) => {
  const tree = fromMarkdown(`A/RES/85/7

Distr.: General

9 January 2031

## 85/7. Lights of the coast

*The General Assembly*,

*Recalling* its resolution 84/7 of 9 December 2029,

1. *Requests* the Secretary-General to keep a register of lights, which shall contain:

(a) The colour of each light;

(b) The date of its inspection;

*42nd plenary meeting*
*11 December 2030*
`)
  const { paragraphs, ...facts } = documentOf(tree, 'x.md')
  t.like(facts, {
    file: 'x.md',
    symbol: 'A/RES/85/7',
    title: 'Lights of the coast',
    date: '2030-12-11',
    organ: 'General Assembly',
    language: 'en',
  })
  t.deepEqual(paragraphs, [
    { label: 'PP1', text: 'Recalling its resolution 84/7 of 9 December 2029,' },
    {
      label: 'OP1',
      text: 'Requests the Secretary-General to keep a register of lights, which shall contain:\n(a) The colour of each light;\n(b) The date of its inspection;',
    },
  ])
})

test('a broken library is told of, whatever is broken', (t) => {
  const whole = buildLibrary(earlier, '2031-01-01T00:00:00Z')
  const idOf = (bytes: Uint8Array) => t.throws(() => openLibrary(bytes), { instanceOf: PlenaryError })?.id
  t.is(idOf(new TextEncoder().encode('# A draft\n')), 'not-a-library')
  t.is(idOf(new Uint8Array()), 'not-a-library')
  const later = whole.slice()
  later.set(new TextEncoder().encode('9'), 'plenary library '.length)
  t.is(idOf(later), 'other-library')
  for (const length of [17, 18, 30, whole.length >> 1, whole.length - 1])
    t.is(idOf(whole.subarray(0, length)), 'damaged-library', `cut at ${length}`)
})

test('a library with a broken byte opens to an error that is told, or to a library', (t) => {
  const whole = buildLibrary(earlier, '2031-01-01T00:00:00Z')
  const check = () =>
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const broken = whole.slice()
        broken[at] = (broken[at] as number) ^ bits
        try {
          precedents(draft([`PP ${keepers}`, `1. ${relight}`]), openLibrary(broken))
          return true
        } catch (error) {
          return error instanceof PlenaryError
        }
      }),
      { numRuns: runs(600) },
    )
  t.notThrows(check)
})

test('words are numbered as a comparison of drafts tells them apart', (t) => {
  const numbers = (words: readonly string[]) =>
    words.map((word) => {
      let hash = 0x811c9dc5
      for (const letter of word.split('')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
      return hash
    })
  const piece = fc.constantFrom(
    'Urges',
    'A/80/L.1',
    '1,000',
    "State's",
    'State’s',
    'well-lit',
    'non‑self',
    ' ',
    '  ',
    ',',
    ';',
    '.',
    '-',
    '/',
    '“',
    '”',
    '–',
    '(a)',
    '\n',
    'é',
    '灯塔',
    '\u00A0',
    '’',
    '‘',
    '2,',
    ',5',
    'в',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const words = pieces.join('')
      t.deepEqual([...wordNumbers(words)], numbers(wordKeys(words)), JSON.stringify(words))
    }),
    { numRuns: runs(1500) },
  )
})

test('words in common are those of the longest common subsequence', (t) => {
  const list = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 90 })
  const check = () =>
    fc.assert(
      fc.property(list, list, (one, other) => {
        const rows = one.map(() => other.map(() => 0))
        const at = (i: number, j: number) => rows[i]?.[j] ?? 0
        for (let i = one.length - 1; i >= 0; i--)
          for (let j = other.length - 1; j >= 0; j--)
            (rows[i] as number[])[j] =
              one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
        return new CommonWords(Int32Array.from(one)).count(Int32Array.from(other)) === at(0, 0)
      }),
      { numRuns: runs(600) },
    )
  t.notThrows(check)
})

test('one page shows what changed and what is beside it; what differs is never shown as the same', (t) => {
  const stations = Array.from({ length: 300 }, (_, at) => `station ${at + 1}`).join(', ')
  const old = `Urges States parties to relight ${stations} and the tower of the harbour before the winter;`
  const now = old.replace('before the winter', 'before the spring')
  const agreed = library([text('K/RES/5/2', '2028-05-09', title, [old])])
  const said = precedents(draft([`1. ${now}`], { title }), agreed)
  t.like(said.paragraphs[0], { kind: 'edited' })
  t.true((said.paragraphs[0]?.matches[0]?.score ?? 0) > 0.995)
  const page = summaryToText(said, 'draft.md', { width: 1000 })
  t.regex(page, /Urges States parties to relight station 1, .* … .*of the harbour before the/u)
  t.true(page.includes('[-winter-]{+spring+}'))
  t.false(page.includes('station 150,'))
  t.regex(precedentsToTable(said, 'draft.md'), /edited +0\.99/u)
})

test('a comment on what is new names the nearest text in a sentence of its own', (t) => {
  const [edited] = found([`1. ${relight.replace('Urges', 'Encourages')}`])
  const comment = commentOf(
    { ...edited, kind: 'new' } as Precedent,
    edited?.matches.slice(0, 1) ?? [],
    sayIn('en'),
  )
  t.regex(comment, /\. The nearest: K\/RES\/6\/2 OP1, 2029-05-11, score 0\.\d\d/u)
})
