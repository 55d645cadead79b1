/** Several amending documents on one draft. */
import test from 'ava'
import { applyAmendments } from '../src/amend/index.js'
import { fromMarkdown, parseAmendment, reread, rows } from '../src/index.js'

const draft = `*The Conference of the Parties*,

*Noting* the report of the keepers,

1. *Urges* States to light every lamp and every buoy before the winter;

2. *Requests* the secretariat to keep a register of lamps;

3. *Takes note* of the report on lenses:

(a) Of glass;

(b) Of crystal;

4. *Decides* to remain seized of the matter.
`
const read = async (commands: string) =>
  (
    await parseAmendment(
      `Norland: amendments to draft resolution LC/44/L.7\n\nSafety of lights\n\n${commands}`,
      {
        format: 'text',
      },
    )
  ).amendment
const both = async (...documents: string[]) => {
  const { outcomes, conflicts, tree } = applyAmendments(
    fromMarkdown(draft),
    await Promise.all(documents.map(read)),
  )
  return {
    told: conflicts.map(({ a, b, kind, at }) => `${a}x${b} ${kind} ${at.join('+')}`),
    statuses: outcomes.map(({ status }) => status),
    text: rows(reread(tree)).map(({ label, text }) => `${label} ${text}`),
  }
}

for (const [what, a, b, told] of [
  [
    'words among those up to the end that go',
    'In operative paragraph 1, delete from “and every” to the end of the paragraph.',
    'In operative paragraph 1, replace “winter” with “autumn”.',
    'overlap OP1',
  ],
  [
    'a paragraph that is deleted and edited',
    'Delete operative paragraph 1.',
    'In operative paragraph 1, delete “every lamp and”.',
    'deleted-and-edited OP1',
  ],
  [
    'a paragraph that is edited and deleted',
    'In operative paragraph 3 (a), replace “glass” with “brass”.',
    'Delete operative paragraph 3.',
    'deleted-and-edited OP3',
  ],
  [
    'a paragraph that is replaced and deleted',
    'Replace operative paragraph 2 with the following text:\n\nInvites keepers;',
    'Delete operative paragraph 2.',
    'deleted-and-edited OP2',
  ],
  [
    'a paragraph that is replaced twice',
    'Replace operative paragraph 2 with the following text:\n\nInvites keepers;',
    'Replace operative paragraph 2 with the following text:\n\nInvites pilots;',
    'overlap OP2',
  ],
  [
    'a new sub-paragraph of what is deleted',
    'Delete operative paragraph 3.',
    'After operative paragraph 3 (a), insert the following:\n\nOf stone;',
    'deleted-and-edited OP3',
  ],
  [
    'words that overlap',
    'In operative paragraph 1, delete “every lamp and”.',
    'In operative paragraph 1, replace “lamp and every buoy” with “light”.',
    'overlap OP1',
  ],
  [
    'words put beside words that are replaced',
    'In operative paragraph 2, after “lamps”, insert “and buoys”.',
    'In operative paragraph 2, replace “register of lamps” with “roll”.',
    'overlap OP2',
  ],
  [
    'two words at one place',
    'In operative paragraph 2, after “lamps”, insert “and buoys”.',
    'In operative paragraph 2, after “of lamps”, insert “and masts”.',
    'same-place OP2',
  ],
  [
    'new paragraphs at one place, named from both sides',
    'After operative paragraph 1, insert the following:\n\nInvites keepers;',
    'Before operative paragraph 2, insert the following:\n\nInvites pilots;',
    'same-place OP1',
  ],
  [
    'a paragraph that is moved and edited',
    'Move operative paragraph 2 so that it follows operative paragraph 3.',
    'In operative paragraph 2, replace “lamps” with “lights”.',
    'moved-and-edited OP2',
  ],
  [
    'the same words everywhere and in one place',
    'Replace “lamps” with “lights” in the operative paragraphs.',
    'In operative paragraph 2, replace “of lamps” with “of masts”.',
    'overlap OP2',
  ],
] as const)
  test(`a conflict: ${what}`, async (t) => {
    t.deepEqual((await both(`1. ${a}`, `1. ${b}`)).told, [`1x1 ${told}`])
  })

for (const [what, a, b] of [
  [
    'the same instruction twice',
    'In operative paragraph 1, delete “every lamp and”.',
    'In operative paragraph 1, delete “every lamp and”.',
  ],
  ['a paragraph deleted twice', 'Delete operative paragraphs 1 and 2.', 'Delete operative paragraph 2.'],
  [
    'other words of a paragraph',
    'In operative paragraph 1, replace “every lamp” with “lamps”.',
    'In operative paragraph 1, delete “before the winter”.',
  ],
  [
    'a new paragraph behind a deleted one',
    'Delete operative paragraph 1.',
    'After operative paragraph 1, insert the following:\n\nInvites keepers;',
  ],
] as const)
  test(`no conflict: ${what}`, async (t) => {
    const { told, statuses } = await both(`1. ${a}`, `1. ${b}`)
    t.deepEqual(told, [])
    t.true(
      statuses.every((status) => status === 'applied' || status === 'already'),
      statuses.join(),
    )
  })

test('of two in conflict that of the earlier document is applied, the other left out whole', async (t) => {
  const { statuses, text } = await both(
    '1. In operative paragraph 1, delete “every lamp and”.',
    '1. Delete operative paragraphs 1 and 2.\n\n2. In operative paragraph 2, replace “register” with “roll”.',
  )
  t.deepEqual(statuses, ['applied', 'conflict', 'applied'])
  t.deepEqual(text.slice(1, 3), [
    'OP1 Urges States to light every buoy before the winter;',
    'OP2 Requests the secretariat to keep a roll of lamps;',
  ])
})

test('new paragraphs for one place are both put there, in the order of the documents', async (t) => {
  const { statuses, text } = await both(
    'After operative paragraph 1, insert the following:\n\nInvites keepers;',
    'After operative paragraph 1, insert the following:\n\nInvites pilots;',
    'Delete the first preambular paragraph.',
  )
  t.deepEqual(statuses, ['applied', 'applied', 'applied'])
  t.deepEqual(text.slice(1, 3), ['OP2 Invites keepers;', 'OP3 Invites pilots;'])
})

test('what cannot be carried out is in no conflict', async (t) => {
  const { told } = await both('Delete operative paragraph 9.', 'In operative paragraph 9, delete “lamps”.')
  t.deepEqual(told, [])
})
