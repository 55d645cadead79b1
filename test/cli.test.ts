import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { selections } from '../src/reports/diff/select.js'
import { folder, plenary, root } from './support/command.js'
import { schemaFaults } from './support/schema.js'
import { p, r, word } from './support/word.js'

/** What needs a shell, links, or names and devices that Windows has not. */
const posix = process.platform === 'win32' ? test.skip : test

const old = 'fixtures/sample/old.md'
const revised = 'fixtures/sample/new.md'
const samples = [old, revised]

test('parse prints one tree pretty and several as NDJSON, in order', async (t) => {
  const one = await plenary(['parse', old])
  t.is(one.status, 0)
  t.deepEqual(schemaFaults('resast', JSON.parse(one.out)), [])
  t.regex(one.out, /^\{\n {2}"type"/u)
  const lines = (await plenary(['parse', revised, old])).out.trimEnd().split('\n')
  t.is(lines.length, 2)
  t.deepEqual(
    lines.map((line) => JSON.parse(line).kind),
    ['revisedDraft', 'draft'],
  )
})

test('outline gives the contract’s object in each format', async (t) => {
  const [found] = JSON.parse((await plenary(['outline', '--format', 'json', old])).out)
  t.is(found.file, old)
  t.is(found.language, 'en')
  t.is(found.symbol, 'CLH/COP/2031/L.4')
  t.is(found.sponsors.length, 5)
  t.like(found.rows[0], { label: 'PP1', role: 'preambular', phrase: 'Welcoming', verb: 'welcome' })
  t.like(
    found.rows.find((row: { label: string }) => row.label === 'OP5(a)'),
    { role: 'subparagraph', number: '(a)' },
  )
  const line = (await plenary(['outline', '--format', 'ndjson', old, revised])).out.trimEnd().split('\n')
  t.is(line.length, 2)
  t.deepEqual(JSON.parse(line[0] ?? ''), found)
  t.regex(
    (await plenary(['outline', '--format', 'csv', old])).out,
    /^file,label,role,number,phrase,verb,text,resolution,addressees,citations\r\n/u,
  )
  t.regex((await plenary(['outline', '--format', 'md', old])).out, /^\| OP3 \| operative \| Urges \|/mu)
  t.regex((await plenary(['outline', '--width', '70', old])).out, /^OP3 {5}Urges/mu)
})

test('diff says what changed, as text and as JSON', async (t) => {
  const text = await plenary(['diff', old, revised])
  t.is(text.status, 0)
  t.regex(text.out, /weaker +Urges → Encourages/u)
  const json = JSON.parse((await plenary(['diff', '--format', 'json', old, revised])).out)
  t.deepEqual(schemaFaults('diff', json), [])
  t.is(json.format, 'plenary-diff')
  t.is(json.version, 1)
  t.is(json.old.file, old)
  t.is(json.summary.inserted, 1)
  t.is(json.summary.deleted, 1)
})

test('diff writes what the name of its output says, unless a format is asked for', async (t) => {
  const starts: Record<string, RegExp> = {
    'report.html': /^<!doctype html>/u,
    'REPORT.HTM': /^<!doctype html>/u,
    'report.md': /^## Celebrating/u,
    'report.csv': /^\uFEFFkind,role,old,new,/u,
    'report.json': /^\{\n {2}"format": "plenary-diff"/u,
    'report.txt': /^CLH\/COP/u,
  }
  const home = folder(t)
  for (const [name, start] of Object.entries(starts)) {
    const file = join(home, name)
    const { status, out } = await plenary(['diff', ...samples, '-o', file])
    t.deepEqual([status, out], [0, ''], name)
    t.regex(readFileSync(file, 'utf8'), start, name)
  }
  const asked = join(home, 'asked')
  t.is((await plenary(['diff', '--format', 'csv', ...samples, '-o', asked])).status, 0)
  t.regex(readFileSync(asked, 'utf8'), /^\uFEFFkind,/u)
  t.is(
    (await plenary(['diff', '--format', 'html', ...samples])).out,
    readFileSync(join(home, 'report.html'), 'utf8'),
  )
})

test('a report says what was compared, and which part is shown, but not where the files lie', async (t) => {
  const report = (await plenary(['diff', '--format', 'html', '--only', 'verbs', ...samples])).out
  for (const word of ['old.md', 'new.md', 'Only this is shown below: verbs.'])
    t.true(report.includes(word), word)
  t.false(report.includes('fixtures'))
  t.true(
    (await plenary(['diff', '--format', 'md', '--only', 'verbs', ...samples])).out.includes(
      'shown below: verbs.',
    ),
  )
  const one = (await plenary(['diff', '--format', 'html', '-'], tracked())).out
  for (const side of ['rejected', 'accepted']) t.true(one.includes(`tracked changes ${side}`), side)
})

test('diff’s exit status is only asked for', async (t) => {
  t.is((await plenary(['diff', '--exit-code', old, revised])).status, 1)
  t.is((await plenary(['diff', '--exit-code', old, old])).status, 0)
  t.is((await plenary(['diff', '--fail-on', 'weaker', old, revised])).status, 1)
  t.is((await plenary(['diff', '--fail-on', 'split,merged', old, revised])).status, 0)
  t.is((await plenary(['diff', '--fail-on', 'nonsense', old, revised])).status, 2)
})

test('convert writes what reads back the same', async (t) => {
  const home = folder(t)
  const rows = async (path: string) =>
    JSON.parse((await plenary(['outline', '--format', 'ndjson', path])).out).rows
  for (const [format, ending] of [
    ['md', 'md'],
    ['html', 'html'],
    ['akn', 'xml'],
    ['docx', 'docx'],
  ]) {
    const file = join(home, `draft.${ending}`)
    t.is((await plenary(['convert', old, '--to', format as string, '-o', file])).status, 0, format)
    t.deepEqual(await rows(file), await rows(old), format)
  }
  t.regex((await plenary(['convert', old, '--to', 'text'])).out, /^ {4}1\. Takes note/mu)
  t.is(JSON.parse((await plenary(['convert', old, '--to', 'json'])).out).type, 'root')
})

test('a dash reads standard input, as Markdown or as text', async (t) => {
  const input = readFileSync(join(root, old))
  const piped = JSON.parse((await plenary(['outline', '--format', 'ndjson', '-'], input)).out)
  t.is(piped.file, '-')
  t.is(piped.rows.length, JSON.parse((await plenary(['outline', '--format', 'ndjson', old])).out).rows.length)
  const plain = 'The General Assembly,\n\n     Noting the fog,\n\n     1. Urges *care*.\n'
  const text = JSON.parse(
    (await plenary(['outline', '--format', 'ndjson', '--input-format', 'text', '-'], plain)).out,
  )
  t.is(text.rows[1].text, 'Urges *care*.')
})

test('help, version and wrong usage', async (t) => {
  t.is(
    (await plenary(['--version'])).out.trim(),
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  )
  t.regex((await plenary(['--help'])).out, /outline/u)
  t.is((await plenary(['--help'])).status, 0)
  t.is((await plenary([])).status, 2)
  t.is((await plenary(['outline', '--format', 'pdf', old])).status, 2)
  t.regex((await plenary(['diff', '--format', 'pdf', old, revised])).err, /Allowed choices are text, json/u)
  t.is((await plenary(['nonsense'])).status, 2)
  const language = await plenary(['outline', '--language', 'xx', old])
  t.is(language.status, 2)
  t.regex(language.err, /there are grammars for ar, en, es, fr, ru, zh/u)
})

test('messages go to standard error with their place, and --quiet keeps them', async (t) => {
  const input = 'The General Assembly,\n\nNoting the fog,\n\n1. Urges care;\n\n3. Decides to rest.\n'
  const run = await plenary(['outline', '-'], input)
  t.regex(run.err, /^-:7:1: Unexpected paragraph number 3, expected 2 \(number-gap\)$/mu)
  t.is((await plenary(['outline', '--quiet', '-'], input)).err, '')
  t.is((await plenary(['--quiet', 'outline', '-'], input)).err, '')
})

test('colours only at a terminal', async (t) => {
  t.notRegex((await plenary(['diff', old, revised])).out, new RegExp(String.fromCharCode(27), 'u'))
})

posix('a closed pipe is no error', async (t) => {
  const script = `node bin/plenary.js parse ${Array.from({ length: 30 }, () => old).join(' ')} | head -c 10; echo " status \${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' })
  t.regex(stdout, / status 0\n$/u)
  t.is(stderr, '')
})

/** A draft whose author weakened a verb and added a paragraph. */
function tracked(): Uint8Array {
  const change = 'w:id="1" w:author="Keeper" w:date="2031-05-04T00:00:00Z"'
  return word(
    [
      p(r('The Conference of the Parties', '<w:i/>') + r(',')),
      p(r('Recalling', '<w:i/>') + r(' its decision on fog signals,')),
      p(
        `${r('1.')}<w:r><w:tab/></w:r><w:del ${change}><w:r><w:rPr><w:i/></w:rPr><w:delText>Urges</w:delText></w:r></w:del>` +
          `<w:ins ${change}>${r('Invites', '<w:i/>')}</w:ins>${r(' Parties to keep their lights burning throughout the winter months;')}`,
      ),
      p(
        `<w:ins ${change}>${r('2.')}<w:r><w:tab/></w:r>${r('Requests', '<w:i/>')}${r(' the Secretariat to report on the matter at its next session.')}</w:ins>`,
        `<w:rPr><w:ins ${change}/></w:rPr>`,
      ),
      p(''),
    ].join(''),
  )
}

test('a Word document is known by its content, and either side of its tracked changes is read', async (t) => {
  const file = join(folder(t), 'DRAFT.DOC')
  writeFileSync(file, tracked())
  const operative = async (...args: string[]) =>
    JSON.parse((await plenary(['outline', '--format', 'ndjson', ...args, file])).out)
      .rows.filter((row: { role: string }) => row.role === 'operative')
      .map((row: { label: string; verb: string }) => `${row.label} ${row.verb}`)
  t.deepEqual(await operative(), ['OP1 invite', 'OP2 request'])
  t.deepEqual(await operative('--revisions', 'final'), ['OP1 invite', 'OP2 request'])
  t.deepEqual(await operative('--revisions', 'original'), ['OP1 urge'])
  t.deepEqual(await operative('--input-format', 'docx'), ['OP1 invite', 'OP2 request'])
  t.is((await plenary(['outline', '--revisions', 'both', file])).status, 2)
})

test('diff of one Word document compares the sides of its tracked changes', async (t) => {
  const file = join(folder(t), 'tracked.docx')
  writeFileSync(file, tracked())
  const found = JSON.parse((await plenary(['diff', '--format', 'json', file])).out)
  t.like(found.summary, { unchanged: 1, modified: 1, inserted: 1, deleted: 0 })
  t.like(found.summary.verbs, { weaker: 1 })
  t.is(found.old.file, found.new.file)
  t.is((await plenary(['diff', '--fail-on', 'weaker', '-'], tracked())).status, 1)
  const text = await plenary(['diff', old])
  t.is(text.status, 2)
  t.regex(text.err, /only Word documents and Akoma Ntoso have tracked changes/u)
})

test('diff writes Akoma Ntoso, asked for by format or by name, and finds the changes in it again', async (t) => {
  const path = folder(t)
  const run = await plenary(['diff', '--quiet', '--format', 'akn', ...samples])
  t.is(run.status, 0)
  t.regex(run.out, /<statement name="resolutionDraft" contains="multipleVersions">/u)
  for (const name of ['changes.xml', 'changes.akn']) {
    const file = join(path, name)
    t.is((await plenary(['diff', '--quiet', '-o', file, ...samples])).status, 0)
    t.is(readFileSync(file, 'utf8'), run.out)
  }
  const summary = async (...files: string[]) =>
    JSON.parse((await plenary(['diff', '--quiet', '--format', 'json', ...files])).out).summary
  // The words between sponsors are not marked in Akoma Ntoso, and neither is what they do.
  const { matter: _, ...paragraphs } = await summary(join(path, 'changes.xml'))
  t.like(await summary(...samples), paragraphs)
})

test('a document with tracked changes is revised only from a side of them that is named', async (t) => {
  const path = folder(t)
  const [file, output] = [join(path, 'tracked.docx'), join(path, 'redline.docx')]
  writeFileSync(file, tracked())
  const verbs = async (side: string, of = output) =>
    JSON.parse((await plenary(['outline', '--format', 'ndjson', '--revisions', side, of])).out).rows.map(
      (row: { verb: string }) => row.verb,
    )
  const refused = await plenary(['diff', file, revised, '-o', output])
  t.is(refused.status, 2)
  t.regex(refused.err, /tracked\.docx: it has tracked changes already; say with --revisions/u)
  t.false(existsSync(output))
  t.is((await plenary(['diff', file, revised, '-o', output, '--revisions', 'original'])).status, 0)
  t.deepEqual(await verbs('original'), await verbs('original', file))
  // Of one document, it is the tracked changes themselves that are written anew.
  t.is((await plenary(['diff', file, '-o', output])).status, 0)
  for (const side of ['original', 'final']) t.deepEqual(await verbs(side), await verbs(side, file))
})

test('diff takes a scale, a selection and a summary', async (t) => {
  const path = folder(t)
  const own = join(path, 'scale.json')
  writeFileSync(own, '{"steps": [["urge"], ["encourage"]]}')
  const shifts = async (...options: string[]) => {
    const run = await plenary(['diff', '--quiet', '--format', 'json', ...options, ...samples])
    return JSON.parse(run.out).summary.verbs
  }
  t.is((await shifts('--scale', own)).stronger, (await shifts()).stronger + 1)
  t.is((await plenary(['diff', '--scale', 'none', ...samples])).status, 2)
  t.regex(
    (await plenary(['diff', '--stat', ...samples])).out,
    /^ OP3 +weaker: Urges → Encourages +\| +\d+ \+{1,24}-{1,24}$/mu,
  )
  const only = (await plenary(['diff', '--only', 'deleted', ...samples])).out
  t.regex(only, /^- OP7 · deleted$/mu)
  t.notRegex(only, /^~ /mu)
  t.is((await plenary(['diff', '--only', 'nothing', ...samples])).status, 2)
})

test('options that the command lists are those that the library knows', async (t) => {
  const help = (await plenary(['diff', '--only', '?', ...samples])).err
  t.is(/there are ([^.]+)\./u.exec(help)?.[1], selections.join(', '))
})

test('both documents cannot be standard input', async (t) => {
  const run = await plenary(['diff', '-', '-'], 'x')
  t.is(run.status, 2)
  t.regex(run.err, /name a file/u)
})

/** What a terminal takes for a command, and what turns the order of what is read. */
const terminalCommand = /[^\P{Cc}\n\t]|[\u2028-\u202E\u2066-\u2069]/u

posix('git shows the redline with the configuration that the README gives', async (t) => {
  const path = folder(t)
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, recipe = ''] = /```sh\n(echo [^\n]*gitattributes\n[\s\S]*?)```/u.exec(readme) ?? []
  t.regex(recipe, /diff\.plenary\.command/u)
  // `plenary` is what a person has on the path.
  writeFileSync(
    join(path, 'plenary'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'plenary.js')}" "$@"\n`,
    {
      mode: 0o755,
    },
  )
  const sh = (script: string) =>
    spawnSync('sh', ['-e', '-c', script], {
      cwd: path,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${path}:${process.env.PATH}`,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
      },
    })
  const [old = '', now = ''] = samples.map((sample) => readFileSync(join(root, sample), 'utf8'))
  // The name of a file is no option, nor a command of the shell, however it is quoted, nor one of the terminal.
  const command = "$(touch ran)`touch ran`';touch ran;'\u001b]0;x\u0007\u202eb\n.md"
  const names = ['draft.md', '--output=stolen.md', '-o.md', command]
  for (const name of names) writeFileSync(join(path, name), old)
  const commit = 'git -c user.name=t -c user.email=t@example.org commit -q -m'
  t.is(sh(`git init -q\n${recipe}\ngit add -A\n${commit} first`).status, 0)
  for (const name of names) writeFileSync(join(path, name), now)
  const shown = sh('git --no-pager diff --ext-diff')
  t.is(shown.status, 0, shown.stderr)
  t.is(shown.stdout.match(/\[-Urges-\]\{\+Encourages\+\} States parties/gu)?.length, names.length)
  t.regex(shown.stdout, /^draft\.md$/mu)
  t.notRegex(shown.stdout + shown.stderr, terminalCommand)
  for (const made of ['stolen.md', '.md', 'ran']) t.false(existsSync(join(path, made)), made)
  // A file that is new has no old side.
  writeFileSync(join(path, 'other.md'), now)
  t.regex(sh('git add -A; git --no-pager diff --ext-diff --cached other.md').stdout, /inserted/u)
})
