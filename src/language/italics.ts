/** Where an opening ends by the italics of the source: strong evidence, of which OCR loses and adds some. */
import { fold } from './lexicon.js'

/** Italics that go on for more words than these behind the known opening cover too much. */
const mostMore = 5

/**
 * Choose the end of an opening.
 *
 * Given where the words of the opening end by the grammar (`at`), where its
 * verb does (`verbEnd`), and where the italics do. Ensures the verb is whole,
 * apart from a particle that the editor left roman.
 */
export function byItalics(
  text: string,
  italics: number,
  { at, verbEnd }: { at: number; verbEnd: number },
  trailing: readonly string[],
): number {
  const shown = wordEnd(text, Math.min(italics, text.length))
  if (shown === at) return at
  if (shown < at) {
    if (shown >= verbEnd) return shown
    // "Also calls" of "Also calls upon": only a particle is missing.
    return shown > 0 && trailing.includes(fold(text.slice(shown, verbEnd).trim())) ? shown : at
  }
  const trimmed = withoutTrailing(text, at, shown, trailing)
  const more = text.slice(at, trimmed)
  const tooMuch = /[;:.()\d]|,(?!\s\p{L})/u.test(more) || more.split(/\s+/u).length > mostMore + 1
  return tooMuch ? at : trimmed
}

/** The end of the last whole word before an offset: italics that cut a word are the reader's mistake. */
function wordEnd(text: string, at: number): number {
  let end = at
  if (/[\p{L}\p{M}]/u.test(text.slice(end, end + 1)))
    while (end > 0 && /[\p{L}\p{M}]/u.test(text.slice(end - 1, end))) end--
  while (end > 0 && !/[\p{L}\p{M}\p{N}]/u.test(text.slice(end - 1, end))) end--
  return end
}

/** Take from the end the words that an opening does not end with ("of", "that", "the"). */
function withoutTrailing(text: string, from: number, to: number, trailing: readonly string[]): number {
  let end = to
  for (;;) {
    const start = text.lastIndexOf(' ', end - 1)
    if (start < from || !trailing.includes(fold(text.slice(start + 1, end)))) return end
    end = start
  }
}
