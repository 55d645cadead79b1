// Hold Akoma Ntoso to its schema and to its round trips on everything there is:
// the fixtures, and the real documents beside the project in every form, their
// revisions compared, the published files read and written again. Skipped, and
// said so, where the schema, xmllint or the documents are not there.
//
//   node scripts/akn.js [part of a name ...]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { diff, diffToAkn, outline, parse, rows, toAkn } from '../dist/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = join(root, '..', 'shared')
const schema = join(shared, 'akn', 'akomantoso30.xsd')
const corpus = join(shared, 'corpus')
const missing = [
  existsSync(schema) ? [] : 'schema',
  spawnSync('xmllint', ['--version']).error ? 'xmllint' : [],
  existsSync(corpus) ? [] : 'real documents',
].flat()
if (missing.length > 0) {
  console.log(`No ${missing.join(', no ')} beside the project: Akoma Ntoso not checked.`)
  process.exit(0)
}

const wanted = process.argv.slice(2)
let failed = 0

/** Check each item of a group; a check gives the files to validate and what is wrong otherwise. */
async function group(name, items, check) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return
  const started = performance.now()
  const faults = []
  const written = []
  for (const item of items) {
    const found = await check(item)
    written.push({ name: item, xml: found.xml })
    faults.push(...found.faults.map((fault) => `${item}: ${fault}`))
  }
  faults.push(...invalid(written))
  if (items.length === 0) faults.push('nothing to check')
  if (faults.length > 0) failed++
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} akn ${name.padEnd(32)} ${String(items.length).padStart(5)} files, ${seconds} s`,
  )
  for (const fault of faults.slice(0, 10)) console.log(`     ${fault}`)
  if (faults.length > 10) console.log(`     and ${faults.length - 10} more`)
}

/** What breaks the schema, a line a fault. */
function invalid(documents) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-akn-'))
  try {
    const files = documents.map(({ xml }, index) => {
      const file = join(folder, `${index}.xml`)
      writeFileSync(file, xml)
      return file
    })
    const found = []
    // xmllint takes as many files as a command line holds.
    for (let from = 0; from < files.length; from += 500) {
      const batch = files.slice(from, from + 500)
      const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...batch], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      const lines = stderr.split('\n').filter((line) => line !== '')
      const valid = lines.filter((line) => line.endsWith(' validates')).length
      for (const line of lines)
        if (!/ validates$| fails to validate$/u.test(line))
          found.push(line.replace(/^.*?(\d+)\.xml/u, (_, index) => documents[Number(index)]?.name ?? index))
      if (valid < batch.length && found.length === 0)
        found.push(`${batch.length - valid} files are not valid`)
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const load = async (file) => (await parse(readFileSync(file), { name: file })).tree

function withoutPlaces(node) {
  if (Array.isArray(node)) return node.map(withoutPlaces)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(
    ([key]) => key !== 'position' && key !== 'data' && key !== 'source',
  )
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPlaces(value)]))
}

/** Tree → AKN → tree is equal. */
async function thereAndBack(tree) {
  const xml = toAkn(tree)
  const again = (await parse(xml, { format: 'akn' })).tree
  const faults = isDeepStrictEqual(withoutPlaces(again), withoutPlaces(tree))
    ? []
    : [firstDifference(tree, again)]
  return { xml, faults }
}

function firstDifference(tree, again) {
  const [one, other] = [tree, again].map((each) => rows(each).map(({ label, text }) => `${label} ${text}`))
  const at = one.findIndex((row, index) => row !== other[index])
  return at === -1
    ? 'read again it differs beside the rows'
    : `read again it differs at ${one[at].slice(0, 120)}`
}

function filesOf(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort()
    .map((file) => join(folder, file))
}

// ---------------------------------------------------------------- trees

await group(
  'fixtures',
  filesOf(join(root, 'fixtures'), /(?:^|[\\/])(?:input|old|new)\.\w+$/u),
  async (file) => thereAndBack(await load(file)),
)

for (const folder of ['cases', 'cases-docx', 'cases-pdf'])
  for (const language of readdirSync(join(corpus, folder))) {
    const files = filesOf(join(corpus, folder, language), /\.(?:clean\.md|ocr\.md|page\.txt|docx|pdf)$/u)
    const styles = new Set(
      files.map((file) => /\.(?:clean|ocr|page)\.\w+$/u.exec(file)?.[0] ?? extname(file)),
    )
    for (const style of styles)
      await group(
        `${folder} ${language} ${style.slice(1)}`,
        files.filter((file) => file.endsWith(style)),
        async (file) => thereAndBack(await load(file)),
      )
  }

// ---------------------------------------------------------------- published files

const words = (xml) =>
  xml
    .replace(/<meta>[\s\S]*?<\/meta>/u, '')
    .replace(/<(?:p|eol)\b[^>]*>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#\w+|amp|lt|gt|quot);/gu, ' ')
    .match(/\p{L}+|\p{N}+/gu)
    ?.sort()
    .join(' ')
const languages = { Arabic: 'ar', Chinese: 'zh', English: 'en', French: 'fr', Russian: 'ru', Spanish: 'es' }

await group('published', filesOf(join(corpus, 'akn'), /\.xml$/u), async (file) => {
  const source = readFileSync(file, 'utf8')
  const tree = await load(file)
  const { xml, faults } = await thereAndBack(tree)
  if (words(xml) !== words(source)) faults.push('words are lost or made')
  for (const name of ['authorialNote'])
    if (xml.split(`<${name}`).length !== source.split(`<${name}`).length)
      faults.push(`another number of ${name}`)
  const language = languages[basename(join(file, '..'))]
  const clean = join(corpus, 'cases', language, `${basename(file, '.xml')}.clean.md`)
  if (existsSync(clean)) {
    const [one, other] = [outline(tree), outline(await load(clean))]
    const off = one.rows.filter((row, index) => !isDeepStrictEqual(row, other.rows[index]))
    if (off.length > 0 || one.rows.length !== other.rows.length)
      faults.push(`${one.rows.length} rows, ${other.rows.length} in Markdown; ${off.length} differ`)
  }
  return { xml, faults }
})

// ---------------------------------------------------------------- comparisons

const textOf = (tree) =>
  rows(tree).map(({ node, role, text }) =>
    `${role === 'continuation' || !('label' in node) ? '' : (node.label ?? '')} ${text}`
      .match(/\p{L}+|\p{N}+/gu)
      ?.join(' '),
  )

for (const folder of ['revisions', 'revisions-ocr'])
  for (const language of readdirSync(join(corpus, folder))) {
    const pairs = readdirSync(join(corpus, folder, language)).map((pair) =>
      join(corpus, folder, language, pair),
    )
    await group(`${folder} ${language}`, pairs, async (pair) => {
      const file = (side) => readdirSync(pair).find((one) => one.startsWith(`${side}.`))
      const [old, now] = [await load(join(pair, file('old'))), await load(join(pair, file('new')))]
      const xml = diffToAkn(diff(old, now), { old, new: now })
      const faults = []
      for (const [side, tree] of [
        ['original', old],
        ['final', now],
      ]) {
        const read = (await parse(xml, { format: 'akn', revisions: side })).tree
        if (!isDeepStrictEqual(textOf(read), textOf(tree))) faults.push(`the ${side} text is not read again`)
      }
      return { xml, faults }
    })
  }

process.exitCode = failed > 0 ? 1 : 0
