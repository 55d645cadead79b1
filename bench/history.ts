/**
 * The history of 20 versions of 300 paragraphs, against the sum of the 19 comparisons that it is made of,
 * in processor time of this process, in turns. `tsx bench/history.ts`; beyond the limit the exit code is 1.
 */
import { diff, fromMarkdown, history } from '../src/index.js'

const [paragraphs, versions, limit, rounds] = [300, 20, 3, 3]
const verbs = ['Urges', 'Encourages', 'Invites', 'Requests', 'Calls upon']
const nouns = ['lamp', 'lens', 'tower', 'buoy', 'bell', 'keeper', 'harbour', 'chart', 'signal', 'winter']

/** A paragraph with words of its own, so that none is like another. */
function paragraph(at: number): string {
  const words = Array.from(
    { length: 24 },
    (_, word) => `${nouns[(at * 7 + word * 3) % nouns.length]}${(at * 31 + word * 17) % 997}`,
  )
  return `*${verbs[at % verbs.length]}* States parties to keep ${words.join(' ')};`
}

/** Each draft rewords a tenth of the paragraphs of the one before, and cuts, adds and moves one. */
function drafts(): string[] {
  let now = Array.from({ length: paragraphs }, (_, at) => paragraph(at))
  return Array.from({ length: versions }, (_, version) => {
    if (version > 0) {
      now = now.map((text, at) =>
        (at + version) % 10 === 0 ? text.replace(/\w+;$/u, `changed${version};`) : text,
      )
      const [moved = ''] = now.splice((version * 13) % now.length, 1)
      now.splice((version * 29) % now.length, 0, moved)
      now.splice((version * 37) % now.length, 1)
      now.push(paragraph(paragraphs + version))
    }
    return ['The Conference of the Parties,', ...now.map((text, at) => `${at + 1}. ${text}`)].join('\n\n')
  })
}

const trees = drafts().map((text) => fromMarkdown(text, { language: 'en' }))

/** Milliseconds of the processor that something takes. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const steps = () => trees.slice(1).map((tree, at) => diff(trees[at] ?? tree, tree))
const ratios = Array.from({ length: rounds }, () => {
  const sum = cost(steps)
  return { sum, ratio: cost(() => history(trees)) / sum }
}).sort((a, b) => a.ratio - b.ratio)
const { sum, ratio } = ratios[Math.floor(rounds / 2)] ?? { sum: 0, ratio: 0 }
console.log(
  `history of ${versions} versions of ${paragraphs} paragraphs / its ${versions - 1} comparisons (${Math.round(sum)} ms): ${ratio.toFixed(2)} (limit ${limit})`,
)
if (ratio > limit) process.exitCode = 1
