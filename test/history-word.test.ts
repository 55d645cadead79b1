/** History in Word: tables for a delegation's file, with what changed as marks that a reader sees. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { unzipSync } from 'fflate'
import { folder, plenary } from './support/command.js'
import { noSchemas, ooxmlFaults } from './support/ooxml.js'
import { wordFaults } from './support/word-check.js'

const versions = [
  'The General Assembly,\n\nRecalling the lamps,\n\n1. Urges ports to ring their bells;\n\n2. Decides to return to it.\n',
  'The General Assembly,\n\nRecalling the lamps,\n\n1. Calls upon ports to ring their bells;\n\n2. Decides to return to it.\n',
  'The General Assembly,\n\nRecalling the lamps,\n\n1. Encourages ports to ring:\n\n(a) Their bells;\n\n(b) Their horns;\n\n2. Decides to return to it.\n',
]

async function written(at: string, texts: readonly string[], ...options: string[]) {
  const files = texts.map((text, index) => {
    const file = join(at, `v${index}.md`)
    writeFileSync(file, text)
    return file
  })
  const output = join(at, 'history.docx')
  const run = await plenary(['history', '--force', '-o', output, ...options, ...files])
  return { run, bytes: run.status === 0 ? readFileSync(output) : undefined }
}

/** The runs of the document: what each is set as, and its words. */
function runsOf(bytes: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  return [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gsu)].map(([, inner = '']) => {
    const set = [/<w:strike\/>/u, /<w:u /u].map((one, index) => (one.test(inner) ? '-+'[index] : '')).join('')
    return `${set}${[...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')}`
  })
}

test('a table a paragraph that changed: cut words struck, added ones underlined', async (t) => {
  const { bytes } = await written(folder(t), versions)
  t.truthy(bytes)
  const runs = runsOf(bytes as Uint8Array)
  for (const one of ['-Urges', '+Calls upon', '-Calls upon', '+Encourages', 'verb weaker'])
    t.true(runs.includes(one), `${one}: ${runs.join('|')}`)
  t.false(
    runs.some((one) => one.includes('Decides')),
    'what did not change is not shown',
  )
  t.deepEqual(wordFaults(bytes as Uint8Array), [])
  if (noSchemas === undefined) t.deepEqual(ooxmlFaults([{ name: 'history', bytes: bytes as Uint8Array }]), [])
})

test('one paragraph alone, in the language of the reader; a label that no paragraph bears is a fault', async (t) => {
  const at = folder(t)
  const { bytes } = await written(at, versions, '--paragraph', 'OP2', '--ui', 'fr')
  const runs = runsOf(bytes as Uint8Array)
  t.true(runs.includes('Decides to return to it.'), runs.join('|'))
  t.false(runs.some((one) => one.includes('Encourages')))
  const { run } = await written(at, versions, '--paragraph', 'OP9')
  t.is(run.status, 2)
  t.regex(run.err, /OP9/u)
})

test('a text from right to left is set so', async (t) => {
  const arabic = (verb: string) =>
    `إن الجمعية العامة،\n\nإذ تشير إلى المنائر،\n\n1 - ${verb} الدول أن تضيء مصابيحها.\n`
  const { bytes } = await written(folder(t), [arabic('تحث'), arabic('تشجع')])
  const xml = new TextDecoder().decode(unzipSync(bytes as Uint8Array)['word/document.xml'])
  t.true(xml.includes('<w:bidiVisual/>') && xml.includes('<w:bidi/>'))
  t.deepEqual(wordFaults(bytes as Uint8Array), [])
})
