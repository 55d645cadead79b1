/** What Windows does otherwise, as far as it can be tried elsewhere. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { faultOf } from '../src/cli/files.js'
import { slashed } from '../src/cli/names.js'
import { reasonOf } from '../src/cli/whole.js'
import { folder, plenary, root } from './support/command.js'

const old = join(root, 'fixtures', 'sample', 'old.md')

test('a backslash parts folders on Windows, and escapes a character elsewhere', (t) => {
  t.deepEqual(slashed('C:\\drafts\\*.docx', 'win32'), { name: 'C:/drafts/*.docx', absolute: true })
  t.deepEqual(slashed('drafts\\L.4', 'win32'), { name: 'drafts/L.4', absolute: false })
  t.deepEqual(slashed('\\\\server\\share\\a.md', 'win32'), { name: '//server/share/a.md', absolute: true })
  t.deepEqual(slashed('drafts/\\[1].md', 'linux'), { name: 'drafts/\\[1].md', absolute: false })
  t.deepEqual(slashed('/drafts/*.md', 'linux'), { name: '/drafts/*.md', absolute: true })
})

test('a list of names is read as PowerShell and Notepad write it', async (t) => {
  const list = join(folder(t), 'list.txt')
  for (const bytes of [
    Buffer.from(`\uFEFF${old}\r\n\r\n${old}\r\n`, 'utf16le'),
    Buffer.from(`\uFEFF${old}\r\n${old}`, 'utf8'),
  ]) {
    writeFileSync(list, bytes)
    const { out, err, status } = await plenary([
      'outline',
      '--quiet',
      '--format',
      'ndjson',
      '--files-from',
      list,
    ])
    t.deepEqual([status, err, out.trimEnd().split('\n').length], [0, '', 2])
  }
  const { out } = await plenary(
    ['outline', '--quiet', '--format', 'ndjson', '--files-from', '-'],
    `\uFEFF${old}\r\n`,
  )
  t.is(out.trimEnd().split('\n').length, 1)
})

test('CSV in a file opens with the mark by which Excel knows UTF-8', async (t) => {
  const file = join(folder(t), 'outline.csv')
  const { status } = await plenary(['outline', '--quiet', old, '-o', file])
  t.is(status, 0)
  const { out } = await plenary(['parse', '--input-format', 'text', '--quiet', file])
  t.false(out.includes('\uFEFF'))
})

test('a document that another program locks is a fault with its reason', (t) => {
  const busy = Object.assign(new Error('EBUSY: resource busy or locked, open'), { code: 'EBUSY' })
  t.is(reasonOf(busy), 'another program has it open')
  t.is(faultOf('un.library', busy).message, 'Cannot read un.library: another program has it open')
})
