/**
 * The folders of `grammars/` → one record a language, as the stages use it.
 *
 * It reads files, so it serves the build and the tests: a package holds what
 * `scripts/grammars.js` wrote with it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Template } from '../model/words.js'
import type { CommonFile } from './records/common.js'
import type { GrammarFile, LanguageRecord } from './records/language.js'
import type { VerbForms, VerbRecord, VerbSense } from './records/verbs.js'

/** A folder of a language is named by its ISO 639-1 code. */
const languageFolder = /^[a-z]{2,3}$/u
/** Keys whose value is an expression, which a file may part into lines. */
const expressions = new Set(['pattern', 'coordinator', 'declarer', 'joint', 'aside', 'relative'])
/** Keys that each language fills. */
const required: readonly (keyof GrammarFile)[] = [
  'name',
  'script',
  'frequent',
  'spaced',
  'months',
  'ordinals',
  'tens',
  'hundreds',
  'languages',
  'listSeparators',
  'compoundNames',
  'proposalKinds',
  'bodies',
  'degrees',
  'lists',
  'patterns',
  'openers',
  'later',
  'enumerators',
  'intensifiers',
  'hedges',
  'obligations',
  'verbs',
]

type Part = Record<string, unknown>

/** A verb of a language as its file holds it: the forms of each part of the text beside what tells them apart. */
type VerbSource = Omit<VerbRecord, 'forms' | 'source' | keyof VerbSense> &
  Partial<VerbForms> &
  Partial<VerbSense> & { source?: string }

/** List the languages that have a folder: ISO 639-1 codes, sorted. */
export function sourceLanguages(root: URL): string[] {
  return readdirSync(root)
    .filter((name) => languageFolder.test(name))
    .sort()
}

/** Read a file that is no language's. */
export function readShared<T>(root: URL, name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, root), 'utf8')) as T
}

/** Read the words of reports and of the page: a file a language. */
export function readInterfaceWords(root: URL): Record<string, Record<string, Template>> {
  const folder = new URL('interface/', root)
  const names = readdirSync(folder).map((name) => name.replace(/\.json$/u, ''))
  return Object.fromEntries(names.map((name) => [name, readShared(folder, name)]))
}

/** Read what no language changes. */
export function readCommon(root: URL): CommonFile {
  return joined(new URL('common/', root)) as unknown as CommonFile
}

/** Read how a language is told from others. */
export function readDetection(root: URL, language: string): LanguageRecord {
  const { script, frequent } = joined(new URL(`${language}/`, root)) as unknown as GrammarFile
  return { script, frequent }
}

/**
 * Read a language: its files joined, each verb with what all languages share of it.
 *
 * @throws Error if two files give one key, or a key is lacking.
 */
export function readLanguage(root: URL, language: string): GrammarFile {
  const { verbSource = '', ...file } = joined(new URL(`${language}/`, root)) as unknown as Omit<
    GrammarFile,
    'verbs'
  > & { verbs: VerbSource[]; verbSource?: string }
  for (const key of required)
    if (file[key] === undefined) throw new Error(`grammars/${language} has no ${key}`)
  const senses = new Map(
    readShared<{ verbs: (VerbSense & { id: string })[] }>(root, 'verbs').verbs.map((verb) => [verb.id, verb]),
  )
  const verbs = file.verbs.map(({ preambular = [], operative = [], base = [], ...verb }): VerbRecord => {
    const sense = senses.get(verb.id)
    if (!sense) throw new Error(`grammars/${language}: verbs.json has no ${verb.id}`)
    const { source = verbSource || sense.source } = verb
    return { ...sense, ...verb, source, forms: { preambular, operative, base } }
  })
  return { ...file, language, verbs }
}

/** The files of a folder as one; lists of patterns and of words add up, any other key is given once. */
function joined(folder: URL): Part {
  const whole: Part = {}
  for (const name of readdirSync(folder).sort()) {
    const { $schema: _, ...part } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'), inOneLine) as Part
    for (const [key, value] of Object.entries(part)) {
      if (key === 'patterns') whole[key] = [...((whole[key] as unknown[]) ?? []), ...(value as unknown[])]
      else if (key === 'lists') whole[key] = { ...(whole[key] as Part), ...(value as Part) }
      else if (key in whole) throw new Error(`${folder.pathname} has ${key} twice`)
      else whole[key] = value
    }
  }
  return whole
}

/** An expression that was parted into lines for its readers. */
function inOneLine(this: unknown, key: string, value: unknown): unknown {
  if (key === 'cue')
    return Object.fromEntries(Object.entries(value as Part).map(([role, cue]) => [role, oneLine(cue)]))
  return expressions.has(key) ? oneLine(value) : value
}

function oneLine(value: unknown): unknown {
  return Array.isArray(value) ? value.join('') : value
}
