// Bundle the command into dist/command/. To look for fifty modules costs more than to read a page: what a page's reading
// needs is in one file, and what the commonest commands need beside it in one each. They are CommonJS, which Node loads
// with less ado than modules; what is seldom asked for is parted as its imports are.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { transform } from 'esbuild'
import { rolldown } from 'rolldown'
import { widthOf } from './plugins.js'

/** Each with all that its modules import and that is in none before it. */
const layers = {
  cli: ['src/cli.ts'],
  read: ['src/cli/outline.ts', 'src/cli/work/pieces.ts', 'src/reports/outline.ts'],
  word: ['src/formats/word/read/from-docx.ts'],
  diff: ['src/cli/diff.ts', 'src/cli/work/diff.ts', 'src/reports/diff/to-text.ts'],
}

/** Bundle the command; gives the paths of the modules that are in it, from the root of the project. */
export async function bundleCommand(root) {
  const layerOf = new Map()
  const layered = {
    name: 'layers',
    buildEnd() {
      const add = (id, layer) => {
        if (layerOf.has(id)) return
        layerOf.set(id, layer)
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) add(next, layer)
      }
      for (const [layer, modules] of Object.entries(layers))
        for (const module of modules) add(join(root, module), layer)
    },
  }
  const bundle = await rolldown({
    cwd: root,
    input: { cli: 'src/cli.ts', thread: 'src/cli/work/thread.ts' },
    platform: 'node',
    plugins: [layered, widthWhenAsked],
    preserveEntrySignatures: 'allow-extension',
    // A report is loaded where its command needs it, whatever else imports it.
    checks: { ineffectiveDynamicImport: false },
  })
  const { output } = await bundle.generate({
    format: 'cjs',
    comments: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: Object.keys(layers).map((name) => ({ name, test: (id) => layerOf.get(id) === name })),
    },
  })
  const folder = join(root, 'dist', 'command')
  // The thread is found beside the module that starts it, as it is in src.
  mkdirSync(join(folder, 'work'), { recursive: true })
  writeFileSync(join(folder, 'work', 'thread.js'), "import '../thread.cjs'\n")
  for (const { fileName, code } of output) {
    writeFileSync(join(folder, fileName), await inAscii(code))
  }
  return output
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => !id.startsWith('\0'))
    .map((id) => relative(root, id).replaceAll('\\', '/'))
}

/** Code of one byte a character is read and compiled in less time; esbuild leaves expressions as they are. */
async function inAscii(code) {
  const ascii = await transform(code, { charset: 'ascii', target: 'node20' })
  return ascii.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** See `widthOf`. */
const widthWhenAsked = {
  name: 'width-when-asked',
  async resolveId(source, importer, { kind }) {
    if (source !== 'string-width' || kind === 'require-call') return null
    const { id } = await this.resolve(source, importer, { skipSelf: true })
    return `${widthOf.prefix}${id}`
  },
  load(id) {
    return id.startsWith(widthOf.prefix) ? widthOf.code(id.slice(widthOf.prefix.length)) : null
  },
}
