/** Lines of a paragraph → one run of text. */
import { type Rich, concat, rich, slice } from '../block.js'

/**
 * Join the lines of a text with single spaces.
 *
 * A hyphen at a line's end stays (`well-` + `being`), for UN documents do not
 * divide words; a soft hyphen goes. A dash between figures closes up.
 * Ensures no white space but single spaces.
 */
export function joinLines(text: Rich): Rich {
  if (!/[\s\u00ad]{2}|[^\S ]|^ | $/u.test(text.value)) return text
  const parts: Rich[] = []
  let from = 0
  for (const match of text.value.matchAll(/\s+/gu)) {
    if (match[0] === ' ') continue
    const end = match.index + match[0].length
    let until = match.index
    if (text.value[until - 1] === '\u00ad') until--
    parts.push(slice(text, from, until))
    if (until === match.index && !closesUp(text.value, match.index, end, match[0].includes('\n')))
      parts.push(rich(' '))
    from = end
  }
  if (parts.length === 0) return text
  parts.push(slice(text, from))
  return concat(...parts.filter((part) => part.value !== '' || part.marks.length > 0))
}

/** Texts as one paragraph, as if a line ended between them. */
export function joinTexts(parts: readonly Rich[]): Rich {
  const [first, ...others] = parts
  if (!first || others.length === 0) return first ?? rich('')
  return joinLines(concat(first, ...others.flatMap((part) => [rich('\n'), part])))
}

function closesUp(value: string, end: number, start: number, broken: boolean): boolean {
  if (end === 0 || start >= value.length) return true
  if (!broken) return false
  const before = value.slice(Math.max(0, end - 2), end)
  const after = value[start] ?? ''
  if (/[\p{L}\p{N}][-‐‑]$/u.test(before)) return /[\p{L}\p{N}]/u.test(after) && !/^(?:and|or|to)\b/u.test(value.slice(start, start + 4))
  if (/\d[–/]$/u.test(before)) return /\d/u.test(after)
  // A symbol broken after its slash.
  return /[A-Z\d]\/$/u.test(before) && /[A-Z\d]/u.test(after)
}
