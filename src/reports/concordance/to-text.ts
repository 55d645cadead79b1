/** A concordance as text: what does not correspond, paragraph by paragraph. */
import { sayIn } from '../../language/interface.js'
import { allCorrespondences, type Concordance, type Discrepancy } from '../../model/concordance.js'
import type { Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { columns, padded, paint, redline } from '../terminal.js'
import { concordTotals, foundWords, kindWords, rowNames, sidesOf, versionNames } from './words.js'

export interface ConcordTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Names of the files, in the order of the texts. */
  files?: readonly string[]
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

const kindColumns = 12

interface Look {
  color: boolean
  say: Say
}

/**
 * Write what does not correspond, each discrepancy on a line of its own under the name of its paragraph.
 *
 * Ensures every discrepancy is told with what both sides have. Says so where there are none.
 */
export function concordToText(concordance: Concordance, options: ConcordTextOptions = {}): string {
  const { width = 80, color = false, files = [], ui } = options
  const say = sayIn(ui)
  const names = versionNames(concordance, say)
  const places = rowNames(concordance, say)
  const lines = heading(concordance, names, files, { color, say })
  const told = (name: string, discrepancies: readonly Discrepancy[]) => {
    if (discrepancies.length === 0) return
    lines.push(paint(clean(name), 'bold', color))
    for (const discrepancy of discrepancies) lines.push(...line(discrepancy, names, { width, color, say }))
  }
  told(say('before_first_paragraph'), concordance.front)
  for (const each of allCorrespondences(concordance.correspondences))
    told(places.get(each) ?? '', each.discrepancies)
  if (lines.at(-1) !== '') lines.push('')
  lines.push(paint(concordTotals(concordance, say), 'bold', color))
  return `${lines.join('\n')}\n`
}

function heading(
  { texts }: Concordance,
  names: readonly string[],
  files: readonly string[],
  { color, say }: Look,
): string[] {
  const symbols = [...new Set(texts.flatMap(({ symbol }) => symbol ?? []))]
  const longest = Math.max(...names.map(columns))
  return [
    ...(symbols.length > 0 ? [paint(clean(symbols.join(', ')), 'bold', color)] : []),
    ...names.map((name, index) => {
      const text = clean(files[index] ?? texts[index]?.title ?? '')
      const told = index === 0 ? say('aside', { words: text, note: say('reference') }) : text
      return `${padded(name, longest)}  ${told}`
    }),
    '',
  ]
}

function line(
  discrepancy: Discrepancy,
  names: readonly string[],
  { width, color, say }: Look & { width: number },
): string[] {
  const text = sentence(discrepancy, names, say)
  const { note: _, ...plain } = discrepancy
  const words = `  ${kindWords(plain, say)}`
  const indent = Math.max(2 + kindColumns, columns(words) + 2)
  const lines = redline([{ op: 'equal', text }], { width, color: false, indent })
  const kind = padded(words, indent)
  return lines.map((each, index) => (index === 0 ? paint(kind, 'weak', color) + each.slice(indent) : each))
}

/** "English 30, French 40"; "not in French: …". */
function sentence(discrepancy: Discrepancy, names: readonly string[], say: Say): string {
  const [one, other] = sidesOf(discrepancy, names, say)
  const { note } = discrepancy
  const words = (side: typeof one) => foundWords(discrepancy, side.found, say)
  if (discrepancy.kind === 'missing') return say('not_in', { who: other.who, words: words(one) ?? '' })
  if (discrepancy.kind === 'added') return say('only_in', { who: other.who, words: words(other) ?? '' })
  const said = [one, other].map((side) =>
    say('told', { name: side.who, words: words(side) ?? say('nothing_of_kind') }),
  )
  const told = said.join(say('semicolon'))
  return note === undefined ? told : say('told', { name: say('in_note', { note }), words: told })
}
