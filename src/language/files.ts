/** The grammars as the build wrote them, or from their sources where nothing was built. A bundle for browsers has another module in place of this. */
import { existsSync } from 'node:fs'
import type { Template } from '../model/words.js'
import type { CommonFile } from './records/common.js'
import type { GrammarFile, LanguageRecord } from './records/language.js'
import {
  readCommon,
  readDetection,
  readInterfaceWords,
  readLanguage,
  readShared,
  sourceLanguages,
} from './sources.js'

/** `npm run build` writes this folder into `dist`; beside the sources there is none. */
const built = new URL('../grammars/', import.meta.url)
const sources = new URL('../../grammars/', import.meta.url)
const isBuilt = existsSync(built)

/** Read how languages are told apart: small, so that detection reads no grammar. */
export function readDetections(): Record<string, LanguageRecord> {
  if (isBuilt) return readShared(built, 'languages')
  return Object.fromEntries(
    sourceLanguages(sources).map((language) => [language, readDetection(sources, language)]),
  )
}

/** Read a language. */
export function readGrammar(language: string): GrammarFile {
  return isBuilt ? readShared(built, language) : readLanguage(sources, language)
}

/** Read what no language changes. */
export function readCommonGrammar(): CommonFile {
  return isBuilt ? readShared(built, 'common') : readCommon(sources)
}

/** Read a file about the verbs of all languages. */
export function readVerbFile<T>(name: 'concordance' | 'scales'): T {
  return readShared(isBuilt ? built : sources, name)
}

/** Read the words of reports, by language. */
export function readInterface(): Record<string, Record<string, Template>> {
  return isBuilt ? readShared(built, 'words') : readInterfaceWords(sources)
}

/** Fetch the grammar of a language where it is not on the disk, as in a browser; undefined where it is. */
export const fetchGrammar: ((language: string) => Promise<void>) | undefined = undefined
