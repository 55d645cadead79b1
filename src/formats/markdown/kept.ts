/** What our Markdown keeps though it is no text of the document: a comment, which Markdown shows to no one. Both ends. */

export interface Kept {
  /** `comment`, `tree`, `language`, or which furniture it is. */
  kind: string
  value: string
  /** Where in the comment the value begins. */
  start: number
}

/** What would end the comment, or count as marks of more than people write. */
const signs = { comment: /[&-]/gu, tree: /[&*_~[\]<>-]/gu }

/** Write a comment that keeps a value; no sign of the value ends it. */
export function writeKept(kind: string, value: string): string {
  const written = value.replace(kind === 'tree' ? signs.tree : signs.comment, (sign) =>
    sign === '&' ? '&amp;' : `&#${sign.codePointAt(0)};`,
  )
  return `<!-- plenary:${kind} ${written} -->`
}

/** Read a comment that keeps a value; undefined if it is any other. */
export function readKept(html: string): Kept | undefined {
  const [, before = '', kind = '', written = ''] = /^(<!-- plenary:(\w+) )([\s\S]*) -->$/u.exec(html) ?? []
  if (kind === '') return undefined
  const value = written
    .replace(/&#(\d{1,3});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/gu, '&')
  return { kind, value, start: before.length }
}
