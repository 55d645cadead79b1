/** The chain of a paragraph in a terminal: a table of the years, and a redline from each to the next. */
import { sayIn } from '../../language/interface.js'
import type { Ancestor, Lineage } from '../../model/precedent.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { columns, padded, paint, redline } from '../terminal.js'
import type { PrecedentTextOptions } from './to-text.js'
import { placeName, shownScore, verbLines } from './words.js'

/** Write the chain: a line for each year, then the words where they changed. */
export function lineageToText({ asked, chain }: Lineage, options: PrecedentTextOptions = {}): string {
  const { width = 80, color = false, ui } = options
  const say = sayIn(ui)
  const cells = chain.map((one) => [one.date ?? '', placeName(one), changeWords(one, say)].map(clean))
  const sizes = [0, 1].map((at) => Math.max(...cells.map((row) => columns(row[at] ?? ''))))
  const table = cells.map((row) =>
    row
      .map((cell, at) => padded(cell, sizes[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const changes = chain.flatMap((one, at) =>
    at > 0 && one.edits.every(({ op }) => op === 'equal')
      ? []
      : [
          paint(clean([placeName(one), ...(one.date === null ? [] : [one.date])].join(', ')), 'bold', color),
          ...verbLines(one.phrases, say).map((line) => `  ${clean(line)}`),
          ...redline(at === 0 ? [{ op: 'equal', text: one.text }] : one.edits, { width, color, indent: 2 }),
          '',
        ],
  )
  return [
    paint(clean(say('years_of', { place: placeName(asked) })), 'bold', color),
    '',
    ...table,
    '',
    ...changes,
  ].join('\n')
}

/** What a year did to the paragraph. */
export function changeWords({ score, edits, routine, phrases }: Ancestor, say: Say): string {
  if (score === null) return say('first_use')
  if (edits.every(({ op }) => op === 'equal')) return say('same_words')
  const verbs = phrases.flatMap(({ shift }) =>
    shift === 'weaker' || shift === 'stronger' ? [say('verdict_verb', { shift: say(shift) })] : [],
  )
  return listed([routine ? say('routine') : say('like_score', { score: shownScore(score) }), ...verbs], say)
}
