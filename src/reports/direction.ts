/** Scripts that run from right to left. */
const rightToLeft = ['Arab', 'Hebr', 'Syrc', 'Thaa']

/** Tell which way the lines of a language run; `auto` leaves it to the text. */
export function direction(language: string | null): 'rtl' | 'ltr' | 'auto' {
  if (language === null) return 'auto'
  return rightToLeft.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}
