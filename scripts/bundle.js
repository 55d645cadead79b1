// Bundle the library (dist/index.js, dist/unified.js) and the command (dist/cli.js), each with what it loads later in a
// folder of its own, and the licences of the packages that are within.
// Of some hundred packages the library needs a few files each: whoever installs plenary has eighteen packages, without
// the native code that some of them name, and only those whose types its types name. The command loads a page's reading
// in a few files, as looking for some hundred modules costs more than reading the page.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { grammarsByName, pdfWithoutMessages, widthWhenAsked } from './plugins.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

for (const name of ['cli', 'command', 'library'])
  rmSync(join(root, 'dist', name), { recursive: true, force: true })
const bundles = await Promise.all([
  build({
    ...shared,
    entryPoints: { index: 'src/index.ts', unified: 'src/unified.ts' },
    chunkNames: 'library/[name]-[hash]',
    // It runs in browsers and their workers as well: packages are taken without what only Node has, and without what
    // only a page has. What is imported by a name is what users have too.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // chardet's own door to files, which is never opened here.
    external: ['node:*', 'fs', ...Object.keys(dependencies)],
    plugins: [grammarsByName, widthWhenAsked, pdfWithoutMessages],
  }),
  build({
    ...shared,
    // The thread is found beside the module that starts it, as it is in src.
    entryPoints: { cli: 'src/cli.ts', 'command/work/thread': 'src/cli/work/thread.ts' },
    chunkNames: 'command/[name]-[hash]',
    platform: 'node',
    plugins: [grammarsByName, widthWhenAsked],
    // Packages that are no modules ask for parts of Node by it.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)",
    },
  }),
])

/** The folders of the packages whose code is in a bundle. */
const packages = new Set(
  bundles
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap((path) => path.match(/^node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/u)?.[0] ?? []),
)
const notices = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/iu.test(one))
  if (!file) return `${name} ${version}: ${license}`
  return `${name} ${version}\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
})
writeFileSync(join(root, 'dist', 'LICENSES'), `${notices.join('\n\n---\n\n')}\n`)
