/** Bytes → text: byte order marks, UTF-16, legacy encodings. */
import { PlenaryError } from '../model/message.js'

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
 * without byte order mark: UTF-8, with U+FFFD for what is broken in it, UTF-16 in
 * either order; where most of the text is not valid UTF-8, what a page says
 * it has (`<meta charset>`), else the encoding whose letters and commonest pairs
 * of letters the bytes have most of (Windows-1251 and KOI8-R for Russian,
 * Windows-1256 for Arabic, GB 18030 and Big5 for Chinese, Windows-1252, …).
 *
 * @throws PlenaryError `binary` if the bytes are no text in any of these.
 */
export async function decode(bytes: Uint8Array, name: string): Promise<Decoded> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf(bytes, 'utf-16be')
  const text = new TextDecoder('utf-8').decode(bytes)
  const probe = bytes.subarray(0, probeSize)
  if (isMostlyUtf8(text) && !isBinary(probe)) return { text, encoding: 'utf-8', guessed: false }
  const wide = wideOrder(probe)
  if (wide) return { ...utf(bytes, wide), guessed: true }
  if (probe.includes(0) || isBinary(probe)) throw new PlenaryError('binary', { file: name })
  // Not UTF-8: the only question left is which legacy encoding.
  return declared(bytes) ?? (await likeliest(bytes))
}

/**
 * Bytes of a legacy encoding seldom make a character of UTF-8, and a break in
 * UTF-8 (a byte lost, a character cut at the end) leaves the others whole.
 */
function isMostlyUtf8(text: string): boolean {
  const broken = count(text.replace(/\uFFFD$/u, ''), /\uFFFD/gu)
  return broken === 0 || count(text, /[^\p{ASCII}\uFFFD]/gu) >= broken
}

/** Below this, the guess rests on too few letters: Windows-1252 assigns a character to nearly every byte. */
const leastConfidence = 10

/** The likeliest legacy encoding. */
async function likeliest(bytes: Uint8Array): Promise<Decoded> {
  // Loaded only where needed, which is seldom: its tables take longer than most texts.
  const { analyse } = await import('chardet')
  for (const { name, confidence } of analyse(bytes.subarray(0, probeSize))) {
    if (confidence < leastConfidence) break
    const found = legacy(bytes, name)
    if (found) return { ...found, guessed: true }
  }
  return { text: windows1252(bytes), encoding: 'windows-1252', guessed: true }
}

/** Decode from a legacy encoding; undefined for a name that none has, and for UTF-8 and UTF-16. */
function legacy(bytes: Uint8Array, label: string): Omit<Decoded, 'guessed'> | undefined {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(label)
  } catch {
    return undefined
  }
  const { encoding } = decoder
  if (encoding.startsWith('utf-')) return undefined
  return { text: encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes), encoding }
}

/** Where a page says its encoding: browsers look at the first 1,024 bytes, but word processors put styles there. */
const declarationSize = 8192

/** A legacy encoding that a page or an XML file says it has. */
function declared(bytes: Uint8Array): Decoded | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationSize))
  const label =
    /<meta\b[^<>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    /^\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head)?.[1]
  // Bytes that read so far are neither of the UTFs, whatever the page says.
  const found = label === undefined ? undefined : legacy(bytes, label)
  return found && { ...found, guessed: false }
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

/** Bytes of UTF-16 in any script are not all ASCII: text with a stray NUL is. */
const leastWide = 0.05
/** Of the characters, so many at most are none that a text has: UTF-16 in the wrong order has many more. */
const mostOdd = 0.02

/** UTF-16 without a mark: in one order, and one only, the pairs are the spaces, figures and letters of a text. */
function wideOrder(probe: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = probe.filter((byte) => byte === 0).length
  const others = probe.filter((byte) => byte >= 0x80).length
  if (zeros === 0 || zeros + others < leastWide * probe.length) return undefined
  // A probe may end inside a character.
  const whole = probe.subarray(0, probe.length - (probe.length % 2))
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((order) => {
      const text = new TextDecoder(order).decode(whole)
      const shareOf = (sign: RegExp) => count(text, sign) / Math.max(1, text.length)
      return { order, odd: shareOf(odd), usual: shareOf(usual) }
    })
    .filter((one) => one.odd <= mostOdd)
    .sort((a, b) => b.usual - a.usual)
  return best && best.usual > 0 ? best.order : undefined
}

/** What no text has: controls, characters that Unicode leaves free or to private use, halves of pairs. */
const odd = /(?!\s)[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu
/** What texts of all scripts have: ends of lines, spaces, figures and stops, the ideographic ones too. */
const usual = /[\n\r \d.,:;()\u3000-\u3002\uFF0C\uFF1A\uFF1B\u060C]/gu

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

/** A stray control character happens in text from old systems; one in a hundred does not. */
const mostControls = 0.01
/** Of a text of two lines, two. */
const fewControls = 2
const shortText = 0.05

function isBinary(probe: Uint8Array): boolean {
  let controls = 0
  for (const byte of probe) if (byte < 32 && (byte < 9 || byte > 13)) controls++
  const { length } = probe
  return controls > Math.max(length * mostControls, Math.min(fewControls, length * shortText))
}
