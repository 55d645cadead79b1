/** Who tracked which change is in the tree, and text that authors mark by hand has sides, too. */
import test from 'ava'
import { outline, parse } from '../src/index.js'
import { p, r, word } from './support/word.js'

const by = (author: string, day = 1) => `w:id="1" w:author="${author}" w:date="2041-03-0${day}T09:00:00Z"`
const added = (author: string, text: string) => `<w:ins ${by(author)}>${r(text)}</w:ins>`
const cut = (author: string, text: string) =>
  `<w:del ${by(author, 2)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const organ = p('The Conference of the Parties,')
const read = async (body: string, revisions: 'final' | 'original' = 'final') => {
  const { tree, messages } = await parse(word(body), { name: 'tracked.docx', revisions, language: 'en' })
  const { rows } = outline(tree)
  const changes = [...JSON.stringify(tree).matchAll(/"changes":(\[[^\]]*\])/gu)].map(
    ([, found = '']) => JSON.parse(found) as Record<string, unknown>[],
  )
  return { rows: rows.map(({ text }) => text), changes, messages: messages.map(String) }
}

test('each change says whose it is, on both sides', async (t) => {
  const body =
    organ +
    p(
      `${r('1. ')}${cut('Skerry', 'Urges')}${added('Fanad', 'Invites')}${r(' Parties to light ')}<w:ins ${by('Fanad')}>${r('all ')}<w:del ${by('Skerry', 2)}><w:r><w:delText xml:space="preserve">the </w:delText></w:r></w:del></w:ins>${r('lamps.')}`,
    )
  const expected = [
    { change: 'delete', author: 'Skerry', date: '2041-03-02T09:00:00Z', text: 'Urges' },
    { change: 'insert', author: 'Fanad', date: '2041-03-01T09:00:00Z', text: 'Invites' },
    { change: 'insert', author: 'Fanad', date: '2041-03-01T09:00:00Z', text: 'all ' },
    { change: 'delete', author: 'Skerry', date: '2041-03-02T09:00:00Z', text: 'the ' },
  ]
  const final = await read(body)
  t.deepEqual(final.rows, ['Invites Parties to light all lamps.'])
  t.deepEqual(final.changes[0], expected)
  t.true(final.messages.some((one) => /Skerry, Fanad, read with all of them accepted/u.test(one)))
  const original = await read(body, 'original')
  t.deepEqual(original.rows, ['Urges Parties to light lamps.'])
  t.is(original.changes[0]?.length, 4)
})

test('a move bears one name where it left and where it came', async (t) => {
  const move = (kind: 'From' | 'To', id: number) =>
    `<w:move${kind}RangeStart w:id="${id}" w:name="lamps" ${by('Skerry').slice(9)}/>${p(
      `<w:move${kind} ${by('Skerry')}>${r('2. Invites keepers to report;')}</w:move${kind}>`,
      `<w:rPr><w:move${kind} ${by('Skerry')}/></w:rPr>`,
    )}<w:move${kind}RangeEnd w:id="${id}"/>`
  const body =
    organ + move('From', 5) + p('3. Decides to meet again;') + move('To', 6) + p(added('Fanad', '4. Ends.'))
  for (const [side, change] of [
    ['final', 'moveTo'],
    ['original', 'moveFrom'],
  ] as const) {
    const { changes } = await read(body, side)
    const moved = changes.flat().filter((one) => one.move === 'lamps')
    t.true(moved.length > 0)
    t.true(moved.every((one) => one.change === change && one.author === 'Skerry'))
    const others = changes.flat().filter(({ move: name }) => name !== 'lamps')
    t.deepEqual([...new Set(others.map(({ text }) => text))], side === 'final' ? ['4. Ends.'] : [])
  }
})

const struck = (text: string, property = '<w:strike/>') => r(text, property)
const doubled = (text: string) => r(text, '<w:u w:val="double"/>')

test('struck text is deleted, and text with a double line under it is inserted where a document marks so', async (t) => {
  const body =
    organ + p(`${r('1. ')}${struck('Urges')}${doubled('Encourages')}${r(' Parties to light lamps.')}`)
  const final = await read(body)
  t.deepEqual(final.rows, ['Encourages Parties to light lamps.'])
  t.true(final.messages.some((one) => one.includes('“Urges”')))
  const original = await read(body, 'original')
  t.deepEqual(original.rows, ['Urges Parties to light lamps.'])
  t.true(original.messages.some((one) => one.includes('“Encourages”')))
})

test('a double line is emphasis where nothing is struck, and a stroke that is off is none', async (t) => {
  const body =
    organ +
    p(
      `${r('1. ')}${doubled('Urges')}${struck(' all', '<w:strike w:val="0"/>')}${r(' Parties to light lamps.')}`,
    )
  for (const side of ['final', 'original'] as const)
    t.deepEqual((await read(body, side)).rows, ['Urges all Parties to light lamps.'])
})
