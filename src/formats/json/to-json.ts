import type { Root } from '../../model/tree/types.js'

/** Write a tree as JSON; `indent` 0 gives one line, for NDJSON. */
export function toJson(tree: Root, indent = 2): string {
  return JSON.stringify(tree, null, indent)
}
