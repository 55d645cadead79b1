/** Amending documents: read into instructions, and applied to a draft. */
import test from 'ava'
import fc from 'fast-check'
import { applyAmendments, staleIn } from '../src/amend/index.js'
import { fromMarkdown, parseAmendment, reread, rows } from '../src/index.js'
import { loadAmending } from '../src/language/amending.js'
import { readGrammar } from '../src/language/files.js'
import type { Instruction } from '../src/model/amendment.js'
import { plainText } from '../src/model/tree/text.js'
import { runs } from './support/properties.js'

const head = `LC/44/L.9

Forty-fourth session

Norland and Sudland: amendments to draft resolution LC/44/L.7

Safety of lights

`
const read = async (commands: string) => (await parseAmendment(head + commands, { format: 'text' })).amendment
const asks = async (commands: string) =>
  (await read(commands)).instructions.map(({ source: _, offsets: __, text, ...rest }: Instruction) => ({
    ...rest,
    ...(text ? { text: text.map((one) => one.text) } : {}),
  }))

const draft = `## Safety of lights

*The Conference of the Parties*,

*Recalling* its resolution 5/2 on the lamps of the northern coast,

*Noting* the report of the keepers,[^1]

1. *Urges* States to light every lamp, every buoy and every beacon before the winter;

2. *Requests* the secretariat to keep a register of lamps, and to publish it;

3. *Takes note* of the report on lenses:

(a) Of glass;

(b) Of crystal;

4. *Decides* to remain seized of the matter.

[^1]: LC/44/3.
`
const amend = async (commands: string, text = draft) => {
  const amendment = await read(commands)
  const { outcomes, tree } = applyAmendments(fromMarkdown(text), [amendment])
  const result = reread(tree)
  return {
    told: outcomes.map(({ n, status, at, warnings }) => [n, status, at.join('+'), ...warnings].join(' ')),
    text: rows(result).map((row) => `${row.label} ${row.text}`),
    tree: result,
  }
}
const issued = rows(fromMarkdown(draft)).map((row) => `${row.label} ${row.text}`)
const changed = (text: readonly string[]) => text.filter((line) => !issued.includes(line))

for (const language of ['en', 'fr', 'es'])
  test(`${language}: phrases match their examples, whole, and none of their counterexamples`, (t) => {
    const records = readGrammar(language).amendments
    const amending = loadAmending(language)
    if (!records || !amending) return t.fail(`${language} has phrases`)
    const { patterns, targets, phrases, amends, range, joint } = records
    const all = [...patterns, ...targets, ...phrases, amends, range, joint]
    t.true(all.length > 40)
    for (const { id, examples, counterexamples } of all) {
      // Quoted words are numbered when a command is read.
      for (const text of examples) t.true(amending.matches(id, text), `${id} misses ${text}`)
      for (const text of counterexamples) t.false(amending.matches(id, text), `${id} finds ${text}`)
    }
  })

test('a language without phrases reads no instructions', (t) => {
  t.is(loadAmending('ru'), null)
})

test('the front: symbol, sponsors, title, and the draft that is amended', async (t) => {
  const { symbol, sponsors, title, amends, unread } = await read('Delete operative paragraph 2.')
  t.is(symbol, 'LC/44/L.9')
  t.deepEqual(sponsors, ['Norland', 'Sudland'])
  t.is(title, 'Safety of lights')
  t.deepEqual(amends, { symbol: 'LC/44/L.7', what: 'draft resolution' })
  t.deepEqual(unread, [])
})

test('the front without empty lines: sponsors over several lines, the symbol on a line of its own, the title', async (t) => {
  const front = `LC/44/L.9
Forty-fourth session
Agenda item 7
Safety of lights and
of the sea
Norland, Sudland,
Westmark (Islands
of) and Eastmark:* amendment to revised draft resolution
LC/44/L.7/Rev.1

Safety of lights
and of lenses
Replace operative paragraph 2 with the following text:
Welcomes the meeting of the
Conference of the Parties in Northport, Norland,
from 10 to 21 November 2041;

* Any changes to the list of sponsors will be reflected in the official record of the meeting.
`
  const { amendment } = await parseAmendment(front, { format: 'text' })
  t.like(amendment, {
    sponsors: ['Norland', 'Sudland', 'Westmark (Islands of)', 'Eastmark'],
    title: 'Safety of lights and of lenses',
    amends: { symbol: 'LC/44/L.7/Rev.1', what: 'revised draft resolution' },
    unread: [],
  })
  t.deepEqual(
    amendment.instructions.flatMap(({ text }) => text?.map((one) => one.text)),
    [
      'Welcomes the meeting of the Conference of the Parties in Northport, Norland, from 10 to 21 November 2041;',
    ],
  )
})

test('paragraphs of both parts in one command, lists, ranges, letters and bis', async (t) => {
  t.deepEqual(
    await asks('Delete the twenty-first preambular paragraph and operative paragraphs 3, 5 to 7 and 9 (b).'),
    [{ n: null, op: 'delete', target: ['PP21', 'OP3', 'OP5', 'OP6', 'OP7', 'OP9(b)'] }],
  )
  t.deepEqual(await asks('Delete operative paragraphs 4 bis and 9 (c) and (d).'), [
    { n: null, op: 'delete', target: ['OP4bis', 'OP9(c)', 'OP9(d)'] },
  ])
})

test('several edits in one sentence are several instructions with one number', async (t) => {
  const edits = await asks(
    '4.\n\nIn operative paragraph 2, replace “lamps” with “lights”, delete the words “and buoys” and, at the end, insert “in winter”.',
  )
  t.deepEqual(edits, [
    { n: '4', op: 'replace-words', target: ['OP2'], old: 'lamps', new: 'lights' },
    { n: '4', op: 'delete-words', target: ['OP2'], old: 'and buoys' },
    { n: '4', op: 'insert-words', target: ['OP2'], where: 'end', new: 'in winter' },
  ])
})

test('the text that a command gives runs to the next command; its letters are apart', async (t) => {
  const [insert, remove] = await asks(
    '1. After operative paragraph 2, insert two new operative paragraphs reading:\n\nWelcomes the lamps:\n\n(a) Of brass;\n\nInvites keepers to report;\n\n2. Delete the title.',
  )
  t.like(insert, {
    op: 'insert',
    anchor: 'OP2',
    where: 'after',
    text: ['Welcomes the lamps:', 'Of brass;', 'Invites keepers to report;'],
  })
  t.like(remove, { n: '2', op: 'delete', target: ['title'] })
})

test('an apostrophe at the end of a text that is given is its own', async (t) => {
  const [insert] = await asks(
    'After operative paragraph 2, insert a new operative paragraph reading:\n\nWelcomes the lamps that are the keepers’;',
  )
  t.deepEqual(insert?.text, ['Welcomes the lamps that are the keepers’;'])
})

test('what no form fits is told, and is in no instruction', async (t) => {
  const { amendment, messages } = await parseAmendment(
    `${head}1. Delete operative paragraph 2.\n\n2. Let there be more lamps.`,
    {
      format: 'text',
    },
  )
  t.is(amendment.instructions.length, 1)
  t.deepEqual(amendment.unread, ['2. Let there be more lamps.'])
  t.deepEqual(
    messages.map(({ ruleId }) => ruleId),
    ['amendment-unread'],
  )
})

test('numbers are those of the draft as issued', async (t) => {
  const { told, text } = await amend(
    '1. Delete operative paragraph 1.\n\n2. In operative paragraph 2, replace “register” with “list”.\n\n3. After operative paragraph 1, insert a new operative paragraph reading:\n\nWelcomes the lamps;',
  )
  t.deepEqual(told, ['1 applied OP1', '2 applied OP2', '3 applied OP1'])
  t.deepEqual(changed(text), [
    'OP1 Welcomes the lamps;',
    'OP2 Requests the secretariat to keep a list of lamps, and to publish it;',
  ])
})

test('words are sought as they are, then as they were issued; else the text may say so already', async (t) => {
  const { told, text } = await amend(
    '1. Replace “lamps” with “lights” in the title, the preambular paragraphs and the operative paragraphs.\n\n' +
      '2. In operative paragraph 2, insert “harbour” before “lights”.\n\n' +
      '3. In operative paragraph 2, replace “register of lamps” with “roll”.\n\n' +
      '4. In operative paragraph 3, replace “review” with “report”.',
  )
  t.deepEqual(told, ['1 applied PP1+OP2', '2 applied OP2', '3 applied OP2 overlap', '4 already OP3'])
  t.deepEqual(changed(text), [
    'PP1 Recalling its resolution 5/2 on the lights of the northern coast,',
    'OP2 Requests the secretariat to keep a roll, and to publish it;',
  ])
})

test('words that are there twice, or not at all, are changed nowhere, nor in the other paragraphs of the command', async (t) => {
  const { told, text } = await amend(
    '1. In operative paragraph 1, delete “every”.\n\n2. In operative paragraphs 2 and 4, delete “secretariat”.\n\n3. Delete operative paragraphs 2 and 12.',
  )
  t.deepEqual(told, ['1 ambiguous OP1', '2 not-found OP4', '3 no-target '])
  t.deepEqual(text, issued)
})

test('words are whole words, whatever marks are typed in them', async (t) => {
  const text = draft.replace('every beacon', 'the keeper’s beacon')
  const { told } = await amend("In operative paragraph 1, delete “the keeper's beacon”.", text)
  t.deepEqual(told, [' applied OP1'])
  t.deepEqual((await amend('In operative paragraph 2, delete “lamp”.')).told, [' not-found OP2'])
})

for (const [command, op, expected] of [
  [
    'In operative paragraph 2, after “lamps”, insert “, with their colours,”.',
    'OP2',
    'Requests the secretariat to keep a register of lamps, with their colours, and to publish it;',
  ],
  ['In operative paragraph 1, delete “every buoy”.', 'OP1', undefined],
  [
    'In operative paragraph 1, delete “before the winter;”.',
    'OP1',
    'Urges States to light every lamp, every buoy and every beacon;',
  ],
  [
    'In operative paragraph 2, delete “, and to publish it”.',
    'OP2',
    'Requests the secretariat to keep a register of lamps;',
  ],
  [
    'In operative paragraph 2, at the end, insert “in print”.',
    'OP2',
    'Requests the secretariat to keep a register of lamps, and to publish it in print;',
  ],
] as const)
  test(`seams are mended: ${command}`, async (t) => {
    const { text } = await amend(command)
    const line = text.find((one) => one.startsWith(`${op} `))?.slice(op.length + 1)
    if (expected !== undefined) t.is(line, expected)
    t.notRegex(line ?? '', /,\s*[,;]| {2}|\s[,;.]/u)
  })

test('new text stands in the place of the old, before what was moved behind that', async (t) => {
  const { text } = await amend(
    '1. Move operative paragraph 1 so that it follows operative paragraph 2.\n\n2. Replace operative paragraph 2 with the following two paragraphs:\n\nWelcomes the lamps;\n\nThanks the keepers;\n\n3. After operative paragraph 2, insert the following:\n\nInvites pilots;',
  )
  t.deepEqual(
    text.filter((line) => line.startsWith('OP')).map((line) => line.slice(0, 12)),
    [
      'OP1 Welcomes',
      'OP2 Thanks t',
      'OP3 Urges St',
      'OP4 Invites ',
      'OP5 Takes no',
      'OP5(a) Of gl',
      'OP5(b) Of cr',
      'OP6 Decides ',
    ],
  )
})

test('opening words that change are told', async (t) => {
  const { told, text } = await amend('In operative paragraph 3, replace “Takes note” with “Welcomes”.')
  t.deepEqual(told, [' applied OP3 opening'])
  t.deepEqual(changed(text), ['OP3 Welcomes of the report on lenses:'])
})

test('a new last paragraph has the full stop; the one before it loses it', async (t) => {
  const { text } = await amend(
    'After operative paragraph 4, insert a new operative paragraph reading:\n\nInvites keepers to report;',
  )
  t.deepEqual(changed(text), [
    'OP4 Decides to remain seized of the matter;',
    'OP5 Invites keepers to report.',
  ])
})

test('a lone paragraph loses its number and has the full stop', async (t) => {
  const { tree } = await amend('Delete operative paragraphs 2, 3 and 4.')
  const [paragraph] = rows(tree).flatMap(({ node }) => (node.type === 'operativeParagraph' ? [node] : []))
  t.is(paragraph?.label, null)
  t.is(
    paragraph && plainText(paragraph),
    'Urges States to light every lamp, every buoy and every beacon before the winter.',
  )
})

test('paragraphs are replaced, merged, moved; letters too, with the list lettered anew', async (t) => {
  const { told, text } = await amend(
    '1. Delete operative paragraph 3 (a).\n\n2. Move operative paragraph 4 to before operative paragraph 2.\n\n3. Merge the first and second preambular paragraphs to read:\n\nBearing in mind all lamps,\n\n4. Replace operative paragraph 1 with the following text:\n\nCalls for light;\n\n5. Renumber the remaining paragraphs accordingly.',
  )
  t.true(told.every((one) => one.includes('applied')))
  t.deepEqual(text, [
    'PP1 Bearing in mind all lamps,',
    'OP1 Calls for light;',
    'OP2 Decides to remain seized of the matter;',
    'OP3 Requests the secretariat to keep a register of lamps, and to publish it;',
    'OP4 Takes note of the report on lenses:',
    'OP4(a) Of crystal.',
  ])
})

test('deleted text takes its notes along, new text brings its own, and a mark inside quoted words is no obstacle', async (t) => {
  const notes = (tree: Awaited<ReturnType<typeof amend>>['tree']) =>
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.label] : []))
  t.deepEqual(notes((await amend('Delete the second preambular paragraph.')).tree), [])
  const amendment = (
    await parseAmendment(
      `${head.trimEnd()}\n\nBefore the second preambular paragraph, insert a new preambular paragraph reading:\n\nTaking into account the lens,[^1]\n\n[^1]: LC/44/8.\n`,
      { format: 'markdown' },
    )
  ).amendment
  const result = applyAmendments(fromMarkdown(draft), [amendment]).tree
  t.deepEqual(
    result.children.flatMap((node) =>
      node.type === 'footnoteDefinition'
        ? [`${node.label} ${node.children.map((child) => plainText(child)).join()}`]
        : [],
    ),
    ['1 LC/44/8.', '2 LC/44/3.'],
  )
})

for (const [command, op, ...targets] of [
  ['OP6 becomes OP5 and vice versa.', 'swap', 'OP6', 'OP5'],
  ['OP9 (c) and (d) to be merged.', 'merge', 'OP9(c)', 'OP9(d)'],
  ['PP5 bis (new), to read:\n\nWelcomes the lamps,', 'insert', 'PP5bis'],
  ['OP3, to read:\n\nWelcomes the lamps;', 'replace', 'OP3'],
  ['OP3: delete “lamps”.', 'delete-words', 'OP3'],
  ['Operative paragraph 4 should be deleted.', 'delete', 'OP4'],
  ['Delete operative paragraph 5 and the associated footnote.', 'delete', 'OP5'],
  ['Delete the footnote to operative paragraph 3.', 'delete-note', 'OP3'],
  ['In paragraph 3, the word “lamps” should be in the singular.', 'editorial', 'OP3'],
  ['In paragraph 3, leave out “may” and insert “must”.', 'replace-words', 'OP3'],
  ['In the third line of operative paragraph 3, replace “a” with “b”.', 'replace-words', 'OP3'],
  ['In operative paragraph 3, subparagraph (b), delete “lamps”.', 'delete-words', 'OP3(b)'],
  ['Replace “a” with “b” throughout the draft resolution.', 'replace-words', 'title', 'PP*', 'OP*'],
  ['At the end of operative paragraph 3, add “in winter”.', 'insert-words', 'OP3'],
  ['At the end of the preamble, insert the following paragraph:\n\nNoting lamps,', 'insert'],
  ['Between operative paragraphs 3 and 4, insert a new paragraph reading:\n\nWelcomes lamps;', 'insert'],
  ['Split operative paragraph 3 into two paragraphs reading:\n\nWelcomes;\n\nNotes;', 'split', 'OP3'],
  ['Delete the last preambular paragraph.', 'delete', 'PP$'],
  ['Replace the title with “Safety of ports”.', 'replace', 'title'],
  ['Strike Clause 3 and replace with: Recommends lamps;', 'replace', 'OP3'],
] as const)
  test(`a form of a room, of older sheets, of others: ${command}`, async (t) => {
    const { instructions, unread } = await read(command)
    t.deepEqual(
      instructions.map((one) => [one.op, ...one.target]),
      [[op, ...targets]],
    )
    t.deepEqual(unread, [])
  })

test('all words behind some are replaced, up to the mark that ends the paragraph', async (t) => {
  const { told, text } = await amend(
    '1. In operative paragraph 2, delete all words after “lamps” and replace with the following words: “and of lenses”.\n\n2. In operative paragraph 1, delete all words after “every buoy”.',
  )
  t.deepEqual(told, ['1 applied OP2', '2 applied OP1'])
  t.deepEqual(changed(text), [
    'OP1 Urges States to light every lamp, every buoy;',
    'OP2 Requests the secretariat to keep a register of lamps and of lenses;',
  ])
})

test('paragraphs change places; a title is replaced; what is left to a person is told', async (t) => {
  const { told, text } = await amend(
    '1. Swap operative paragraphs 1 and 2.\n\n2. Replace the title with “Safety of ports”.\n\n3. Merge operative paragraphs 1 and 2.\n\n4. In operative paragraph 1, the word “winter” should be in the plural.\n\n5. Delete the footnote to the second preambular paragraph.\n\n6. After the last preambular paragraph, insert the following:\n\nMindful of masts,',
  )
  t.deepEqual(told, [
    '1 applied OP1+OP2',
    '2 applied title',
    '3 by-hand OP1+OP2',
    '4 by-hand OP1',
    '5 applied PP2',
    '6 applied PP2',
  ])
  t.deepEqual(
    changed(text).map((line) => line.slice(0, 18)),
    ['PP3 Mindful of mas', 'OP1 Requests the s', 'OP2 Urges States t'],
  )
})

test('each instruction tells what it made of each text', async (t) => {
  const amendment = await read(
    '1. In operative paragraph 2, replace “register” with “roll”.\n\n2. Delete operative paragraph 4.\n\n3. After operative paragraph 1, insert the following:\n\nWelcomes the lamps;',
  )
  const { outcomes } = applyAmendments(fromMarkdown(draft), [amendment])
  t.deepEqual(
    outcomes.map(({ effects }) =>
      effects.map(({ label, edits }) =>
        [label, ...edits.filter(({ op }) => op !== 'equal').map(({ op, text }) => `${op} ${text}`)].join(' '),
      ),
    ),
    [
      ['OP2 delete register insert roll'],
      ['OP4 delete Decides to remain seized of the matter.'],
      ['OP1 insert Welcomes the lamps;'],
    ],
  )
})

test('cross-references and enumerators that the amendments leave behind are told, and left as they are', async (t) => {
  const text = `*The Conference of the Parties*,

*Noting* the lamps,

1. *Urges* States to light every lamp;

2. *Requests* the secretariat to keep a register;

3. *Also requests* the secretariat to publish it;

4. *Invites* keepers to report on paragraph 3 above.
`
  const { tree } = await amend('Delete operative paragraph 2.', text)
  t.deepEqual(staleIn(fromMarkdown(text), tree), [
    { label: 'OP2', kind: 'enumerator', text: 'Also requests' },
    { label: 'OP3', kind: 'reference', text: 'paragraph 3 above', should: 'OP2' },
  ])
})

test('an instruction is carried out whole or not at all: what is refused leaves the text as without it', async (t) => {
  const part = fc.constantFrom(
    'operative paragraph 1',
    'operative paragraphs 2 and 9',
    'operative paragraph 3 (a)',
    'operative paragraphs 1 and 2',
    'the first preambular paragraph',
    'the fifth preambular paragraph',
  )
  const words = fc.constantFrom('lamp', 'every', 'lamps', 'the', 'register of lamps', 'before the winter')
  const command = fc.oneof(
    part.map((target) => `Delete ${target}.`),
    fc.tuple(part, words, words).map(([target, old, now]) => `In ${target}, replace “${old}” with “${now}”.`),
    fc.tuple(part, words).map(([target, old]) => `In ${target}, delete “${old}”.`),
    fc
      .tuple(part, words, words)
      .map(([target, anchor, now]) => `In ${target}, after “${anchor}”, insert “${now}”.`),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 5 }), async (commands) => {
      const amendment = await read(commands.map((one, at) => `${at + 1}. ${one}`).join('\n\n'))
      const tree = fromMarkdown(draft)
      const whole = applyAmendments(tree, [amendment])
      const instructions = amendment.instructions.filter((_, at) => whole.outcomes[at]?.status === 'applied')
      const texts = (root: Parameters<typeof rows>[0]) =>
        rows(root).map(({ label, text }) => `${label} ${text}`)
      t.deepEqual(texts(whole.tree), texts(applyAmendments(tree, [{ instructions }]).tree))
      for (const { status, effects } of whole.outcomes) if (status !== 'applied') t.deepEqual(effects, [])
    }),
    { numRuns: runs(60) },
  )
})

test('words of an annex are edited, its paragraphs are not', async (t) => {
  const annexed = fromMarkdown(
    'The Conference of the Parties,\n\n1. *Adopts* the rules;\n\n2. *Decides* to meet.\n\nAnnex\n\nRules of lamps\n\n1. Every lamp shall be lit.\n\n2. Lamps shall be:\n\n(a) Red;\n\n(b) Green.\n',
  )
  const amendment = await read(
    '1. In the annex, paragraph 1, replace “shall” with “should”.\n\n2. In paragraph 2 (b) of the annex, replace “Green” with “Blue”.\n\n3. Delete paragraph 1 of the annex.',
  )
  const { tree, outcomes } = applyAmendments(annexed, [amendment])
  t.deepEqual(
    outcomes.map(({ status, at }) => [status, ...at]),
    [['applied', 'Annex 1'], ['applied', 'Annex 2(b)'], ['no-target']],
  )
  t.deepEqual(
    rows(tree).flatMap(({ label, text }) => (/^Annex/u.test(label) ? [text] : [])),
    ['Every lamp should be lit.', 'Lamps shall be:', 'Red;', 'Blue.'],
  )
})

test('text above the first number of an annex is not its paragraph 1', async (t) => {
  const annexed = fromMarkdown(
    'The Conference of the Parties,\n\n1. *Adopts* the rules.\n\nAnnex\n\nRules of lamps\n\nThe keepers shall keep these rules.\n\n1. Every lamp shall be lit.\n\n2. Every lamp shall be red.\n',
  )
  const labels = rows(annexed).flatMap(({ label }) => (label.startsWith('Annex') ? [label] : []))
  t.deepEqual(labels, ['Annex ¶1', 'Annex 1', 'Annex 2'])
  const amendment = await read('1. In the annex, paragraph 1, replace “shall” with “should”.')
  const { tree, outcomes } = applyAmendments(annexed, [amendment])
  t.deepEqual(
    outcomes.map(({ status, at }) => [status, ...at]),
    [['applied', 'Annex 1']],
  )
  t.true(rows(tree).some(({ text }) => text === 'Every lamp should be lit.'))
})

test('a numbered command that is not read is told, also where it is the first', async (t) => {
  const { unread, instructions } = await read(
    '1. In footnote 3, replace “2041” with “2042”.\n\n2. Delete operative paragraph 2.',
  )
  t.deepEqual(unread, ['1. In footnote 3, replace “2041” with “2042”.'])
  t.is(instructions.length, 1)
})

test('amending with nothing changes nothing', (t) => {
  const tree = fromMarkdown(draft)
  t.deepEqual(
    rows(applyAmendments(tree, [{ instructions: [] }]).tree).map(({ text }) => text),
    rows(tree).map(({ text }) => text),
  )
})
