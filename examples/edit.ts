// Edit a tree: build a paragraph, put it in, and write the draft anew.
import { build, check, fromMarkdown, toMarkdown } from 'plenary'
import { visit } from 'unist-util-visit'
import { draft } from './draft.js'

const { clause, emphasis, operativeParagraph, phrase } = build
const tree = fromMarkdown(draft)
visit(tree, 'operative', (operative) => {
  operative.children.push(
    operativeParagraph({ label: '3.', number: { value: 3, suffix: null, alternative: null }, ordinal: 3 }, [
      clause([
        phrase({ role: 'operative', lead: true, verb: 'decide' }, [emphasis(['Decides'])]),
        ' to meet in 2033.',
      ]),
    ]),
  )
})

console.log(check(tree).length, 'faults')
console.log(toMarkdown(tree).trimEnd().split('\n').at(-1))
// 0 faults
// 3. *Decides* to meet in 2033.
