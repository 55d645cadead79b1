/** Text of documents and file names, safe to print: nothing in it commands a terminal or a page. */

/**
 * Characters that command a terminal or turn the order of what is read: controls but for the line feed
 * and the tab, and the embeddings, overrides and isolates of the bidirectional algorithm. The marks of
 * direction (U+200E, U+200F, U+061C) turn nothing but themselves, and Arabic texts are full of them.
 */
const commands = /[^\P{Cc}\n\t]|[\u2028-\u202E\u2066-\u2069]/gu

/** Put a visible sign where a character would command a terminal or a page. */
export function clean(text: string): string {
  return text.replace(commands, picture)
}

/** The same of a name, which is told on one line: a line feed in it would begin a line of its own. */
export function cleanName(name: string): string {
  return clean(name).replace(/[\n\t]/gu, picture)
}

/** The same of JSON, in which the escape says what the character says. */
export function cleanJson(json: string): string {
  return json.replace(commands, (character) => `\\u${code(character)}`)
}

/** Of controls the sign that Unicode has for them (␛), of others their number. */
function picture(character: string): string {
  const number = character.charCodeAt(0)
  if (number < 0x20) return String.fromCharCode(0x2400 + number)
  return number === 0x7f ? '\u2421' : `[U+${code(character)}]`
}

function code(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
