// Bundle the library (dist/index.js, dist/unified.js) and the command (dist/command/), each with what it loads later in a
// folder of its own, and the licences of the packages that are within.
// Of some hundred packages the library needs a few files each: whoever installs plenary has eighteen packages, without
// the native code that some of them name, and only those whose types its types name.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleCommand } from './command.js'
import { grammarsByName, pdfWithoutMessages, widthWhenAsked } from './plugins.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

for (const name of ['command', 'library']) rmSync(join(root, 'dist', name), { recursive: true, force: true })
const [library, commandModules] = await Promise.all([
  build({
    absWorkingDir: root,
    entryPoints: { index: 'src/index.ts', unified: 'src/unified.ts' },
    outdir: 'dist',
    chunkNames: 'library/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // It runs in browsers and their workers as well: packages are taken without what only Node has, and without what
    // only a page has. What is imported by a name is what users have too.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // chardet's own door to files, which is never opened here.
    external: ['node:*', 'fs', ...Object.keys(dependencies)],
    plugins: [grammarsByName, widthWhenAsked, pdfWithoutMessages],
  }),
  bundleCommand(root),
])

/** The folders of the packages whose code is in a bundle. */
const packages = new Set(
  [...Object.keys(library.metafile.inputs), ...commandModules].flatMap(
    (path) => path.match(/^(?:[^:]*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u)?.[0] ?? [],
  ),
)
const notices = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/iu.test(one))
  if (!file) return `${name} ${version}: ${license}`
  return `${name} ${version}\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
})
writeFileSync(join(root, 'dist', 'LICENSES'), `${notices.join('\n\n---\n\n')}\n`)
