/**
 * What Unicode says of the characters of a script, for comparing only: digits of
 * every script are figures, and letters of the Arabic script are the same with
 * and without vowel marks, hamza, stretching or the shapes that fonts give them.
 */

/** Characters that only direct or stretch what stands around them, and vowel marks, which most texts leave out. */
const silent =
  '\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF'
/** Letters are stretched by a handful of strokes; bounded, so that no text makes an expression slow. */
const mostSilent = 12
const silentRun = `[${silent}]{0,${mostSilent}}`
const silentAll = new RegExp(`[${silent}]+`, 'gu')
const notAscii = /\P{ASCII}/u
const arabic = /[\p{sc=Arab}\u0640\u064B-\u065F\u0670]/u
const otherDigit = /(?![0-9])\p{Nd}/gu
const oneDigit = /\p{Nd}/u
/** The block of the Arabic letters. */
const firstLetter = 0x0621
const lastLetter = 0x06d5
const isLetter = /\p{L}/u

/**
 * Write the digits of every script as 0–9.
 *
 * Ensures the same length, in characters; all else stays.
 *
 * @example latinDigits('٧٧/٢١٠') // '77/210'
 */
export function latinDigits(text: string): string {
  if (!notAscii.test(text)) return text
  return text.replace(otherDigit, (digit) => String(digitValue(digit.codePointAt(0) as number)))
}

/** Unicode keeps the digits of a script in runs of ten, from zero. */
function digitValue(code: number): number {
  let zero = code
  while (oneDigit.test(String.fromCodePoint(zero - 1))) zero--
  return (code - zero) % 10
}

/** Fold letters of the Arabic script to their skeleton, and drop what is silent; the length changes. */
export function foldScript(text: string): string {
  if (!arabic.test(text)) return text
  return text.normalize('NFKD').replace(silentAll, '')
}

/**
 * Let the literals of a regular expression match what is written for them.
 *
 * Given the source of an expression. Ensures that a letter of the Arabic script
 * matches its kin, with silent characters behind it; with `otherDigits`, that
 * `\d` matches the digits of all scripts; with `directed`, that white space may
 * have marks of direction about it. A space matches every space that does not
 * break the line, so do apostrophes and hyphens their kin.
 */
export function widen(source: string, { otherDigits = false, directed = false } = {}): string {
  const space = directed ? `(?:[ \\u00a0\\u202f]${silentRun})` : '[ \\u00a0\\u202f]'
  const white = directed ? `\\s${silent}` : '\\s'
  const escaped = (part: string, inClass: boolean) => {
    if (part === '\\d' && otherDigits) return '\\p{Nd}'
    if (part === '\\s' && directed) return inClass ? white : `[${white}]`
    return part
  }
  return source.replace(parts, (part) => {
    if (part === ' ') return space
    const like = alike[part]
    if (like !== undefined) return like
    if (part.startsWith('\\')) return escaped(part, false)
    if (!part.startsWith('[')) return letter(part)
    return part.replace(classParts, (one) => (one.startsWith('\\') ? escaped(one, true) : kin(one)))
  })
}

/** Let an expression take the silent characters before and behind what it matches. */
export function aroundMatch(source: string): string {
  return `${silentRun}(?:${source})${silentRun}`
}

const parts = /\\.|\[(?:\\.|[^\]\\])*\]|[ ’-]|[\p{sc=Arab}،؛؟]/gsu
const classParts = /\\.|\p{sc=Arab}(?![-\u2010])(?<!-.)/gsu

/** Apostrophes and hyphens, too, are typed in more than one way. */
const alike: Readonly<Record<string, string>> = { '’': "[’']", '-': '[-‑]' }

function letter(char: string): string {
  const letters = kin(char)
  return `(?:${letters === char ? char : `[${letters}]`}${silentRun})`
}

let kinOf: Map<string, string> | undefined

/** The letters that fold to the same skeleton. */
function kin(char: string): string {
  if (!kinOf) {
    kinOf = new Map()
    for (let code = firstLetter; code <= lastLetter; code++) {
      const other = String.fromCodePoint(code)
      const skeleton = foldScript(other)
      if (isLetter.test(other)) kinOf.set(skeleton, (kinOf.get(skeleton) ?? '') + other)
    }
  }
  return kinOf.get(foldScript(char)) ?? char
}
