/** The ends of an edited text: the stop of the last paragraph, and the number of one that is alone. */
import { spliceWords } from '../model/tree/edit.js'
import { plainText } from '../model/tree/text.js'
import type { Clause, Node, OperativeParagraph, Parent, Root } from '../model/tree/types.js'

/**
 * Move the full stop to the last operative paragraph of each part, and number paragraphs as many as there are.
 *
 * Given the edited tree, which is changed, and the tree it was made of. Ensures that a
 * lone paragraph has no number where it lost its neighbours, and that one that got some has one.
 */
export function settleEnds(tree: Root, before: Root): void {
  const [parts, issued] = [operatives(tree), operatives(before)]
  parts.forEach((paragraphs, at) => {
    const old = issued[at] ?? []
    const last = paragraphs.at(-1)
    if (last && endOf(old.at(-1)) === '.') {
      // In French a space is before the semicolon.
      const semicolon = old.map(semicolonOf).find((one) => one !== undefined) ?? ';'
      for (const paragraph of paragraphs.slice(0, -1)) setEnd(paragraph, '.', semicolon)
      setEnd(last, ';', '.')
      setEnd(last, ',', '.')
    }
    if (last && paragraphs.length === 1 && old.length > 1) {
      last.label = null
      last.number = null
    }
    if (old.length === 1 && old[0]?.label === null && paragraphs.length > 1)
      paragraphs.forEach((paragraph, index) => {
        paragraph.label = `${index + 1}.`
        paragraph.number = { value: index + 1, suffix: null, alternative: null }
      })
  })
}

/** The paragraphs of each operative part, in order. */
function operatives(tree: Root): OperativeParagraph[][] {
  const parts: OperativeParagraph[][] = []
  const inside = (node: Parent): OperativeParagraph[] =>
    (node.children as Node[]).flatMap((child) => {
      if (child.type === 'operativeParagraph') return [child]
      return child.type === 'section' ? inside(child) : []
    })
  const visit = (node: Node): void => {
    if (node.type === 'operative') parts.push(inside(node))
    else if ('children' in node && node.type !== 'quotation')
      for (const child of node.children) visit(child as Node)
  }
  visit(tree)
  return parts
}

function lastClause(node: Node | undefined): Clause | undefined {
  if (!node || node.type === 'clause') return node
  return 'children' in node ? lastClause((node.children as Node[]).at(-1)) : undefined
}

function endOf(paragraph: OperativeParagraph | undefined): string | undefined {
  const clause = lastClause(paragraph)
  return clause && plainText(clause).at(-1)
}

/** The semicolon that a paragraph ends with, as it is set there. */
function semicolonOf(paragraph: OperativeParagraph): string | undefined {
  const clause = lastClause(paragraph)
  return clause && /\s?;$/u.exec(plainText(clause))?.[0]
}

function setEnd(paragraph: OperativeParagraph, from: string, to: string): void {
  const clause = lastClause(paragraph)
  const text = clause && plainText(clause)
  if (!clause || !text?.endsWith(from)) return
  const start = text.slice(0, -1).trimEnd().length
  clause.children = spliceWords(clause, [{ start, end: text.length, text: to }]).children
}
