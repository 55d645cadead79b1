// Bundle the command: dist/cli.js, what it loads in dist/command/, and the licences of the packages that are within.
// A page that is read asks for some hundred modules, and looking for each costs more than reading the page: they are
// put together by what is loaded together. The library stays one module a file.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Loaded only for the documents that need them, and large, or reading files of their own beside their modules. */
const apart = ['pdfjs-dist', 'css-tree', 'cli-progress', 'docx']

/**
 * string-width makes an expression of every emoji when it is loaded, which takes half as long as Node itself: it is
 * loaded at the first text with a character outside Latin letters and the punctuation of prose, each of one column.
 */
const widthWhenAsked = {
  name: 'width-when-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ resolveDir, kind }) =>
      kind === 'require-call' ? undefined : { path: resolveDir, namespace: 'width' },
    )
    onLoad({ filter: /./, namespace: 'width' }, ({ path }) => ({
      contents: `const plain = /^[\\x20-\\x7E\\xA0-\\xAC\\xAE-\\u02FF\\u2010-\\u2027]*$/
        export default (text, options) => plain.test(text) ? text.length : require('string-width').default(text, options)`,
      resolveDir: path,
    }))
  },
}

for (const name of ['cli', 'command']) rmSync(join(root, 'dist', name), { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  // The thread is found beside the module that starts it, as it is in src.
  entryPoints: { cli: 'src/cli.ts', 'command/work/thread': 'src/cli/work/thread.ts' },
  outdir: 'dist',
  // dist/grammars is found from there as it is from dist/language.
  chunkNames: 'command/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: apart,
  plugins: [widthWhenAsked],
  // Packages that are no modules ask for parts of Node by it.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'\nconst require = requireOf(import.meta.url)",
  },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

/** The folders of the packages whose code is in the bundle. */
const packages = new Set(
  Object.keys(metafile.inputs).flatMap(
    (path) => path.match(/^node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/u)?.[0] ?? [],
  ),
)
const notices = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/iu.test(one))
  if (!file) return `${name} ${version}: ${license}`
  return `${name} ${version}\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
})
writeFileSync(join(root, 'dist', 'command', 'LICENSES'), `${notices.join('\n\n---\n\n')}\n`)
