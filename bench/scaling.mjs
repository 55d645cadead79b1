// No quadratic step: what ten times the text costs, as a multiple of what once the text costs.
import { diff, fromMarkdown, fromText, toMarkdown, toText } from '../dist/index.js'
import { compare, report } from './measure.mjs'

const nouns = [
  'lamps',
  'keepers',
  'piers',
  'stations',
  'buoys',
  'charts',
  'lenses',
  'harbours',
  'pilots',
  'tides',
]
const verbs = ['Urges', 'Requests', 'Invites', 'Encourages', 'Calls upon', 'Decides', 'Notes']

/** A resolution of so many operative paragraphs, each of its own words. */
function draft(paragraphs, seed) {
  const lines = ['*The General Assembly*,', '', '*Recalling* its resolution 97/12,', '']
  let state = seed
  const next = (list) => {
    state = (state * 48271) % 2147483647
    return list[state % list.length]
  }
  for (let number = 1; number <= paragraphs; number++) {
    const words = Array.from({ length: 40 }, () => next(nouns)).join(' and ')
    lines.push(`${number}. *${next(verbs)}* States to inspect ${words} of coast ${state % 5000};`, '')
  }
  return lines.join('\n')
}

const once = draft(400, 7)
const tenfold = draft(4000, 7)
const limit = 12

function scaling(name, run, small, large) {
  for (let round = 0; round < 5; round++) run(small)
  const [one, ten] = compare([() => run(small), () => run(large)], 5)
  report(`${name}, 10 times the text`, ten / one, limit)
}

for (const [name, read] of Object.entries({ fromMarkdown, fromText })) scaling(name, read, once, tenfold)
const [small, large] = [fromMarkdown(once), fromMarkdown(tenfold)]
for (const [name, write] of Object.entries({ toMarkdown, toText })) scaling(name, write, small, large)
// Every fifth paragraph goes, and the others keep their words.
const revise = (text) =>
  fromMarkdown(
    text
      .split('\n\n')
      .filter((_, index) => index % 5 !== 3)
      .join('\n\n'),
  )
scaling('diff', (pair) => diff(...pair), [small, revise(once)], [large, revise(tenfold)])
