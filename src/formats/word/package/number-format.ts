/** Numbers as Word prints them (`w:numFmt`); ECMA-376 part 1, 17.18.59. */
import { inFigures, lettered, roman } from '../../../language/numerals.js'

const latin = 'abcdefghijklmnopqrstuvwxyz'
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const arabicAlphabet = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const arabicAbjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת'
const signs = ['*', '†', '‡', '§'] as const
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

type Format = (value: number) => string

const formats: Record<string, Format> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${englishOrdinal(value)}`,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => lettered(value, latin).toUpperCase(),
  lowerLetter: (value) => lettered(value, latin),
  russianLower: (value) => lettered(value, russian),
  russianUpper: (value) => lettered(value, russian).toUpperCase(),
  arabicAlpha: (value) => lettered(value, arabicAlphabet),
  arabicAbjad: (value) => lettered(value, arabicAbjad),
  hebrew2: (value) => lettered(value, hebrew),
  hindiNumbers: (value) => inFigures(value, 0x966),
  hindiCounting: (value) => inFigures(value, 0x966),
  thaiNumbers: (value) => inFigures(value, 0xe50),
  decimalFullWidth: (value) => inFigures(value, 0xff10),
  decimalFullWidth2: (value) => inFigures(value, 0xff10),
  decimalHalfWidth: String,
  decimalEnclosedCircle: (value) => shifted(value, 1, 20, 0x2460),
  decimalEnclosedCircleChinese: (value) => shifted(value, 1, 20, 0x2460),
  decimalEnclosedParen: (value) => shifted(value, 1, 20, 0x2474),
  decimalEnclosedFullstop: (value) => shifted(value, 1, 20, 0x2488),
  chicago: (value) => lettered(value, signs),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: (value) => replaceDigits(chinese(value), '零壹贰叁肆伍陆柒捌玖', '拾佰仟萬'),
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (value) =>
    [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  japaneseDigitalTenThousand: (value) =>
    [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  ideographTraditional: (value) => cyclic(value, stems),
  ideographZodiac: (value) => cyclic(value, branches),
  none: () => '',
}

/** Print a number; what has no sign of its own in a format is printed in figures, as Word does. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 && format !== 'none' && format !== 'decimalZero') return String(value)
  return (formats[format] ?? String)(value)
}

function cyclic(value: number, alphabet: string): string {
  return alphabet[(value - 1) % alphabet.length] ?? ''
}

/** Signs that Unicode has for a range of numbers only. */
function shifted(value: number, first: number, last: number, code: number): string {
  return value >= first && value <= last ? String.fromCodePoint(code + value - first) : String(value)
}

function englishOrdinal(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

/** 二十一: figures with the powers of ten between them. */
function chinese(value: number): string {
  if (value >= 100_000) return String(value)
  const figures = '零一二三四五六七八九'
  const powers = ['', '十', '百', '千', '万']
  const text = String(value)
  let result = ''
  let zero = false
  for (let index = 0; index < text.length; index++) {
    const digit = Number(text[index])
    if (digit === 0) {
      zero = result !== ''
      continue
    }
    if (zero) result += figures[0]
    zero = false
    const power = text.length - 1 - index
    // Ten is said without its one.
    if (!(digit === 1 && power === 1 && result === '')) result += figures[digit]
    result += powers[power]
  }
  return result
}

function replaceDigits(value: string, figures: string, powers: string): string {
  return [...value]
    .map((char) => {
      const figure = '零一二三四五六七八九'.indexOf(char)
      if (figure !== -1) return figures[figure]
      const power = '十百千万'.indexOf(char)
      return power === -1 ? char : powers[power]
    })
    .join('')
}
