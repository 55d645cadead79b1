/** Diffs whose texts would like to be markup, formulas or commands. */
import fc from 'fast-check'
import type { Change, Diff, Edit } from '../../src/model/change.js'
import { clean } from '../../src/reports/clean.js'
import { base, run } from './diffs.js'

const pieces = [
  '<script>',
  '</script>',
  '</p>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  ']]>',
  '&lt;',
  '&#60;',
  '"',
  "'",
  '**',
  '*',
  '_',
  '~~',
  '~',
  '|',
  '`',
  '[x](y)',
  '![x](y)',
  '[^1]',
  '# ',
  '- ',
  '1. ',
  '> ',
  '---',
  '\\',
  '=1+1',
  '@SUM(1)',
  'javascript:x',
  'Urges',
  'lamps',
  '决定',
  'تقرر',
  '\u202E',
  '«',
  ',',
  ';',
  ' ',
  '\n',
  '\u0007',
  '\u001B[31m',
  '\u0000',
]

/** Words of one line or more, with or without white space between them. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', ' '), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }))
  .map(([joint, words]) => words.join(joint))

/** Edits of such words, as a comparison gives them: no two of a kind meet. */
export const hostileEdits: fc.Arbitrary<Edit[]> = fc
  .array(
    fc.record({
      op: fc.constantFrom('equal' as const, 'delete' as const, 'insert' as const),
      text: hostileText,
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((edits) => edits.filter(({ op }, index) => op !== edits[index - 1]?.op))

/** A diff in which such words are wherever a document's words can. */
export function hostileDiff(edits: readonly Edit[], word: string): Diff {
  const made = run(
    base,
    base.map((line) => line.replace('Urges', 'Encourages')),
  )
  const hostile = (change: Change): Change => ({
    ...change,
    kind: 'modified',
    old: [word],
    new: [word, word],
    edits: [...edits],
    facts: [
      { kind: 'hedge', op: 'insert', text: word },
      { kind: 'reference', op: 'stale', text: word, should: word },
    ],
    phrases: [
      { lead: true, old: word, new: word, oldVerb: null, newVerb: null, shift: 'contested', scales: [word] },
    ],
  })
  return {
    ...made,
    old: { symbol: word, title: word },
    new: { symbol: word, title: word },
    front: [
      { field: 'title', old: word, new: word },
      { field: 'sponsors', joined: [word], left: [word] },
    ],
    changes: made.changes.map((change) => ({
      ...hostile(change),
      resolution: word,
      parts: [hostile(change)],
    })),
  }
}

/** What is left of a text as a report shows it, where white space and the signs of control characters do not count. */
export function bare(text: string): string {
  return clean(text).replace(/[\u2400-\u2426\s¶]/gu, '')
}
