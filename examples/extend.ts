// Extend the tree with nodes of one's own, typed: the content maps can be augmented, as with mdast.
import { fromMarkdown } from 'plenary'
import type { Literal } from 'unist'
import { visit } from 'unist-util-visit'
import { draft } from './draft.js'

interface MarginNote extends Literal {
  type: 'marginNote'
  value: string
}

declare module 'plenary' {
  interface RootContentMap {
    marginNote: MarginNote
  }
}

const tree = fromMarkdown(draft)
tree.children.push({ type: 'marginNote', value: 'Ask the keeper.' })
visit(tree, 'marginNote', ({ value }) => {
  console.log(value)
})
// Ask the keeper.
