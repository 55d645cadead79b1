/** Old formats are read through an installed LibreOffice where that is asked for. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { convertWithOffice } from '../src/formats/office.js'

const bytes = new TextEncoder().encode('{\\rtf1 The Conference of the Parties,\\par 1. Decides to meet.}')
const folder = mkdtempSync(join(tmpdir(), 'office-test-'))
test.after.always(() => rmSync(folder, { recursive: true, force: true }))

/** A program in the place of LibreOffice. */
function program(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('plenary-'))

test.serial(
  'what the program writes is given back, with a profile of its own, and nothing stays',
  async (t) => {
    const before = left()
    const script =
      'case "$1" in -env:UserInstallation=file://*/profile) ;; *) exit 1 ;; esac\nprintf made > "$7/source.docx"'
    const made = await convertWithOffice(bytes, { name: 'draft.rtf', program: program('good', script) })
    t.is(new TextDecoder().decode(made), 'made')
    t.deepEqual(left(), before)
  },
)

test.serial('a program that is missing, fails or hangs is one clear fault', async (t) => {
  const before = left()
  await t.throwsAsync(convertWithOffice(bytes, { name: 'draft.rtf', program: join(folder, 'none') }), {
    message: /LibreOffice \(soffice\) is not installed/u,
  })
  await t.throwsAsync(convertWithOffice(bytes, { name: 'draft.rtf', program: program('bad', 'exit 3') }), {
    message: /^Cannot convert draft\.rtf/u,
  })
  const hanging = { name: 'draft.rtf', program: program('slow', 'sleep 60'), timeout: 200 }
  await t.throwsAsync(convertWithOffice(bytes, hanging), { message: /took more than 0\.2 seconds/u })
  t.deepEqual(left(), before)
})
