/** Looking for words in bytes. */

/** Tell whether bytes hold a word, each of whose letters takes `width` bytes, the lowest first. */
export function holds(bytes: Uint8Array, word: string, width: 1 | 2 = 1): boolean {
  const pattern = Uint8Array.from([...word].flatMap((letter) => [letter.charCodeAt(0), 0].slice(0, width)))
  const [first = 0] = pattern
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
