import test from 'ava'
import * as build from '../src/model/tree/build.js'
import { annex, annexParagraph } from '../src/model/tree/build.js'
import { check } from '../src/model/tree/check.js'
import { contentModel } from '../src/model/tree/content-model.js'
import type { OperativeParagraph, Root } from '../src/model/tree/types.js'

const { clause, footnoteDefinition, footnoteReference, operative, operativeParagraph, organLine, phrase } =
  build
const { preamble, preambularParagraph, resolution, root, subparagraph, table, title } = build

const number = { value: 1, suffix: null, alternative: null }

/** A tree with every kind of structure. */
function sample(): Root {
  return root({ language: 'en', kind: 'draft' }, [
    build.masthead([
      build.organ({ name: 'General Assembly' }, ['General Assembly']),
      build.symbol({ symbol: 'A/97/L.5' }, ['A/97/L.5']),
      build.session({ number: 97 }, ['Ninety-seventh session']),
      build.venue(['At sea']),
    ]),
    build.proposal({ kind: 'draftResolution' }, [
      build.sponsor({ name: 'Chile' }, ['Chile']),
      ': draft resolution',
    ]),
    resolution([
      title(['Lights']),
      organLine({ name: 'General Assembly' }, ['The General Assembly,']),
      preamble([
        preambularParagraph({ ordinal: 1 }, [
          clause([
            phrase({ role: 'preambular', lead: true }, ['Mindful']),
            ' of lights,',
            footnoteReference('1'),
          ]),
        ]),
      ]),
      operative([
        operativeParagraph({ ordinal: 1, label: '1.', number }, [
          clause(['Decides:']),
          subparagraph({ label: '(a)', depth: 1 }, [
            clause(['To light:']),
            subparagraph({ label: '(i)', depth: 2 }, [clause(['Lamps.'])]),
          ]),
        ]),
        build.section({ label: 'I' }, [build.heading({ depth: 1 }, ['I'])]),
        table([['Port', 'Lamps']]),
        build.quotation([resolution([])]),
        build.command({ label: '1.' }, [
          clause(['Replace “dark” with “light”.']),
          build.givenParagraph([clause(['To be lit.'])]),
        ]),
      ]),
      build.closing([
        build.meeting({ number: 4 }, ['4th meeting']),
        build.date({ date: '2041-05-04' }, ['4 May 2041']),
      ]),
    ]),
    annex([
      annexParagraph({ ordinal: 1 }, [
        clause([build.emphasis(['Light']), build.lineBreak(), build.strong(['all'])]),
      ]),
    ]),
    footnoteDefinition('1', ['See ', build.text('A/97/4.')]),
    build.furniture('pageNumber', '1/2'),
    build.comment({ author: 'Fiji', quote: 'Lamps' }, 'All of them?'),
    build.unknown(['?']),
  ])
}

test('a builder fills neutral fields and turns strings into text', (t) => {
  t.deepEqual(operativeParagraph({ ordinal: 2 }, [clause(['Decides.'])]), {
    type: 'operativeParagraph',
    label: null,
    number: null,
    ordinal: 2,
    children: [{ type: 'clause', children: [{ type: 'text', value: 'Decides.' }] }],
  } satisfies OperativeParagraph)
  t.deepEqual(root([]), { type: 'root', language: null, kind: 'unknown', children: [] })
  t.deepEqual(title({ label: 'A' }), { type: 'title', label: 'A', children: [] })
})

test('a builder keeps what it is given', (t) => {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 3, offset: 2 } }
  t.deepEqual(clause({ position }, ['Ab']).position, position)
  t.is(root({ kind: 'adopted' }).kind, 'adopted')
})

test('there is a builder for every node of the model', (t) => {
  const inner = ['paragraph', 'tableRow', 'tableCell']
  const builders = Object.keys(build).map((name) => (name === 'lineBreak' ? 'break' : name))
  t.deepEqual(
    builders.sort(),
    Object.keys(contentModel)
      .filter((type) => !inner.includes(type))
      .sort(),
  )
})

test('a whole tree passes', (t) => {
  t.deepEqual(check(sample()), [])
})

/** Each case breaks the sample in one way; the violation names the place. */
const breaches: [name: string, breach: (tree: Root) => void, violation: string][] = [
  [
    'a field of the wrong kind',
    (tree) => Object.assign(tree, { language: 3 }),
    'root: unexpected language 3, expected a string or null',
  ],
  [
    'a missing field',
    (tree) => Reflect.deleteProperty(resolutionOf(tree), 'number'),
    'root/resolution[2]: unexpected number undefined, expected a string or null',
  ],
  [
    'a name not in the list',
    (tree) => Object.assign(tree, { kind: 'poem' }),
    'root: unexpected kind "poem", expected one of draft, revisedDraft, adopted, amendment, decision, draftDecision, unknown',
  ],
  [
    'a child that may not stand there',
    (tree) => tree.children.push(clause(['x']) as never),
    'root: unexpected child clause',
  ],
  [
    'a second masthead',
    (tree) => tree.children.unshift(build.masthead([build.agendaTitle(['x'])])),
    'root: unexpected 2 children masthead, expected one',
  ],
  [
    'children out of order',
    (tree) => resolutionOf(tree).children.push(title(['Late'])),
    'root/resolution[2]: unexpected title after closing',
  ],
  [
    'a type that nobody knows',
    (tree) => Object.assign(tree.children[6] as object, { type: 'poem' }),
    'root: unexpected child poem',
  ],
  [
    'an empty node',
    (tree) => tree.children.splice(0, 1, build.masthead([])),
    'root/masthead[0]: unexpected empty node',
  ],
  [
    'a child that is no node',
    (tree) => tree.children.push(null as never),
    'root: unexpected value at 8, expected a node',
  ],
  [
    'children that are no list',
    (tree) => Object.assign(tree.children[5] as object, { type: 'annex', label: null }),
    'root/annex[5]: unexpected children, expected a list',
  ],
  [
    'a depth that does not nest',
    (tree) => {
      const [part] = partsOf(tree)
      if (part?.type === 'subparagraph') part.depth = 2
    },
    'root/resolution[2]/operative[3]/operativeParagraph[0]/subparagraph[1]: unexpected depth 2, expected 1',
  ],
  [
    'a position outside its parent’s',
    (tree) => {
      tree.position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 5, offset: 4 } }
      resolutionOf(tree).position = {
        start: { line: 1, column: 3, offset: 2 },
        end: { line: 1, column: 9, offset: 8 },
      }
    },
    "root/resolution[2]: unexpected position outside its parent's",
  ],
  [
    'a position from line nought',
    (tree) => {
      tree.position = { start: { line: 0, column: 1, offset: 0 }, end: { line: 1, column: 5, offset: 4 } }
    },
    'root: unexpected position, expected lines and columns from 1',
  ],
  [
    'a position that ends before it starts',
    (tree) => {
      tree.position = { start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 1, offset: 0 } }
    },
    'root: unexpected position that ends before it starts',
  ],
  [
    'a place that is none',
    (tree) => {
      resolutionOf(tree).data = { source: [{ part: 'word/document.xml', paragraph: 0 }] }
    },
    'root/resolution[2]: unexpected source, expected a list of {part, paragraph} or {page, box}',
  ],
  [
    'a date that is none',
    (tree) => Object.assign(closingDate(tree), { date: '4 May' }),
    'root/resolution[2]/closing[4]/date[1]: unexpected date "4 May", expected an ISO 8601 date or null',
  ],
]

function resolutionOf(tree: Root) {
  const found = tree.children.find((node) => node.type === 'resolution')
  if (!found) throw new Error('the sample has a resolution')
  return found
}
function partsOf(tree: Root) {
  const part = resolutionOf(tree).children.find((node) => node.type === 'operative')
  const paragraph = part?.children.find((node) => node.type === 'operativeParagraph')
  return paragraph?.children.slice(1) ?? []
}
function closingDate(tree: Root) {
  const part = resolutionOf(tree).children.find((node) => node.type === 'closing')
  const found = part?.children[1]
  if (!found) throw new Error('the sample has a closing date')
  return found
}

for (const [name, breach, violation] of breaches) {
  test(`check finds ${name}`, (t) => {
    const tree = sample()
    breach(tree)
    t.deepEqual(check(tree), [violation])
  })
}

test('check answers any value', (t) => {
  t.deepEqual(check(null), ['unexpected value, expected a node'])
  t.deepEqual(check('tree'), ['unexpected value, expected a node'])
  t.deepEqual(check({ type: 'constructor' }), ['constructor: unexpected node, expected root'])
  t.deepEqual(check(clause(['x'])), ['clause: unexpected node, expected root'])
})

test('a model can be extended', (t) => {
  const tree = root([])
  tree.children.push({ type: 'marginNote', value: 'x' } as never)
  const rootModel = contentModel.root
  if (!rootModel?.children) return t.fail('the model has a root')
  const extended = {
    ...contentModel,
    root: { ...rootModel, children: { ...rootModel.children, marginNote: '*' as const } },
    marginNote: { fields: {}, children: null },
  }
  t.not(check(tree).length, 0)
  t.deepEqual(check(tree, extended), [])
})
