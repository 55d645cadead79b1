// Write dist/grammars/: each language of grammars/ as one file, without what only its readers and its tests need;
// and the two modules that find these files, dist/grammars/node.js and browser.js, of which package.json (`imports`)
// tells every runtime and bundler which to take. Run by tsx, as it uses the compiler of grammars.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { expand } from '../src/language/compile.js'
import {
  readCommon,
  readDetection,
  readInterfaceWords,
  readLanguage,
  readShared,
  sourceLanguages,
} from '../src/language/sources.js'

const sources = new URL('../grammars/', import.meta.url)
const built = new URL('../dist/grammars/', import.meta.url)
/** Keys that only readers and tests need, in a record (of an id) and elsewhere. */
const ofRecords = new Set(['examples', 'counterexamples', 'why', 'source'])
const elsewhere = new Set(['absent'])
/** Files whose keys are words of their own. */
const kept = new Set(['scales', 'words'])
const languages = sourceLanguages(sources)
const common = readCommon(sources)

/** A language with its patterns put into each other, so that no reader waits for it. */
function language(code) {
  const file = readLanguage(sources, code)
  return { ...file, expanded: expand(file, common) }
}

const files = {
  languages: Object.fromEntries(languages.map((code) => [code, readDetection(sources, code)])),
  common,
  concordance: readShared(sources, 'concordance'),
  scales: readShared(sources, 'scales'),
  words: readInterfaceWords(sources),
  ...Object.fromEntries(languages.map((code) => [code, language(code)])),
}

mkdirSync(built, { recursive: true })
for (const [name, file] of Object.entries(files)) {
  writeFileSync(
    new URL(`${name}.json`, built),
    JSON.stringify(file, function (key, value) {
      if (key === '$schema') return undefined
      const left = elsewhere.has(key) || ('id' in this && ofRecords.has(key))
      return left && !kept.has(name) ? undefined : value
    }),
  )
}

buildSync({
  entryPoints: [fileURLToPath(new URL('../src/language/files.ts', import.meta.url))],
  outfile: fileURLToPath(new URL('node.js', built)),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
})

// A browser has no folder to read: what all languages share is bundled with the code, and each language apart.
const atOnce = ['languages', 'common', 'concordance', 'scales', 'words']
const lines = [
  ...atOnce.map((name) => `import ${name} from './${name}.json'`),
  `const files = {${atOnce.join(', ')}}`,
  'const fetched = {}',
  `const sources = {${languages.map((code) => `${code}: () => import('./${code}.json')`).join(', ')}}`,
  'export const readDetections = () => languages',
  'export const readCommonGrammar = () => common',
  'export const readVerbFile = (name) => files[name]',
  'export const readInterface = () => words',
  'export async function fetchGrammar(language) {',
  '  fetched[language] ??= (await sources[language]()).default',
  '}',
  'export function readGrammar(language) {',
  '  if (fetched[language]) return fetched[language]',
  "  throw new RangeError('The grammar of ' + language + ' was not fetched: await fetchGrammars() before')",
  '}',
]
writeFileSync(new URL('browser.js', built), `${lines.join('\n')}\n`)
