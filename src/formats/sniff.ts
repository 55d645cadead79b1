/** What a document is: by its content first, by its name second. */
import { PlenaryError } from '../model/message.js'
import { holds } from './bytes.js'

/** Formats that are text: they are read at once and keep positions. */
export const textFormats = ['markdown', 'text'] as const
export type TextFormat = (typeof textFormats)[number]

/** All formats that are read. */
export const formats = [...textFormats, 'html', 'akn', 'json', 'docx', 'pdf'] as const
export type Format = (typeof formats)[number]

export function isTextFormat(format: Format): format is TextFormat {
  return (textFormats as readonly Format[]).includes(format)
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const pdf = [0x25, 0x50, 0x44, 0x46]
const rtf = [0x7b, 0x5c, 0x72, 0x74, 0x66]
const compound = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Know a binary format by its first bytes; undefined where they may be text.
 *
 * A zip is taken for Word: its reader looks inside and says what else it is.
 *
 * @throws PlenaryError `unsupported`, `legacy` or `encrypted` for formats that
 * are recognised and not read.
 */
export function packageFormat(bytes: Uint8Array, file: string): Format | undefined {
  const opens = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (opens(zip)) return 'docx'
  if (opens(pdf) || hasPdfHeader(bytes)) return 'pdf'
  if (opens(rtf)) throw new PlenaryError('legacy', { file, format: 'RTF' })
  if (!opens(compound)) return undefined
  // Office wraps what a password protects in the container of its old formats.
  if (hasStream(bytes, 'EncryptedPackage')) throw new PlenaryError('encrypted', { file })
  const format = hasStream(bytes, 'WordDocument') ? 'the old Word format (.doc)' : 'an old Office format'
  throw new PlenaryError('legacy', { file, format })
}

/** Mail and web servers put lines of their own before the header, which may be in the first kibibyte. */
function hasPdfHeader(bytes: Uint8Array): boolean {
  return /%PDF-\d\.\d[\r\n]/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))
}

/** The directory of a compound file names its streams in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return holds(bytes, name, 2)
}

/**
 * Know a markup by how the text begins; undefined where it is Markdown or plain.
 *
 * @throws PlenaryError `unsupported` for markup that is recognised and not read,
 * `legacy` for what word processors write besides packages and pages.
 */
export function markupFormat(text: string, file: string): Format | undefined {
  const head = text.slice(0, 4096).trimStart()
  const other = otherWord(head)
  if (other) throw new PlenaryError('legacy', { file, format: other })
  const found = markup(head)
  if (found === 'akn') return found
  if (found === 'html' || (found === undefined && isFragment(text, file))) return 'html'
  if (found) throw new PlenaryError('unsupported', { file, format: found })
  return undefined
}

/** What Word and LibreOffice save as one file of text; Word calls it `.doc` as often as not. */
function otherWord(head: string): string | undefined {
  if (/^<\?xml\s[^>]*>\s*<office:document\s/iu.test(head)) return 'flat OpenDocument'
  if (/^<\?xml\s[^>]*>\s*<\?mso-application\s[^>]*Word\.Document/iu.test(head)) return 'Word XML'
  if (/^MIME-Version:/imu.test(head) && /^Content-Type:\s*multipart\/related/imu.test(head))
    return 'a web archive (.mht)'
  return undefined
}

function markup(head: string): string | undefined {
  const start = /^(?:<(?:\?[a-z][^>]*|!--(?:(?!-->)[\s\S]){0,2000}--)>\s*)*/iu.exec(head)?.[0].length ?? 0
  const rest = head.slice(start)
  // A document type is refused where it is read, not here.
  if (/^<!doctype\b/iu.test(rest) && /<(?:\w+:)?akomaNtoso\b/u.test(rest)) return 'akn'
  if (/^<(?:\w+:)?akomaNtoso\b/iu.test(rest)) return 'akn'
  if (/^(?:<!doctype\s+html|<html[\s>])/iu.test(rest)) return 'html'
  if (/^<\?xml\s/iu.test(head)) return 'XML'
  return undefined
}

const opensHtml =
  /^\s*(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:head|body|meta|title|style|p|div|h[1-6]|table|ul|ol|section|article|main|center|font|span|pre|blockquote|b|i|em|strong|a)[\s>]/iu
const blockTags = /<(?:p|div|br|li|tr|h[1-6])\b[^<>]{0,2000}>/giu

/**
 * A part of a page: it opens with a tag, and tags part its paragraphs. Markdown
 * may open with a tag too, but empty lines part its paragraphs.
 */
function isFragment(text: string, file: string): boolean {
  const head = text.slice(0, signWindow)
  if (/\.x?html?$/iu.test(file)) return /<[a-z!]/iu.test(head)
  if (!opensHtml.test(head)) return false
  const tags = head.match(blockTags)?.length ?? 0
  const bare = head.split(/\n[ \t\r]*\n/u).filter((part) => /^\s*[^<\s]/u.test(part)).length
  return tags > bare
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
