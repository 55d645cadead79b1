/** Readings in conflict in the notation of negotiating texts: brackets, a stroke between alternatives, who is for which. */

/** "[old words / new words – EU / other words – US]": the words of the base, and every party's for them. */
export function bracketClash(
  base: string,
  readings: readonly { by: readonly string[]; text: string }[],
): string {
  const space = (edge: RegExp) => edge.exec(base)?.[0] ?? ''
  const words = readings.map(({ by, text }) => `${text.trim()} – ${by.join(', ')}`.trimStart())
  const old = base.trim()
  return `${space(/^\s+/u)}[${[...(old === '' ? [] : [old]), ...words].join(' / ')}]${space(/\s+$/u)}`
}

/** "[words – EU; US delete]": a whole text, who is for it, and who is for cutting it. */
export function bracketReading(text: string, parties: readonly string[], cutters: readonly string[]): string {
  const against = cutters.length === 0 ? '' : `; ${cutters.join(', ')} delete`
  return `[${text} – ${parties.join(', ')}${against}]`
}
