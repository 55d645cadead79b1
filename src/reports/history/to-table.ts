/** A history as tables for a delegation's file: a table a paragraph, a row a version in which it changed. */
import { sayIn } from '../../language/interface.js'
import type { ChangeTable, ChangeTablePart } from '../../model/change-table.js'
import type { CompareWords, History, Life } from '../../model/history.js'
import { listed, type Say } from '../../model/words.js'
import {
  cellNotes,
  cellsOf,
  chainOf,
  fateTotals,
  findLives,
  hasSeveral,
  isChain,
  lifeName,
  versionNames,
} from './words.js'

export interface HistoryTableOptions {
  /** Label of the one paragraph to show, as `lifeToText` takes it. */
  paragraph?: string | undefined
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/**
 * Write the lives of paragraphs as tables: of one that is named, else of all that changed.
 *
 * Ensures for each its words in the version in which it came, and those that changed at each step.
 *
 * @returns null where no paragraph bears the label
 */
export function historyToTable(
  history: History,
  compare: CompareWords,
  { paragraph, ui }: HistoryTableOptions = {},
): ChangeTable | null {
  const say = sayIn(ui)
  const lives =
    paragraph === undefined
      ? history.paragraphs.filter(({ changed }) => changed.length > 0)
      : findLives(history, paragraph)
  if (paragraph !== undefined && lives.length === 0) return null
  const names = versionNames(history.versions)
  const several = hasSeveral(history)
  const last = history.versions.findLast((version) => version.title !== null)
  return {
    title: last?.title ?? say('history'),
    summary: fateTotals(history, say),
    language: history.versions.findLast((version) => version.language !== null)?.language ?? null,
    parts: lives.map((life) => partOf(life, { names, several, compare, say })),
  }
}

interface Telling {
  /** Of the versions. */
  names: readonly string[]
  several: boolean
  compare: CompareWords
  say: Say
}

function partOf(life: Life, { names, several, compare, say }: Telling): ChangeTablePart {
  const chain = chainOf(life)
  const title = say('aside', { words: lifeName(life, several), note: say(`fate_${life.fate}`) })
  const rows: ChangeTablePart['rows'][number][] = []
  let before: string | null = null
  cellsOf(life).forEach((cell, version) => {
    const text = life.texts[version] ?? null
    if (text === null ? before === null : text === before && !cell.moved) return
    rows.push({
      head: `${names[version]}  ${cell.labels || say('absent')}`,
      note: listed(cellNotes(cell, say), say),
      edits: text === null || before === null ? [{ op: 'equal', text: text ?? '' }] : compare(before, text),
    })
    before = text ?? before
  })
  return { name: isChain(chain) ? say('told', { name: title, words: chain }) : title, rows }
}
