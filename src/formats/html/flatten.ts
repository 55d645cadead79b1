/** What is left of HTML that nests beyond all measure: its text, each tag as white space of its length. */

const unseen = /^(?:script|style|title|head|noscript|template)$/iu
const line =
  /^\/?(?:p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|blockquote|section|article|pre|body|center|hr)$/iu

/**
 * Blank the tags out, so that offsets stay: the tags of blocks become an empty line.
 *
 * Ensures text of the same length; linear, whatever is left open.
 */
export function flatten(source: string): string {
  const parts: string[] = []
  let from = 0
  let unseenUntil: string | undefined
  while (from < source.length) {
    const at = source.indexOf('<', from)
    if (at === -1) break
    parts.push(unseenUntil ? blank(source.slice(from, at)) : source.slice(from, at))
    const name = /^\/?[a-z][a-z0-9]*/iu.exec(source.slice(at + 1, at + 40))?.[0]
    const isComment = source.startsWith('<!--', at)
    if (!name && !/[!?]/u.test(source[at + 1] ?? '')) {
      parts.push('<')
      from = at + 1
      continue
    }
    const close = isComment ? '-->' : '>'
    const found = source.indexOf(close, at)
    from = found === -1 ? source.length : found + close.length
    parts.push(blank(source.slice(at, from), name !== undefined && line.test(name)))
    if (name === undefined) continue
    if (unseenUntil === name.toLowerCase()) unseenUntil = undefined
    else if (!unseenUntil && unseen.test(name)) unseenUntil = `/${name.toLowerCase()}`
  }
  const rest = source.slice(from)
  parts.push(unseenUntil ? blank(rest) : rest)
  return parts.join('')
}

function blank(text: string, asLine = false): string {
  return asLine && text.length > 2 ? `\n\n${' '.repeat(text.length - 2)}` : ' '.repeat(text.length)
}
