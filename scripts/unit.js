// Run the tests. Where TEST_RUNS=all they run as they are, and what they cover is measured. At a desk they are compiled
// once: each of some hundred files would load the sources through a compiler anew, which takes longer than most run;
// and nothing is measured, which takes half as long again.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
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

async function compile() {
  const { build } = await import('esbuild')
  const tests = readdirSync(join(root, 'test')).filter((name) => name.endsWith('.test.ts'))
  rmSync(join(root, folder), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: {
      'work/thread': 'src/cli/work/thread.ts',
      ...Object.fromEntries(tests.map((name) => [`test/${name.slice(0, -3)}`, `test/${name}`])),
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
    plugins: [inItsPlace],
  })
}

if (!measured) await compile()
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
