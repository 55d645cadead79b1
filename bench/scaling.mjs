// No quadratic step: what ten times the text costs, as a multiple of what once the text costs.
import { diff, fromMarkdown, fromText, parse, toDocx, toMarkdown, toText } from '../dist/index.js'
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

/** A draft in which each paragraph has a note of its own, in Markdown. */
function annotated(notes) {
  const numbers = Array.from({ length: notes }, (_, index) => index + 1)
  return [
    '*The General Assembly*,',
    '*Recalling* its resolution 97/12,',
    ...numbers.map(
      (number) =>
        `${number}. *Urges* States to inspect the lamps of coast ${number},[^${number}] and to report;`,
    ),
    ...numbers.map((number) => `[^${number}]: See A/${(number % 99) + 1}/${number}, annex.`),
  ].join('\n\n')
}

/** The same as a page of the web has it: raised marks, and a list of notes at its end. */
function asPage(markdown) {
  const block = (text) =>
    `<p>${text
      .replace(/^\[\^(\d+)\]:/u, '<sup id="n$1">$1</sup>')
      .replace(/\[\^(\d+)\]/u, '<sup><a href="#n$1">$1</a></sup>')
      .replace(/\*([^*]+)\*/u, '<i>$1</i>')}</p>`
  return `<!doctype html><html lang="en"><body>${markdown.split('\n\n').map(block).join('')}</body></html>`
}

const [few, many] = [annotated(300), annotated(3000)]
const forms = {
  Markdown: [few, many, 'md'],
  HTML: [asPage(few), asPage(many), 'html'],
  Word: [await toDocx(fromMarkdown(few)), await toDocx(fromMarkdown(many)), 'docx'],
}
for (const [name, [small, large, ending]] of Object.entries(forms)) {
  const time = async (input) => {
    const before = process.cpuUsage()
    await parse(input, { name: `draft.${ending}` })
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await time(small)
  const times = { one: [], ten: [] }
  for (let round = 0; round < 3; round++) {
    times.one.push(await time(small))
    times.ten.push(await time(large))
  }
  report(`${name} with 300 notes, 10 times as many`, Math.min(...times.ten) / Math.min(...times.one), limit)
}
