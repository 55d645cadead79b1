/** The numbers of a text: in figures of any script, with the words that multiply them, and in words. */
import { alternatives } from './patterns.js'
import type { GrammarFile, NumberMatch } from './types.js'

export type NumberWords = Pick<
  GrammarFile,
  'spaced' | 'direction' | 'months' | 'cardinals' | 'ordinals' | 'tens' | 'hundreds' | 'magnitudes'
>

// Groups of three behind one and the same mark, a fraction behind another; or parts between strokes: 72/178.
const figure =
  /(?<!\p{Nd})(?:\p{Nd}{1,3}(?:(?<mark>[ \u00A0\u2009\u202F.,\u066C'’])\p{Nd}{3}(?:\k<mark>\p{Nd}{3}){0,5})(?!\p{Nd})(?:[.,\u066B]\p{Nd}{1,12})?|\p{Nd}{1,40}(?:(?:\/\p{Nd}{1,6}){1,3}|(?:\.\p{Nd}{1,3}){2,4}|[.,\u066B]\p{Nd}{1,12})?)/gu
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
  if (!grouped) return digits.replace(',', '.').replace(/^0+(?=\d)/u, '')
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
  const rightToLeft = words?.direction === 'rtl'
  return (whole) => {
    const found: NumberMatch[] = rightToLeft ? turnedGroups(whole) : []
    const text = found.reduce(
      (rest, { start, end }) => rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end),
      whole,
    )
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
      found.push({ start: index, end, values, spelled: false, ...(multiplies ? { multiplied: true } : {}) })
    }
    if (words) {
      spelled ??= spelledReader(words)
      found.push(...spelled(text))
    }
    return found.sort((a, b) => a.start - b.start)
  }
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
    return values.length === 0 ? [] : [{ start, end: start + printed.length, values, spelled: false }]
  })
}

/** Numbers in words: what stands side by side is added, and what is a hundred or more multiplies. */
function spelledReader({ spaced, ...lists }: NumberWords): (text: string) => NumberMatch[] {
  const { months, cardinals = {}, ordinals, tens, hundreds } = lists
  const listed = Object.entries({ ...ordinals, ...tens, ...hundreds, ...cardinals })
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
  // Where words are not parted, ten is a multiplier too: 五十一 is 5 × 10 + 1.
  const least = spaced ? 100 : 10
  return (text) => {
    const found: (NumberMatch & { sum: number })[] = []
    for (const { 0: printed, index } of text.matchAll(word)) {
      const value = values.get(printed.toLowerCase()) as number
      const end = index + printed.length
      const last = found.at(-1)
      if (last && joint.test(text.slice(last.end, index))) {
        const below = last.sum % value
        last.sum = value >= least ? last.sum - below + (below || 1) * value : last.sum + value
        last.end = end
      } else found.push({ start: index, end, sum: value, values: [], spelled: true })
    }
    return found.map(({ sum, ...match }) => ({ ...match, values: [String(sum)] }))
  }
}
