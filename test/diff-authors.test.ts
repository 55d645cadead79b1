/** Who proposed which change, where a Word document is compared with its own tracked changes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { folder, plenary } from './support/command.js'
import { p, r, word } from './support/word.js'

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2041-03-01T09:00:00Z"`
const added = (author: string, text: string) => `<w:ins ${by(author)}>${r(text)}</w:ins>`
const cut = (author: string, text: string) =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const whole = (author: string, text: string) =>
  p(added(author, text), `<w:rPr><w:ins ${by(author)}/></w:rPr>`)

const body =
  p('A/C.2/91/L.7') +
  p(`${r('Norway')}${added('Chile', ' and Chile')}${r(': draft resolution')}`) +
  p('Pilots of the outer channels') +
  p('The General Assembly,') +
  p('Recalling its resolution 88/4 of 2 December 2033 on pilots,') +
  p(
    `${r('1. ')}${cut('Skerry', 'Urges')}${added('Skerry', 'Invites')}${r(' Parties to light')}${added('Fanad', ' all')}${r(' lamps;')}`,
  ) +
  whole('Fanad', '2. Requests ports to ring their bells in fog;') +
  p('3. Decides to meet again.')

const draft = (t: { teardown: (end: () => void) => void }) => {
  const file = join(folder(t), 'draft.docx')
  writeFileSync(file, word(body))
  return file
}

test('each change, and each of its edits, says who proposed it', async (t) => {
  const { out } = await plenary(['diff', draft(t), '--format', 'json'])
  const { changes, front, matter } = JSON.parse(out)
  const named = (label: string) =>
    changes.find(({ new: [one] }: { new: string[] }) => one === label) as {
      by?: string[]
      edits: { op: string; text: string; by?: string[] }[]
    }
  t.deepEqual(named('OP1').by, ['Skerry', 'Fanad'])
  t.deepEqual(
    named('OP1').edits.flatMap(({ op, text, by: who }) => (op === 'equal' ? [] : [[op, text.trim(), who]])),
    [
      ['delete', 'Urges', ['Skerry']],
      ['insert', 'Invites', ['Skerry']],
      ['insert', 'all', ['Fanad']],
    ],
  )
  t.deepEqual(named('OP2').by, ['Fanad'])
  t.is(named('OP3').by, undefined)
  // A sponsor that joined is told once, as a sponsor.
  t.deepEqual([front, matter], [[{ field: 'sponsors', joined: ['Chile'], left: [], by: ['Chile'] }], []])
})

test('reports name the authors, alone or each apart', async (t) => {
  const file = draft(t)
  const { out } = await plenary(['diff', file])
  t.regex(out, /^~ OP1 · verb weaker, by Skerry, Fanad$/mu)
  t.regex(out, /^sponsors .*\{\+Chile\+\} · by Chile$/mu)
  for (const format of ['html', 'md', 'csv'])
    t.regex((await plenary(['diff', file, '--format', format])).out, /inserted.*by Fanad|Fanad.*ring their/su)
  const own = await plenary(['diff', file, '--author', 'Skerry'])
  t.regex(own.out, /OP1[\s\S]*1 modified\n$/u)
  t.notRegex(own.out, /OP2|sponsors/u)
  const apart = (await plenary(['diff', file, '--by-author'])).out
  t.deepEqual(apart.match(/^# .*/gmu), ['# Chile', '# Skerry', '# Fanad'])
})

test('an author who tracked nothing, or two documents, are refused', async (t) => {
  const file = draft(t)
  const nobody = await plenary(['diff', file, '--author', 'Inishowen'])
  t.deepEqual([nobody.status, nobody.out], [2, ''])
  t.regex(nobody.err, /tracked by Inishowen: there are those of Chile, Skerry, Fanad/u)
  for (const option of [['--author', 'Skerry'], ['--by-author']])
    t.regex(
      (await plenary(['diff', ...option, file, file])).err,
      /only on the tracked changes of one document/u,
    )
})
