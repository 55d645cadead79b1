/** Scripts that run from right to left. */
const rightToLeft = ['Arab', 'Hebr', 'Syrc', 'Thaa']

/** Tell which way the lines of a language run; `auto` leaves it to the text. */
export function direction(language: string | null): 'rtl' | 'ltr' | 'auto' {
  if (language === null) return 'auto'
  return rightToLeft.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** An arrow that points the way the lines of a language run. */
export function arrow(language: string | null): '→' | '←' {
  return direction(language) === 'rtl' ? '←' : '→'
}

/** An arrow between words in a text without marks: the words run together, and it points the way that they run. */
export function arrowAmong(words: readonly string[]): '→' | '←' {
  return words.some((word) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word)) ? '←' : '→'
}

/** "Urges → Invites": words one after another in a text without marks. */
export function arrowed(words: readonly string[]): string {
  return words.join(` ${arrowAmong(words)} `)
}
