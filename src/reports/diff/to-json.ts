/** A diff as JSON: CONTRACT's `diff --format json`. */
import type { Change, Diff, FrontChange, MatterChange, Side, Summary } from '../../model/change.js'

/** The names of the two files compared, as given. */
export interface DiffFiles {
  old: string
  new: string
}

/** The object that `diff --format json` prints. */
export interface DiffDocument {
  format: 'plenary-diff'
  version: 1
  old: Side & { file: string }
  new: Side & { file: string }
  front: FrontChange[]
  matter: MatterChange[]
  changes: Change[]
  summary: Summary
}

/** Give a diff its name, version and files. */
export function diffDocument(diff: Diff, files: DiffFiles): DiffDocument {
  return {
    format: 'plenary-diff',
    version: 1,
    old: { file: files.old, ...diff.old },
    new: { file: files.new, ...diff.new },
    front: diff.front,
    matter: diff.matter,
    changes: diff.changes,
    summary: diff.summary,
  }
}

/** Write a diff as JSON; `indent` 0 gives one line. */
export function diffToJson(diff: Diff, files: DiffFiles, indent = 2): string {
  return JSON.stringify(diffDocument(diff, files), null, indent)
}
