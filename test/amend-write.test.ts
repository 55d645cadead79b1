/** Amendments written from two versions of a draft. */
import test from 'ava'
import fc from 'fast-check'
import { applyAmendments, writeAmendment } from '../src/amend/index.js'
import { fromMarkdown, parseAmendment, reread } from '../src/index.js'
import { groupRows } from '../src/model/tree/rows.js'
import type { Root } from '../src/model/tree/types.js'
import { runs } from './support/properties.js'

const recitals = ['*Noting* the report of the keepers,', '*Recalling* the lamps of the northern coast,']
const paragraphs = [
  '*Urges* States to light every lamp and every buoy before the winter;',
  '*Requests* the secretariat to keep a register of lamps, and also requests it to publish the register of lenses;',
  '*Takes note* of the report on lenses:\n\n(a) Of glass;\n\n(b) Of crystal;',
  '*Invites* owners of harbours to share what they know of masts and sails;',
  '*Decides* to remain seized of the matter.',
]
const [first = '', second = '', third = '', fourth = '', fifth = ''] = paragraphs
const text = (
  numbered: readonly string[],
  preamble: readonly string[] = recitals,
  title = 'Safety of lights',
) =>
  fromMarkdown(
    `## ${title}\n\n*The Conference of the Parties*,\n\n${preamble.join('\n\n')}\n\n${numbered.map((one, at) => (numbered.length > 1 ? `${at + 1}. ${one}` : one)).join('\n\n')}\n`,
  )
const old = text(paragraphs)
const words = (tree: Root) =>
  groupRows(tree).map(({ label, own, parts }) =>
    [label, ...[...(own ? [own] : []), ...parts].map(({ row }) => row.text)].join(' '),
  )
/** The sentences, each with the texts that it gives. */
const says = (revised: Root) => {
  const { instructions, unsaid } = writeAmendment(old, revised)
  const sentences = instructions.map(({ source, text: given = [] }) =>
    [source, ...given.map((one) => [one.label, one.text].filter((part) => part !== null).join(' '))].join(
      ' ¶ ',
    ),
  )
  return { sentences: [...new Set(sentences)], unsaid }
}
/** The document, as it is written and read again. */
const roundTrip = async (revised: Root) => {
  const { instructions } = writeAmendment(old, revised)
  const numbers = new Set<string | null>()
  const lines = instructions.flatMap(({ n, source, text: given = [] }) => {
    const isNew = !numbers.has(n)
    numbers.add(n)
    const command = isNew ? [`${n === null ? '' : `${n}. `}${source}`] : []
    return [...command, ...given.map((one) => `${one.label ?? ''} ${one.text}`.trim())]
  })
  const front = 'Norland: amendments to draft resolution LC/44/L.7\n\nSafety of lights\n\n'
  const { amendment } = await parseAmendment(front + lines.join('\n\n'), { format: 'text', language: 'en' })
  return reread(applyAmendments(old, [amendment]).tree)
}

for (const [what, revised, ...expected] of [
  [
    'words put in',
    text([first, second.replace('register of lamps', 'register of all lamps'), third, fourth, fifth]),
    'In operative paragraph 2, after “a register of”, insert “all”.',
  ],
  [
    'words put in another’s place',
    text([first.replace('Urges', 'Calls upon'), second, third, fourth, fifth]),
    'In operative paragraph 1, replace “Urges” with “Calls upon”.',
  ],
  [
    'words cut, in a sub-paragraph',
    text([first, second, third.replace('Of crystal', 'Of crystal and glass'), fourth, fifth]),
    'In operative paragraph 3 (b), after “crystal”, insert “and glass”.',
  ],
  [
    'words that are there twice are told by those around them',
    text([first.replace('and every buoy', 'and each buoy'), second, third, fourth, fifth]),
    'In operative paragraph 1, replace “and every” with “and each”.',
  ],
  [
    'paragraphs deleted, of both parts',
    text([first, fourth, fifth], recitals.slice(1)),
    'Delete the first preambular paragraph and operative paragraphs 2 and 3.',
  ],
  [
    'a paragraph with its sub-paragraphs',
    text([first, second, '*Welcomes* the pilots:\n\n(a) Of Norland;', third, fourth, fifth]),
    'After operative paragraph 2, insert a new operative paragraph reading: ¶ Welcomes the pilots: ¶ (a) Of Norland;',
  ],
  [
    'a paragraph before all others',
    text(paragraphs, ['*Guided* by the Charter of the ports,', ...recitals]),
    'Before the first preambular paragraph, insert a new preambular paragraph reading: ¶ Guided by the Charter of the ports,',
  ],
  [
    'a paragraph that goes elsewhere',
    text([second, third, fourth, first, fifth]),
    'Move operative paragraph 1 so that it follows operative paragraph 4.',
  ],
  ['a title', text(paragraphs, recitals, 'Safety of ports'), 'In the title, replace “lights” with “ports”.'],
] as const)
  test(`the sentence for ${what}`, async (t) => {
    const { sentences, unsaid } = says(revised)
    t.deepEqual(sentences, [...expected])
    t.deepEqual(unsaid, [])
    t.deepEqual(words(await roundTrip(revised)), words(revised))
  })

test('nothing changed: there is nothing to say', (t) => {
  t.deepEqual(writeAmendment(old, old), { instructions: [], unsaid: [] })
})

test('a paragraph that is split is replaced by its halves; two that are joined are merged', async (t) => {
  const split = text([
    first,
    '*Requests* the secretariat to keep a register of lamps;',
    '*Also requests* it to publish the register of lenses;',
    third,
    fourth,
    fifth,
  ])
  t.regex(says(split).sentences.join(), /^Replace operative paragraph 2 with the following two paragraphs:/u)
  t.deepEqual(words(await roundTrip(split)), words(split))
})

test('what no sentence says is named', (t) => {
  const revised = fromMarkdown(
    `## Safety of lights\n\n*The Conference of the Parties*,\n\n${recitals.join('\n\n')}\n\n### Lamps\n\n${paragraphs.map((one, at) => `${at + 1}. ${one}`).join('\n\n')}\n`,
  )
  t.deepEqual(says(revised), { sentences: [], unsaid: ['heading: Lamps'] })
})

test('a new paragraph brings its notes', (t) => {
  const revised = fromMarkdown(
    `## Safety of lights\n\n*The Conference of the Parties*,\n\n${recitals.join('\n\n')}\n\n${[first, '*Welcomes* the charts[^1] of the pilots;', ...paragraphs.slice(1)].map((one, at) => `${at + 1}. ${one}`).join('\n\n')}\n\n[^1]: LC/44/8.\n`,
  )
  const [instruction] = writeAmendment(old, revised).instructions
  t.deepEqual(instruction?.text, [
    {
      label: null,
      text: 'Welcomes the charts of the pilots;',
      notes: [{ at: 19, label: '1', text: 'LC/44/8.' }],
    },
  ])
})

test('a language without sentences is told', (t) => {
  const french = { ...old, language: 'fr' }
  t.throws(() => writeAmendment(french, old), { message: /language fr/u })
})

test('written and applied back, the old version is the new one', async (t) => {
  const pool = [
    ...paragraphs.slice(0, 4),
    '*Welcomes* the pilots of Sudland, and thanks them for their charts;',
    '*Calls upon* ports to dredge their entrances in the spring of each year;',
  ]
  const sentence = fc.record({
    at: fc.nat(20),
    kind: fc.constantFrom('cut', 'put', 'change', 'double'),
    word: fc.constantFrom('all', 'every lamp', 'harbours, and', '“marks”', 'in 2041'),
  })
  const edited = fc
    .tuple(fc.constantFrom(...pool), fc.option(sentence, { nil: undefined }))
    .map(([paragraph, edit]) => {
      if (!edit) return paragraph
      const tokens = paragraph.split(' ')
      // Behind the opening: to cut one of its two stars would be a fault of Markdown, and no edit.
      const opening = tokens.findIndex((token) => /\*[;,]?$/u.test(token)) + 1
      const at = opening + (edit.at % Math.max(1, tokens.length - opening - 1))
      if (edit.kind === 'cut') tokens.splice(at, 1)
      else if (edit.kind === 'put') tokens.splice(at, 0, edit.word)
      else if (edit.kind === 'change') tokens.splice(at, 1, edit.word)
      else tokens.splice(at, 0, tokens[at - 1] ?? '')
      return tokens.join(' ').replace(/\S*\n\n\S*$/u, '')
    })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(edited, { minLength: 1, maxLength: 6 }),
      fc.shuffledSubarray(recitals),
      async (some, preamble) => {
        const revised = text([...some.map((one) => one.replace(/[.;,]$/u, ';')), fifth], preamble)
        t.deepEqual(words(await roundTrip(revised)), words(revised))
      },
    ),
    { numRuns: runs(40) },
  )
})

test('what no number names is told, and no instruction is written that cannot be applied', (t) => {
  const drafts = (what: string) =>
    fromMarkdown(
      `*The Conference of the Parties*\n\n*Recommends* the following drafts:\n\nDraft resolution I\n\n**Lamps**\n\n*The General Assembly*,\n\n1. *Urges* States to share oil;\n\n2. *Decides* to meet;\n\nDraft resolution II\n\n**Boats**\n\n*The General Assembly*,\n\n1. *Urges* States to build ${what};\n\n2. *Decides* to count them.\n`,
    )
  const [draft, revised] = [drafts('more'), drafts('some')]
  const { instructions, unsaid } = writeAmendment(draft, revised)
  t.deepEqual(
    applyAmendments(draft, [{ instructions }]).outcomes.filter(({ status }) => status !== 'applied'),
    [],
  )
  t.deepEqual(unsaid, ['OP1'])
})

test('a number that two paragraphs bear is told, and neither is given for the other', (t) => {
  const numbered = (all: readonly (readonly [number, string])[]) =>
    fromMarkdown(
      `## Safety of lights\n\n*The Conference of the Parties*,\n\n${recitals.join('\n\n')}\n\n${all.map(([number, one]) => `${number}. ${one}`).join('\n\n')}\n`,
    )
  const draft = numbered([
    [1, first],
    [2, second],
    [3, fifth],
  ])
  const revised = numbered([
    [1, first],
    [2, fourth.replace('.', ';')],
    [2, '*Calls upon* ports to dredge their entrances;'],
    [3, fifth],
  ])
  const { instructions, unsaid } = writeAmendment(draft, revised)
  t.true(unsaid.includes('OP2'))
  const given = instructions.flatMap(({ text: all = [] }) => all.map((one) => one.text))
  t.is(new Set(given).size, given.length)
})

test('a recital that is no paragraph of the new text is told', (t) => {
  const draft = text([first, fifth])
  const moved = fromMarkdown(
    `## Safety of lights\n\n*The Conference of the Parties*,\n\n1. ${first}\n\n${recitals.join('\n\n')}\n\n2. ${fifth}\n`,
  )
  const { unsaid } = writeAmendment(draft, moved)
  t.true(unsaid.some((name) => name.includes('PP1') || name.includes('Noting the report')))
})
