/** `plenary concord`: files in, report out, exit status. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import test from 'ava'
import { folder, plenary, root } from './support/command.js'

const reference = 'fixtures/sample/old.md'

/** The sample with words changed, as another version of it. */
function version(t: Parameters<typeof folder>[0], edit: (text: string) => string): string {
  const path = join(folder(t), 'version.md')
  writeFileSync(path, edit(readFileSync(join(root, reference), 'utf8')))
  return path
}

test('a text corresponds to itself', async (t) => {
  const run = await plenary(['concord', '--exit-code', reference, reference])
  t.is(run.status, 0)
  t.regex(run.out, /^No discrepancies; \d+ paragraphs correspond$/mu)
})

test('a discrepancy is told as text and JSON, and by the exit code where asked', async (t) => {
  const other = version(t, (text) => text.replace('fiftieth', 'fiftieth (50)').replace('2029', '2028'))
  const text = await plenary(['concord', reference, other])
  t.is(text.status, 0)
  t.regex(text.out, /number +English 1: 2029; English 2: 2028/u)
  const json = await plenary(['concord', '--exit-code', '--format', 'json', reference, other])
  t.is(json.status, 1)
  const result = JSON.parse(json.out)
  t.like(result, { format: 'plenary-concordance', version: 1 })
  t.deepEqual(
    result.texts.map(({ file }: { file: string }) => file),
    [reference, other],
  )
  const schema = JSON.parse(readFileSync(join(root, 'schema/concordance.json'), 'utf8'))
  const validate = new Ajv({ strict: false }).compile(schema)
  t.true(validate(result), JSON.stringify(validate.errors))
  t.false(validate({ ...result, correspondences: [{}] }))
})

test('another symbol is warned of', async (t) => {
  const other = version(t, (text) => text.replace('CLH/COP/2031/L.4', 'CLH/COP/2031/L.5'))
  const run = await plenary(['concord', reference, other])
  t.regex(run.err, /expected CLH\/COP\/2031\/L\.4: these are hardly versions of one text \(other-symbol\)/u)
})

test('one file, too few languages and an unknown language are faults of use', async (t) => {
  t.is((await plenary(['concord', reference])).status, 2)
  t.is((await plenary(['concord', '--languages', 'en', reference, reference])).status, 2)
  const unknown = await plenary(['concord', '--languages', 'en,xx', reference, reference])
  t.is(unknown.status, 2)
  t.regex(unknown.err, /Cannot read in the language xx/u)
})
