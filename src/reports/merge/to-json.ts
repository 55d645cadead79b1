/** A merge as JSON: CONTRACT's `merge --format json`. */
import type { Merge, MergedParagraph, Reading } from '../../model/merge.js'

/** The object that `merge --format json` prints. */
export interface MergeDocument {
  format: 'plenary-merge'
  version: 1
  base: { file: string }
  versions: { file: string; as: string }[]
  paragraphs: MergedParagraph[]
  conflicts: number
}

/** Give a merge its name, version and files: the base's and, in order, the parties'. */
export function mergeDocument(merge: Merge, base: string, files: readonly string[]): MergeDocument {
  return {
    format: 'plenary-merge',
    version: 1,
    base: { file: base },
    versions: merge.parties.map((party, at) => ({ file: files[at] ?? '', as: party })),
    paragraphs: merge.paragraphs,
    conflicts: merge.conflicts,
  }
}

/** Write a merge as JSON; `indent` 0 gives one line. */
export function mergeToJson(merge: Merge, base: string, files: readonly string[], indent = 2): string {
  return JSON.stringify(mergeDocument(merge, base, files), null, indent)
}

export type { MergedParagraph, Reading }
