/** `plenary amendments` and `plenary amend`: files in, result out, exit status. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { folder, plenary } from './support/command.js'

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
  const { applied, result } = JSON.parse(json.out)
  t.like(applied, { 0: { status: 'applied', at: ['OP1'] }, 1: { status: 'no-target', sought: 'OP5' } })
  t.like(result.rows[1], { label: 'OP1', text: 'Urges States to light every buoy;' })
  const only = await plenary(['amend', '--only', '2', '--on-conflict', 'fail', old, amendment])
  t.is(only.status, 1)
  t.regex(only.out, /light every lamp;/u)
})
