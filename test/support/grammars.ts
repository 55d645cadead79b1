/** The sources of the grammars, as their linguists write them. */
import * as sources from '../../src/language/sources.js'

export const grammars = new URL('../../grammars/', import.meta.url)

export const readLanguage = (language: string) => sources.readLanguage(grammars, language)
export const readCommon = () => sources.readCommon(grammars)
export const readShared = <T>(name: string) => sources.readShared<T>(grammars, name)
