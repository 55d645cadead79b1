/** The words of reports by language: `grammars/interface/`, which the page reads too. */
import { type Say, sayFrom } from '../model/words.js'
import { readInterface } from './files.js'

const speakers = new Map<string, Say>()

/**
 * Give the words of the interface in a language.
 *
 * @param language ar, en, es, fr, ru or zh; English if absent
 * @throws RangeError if the interface has no words in it.
 */
export function sayIn(language = 'en'): Say {
  const known = speakers.get(language)
  if (known) return known
  const table = readInterface()[language]
  if (!table) throw new RangeError(`There are no words of the interface in “${language}”`)
  const say = sayFrom(table, language)
  speakers.set(language, say)
  return say
}
