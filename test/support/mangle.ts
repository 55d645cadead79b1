/** Generators of damage: what happens to a text between the printer and the parser. */
import fc from 'fast-check'

/** What strays into a text; nothing that is markup, so that what must be kept is known. */
const strays = [
  '\n\n2/9\n\n',
  '\n\nPlease recycle (\n\n',
  '\n\nA/97/L.18\n\n',
  '\n\n41-20711 (E)\n\n',
  '\f',
  '\n',
  '\n\n',
  '    ',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\u202e',
  'ﬁ',
  'é',
  '條',
  '😀',
  '…',
  '1',
  '3. ',
  '(b) ',
  ' Annex ',
  ' The General Assembly, ',
  '\n\nI\n\n',
  '\n\n“',
  ', and urges ',
  ':',
  ';',
]

type Damage =
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'delete'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number }
  | { kind: 'swap'; at: number; to: number }
  | { kind: 'truncate'; at: number }

/** Places are fractions of the text's length, so that one damage fits any text. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('insert'), at: place, text: fc.constantFrom(...strays) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('delete'), at: place, length: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('repeat'), at: place, length: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap'), at: place, to: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate'), at: place }) },
) as fc.Arbitrary<Damage>

/** A text that was damaged in up to eight places, by whole words and lines, so that no markup is cut open. */
export function mangled(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.array(damage, { minLength: 1, maxLength: 8 })).map(([source, damages]) => {
    let words = source.split(/(?<=\s)(?=\S)/u)
    for (const one of damages) words = hurt(words, one)
    return words.join('')
  })
}

function hurt(words: readonly string[], damage: Damage): string[] {
  const at = Math.floor(damage.at * words.length)
  switch (damage.kind) {
    case 'insert':
      return words.toSpliced(at, 0, damage.text)
    case 'delete':
      return words.toSpliced(at, damage.length)
    case 'repeat':
      return words.toSpliced(at, 0, ...words.slice(at, at + damage.length))
    case 'swap': {
      const to = Math.floor(damage.to * words.length)
      const moved = words.slice(at, at + 5)
      return words.toSpliced(at, 5).toSpliced(to, 0, ...moved)
    }
    case 'truncate':
      return words.slice(0, at)
  }
}
