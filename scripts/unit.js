// Run the tests. Where TEST_RUNS=all they run as they are, and what they cover is measured. At a desk they are compiled
// once, and files about one subject run in one process: each of some hundred would load and warm up the sources anew,
// which takes longer than most run; and nothing is measured, which takes half as long again.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = '.compiled'
const measured = process.env.TEST_RUNS === 'all'

/** What is compiled still finds what is beside its source. */
const inItsPlace = {
  name: 'in-its-place',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:src|test)[\\/].*\.ts$/ }, ({ path }) => {
      // The thread that a worker runs is compiled too.
      const isWorker = relative(root, path) === join('src', 'cli', 'worker.ts')
      const place = pathToFileURL(isWorker ? join(root, folder, 'worker.js') : path).href
      // On the first line, so that the lines of faults stay.
      const contents = `const modulePlace = ${JSON.stringify(place)}; ${readFileSync(path, 'utf8')}`
      return { contents, loader: 'ts' }
    })
  },
}

/** What is about all of a process, or about time, or waits before its last test is known, has a process to itself. */
const alone =
  /process\.(?:env\.\w+ =|emit\()|\.prototype\.|performance\.now|^(?:(?!.*\basync\b)\S.*\W)?await /mu

/**
 * The files of tests by what runs them: those whose names begin with one word (`read-docx`, `read-pdf`) run together,
 * what has a first word of its own with some others, and what needs a browser with all that do.
 */
function grouped() {
  const files = readdirSync(join(root, 'test')).filter((name) => name.endsWith('.test.ts'))
  const names = files.map((file) => basename(file, '.test.ts')).sort()
  const codeOf = (name) => readFileSync(join(root, 'test', `${name}.test.ts`), 'utf8')
  const inBrowser = (name) => codeOf(name).includes("'./support/browser.js'")
  const isAlone = (name) => alone.test(codeOf(name))
  const first = (name) => name.split('-')[0]
  const groups = {}
  for (const [index, name] of names.entries()) {
    const others = names.filter((one) => first(one) === first(name) && !isAlone(one))
    const own = isAlone(name) ? name : others.length > 2 ? first(name) : `others-${(index % 4) + 1}`
    const group = inBrowser(name) ? 'browser' : own
    groups[group] = [...(groups[group] ?? []), name]
  }
  return groups
}

/** A group loads its files one after the other; the title of each test begins with the name of its file. */
const inGroups = (groups) => ({
  name: 'in-groups',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^group:/ }, ({ path }) => ({
      path: path.slice('group:'.length),
      namespace: 'group',
    }))
    onLoad({ filter: /./, namespace: 'group' }, ({ path }) => ({
      contents: groups[path].map((name) => `import './test/${name}.test.ts'`).join('\n'),
      resolveDir: root,
    }))
    onResolve({ filter: /^ava$/, namespace: 'file' }, ({ importer }) => ({
      path: basename(importer, '.test.ts'),
      namespace: 'titled',
    }))
    onLoad({ filter: /./, namespace: 'titled' }, ({ path }) => ({
      contents: `
        import test from 'ava'
        const titled = (one) => new Proxy(one, {
          apply: (_, __, [first, ...rest]) =>
            one(typeof first === 'string' ? ${JSON.stringify(`${path}: `)} + first : first, ...rest),
          get: (_, key) => typeof one[key] === 'function' ? titled(one[key]) : one[key],
        })
        export default titled(test)`,
      resolveDir: root,
    }))
  },
})

/** Stryker (stryker.config.js) runs some tests over and over: compiled, and in one process. */
const together = process.env.TESTS_TOGETHER?.split(' ')

async function compile() {
  const { build } = await import('esbuild')
  const groups = together ? { together } : grouped()
  rmSync(join(root, folder), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: {
      'work/thread': 'src/cli/work/thread.ts',
      ...Object.fromEntries(Object.keys(groups).map((name) => [`test/${name}.test`, `group:${name}`])),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    // A module of tests is there for what it does when it is loaded.
    ignoreAnnotations: true,
    logLevel: 'warning',
    // In code, not in strings: a test writes pages whose modules have places of their own.
    define: { 'import.meta.url': 'modulePlace' },
    plugins: [inItsPlace, inGroups(groups)],
  })
}

if (!measured) await compile()
if (together) process.exit()
const command = (...path) => join(root, 'node_modules', ...path)
const runner = measured ? [command('c8', 'bin', 'c8.js'), process.execPath] : []
const { status } = spawnSync(
  process.execPath,
  [...runner, command('ava', 'entrypoints', 'cli.mjs'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: measured ? process.env : { ...process.env, COMPILED_TESTS: folder },
  },
)
process.exitCode = status ?? 1
