/** `plenary brackets` and `plenary clean`: a file in, result out, exit status. */
import { writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import test from 'ava'
import { folder, plenary } from './support/command.js'
import { schemaFaults } from './support/schema.js'

function rolling(t: Parameters<typeof folder>[0]): string {
  const file = join(folder(t), 'rolling.md')
  writeFileSync(
    file,
    '*The Conference of the Parties*,\n\n*Noting* the lamps, (agreed)\n\n1. [*Urges*][*Invites*] States to light [all - EU] lamps;\n\n2. *Requests* a report.\n',
  )
  return file
}

test('brackets prints the open points of a text as JSON and as a table', async (t) => {
  const file = rolling(t)
  const json = JSON.parse((await plenary(['brackets', '--format', 'json', file])).out)
  t.like(json, { format: 'plenary-brackets', version: 1, file, parties: ['EU'], agreed: ['PP1'] })
  t.like(json.points[0], {
    id: 'p1',
    at: 'OP1',
    kind: 'alternatives',
    options: ['Urges', 'Invites'],
    depth: 1,
  })
  t.deepEqual(json.points[1].by, [{ who: 'EU', act: 'propose' }])
  t.like(json.summary, { paragraphs: 3, agreed: 1, open: 1, points: 2, byParty: { EU: { propose: 1 } } })
  t.deepEqual(json.paragraphs[1], { label: 'OP1', open: true, points: ['p1', 'p2'] })
  const many = JSON.parse((await plenary(['brackets', '--format', 'json', file, file])).out)
  t.is(many.length, 2)
  const table = await plenary(['brackets', '--width', '80', file])
  t.regex(table.out, /^p2 +OP1 +to add: all – EU for it$/mu)
  t.regex(table.out, /^agreed: PP1$/mu)
})

test('clean prints the text that choices give', async (t) => {
  const file = rolling(t)
  const { out } = await plenary(['clean', '--choose', 'last', '--point', 'p2=0', file])
  t.regex(out, /^1\. \*Invites\* States to light lamps;$/mu)
  const json = JSON.parse((await plenary(['clean', '--choose', 'party=EU', '--format', 'json', file])).out)
  t.deepEqual(schemaFaults('clean', json), [])
  t.is(json.result.rows[1].text, 'Urges States to light all lamps;')
  t.is((await plenary(['clean', '--choose', 'some', file])).status, 2)
  const unknown = await plenary(['clean', '--choose', 'keep', '--point', 'p9=1', file])
  t.regex(unknown.err, /there is no point p9/u)
})

test('brackets says what became of the points of an earlier version, in every format', async (t) => {
  const file = rolling(t)
  const next = join(folder(t), 'next.md')
  writeFileSync(
    next,
    '*The Conference of the Parties*,\n\n*Noting* the lamps, (agreed)\n\n1. *Invites* States to light [all - EU, Norland] lamps;\n\n2. *Requests* a report.\n',
  )
  const json = JSON.parse((await plenary(['brackets', '--format', 'json', '--since', file, next])).out)
  t.deepEqual(schemaFaults('brackets', json), [])
  t.like(json.since.points[0], { change: 'closed', old: 'p1', outcome: { how: 'option', option: 2 } })
  const taken = join(folder(t), 'taken.md')
  writeFileSync(taken, '*The Conference of the Parties*,\n\n1. *Urges* States to [act / wait - EU] now;\n')
  const settled = join(folder(t), 'settled.md')
  writeFileSync(settled, '*The Conference of the Parties*,\n\n1. *Urges* States to act now;\n')
  const outcome = await plenary(['brackets', '--format', 'md', '--since', taken, settled])
  t.regex(outcome.out, /closed: option 1 \(option 2: EU for it\)/u)
  t.like(json.since.points[1], {
    change: 'widened',
    point: 'p1',
    joined: [{ who: 'Norland', act: 'propose' }],
  })
  const markdown = await plenary(['brackets', '--format', 'md', '--since', file, next])
  t.regex(markdown.out, /^\| OP1 \| closed: option 2 \| Urges \/ Invites \|$/mu)
  t.regex(markdown.out, /^\| EU \| 1 for it \| OP1 \(p1\) \|$/mu)
  const html = await plenary(['brackets', '--format', 'html', '--since', file, next])
  t.regex(html.out, /<mark class="insert" title="p1">all<\/mark>/u)
  t.true(html.out.includes(basename(next)))
  t.false(html.out.includes(dirname(next)), 'folders do not concern those whom it is sent to')
  const csv = await plenary(['brackets', '--format', 'csv', next])
  t.regex(csv.out, /^p1,OP1,insert,1,,1,all,"EU, Norland for it"\r$/mu)
  const out = join(folder(t), 'report.docx')
  t.is((await plenary(['brackets', '--since', file, next, '-o', out])).status, 0)
  t.regex((await plenary(['convert', '--to', 'md', out])).out, /closed: option 2/u)
  const table = await plenary(['brackets', '--width', '100', '--since', file, next])
  t.regex(table.out, /^since .*: 1 closed, 1 widened$/mu)
  t.is((await plenary(['brackets', '--format', 'html', file, next])).status, 2)
})

test('choices are kept as JSON, and hold in the next version of the text', async (t) => {
  const file = rolling(t)
  const kept = join(folder(t), 'choices.json')
  await plenary(['clean', '--choose', 'base', '--point', 'p1=2', file, '-o', kept])
  const { out } = await plenary(['clean', '--choices', kept, file])
  t.regex(out, /^1\. \*Invites\* States to light lamps;$/mu)
  writeFileSync(kept, '{"choices": 1}')
  t.regex((await plenary(['clean', '--choices', kept, file])).err, /no list of choices/u)
  t.regex((await plenary(['clean', file])).err, /Cannot choose/u)
})
