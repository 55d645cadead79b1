/** What a document is: by its content first, by its name second. */

export const textFormats = ['markdown', 'text'] as const
export type TextFormat = (typeof textFormats)[number]

const signatures: readonly [format: string, bytes: readonly number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a zip package (Word, for instance)', [0x50, 0x4b, 0x03, 0x04]],
  ['the old Word format', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** The name of a format that is recognised and not read yet, else null. */
export function binaryFormat(bytes: Uint8Array): string | null {
  for (const [format, signature] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return format
  }
  return null
}

/** The name of a markup that is recognised and not read yet, else null. */
export function markupFormat(text: string): string | null {
  const head = text.slice(0, 4096).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:\w+:)?akomaNtoso\b/iu.test(head))
    return 'Akoma Ntoso'
  if (/^(?:<!doctype html|<html[\s>])/iu.test(head)) return 'HTML'
  if (/^<\?xml\s/iu.test(head)) return 'XML'
  return null
}

/** How much of a text is looked at for signs of Markdown. */
const signWindow = 200_000
const signs =
  /^#{1,6} \S|\[\^[^\]\s]{1,20}\]|^> \S|<sup>|^\*{1,2}[\p{L}][^*\n]{1,80}\*|^\d{1,3}\\?\. \*\p{L}|^\|.*\|$/gmu

/**
 * Tell Markdown from plain text.
 *
 * Form feeds and first-line indentation are a page's; headings, emphasis,
 * notes and `<sup>` are Markdown's. Without signs, the name decides.
 */
export function textFormat(text: string, name: string): TextFormat {
  const head = text.slice(0, signWindow)
  if (head.includes('\f')) return 'text'
  const marked = head.match(signs)?.length ?? 0
  const indented = head.match(/^ {4,}\S/gmu)?.length ?? 0
  if (marked > 0 && marked >= indented) return 'markdown'
  if (/\.(?:md|markdown|mdown|mkd)$/iu.test(name)) return 'markdown'
  return 'text'
}
