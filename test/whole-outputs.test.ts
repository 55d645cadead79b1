/** Outputs are whole or not there: on a full disk, and when the command is killed in the middle. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { exit } from '../src/cli/exit.js'
import { WholeFile } from '../src/cli/whole.js'
import { bin, folder, plenary, root } from './support/command.js'

const sample = (name: string) => join(root, 'fixtures', 'sample', name)
const [old, now] = [sample('old.md'), sample('new.md')]

/** A disk of so many kilobytes that is gone after the test; undefined, and said so, where none can be mounted. */
function disk(t: ExecutionContext, kilobytes: number): string | undefined {
  const place = join(folder(t), 'disk')
  mkdirSync(place)
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', place], {
    encoding: 'utf8',
  })
  if (status !== 0) {
    t.log(`skipped: only root can mount a small disk here (${stderr?.trim() || 'there is no mount'})`)
    t.pass()
    return undefined
  }
  t.teardown(() => spawnSync('umount', [place]))
  return place
}

test('a full disk is told in a sentence, and nothing is left half-written or lost', async (t) => {
  const place = disk(t, 64)
  if (place === undefined) return
  const before = 'what was there before'
  const [kept, filler] = [join(place, 'report.html'), join(place, 'filler')]
  writeFileSync(kept, before)
  // One page of memory is left, and every result has more.
  writeFileSync(filler, Buffer.alloc(56 * 1024))
  const files = () => readdirSync(place).sort()
  for (const args of [
    ['diff', old, now, '-o', kept],
    ['diff', old, now, '-o', join(place, 'new.html')],
    ['convert', old, '-o', join(place, 'new.docx')],
    ['outline', '--format', 'json', ...Array<string>(20).fill(old), '-o', join(place, 'outlines.json')],
    ['convert', '--to', 'docx', '-o', join(place, 'folder'), old, now],
  ]) {
    const { status, err } = await plenary([...args, '--quiet'])
    t.is(status, exit.usage, args.join(' '))
    t.regex(err, /^(?:plenary: Cannot write \S+: no space is left on the disk\n)+$/u, args.join(' '))
    t.is(readFileSync(kept, 'utf8'), before)
    t.deepEqual(
      files().filter((name) => name !== 'folder'),
      ['filler', 'report.html'],
      args.join(' '),
    )
    if (existsSync(join(place, 'folder'))) t.deepEqual(readdirSync(join(place, 'folder')), [])
  }
  // Standard output that is redirected to a file there is no file of ours: what was printed is cut, and that is said.
  const { status, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `"${process.execPath}" "${bin}" diff --quiet --format html "${old}" "${now}" > "${join(place, 'cut.html')}"`,
    ],
    { encoding: 'utf8' },
  )
  t.is(status, exit.usage)
  t.regex(stderr, /^plenary: Cannot write standard output: no space is left on the disk\n$/u)
})

test('a library that no room is left for, or that may only be read, stays as it was and is asked all the same', async (t) => {
  const place = disk(t, 128)
  if (place === undefined) return
  const [library, filler] = [join(place, 'un.library'), join(place, 'filler')]
  const texts = folder(t)
  writeFileSync(join(texts, 'old.md'), readFileSync(old))
  const build = () => plenary(['library', 'build', texts, '-o', library])
  t.is((await build()).status, exit.done)
  const before = readFileSync(library)
  writeFileSync(join(texts, 'new.md'), readFileSync(now))
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(filler, Buffer.alloc(bavail * bsize))
  const stays = async (reason: string) => {
    const { status, err } = await build()
    t.is(status, exit.usage)
    t.regex(err, new RegExp(`^plenary: Cannot write \\S+un\\.library: ${reason}\n$`, 'u'))
    t.deepEqual(readFileSync(library), before)
    t.is((await plenary(['precedent', now, '--library', library, '--quiet'])).status, exit.done)
  }
  await stays('no space is left on the disk')
  t.deepEqual(readdirSync(place).sort(), ['filler', 'un.library'])
  rmSync(filler)
  t.is(spawnSync('mount', ['-o', 'remount,ro', place]).status, 0)
  await stays('the disk is read-only')
  t.is(spawnSync('mount', ['-o', 'remount,rw', place]).status, 0)
  t.regex((await build()).err, /1 read, 1 kept, 0 gone/u)
})

/** Begin to write many outlines into a file and send a signal once some are written; gives how the command ended. */
async function killed(t: ExecutionContext, signal: NodeJS.Signals, home: string) {
  const output = join(home, 'outlines.ndjson')
  writeFileSync(output, 'what was there before')
  const list = spawn(process.execPath, [
    bin,
    'outline',
    '--quiet',
    '--format',
    'ndjson',
    '-j',
    '1',
    '--files-from',
    '-',
    '-o',
    output,
    '--force',
  ])
  list.stdin.on('error', () => {})
  list.stdin.write(`${old}\n`.repeat(3))
  // The list stays open: the command waits for more when the signal comes.
  const begun = () => readdirSync(home).some((name) => name.endsWith('.tmp'))
  while (!begun() && list.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
  t.true(begun(), 'a draft is written beside the place')
  list.kill(signal)
  const [status, by] = (await once(list, 'close')) as [number | null, NodeJS.Signals | null]
  return { status, by, output: readFileSync(output, 'utf8'), files: readdirSync(home) }
}

test('a command that is ended in the middle leaves the old file, and no half of a new one', async (t) => {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    const { by, output, files } = await killed(t, signal, folder(t))
    t.is(by, signal)
    t.is(output, 'what was there before')
    t.deepEqual(files, ['outlines.ndjson'])
  }
})

test('killed outright, the old file stays as it was', async (t) => {
  const { by, output } = await killed(t, 'SIGKILL', folder(t))
  t.is(by, 'SIGKILL')
  // What was begun lies beside it under a name of its own: no process can clear up after this signal.
  t.is(output, 'what was there before')
})

test('Ctrl-C in a long run ends with what is whole', async (t) => {
  const { status, output, files } = await killed(t, 'SIGINT', folder(t))
  t.is(status, exit.interrupted)
  t.deepEqual(files, ['outlines.ndjson'])
  const lines = output.trimEnd().split('\n')
  t.true(lines.length >= 1)
  for (const line of lines) t.is(JSON.parse(line).symbol, 'CLH/COP/2031/L.4')
})

test('a file that is not finished is not there', async (t) => {
  const home = folder(t)
  const whole = new WholeFile(join(home, 'a.md'))
  await whole.write('half')
  t.false(existsSync(join(home, 'a.md')))
  await whole.discard()
  t.deepEqual(readdirSync(home), [])
})
