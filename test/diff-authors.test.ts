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

test('a tracked move is one move, and a row of a table has an author', async (t) => {
  const end = (kind: string, author: string) => `<w:rPr><w:${kind} ${by(author)}/></w:rPr>`
  const moves = (kind: string) =>
    `<w:${kind}RangeStart w:id="7" w:author="Skerry" w:date="2041-03-01T09:00:00Z" w:name="m1"/>${p(`<w:${kind} ${by('Skerry')}>${r('2. Invites keepers to report;')}</w:${kind}>`, end(kind, 'Skerry'))}<w:${kind}RangeEnd w:id="7"/>`
  const row = (kind: string, first: string, second: string, wrap: (text: string) => string) =>
    `<w:tr><w:trPr><w:${kind} ${by('Fanad')}/></w:trPr><w:tc>${p(wrap(first))}</w:tc><w:tc>${p(wrap(second))}</w:tc></w:tr>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const table = `<w:tbl><w:tblPr><w:tblBorders>${borders.map((side) => `<w:${side} w:val="single"/>`).join('')}</w:tblBorders></w:tblPr><w:tr><w:tc>${p('Lamp')}</w:tc><w:tc>${p('Cost')}</w:tc></w:tr>${row('ins', 'New', '10', (text) => added('Fanad', text))}${row('del', 'Gone', '9', (text) => cut('Fanad', text))}</w:tbl>`
  const file = join(folder(t), 'moved.docx')
  const paragraphs = [
    p('The General Assembly,'),
    p('1. Urges States to keep lamps lit from dusk to dawn;'),
    moves('moveFrom'),
    p('3. Decides to convene a meeting of keepers;'),
    moves('moveTo'),
    table,
    p('4. Decides to remain seized of the matter.'),
  ]
  writeFileSync(file, word(paragraphs.join('')))
  const { out } = await plenary(['diff', file, '--format', 'json'])
  const { changes, summary } = JSON.parse(out)
  t.is(summary.moved, 1)
  const told = changes.map(({ kind, moved, by: who }: { kind: string; moved: boolean; by?: string[] }) => [
    moved ? 'moved' : kind,
    who,
  ])
  t.deepEqual(
    told.filter(([, who]: [string, string[]?]) => who !== undefined),
    [
      ['moved', ['Skerry']],
      ['deleted', ['Fanad']],
      ['inserted', ['Fanad']],
    ],
  )
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
  const authors = ['Chile', 'Skerry', 'Fanad']
  const heads = authors.map((author) => `# ${author}`)
  t.deepEqual(apart.match(/^# .*/gmu), heads)
  const markdown = (await plenary(['diff', file, '--by-author', '--format', 'md'])).out
  t.deepEqual(
    markdown.match(/^# .*/gmu)?.filter((line) => heads.includes(line)),
    heads,
  )
  const table = (await plenary(['diff', file, '--by-author', '--format', 'csv'])).out
  t.regex(table, /^author,kind,role,/u)
  t.regex(table, /^Fanad,inserted,operative,/mu)
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
