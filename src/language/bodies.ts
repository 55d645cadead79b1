/** Whose a resolution is: the body that a text names, or that speaks. */
import type { Patterns } from './patterns.js'
import type { NumberShape } from './records/common.js'
import type { GrammarFile } from './records/language.js'
import { foldScript } from './script.js'

/** Characters before a citation in which the name of a body is looked for: the longest in use has some 80. */
const longestName = 160
const endsSmall = /(?:^|\s)\p{Ll}+\s$/u
const opensQuoted = /^[\s"“”«„'‘]+/u
/** A word and a space: what a name ends with in languages that name bodies before the citation. */
const endsWithName = /[\p{L}’')]\s$/u

export class Bodies {
  readonly #patterns: Patterns
  readonly #names: readonly { name: string; series: readonly string[] }[]
  readonly #joints: readonly string[]
  /** The end of the verb that opens a text; 0 where none does. */
  readonly #opening: (text: string) => number

  constructor(file: GrammarFile, patterns: Patterns, opening: (text: string) => number) {
    this.#patterns = patterns
    this.#opening = opening
    this.#names = file.bodies.map(({ name, series }) => ({ name: foldScript(name), series }))
    this.#joints = [...file.listSeparators.map(foldScript), ',', '،', '，', '、', ' (']
  }

  /** The whole name of the body whose word is at an offset: *Conseil* is the beginning of many. */
  whole(organ: string, text: string, at: number): string {
    if (at < 0) return organ
    const longer = this.#patterns.match('bodyName', text, at)?.[0]
    if (longer !== undefined && longer.length > organ.length) return longer
    const next = this.#isShared(organ) && this.#patterns.has('bodyGoesOn')
    const more = next ? this.#patterns.match('bodyGoesOn', text, at + organ.length)?.[0] : undefined
    return more === undefined ? organ : organ + more
  }

  /** The body named right before an offset, known or not: "Governing Council |decision". */
  before(text: string, at: number): string | null {
    if (!this.#patterns.has('citeBodyBefore')) return null
    const words = text.slice(Math.max(0, at - longestName), at)
    if (!endsWithName.test(words)) return null
    const organ = this.#patterns.first('citeBodyBefore', words)?.groups?.organ
    if (organ === undefined) return null
    // "Recalling Council resolution": the verb that opens a paragraph has a capital too.
    const opening = this.#opening(organ)
    return this.#lastOf(opening === 0 ? organ : organ.slice(opening).trim()) || null
  }

  /** The body whose name ends at an offset, in languages that name bodies behind the number. */
  endingAt(text: string, at: number): string | null {
    const from = Math.max(0, at - longestName)
    const words = text.slice(from, at).trimEnd()
    for (const name of [...this.#names, 'bodyName']) {
      if (typeof name !== 'string') {
        const plain = foldScript(words)
        if (plain.endsWith(name.name)) return words.slice(-name.name.length)
      } else if (this.#patterns.has(name)) {
        const found = this.#patterns
          .all(name, words)
          .find((one) => one.index + one[0].length === words.length)
        if (found) return found[0]
      }
    }
    return null
  }

  /** Of names that small words join ("the Charter and Assembly resolution 50/227") the last, if it is known. */
  #lastOf(organ: string): string {
    const plain = foldScript(organ)
    const known = this.#names.find(
      ({ name }) => plain.endsWith(name) && endsSmall.test(plain.slice(0, -name.length)),
    )
    return known ? organ.slice(-known.name.length) : organ
  }

  /** The body named behind the last number of a list. */
  after(text: string, at: number): string | null {
    if (!this.#patterns.has('citeBodyAfter')) return null
    return this.#patterns.match('citeBodyAfter', text, at)?.groups?.organ ?? null
  }

  /**
   * The series of a number: that of the body named or, without one, of the
   * speaker if it numbers so, else of whoever numbers so first.
   *
   * Null where a body is named or speaks that the grammar does not know: a
   * citation without an address is better than one with another body's.
   */
  series({ series, others }: NumberShape, named: string | null, speaker: string | null): string | null {
    const all = series === null ? others : [series, ...others]
    const organ = named ?? speaker
    const body = organ === null ? undefined : this.#find(organ)
    const own = all.find((one) => body?.series.includes(one))
    if (own !== undefined) return own
    if (named !== null) return null
    // Of numbers that many bodies use, an unknown speaker may mean its own.
    if (organ !== null && body === undefined && others.length > 0) return null
    return series
  }

  #isShared(organ: string): boolean {
    const plain = foldScript(organ)
    return this.#names.some(({ name, series }) => name === plain && series.length > 1)
  }

  /** A name as the grammar has it, with its article or without, or followed by what parts lists. */
  #find(organ: string): { series: readonly string[] } | undefined {
    const bare = organ.replace(opensQuoted, '')
    const plain = foldScript(bare.slice(this.#patterns.match('article', bare, 0)?.[0].length ?? 0))
    return this.#names.find(({ name }) => {
      if (!plain.startsWith(name)) return false
      const rest = plain.slice(name.length)
      return rest === '' || this.#joints.some((joint) => rest.startsWith(joint))
    })
  }
}
