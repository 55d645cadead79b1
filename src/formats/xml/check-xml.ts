/**
 * Look XML over before a tree is built of it. The tree builder is lenient, and
 * leniency is what attacks live on: unclosed tags that pile up, tags that close
 * nothing, a million elements in a small file.
 */

export interface XmlLimits {
  /** Start and end tags. */
  maxTags: number
  maxDepth: number
}

/** `at` is the offset of what is broken. */
export type XmlFault = { kind: 'broken'; reason: string; at: number } | { kind: 'tags' } | { kind: 'depth' }

/**
 * Find what is wrong with a document; undefined if nothing is.
 *
 * Ensures that a document without fault is balanced, within the limits, and
 * declares no entities. Linear in its length.
 */
export function checkXml(xml: string, limits: XmlLimits): XmlFault | undefined {
  const open: string[] = []
  let tags = 0
  let at = xml.indexOf('<')
  while (at !== -1) {
    const next = xml.charCodeAt(at + 1)
    let end: number
    if (next === 0x21 || next === 0x3f) {
      const skipped = skipMarkup(xml, at)
      if (skipped === undefined) return broken('a document type declaration', at)
      end = skipped
    } else {
      if (++tags > limits.maxTags) return { kind: 'tags' }
      end = tagEnd(xml, at)
      if (end === -1) return broken('a tag that does not end', at)
      if (next === 0x2f) {
        const name = xml.slice(at + 2, end).trimEnd()
        if (open.pop() !== name) return broken(`</${name.slice(0, 40)}> closes nothing`, at)
      } else if (xml.charCodeAt(end - 1) !== 0x2f) {
        open.push(tagName(xml, at + 1, end))
        if (open.length > limits.maxDepth) return { kind: 'depth' }
      }
    }
    if (end === -1) return broken('markup that does not end', at)
    at = xml.indexOf('<', end + 1)
  }
  const last = open.at(-1)
  if (last !== undefined) return broken(`<${last.slice(0, 40)}> is not closed`, xml.length)
  return tags === 0 ? broken('no element', 0) : undefined
}

function broken(reason: string, at: number): XmlFault {
  return { kind: 'broken', reason, at }
}

/** End of a comment, CDATA section or processing instruction; undefined for declarations. */
function skipMarkup(xml: string, at: number): number | undefined {
  const close = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml.startsWith('<?', at)
        ? '?>'
        : undefined
  if (close === undefined) return undefined
  const end = xml.indexOf(close, at + 2)
  return end === -1 ? -1 : end + close.length - 1
}

/** The `>` that ends a tag; one inside a quoted value does not. */
export function tagEnd(xml: string, at: number): number {
  for (let index = at + 1; index < xml.length; index++) {
    const char = xml.charCodeAt(index)
    if (char === 0x3e) return index
    if (char === 0x22 || char === 0x27) {
      index = xml.indexOf(char === 0x22 ? '"' : "'", index + 1)
      if (index === -1) return -1
    } else if (char === 0x3c) return -1
  }
  return -1
}

function tagName(xml: string, from: number, end: number): string {
  let to = from
  while (to < end && xml.charCodeAt(to) > 0x20) to++
  return xml.slice(from, to)
}
