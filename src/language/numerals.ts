/** Numerals of labels both ways: Roman ones, letters that are doubled behind the last, figures of a script. */

const signs: readonly (readonly [worth: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** Beyond this a numeral is longer than any label: a hostile start value must not fill memory. */
const longest = 30

/** Write 14 as `xiv`, in small letters; in figures what is too large for a label. */
export function roman(value: number): string {
  if (value > 1000 * longest) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign
  return text
}

const worths: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** Read `xiv` as 14; undefined if it is no numeral below 400 in its normal form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu.test(text) || text === '') return undefined
  const values = [...text.toLowerCase()].map((sign) => worths[sign] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** Write 1 as `a`, 26 as `z`, 27 as `aa`, 28 as `bb`: texts of the United Nations double the letter. */
export function lettered(value: number, order: string | readonly string[]): string {
  const letter = order[(value - 1) % order.length] ?? ''
  return letter.repeat(Math.min(longest, Math.ceil(value / order.length)))
}

/** Read `aa` as 27, in the first order of letters that has the letter; undefined if it is none. */
export function letterValue(text: string, orders: readonly (readonly string[])[]): number | undefined {
  const [first] = text
  if (!first || [...text].some((letter) => letter !== first)) return undefined
  const order = orders.find((one) => one.includes(first))
  return order && (text.length - 1) * order.length + order.indexOf(first) + 1
}

/** Write a number in the figures of a script, which are told by their zero. */
export function inFigures(value: number, zero: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)))
}
