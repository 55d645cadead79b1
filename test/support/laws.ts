/** The laws of the tree, each as a function that lists what breaks it. */
import { isDeepStrictEqual } from 'node:util'
import { check } from '../../src/model/tree/check.js'
import type { AnyNode, Root } from '../../src/model/tree/types.js'
import { counted, type Format, lostCharacters, withoutMarkup, withoutSigns } from './printed.js'
import { schemaFaults } from './schema.js'
import { treeLines } from './tree-lines.js'

export interface Pipeline {
  fromMarkdown(value: string): Root
  toMarkdown(tree: Root): string
}

/** A copy of the tree without positions. */
export function withoutPositions<T>(node: T): T {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'position' ? undefined : value)),
  ) as T
}

function leaves(node: AnyNode, found: AnyNode[] = []): AnyNode[] {
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children as AnyNode[]) leaves(child, found)
  else found.push(node)
  return found
}

/** Every leaf's position holds its words: exactly, or, for one that a page cut in two, as its first and last words. */
export function misplaced(tree: Root, source: string, format: Format): string[] {
  const all = leaves(tree)
  const faults: string[] = []
  for (const leaf of all) {
    const { value, label } = leaf as { value?: string; label?: string }
    const plain = format === 'text' ? withoutSigns : (text: string) => text
    const words = counted(plain(value ?? label ?? ''), format)
    if (!leaf.position || words === '') continue
    const from = leaf.position.start.offset ?? 0
    const to = leaf.position.end.offset ?? 0
    const cut = source.slice(from, to)
    const found = counted(format === 'text' ? plain(cut) : withoutMarkup(cut), format)
    const holdsOther = all.some((other) => other !== leaf && within(other, from, to))
    if (holdsOther ? !isFrame(words, found) : words !== found)
      faults.push(
        `${leaf.type} ${JSON.stringify(value ?? label)} is not what stands at ${from}–${to}: ${JSON.stringify(cut)}`,
      )
  }
  return faults
}

function within({ position }: AnyNode, from: number, to: number): boolean {
  const start = position?.start.offset
  const end = position?.end.offset
  return start !== undefined && end !== undefined && start >= from && end <= to && end > start
}

/** The words are in the text in order, at its very beginning and end too. */
function isFrame(words: string, text: string): boolean {
  let at = 0
  for (const character of text) if (words.startsWith(character, at)) at += character.length
  return at === words.length && words[0] === text[0] && words.at(-1) === text.at(-1)
}

/** The first lines in which the tree that is written and read again differs. */
export function roundTrip(tree: Root, { fromMarkdown, toMarkdown }: Pipeline): string[] {
  const again = fromMarkdown(toMarkdown(tree))
  if (isDeepStrictEqual(withoutPositions(again), withoutPositions(tree))) return []
  const before = treeLines(tree).split('\n')
  const after = treeLines(again).split('\n')
  const at = before.findIndex((line, index) => line !== after[index])
  if (at === -1) return ['round trip: the trees differ in what tree.txt does not show']
  return [`round trip: line ${at + 1} was ${before[at]?.trim()}, is ${after[at]?.trim()}`]
}

/** All laws at once. */
export function broken(tree: Root, source: string, format: Format, pipeline: Pipeline): string[] {
  return [
    ...check(tree),
    ...schemaFaults('resast', tree),
    ...lostCharacters(tree, source, format),
    ...misplaced(tree, source, format),
    ...roundTrip(tree, pipeline),
  ]
}
