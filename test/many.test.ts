import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { Interrupt } from '../src/cli/interrupt.js'
import { bin, folder, plenary, root, spawned } from './support/command.js'
import { installed } from './support/tools.js'

/** What needs signals that a process hears, or pipes with a name, which Windows has not. */
const posix = process.platform === 'win32' ? test.skip : test

const sample = join(root, 'fixtures', 'sample', 'old.md')
const revised = join(root, 'fixtures', 'sample', 'new.md')

/** A folder of drafts, each of its own symbol so that their order shows. */
function drafts(t: { teardown: (end: () => void) => void }, count: number): string[] {
  const home = folder(t)
  const text = readFileSync(sample, 'utf8')
  return Array.from({ length: count }, (_, index) => {
    const file = join(home, `draft-${index}.md`)
    writeFileSync(file, text.replaceAll('L.4', `L.${index + 100}`))
    return file
  })
}

const symbols = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).symbol as string)

test('threads give the results of many documents in the order given', async (t) => {
  const files = drafts(t, 30)
  const alone = await plenary(['outline', '--format', 'ndjson', ...files])
  t.is(alone.status, 0)
  t.deepEqual(
    symbols(alone.out),
    files.map((_, index) => `CLH/COP/2031/L.${index + 100}`),
  )
  for (const jobs of [[], ['--jobs', '3']])
    t.deepEqual(spawned(['outline', '--format', 'ndjson', ...jobs, ...files]), alone)
})

test('a document that cannot be read is reported, and the others are done, in threads too', (t) => {
  const files = drafts(t, 14)
  const missing = `${files[0]}.missing`
  writeFileSync(files[3] as string, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
  const { status, out, err } = spawned(['parse', ...files.slice(0, 7), missing, ...files.slice(7)])
  t.is(status, 2)
  t.is(out.trimEnd().split('\n').length, 13)
  t.deepEqual(
    err
      .trimEnd()
      .split('\n')
      .map((line) => /^plenary: Cannot read (\S+):/u.exec(line)?.[1]),
    [files[3], missing],
  )
})

test('names come from a list, or from standard input as they arrive', async (t) => {
  const files = drafts(t, 3)
  const list = join(folder(t), 'list.txt')
  writeFileSync(list, `${files.join('\r\n')}\n\n`)
  const expected = await plenary(['outline', '--format', 'ndjson', ...files])
  t.is(symbols(expected.out).length, 3)
  t.deepEqual(await plenary(['outline', '--format', 'ndjson', '--files-from', list]), expected)
  t.deepEqual(
    await plenary(['outline', '--format', 'ndjson', '--files-from', '-'], files.join('\n')),
    expected,
  )
  const wrong: [string[], RegExp][] = [
    [[], /name a document/u],
    [['--files-from', list, sample], /in one place/u],
    [['--files-from', `${list}.missing`], /no such file/u],
    [['--files-from', '-', '--jobs', '0'], /number of threads/u],
  ]
  for (const [args, reason] of wrong) {
    const { status, err } = await plenary(['outline', ...args])
    t.is(status, 2)
    t.regex(err, reason)
  }
  t.regex((await plenary(['outline', '--files-from', '-'], '-\n')).err, /two documents from standard input/u)
})

test('JSON, CSV, Markdown and tables of several documents are one text each', async (t) => {
  const print = async (format: string, ...files: string[]) =>
    (await plenary(['outline', '--format', format, ...files])).out
  t.deepEqual(JSON.parse(await print('json', sample, revised)), [
    ...JSON.parse(await print('json', sample)),
    ...JSON.parse(await print('json', revised)),
  ])
  t.is(await print('json', `${sample}.missing`), '[]\n')
  const csv = await print('csv', sample, revised)
  t.is(csv.match(/^file,label/gmu)?.length, 1)
  t.is(csv, (await print('csv', sample)) + (await print('csv', revised)).replace(/^.*\r\n/u, ''))
  t.is(await print('md', sample, revised), `${await print('md', sample)}\n${await print('md', revised)}`)
  t.is(
    await print('table', sample, revised),
    `${await print('table', sample)}\n${await print('table', revised)}`,
  )
})

test('several documents are converted into a folder, none over another', async (t) => {
  const home = folder(t)
  const [one, two] = drafts(t, 2) as [string, string]
  const twin = join(home, 'draft-0.txt')
  copyFileSync(one, twin)
  const target = join(home, 'converted')
  const { status, err } = await plenary(['convert', '--to', 'text', '-o', target, one, two, twin])
  t.is(status, 2)
  t.regex(err, /draft-0\.txt as draft-0\.txt: \S+draft-0\.md was written there/u)
  t.deepEqual(readdirSync(target).sort(), ['draft-0.txt', 'draft-1.txt'])
  t.is(
    readFileSync(join(target, 'draft-1.txt'), 'utf8'),
    (await plenary(['convert', '--to', 'text', two])).out,
  )
  // One document goes into a folder that there is.
  mkdirSync(join(home, 'there'))
  t.is((await plenary(['convert', '--to', 'json', '-o', join(home, 'there'), one])).status, 0)
  t.true(existsSync(join(home, 'there', 'draft-0.json')))
  const nowhere = await plenary(['convert', '--to', 'md', one, two])
  t.deepEqual([nowhere.status, nowhere.out], [2, ''])
  t.regex(nowhere.err, /name a folder/u)
  const blocked = await plenary(['convert', '--to', 'md', '-o', join(one, 'in-a-file'), one, two])
  t.is(blocked.status, 2)
  t.regex(blocked.err, /Cannot write \S+in-a-file/u)
})

test('a run that reads nothing leaves the output file as it was', async (t) => {
  const file = join(folder(t), 'out.md')
  writeFileSync(file, 'before')
  t.is((await plenary(['convert', '--to', 'md', '-o', file, `${file}.missing`])).status, 2)
  t.is(readFileSync(file, 'utf8'), 'before')
})

posix('Ctrl-C ends with what was done written, and begins nothing new', async (t) => {
  const command = spawn(process.execPath, [bin, 'outline', '--format', 'json', '--files-from', '-'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const files = drafts(t, 40)
  // More would come: standard input stays open.
  command.stdin.write(`${files.join('\n')}\n`)
  let out = ''
  let interrupted = false
  command.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece
    if (!interrupted) command.kill('SIGINT')
    interrupted = true
  })
  const status = await new Promise((resolve) => command.once('close', resolve))
  t.is(status, 130)
  const done = JSON.parse(out) as { symbol: string }[]
  t.true(done.length > 0)
  t.deepEqual(
    done.map(({ symbol }) => symbol),
    files.slice(0, done.length).map((_, index) => `CLH/COP/2031/L.${index + 100}`),
  )
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  posix(`${signal} ends a command that waits for one document at once`, async (t) => {
    const pipe = join(folder(t), 'pipe')
    spawnSync('mkfifo', [pipe])
    // Opening a pipe that nobody writes keeps the main thread busy, as a long computation does.
    const command = spawn(process.execPath, [bin, 'outline', pipe])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    command.kill(signal)
    const ended = await new Promise((resolve) =>
      command.once('close', (_status, by: string | null) => resolve(by)),
    )
    t.is(ended, signal)
  })

test('an interrupt ends a list of which more is awaited', async (t) => {
  const interrupt = new Interrupt()
  interrupt.listen()
  async function* names() {
    yield 'first'
    process.emit('SIGINT')
    await new Promise(() => {})
  }
  const seen: string[] = []
  for await (const name of interrupt.until(names())) seen.push(name)
  t.deepEqual(seen, ['first'])
  t.true(interrupt.happened)
})

const withParallel = installed('parallel') ? test : test.skip

withParallel('plenary is a filter under GNU parallel: names in, a line of JSON each out', (t) => {
  const files = drafts(t, 10)
  const { status, stdout } = spawnSync(
    'parallel',
    [
      '--pipe',
      '--keep-order',
      '-N',
      '4',
      process.execPath,
      bin,
      'outline',
      '--format',
      'ndjson',
      '--files-from',
      '-',
    ],
    { input: files.join('\n'), encoding: 'utf8' },
  )
  t.is(status, 0)
  t.deepEqual(
    symbols(stdout),
    files.map((_, index) => `CLH/COP/2031/L.${index + 100}`),
  )
})
