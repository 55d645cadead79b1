/** The numbers of a text: in figures of any script, with the words that multiply them, and in words. */
import { alternatives } from './patterns.js'
import type { GrammarFile } from './records/language.js'
import type { NumberMatch } from './types.js'

export type NumberWords = Pick<
  GrammarFile,
  | 'spaced'
  | 'direction'
  | 'months'
  | 'cardinals'
  | 'ordinals'
  | 'tens'
  | 'hundreds'
  | 'magnitudes'
  | 'numberJoint'
  | 'hundredJoint'
  | 'afternoon'
>

// Groups of three behind one and the same mark, a fraction behind another; or parts between strokes: 72/178; or a time: 16:30.
const figure =
  /(?<!\p{Nd})(?:\p{Nd}{1,3}(?:(?<mark>[ \u00A0\u2009\u202F.,\u066C'’])\p{Nd}{3}(?:\k<mark>\p{Nd}{3}){0,5})(?!\p{Nd})(?:[.,\u066B]\p{Nd}{1,12})?|\p{Nd}{1,40}(?:(?:\/\p{Nd}{1,6}){1,3}|(?:\.\p{Nd}{1,3}){2,4}|[.,\u066B]\p{Nd}{1,12}|:\p{Nd}{2}(?!\p{Nd}))?)/gu
/** Digits in groups, as typing leaves them where lines run from right to left. */
const groups =
  /(?<!\p{Nd}|\p{Nd}[.,/\u066B\u066C])\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{1,3}){1,6}(?!\p{Nd}|[.,/\u066B\u066C]\p{Nd})/gu
/** Zeros of the scripts whose digits are not ASCII and which documents are written in. */
const zeros = [0x660, 0x6f0, 0xff10]

/** Write the digits of any script as ASCII digits, the decimal mark as a full stop and groups together. */
export function normalNumber(printed: string): string {
  const digits = printed.replace(/[^\p{ASCII}]/gu, (char) => {
    const code = char.codePointAt(0) as number
    const zero = zeros.find((one) => code >= one && code < one + 10)
    if (zero !== undefined) return String(code - zero)
    return char === '\u066B' ? '.' : char === '\u066C' ? ',' : ' '
  })
  const grouped = /^([1-9]\d{0,2})((?:([ .,'])\d{3})(?:\3\d{3})*)(?:[.,](\d+))?$/u.exec(digits)
  if (!grouped) return digits.replace(/[,:]/u, '.').replace(/^0+(?=\d)/u, '')
  const [, head = '', groups = '', , fraction] = grouped
  return `${head}${groups.replace(/\D/gu, '')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** The value of a number, and where one mark may be of groups or of a fraction (4.172, 100.000) both. */
function readings(printed: string): string[] {
  const value = normalNumber(printed)
  const either = /^[^0]\p{Nd}{0,2}[.,]\p{Nd}{3}$/u.test(printed)
  return either ? [value, `${value.slice(0, -3)}.${value.slice(-3)}`] : [value]
}

/** Multiply a number in its normal form by a power of ten. */
function multiplied(value: string, power: number): string {
  const [whole = '', fraction = ''] = value.split('.')
  const rest = fraction.slice(power)
  const digits = `${whole}${fraction.slice(0, power).padEnd(power, '0')}`.replace(/^0+(?=\d)/u, '')
  return rest === '' ? digits : `${digits}.${rest}`
}

/** Make the reader of numbers for a language, or for one whose words are not known. */
export function numberReader(words: NumberWords | null): (text: string) => NumberMatch[] {
  let spelled: ((text: string) => NumberMatch[]) | undefined
  let magnitude: RegExp | undefined
  let afternoon: RegExp | null | undefined
  const rightToLeft = words?.direction === 'rtl'
  return (whole) => {
    const found: NumberMatch[] = rightToLeft ? turnedGroups(whole) : []
    const text = without(whole, found)
    if (words?.magnitudes) {
      magnitude ??= new RegExp(
        `\\s{0,2}(${alternatives(Object.keys(words.magnitudes))})${words.spaced ? '(?!\\p{L})' : ''}`,
        'iuy',
      )
    }
    for (const { 0: printed, index } of text.matchAll(figure)) {
      let end = index + printed.length
      const values = readings(printed)
      let multiplies = false
      if (magnitude && !printed.includes('/')) {
        magnitude.lastIndex = end
        const power = words?.magnitudes?.[magnitude.exec(text)?.[1]?.toLowerCase() ?? '']
        if (power !== undefined) {
          end = magnitude.lastIndex
          values.unshift(...values.map((value) => multiplied(value, power)))
          multiplies = true
        }
      }
      // 10.00 is a time, and ten.
      const also = /^\d{1,2}\.00$/u.test(values[0] ?? '') ? [(values[0] as string).slice(0, -3)] : []
      const match: NumberMatch = { start: index, end, values, also, spelled: false }
      found.push(multiplies ? { ...match, multiplied: true } : match)
    }
    found.sort((a, b) => a.start - b.start)
    if (!words) return found
    afternoon ??= words.afternoon ? new RegExp(alternatives(words.afternoon), 'giu') : null
    if (afternoon) addHours(found, text, afternoon)
    addHyphened(found, text, rightToLeft)
    spelled ??= spelledReader(words)
    return [...found, ...spelled(without(text, found))].sort((a, b) => a.start - b.start)
  }
}

/** The text without some ranges, each place kept. */
function without(text: string, ranges: readonly { start: number; end: number }[]): string {
  let result = ''
  for (const { start, end } of ranges) result += text.slice(result.length, start) + '_'.repeat(end - start)
  return result + text.slice(result.length)
}

/** "from 3 to 4.30 p.m.": so far from the word are the hours that it tells of. */
const hoursWithin = 16

/** Hours of the afternoon are 12 more on a clock of 24. */
function addHours(found: NumberMatch[], text: string, afternoon: RegExp): void {
  for (const { 0: printed, index } of text.matchAll(afternoon)) {
    for (const { start, end, values, also } of found) {
      const [, hour, rest = ''] = /^(\d|1[0-2])(\.[0-5]\d)?$/u.exec(values[0] ?? '') ?? []
      const near = end > index - hoursWithin && start < index + printed.length + hoursWithin
      if (hour !== undefined && near) also.push(`${(Number(hour) % 12) + 12}${rest}`)
    }
  }
}

/** "58-3" is resolution 58.3 as well as two numbers; where lines run from right to left, its parts may be turned. */
function addHyphened(found: readonly NumberMatch[], text: string, rightToLeft: boolean): void {
  found.forEach((one, at) => {
    const other = found[at + 1]
    if (!other || !/^[-\u2011]$/u.test(text.slice(one.end, other.start))) return
    const [before = '', after = ''] = [one.values[0], other.values[0]]
    if (![before, after].every((value) => /^\d{1,3}$/u.test(value))) return
    const both = [`${before}.${after}`, ...(rightToLeft ? [`${after}.${before}`] : [])]
    one.also.push(...both)
    other.also.push(...both)
  })
}

/**
 * "800 154" is 154,800 where lines run from right to left: each group is typed
 * where it is to be seen. Where both orders are possible, both are meant.
 */
function turnedGroups(text: string): NumberMatch[] {
  return [...text.matchAll(groups)].flatMap(({ 0: printed, index: start }): NumberMatch[] => {
    const list = printed.split(/[ \u00A0\u202F]/u)
    const readings = [list, list.toReversed()].filter(([, ...rest]) =>
      rest.every((group) => group.length === 3),
    )
    const values = readings.map((reading) => normalNumber(reading.join('')))
    return values.length === 0
      ? []
      : [{ start, end: start + printed.length, values, also: [], spelled: false }]
  })
}

/** Numbers in words: what is side by side is added, and what is a hundred or more multiplies. Ones may be joined to tens by a word, and tens to hundreds. */
function spelledReader({ spaced, ...lists }: NumberWords): (text: string) => NumberMatch[] {
  const {
    months,
    cardinals = {},
    magnitudes = {},
    ordinals,
    tens,
    hundreds,
    numberJoint,
    hundredJoint,
  } = lists
  const powers = Object.entries(magnitudes).map(([word, power]): [string, number] => [word, 10 ** power])
  const listed = [...powers, ...Object.entries({ ...ordinals, ...tens, ...hundreds, ...cardinals })]
  const named = months.flatMap((names, index) =>
    [names].flat().map((name): [string, number] => [name, index + 1]),
  )
  const values = new Map(
    [...named, ...listed]
      .filter(([word]) => /\p{L}/u.test(word))
      .map(([word, value]) => [word.toLowerCase(), value]),
  )
  if (values.size === 0) return () => []
  const one = alternatives([...values.keys()])
  const word = new RegExp(spaced ? `(?<!\\p{L})(?:${one})(?!\\p{L})` : one, 'giu')
  const joint = spaced ? /^[ \u00A0\u2010\u2011-]$/u : /^$/u
  const joined = (joints: string[] | undefined) =>
    joints && new RegExp(`^[ \\u00A0](?:${alternatives(joints)})[ \\u00A0]$`, 'u')
  const [and, andBelow] = [joined(numberJoint), joined(hundredJoint)]
  // Where words are not parted, ten is a multiplier too: 五十一 is 5 × 10 + 1.
  const least = spaced ? 100 : 10
  return (text) => {
    const found: (NumberMatch & { sum: number })[] = []
    for (const { 0: printed, index } of text.matchAll(word)) {
      const value = values.get(printed.toLowerCase()) as number
      const end = index + printed.length
      const last = found.at(-1)
      const between = text.slice(last?.end ?? index, index)
      const adds =
        last &&
        ((value < 20 && last.sum % 100 >= 20 && last.sum % 10 === 0 && and?.test(between)) ||
          (value < 100 && last.sum > 0 && last.sum % 100 === 0 && andBelow?.test(between)))
      if (last && (joint.test(between) || adds)) {
        const below = last.sum % value
        last.sum = value >= least ? last.sum - below + (below || 1) * value : last.sum + value
        last.end = end
      } else found.push({ start: index, end, sum: value, values: [], also: [], spelled: true })
    }
    return found.map(({ sum, ...match }) => ({ ...match, values: [String(sum)] }))
  }
}
