/** A redline takes what its caller has: packages are opened once, and compared once. */
import test from 'ava'
import { diffJob } from '../src/cli/work/diff.js'
import type { DiffJob } from '../src/cli/work/diff-job.js'
import { WordDocument } from '../src/formats/word/package/document.js'
import { Zip } from '../src/formats/word/package/zip.js'
import { diff, flatten, fromMarkdown, parse, redline, toDocx } from '../src/index.js'
import { redlineOpened } from '../src/redline.js'

const asText = (...verbs: string[]) =>
  [
    '## Conference of the Parties to the Convention on Lighthouses',
    '*The Conference of the Parties*,',
    '*Recalling* its decision 4/CP.3 on lamps,',
    ...verbs.map(
      (verb, at) => `${at + 1}. *${verb}* Parties to keep lamp ${at + 1} of every lighthouse lit;`,
    ),
  ].join('\n\n')
const date = '2041-10-06T09:00:00Z'
const asWord = (...verbs: string[]) => toDocx(fromMarkdown(asText(...verbs)), { date })
const job: DiffJob = { format: 'docx', width: 80, color: false, context: 0, annotate: true, date }

async function commentsOf(bytes: string | Uint8Array): Promise<string[]> {
  const { tree } = await parse(bytes)
  return tree.children.flatMap((node) => (node.type === 'comment' ? [node.value] : []))
}

function outputOf(inputs: { file: string; bytes: Uint8Array }[], options: DiffJob) {
  return diffJob(inputs, options, { stage: (_, run) => run(), tell: () => undefined })
}

test.serial('the command opens each package once, and reads each of its entries once', async (t) => {
  const inputs = [
    { file: 'old.docx', bytes: await asWord('Urges', 'Invites') },
    { file: 'new.docx', bytes: await asWord('Encourages', 'Invites') },
  ]
  const reads = new Map<Zip, string[]>()
  const { read } = Zip.prototype
  Zip.prototype.read = function (this: Zip, name: string) {
    reads.set(this, [...(reads.get(this) ?? []), name])
    return read.call(this, name)
  }
  try {
    const { output } = await outputOf(inputs, job)
    t.is(reads.size, 2)
    for (const names of reads.values()) t.is(names.filter((name) => name === 'word/document.xml').length, 1)
    Zip.prototype.read = read
    t.deepEqual(await commentsOf(output), ['Urges → Encourages: weaker'])
  } finally {
    Zip.prototype.read = read
  }
})

test('what the command writes is what the library writes of the same bytes', async (t) => {
  const [old, revised] = [await asWord('Urges', 'Invites'), await asWord('Encourages', 'Requests')]
  const inputs = [
    { file: 'old.docx', bytes: old },
    { file: 'new.docx', bytes: revised },
  ]
  t.deepEqual((await outputOf(inputs, job)).output, await redline(old, revised, { annotate: true, date }))
})

test('a comparison that was made is taken as it is', async (t) => {
  const [oldTree, newTree] = [fromMarkdown(asText('Urges')), fromMarkdown(asText('Encourages'))]
  const document = new WordDocument(await toDocx(oldTree, { date }), { name: 'old.docx' })
  const { tree } = await parse(document.bytes())
  const compared = diff(tree, newTree)
  for (const { phrases } of flatten(compared.changes))
    for (const phrase of phrases) phrase.shift = 'contested'
  const given = { annotate: true, date, compared }
  t.deepEqual(await commentsOf(redlineOpened({ document, tree }, newTree, given)), [
    'Urges → Encourages: contested',
  ])
  // Another tree has other rows: its comparison is made anew.
  t.deepEqual(await commentsOf(redlineOpened({ document }, newTree, given)), ['Urges → Encourages: weaker'])
})

test('the scale that was chosen decides in comments, too', async (t) => {
  const [oldVerbs, newVerbs] = [
    ['Calls upon', 'Recommends'],
    ['Recommends', 'Calls upon'],
  ] as const
  const bytes = (text: string) => new TextEncoder().encode(text)
  for (const isWord of [false, true]) {
    const inputs = isWord
      ? [
          { file: 'old.docx', bytes: await asWord(...oldVerbs) },
          { file: 'new.docx', bytes: await asWord(...newVerbs) },
        ]
      : [
          { file: 'old.md', bytes: bytes(asText(...oldVerbs)) },
          { file: 'new.md', bytes: bytes(asText(...newVerbs)) },
        ]
    const shifts = async (scale?: string) => {
      const { output } = await outputOf(inputs, { ...job, scale })
      return (await commentsOf(output)).map((text) => text.slice(text.lastIndexOf(': ') + 2))
    }
    t.deepEqual(await shifts(), ['contested', 'contested'])
    t.deepEqual(await shifts('gruenberg-2009'), ['stronger', 'weaker'])
  }
})
