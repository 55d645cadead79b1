/** Grammar files → grammars, each read once. */
import { compile } from './compile.js'
import { fileNames, readFile } from './files.js'
import type { CommonFile, Grammar, GrammarFile, LanguageRecord } from './types.js'

/** Other files have longer names: what all languages share, how they are told apart, the schema, the scales. */
const languageFile = /^[a-z]{2,3}\.json$/u

const loaded = new Map<string, Grammar>()
let names: string[] | undefined
let records: Map<string, LanguageRecord> | undefined

/** List the languages there are grammars for: ISO 639-1 codes, sorted. */
export function languages(): string[] {
  names ??= fileNames()
    .filter((file) => languageFile.test(file))
    .map((file) => file.replace(/\.json$/u, ''))
    .sort()
  return names
}

/** How the languages that there are grammars for are told apart: small, so that detection reads no grammar. */
export function languageRecords(): ReadonlyMap<string, LanguageRecord> {
  const known = new Set(languages())
  records ??= new Map(
    Object.entries(readFile<Record<string, LanguageRecord>>('languages.json')).filter(([language]) =>
      known.has(language),
    ),
  )
  return records
}

/**
 * Load the grammar of a language.
 *
 * @throws RangeError if there is none.
 */
export function load(language: string): Grammar {
  const known = loaded.get(language)
  if (known) return known
  if (!languages().includes(language))
    throw new RangeError(`No grammar for the language ${language}; there are: ${languages().join(', ')}`)
  const { frequent = [] } = languageRecords().get(language) ?? {}
  const file = readFile<GrammarFile>(`${language}.json`)
  const grammar = compile(file, readFile<CommonFile>('common.json'), frequent)
  loaded.set(language, grammar)
  return grammar
}

/** Where the lines of a language run; undefined if there is no grammar of it. */
export function directionOf(language: string): 'ltr' | 'rtl' | undefined {
  return languages().includes(language) ? load(language).direction : undefined
}
