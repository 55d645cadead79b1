// `npm run executable`: plenary as one file for people without Node, in executable/, with the licences of what is in it.
// It is Node itself with the command put into it (a single executable application), for the system that this runs on;
// `--node FILE` takes the Node of another: node.exe of the same version makes plenary.exe.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { build } from 'esbuild'
import { inject } from 'postject'
import { widthWhenAsked } from './plugins.js'

const { values } = parseArgs({ options: { node: { type: 'string', default: process.execPath } } })
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'executable')
const file = join(folder, `plenary${extname(values.node) === '.exe' ? '.exe' : ''}`)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Modules that look for files beside them, and what they are where there are none: all is an asset of the executable. */
const inPlace = {
  // Threads run the same code, and know by themselves what they are.
  '/src/cli/worker.ts': `import {getAsset} from 'node:sea'
    import {Worker} from 'node:worker_threads'
    export const newWorker = (megabytes) => new Worker(getAsset('code', 'utf8'), {
      eval: true, resourceLimits: {maxOldGenerationSizeMb: megabytes}})`,
  '/src/version.ts': `export const version = () => ${JSON.stringify(version)}`,
  '/src/language/files.ts': `import {getAsset} from 'node:sea'
    export const readVerbFile = (name) => JSON.parse(getAsset(name, 'utf8'))
    export const readGrammar = readVerbFile
    export const readDetections = () => readVerbFile('languages')
    export const readCommonGrammar = () => readVerbFile('common')
    export const readInterface = () => readVerbFile('words')
    export const fetchGrammar = undefined`,
}
const withoutFiles = {
  name: 'without-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = path.slice(root.length - 1).replaceAll('\\', '/')
      return own in inPlace ? { contents: inPlace[own], loader: 'js' } : undefined
    })
  },
}

const grammars = join(root, 'dist', 'grammars')
const names = readdirSync(grammars).flatMap((name) =>
  name.endsWith('.json') ? [basename(name, '.json')] : [],
)

/** The executable prints what the command prints, in its own thread and in others. */
function smokeTest() {
  const sample = (name) => join(root, 'fixtures', 'sample', name)
  const [printed, expected] = [[file], [process.execPath, join(root, 'bin', 'plenary.js')]].map(
    ([program, ...first]) =>
      [
        ['outline', '--quiet', sample('old.md')],
        ['diff', '--quiet', '--format', 'docx', '--date', '2031-10-06', sample('old.md'), sample('new.md')],
        ['diff', '--quiet', '--format', 'md', '--ui', 'fr', sample('old.md'), sample('new.md')],
        ['outline', '--quiet', '-j', '2', ...Array(20).fill(sample('old.fr.md'))],
      ].map((args) => execFileSync(program, [...first, ...args], { env: {}, encoding: 'latin1' })),
  )
  if (!isDeepStrictEqual(printed, expected)) throw new Error('the executable prints something else')
}

const temporary = mkdtempSync(join(tmpdir(), 'plenary-executable-'))
try {
  const code = join(temporary, 'code.cjs')
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `import {isMainThread} from 'node:worker_threads'
        if (isMainThread) import('./src/cli.ts').then(async ({main}) => {
          process.exitCode = await main(process.argv.slice(2))
        })
        else import('./src/cli/work/thread.ts')`,
      resolveDir: root,
    },
    outfile: code,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': '"file:///plenary"' },
    plugins: [withoutFiles, widthWhenAsked],
    legalComments: 'none',
    logLevel: 'warning',
  })
  const config = join(temporary, 'config.json')
  const blob = join(temporary, 'blob')
  writeFileSync(
    config,
    JSON.stringify({
      main: code,
      output: blob,
      disableExperimentalSEAWarning: true,
      assets: {
        code,
        ...Object.fromEntries(names.map((name) => [name, join(grammars, `${name}.json`)])),
      },
    }),
  )
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'ignore' })
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  copyFileSync(values.node, file)
  chmodSync(file, 0o755)
  const isMac = process.platform === 'darwin'
  if (isMac) execFileSync('codesign', ['--remove-signature', file])
  await inject(file, 'NODE_SEA_BLOB', readFileSync(blob), {
    // The mark in Node's own code that there is something put into it.
    sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
    ...(isMac ? { machoSegmentName: 'NODE_SEA' } : {}),
  })
  if (isMac) execFileSync('codesign', ['--sign', '-', file])
  const licences = readFileSync(join(root, 'dist', 'LICENSES'), 'utf8')
  writeFileSync(join(folder, 'LICENSES'), `Node.js: the file LICENSE of its release\n\n---\n\n${licences}`)
  if (values.node === process.execPath) smokeTest()
  console.log(file)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
