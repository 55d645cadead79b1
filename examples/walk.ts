// Walk a tree: what the paragraphs cite, and how they open.
import { fromMarkdown, rows } from 'plenary'
import { visit } from 'unist-util-visit'
import { draft } from './draft.js'

const tree = fromMarkdown(draft)
visit(tree, 'citation', ({ kind, target }) => {
  console.log(kind, target)
})
for (const { label, phrase, verb } of rows(tree)) if (phrase) console.log(label, phrase, verb)
// resolution Conference of the Parties to the Convention on Lighthouses, resolution 3/2
// PP1 Recalling recall
// OP1 Urges urge
// OP2 Requests request
