/** Characters that no text has: what is broken in a source is kept as U+FFFD, and told. */
import type { Notice, Source } from '../model/block.js'

/**
 * What XML cannot hold, so that every format that is written holds what the tree says, and what a
 * decoder could not read. A form feed ends a page and a vertical tab a line: both are white space.
 */
const broken = /[^\t\n\v\f\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]+/gu
/** A browser prints nothing for a control character but NUL: LibreOffice writes some around its fields. */
const brokenInPages = /(?:\0|(?!\p{Cc})[^\t\n\v\f\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}])+/gu
/** Places told one by one; a text with more is damaged throughout. */
const mostPlaces = 50

/** Replace characters that no text has, one by one: offsets stay as they are. */
export function mended(text: string, characters = broken): { text: string; notices: Notice[] } {
  const notices: Notice[] = []
  const result = text.replace(characters, (found, at: number) => {
    notices.push({
      id: 'broken-character',
      values: { count: found.length },
      start: at,
      end: at + found.length,
    })
    return '\uFFFD'.repeat(found.length)
  })
  if (notices.length <= mostPlaces) return { text: result, notices }
  const rest = notices.slice(mostPlaces)
  const count = rest.reduce((sum, { values }) => sum + Number(values.count), 0)
  const [first, last] = [rest[0], rest.at(-1)] as [Notice, Notice]
  return {
    text: result,
    notices: [...notices.slice(0, mostPlaces), { ...first, values: { count }, end: last.end as number }],
  }
}

/** Read a text whose characters are whole; `isPage` of a text that a browser prints. */
export function readMended<T extends Source>(
  text: string,
  reader: (text: string) => T,
  { isPage = false } = {},
): T {
  const { text: whole, notices } = mended(text, isPage ? brokenInPages : broken)
  const source = reader(whole)
  return notices.length > 0 ? { ...source, notices: [...notices, ...(source.notices ?? [])] } : source
}
