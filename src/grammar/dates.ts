/** Dates and ordinals in the words of a language. */
import { alternatives } from './patterns.js'
import type { GrammarFile } from './types.js'

export class Dates {
  readonly #file: GrammarFile
  #day: RegExp | undefined
  #range: RegExp | undefined

  constructor(file: GrammarFile) {
    this.#file = file
  }

  /** "16 October 2020" → "2020-10-16". */
  day(text: string): string | null {
    this.#day ??= new RegExp(`(\\d{1,2}) (${alternatives(this.#file.months)}) (\\d{4})`, 'u')
    const found = this.#day.exec(text)
    return found ? this.#iso(found[1], found[2], found[3]) : null
  }

  /** "9 September–11 October 2024" → both days; what the first lacks, the second has. */
  range(text: string): { from: string | null; to: string | null } | null {
    const months = alternatives(this.#file.months)
    this.#range ??= new RegExp(
      `(\\d{1,2})(?: (${months}))?(?: (\\d{4}))?\\s?(?:[–-]|\\p{L}+)\\s?(\\d{1,2}) (${months}) (\\d{4})`,
      'u',
    )
    const found = this.#range.exec(text)
    if (!found) {
      const day = this.day(text)
      return day ? { from: day, to: day } : null
    }
    const [, first, month, year, last, lastMonth, lastYear] = found
    return {
      from: this.#iso(first, month ?? lastMonth, year ?? lastYear),
      to: this.#iso(last, lastMonth, lastYear),
    }
  }

  /** "Seventy-seventh" → 77, "74th" → 74. */
  ordinal(words: string): number | null {
    const { ordinals, tens } = this.#file
    const figure = /^\d+/u.exec(words)
    if (figure) return Number(figure[0])
    const parts = words.toLowerCase().split(/[\s-]+/u)
    let sum = 0
    for (const part of parts) {
      const value = ordinals[part] ?? tens[part]
      if (value !== undefined) sum += value
      else if (part in this.#file.hundreds) sum += this.#file.hundreds[part] ?? 0
    }
    return sum > 0 ? sum : null
  }

  #iso(day: string | undefined, month: string | undefined, year: string | undefined): string | null {
    const number = this.#file.months.indexOf(month ?? '') + 1
    if (!day || !year || number === 0) return null
    const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    return Number.isNaN(Date.parse(date)) ? null : date
  }
}
