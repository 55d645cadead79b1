/** Grammar files → grammars, each read once. */
import { commonFile } from './common.js'
import { compile } from './compile.js'
import { fetchGrammar, readDetections, readGrammar } from './files.js'
import type { LanguageRecord } from './records/language.js'
import type { Grammar } from './types.js'

const loaded = new Map<string, Grammar>()
let records: ReadonlyMap<string, LanguageRecord> | undefined

/** How the languages that there are grammars for are told apart: small, so that detection reads no grammar. */
export function languageRecords(): ReadonlyMap<string, LanguageRecord> {
  records ??= new Map(Object.entries(readDetections()).sort(([a], [b]) => (a < b ? -1 : 1)))
  return records
}

/** List the languages there are grammars for: ISO 639-1 codes, sorted. */
export function languages(): string[] {
  return [...languageRecords().keys()]
}

/**
 * Load the grammar of a language.
 *
 * @throws RangeError if there is none; in a browser, if it was not fetched.
 */
export function load(language: string): Grammar {
  const known = loaded.get(language)
  if (known) return known
  const { frequent } = recordOf(language)
  const grammar = compile(readGrammar(language), commonFile(), frequent)
  loaded.set(language, grammar)
  return grammar
}

/**
 * Fetch the grammars of languages, all by default, as a browser must before it works on texts or trees of theirs at
 * once (`fromMarkdown`, `diff` of trees that came from elsewhere). `parse` fetches the one that it needs; in Node
 * all are at hand.
 *
 * @throws RangeError if there is none of a language.
 */
export async function fetchGrammars(wanted: readonly string[] = languages()): Promise<void> {
  await fetching(() => wanted)
}

/** Fetch the grammars of languages, where that takes time: undefined, and nothing is asked, where all are at hand. */
export function fetching(wanted: () => readonly string[]): Promise<unknown> | undefined {
  return (
    fetchGrammar &&
    Promise.all(
      wanted().map(async (language) => {
        recordOf(language)
        await fetchGrammar?.(language)
      }),
    )
  )
}

function recordOf(language: string): LanguageRecord {
  const record = languageRecords().get(language)
  if (record) return record
  throw new RangeError(`No grammar for the language ${language}; there are: ${languages().join(', ')}`)
}

/** Where the lines of a language run; undefined if there is no grammar of it. */
export function directionOf(language: string): 'ltr' | 'rtl' | undefined {
  return languageRecords().has(language) ? load(language).direction : undefined
}

/** The grammar of a language; null where there is none, or the language is not known. */
export function grammarOf(language: string | null): Grammar | null {
  return language !== null && languageRecords().has(language) ? load(language) : null
}
