import test from 'ava'
import { check, fromMarkdown, fromText, outline } from '../src/index.js'

/** Texts that took ten times longer, and more, for four times the length. */
const texts: Record<string, (length: number) => string> = {
  'paragraphs of one letter': (length) =>
    Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % 26))).join('\n\n'),
  'paragraphs of one letter before any formula': (length) =>
    Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % 10))).join('\n\n'),
  'notes between paragraphs': (length) =>
    Array.from(
      { length: length / 8 },
      (_, index) => `${index + 1}. Urges States${index + 1}\n\n____________\n${index + 1} See A/${index}.\n`,
    ).join('\n'),
  'lists that begin again': (length) =>
    `1. Urges States:\n\n${'(a) One;\n\n(b) Two;\n\n'.repeat(length / 8)}`,
  'a paragraph of verbs': (length) => `1. Urges States, ${'and requests them, decides, '.repeat(length / 8)}`,
}

function spent(text: string, formula: string): number {
  const before = process.cpuUsage()
  fromText(`${formula}${text}`)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

for (const [name, make] of Object.entries(texts))
  test.serial(`time grows with the text: ${name}`, (t) => {
    const formula = name.includes('before any formula') ? '' : 'The General Assembly,\n\n'
    spent(make(2000), formula)
    const [small, large] = [spent(make(4000), formula), spent(make(16_000), formula)]
    // Four times the text: eight times the time leaves room for the collector of garbage.
    t.true(large <= 8 * small + 200, `${Math.round(small)} ms, ${Math.round(large)} ms`)
  })

test('a list of the same labels is no part of itself, and a message says that its count begins again', (t) => {
  const messages: { ruleId?: string }[] = []
  const text = `The General Assembly,\n\n1. Urges States:\n\n${'(a) One;\n\n(b) Two;\n\n'.repeat(50)}`
  const tree = fromText(text, { messages: messages as never })
  t.deepEqual(check(tree), [])
  t.true(outline(tree).rows.every(({ label }) => label.length <= 'OP1(a)'.length))
  t.true(messages.some(({ ruleId }) => ruleId === 'label-order'))
})

test('what stands behind a closing is no part of the resolution', (t) => {
  const tree = fromText('The General Assembly,\n\n1. Urges States.\n\n93rd plenary meeting\n\nLamps')
  t.deepEqual(check(tree), [])
})

test('text of the masthead that no rule could place is told, and shown in the outline', (t) => {
  const messages: { ruleId?: string }[] = []
  const text =
    'A/98/L.3\n\nThe pilots of the bay\n\nDistr.: Limited\n\n# Buoys\n\nThe General Assembly,\n\n1. Urges States.'
  const tree = fromMarkdown(text, { messages: messages as never })
  t.true(messages.some(({ ruleId }) => ruleId === 'unknown-block'))
  t.deepEqual(
    outline(tree).rows.map(({ role, text: words }) => [role, words]),
    [
      ['unknown', 'The pilots of the bay'],
      ['operative', 'Urges States.'],
    ],
  )
})

test('letters and the marks on them are one, and positions still point at the source', (t) => {
  const text = 'L’Assemblée générale,\n\nRéaffirmant sa résolution 98/3,\n\n1. Décide d’amarrer les bouées.'
  const typed = text.normalize('NFD')
  const [composed, apart] = [fromText(text, { language: 'fr' }), fromText(typed, { language: 'fr' })]
  t.deepEqual(outline(apart), outline(composed))
  const resolution = apart.children.find(({ type }) => type === 'resolution')
  const end = resolution?.position?.end.offset
  t.is(end, typed.length)
})
