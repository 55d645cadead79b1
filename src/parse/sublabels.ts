/**
 * The depth of sub-paragraphs from their labels alone. `(i)` may follow `(h)`
 * or open a list inside it: the labels after it decide.
 */

import { letterValue, romanValue } from '../language/numerals.js'
import { foldScript, latinDigits } from '../language/script.js'

interface Reading {
  style: string
  kind: 'letter' | 'roman' | 'digit' | 'capital' | 'bullet'
  value: number
}

/** Letters in the order in which labels count them. */
export type LetterOrder = readonly string[]

/** `‘1’`, as a label between quotation marks is. */
const quoted = /^[‘’'](\p{N}{1,3})[‘’']/u
/** A label between brackets, which right-to-left files may hold the wrong way round, or before one or a stop. */
const labelled =
  /^[“"«‘„]?\s*([()（{]?) ?([\p{L}\p{M}\p{N}]+(?: [\p{L}](?![\p{L}\p{M}\p{N}]))?) ?([()）}.]?)/u

/** What a label may mean, the more usual reading first. */
function readings(label: string, orders: readonly LetterOrder[]): Reading[] {
  const number = quoted.exec(label)?.[1]
  if (number !== undefined) return [{ style: '‘_’', kind: 'digit', value: Number(latinDigits(number)) }]
  const match = labelled.exec(label)
  if (!match?.[2]) return [{ style: label.trim(), kind: 'bullet', value: 0 }]
  const style = `${match[1] ? '(' : ''}_${match[3] === '.' ? '.' : match[3] ? ')' : ''}`
  const core = foldScript(latinDigits(match[2])).replace(/\s/gu, '')
  if (/^\d+$/u.test(core)) return [{ style, kind: 'digit', value: Number(core) }]
  const result: Reading[] = []
  const lower = core.toLowerCase()
  const upper = core !== lower
  const letter = letterValue(lower, orders)
  const numeral = romanValue(lower)
  if (letter !== undefined) result.push({ style, kind: upper ? 'capital' : 'letter', value: letter })
  if (numeral !== undefined)
    result.push({ style: upper ? `${style}^` : style, kind: 'roman', value: numeral })
  return result.length > 0 ? result : [{ style, kind: 'letter', value: 0 }]
}

interface Level extends Reading {
  depth: number
}

/** Follows the labels of one paragraph and tells the depth of each. */
/** No list of the corpus is deeper than five: what seems to be has lost its order. */
const deepest = 8

export class Depths {
  /** The last label began the count of a list that was open already, again, or lies deeper than lists do. */
  isOdd = false
  readonly #orders: readonly LetterOrder[]
  #levels: Level[] = []

  constructor(orders: readonly LetterOrder[]) {
    this.#orders = orders
  }

  /**
   * The depth of the next label, from 1.
   *
   * Given the label and the one after it in the same paragraph, if any.
   */
  next(label: string, following: string | undefined): number {
    const options = readings(label, this.#orders)
    const chosen = this.#choose(options, following)
    const level = this.#find(chosen, (known) => this.#follows(known, chosen))
    // A list of the same labels is no part of itself: where its count begins again, it goes on.
    const same = level ?? this.#find(chosen, () => true)
    const depth = same ? same.depth : Math.min(deepest, (this.#levels.at(-1)?.depth ?? 0) + 1)
    this.isOdd =
      !level && ((same !== undefined && chosen.value === 1) || (this.#levels.at(-1)?.depth ?? 0) === deepest)
    this.#levels = [...this.#levels.filter((known) => known.depth < depth), { ...chosen, depth }]
    return depth
  }

  #choose(options: readonly Reading[], following: string | undefined): Reading {
    const [first] = options
    if (!first || options.length === 1) return first as Reading
    const continuing = options.filter((option) => this.#find(option, (known) => this.#follows(known, option)))
    const starting = options.filter((option) => option.value === 1)
    const next = following === undefined ? [] : readings(following, this.#orders)
    const leads = (option: Reading) =>
      next.some(
        (other) =>
          other.style === option.style && other.kind === option.kind && other.value === option.value + 1,
      )
    const candidates = [...continuing, ...starting.filter((option) => !continuing.includes(option))]
    return candidates.find(leads) ?? candidates[0] ?? options.find(leads) ?? first
  }

  #follows(known: Level, option: Reading): boolean {
    return option.kind === 'bullet' || known.value + 1 === option.value
  }

  /** The deepest open level of the same make. */
  #find(option: Reading, test: (level: Level) => boolean): Level | undefined {
    return this.#levels.findLast(
      (level) => level.style === option.style && level.kind === option.kind && test(level),
    )
  }
}
