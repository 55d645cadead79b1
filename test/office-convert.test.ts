/** Old formats are read through an installed LibreOffice where that is asked for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import test from 'ava'
import { convertWithOffice, readableThroughOffice } from '../src/formats/office.js'
import { bin } from './support/command.js'

const bytes = new TextEncoder().encode('{\\rtf1 The Conference of the Parties,\\par 1. Decides to meet.}')
const folder = mkdtempSync(join(tmpdir(), 'office-test-'))
// Others convert meanwhile: what they leave is not ours.
process.env.TMPDIR = folder
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

test.serial('a kill of the command leaves neither the program nor its folder', async (t) => {
  t.timeout(120_000)
  const own = mkdtempSync(join(folder, 'tmp-'))
  const draft = join(folder, 'draft.rtf')
  writeFileSync(draft, bytes)
  program('soffice', `echo $$ > "${own}/pid"\nsleep 60`)
  const command = spawn(process.execPath, [bin, 'outline', '--convert', draft], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: own, PATH: `${folder}${delimiter}${process.env.PATH}` },
  })
  for (let tries = 0; tries < 1000 && !existsSync(join(own, 'pid')); tries++) await setTimeout(50)
  const pid = Number(readFileSync(join(own, 'pid'), 'utf8'))
  command.kill('SIGKILL')
  await once(command, 'exit')
  const isRunning = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  const folders = () => readdirSync(own).filter((name) => name.startsWith('plenary-'))
  for (let tries = 0; tries < 100 && (isRunning() || folders().length > 0); tries++) await setTimeout(50)
  t.false(isRunning())
  t.deepEqual(folders(), [])
})

test.serial('formats of one file of text are converted too, and what is read here is not', async (t) => {
  const script = 'printf made > "$7/source.docx"'
  const options = { name: 'draft.xml', program: program('text', script) }
  for (const [text, from] of [
    ['<?xml version="1.0"?>\n<office:document office:version="1.3">', 'flat OpenDocument'],
    ['<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', 'Word XML'],
    ['{\\rtf1 Decides}', 'RTF'],
  ] as const)
    t.is((await readableThroughOffice(new TextEncoder().encode(text), options)).from, from)
  const page = new TextEncoder().encode('<html><p>1. Decides to meet.</p></html>')
  t.deepEqual(await readableThroughOffice(page, options), { bytes: page })
})
