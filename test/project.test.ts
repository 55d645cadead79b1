import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { plenary, root } from './support/command.js'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const committed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const text = committed.filter((file) => !/\.(?:docx|pdf|png)$/u.test(file))

/** The code blocks of a page in a language, in order. */
function blocks(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  )
}

test('the lock file names no registry', async (t) => {
  t.notRegex(read('package-lock.json'), /"resolved": "http/u)
})

test('the lock file has a hash of every package', async (t) => {
  const { packages } = JSON.parse(read('package-lock.json'))
  const others = Object.entries<{ integrity?: string }>(packages).filter(([name]) => name !== '')
  t.true(others.length > 100)
  for (const [name, { integrity }] of others) t.regex(integrity ?? '', /^sha512-/u, name)
})

test('the lock file holds every platform, also those that this machine does not install', async (t) => {
  const { packages } = JSON.parse(read('package-lock.json'))
  for (const [name, { optionalDependencies = {} }] of Object.entries<{ optionalDependencies?: object }>(
    packages,
  ))
    for (const one of Object.keys(optionalDependencies))
      t.true(`node_modules/${one}` in packages || `${name}/node_modules/${one}` in packages, one)
})

test('no file names a path of a machine or a registry', async (t) => {
  t.true(text.length > 100)
  const marks = [/\/(?:home|Users|root)\/\w/u, /registry\.npm/u]
  for (const file of text) {
    if (file === 'test/project.test.ts') continue
    const content = read(file)
    for (const mark of marks) t.notRegex(content, mark, file)
  }
})

test('what package.json names is there', async (t) => {
  const { exports, imports, bin, files } = JSON.parse(read('package.json'))
  for (const entry of [exports['.'], exports['./unified'], imports['#grammars']])
    for (const file of Object.values<string>(entry)) t.true(existsSync(join(root, file)), file)
  for (const file of [
    ...Object.values<string>(bin),
    ...files.filter((file: string) => !file.startsWith('!')),
  ])
    t.true(existsSync(join(root, file)), file)
})

test('README prints what the commands print', async (t) => {
  const shown = blocks(read('README.md'), 'console')
  t.true(shown.length >= 2)
  for (const block of shown) {
    const [first = '', ...rest] = block.split('\n')
    t.true(first.startsWith('$ plenary '), first)
    const { out, status } = await plenary(first.slice('$ plenary '.length).split(' '))
    t.is(status, 0, first)
    t.is(rest.join('\n'), out.replace(/[ \t]+$/gmu, ''), first)
  }
})

test('README names commands and options that there are', async (t) => {
  // What is before `plenary` in a line is another program's.
  const page = read('README.md').replace(/ parallel .*?(?= plenary )/gu, '')
  const commands = new Set(
    [...page.matchAll(/plenary (parse|outline|diff|convert|\w+) \S+\.\w+/gu)].map(([, name]) => name),
  )
  t.true(commands.size >= 4)
  for (const name of commands) t.is((await plenary([name as string, '--help'])).status, 0, name)
  let help = ''
  for (const name of commands) help += (await plenary([name as string, '--help'])).out
  help += (await plenary(['library', 'build', '--help'])).out
  for (const [option] of page.matchAll(/(?<=[\s`])--[a-z][a-z-]+/gu)) {
    t.true(help.includes(option), option)
  }
})

test('README examples of the library print what they say', async (t) => {
  const examples = blocks(read('README.md'), 'js').filter((code) => code.includes('console.log'))
  t.true(examples.length >= 1)
  examples.forEach((code, index) => {
    // Beside package.json, so that the package finds itself by its name.
    const file = join(root, `.example-${process.pid}-${index}.mjs`)
    writeFileSync(file, code)
    t.teardown(() => rmSync(file, { force: true }))
    const out = execFileSync(process.execPath, [file], { cwd: root, encoding: 'utf8' })
    const said = [...code.matchAll(/^\/\/ (.*)$/gmu)].map(([, line]) => line)
    t.deepEqual(out.trimEnd().split('\n'), said)
  })
})
