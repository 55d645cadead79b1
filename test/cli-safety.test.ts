/** Nothing is destroyed, nothing hangs, nothing commands the terminal. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { defaultLimits, timeOf } from '../src/cli/budget.js'
import { exit } from '../src/cli/exit.js'
import { Threads } from '../src/cli/threads.js'
import { clean, cleanJson, cleanName } from '../src/reports/clean.js'
import { bin, folder, plenary, root, spawned } from './support/command.js'

/** What needs a shell, links, or names and devices that Windows has not. */
const posix = process.platform === 'win32' ? test.skip : test

const old = join(root, 'fixtures', 'sample', 'old.md')
const now = join(root, 'fixtures', 'sample', 'new.md')
const text = readFileSync(old, 'utf8')

posix('an output that is a document read is refused, by whatever name it goes', async (t) => {
  const home = folder(t)
  const [draft, link] = [join(home, 'draft.md'), join(home, 'link.md')]
  writeFileSync(draft, text)
  symlinkSync(draft, link)
  for (const args of [
    ['diff', draft, now, '-o', draft],
    ['diff', link, now, '-o', draft],
    ['convert', draft, '-o', link],
    ['convert', '--to', 'md', '-o', home, draft],
    ['concord', '--format', 'json', draft, now, '-o', join(home, '.', 'draft.md')],
  ]) {
    const { status } = await plenary(args)
    t.is(status, exit.usage, args.join(' '))
    t.is(readFileSync(draft, 'utf8'), text, args.join(' '))
  }
  t.is((await plenary(['convert', draft, '-o', draft, '--force'])).status, 0)
  t.not(readFileSync(draft, 'utf8'), text)
})

test('an output that is read besides the documents is refused: a library, a text in one, settings, a scale', async (t) => {
  const home = folder(t)
  const [library, texts] = [join(home, 'un.library'), join(home, 'texts')]
  mkdirSync(texts)
  const [earlier, settings, scale] = [
    join(texts, 'a.html'),
    join(home, 'settings.json'),
    join(home, 'own.json'),
  ]
  writeFileSync(earlier, await (await plenary(['convert', '--to', 'html', old])).out)
  writeFileSync(settings, '{}')
  writeFileSync(scale, (await plenary(['outline', '--format', 'json', old])).out)
  t.is((await plenary(['library', 'build', texts, '-o', library, '--quiet'])).status, 0)
  for (const [read, args] of [
    [library, ['precedent', old, '--library', library, '--format', 'csv']],
    [library, ['precedent', '--history', 'CLH/COP/2031/L.4#OP1', '--library', library, '--format', 'json']],
    [earlier, ['precedent', old, '--library', texts, '--format', 'html']],
    [library, ['lint', old, '--library', library, '--format', 'json']],
    [settings, ['lint', old, '--config', settings, '--format', 'json']],
    [library, ['diff', now, '--against-library', library, '--format', 'json']],
    [scale, ['diff', old, now, '--scale', scale, '--format', 'json']],
    [scale, ['brackets', old, '--since', scale, '--format', 'json']],
    [library, ['library', 'export', library]],
  ] as const) {
    const before = readFileSync(read)
    const { status, err } = await plenary([...args, '-o', read])
    t.is(status, exit.usage, args.join(' '))
    t.regex(err, /it is the document/u, args.join(' '))
    t.deepEqual(readFileSync(read), before, args.join(' '))
  }
})

test('an original that a list names later is not written over', async (t) => {
  const home = folder(t)
  mkdirSync(join(home, 'other'))
  const [first, later] = [join(home, 'other', 'draft.txt'), join(home, 'draft.md')]
  writeFileSync(first, text)
  writeFileSync(later, text)
  const { status, err } = await plenary(
    ['convert', '--quiet', '--to', 'md', '-o', home, '--files-from', '-'],
    `${first}\n${later}\n`,
  )
  t.is(status, exit.usage)
  t.regex(err, /draft\.md: it is (?:there already|the document)/u)
  t.is(readFileSync(later, 'utf8'), text)
})

posix('what cannot be written is told in one sentence, and nothing is left half-written', async (t) => {
  const home = folder(t)
  writeFileSync(join(home, 'closed.md'), 'before')
  chmodSync(join(home, 'closed.md'), 0o444)
  const faults: [output: string, reason: RegExp][] = [
    [join(home, 'none', 'out.md'), /there is no such folder/u],
    [`${join(home, 'closed.md')}/out.md`, /there is no such folder/u],
    ['/dev/full', /no space is left/u],
  ]
  for (const [output, reason] of faults) {
    const { status, err, out } = await plenary(['diff', '--quiet', '--format', 'md', old, now, '-o', output])
    t.deepEqual([status, out], [exit.usage, ''], output)
    t.regex(err, reason)
    t.is(err.trimEnd().split('\n').length, 1)
  }
  t.deepEqual(readdirSync(home), ['closed.md'])
  const full = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" outline "${old}" > /dev/full`], {
    encoding: 'utf8',
  })
  t.is(full.status, exit.usage)
  t.regex(full.stderr, /^plenary: Cannot write standard output: no space is left on the disk\n$/u)
})

test('the name of an output says its format, or is refused with what can be written', async (t) => {
  const home = folder(t)
  for (const name of ['x.pdf', 'x.doc', 'x.odt', 'x']) {
    const { status, err } = await plenary(['diff', old, now, '-o', join(home, name)])
    t.is(status, exit.usage, name)
    t.regex(err, /ends in none of .*\.docx/u)
  }
  t.is((await plenary(['diff', '--format', 'html', old, now, '-o', join(home, 'x.csv')])).status, exit.usage)
  t.is((await plenary(['outline', '--quiet', old, '-o', join(home, 'x.csv')])).status, 0)
  t.regex(readFileSync(join(home, 'x.csv'), 'utf8'), /^\uFEFFfile,label/u)
  t.is((await plenary(['concord', old, now, '-o', join(home, 'x.docx')])).status, exit.usage)
  t.deepEqual(readdirSync(home), ['x.csv'])
})

test('an option without effect is refused', async (t) => {
  for (const args of [
    ['diff', '--stat', '--format', 'json'],
    ['diff', '--title', 'draft.md', '--format', 'json'],
    ['diff', '--annotate'],
    ['diff', '--only', 'verbs', '--format', 'akn'],
  ])
    t.regex((await plenary([...args, old, now])).err, /it has an effect only/u, args.join(' '))
  t.regex((await plenary(['convert', '--to', 'md', '--date', '2031-10-06', old])).err, /only on Word/u)
})

test('a Word document is not printed on a terminal', async (t) => {
  const { status, out } = await plenary(['diff', '--format', 'docx', old, now], '', { terminal: 80 })
  t.deepEqual([status, out], [exit.usage, ''])
})

/** Every control character, and those that turn the order of what is read. */
const commands = [
  ...Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    /\p{Cc}/u.test(one),
  ),
  ...'\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069',
]
/** Colours, which are ours. */
const sgr = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'gu')
const raw = /[^\P{Cc}\n\t]|[\u2028-\u202E\u2066-\u2069]/u

test('no character that commands a terminal is printed as it is', (t) => {
  for (const command of commands) {
    t.notRegex(cleanName(`a${command}b`), /\p{Cc}|[\u2028-\u202E\u2066-\u2069]/u)
    t.notRegex(clean(`a${command}b`), raw)
    // The escape of JSON says what the character says.
    t.is(JSON.parse(cleanJson(JSON.stringify(`a${command}b`))), `a${command}b`)
    t.notRegex(cleanJson(JSON.stringify(`a${command}b`)), raw)
  }
})

posix('a terminal is not commanded by a document, nor by the name of one', async (t) => {
  const hostile = `${text}\n\n11. *Urges* all to ${commands.filter((one) => one !== '\0').join('x')} row;\n`
  const home = folder(t)
  const name = join(home, 'a\u001B]0;title\u0007\u202Eb\n.md')
  writeFileSync(name, hostile)
  const runs = [
    ['outline', name],
    ['outline', '--format', 'csv', name],
    ['outline', '--format', 'md', name],
    ['outline', '--format', 'json', name],
    ['parse', name],
    ['diff', old, name],
    ['diff', '--stat', old, name],
    ['diff', '--format', 'html', old, name],
    ['concord', old, name],
    ['convert', '--to', 'text', name],
    ['convert', '--to', 'md', name],
    ['diff', '--title', name, old, now],
    ['history', old, name],
    ['history', '--format', 'md', old, name],
    ['merge', old, name, now],
    ['merge', '--brackets', old, name, now],
    ['brackets', name],
    ['lint', name],
    ['amendments', name],
    ['amend', '--help', name],
    ['precedent', '--library', name, name],
    ['outline', `${name}.missing`],
    ['outline', `--${name}`],
    [`${name}`, '--nonsense'],
    [name],
  ]
  for (const args of runs)
    for (const coloured of [false, true]) {
      const where = `${args.join(' ')}${coloured ? ' in colour' : ''}`
      const env: Record<string, string> = coloured ? { PAGER: 'cat' } : { PAGER: 'cat', NO_COLOR: '1' }
      const { out, err } = await plenary(coloured ? ['--color', ...args] : args, '', { terminal: 80, env })
      const shown = (text: string) => (coloured ? text.replace(sgr, '') : text)
      // A carriage return ends a row of CSV.
      t.notRegex(args.includes('csv') ? out.replaceAll('\r\n', '\n') : shown(out), raw, where)
      t.notRegex(shown(err), raw, where)
    }
})

posix('a report that goes into a pipe, and from there to a terminal, commands none', async (t) => {
  const name = join(folder(t), 'a\u001B]0;title\u0007\u202Eb\n.md')
  writeFileSync(
    name,
    `${text}\n\n11. *Urges* all to ${commands.filter((one) => one !== '\0').join('x')} row;\n`,
  )
  for (const args of [
    ['outline', name],
    ['diff', old, name],
    ['diff', '--stat', old, name],
    ['history', old, name],
    ['concord', old, name],
    ['lint', name],
    ['brackets', name],
  ]) {
    const { out, err } = await plenary(args)
    t.notRegex(out, raw, args.join(' '))
    t.notRegex(err, raw, args.join(' '))
  }
})

test('a document that takes too long is a fault of its own, and the next is read', async (t) => {
  const home = folder(t)
  const slow = join(home, 'slow.md')
  // Reading three thousand paragraphs takes more than the hundredth of a second that is allowed.
  writeFileSync(slow, text.repeat(200))
  const { status, out, err } = spawned([
    'outline',
    '--format',
    'ndjson',
    '--quiet',
    '--max-time',
    '0.01',
    slow,
    slow,
  ])
  t.deepEqual([status, out], [exit.usage, ''])
  t.regex(
    err,
    /^(?:plenary: Cannot go on with \S+slow\.md: \w+ it takes more than 0\.01 s of processor time \(raise it with --max-time\)\n){2}$/u,
  )
})

test('one document over its memory is a fault of its own', (t) => {
  const home = folder(t)
  const large = join(home, 'large.md')
  writeFileSync(large, text.repeat(400))
  const { status, err } = spawned(['outline', '--quiet', '--max-memory', '30', '--max-time', '100', large])
  t.is(status, exit.usage)
  t.regex(err, /takes more than 30 MB of memory \(raise it with --max-memory\)/u)
})

test('no more threads than documents', (t) => {
  const { status } = spawned(['outline', '--quiet', '-j', '999', old])
  t.is(status, 0)
})

test('threads that are ended leave no task without an answer, and begin none', async (t) => {
  const threads = new Threads(2, defaultLimits)
  const options = { format: 'ndjson', width: 80, color: false, alone: true } as const
  const tasks = Array.from({ length: 6 }, (_, n) =>
    threads.do({ job: 'amendments', inputs: [{ file: `${n}.md`, bytes: Buffer.from(text) }], options }),
  )
  await threads.end()
  const results = await Promise.allSettled(tasks)
  t.deepEqual(
    results.map((one) => (one.status === 'fulfilled' ? one.value.fault : String(one.reason))),
    [
      ...['0.md', '1.md'].map(
        (name) => `Cannot go on with ${name}: the thread that worked on it ended (the run is over)`,
      ),
      ...Array<string>(4).fill('Error: The threads are ended'),
    ],
  )
})

test('a long document has more time than a small one, and a PDF; two have the time of both', (t) => {
  const limits = { time: 3, perMegabyte: 10, perPdf: 4, memory: 1 }
  t.is(timeOf(limits, 1, { megabytes: 0, pdfs: 0 }), 3)
  t.is(timeOf(limits, 2, { megabytes: 1.5, pdfs: 1 }), 15)
  // The longest resolution that is printed is shorter than a megabyte, and takes a fraction of the time.
  t.is(timeOf(limits, 1, { megabytes: 1, pdfs: 0 }), 3)
  // A time that is asked for is meant.
  t.is(timeOf({ ...limits, perMegabyte: 0, perPdf: 0 }, 1, { megabytes: 8, pdfs: 1 }), 3)
})

test('standard input is waited for, however slow', async (t) => {
  const command = spawn(process.execPath, [bin, 'outline', '--quiet', '--format', 'ndjson', '-'])
  let out = ''
  command.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece
  })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  command.stdin.end(text)
  const [status] = await once(command, 'close')
  t.is(status, 0)
  t.is(JSON.parse(out).symbol, 'CLH/COP/2031/L.4')
})

test('a pager that fails is no pager: the text is printed', async (t) => {
  const terminal = { terminal: 80, env: { NO_COLOR: '1' } }
  const printed = await plenary(['diff', '--no-pager', old, now], '', terminal)
  for (const PAGER of ['exit 1 #', 'no-such-pager-there-is'])
    t.is(
      (await plenary(['diff', old, now], '', { terminal: 80, env: { NO_COLOR: '1', PAGER } })).out,
      printed.out,
    )
})

test('without a command one document is outlined and two are compared', async (t) => {
  t.is((await plenary([old])).out, (await plenary(['outline', old])).out)
  t.is((await plenary([old, now, '--stat'])).out, (await plenary(['diff', old, now, '--stat'])).out)
  t.regex((await plenary(['outlin', old])).err, /Did you mean outline\?/u)
  t.regex((await plenary([`${old}.missing.md`])).err, /no such file/u)
})

test('folders and patterns are expanded', async (t) => {
  const home = folder(t)
  for (const name of ['draft-10.md', 'draft-2.md', 'notes.log']) writeFileSync(join(home, name), text)
  const files = async (...args: string[]) =>
    (await plenary(['outline', '--quiet', '--format', 'ndjson', ...args])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file as string)
  const expected = [join(home, 'draft-2.md'), join(home, 'draft-10.md')]
  t.deepEqual(await files(home), expected)
  t.deepEqual(await files(join(home, '*.md')), expected)
})

test('--strict makes messages faults', async (t) => {
  const odd = 'The General Assembly,\n\nNoting the fog,\n\n1. Urges care;\n\n3. Decides to rest.\n'
  t.is((await plenary(['outline', '-'], odd)).status, 0)
  t.is((await plenary(['outline', '--strict', 'warning', '-'], odd)).status, exit.usage)
  // Without a severity, what follows is the document.
  t.is((await plenary(['outline', '--strict', '-'], odd)).status, exit.usage)
  t.is((await plenary(['outline', '--strict', old])).status, 0)
})

posix('completion and manual name every command and option', async (t) => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out } = await plenary(['completion', shell])
    for (const word of ['outline', 'concord', 'fail-on']) t.true(out.includes(word), `${shell} ${word}`)
  }
  const checked = spawnSync('bash', ['-n'], {
    input: (await plenary(['completion', 'bash'])).out,
    encoding: 'utf8',
  })
  t.is(checked.status, 0, checked.stderr)
  t.regex((await plenary(['manual'])).out, /^\.TH PLENARY 1[\s\S]*\\-\\-fail\\-on/u)
})

test('a text and one in another language are refused, and pointed to concord', async (t) => {
  const french = join(root, 'fixtures', 'sample', 'old.fr.md')
  for (const format of ['text', 'json', 'html']) {
    const { status, out, err } = await plenary(['diff', old, french, '--format', format])
    t.is(status, 2)
    t.is(out, '')
    t.regex(err, /in the language en, .* in fr: concord holds language versions/u)
  }
  // What was misread is read as it is told to be.
  t.is((await plenary(['diff', old, french, '--language', 'en'])).status, 0)
  t.false(existsSync(join(root, '-o')))
})
