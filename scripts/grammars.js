// Write dist/grammars/: each language of grammars/ as one file, without what only its readers and its tests need;
// and dist/language/files.browser.js, which imports these files, for browsers, which have no folder to read.
// package.json (`browser`) tells bundlers to take it for files.js.
import { mkdirSync, writeFileSync } from 'node:fs'
import { expand } from '../dist/language/compile.js'
import {
  readCommon,
  readDetection,
  readLanguage,
  readShared,
  sourceLanguages,
} from '../dist/language/sources.js'

const sources = new URL('../grammars/', import.meta.url)
const built = new URL('../dist/grammars/', import.meta.url)
/** Keys that only readers and tests need, in a record (of an id) and elsewhere. */
const ofRecords = new Set(['examples', 'counterexamples', 'why', 'source'])
const elsewhere = new Set(['$schema', 'absent'])
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
  ...Object.fromEntries(languages.map((code) => [code, language(code)])),
}

mkdirSync(built, { recursive: true })
for (const [name, file] of Object.entries(files)) {
  writeFileSync(
    new URL(`${name}.json`, built),
    JSON.stringify(file, function (key, value) {
      const left = elsewhere.has(key) || (name !== 'scales' && 'id' in this && ofRecords.has(key))
      return left ? undefined : value
    }),
  )
}

const names = Object.keys(files)
const lines = [
  ...names.map((name) => `import ${name} from '../grammars/${name}.json'`),
  `const files = {${names.join(', ')}}`,
  'export const readDetections = () => languages',
  'export const readGrammar = (language) => files[language]',
  'export const readCommonGrammar = () => common',
  'export const readVerbFile = (name) => files[name]',
]
writeFileSync(new URL('../dist/language/files.browser.js', import.meta.url), `${lines.join('\n')}\n`)
