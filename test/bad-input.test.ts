import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { zipSync } from 'fflate'
import { folder, plenary } from './support/command.js'

const text =
  'The General Assembly,\n\nRecalling the naïve keeper’s café,\n\n1. Urges care;\n\n2. Decides to rest.\n'
const outline = (path: string) => plenary(['outline', '--format', 'ndjson', path])

/** One line that names the file, and no stack. */
function fault(
  t: import('ava').ExecutionContext,
  run: { status: number | null; err: string },
  wording: RegExp,
): void {
  t.is(run.status, 2)
  t.regex(run.err, wording)
  t.is(run.err.trim().split('\n').length, 1, run.err)
  t.notRegex(run.err, /\n\s+at /u)
}

test('a missing file and a folder', async (t) => {
  const path = folder(t)
  fault(t, await outline(join(path, 'none.md')), /none\.md: no such file/u)
  fault(t, await outline(path), /it is a folder/u)
})

test('an empty file is a tree and a message', async (t) => {
  const path = join(folder(t), 'empty.md')
  writeFileSync(path, '')
  const run = await outline(path)
  t.is(run.status, 0)
  t.deepEqual(JSON.parse(run.out).rows, [])
  t.regex(run.err, /empty-document/u)
})

test('binary files and damaged ones', async (t) => {
  const path = folder(t)
  const make = (name: string, bytes: number[]) => {
    const file = join(path, name)
    writeFileSync(file, Uint8Array.from(bytes))
    return file
  }
  fault(t, await outline(make('a.md', [1, 2, 0, 3, 0, 255, 200, 1, 7, 0, 9, 9])), /binary data/u)
  fault(t, await outline(make('b.docx', [0x50, 0x4b, 3, 4, 0, 0])), /damaged, it is cut short/u)
  fault(t, await outline(make('c.txt', [0x25, 0x50, 0x44, 0x46, 0x2d])), /it is damaged/u)
})

test('what Word writes besides .docx is refused with the way to convert it', async (t) => {
  const path = folder(t)
  const compound = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from('WordDocument', 'utf16le'),
  ])
  const files: [name: string, content: string | Uint8Array, format: string][] = [
    ['a.rtf', '{\\rtf1\\ansi The Conference of the Parties,\\par}', 'RTF'],
    ['a.doc', compound, 'the old Word format (.doc)'],
    ['b.doc', '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w/>', 'Word XML'],
    [
      'c.doc',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="-"\r\n\r\n---\r\n',
      'a web archive (.mht)',
    ],
    ['a.odt', zipSync({ mimetype: new Uint8Array(), 'content.xml': new Uint8Array() }), 'OpenDocument'],
  ]
  for (const [name, content, format] of files) {
    const file = join(path, name)
    writeFileSync(file, content)
    const run = await outline(file)
    fault(
      t,
      run,
      /save it as \.docx in Word or LibreOffice \(or: soffice --headless --convert-to docx \S+\)/u,
    )
    t.true(run.err.includes(`${name}: ${format} is not read`), run.err)
  }
})

test('UTF-16 with and without a mark, and Windows-1252, are read', async (t) => {
  const path = folder(t)
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const files: [string, Uint8Array][] = [
    ['le-bom', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['be-bom', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['le', little],
    ['be', big],
    ['utf8-bom', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    // ’ is 0x92 in Windows-1252, the accented letters are as in Latin-1.
    ['windows', Buffer.from(text.replace('’', '\u0092'), 'latin1')],
  ]
  for (const [name, bytes] of files) {
    const file = join(path, `${name}.md`)
    writeFileSync(file, bytes)
    const run = await outline(file)
    t.is(run.status, 0, name)
    t.is(JSON.parse(run.out).rows[0].text, 'Recalling the naïve keeper’s café,', name)
  }
})

test('a document above the limit is refused before it is read', async (t) => {
  const path = join(folder(t), 'large.md')
  const paragraph = `Noting the fog, ${'and the ice, and the sand, '.repeat(40)}and the dark,\n\n`
  writeFileSync(
    path,
    `The General Assembly,\n\n${paragraph.repeat(Math.ceil((50 * 1024 * 1024) / paragraph.length))}`,
  )
  fault(t, await outline(path), /50\.0 MB is more than the limit of 8\.0 MB \(raise it with --max-size\)/u)
  const more = await plenary(['outline', '--max-size', '10', path])
  fault(t, more, /50\.0 MB is more than the limit of 10\.0 MB/u)
})

test('a resolution without numbers', async (t) => {
  const run = await plenary(
    ['outline', '--format', 'ndjson', '-'],
    'The General Assembly,\n\nRecalling its decision,\n\nUrges care;\n\nDecides to rest.\n',
  )
  t.is(run.status, 0)
  t.deepEqual(
    JSON.parse(run.out).rows.map((row: { label: string }) => row.label),
    ['PP1', 'OP1', 'OP2'],
  )
})

test('a text that is no resolution is kept as unknown, with a message and status 0', async (t) => {
  const run = await plenary(
    ['outline', '--format', 'ndjson', '-'],
    'Dear keeper, thank you for the tea. It was warm.\n',
  )
  t.is(run.status, 0)
  t.is(JSON.parse(run.out).rows[0].role, 'unknown')
  t.regex(run.err, /not-a-resolution/u)
})

test('one bad file among many is reported, the others are done', async (t) => {
  const path = folder(t)
  mkdirSync(join(path, 'folder'))
  writeFileSync(join(path, 'good.md'), text)
  const run = await plenary([
    'parse',
    join(path, 'none.md'),
    join(path, 'good.md'),
    join(path, 'folder'),
    join(path, 'good.md'),
  ])
  t.is(run.status, 2)
  t.is(run.out.trimEnd().split('\n').length, 2)
  t.is(run.err.trimEnd().split('\n').length, 2)
})

test('a file that cannot be written is a fault', async (t) => {
  fault(
    t,
    await plenary(['convert', 'fixtures/sample/old.md', '--to', 'md', '-o', join(folder(t), 'no', 'such')]),
    /Cannot write/u,
  )
})
