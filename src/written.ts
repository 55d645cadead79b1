/**
 * Trees → documents that give the same trees when they are read.
 *
 * A text that was damaged, or is the middle of a document, can be written so that it would be read otherwise: what
 * was a heading on its page is a paragraph of a number without the page. So what is written is read, and where it
 * gives another tree, the tree is kept beside its text, where no reader of the text sees it.
 */
import { apartOf, wordsOf } from './formats/akn/compare/apart.js'
import type { ComparedTrees } from './formats/akn/compare/comparison.js'
import { writeComparison } from './formats/akn/compare/write.js'
import { fromAkn } from './formats/akn/read/from-akn.js'
import { writeTree } from './formats/akn/write/to-akn.js'
import { readMended } from './formats/characters.js'
import { keepTree, tellLanguage, writeMarkdown } from './formats/markdown/to-markdown.js'
import { printedText } from './formats/word/package/characters.js'
import { type DocxOptions, writeDocx } from './formats/word/write/to-docx.js'
import type { Diff } from './model/change.js'
import { isSamePrint, isSameTree, keptJson, printedTree } from './model/tree/kept.js'
import { rows } from './model/tree/rows.js'
import { plainText } from './model/tree/text.js'
import type { AnyNode, Root } from './model/tree/types.js'
import { fromMarkdown, fromSource } from './pipeline.js'

/**
 * Write a tree as Markdown.
 *
 * Ensures `fromMarkdown(toMarkdown(tree))` equals `tree`, positions aside: what a program left unsaid
 * of words that it put in (their verbs, citations and numbers) is read of them.
 */
export function toMarkdown(tree: Root): string {
  const plain = writeMarkdown(tree)
  const again = fromMarkdown(plain)
  if (!isSameTree(again, tree)) return keepTree(plain, tree)
  if (again.language === tree.language) return plain
  const told = tellLanguage(plain, tree.language)
  return isSameTree(fromMarkdown(told), tree) ? told : keepTree(plain, tree)
}

/**
 * Write a tree as Akoma Ntoso 3.0.
 *
 * Given a valid tree. Ensures a document that is valid against the schema of
 * OASIS, the identifiers of whose paragraphs are the numbers printed
 * (`para_5bis`), and that reads back as the same tree, positions aside.
 * Characters that XML cannot hold become U+FFFD.
 *
 * @see https://unsceb-hlcm.github.io/ the guidelines
 */
export function toAkn(tree: Root): string {
  const plain = writeTree(tree)
  return isSameTree(readAkn(plain), tree) ? plain : writeTree(tree, { both: keptJson(tree) })
}

function readAkn(xml: string, revisions: 'final' | 'original' = 'final'): Root {
  return fromSource(readMended(xml, (whole) => fromAkn(whole, { name: 'comparison', revisions })))
}

/**
 * Write a tree as a Word document (.docx).
 *
 * Given any tree. Ensures that reading the document gives the tree again,
 * positions and furniture aside: page headers, page numbers and rules are made
 * anew. Notes come back in the order of their marks. A note of provenance is in
 * italics, and where the source showed none at all, so are organ lines and opening
 * words. The same tree and options make the same bytes.
 *
 * @example
 * await writeFile('draft.docx', await toDocx(fromMarkdown('…')))
 */
export async function toDocx(tree: Root, options: DocxOptions = {}): Promise<Uint8Array> {
  const plain = await writeDocx(tree, options)
  const { fromDocx } = await import('./formats/word/read/from-docx.js')
  const again = fromSource(fromDocx(plain, { name: 'the document' }))
  const shown = printedTree(tree, printedText)
  return isSamePrint(again, shown) ? plain : writeDocx(tree, options, keptJson(shown))
}

/**
 * Write a comparison as Akoma Ntoso 3.0.
 *
 * Given a diff and the trees it compares. Ensures a document that is valid
 * against the schema of OASIS and holds both texts, each in its order: without
 * `del` it is the new one, without `ins` the old one, sponsors and notes aside,
 * which are the new text's; `parse` reads either (`revisions`). Whole
 * paragraphs bear a `status`, and those that were in the old text their
 * identifier of there as `wId`; each substitution, insertion, repeal,
 * renumbering, split and join is a `textualMod`, whose `old` is what was cut
 * or, of the last three, a `wId`. A move is a repeal and an insertion.
 *
 * @see https://unsceb-hlcm.github.io/ the guidelines
 * @example diffToAkn(diff(old, now), {old, new: now})
 */
export function diffToAkn(diff: Diff, trees: ComparedTrees): string {
  const read = (xml: string) => ({ old: readAkn(xml, 'original'), new: readAkn(xml, 'final') })
  const holds = (sides: ComparedTrees) => isSameText(sides.old, trees.old) && isSameText(sides.new, trees.new)
  const keptOf = (sides: ComparedTrees) => ({
    ...(isSameText(sides.old, trees.old) ? {} : { original: keptJson(ownText(trees.old, trees.new)) }),
    ...(isSameText(sides.new, trees.new) ? {} : { final: keptJson(trees.new) }),
  })
  const plain = writeComparison(diff, trees)
  const sides = read(plain)
  if (holds(sides)) return plain
  const beside = writeComparison(diff, trees, { kept: keptOf(sides) })
  if (holds(read(beside))) return beside
  // What of an old text has no place in the new one is cut and added as a whole; at the worst, all of it.
  for (const apart of [apartOf(trees, sides), 'all'] as const) {
    const written = writeComparison(diff, trees, { apart })
    const found = read(written)
    if (holds(found)) return written
    const kept = writeComparison(diff, trees, { apart, kept: keptOf(found) })
    if (holds(read(kept))) return kept
  }
  return beside
}

/** The words of the paragraphs in their order, with the numbers printed; of a text without formula a title opens it. */
function isSameText(one: Root, other: Root): boolean {
  const [text, otherText] = [one, other].map(textOf)
  return text === otherText || titleOf(one) + text === titleOf(other) + otherText
}

function textOf(tree: Root): string {
  return rows(tree)
    .map((row) => `${wordsOf(row)} `)
    .filter((words) => words !== ' ')
    .join('')
}

/** The titles of a document with their numbers. */
function titleOf({ children }: Root): string {
  return children
    .flatMap((node) => (node.type === 'resolution' ? node.children : []))
    .flatMap((node) => (node.type === 'title' ? `${node.label ?? ''} ${plainText(node)}` : []))
    .flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => `${word} `)
    .join('')
}

/** What a comparison shows of a text: not its front and its notes, nor marks of notes that the new text has not. */
function ownText(tree: Root, now: Root): Root {
  const notes = (root: Root) =>
    new Map(
      root.children.flatMap((node) =>
        node.type === 'footnoteDefinition' ? [[node.identifier, plainText(node.children[0] ?? node)]] : [],
      ),
    )
  const [own, shown] = [notes(tree), notes(now)]
  const isShown = (node: AnyNode): boolean => {
    if (node.type !== 'footnoteReference' || !('identifier' in node)) return true
    return own.get(node.identifier) === shown.get(node.identifier)
  }
  const copy = <T extends AnyNode>(node: T): T =>
    'children' in node ? { ...node, children: (node.children as AnyNode[]).filter(isShown).map(copy) } : node
  const children = tree.children.filter(({ type }) => isText.has(type))
  return copy({ ...tree, children })
}

/** Nodes of a root that are its text. */
const isText: ReadonlySet<string> = new Set(['resolution', 'annex', 'unknown'])
