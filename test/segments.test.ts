/** The parts of a text by all that it says: formulas of bodies that no rule knows, recitals that end as no recital does. */
import test from 'ava'
import { fromMarkdown, fromText, outline } from '../src/index.js'

const labels = (text: string) => outline(fromText(text)).rows.map(({ label }) => label)

test('a line that ends in a comma before the first paragraph is the formula, whoever speaks', (t) => {
  for (const formula of [
    'We, the ministers of the coastal States, meeting in Norhaven,',
    'The Meeting of the Parties acting as a Court of Buoys under the Norhaven Protocol,',
  ]) {
    const messages: never[] = []
    const tree = fromText(`${formula}\n\n1. Reaffirm our commitment to buoys;\n\n2. Decide to meet again.`, {
      messages,
    })
    const [resolution] = tree.children
    t.is(resolution?.type === 'resolution' && resolution.children[0]?.type, 'organLine')
    t.deepEqual(
      outline(tree).rows.map(({ label, verb }) => [label, verb]),
      [
        ['OP1', 'reaffirm'],
        ['OP2', 'decide'],
      ],
    )
    t.deepEqual(messages, [])
  }
})

test('a further resolution may lack its formula', (t) => {
  const { rows } = outline(
    fromMarkdown(
      '# Resolution 1\n\nThe General Assembly,\n\n*Recalling* its resolution 98/3,\n\n1. *Urges* States to moor buoys.\n\n# Resolution 2\n\n*Noting* the fog,\n\n1. *Thanks* the keepers.',
    ),
  )
  t.deepEqual(
    rows.map(({ label, verb }) => [label, verb]),
    [
      ['PP1', 'recall'],
      ['OP1', 'urge'],
      ['PP1', 'note'],
      ['OP1', 'thank'],
    ],
  )
})

test('where one form opens both parts, a stop does not make a recital operative', (t) => {
  const recitals = ['回顾其关于浮标的第98/3号决议', '深为关切大雾', '欢迎看守人的报告']
  for (const stop of ['；', '。']) {
    const preamble = recitals.map((recital) => `${recital}${stop}`).join('\n\n')
    t.deepEqual(labels(`大会，\n\n${preamble}\n\n1. 促请各国设置浮标；\n\n2. 决定继续处理此案。`), [
      'PP1',
      'PP2',
      'PP3',
      'OP1',
      'OP2',
    ])
    t.deepEqual(labels(`大会，\n\n${preamble}\n\n促请各国设置浮标；\n\n决定继续处理此案。`), [
      'PP1',
      'PP2',
      'PP3',
      'OP1',
      'OP2',
    ])
  }
  // Where recitals end as they do, the stop tells.
  t.deepEqual(
    labels('大会，\n\n回顾其关于浮标的第98/3号决议，\n\n欢迎看守人的报告；\n\n决定继续处理此案。'),
    ['PP1', 'OP1', 'OP2'],
  )
})
