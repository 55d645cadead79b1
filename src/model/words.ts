/** Words of the interface: what a report or the page says in the language of its reader. */

/** A sentence with places for values, as `{count} notes`; or one for each plural category of the language. */
export type Template = string | Readonly<Record<string, string>>

/** Says a word of the interface with its values. */
export interface Say {
  (word: string, values?: Readonly<Record<string, string | number>>): string
  /** Language of the words, ISO 639-1. */
  language: string
}

/**
 * Make a speaker of the words of one language.
 *
 * A word whose template has plural categories takes that of `count`. A place without a value stays as it is.
 *
 * @throws RangeError when asked for a word that the table has not.
 */
export function sayFrom(table: Readonly<Record<string, Template>>, language: string): Say {
  const plurals = new Intl.PluralRules(language)
  const say = (word: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const template = table[word]
    if (template === undefined) throw new RangeError(`The interface has no word “${word}”`)
    const one =
      typeof template === 'string'
        ? template
        : (template[plurals.select(Number(values.count ?? 0))] ?? template.other ?? '')
    return one.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place))
  }
  return Object.assign(say, { language })
}

/** Join what is listed: "EU, G77". */
export function listed(items: readonly string[], say: Say): string {
  return items.join(say('comma'))
}

/** "12 unchanged": a count with what is counted. */
export function counted(count: number, word: string, say: Say): string {
  return say('counted', { count, words: say(word) })
}

/** Begin with a capital, where the script has any. */
export function upper(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
