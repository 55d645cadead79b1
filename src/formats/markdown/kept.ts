/** What our Markdown keeps though it is no text of the document: a comment, which Markdown shows to no one. Both ends. */

export interface Kept {
  /** `comment`, or which furniture it is. */
  kind: string
  value: string
  /** Where in the comment the value begins. */
  start: number
}

/** Write a comment that keeps a value; no hyphen of the value ends it. */
export function writeKept(kind: string, value: string): string {
  return `<!-- plenary:${kind} ${value.replace(/&/gu, '&amp;').replace(/-/gu, '&#45;')} -->`
}

/** Read a comment that keeps a value; undefined if it is any other. */
export function readKept(html: string): Kept | undefined {
  const [, before = '', kind = '', written = ''] = /^(<!-- plenary:(\w+) )([\s\S]*) -->$/u.exec(html) ?? []
  if (kind === '') return undefined
  return { kind, value: written.replace(/&#45;/gu, '-').replace(/&amp;/gu, '&'), start: before.length }
}
