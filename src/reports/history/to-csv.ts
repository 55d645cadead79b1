/** A history as CSV: a row a paragraph, with its label and its words in each version. */
import type { History } from '../../model/history.js'
import { toCsv } from '../csv.js'
import { chainOf, versionNames } from './words.js'

/**
 * Write a history as CSV (RFC 4180).
 *
 * Ensures a heading, then a row for each paragraph: its fate, its verbs, the
 * versions in which its words changed, and for each version its labels and words.
 */
export function historyToCsv(history: History): string {
  const names = versionNames(history.versions)
  const heads = [
    'fate',
    'resolution',
    'verbs',
    'changed in',
    ...names,
    ...names.map((name) => `${name} text`),
  ]
  const rows = history.paragraphs.map((life) => [
    life.fate,
    life.resolution ?? '',
    chainOf(life),
    life.changed.map((version) => names[version] ?? '').join(' '),
    ...life.path.map((labels) => labels.join(' ')),
    ...life.texts.map((text) => text ?? ''),
  ])
  return toCsv([heads, ...rows])
}
