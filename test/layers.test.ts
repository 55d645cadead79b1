import { readdirSync, readFileSync } from 'node:fs'
import test from 'ava'

const root = new URL('../src/', import.meta.url)
const nouns = ['message', 'block', 'tree', 'grammar', 'change', 'concordance', 'word']
const verbs = ['read', 'assemble', 'parse', 'diff', 'concord', 'render']
/** What each folder or file at the top of `src` may import of ours, besides itself. */
const may: Record<string, string[]> = {
  message: [],
  block: [],
  tree: [],
  grammar: ['tree', 'message'],
  change: ['tree', 'message'],
  concordance: ['tree'],
  word: ['block', 'message'],
  ...Object.fromEntries(verbs.map((verb) => [verb, nouns])),
}
/** The only places that may import a library. */
const doors: Record<string, RegExp> = {
  chardet: /^read\/decode\.ts$/,
  cheerio: /^read\//,
  docx: /^render\/docx\//,
  fflate: /^(?:word\/zip|render\/docx\/repack)\.ts$/,
  htmlparser2: /^read\/html\/elements|^word\/xml/,
  'pdfjs-dist/legacy/build/pdf.mjs': /^read\/pdf\/document\.ts$/,
  'pdfjs-dist/legacy/build/pdf.worker.mjs': /^read\/pdf\/document\.ts$/,
  diff: /^diff\/compare\.ts$/,
  'remark-parse': /^read\//,
  unified: /^(?:read\/|unified\.ts$)/,
  commander: /^cli/,
  '@noble/hashes/sha2.js': /^render\/report\/policy\.ts$/,
  piscina: /^cli\/batch\.ts$/,
  'p-map': /^cli\/batch\.ts$/,
  'cli-progress': /^cli\/progress\.ts$/,
  hastscript: /^render\//,
  'hast-util-to-html': /^render\//,
  xastscript: /^render\/akn\/xml\.ts$/,
  'xast-util-to-xml': /^render\/akn\/xml\.ts$/,
  'mdast-util-to-markdown': /^render\/markdown-writer\.ts$/,
  'mdast-util-gfm-strikethrough': /^render\/markdown-writer\.ts$/,
  'vfile-location': /^parse\//,
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
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

test('a stage imports nouns and never another stage', (t) => {
  for (const { file, name } of imports.filter((one) => one.name.startsWith('.'))) {
    const allowed = may[place(file)]
    const target = place(new URL(name, new URL(file, root)).href.slice(root.href.length))
    t.true(!allowed || target === place(file) || allowed.includes(target), `${file} imports ${name}`)
  }
})

test('each library has one door', (t) => {
  for (const { file, name } of imports) {
    const door = doors[name]
    if (door) t.regex(file, door, `${file} imports ${name}`)
  }
})
