// Linting in one process, warm, in processor time: real texts where they are, and a draft of three hundred paragraphs.
import { fixSource, fromMarkdown, lint } from '../src/index.js'
import { documents, median, report } from './measure.mjs'

const rounds = 7

/** Milliseconds of the processor, which other work beside does not change. */
function time(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const read = (source: string) => fromMarkdown(source, { language: 'en' })

const texts = documents().map((source: string) => ({ source, tree: read(source) }))
const each = () => time(() => texts.map(({ source, tree }) => lint(tree, { source }))) / texts.length
each()
report('lint, ms a text', median(Array.from({ length: rounds }, each)), 20)

const paragraph = (at: number) =>
  `${at + 1}. *${at % 2 ? 'Requests' : 'Urges'}* the keepers of station ${at} to light its lamps from dusk to dawn, as set out in paragraph ${at + 1} above, and to report on 71% of them by 9 October 2031;`
const large = `*The Conference of the Parties*,\n\n*Noting* the report,\n\n${Array.from({ length: 300 }, (_, at) => paragraph(at)).join('\n\n')}\n`
const tree = read(large)
const draft = () => time(() => lint(tree, { source: large }))
draft()
report('lint, ms for 300 paragraphs', median(Array.from({ length: rounds }, draft)), 300)

const mended = fixSource(large, (source) => lint(read(source), { source }).messages)
report(
  'lint, faults that mending twice mends',
  fixSource(mended.source, (source) => lint(read(source), { source }).messages).fixed,
  0,
)
