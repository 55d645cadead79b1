/** Characters of the symbol fonts, which are at their own code points or at U+F000 above them. */

/** Adobe Symbol encoding from 0x20; a space where Unicode has no such character. */
const symbol =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolUpper =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'
/** The signs of Wingdings that text uses: bullets, boxes, arrows, ticks. */
const wingdings: Record<number, string> = {
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  159: '•',
  160: '▪',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

/** A character of a font as Unicode has it; itself where that is not known. */
function symbolCharacter(code: number, font: string): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol/iu.test(font)) {
    if (low >= 0x20 && low < 0x20 + symbol.length) return symbol[low - 0x20]
    if (low >= 0xa0) return [...symbolUpper][low - 0xa0]
    return undefined
  }
  if (/^wingdings$/iu.test(font)) return wingdings[low]
  return undefined
}

/** Text set in a font: in a symbol font, what its characters show. */
export function symbolText(text: string, font: string | undefined): string {
  if (font === undefined || !/^(?:symbol|wingdings)/iu.test(font)) return text
  return text.replace(/./gu, (char) => symbolCharacter(char.codePointAt(0) ?? 0, font) ?? char)
}

/** The character of a `w:sym`, by its hexadecimal code; '' if it has none. */
export function symCharacter(code: string | undefined, font: string | undefined): string {
  if (code === undefined || !/^[\da-f]{1,6}$/iu.test(code)) return ''
  const number = Number.parseInt(code, 16)
  if (number === 0 || number > 0x10ffff) return ''
  return symbolCharacter(number, font ?? '') ?? String.fromCodePoint(number)
}
