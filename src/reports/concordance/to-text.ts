/** A concordance as text: what does not correspond, paragraph by paragraph. */
import { allCorrespondences, type Concordance, type Discrepancy } from '../../model/concordance.js'
import { clean } from '../clean.js'
import { columns, paint, redline } from '../terminal.js'
import { concordTotals, foundWords, kindWords, rowNames, sidesOf, versionNames } from './words.js'

export interface ConcordTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Names of the files, in the order of the texts. */
  files?: readonly string[]
}

const kindColumns = 12

/**
 * Write what does not correspond, each discrepancy on a line of its own under the name of its paragraph.
 *
 * Ensures every discrepancy is told with what both sides have. Says so where there are none.
 */
export function concordToText(concordance: Concordance, options: ConcordTextOptions = {}): string {
  const { width = 80, color = false, files = [] } = options
  const names = versionNames(concordance)
  const places = rowNames(concordance)
  const lines = heading(concordance, names, files, color)
  const told = (name: string, discrepancies: readonly Discrepancy[]) => {
    if (discrepancies.length === 0) return
    lines.push(paint(clean(name), 'bold', color))
    for (const discrepancy of discrepancies) lines.push(...line(discrepancy, names, { width, color }))
  }
  told('Before the first paragraph', concordance.front)
  for (const each of allCorrespondences(concordance.correspondences))
    told(places.get(each) ?? '', each.discrepancies)
  if (lines.at(-1) !== '') lines.push('')
  lines.push(paint(concordTotals(concordance), 'bold', color))
  return `${lines.join('\n')}\n`
}

function heading(
  { texts }: Concordance,
  names: readonly string[],
  files: readonly string[],
  color: boolean,
): string[] {
  const symbols = [...new Set(texts.flatMap(({ symbol }) => symbol ?? []))]
  const longest = Math.max(...names.map(columns))
  return [
    ...(symbols.length > 0 ? [paint(clean(symbols.join(', ')), 'bold', color)] : []),
    ...names.map((name, index) => {
      const role = index === 0 ? ' (reference)' : ''
      return `${name.padEnd(longest)}  ${clean(files[index] ?? texts[index]?.title ?? '')}${role}`
    }),
    '',
  ]
}

function line(
  discrepancy: Discrepancy,
  names: readonly string[],
  { width, color }: { width: number; color: boolean },
): string[] {
  const text = sentence(discrepancy, names)
  const lines = redline([{ op: 'equal', text }], { width, color: false, indent: 2 + kindColumns })
  const kind = `  ${kindWords(discrepancy)}`.padEnd(2 + kindColumns)
  return lines.map((each, index) =>
    index === 0 ? paint(kind, 'weak', color) + each.slice(2 + kindColumns) : each,
  )
}

/** "English 30, French 40"; "not in French: …". */
function sentence(discrepancy: Discrepancy, names: readonly string[]): string {
  const [one, other] = sidesOf(discrepancy, names)
  const note = discrepancy.note === undefined ? '' : `note ${discrepancy.note}: `
  if (discrepancy.kind === 'missing') return `not in ${other.who}: ${foundWords(discrepancy, one.found)}`
  if (discrepancy.kind === 'added') return `only in ${other.who}: ${foundWords(discrepancy, other.found)}`
  const said = [one, other].map(
    (side) => `${side.who}: ${foundWords(discrepancy, side.found) ?? 'nothing of the kind'}`,
  )
  return note + said.join('; ')
}
