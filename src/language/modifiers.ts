/** Words beside a verb that say how often it was said and how strongly: *also*, *further*, *strongly*. */
import { afterSpace, Lexicon } from './lexicon.js'
import type { Patterns } from './patterns.js'
import type { GrammarFile } from './records/language.js'
import type { ModifierRecord } from './records/verbs.js'

/** What has been read of a phrase, as far as modifiers change it. */
export interface Modified {
  at: number
  /** Ids of the first of each. */
  enumerator: string | null
  intensifier: string | null
}

export class Modifiers {
  readonly #file: GrammarFile
  readonly #patterns: Patterns
  #enumerators: Lexicon<ModifierRecord> | undefined
  #intensifiers: Lexicon<ModifierRecord> | undefined

  constructor(file: GrammarFile, patterns: Patterns) {
    this.#file = file
    this.#patterns = patterns
    patterns.list('enumerator', () => file.enumerators.flatMap((one) => one.forms))
    patterns.list('intensifier', () => file.intensifiers.flatMap((one) => one.forms))
    for (const { id, before } of [...file.enumerators, ...file.intensifiers])
      if (before) patterns.add(`after ${id}`, before)
  }

  /** The offset after the modifiers at an offset; the reading notes them, and stays where it is. */
  pass(text: string, from: number, reading: Modified): number {
    let at = from
    for (;;) {
      const next = this.#passOne(text, at, reading)
      if (next === null) return at
      at = next
    }
  }

  /** Take all modifiers before a verb into the reading. */
  take(text: string, reading: Modified): void {
    reading.at = this.pass(text, reading.at, reading)
  }

  /** Take one modifier before a verb into the reading; false if there is none. */
  takeOne(text: string, reading: Modified): boolean {
    const next = this.#passOne(text, reading.at, reading)
    if (next !== null) reading.at = next
    return next !== null
  }

  /** Take a modifier behind the verb: "Recalling also", "Noting with concern further", "Encourage vivement". */
  takeBehind(text: string, reading: Modified): boolean {
    const next = this.#file.spaced ? afterSpace(text, reading.at) : reading.at
    if (next === null) return false
    const enumerator = this.#enumeratorAt(text, next)
    const found = enumerator ?? this.#intensifierAt(text, next)
    if (!found || (!enumerator && !found.value.follows)) return false
    const { id, before } = found.value
    if (before !== undefined && !this.#patterns.match(`after ${id}`, text, found.end)) return false
    if (enumerator) reading.enumerator ??= id
    else reading.intensifier ??= id
    reading.at = found.end
    return true
  }

  /** The offset after the modifier at an offset, which the reading notes; null if there is none. */
  #passOne(text: string, at: number, reading: Modified): number | null {
    const enumerator = this.#enumeratorAt(text, at)
    const intensifier = enumerator ? null : this.#intensifierAt(text, at)
    const found = enumerator ?? intensifier
    if (!found) return null
    const next = afterSpace(text, found.end) ?? (this.#file.spaced ? null : found.end)
    if (next === null) return null
    if (enumerator) reading.enumerator ??= enumerator.value.id
    else reading.intensifier ??= found.value.id
    return next
  }

  #enumeratorAt(text: string, at: number) {
    this.#enumerators ??= lexiconOf(this.#file.enumerators, this.#file.spaced)
    return this.#enumerators.find(text, at)
  }

  #intensifierAt(text: string, at: number) {
    this.#intensifiers ??= lexiconOf(this.#file.intensifiers, this.#file.spaced)
    return this.#intensifiers.find(text, at)
  }
}

function lexiconOf(records: readonly ModifierRecord[], spaced: boolean): Lexicon<ModifierRecord> {
  const lexicon = new Lexicon<ModifierRecord>(spaced)
  for (const record of records) for (const form of record.forms) lexicon.add(form, record)
  return lexicon
}
