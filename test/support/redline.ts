/** Trees of Word documents, apart from where their words are in the file. */
import type { Root } from '../../src/model/tree/types.js'

export function withoutSources(tree: Root): Root {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value)),
  ) as Root
}
