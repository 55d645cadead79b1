/** `plenary amendments` and `plenary amend`: files in, result out, exit status. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { fromMarkdown, outline, parse, toDocx } from '../src/index.js'
import { folder, plenary } from './support/command.js'
import { schemaFaults } from './support/schema.js'

function files(t: Parameters<typeof folder>[0]): { old: string; amendment: string } {
  const at = folder(t)
  const [old, amendment] = [join(at, 'old.md'), join(at, 'amendment.txt')]
  writeFileSync(
    old,
    '*The Conference of the Parties*,\n\n*Noting* the lamps,\n\n1. *Urges* States to light every lamp;\n\n2. *Requests* a report.\n',
  )
  writeFileSync(
    amendment,
    'LC/44/L.9\n\nNorland: amendments to draft resolution LC/44/L.7\n\n1. In operative paragraph 1, replace “every lamp” with “every buoy”.\n\n2. Delete operative paragraph 5.\n',
  )
  return { old, amendment }
}

test('amendments prints the instructions of a document as JSON and as a table', async (t) => {
  const { amendment } = files(t)
  const json = JSON.parse((await plenary(['amendments', '--format', 'json', amendment])).out)
  t.like(json, { format: 'plenary-amendments', version: 1, symbol: 'LC/44/L.9' })
  t.like(json.instructions[0], { n: '1', op: 'replace-words', old: 'every lamp', new: 'every buoy' })
  const many = JSON.parse((await plenary(['amendments', '--format', 'json', amendment, amendment])).out)
  t.is(many.length, 2)
  t.deepEqual(schemaFaults('amendments', json), [])
  const table = await plenary(['amendments', '--width', '80', amendment])
  t.regex(table.out, /^2\. +delete +OP5$/mu)
})

test('amend writes the draft with what can be applied, tells the rest, and exits with 1 where asked', async (t) => {
  const { old, amendment } = files(t)
  const text = await plenary(['amend', old, amendment])
  t.is(text.status, 0)
  t.regex(text.out, /light every buoy;/u)
  t.regex(text.err, /2\. delete: not applied: there is no such paragraph \(OP5\)/u)
  const json = await plenary(['amend', '--format', 'json', '--on-conflict', 'fail', old, amendment])
  t.is(json.status, 1)
  t.deepEqual(schemaFaults('amend', JSON.parse(json.out)), [])
  const { applied, result } = JSON.parse(json.out)
  t.like(applied, { 0: { status: 'applied', at: ['OP1'] }, 1: { status: 'no-target', sought: 'OP5' } })
  t.like(result.rows[1], { label: 'OP1', text: 'Urges States to light every buoy;' })
  const only = await plenary(['amend', '--only', '2', '--on-conflict', 'fail', old, amendment])
  t.is(only.status, 1)
  t.regex(only.out, /light every lamp;/u)
})

test('amend --write writes the amending document of two versions, which applied back gives the new one', async (t) => {
  const at = folder(t)
  const head =
    '<!-- --> LC/44/L.7\n\nForty-fourth session\n\nAgenda item 7\n\n## Lamps\n\n*The Conference of the Parties*,\n\n*Noting* the lamps,\n\n'
  const [old, revised] = [join(at, 'old.md'), join(at, 'new.md')]
  writeFileSync(
    old,
    `${head.replace('<!-- --> ', '')}1. *Urges* States to light every lamp;\n\n2. *Requests* a report.\n`,
  )
  writeFileSync(
    revised,
    `${head.replace('<!-- --> ', '')}1. *Urges* States to light every buoy;\n\n2. *Welcomes* the charts[^1] of the pilots;\n\n3. *Requests* a report.\n\n[^1]: LC/44/8.\n`,
  )
  const text = await plenary([
    'amend',
    '--write',
    '--sponsors',
    'Norland,Sudland',
    '--symbol',
    'LC/44/L.9',
    old,
    revised,
  ])
  t.regex(
    text.out,
    /LC\/44\/L\.9[\s\S]*Forty-fourth session[\s\S]*Norland and Sudland: amendments to draft resolution LC\/44\/L\.7/u,
  )
  for (const [name, format] of [
    ['a.txt', 'text'],
    ['a.md', 'md'],
    ['a.docx', 'docx'],
    ['a.xml', 'akn'],
  ] as const) {
    const file = join(at, name)
    await plenary([
      'amend',
      '--write',
      '--sponsors',
      'Norland,Sudland',
      '--format',
      format,
      '-o',
      file,
      old,
      revised,
    ])
    const back = await plenary(['amend', '--format', 'json', '--language', 'en', old, file])
    const { applied, result } = JSON.parse(back.out)
    t.deepEqual(
      applied.map((one: { status: string }) => one.status),
      ['applied', 'applied'],
      format,
    )
    t.deepEqual(
      result.rows.map((row: { text: string }) => row.text),
      [
        'Noting the lamps,',
        'Urges States to light every buoy;',
        'Welcomes the charts of the pilots;',
        'Requests a report.',
      ],
      format,
    )
    t.is(result.footnotes, 1, format)
    const { tree } = await parse(readFileSync(file), { name, language: 'en' })
    const read = outline(tree)
    t.deepEqual(read.sponsors, ['Norland', 'Sudland'], format)
    t.deepEqual(
      read.rows.map(({ role }) => role),
      ['instruction', 'instruction', 'given'],
      format,
    )
  }
  const alone = await plenary(['amend', '--write', old])
  t.is(alone.status, 2)
})

test('rebase tells what stands on the revised draft, and writes that anew', async (t) => {
  const { old, amendment } = files(t)
  const revised = old.replace('old.md', 'new.md')
  writeFileSync(
    revised,
    '*The Conference of the Parties*,\n\n*Noting* the lamps,\n\n1. *Welcomes* the pilots of Sudland and their charts;\n\n2. *Urges* States to light every lamp;\n\n3. *Requests* a report.\n',
  )
  const json = JSON.parse(
    (await plenary(['rebase', '--format', 'json', amendment, '--from', old, '--to', revised])).out,
  )
  t.deepEqual(schemaFaults('rebase', json), [])
  t.like(json, { format: 'plenary-rebase', version: 1, instructions: { length: 2 } })
  t.like(json.instructions[0], { n: '1', status: 'moved', target: ['OP2'], from: { target: ['OP1'] } })
  t.like(json.instructions[1], { n: '2', status: 'lost', reason: 'no-target' })
  const table = await plenary(['rebase', '--exit-code', amendment, '--from', old, '--to', revised])
  t.is(table.status, 1)
  t.regex(table.out, /^1\. +moved +replace-words +OP2 .*\(was OP1\)$/mu)
  const text = await plenary(['rebase', '--format', 'md', amendment, '--from', old, '--to', revised])
  t.regex(text.out, /^1\\?\. In operative paragraph 2, replace “every lamp” with “every buoy”\.$/mu)
  t.regex(text.err, /lost/u)
})

test('conflicts between two amending documents are told, and are in the JSON', async (t) => {
  const { old, amendment } = files(t)
  const other = amendment.replace('amendment.txt', 'other.txt')
  writeFileSync(
    other,
    'Sudland: amendment to draft resolution LC/44/L.7\n\n7. Delete operative paragraph 1.\n',
  )
  const { out, err } = await plenary(['amend', '--format', 'json', old, amendment, other])
  t.deepEqual(schemaFaults('amend', JSON.parse(out)), [])
  const { applied, conflicts } = JSON.parse(out)
  t.deepEqual(conflicts, [{ a: '1', b: '7', kind: 'deleted-and-edited', at: ['OP1'] }])
  t.like(applied[2], { n: '7', status: 'conflict' })
  t.regex(err, /amendment\.txt 1\. × .*other\.txt 7\. \(OP1\): one deletes or replaces what the other edits/u)
})

test('amendments writes a document as Akoma Ntoso with its modifications', async (t) => {
  const { amendment } = files(t)
  const { out } = await plenary(['amendments', '--format', 'akn', amendment])
  t.regex(out, /<textualMod eId="amod_1" type="substitution">/u)
  t.regex(out, /<textualMod eId="amod_2" type="repeal">/u)
  t.is((await plenary(['amendments', '--format', 'akn', amendment, amendment])).status, 2)
})

test('the effect of each instruction is beside it, in a terminal and on a page', async (t) => {
  const { old, amendment } = files(t)
  const table = await plenary(['amend', '--format', 'table', '--width', '80', old, amendment])
  t.regex(
    table.out,
    /In operative paragraph 1, replace[\s\S]*1\. replace-words OP1: applied[\s\S]*\[-lamp-\] ?\{\+buoy\+\}/u,
  )
  t.regex(table.out, /not applied: there is no such paragraph \(OP5\)/u)
  const page = await plenary(['amend', '--format', 'html', old, amendment])
  t.regex(page.out, /^<!doctype html>/u)
  t.regex(page.out, /<del>lamp<\/del>.*<ins>buoy<\/ins>/u)
  t.notRegex(page.out, /<script/u)
})

test('--furthest-first says in which order the documents are to be voted on, and changes nothing', async (t) => {
  const { old, amendment } = files(t)
  const other = amendment.replace('amendment.txt', 'other.txt')
  writeFileSync(
    other,
    'Sudland: amendment to draft resolution LC/44/L.7\n\n1. Delete operative paragraph 2.\n\n2. Delete the first preambular paragraph.\n',
  )
  const plain = await plenary(['amend', old, amendment, other])
  const advised = await plenary(['amend', '--furthest-first', old, amendment, other])
  t.is(advised.out, plain.out)
  t.regex(
    advised.err,
    /Furthest from the draft first, as words tell it: .*other\.txt \(6 words\), .*amendment\.txt \(2 words\)/u,
  )
})

test('on a Word document the amendments are tracked changes under the names of their sponsors', async (t) => {
  const at = folder(t)
  const { amendment } = files(t)
  const draft = fromMarkdown(
    'LC/44/L.7\n\n## Lamps\n\n*The Conference of the Parties*,\n\n*Noting* the lamps,\n\n1. *Urges* States to light every lamp;\n\n2. *Requests* a report;\n\n3. *Decides* to meet again.\n',
    { language: 'en' },
  )
  const [old, amended] = [join(at, 'draft.docx'), join(at, 'amended.docx')]
  writeFileSync(old, await toDocx(draft))
  writeFileSync(
    amendment,
    'LC/44/L.9\n\nNorland and Sudland: amendments to draft resolution LC/44/L.7\n\nLamps\n\n1. In operative paragraph 1, replace “every lamp” with “every buoy”.\n\n2. Delete operative paragraph 2.\n',
  )
  t.is((await plenary(['amend', '--language', 'en', '-o', amended, old, amendment])).status, 0)
  const bytes = readFileSync(amended)
  const texts = async (revisions: 'original' | 'final') =>
    outline((await parse(bytes, { name: 'a.docx', language: 'en', revisions })).tree).rows.map(
      ({ text }) => text,
    )
  t.deepEqual(
    await texts('original'),
    outline(draft).rows.map(({ text }) => text),
  )
  t.deepEqual(await texts('final'), [
    'Noting the lamps,',
    'Urges States to light every buoy;',
    'Decides to meet again.',
  ])
  const { tree } = await parse(bytes, { name: 'a.docx', language: 'en' })
  const authors = new Set(JSON.stringify(tree).match(/"author":"[^"]*"/gu))
  t.deepEqual([...authors], ['"author":"Norland, Sudland"'])
})
