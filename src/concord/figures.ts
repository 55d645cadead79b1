/** What a run of text holds that no translation changes: numbers, dates, symbols. */
import { numberReader } from '../language/numbers.js'
import { romanValue } from '../language/numerals.js'
import { normalSymbol } from '../language/symbols.js'
import type { Grammar } from '../language/types.js'

export interface Figure {
  kind: 'number' | 'date' | 'symbol'
  /** As printed. */
  text: string
  /** In normal form; a further one where it may be read in two ways. */
  values: string[]
  /** The numbers that it is made of: of a date the day, the month and the year. */
  parts: string[]
  /** A number that is no part of another: neither 72/178 nor 1.5. */
  bare: boolean
  /** False for what another language need not have: numbers in words or names (G7), Roman numerals, months, corrigenda. */
  required: boolean
  /** A word behind it multiplies it: million. */
  multiplied?: boolean
  /** Where in the text. */
  start: number
  end: number
}

const bareNumbers = numberReader(null)
const roman = /(?<![\p{L}\p{N}])(?=[IVXLC]{1,9}(?!\p{Lu}))C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})/gu

/**
 * Read the figures of a text.
 *
 * Given the grammar of its language, or null. Ensures figures in the order of
 * the text, none inside another.
 */
export function figuresOf(text: string, grammar: Grammar | null): Figure[] {
  const found: Figure[] = []
  let rest = text
  const add = (start: number, end: number, figure: Omit<Figure, 'start' | 'end' | 'text'>) => {
    found.push({ ...figure, text: text.slice(start, end).trim(), start, end })
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  let base = ''
  for (const { 0: printed, index } of grammar ? symbolsIn(text, grammar) : []) {
    const short = base !== '' && !printed.includes('/')
    const whole = normalSymbol(short ? `${base}/${printed}` : printed)
    const part = grammar?.findAll('symbolPart', whole).at(-1)
    const value = symbolValue(whole)
    base = part ? symbolValue(whole.slice(0, part.index)) : value
    const required = part?.groups?.corrigendum === undefined
    add(index, index + printed.length, {
      kind: 'symbol',
      values: [value],
      parts: partsOf(value),
      bare: false,
      required,
    })
  }
  for (const { 0: printed, index } of grammar?.findAll('date', rest) ?? []) {
    const day = grammar?.isoDate(printed)
    if (!day) continue
    const parts = day.split('-').map((part) => String(Number(part)))
    add(index, index + printed.length, { kind: 'date', values: [day], parts, bare: false, required: true })
  }
  for (const { start, end, values, also, spelled, multiplied } of grammar?.numbers(rest) ??
    bareNumbers(rest)) {
    const parts = values.flatMap((value) => value.split(/[./]/u))
    const required = !spelled && !/\p{sc=Latin}/u.test(rest[start - 1] ?? '')
    const bare = !values.some((value) => /[./]/u.test(value))
    const figure = {
      kind: 'number' as const,
      values: [...withFullYear(values), ...also],
      parts,
      bare,
      required,
    }
    add(start, end, multiplied ? { ...figure, multiplied } : figure)
  }
  for (const { 0: printed, index } of rest.matchAll(roman)) {
    const numeral = romanValue(printed)
    if (numeral === undefined) continue
    const value = String(numeral)
    add(index, index + printed.length, {
      kind: 'number',
      values: [value],
      parts: [value],
      bare: true,
      required: false,
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Symbols, and what is short for one behind another: "A/97/12 and Corr.1". */
function symbolsIn(text: string, grammar: Grammar): RegExpExecArray[] {
  const whole = grammar.findAll('symbol', text)
  const inside = (at: number) => whole.some((one) => one.index <= at && at < one.index + one[0].length)
  const short = grammar.findAll('symbolSuffix', text).filter(({ index }) => !inside(index))
  return [...whole, ...short].sort((a, b) => a.index - b.index)
}

function partsOf(value: string): string[] {
  return bareNumbers(value).flatMap(({ values }) => values.flatMap((one) => one.split(/[./]/u)))
}

/** "2020/21" is 2020/2021 too. */
function withFullYear(values: string[]): string[] {
  return values.flatMap((value) => {
    const [, century, years] = /^((?:19|20)\d\d)\/(\d\d)$/u.exec(value) ?? []
    return century === undefined ? [value] : [value, `${century}/${century.slice(0, 2)}${years}`]
  })
}

/** A symbol as all languages share it: without the letter of a language or part. */
function symbolValue(printed: string): string {
  return normalSymbol(printed.toUpperCase()).replace(/ ?\((?!\d).*$/u, '')
}
