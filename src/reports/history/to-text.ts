/** A history in a terminal: a row a paragraph, a column a version; or the life of one paragraph. */
import { sayIn } from '../../language/interface.js'
import type { Shift } from '../../model/change.js'
import type { CompareWords, History, Life } from '../../model/history.js'
import { clean } from '../clean.js'
import { columns, fitted, padded, paint, redline, type Style } from '../terminal.js'
import {
  type Cell,
  cellNotes,
  cellsOf,
  chainOf,
  fateTotals,
  findLives,
  hasSeveral,
  lastText,
  lifeName,
  versionNames,
} from './words.js'

export interface HistoryTextOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/** The words of a paragraph get no fewer columns than this, however many versions there are. */
const leastWords = 16

const signs: Record<Cell['state'], string> = { absent: '·', new: '+', same: '', changed: '~' }
const styles: Record<Cell['state'], Style> = { absent: 'dim', new: 'added', same: 'plain', changed: 'bold' }

/**
 * Write a history as a matrix: `+` before a label where the paragraph came, `~`
 * where its words changed, `↕` where it moved, `·` where it is absent, and an
 * arrow where its verb is weaker or stronger.
 */
export function historyToText(history: History, options: HistoryTextOptions = {}): string {
  const { width = 80, color = false } = options
  const several = hasSeveral(history)
  const names = versionNames(history.versions).map(clean)
  const lines = history.paragraphs.map((life) => ({ life, cells: cellsOf(life) }))
  const sizes = names.map((name, at) =>
    Math.max(columns(name), ...lines.map(({ cells }) => columns(cellText(cells[at])))),
  )
  const used = sizes.reduce((total, size) => total + size + 2, 0)
  const room = Math.max(leastWords, width - used)
  const head = names.map((name, at) => padded(name, sizes[at] ?? 0)).join('  ')
  const rows = lines.map(({ life, cells }) => {
    const matrix = cells
      .map((cell, at) => padded(paint(cellText(cell), styles[cell.state], color), sizes[at] ?? 0))
      .join('  ')
    const resolution = several && life.resolution !== undefined ? `${life.resolution} ` : ''
    return `${matrix}  ${fitted(clean(resolution + summaryOf(life)), room)}`.trimEnd()
  })
  const title = history.versions.findLast((version) => version.title !== null)?.title
  return [
    ...(title ? [clean(title), ''] : []),
    paint(head.trimEnd(), 'dim', color),
    ...rows,
    '',
    fateTotals(history, sayIn(options.ui)),
    '',
  ].join('\n')
}

/** The chain of its verbs, else its opening words, and what follows them. */
function summaryOf(life: Life): string {
  const chain = chainOf(life)
  const text = lastText(life)
  const lead = life.leads.findLast((words) => words !== null) ?? ''
  const rest = lead !== '' && text.startsWith(lead) ? text.slice(lead.length).trimStart() : text
  return chain === '' ? text : `${chain} ${rest}`
}

/**
 * Write the life of a paragraph: its words in the version in which it came, and
 * those that changed at each step.
 *
 * @param name its label, in the last version that has it or after the number of a version (`2:OP7`)
 * @returns null where no paragraph bears the label
 */
export function lifeToText(
  history: History,
  name: string,
  compare: CompareWords,
  options: HistoryTextOptions = {},
): string | null {
  const lives = findLives(history, name)
  if (lives.length === 0) return null
  return lives.map((life) => oneLife(history, life, compare, options)).join('\n')
}

function oneLife(history: History, life: Life, compare: CompareWords, options: HistoryTextOptions): string {
  const { width = 80, color = false, ui } = options
  const say = sayIn(ui)
  const names = versionNames(history.versions)
  const several = hasSeveral(history)
  const lines = [paint(clean(`${lifeName(life, several)} · ${say(`fate_${life.fate}`)}`), 'bold', color)]
  let before: string | null = null
  cellsOf(life).forEach((cell, version) => {
    const text = life.texts[version] ?? null
    if (text === null && before === null) return
    const label = clean(`${names[version]}  ${cell.labels || say('absent')}`)
    lines.push('', [label, ...cellNotes(cell, say)].join(' · '))
    if (text === null || text === before) return
    const edits = before === null ? [{ op: 'equal' as const, text }] : compare(before, text)
    lines.push(...redline(edits, { width, color, indent: 2 }))
    before = text
  })
  return `${lines.join('\n')}\n`
}

const arrows: Partial<Record<Shift, string>> = { weaker: '↓', stronger: '↑' }

function cellText(cell: Cell | undefined): string {
  if (!cell || cell.state === 'absent') return signs.absent
  const arrow = cell.shift === null ? '' : (arrows[cell.shift] ?? '')
  return clean(`${signs[cell.state]}${cell.moved ? '↕' : ''}${cell.labels}${arrow}`)
}
