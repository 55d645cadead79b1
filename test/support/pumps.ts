/** Texts that repeat what an expression repeats, and end as it does not: what makes one that backtracks slow. */

/** What an endless repetition repeats, if it is one sign: a class, an escape, a letter. */
const repeated = /(\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\.|[^\\()[\]{}|*+?])(?:[*+]|\{\d+,\})/gsu
/** Signs of every kind that documents have, one of which a class takes. */
const signs = [...'aA1 1,.;:/-_–(«“[*\u00a0яЯمأ٣中一、。，']
/** No expression takes this sign. */
const end = '\u0001'

/** The signs that an expression repeats without end, a few of each class. */
function pumpsOf(source: string): string[] {
  const atoms = new Set([...source.matchAll(repeated)].map(([, atom = '']) => atom))
  const taken = [...atoms].flatMap((atom) => {
    const own = new RegExp(`^(?:${atom})$`, 'u')
    return signs.filter((sign) => own.test(sign)).slice(0, 2)
  })
  return [...new Set(taken)].slice(0, 8)
}

/** Attacks on an expression: what its examples begin with, then what it or its examples repeat, so many characters. */
export function attacks(source: string, examples: readonly string[]): ((length: number) => string)[] {
  const plain = examples.slice(0, 2).map((example) => example.replace('|', ''))
  const pumps = pumpsOf(source)
  const units = [
    ...pumps,
    ...pumps.map((pump) => `${pump} `),
    ...plain,
    ...plain.map((example) => `${example}, `),
  ].filter((unit) => unit !== '')
  const prefixes = ['', ...plain, ...plain.map((example) => example.slice(0, example.length / 2))]
  return [...new Set(prefixes)].flatMap((prefix) =>
    [...new Set(units)].map(
      (unit) => (length: number) => prefix + unit.repeat(Math.ceil(length / unit.length)) + end,
    ),
  )
}
