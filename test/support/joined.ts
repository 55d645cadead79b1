/** Nodes whose neighbours are joined where both are text. */
import type { AnyNode } from '../../src/model/tree/types.js'

/** Texts that meet are one. */
export function joined(nodes: readonly AnyNode[]): AnyNode[] {
  const result: AnyNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && 'value' in node && 'value' in last)
      result[result.length - 1] = { ...last, value: `${last.value}${node.value}` } as AnyNode
    else result.push(node)
  }
  return result
}
