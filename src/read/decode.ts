/** Bytes → text: byte order marks, UTF-16, legacy encodings. */
import { PlenaryError } from '../message.js'

export interface Decoded {
  text: string
  /** WHATWG name of the encoding. */
  encoding: string
  /** True where the bytes did not say it themselves. */
  guessed: boolean
}

/** How much of the file is looked at to tell text from binary: enough for any header. */
const probeSize = 64 * 1024

/**
 * Decode a text file.
 *
 * Given the bytes of a file that is no known binary format. Ensures text
 * without byte order mark: UTF-8, UTF-16 in either order, else what a page says
 * it has (`<meta charset>`), else Windows-1252, which assigns a character to nearly every byte and is what old files use.
 *
 * @throws PlenaryError `binary` if the bytes are no text in any of these.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf(bytes, 'utf-16be')
  const probe = bytes.subarray(0, probeSize)
  const wide = wideOrder(probe)
  if (wide) return { ...utf(bytes, wide), guessed: true }
  if (isBinary(probe)) throw new PlenaryError('binary', { file: name })
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    }
  } catch {
    // Not UTF-8: the only question left is which legacy encoding.
    return declared(bytes) ?? { text: windows1252(bytes), encoding: 'windows-1252', guessed: true }
  }
}

/** Where a page says its encoding: browsers look at the first 1,024 bytes, but word processors put styles there. */
const declarationSize = 8192

/** A legacy encoding that a page or an XML file says it has. */
function declared(bytes: Uint8Array): Decoded | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationSize))
  const label =
    /<meta\b[^<>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    /^\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head)?.[1]
  if (label === undefined) return undefined
  try {
    const decoder = new TextDecoder(label)
    const { encoding } = decoder
    // Bytes that read so far are neither of these, whatever the page says.
    if (encoding.startsWith('utf-')) return undefined
    const text = encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes)
    return { text, encoding, guessed: false }
  } catch {
    // A name that no encoding has.
    return undefined
  }
}

/** What Windows-1252 has at 0x80–0x9f, where Latin-1 has controls; `\0` marks the five places left empty. */
const upper = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

/** Node's own decoder of this name leaves 0x80–0x9f as they are (Node 20 to 22). */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.replace(/[\u0080-\u009f]/gu, (char) => {
    const found = upper[char.charCodeAt(0) - 0x80]
    return found === undefined || found === '\0' ? char : found
  })
}

function utf(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false }
}

/** UTF-16 without a mark: text in most scripts has a constant high byte on one side of each pair. */
function wideOrder(probe: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < probe.length; at += 2) {
    if (probe[at] === 0) even++
    if (probe[at + 1] === 0) odd++
  }
  const pairs = Math.floor(probe.length / 2)
  if (pairs < 2) return undefined
  // Spaces, digits and marks are ASCII even in other scripts: a fifth of the pairs suffices.
  if (odd > pairs * 0.2 && even < pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.2 && odd < pairs * 0.02) return 'utf-16be'
  return undefined
}

function isBinary(probe: Uint8Array): boolean {
  let control = 0
  for (const byte of probe) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 11 && byte !== 12 && byte !== 13) control++
  }
  // A stray control character happens in text from old systems; one in a hundred does not.
  return control > Math.max(2, probe.length / 100)
}
