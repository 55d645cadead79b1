import { readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import test from 'ava'

const root = new URL('../src/', import.meta.url)
/** What each folder of `src` may import of ours, besides itself; `diff` is its public door. */
const may: Record<string, string[]> = {
  model: [],
  language: ['model'],
  formats: ['model', 'language'],
  assemble: ['model', 'language'],
  parse: ['model', 'language'],
  diff: ['model', 'language'],
  history: ['model', 'language', 'diff'],
  merge: ['model', 'language', 'diff'],
  amend: ['model', 'language', 'diff'],
  negotiation: ['model', 'language', 'diff'],
  concord: ['model', 'language', 'diff'],
  lint: ['model', 'language', 'diff'],
  precedent: ['model', 'language', 'diff'],
  reports: ['model', 'language'],
}
/** The only places that may import a library. */
const doors: Record<string, RegExp> = {
  chardet: /^formats\/decode\.ts$/,
  'cheerio/slim': /^formats\/html\/dom\.ts$/,
  'css-tree/parser': /^formats\/html\//,
  fflate: /^formats\/(?:word\/(?:package\/zip|write\/package)|pdf\/streams)\.ts$/,
  saxes: /^formats\/xml\/read-xml\.ts$/,
  domhandler: /^formats\/(?:xml\/elements|html\/dom)\.ts$/,
  htmlparser2: /^formats\/(?:xml\/read-xml|html\/dom)\.ts$/,
  'pdfjs-dist/legacy/build/pdf.mjs': /^formats\/pdf\/document\.ts$/,
  'pdfjs-dist/legacy/build/pdf.worker.mjs': /^formats\/pdf\/document\.ts$/,
  diff: /^diff\/compare\.ts$/,
  'remark-parse': /^formats\/markdown\//,
  unified: /^(?:formats\/markdown\/|unified\.ts$)/,
  commander: /^cli/,
  '@noble/hashes/sha2.js': /^reports\/page-head\.ts$/,
  piscina: /^cli\/batch\.ts$/,
  'p-map': /^cli\/batch\.ts$/,
  'cli-progress': /^cli\/progress\.ts$/,
  hastscript: /^(?:reports|formats\/html)\//,
  'hast-util-to-html': /^(?:reports|formats\/html)\//,
  xastscript: /^formats\/xml\/write-xml\.ts$/,
  'xast-util-to-xml': /^formats\/xml\/write-xml\.ts$/,
  'mdast-util-to-markdown': /^reports\/markdown\.ts$/,
  'mdast-util-gfm-strikethrough': /^(?:formats\/markdown\/syntax|reports\/markdown)\.ts$/,
  'vfile-location': /^parse\//,
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(sep, '/'))
const imports = files.flatMap((file) =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/gu)].map(
    ([, name = '']) => ({ file, name }),
  ),
)
const place = (path: string) => path.replace(/\.[jt]s$/u, '').split('/')[0] as string

test('the source is there to be looked at', (t) => {
  t.true(files.length > 40)
  t.true(imports.length > 100)
})

const ours = imports
  .filter(({ name }) => name.startsWith('.'))
  .map(({ file, name }) => ({
    file,
    target: new URL(name, new URL(file, root)).href.slice(root.href.length),
  }))

test('a folder imports what stands before it in the pipeline, and no other', (t) => {
  for (const { file, target } of ours) {
    const allowed = may[place(file)]
    t.true(
      !allowed || place(target) === place(file) || allowed.includes(place(target)),
      `${file} imports ${target}`,
    )
    if (place(target) === 'diff' && place(file) !== 'diff' && allowed)
      t.is(target, 'diff/index.js', `${file} goes round the door of diff`)
  }
})

test('a format imports no other format', (t) => {
  const format = (path: string) => /^formats\/([^/]+)\//u.exec(path)?.[1]
  for (const { file, target } of ours) {
    const [from, to] = [format(file), format(target)]
    if (from && to && to !== 'xml') t.is(to, from, `${file} imports ${target}`)
  }
})

test('no file imports itself through others', (t) => {
  const graph = new Map<string, string[]>()
  for (const { file, target } of ours) {
    const to = target.replace(/\.js$/u, '.ts')
    graph.set(file, [...(graph.get(file) ?? []), to])
  }
  const done = new Set<string>()
  const circle = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) {
      const found = circle(next, [...path, file])
      if (found) return found
    }
    done.add(file)
    return
  }
  for (const file of graph.keys()) t.deepEqual(circle(file, []), undefined)
})

test('each library has one door', (t) => {
  for (const { file, name } of imports) {
    const door = doors[name]
    if (door) t.regex(file, door, `${file} imports ${name}`)
  }
})
