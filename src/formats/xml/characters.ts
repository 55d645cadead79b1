/** Characters in XML: those that it cannot hold, and those that would be markup. The one place that decides about them. */

/** What XML 1.0 cannot hold, not even as a reference: controls, halves of surrogate pairs, two that are no characters. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text that XML can hold: each character that it cannot is U+FFFD, so that a reader sees that one was there. */
export function writable(text: string): string {
  return text.replace(unwritable, '\ufffd')
}

/** A text as XML writes it, between tags and in attributes. */
export function escapeXml(text: string): string {
  return writable(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
}
