/** The commands that build and ask a library. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { outline, parse } from '../src/index.js'
import { folder, plenary, spawned } from './support/command.js'
import { schemaFaults } from './support/schema.js'

const resolution = (number: number, verb: string, more = '') => `A/RES/${80 + number}/7

Distr.: General

9 January ${2026 + number}

## ${80 + number}/7. Lights of the coast

*The General Assembly*,

*Recalling* its resolution ${79 + number}/7 of 9 December ${2024 + number},

1. *${verb}* States to relight every station that is dark before the winter, and to inform the Secretary-General when they have done so;

2. *Decides* to establish a voluntary fund for the repair of lenses and towers.
${more}
*42nd plenary meeting*

*9 December ${2025 + number}*
`

/** Three years of one text, and a draft of the fourth. */
function desk(t: ExecutionContext) {
  const path = folder(t)
  const texts = join(path, 'adopted')
  mkdirSync(texts)
  for (const [at, verb] of ['Invites', 'Urges', 'Urges'].entries())
    writeFileSync(join(texts, `${at}.md`), resolution(at, verb))
  const draft = join(path, 'draft.md')
  writeFileSync(
    draft,
    resolution(3, 'Encourages', '\n3. *Proclaims* a day of those who paint buoys in all harbours.\n'),
  )
  return { path, texts, draft, library: join(path, 'un.library') }
}

const build = ({ texts, library }: ReturnType<typeof desk>, ...more: string[]) =>
  plenary(['library', 'build', texts, '-o', library, ...more])

test('a folder of one text serves as a library', (t) => {
  const { texts, draft } = desk(t)
  for (const name of ['1.md', '2.md']) rmSync(join(texts, name))
  // Small documents are read at once only where there are threads.
  const { out, err, status } = spawned(['precedent', draft, '--library', texts, '--format', 'json'])
  t.is(status, 0, err)
  t.is(JSON.parse(out).library.documents, 1)
})

test('a library is built, told of, and asked; a folder of texts serves as well', async (t) => {
  const at = desk(t)
  const built = await build(at)
  t.is(built.status, 0, built.err)
  t.regex(built.err, /3 read, 0 kept, 0 gone/u)
  const info = await plenary(['library', 'info', at.library])
  t.regex(info.out, /documents +3\n/u)
  t.regex(info.out, /2025-12-09 to 2027-12-09/u)
  for (const library of [at.library, at.texts]) {
    const { out, status } = await plenary([
      'precedent',
      at.draft,
      '--library',
      library,
      '--format',
      'ndjson',
      '--quiet',
    ])
    t.is(status, 0)
    const found = JSON.parse(out)
    t.deepEqual(schemaFaults('precedent', found), [])
    t.like(found, {
      format: 'plenary-precedent',
      version: 1,
      file: at.draft,
      library: { documents: 3, paragraphs: 9 },
    })
    t.like(found.summary, { identical: 1, edited: 2, composed: 0, new: 1, routine: 1, weaker: 1 })
    t.like(found.paragraphs[1].matches[0], {
      symbol: 'A/RES/82/7',
      label: 'OP1',
      latest: 'A/RES/82/7 OP1',
      first: 'A/RES/81/7 OP1',
    })
  }
})

test('only what changed is read again, and what is gone is left out', async (t) => {
  const at = desk(t)
  await build(at)
  const first = readFileSync(at.library)
  t.regex((await build(at)).err, /nothing has changed/u)
  t.deepEqual(readFileSync(at.library), first)
  rmSync(join(at.texts, '0.md'))
  writeFileSync(join(at.texts, '1.md'), resolution(1, 'Calls upon'))
  utimesSync(join(at.texts, '1.md'), new Date(), new Date(Date.now() + 5000))
  t.regex((await build(at)).err, /1 read, 1 kept, 1 gone/u)
  const exported = await plenary(['library', 'export', at.library])
  const lines = exported.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.is(lines.length, 6)
  t.true(lines.some(({ text }) => text.startsWith('Calls upon')))
  const different = new Set(lines.map(({ text }) => text)).size
  const info = await plenary(['library', 'info', at.library])
  t.true(info.out.includes(`6, ${different} of them different`))
  const more = join(at.path, 'more.md')
  writeFileSync(more, resolution(5, 'Urges'))
  t.regex(
    (await plenary(['library', 'build', more, '--keep', '-o', at.library])).err,
    /1 read, 2 kept, 0 gone/u,
  )
})

test('who waits for a library at a terminal sees how far it has come', async (t) => {
  const at = desk(t)
  for (let number = 3; number < 24; number++)
    writeFileSync(join(at.texts, `${number}.md`), resolution(number, 'Urges'))
  const built = await plenary(['library', 'build', at.texts, '-o', at.library], undefined, { terminal: 80 })
  t.regex(built.err, /24 documents/u)
  const asked = await plenary(
    ['precedent', at.draft, '--library', at.texts, '--no-pager', '--no-color'],
    undefined,
    { terminal: 80 },
  )
  t.regex(asked.err, /24 documents/u)
  t.regex(asked.out, /OP1 +edited/u)
})

test('what is said of documents is printed although the bar is gone before its next picture', async (t) => {
  const at = desk(t)
  for (let number = 3; number < 24; number++)
    writeFileSync(join(at.texts, `${number}.md`), resolution(number, 'Urges'))
  writeFileSync(join(at.texts, 'zz.docx'), 'PK')
  const { err } = await plenary(['library', 'build', at.texts, '-o', at.library], undefined, { terminal: 80 })
  t.regex(err, /zz\.docx/u)
})

test('a document that cannot be read stays in the library as it was', async (t) => {
  const at = desk(t)
  await build(at)
  writeFileSync(
    join(at.texts, '1.md'),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
  )
  const { status, err } = await build(at)
  t.is(status, 2)
  t.regex(err, /1\.md/u)
  t.regex((await plenary(['library', 'info', at.library])).out, /documents +3\n/u)
})

test('a file that is no whole library is told of, and never written over unasked', async (t) => {
  const at = desk(t)
  await build(at)
  truncateSync(at.library, 900)
  const asked = await plenary(['precedent', at.draft, '--library', at.library])
  t.is(asked.status, 2)
  t.regex(asked.err, /the library is damaged, its end is missing/u)
  t.is(asked.err.split('\n').filter((line) => line !== '').length, 1)
  const again = await build(at)
  t.is(again.status, 2)
  t.is(readFileSync(at.library).length, 900)
  t.is((await build(at, '--force')).status, 0)
  writeFileSync(at.library, '# Something else\n')
  t.regex((await build(at)).err, /it is no library/u)
  t.is(readFileSync(at.library, 'utf8'), '# Something else\n')
  t.regex((await plenary(['precedent', at.draft, '--library', join(at.path, 'none')])).err, /no such file/u)
  t.regex((await plenary(['library', 'build', at.draft, '-o', at.draft])).err, /it is the document/u)
})

test('a library that cannot be written is left as it was, and nothing lies about', async (t) => {
  const at = desk(t)
  await build(at)
  const before = readFileSync(at.library)
  writeFileSync(join(at.texts, '9.md'), resolution(9, 'Urges'))
  const nowhere = join(at.path, 'no', 'un.library')
  const { status, err } = await plenary(['library', 'build', at.texts, '-o', nowhere])
  t.is(status, 2)
  t.regex(err, /there is no such folder/u)
  chmodSync(at.library, 0o444)
  // Who may write everything is kept from nothing: the fault is tried where there is one.
  if (process.getuid?.() !== 0) {
    t.is((await build(at)).status, 2)
    t.deepEqual(readFileSync(at.library), before)
  }
  // A library that may only be read is asked all the same.
  t.is((await plenary(['precedent', at.draft, '--library', at.library, '--quiet'])).status, 0)
  t.deepEqual(readdirSync(at.path).sort(), ['adopted', 'draft.md', 'un.library'])
})

test('a library of another version is told of with what to do, and never written over unasked', async (t) => {
  const at = desk(t)
  await build(at)
  const older = readFileSync(at.library)
  older.write('0', 'plenary library '.length)
  writeFileSync(at.library, older)
  const said = /it is a library of version 0, which this plenary does not read; build it anew/u
  const asked = await plenary(['precedent', at.draft, '--library', at.library])
  t.deepEqual([asked.status, asked.out], [2, ''])
  t.regex(asked.err, said)
  const again = await build(at)
  t.is(again.status, 2)
  t.regex(again.err, said)
  t.deepEqual(readFileSync(at.library), older)
  t.is((await build(at, '--force')).status, 0)
})

test('of two builds of one library at once, the one that ends last does not undo the other', async (t) => {
  const at = desk(t)
  const late = join(at.path, 'late.md')
  if (spawnSync('mkfifo', [late]).status !== 0) {
    t.log('skipped: there are no pipes with names here')
    return t.pass()
  }
  for (const before of [false, true]) {
    if (before) await build(at)
    const slow = plenary(['library', 'build', late, '--keep', '-o', at.library])
    // It opens once there is a reader: then the slow build has looked at the library.
    const pipe = await open(late, 'w')
    const quick = join(at.path, `quick-${before}.md`)
    writeFileSync(quick, resolution(before ? 6 : 5, 'Urges'))
    t.is((await plenary(['library', 'build', quick, '--keep', '-o', at.library])).status, 0)
    const built = readFileSync(at.library)
    await pipe.writeFile(resolution(4, 'Urges'))
    await pipe.close()
    const { status, err } = await slow
    t.is(status, 2)
    t.regex(err, /Cannot write \S+: it was changed while this library was built/u)
    t.deepEqual(readFileSync(at.library), built)
  }
  t.deepEqual(
    readdirSync(at.path).filter((name) => name.endsWith('.tmp')),
    [],
  )
})

test('every format says the same, and Word has a comment at each paragraph', async (t) => {
  const at = desk(t)
  await build(at)
  const run = (...more: string[]) =>
    plenary(['precedent', at.draft, '--library', at.library, '--quiet', ...more])
  t.regex((await run()).out, /OP1 +edited ↓ +0\.\d\d +A\/RES\/82\/7 OP1/u)
  const reading = (await run('--format', 'text')).out
  t.regex(reading, /\[-Urges-\]\s*\{\+Encourages\+\}/u)
  t.regex(reading, /weaker than the agreed text: Urges → Encourages/u)
  const summary = (await run('--summary')).out
  t.regex(summary, /identical to an earlier text: 1 of 4 \(25 %\)/u)
  t.regex(summary, /Edited in routine only: PP1/u)
  t.regex((await run('--format', 'html')).out, /<del>Urges<\/del>/u)
  t.is((await run('--format', 'csv')).out.split('\r\n')[0]?.split(',')[1], 'label')
  t.is(JSON.parse((await run('--format', 'json')).out).paragraphs.length, 4)
  const commented = join(at.path, 'sources.docx')
  t.is((await run('-o', commented)).status, 0)
  const { tree } = await parse(readFileSync(commented), { name: 'sources.docx' })
  t.is(outline(tree).rows.filter(({ label }) => label !== '').length, 4)
  const said = JSON.stringify(tree.children.filter(({ type }) => type === 'comment'))
  t.regex(said, /weaker than the agreed text: Urges → Encourages/u)
  t.regex(said, /A\/RES\/82\/7 OP2/u)
  cpSync(commented, join(at.path, 'again.docx'))
  const twice = await plenary([
    'precedent',
    join(at.path, 'again.docx'),
    '--library',
    at.library,
    '--quiet',
    '--format',
    'ndjson',
  ])
  t.like(JSON.parse(twice.out).summary, { identical: 1, edited: 2, new: 1 })
})

test('the chain of a paragraph is printed as a table with redlines', async (t) => {
  const at = desk(t)
  await build(at)
  const run = (...more: string[]) =>
    plenary(['precedent', '--history', 'A/RES/82/7#OP1', '--library', at.library, '--quiet', ...more])
  const { out, status } = await run()
  t.is(status, 0)
  t.regex(
    out,
    /2025-12-09 +A\/RES\/80\/7 OP1 +first use\n2026-12-09 .*verb stronger\n2027-12-09 .*the same words/u,
  )
  t.regex(out, /\[-Invites-\]\s*\{\+Urges\+\}/u)
  t.is(JSON.parse((await run('--format', 'json')).out).chain.length, 3)
  t.regex((await run('--format', 'html')).out, /<ins>Urges<\/ins>/u)
  t.is((await run('--format', 'csv')).out.trim().split('\r\n').length, 4)
  const none = await plenary(['precedent', '--history', 'A/RES/82/7#OP8', '--library', at.library])
  t.is(none.status, 2)
  t.regex(none.err, /Cannot find a paragraph OP8 of A\/RES\/82\/7/u)
})

test('a draft is compared with the latest text of its title, without what only a year does', async (t) => {
  const at = desk(t)
  await build(at)
  const run = (...more: string[]) =>
    plenary(['diff', '--against-library', at.library, at.draft, '--quiet', ...more])
  const { out, status } = await run()
  t.is(status, 0)
  t.regex(out, /A\/RES\/82\/7 → A\/RES\/83\/7/u)
  t.regex(out, /\[-Urges-\]\{\+Encourages\+\}/u)
  t.notRegex(out, /resolution \[-81/u)
  // A library keeps no masthead and no formula: they are no news of the draft.
  t.notRegex(out, /Distr|General Assembly/u)
  const { changes } = JSON.parse((await run('--format', 'json')).out)
  t.like(
    changes.find(({ old }: { old: string[] }) => old[0] === 'OP1'),
    { kind: 'modified', phrases: [{ shift: 'weaker' }] },
  )
  t.is((await run('--fail-on', 'weaker')).status, 1)
  t.is((await run('-o', join(at.path, 'redline.docx'))).status, 0)
  writeFileSync(at.draft, resolution(3, 'Urges').replace('Lights of the coast', 'Buoys'))
  const none = await run()
  t.is(none.status, 2)
  t.regex(none.err, /Cannot find an earlier text with the title/u)
})

/** A text with all that a library keeps of none. */
const harbours = `A/RES/70/900

# Keeping of harbours

A

*The General Assembly*,

*Recalling* its resolution 69/800 of 20 December 2014,

## I. Lights

1. *Requests* the Secretary-General to report on lights;

## II. Fog

2. *Urges* Member States to sound horns in fog;

| Port | Lights |
|---|---|
| Aden | 3 |
| Bari | 4 |

3. *Decides* to remain seized of the matter.

B

*The General Assembly*,

*Noting* the report on buoys,

1. *Decides* to paint the buoys of every harbour.

## Annex

## Terms of reference

The panel advises the keepers of harbours.

1. The panel has five members.

2. It meets once a year.
`

test('headings, tables, annexes and several resolutions of a text are no news of it', async (t) => {
  const at = desk(t)
  writeFileSync(join(at.texts, 'harbours.md'), harbours)
  await build(at)
  const whole = join(at.path, 'draft.md')
  const next = harbours.replace('A/RES/70/900', 'A/RES/71/901')
  writeFileSync(whole, next)
  const said = async () =>
    JSON.parse(
      (await plenary(['diff', '--against-library', at.library, whole, '--format', 'json', '--quiet'])).out,
    ).changes as { kind: string; old: string[]; new: string[]; resolution?: string }[]
  const same = await said()
  t.true(same.some(({ new: [label] }) => label === 'Annex 1'))
  t.true(same.some(({ new: [label] }) => label === 'Annex ¶1'))
  t.true(same.some(({ resolution, new: [label] }) => resolution === 'B' && label === 'OP1'))
  t.deepEqual([...new Set(same.map(({ kind }) => kind))], ['unchanged'])
  t.true(same.every(({ old, new: labels }) => old.join() === labels.join()))
  writeFileSync(whole, next.replace('five members', 'seven members'))
  t.deepEqual(
    (await said()).filter(({ kind }) => kind !== 'unchanged').map(({ new: labels }) => labels),
    [['Annex 1']],
  )
})
