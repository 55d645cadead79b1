/** Markdown that is read in parts is what it is read as a whole, with all its places. */

import test from 'ava'
import fc from 'fast-check'
import { parseMarkdown } from '../src/formats/markdown/syntax.js'
import { budget, runs } from './support/properties.js'

const whole = Number.POSITIVE_INFINITY

/** What ends, opens or continues something over lines. */
const pieces = [
  ...['\n', '\n\n', '\n\n', '\r\n\r\n', '\n \t\n', '\r', ' ', '\t', '    ', '\f', '\u00a0', '\ufeff', '\0'],
  ...[
    'a',
    'One lamp',
    '1. x',
    '- y',
    '# h',
    '---',
    '===',
    '---\nkey: v\n---\n',
    '> q',
    '>',
    '| a | b |',
    '|---|---|',
  ],
  ...[
    '[^1]',
    '![^1]',
    '[^1]: n',
    '[^2]',
    '> [^2]: q',
    '[^1]: [^3]: n\n\n',
    '[^3]',
    '    [^4]: x',
    '[^4]',
    '[^É]',
    '[^é]: n',
  ],
  ...[
    '*',
    '**',
    '~~',
    '<sup>',
    '</sup>',
    '<!-- ',
    '-->',
    '\\',
    '[a](',
    'b)',
    '[r]',
    '[r]: /u',
    '`',
    '```',
    '&amp;',
  ],
]

test('parts, whatever their notes, are the whole', (t) => {
  const texts = fc
    .array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 24 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      t.deepEqual(parseMarkdown(text, 1).children, parseMarkdown(text, whole).children)
    }),
    { ...budget, numRuns: runs(2000) },
  )
})

test('a reference has its note in another part, before it or behind or in another; what only looks like a note is none', (t) => {
  const text = '[^a]: [^d]: One.\n\nx[^a] y[^b] z[^c] and[^d]\n\nw\u2028[^c]: no note\n\n> [^b]: Two.\n'
  const tree = parseMarkdown(text, 1)
  t.deepEqual(tree.children, parseMarkdown(text, whole).children)
  const printed = JSON.stringify(tree)
  t.is(printed.match(/"footnoteReference"/gu)?.length, 3)
  t.is(printed.match(/"footnoteDefinition"/gu)?.length, 3)
})
