/** Readings in conflict in the notation of negotiating texts: brackets, a stroke between alternatives, who is for which. */

/** "[old words / new words – EU / other words – US]": the words of the base, and every party's for them. */
export function bracketClash(
  base: string,
  readings: readonly { by: readonly string[]; text: string }[],
): string {
  // Words that come where the base has none bring their spaces.
  const spaced = base === '' ? (readings[0]?.text ?? '') : base
  const space = (edge: RegExp) => edge.exec(spaced)?.[0] ?? ''
  const old = base.trim()
  const [only] = readings
  const words = readings.map(({ by, text }) => `${text.trim()} – ${by.join(', ')}`.trimStart())
  const inside =
    only && readings.length === 1 && only.text.trim() === ''
      ? `${old} – ${only.by.join(', ')} delete`
      : [...(old === '' ? [] : [old]), ...words].join(' / ')
  return `${space(/^\s+/u)}[${inside}]${space(/\s+$/u)}`
}

/** "[words – EU; US delete]": a whole text, who is for it, and who is for cutting it. */
export function bracketReading(text: string, parties: readonly string[], cutters: readonly string[]): string {
  const against = cutters.length === 0 ? [] : [`${cutters.join(', ')} delete`]
  return `[${text} – ${[...(parties.length === 0 ? [] : [parties.join(', ')]), ...against].join('; ')}]`
}
