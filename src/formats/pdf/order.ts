/**
 * The order on paper → the order of reading.
 *
 * Arabic is read from right to left, but for numbers and for words of other
 * scripts, which are set from left to right inside it. This turns round how the
 * Unicode bidirectional algorithm sets a line.
 *
 * @see https://www.unicode.org/reports/tr9/
 */

/** What has a place on a line. */
interface Sign {
  text: string
  x: number
  right: number
  /** A mark, which is of no number beside it. */
  raised?: boolean
}

/** Letters that are written from right to left; Arabic figures, which are among them, are not. */
const rightToLeft = /[\u0590-\u065f\u066b-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u
const arabicFigure = /[\u0660-\u0669\u06f0-\u06f9]/u
const figure = /\p{Nd}/u
const letter = /\p{L}/u
/** Stand inside a number: 67/234, 1.5, 09:30. In Arabic figures, and behind Arabic letters, a hyphen parts two numbers. */
const inNumber = /^[./,:\u00a0\u060c\u066b\u066c]$/u
const inEuropeanNumber = /^[./,:\u00a0+−-]$/u
/** Belong to the European number that they touch: 5%, $20. */
const byNumber = /^[%#°\p{Sc}]$/u

export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/** A sign of ASCII, which most are. */
export function isAscii(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 0x80
}

/** A letter of ASCII, by its code. */
export function isLatin(code: number): boolean {
  const small = code | 0x20
  return code < 0x80 && small >= 0x61 && small <= 0x7a
}

type Direction = 'right' | 'left' | 'number' | 'arabicNumber' | 'neutral'

/** Signs that keep their order on paper, from left to right. */
interface Unit<T> {
  direction: Direction
  signs: T[]
}

function directionOf({ text }: Sign): Direction {
  if (arabicFigure.test(text)) return 'arabicNumber'
  if (rightToLeft.test(text)) return 'right'
  if (figure.test(text)) return 'number'
  return letter.test(text) ? 'left' : 'neutral'
}

/**
 * Order the signs of a line as they are read.
 *
 * Given them in any order. Gives them in groups, each in its order on paper
 * from left to right; a line without a letter of a right-to-left script is one,
 * but where `leftward` says that it is set as if it had one: then a mark at its right opens it.
 *
 *     قراره ٦٧/٢٣٤ المؤرخ        ← read from here
 *           ^^^^^^               but this from left to right
 */
export function inReadingOrder<T extends Sign>(signs: T[], leftward = false): T[][] {
  const isArabic = ({ text }: Sign) => !isAscii(text) && (rightToLeft.test(text) || arabicFigure.test(text))
  if (!leftward && !signs.some(isArabic)) return [signs]
  const units = unitsOf([...signs].sort((a, b) => a.x - b.x))
  if (leftward) {
    const opening = units.findLast(({ direction }) => direction !== 'neutral')
    if (opening?.signs.every(({ raised }) => raised)) opening.direction = 'right'
  }
  const result: T[][] = []
  let end = units.length
  for (let at = units.length - 1; at >= -1; at--) {
    const unit = units[at]
    if (unit && unit.direction !== 'right' && unit.direction !== 'arabicNumber') continue
    result.push(...betweenArabic(units.slice(at + 1, end)))
    if (unit) result.push(unit.signs)
    end = at
  }
  return result
}

/** Words of another script are read from left to right with the numbers behind them; the rest is not. */
function betweenArabic<T extends Sign>(units: readonly Unit<T>[]): T[][] {
  const first = units.findIndex(({ direction }) => direction === 'left')
  if (first === -1) return backwards(units)
  const last = lastOf(units, first)
  return [
    ...backwards(units.slice(last + 1)),
    units.slice(first, last + 1).flatMap(({ signs }) => signs),
    ...backwards(units.slice(0, first)),
  ]
}

/**
 * The last unit of the words of another script that begin at `first`.
 *
 *     ،)A/74/20( 20 رقم        the number before a bracket is none of theirs
 *               ^
 */
function lastOf<T extends Sign>(units: readonly Unit<T>[], first: number): number {
  const last = units.findLastIndex(({ direction }) => direction !== 'neutral')
  const brackets = units.slice(first, last).flatMap((unit, at) => (isBracket(unit) ? [first + at] : []))
  if (brackets.length % 2 === 0) return last
  return isBracket(units[last + 1]) ? last + 1 : (brackets.at(-1) as number) - 1
}

function isBracket(unit: Unit<Sign> | undefined): boolean {
  return /^[()[\]]$/u.test(unit?.signs[0]?.text ?? '')
}

function backwards<T>(units: readonly Unit<T>[]): T[][] {
  return units.toReversed().map(({ signs }) => signs)
}

/** Behind an Arabic letter, figures are set as Arabic ones are. */
function followsArabic(signs: readonly Sign[], at: number): boolean {
  const before = signs.slice(at).find(({ text }) => letter.test(text))
  return before === undefined || rightToLeft.test(before.text)
}

/** Gather numbers with the signs inside them; every other sign is a unit of its own. */
function unitsOf<T extends Sign>(signs: readonly T[]): Unit<T>[] {
  const units: Unit<T>[] = []
  for (const [at, sign] of signs.entries()) {
    const direction = directionOf(sign)
    const last = units.at(-1)
    const next = signs[at + 1]
    const isNumber = last?.direction === 'number' || last?.direction === 'arabicNumber'
    const inside = last?.direction === 'number' && !followsArabic(signs, at) ? inEuropeanNumber : inNumber
    const goesOn =
      last !== undefined &&
      last.signs.at(-1)?.raised === sign.raised &&
      ((isNumber && direction === last.direction) ||
        (isNumber && inside.test(sign.text) && next !== undefined && directionOf(next) === last.direction) ||
        (last.direction === 'number' && byNumber.test(sign.text)))
    if (goesOn) last.signs.push(sign)
    else if (byNumber.test(sign.text) && next !== undefined && directionOf(next) === 'number')
      units.push({ direction: 'number', signs: [sign] })
    else units.push({ direction, signs: [sign] })
  }
  return units
}
