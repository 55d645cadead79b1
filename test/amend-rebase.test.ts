/** Amendments to a draft, against its revision. */
import test from 'ava'
import { rebaseAmendment } from '../src/amend/index.js'
import { fromMarkdown, parseAmendment } from '../src/index.js'

const recitals = ['*Noting* the report of the keepers,', '*Recalling* the lamps of the northern coast,']
const paragraphs = [
  '*Urges* States to light every lamp and every buoy before the winter;',
  '*Requests* the secretariat to keep a register of lamps, and also requests it to publish the register of lenses;',
  '*Takes note* of the report on lenses, in which the keepers describe their glass;',
  '*Invites* owners of harbours to share what they know of masts and sails;',
  '*Decides* to remain seized of the matter.',
]
const text = (numbered: readonly string[], preamble = recitals) =>
  fromMarkdown(
    `*The Conference of the Parties*,\n\n${preamble.join('\n\n')}\n\n${numbered.map((one, at) => `${at + 1}. ${one}`).join('\n\n')}\n`,
  )
const rebase = async (commands: string, revised: readonly string[]) => {
  const { amendment } = await parseAmendment(
    `Norland: amendments to draft resolution LC/44/L.7\n\nSafety of lights\n\n${commands}`,
    { format: 'text' },
  )
  return rebaseAmendment(amendment.instructions, text(paragraphs), text(revised)).map(
    ({ status, reason, target, anchor, op }) =>
      [status, reason, ...target, op === 'insert' || op === 'move' ? anchor : undefined]
        .filter((part) => part !== undefined)
        .join(' '),
  )
}
const [first = '', second = '', third = '', fourth = '', fifth = ''] = paragraphs
const added = '*Welcomes* the pilots of Sudland, and thanks them for their charts;'

const commands = {
  delete: 'Delete operative paragraph 3.',
  replace: 'Replace operative paragraph 3 with the following text:\n\nWelcomes the lenses;',
  words: 'In operative paragraph 3, replace “glass” with “crystal”.',
  insert: 'After operative paragraph 3, insert the following:\n\nInvites keepers;',
}

test('on the same text all stand', async (t) => {
  for (const command of Object.values(commands))
    t.regex((await rebase(command, paragraphs))[0] ?? '', /^clean OP3$/u)
})

test('behind a new paragraph all stand under the next number', async (t) => {
  for (const command of Object.values(commands))
    t.deepEqual(await rebase(command, [first, added, second, third, fourth, fifth]), ['moved OP4'])
})

test('of a paragraph that is gone nothing is left', async (t) => {
  for (const command of Object.values(commands))
    t.deepEqual(
      (await rebase(command, [first, second, fourth, fifth])).map((one) =>
        one.split(' ').slice(0, 2).join(' '),
      ),
      ['lost gone'],
    )
})

test('a paragraph that reads otherwise is neither deleted nor replaced; what is in it and beside it stands', async (t) => {
  const revised = [first, second, third.replace('Takes note', 'Welcomes'), fourth, fifth]
  t.deepEqual(await rebase(commands.delete, revised), ['conflict changed OP3'])
  t.deepEqual(await rebase(commands.replace, revised), ['conflict changed OP3'])
  t.deepEqual(await rebase(commands.words, revised), ['clean OP3'])
  t.deepEqual(await rebase(commands.insert, revised), ['clean OP3'])
})

test('all words to the end stand while they are the ones that were there', async (t) => {
  const change = (from: string, to: string) => [first, second, third.replace(from, to), fourth, fifth]
  for (const rest of [
    'In operative paragraph 3, delete all words after “lenses”.',
    'In operative paragraph 3, delete from “, in which” to the end of the paragraph.',
  ]) {
    t.deepEqual(await rebase(rest, change('Takes note', 'Welcomes')), ['clean OP3'])
    t.deepEqual(await rebase(rest, change('their glass', 'every lens')), ['conflict words-gone OP3'])
  }
})

test('words that the revision has no more, or twice, are a conflict', async (t) => {
  t.deepEqual(
    await rebase(commands.words, [first, second, third.replace('their glass', 'them'), fourth, fifth]),
    ['conflict words-gone OP3'],
  )
  t.deepEqual(
    await rebase(commands.words, [
      first,
      second,
      third.replace('their glass', 'glass by glass'),
      fourth,
      fifth,
    ]),
    ['conflict words-twice OP3'],
  )
})

test('the full stop that a place gives is no change of the text', async (t) => {
  t.deepEqual(
    await rebase('Delete operative paragraph 4.', [first, second, third, fourth.replace(/;$/u, '.')]),
    ['clean OP4'],
  )
})

test('one of several that is gone is a conflict', async (t) => {
  t.deepEqual(await rebase('Delete operative paragraphs 3 and 4.', [first, second, fourth, fifth]), [
    'conflict gone OP3',
  ])
})

test('a paragraph that was split: words are found in the half that has them, what is put behind goes behind both', async (t) => {
  const revised = [
    first,
    '*Requests* the secretariat to keep a register of lamps;',
    '*Also requests* it to publish the register of lenses;',
    third,
    fourth,
    fifth,
  ]
  t.deepEqual(await rebase('Delete operative paragraph 2.', revised), ['conflict split OP2 OP3'])
  t.deepEqual(await rebase('In operative paragraph 2, delete “of lenses”.', revised), ['moved OP3'])
  t.deepEqual(
    await rebase('After operative paragraph 2, insert the following:\n\nInvites keepers;', revised),
    ['moved OP3'],
  )
})

test('what the draft does not have is lost, and told apart', async (t) => {
  t.deepEqual(await rebase('Delete operative paragraph 9.', paragraphs), ['lost no-target'])
})
