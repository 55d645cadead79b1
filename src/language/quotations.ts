/** Quotations are put aside before a sentence is read: words in them are another text's. */

export interface Masked {
  /** The text with a number in place of the words of each quotation: replace “0” with “1”. */
  text: string
  /** The words of the first quotation that a part of the text names. */
  words(part: string): string
  /** An offset in the masked text as one in the text itself. */
  at(offset: number): number
}

/** Words in a text that name a mark ("a comma"): the mark, and where the words end. */
export type NamedMark = (text: string, at: number) => { words: string; end: number } | null

/** Put the quotations of a text aside, and marks that it names; marks that open and close differently may be nested. */
export function mask(
  value: string,
  quotes: readonly (readonly [open: string, close: string])[],
  named: NamedMark = () => null,
): Masked {
  const found: string[] = []
  const cuts: { at: number; shift: number }[] = []
  let text = ''
  for (let at = 0; at < value.length; ) {
    const { quote, end } = quotationAt(value, at, quotes)
    const aside = quote
      ? { words: value.slice(at + quote[0].length, end).trim(), end: end + quote[1].length }
      : named(value, at)
    if (!aside) {
      text += value[at]
      at++
      continue
    }
    text += `“${found.length}”`
    found.push(aside.words)
    at = aside.end
    cuts.push({ at: text.length, shift: at - text.length })
  }
  return {
    text,
    words: (part) => found[Number(/“(\d+)”/u.exec(part)?.[1] ?? -1)] ?? '',
    at: (offset) => offset + (cuts.findLast((cut) => cut.at <= offset)?.shift ?? 0),
  }
}

/** A text in its pieces, quoted words apart, without their marks. */
export function quotations(
  value: string,
  quotes: readonly (readonly [open: string, close: string])[] = [],
): { text: string; isQuoted: boolean }[] {
  const pieces: { text: string; isQuoted: boolean }[] = []
  let plain = ''
  for (let at = 0; at < value.length; ) {
    const { quote, end } = quotationAt(value, at, quotes)
    if (!quote) {
      plain += value[at]
      at++
      continue
    }
    pieces.push({ text: plain + quote[0], isQuoted: false })
    pieces.push({ text: value.slice(at + quote[0].length, end), isQuoted: true })
    plain = quote[1]
    at = end + quote[1].length
  }
  return [...pieces, { text: plain, isQuoted: false }].filter(({ text }) => text !== '')
}

type Quote = readonly [open: string, close: string]

/** The quotation that opens at a place: its marks, and where the words in it end. */
function quotationAt(value: string, at: number, quotes: readonly Quote[]): { quote?: Quote; end: number } {
  for (const quote of quotes) {
    if (!value.startsWith(quote[0], at)) continue
    const end = apostrophe.test(quote[1])
      ? closingOfSingle(value, at, quote)
      : closingOf(value, at + quote[0].length, quote)
    if (end >= 0) return { quote, end }
  }
  return { end: -1 }
}

/** A mark that closes a quotation, and is in words too. */
const apostrophe = /^['’]$/u

function closingOfSingle(value: string, from: number, [open, close]: Quote): number {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(value[at] ?? '')
  if (isLetter(from - 1)) return -1
  for (let at = value.indexOf(close, from + open.length); at >= 0; at = value.indexOf(close, at + 1))
    if (!isLetter(at + 1)) return at
  return -1
}

function closingOf(value: string, from: number, [open, close]: readonly [string, string]): number {
  if (open === close) return value.indexOf(close, from)
  let depth = 1
  for (let at = from; at < value.length; at++) {
    if (value.startsWith(open, at)) depth++
    else if (value.startsWith(close, at)) depth--
    if (depth === 0) return at
  }
  // One that was opened twice and closed once ends where it was closed.
  return value.indexOf(close, from)
}
