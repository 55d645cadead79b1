/** Dates and ordinals in the words of a language. */
import { fold } from './lexicon.js'
import { alternatives, type Patterns } from './patterns.js'
import type { GrammarFile } from './records/language.js'
import { latinDigits } from './script.js'

type Groups = Record<string, string | undefined>

export class Dates {
  readonly #file: GrammarFile
  readonly #patterns: Patterns
  #values: ReadonlyMap<string, number> | undefined
  #numbers: RegExp | undefined
  #months: ReadonlyMap<string, number> | undefined

  constructor(file: GrammarFile, patterns: Patterns) {
    this.#file = file
    this.#patterns = patterns
  }

  /** @see Grammar.isoDate */
  day(text: string): string | null {
    if (this.#patterns.first('dateRange', text)) return null
    const { day, month, year } = this.#groups('date', text)
    return this.#iso(day, month, year)
  }

  /** What one day lacks, the other has. @see Grammar.dateRange */
  range(text: string): { from: string | null; to: string | null } | null {
    const { fromDay, fromMonth, fromYear, toDay, toMonth, toYear } = this.#groups('dateRange', text)
    if (toDay !== undefined) {
      const from = this.#iso(fromDay, fromMonth ?? toMonth, fromYear ?? toYear)
      return { from, to: this.#iso(toDay, toMonth ?? fromMonth, toYear ?? fromYear) }
    }
    const day = this.day(text)
    return day === null ? null : { from: day, to: day }
  }

  /** @see Grammar.ordinal */
  ordinal(words: string): number | null {
    const figure = /^\s*(\d+)/u.exec(latinDigits(words))
    if (figure) return Number(figure[1])
    this.#values ??= new Map(
      [this.#file.ordinals, this.#file.tens, this.#file.hundreds].flatMap((part) => Object.entries(part)),
    )
    let sum = 0
    for (const part of this.#parts(words.toLowerCase(), this.#values)) sum += this.#values.get(part) ?? 0
    return sum > 0 ? sum : null
  }

  /** The words that are numbers, the longest first: "quatre-vingt" is one, and Chinese does not part them. */
  #parts(words: string, values: ReadonlyMap<string, number>): string[] {
    if (!this.#numbers) {
      const any = alternatives([...values.keys()])
      this.#numbers = new RegExp(this.#file.spaced ? `(?<!\\p{L})(?:${any})(?!\\p{L})` : any, 'gu')
    }
    return words.replace(/‑/gu, '-').match(this.#numbers) ?? []
  }

  #groups(id: string, text: string): Groups {
    return this.#patterns.first(id, text)?.groups ?? {}
  }

  #iso(day: string | undefined, month: string | undefined, year: string | undefined): string | null {
    this.#months ??= new Map(
      this.#file.months.flatMap((names, index) =>
        [names].flat().map((name) => [fold(name), index + 1] as const),
      ),
    )
    const number = this.#months.get(fold(month ?? ''))
    if (!day || !year || number === undefined) return null
    const date = latinDigits(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
    // 31 June is no day: JavaScript would make it one of July.
    const parsed = new Date(`${date}T00:00:00Z`)
    return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date
  }
}
