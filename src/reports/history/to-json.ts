/** A history as JSON: CONTRACT's `history --format json`. */
import type { History, HistoryVersion, Life, Link } from '../../model/history.js'
import { type DiffDocument, diffDocument } from '../diff/to-json.js'

/** The object that `history --format json` prints. */
export interface HistoryDocument {
  format: 'plenary-history'
  version: 1
  versions: (HistoryVersion & { file: string })[]
  links: Link[]
  paragraphs: Life[]
  steps: DiffDocument[]
}

/** Give a history its name, version and files, which are as many as its versions. */
export function historyDocument(history: History, files: readonly string[]): HistoryDocument {
  return {
    format: 'plenary-history',
    version: 1,
    versions: history.versions.map((version, at) => ({ file: files[at] ?? '', ...version })),
    links: history.links,
    paragraphs: history.paragraphs,
    steps: history.steps.map((step, at) =>
      diffDocument(step, { old: files[at] ?? '', new: files[at + 1] ?? '' }),
    ),
  }
}

/** Write a history as JSON; `indent` 0 gives one line. */
export function historyToJson(history: History, files: readonly string[], indent = 2): string {
  return JSON.stringify(historyDocument(history, files), null, indent)
}
