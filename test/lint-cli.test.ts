/** `plenary lint`: settings of a folder, formats, and mending in place. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { folder, plenary } from './support/command.js'

const bad = `*The Conference of the Parties*,

*Noting* that 71% of the lamps are dark,

1. *Urges* States to act;

2. *Decides* to meet again;
`

function draft(t: Parameters<typeof folder>[0]): { at: string; file: string } {
  const at = folder(t)
  const file = join(at, 'draft.md')
  writeFileSync(file, bad)
  return { at, file }
}

const rulesOf = (out: string): string[] => JSON.parse(out).messages.map(({ rule }: { rule: string }) => rule)

test('the nearest settings say which rules hold, an option outranks them, and none are read where asked', async (t) => {
  const { at, file } = draft(t)
  mkdirSync(join(at, 'inside'))
  writeFileSync(
    join(at, '.plenaryrc.json'),
    JSON.stringify({ lint: { profile: 'GA', rules: { 'WRD-010': 'off', 'PUN-003': 'info' } } }),
  )
  const run = (...more: string[]) =>
    plenary(['lint', '--format', 'ndjson', '--config', join(at, '.plenaryrc.json'), ...more, file])
  const settled = await run()
  t.deepEqual(rulesOf(settled.out), ['PUN-003'])
  t.is(settled.status, 0)
  const asked = await run('--rule', 'PUN-003=error')
  t.is(asked.status, 1)
  const none = await plenary(['lint', '--format', 'ndjson', '--no-config', file])
  t.deepEqual(rulesOf(none.out), ['WRD-010', 'PUN-003'])
})

for (const [what, content, reason] of [
  ['no JSON', '{', /JSON/u],
  ['a rule with no severity', '{"lint": {"rules": {"WRD-010": "loud"}}}', /WRD-010/u],
  ['an unknown setting', '{"lint": {"ruels": {}}}', /ruels/u],
  ['an unknown profile', '{"lint": {"profile": "XX"}}', /profile/u],
] as const)
  test(`settings with ${what} are refused with the reason`, async (t) => {
    const { at, file } = draft(t)
    const config = join(at, 'settings.json')
    writeFileSync(config, content)
    const { status, err, out } = await plenary(['lint', '--config', config, file])
    t.is(status, 2)
    t.is(out, '')
    t.regex(err, reason)
    t.true(err.includes(config))
  })

test('a page of HTML shows the words and the words instead, and loads nothing', async (t) => {
  const { file } = draft(t)
  const { out } = await plenary(['lint', '--format', 'html', '--no-config', file, file])
  t.is(out.match(/<section>/gu)?.length, 2)
  t.regex(out, /<del><bdi>%<\/bdi><\/del> <ins><bdi> per cent/u)
  t.regex(out, /default-src &#x27;none&#x27;/u)
  t.notRegex(out, /https?:/u)
})

test('--fix mends the file in place, and a second time changes nothing', async (t) => {
  const { file } = draft(t)
  await plenary(['lint', '--fix', '--no-config', file])
  const once = readFileSync(file, 'utf8')
  t.true(once.includes('71 per cent') && once.endsWith('again.\n'))
  await plenary(['lint', '--fix', '--no-config', file])
  t.is(readFileSync(file, 'utf8'), once)
})

test('standard input is linted, and mended to standard output', async (t) => {
  const { out } = await plenary(['lint', '--fix', '--no-config', '-'], bad)
  t.true(out.includes('71 per cent'))
})

test('in Word what is mended is tracked, and a comment on it says the rule', async (t) => {
  const at = folder(t)
  const file = join(at, 'draft.docx')
  const { status } = await plenary(['convert', '-', '-o', file], bad)
  t.is(status, 0)
  await plenary(['lint', '--fix', '--no-config', file])
  const read = async (side: string) => (await plenary(['parse', '--revisions', side, file])).out
  const [original, final] = [await read('original'), await read('final')]
  t.true(original.includes('71%') && !original.includes('71 per cent'))
  t.true(final.includes('71 per cent'))
  const { children } = JSON.parse(final)
  const comments: string[] = (children as { type: string }[])
    .filter(({ type }) => type === 'comment')
    .map((one) => JSON.stringify(one))
  t.deepEqual(
    ['WRD-010: Write “per cent”.', 'PUN-003: The last operative paragraph ends with a full stop.'].filter(
      (words) => !comments.some((one) => one.includes(words) && one.includes('plenary lint')),
    ),
    [],
    comments.join('\n'),
  )
  t.is(comments.length, 2)
  const once = readFileSync(file)
  await plenary(['lint', '--fix', '--no-config', file])
  t.true(readFileSync(file).equals(once))
})
