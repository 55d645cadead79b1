/** What differs between two paragraphs that say the same in different languages. */

import { mayCorrespond, numbersInNames, verbsOf } from '../language/classes.js'
import type { Discrepancy, DiscrepancyKind, Found } from '../model/concordance.js'
import { plainText } from '../model/tree/text.js'
import type { Figure } from './figures.js'
import type { Unit } from './units.js'

/** A discrepancy before it is known in which texts it is. */
export type Difference = Omit<Discrepancy, 'texts'>

/** What a comparison knows of the two texts as wholes. */
export interface Familiar {
  /** A number that both texts have here and there as part of a name, such as the year of a programme. */
  (value: string): boolean
}

/** Compare two units' own words: the verb, the figures; not their parts, nor their notes. */
export function compareWords(reference: Unit, other: Unit, familiar: Familiar): Difference[] {
  return [...verbs(reference, other), ...figures(reference, other, familiar)]
}

function verbs({ lead: one }: Unit, { lead: other }: Unit): Difference[] {
  if (!one || !other || mayCorrespond(one, other) !== false) return []
  const found = (phrase: typeof one): Found[] => [
    { text: plainText(phrase), value: verbsOf(phrase).join(' or ') },
  ]
  return [{ kind: 'verb', reference: found(one), other: found(other) }]
}

/** What of a text of figures is compared; a footnote has no citations of its own. */
export type Lettered = Pick<Unit, 'figures' | 'cited'>

/** Compare the figures of two texts: what only one has, however often. */
export function figures(reference: Lettered, other: Lettered, familiar: Familiar): Difference[] {
  const [lost, found] = [unmatched(reference, other), unmatched(other, reference)]
  const only = {
    reference: unexplained(lost, other, found),
    other: unexplained(found, reference, lost),
  }
  if (lost.length + found.length === 0) {
    const [one, two] = [replaced(reference, other), replaced(other, reference)]
    if (one && two && one.kind === two.kind) {
      only.reference.push(one)
      only.other.push(two)
    }
  }
  // "At its eighty-second session", where the other text says in words another number: each has one of its own.
  const [said, heard] = [worded(reference, other), worded(other, reference)]
  if (said && heard) {
    only.reference.push(said)
    only.other.push(heard)
  }
  const result = new Map<DiscrepancyKind, Difference>()
  for (const side of ['reference', 'other'] as const) {
    const opposite = only[side === 'reference' ? 'other' : 'reference']
    for (const figure of only[side]) {
      // What has no counterpart at all may be a name said in full in one language only, or a word in another.
      if (
        opposite.length === 0 &&
        figure.kind === 'number' &&
        figure.values.some((value) => isWord(value) || familiar(value) || isOfName(value))
      )
        continue
      const kind = kindOf(figure, side === 'reference' ? reference : other)
      const difference = result.get(kind) ?? { kind, reference: [], other: [] }
      const value = figure.values[0] as string
      if (!difference[side].some((known) => known.value === value))
        difference[side].push({ text: figure.text, value })
      result.set(kind, difference)
    }
  }
  return gathered([...result.values()])
}

/** One and two are an article, a pronoun or a dual in many languages. */
function isWord(value: string): boolean {
  return value === '1' || value === '2'
}

/** Required figures of one text that the other has in no form. */
function unmatched(one: Lettered, other: Lettered): Figure[] {
  const values = new Set(
    other.figures.flatMap((figure) => figure.values.map((value) => keyOf(figure, value))),
  )
  return one.figures.filter(
    (figure) => figure.required && !figure.values.some((value) => values.has(keyOf(figure, value))),
  )
}

/** The one figure that a text has once more than the other, where there is one. */
function replaced({ figures: list }: Lettered, { figures: others }: Lettered): Figure | undefined {
  const count = (figures: readonly Figure[], key: string) =>
    figures.filter((figure) => figure.values.some((value) => keyOf(figure, value) === key)).length
  const more = list.filter((figure) => {
    const key = keyOf(figure, figure.values[0] as string)
    return isTelling(figure) && count(list, key) > count(others, key)
  })
  const values = new Set(more.map(({ values: [value] }) => value))
  return values.size === 1 ? more.at(-1) : undefined
}

/** The one number in words that the other text has in no form: no dozen, decade or hundred, of which languages speak otherwise. */
function worded({ figures: list }: Lettered, { figures: others }: Lettered): Figure | undefined {
  const there = new Set(others.flatMap(({ values, parts }) => [...values, ...parts]))
  const own = list.filter(({ kind, required, text, values: [value = ''] }) => {
    const isWord = kind === 'number' && !required && !/^[IVXLC]+$/u.test(text)
    return isWord && Number(value) > 12 && Number(value) < 100 && !there.has(value)
  })
  return own.length === 1 ? own[0] : undefined
}

/** Small numbers are said again, or not, as the grammar of a language has it. */
function isTelling({ required, kind, values }: Figure): boolean {
  return required && (kind !== 'number' || (values.length === 1 && Number(values[0]) >= 10))
}

function keyOf({ kind }: Figure, value: string): string {
  return kind === 'number' ? value : `${kind} ${value}`
}

/**
 * Figures whose numbers the other text does not have either, apart from what
 * corresponds: "25 and 26 September 2019" is one day and a number in English,
 * another day and another number in Chinese.
 */
function unexplained(list: readonly Figure[], other: Lettered, free: readonly Figure[]): Figure[] {
  if (list.length === 0) return []
  const loose = other.figures.filter((figure) => figure.bare || free.includes(figure))
  // The month and the year of a day may be said once for several days.
  const shared = new Set(
    other.figures.flatMap(({ kind, parts }) => (kind === 'date' ? parts.slice(0, 2) : [])),
  )
  return list.filter((figure) => {
    const { kind, values, parts } = figure
    // 6.2.1 is not 6.1.2: what is made of the same parts is another number.
    const pieces = loose.filter((one) => one.bare || one.kind !== kind || kind === 'date')
    const numbers = new Set(pieces.flatMap((one) => one.parts))
    if (kind === 'symbol') return !isShortened(values[0] as string, other, numbers)
    if (kind === 'number')
      return (
        !parts.every((part) => numbers.has(part)) && !isNamed(values, other) && !isMultiplied(figure, loose)
      )
    const bare = new Set(pieces.flatMap((one) => (one.kind === 'number' ? one.parts : [])))
    const [year = '', month = '', day = ''] = parts
    // A month whose name the grammar does not know in this form says nothing.
    if (bare.has(year) && bare.has(day)) return false
    const known = (part: string) => numbers.has(part) || shared.has(part)
    // The fifth month of another day is no fifth day.
    const days = pieces.flatMap((one) => (one.kind === 'date' ? one.parts.slice(2) : one.parts))
    return !(days.includes(day) && known(month) && known(year))
  })
}

/** "A/97/12, Add.1 and 2": the last symbol is a number in one language and may be a symbol in another. */
function isShortened(symbol: string, { figures: list }: Lettered, numbers: ReadonlySet<string>): boolean {
  const [, base = '', number = ''] = /^(.*\D)(\d+)$/u.exec(symbol) ?? []
  return (
    base !== '' &&
    numbers.has(number) &&
    list.some(({ kind, values }) => kind === 'symbol' && values[0]?.startsWith(base))
  )
}

/** One of the two is multiplied by a word that the other's grammar does not know, or that is in another language. */
function isMultiplied({ multiplied, values: [value = ''] }: Figure, list: readonly Figure[]): boolean {
  const digits = (number: string) => number.replace('.', '').replace(/0+$/u, '')
  return list.some(
    (one) =>
      one.kind === 'number' && one.multiplied !== multiplied && digits(one.values[0] ?? '') === digits(value),
  )
}

function isOfName(value: string): boolean {
  return numbersInNames().some((name) => name.includes(value))
}

/** The number is one of those by which a name is known, and the other text has another of them. */
function isNamed(values: readonly string[], { figures: list }: Lettered): boolean {
  return numbersInNames().some(
    (name) =>
      values.some((value) => name.includes(value)) &&
      list.some((figure) => figure.values.some((value) => name.includes(value))),
  )
}

/** A figure inside words that cite is a citation. */
function kindOf({ kind, start, end }: Figure, { cited }: Lettered): DiscrepancyKind {
  if (kind === 'date') return 'date'
  const cites = cited.some((range) => range.start <= start && end <= range.end)
  return cites ? 'citation' : kind
}

/** One language may cite or date where another only names a number: then both tell of one thing. */
function gathered(list: Difference[]): Difference[] {
  const number = list.find(({ kind }) => kind === 'number')
  const without = number && lacks(number)
  if (!without) return list
  const half = list.find((each) => each !== number && lacks(each) !== null && lacks(each) !== without)
  if (!half) return list
  const both: Difference = {
    kind: half.kind,
    reference: [...half.reference, ...number.reference],
    other: [...half.other, ...number.other],
  }
  return [both, ...list.filter((each) => each !== half && each !== number)]
}

function lacks({ reference, other }: Difference): 'reference' | 'other' | null {
  if (reference.length === 0) return 'reference'
  return other.length === 0 ? 'other' : null
}
