/** What rules look at: the paragraphs of a text with their neighbours, and how its source shows them. */
import { type Drafting, loadDrafting } from '../language/drafting.js'
import type { CitedText, SourceEdit } from '../model/lint.js'
import { sourceRange } from '../model/tree/edit.js'
import { type Row, rows } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Node, Root } from '../model/tree/types.js'
import { type Block, blocksOf } from './blocks.js'

export interface LintContext {
  tree: Root
  rows: Row[]
  blocks: Block[]
  /** Those of the organ's own sentence. */
  sentence: Block[]
  drafting: Drafting | null
  /** The source shows italics at all: where it does not, nothing is said of them. */
  italic: boolean
  profile: string
  /** The text that the tree was read from, where it is known. */
  source: string | undefined
  /** What is known of a text by its symbol. */
  cited: ((symbol: string, language: string | null) => CitedText | undefined) | undefined
}

/** What a rule found. */
export interface Finding {
  at: string
  /** The words that break the rule. */
  text: string
  /** In place of the rule's own sentence. */
  message?: string
  fix?: string
  edits?: SourceEdit[]
  /** Where it is. */
  node: AnyNode
  /** Offset in the source, where that is known better than by the node. */
  offset?: number
}

/** Look at a tree once for all rules. */
export function contextOf(
  tree: Root,
  profile: string,
  source?: string,
  cited?: LintContext['cited'],
): LintContext {
  const all = rows(tree)
  const drafting = tree.language === null ? null : loadDrafting(tree.language)
  const blocks = blocksOf(tree, all, drafting)
  return {
    tree,
    rows: all,
    blocks,
    sentence: blocks.filter(({ sentence }) => sentence),
    drafting,
    italic: blocks.filter(({ phrase }) => phrase && isItalic(phrase)).length * 2 > blocks.length,
    profile,
    source,
    cited,
  }
}

/** True of words that are set in italics, in part at least. */
export function isItalic(node: Node): boolean {
  return (
    'children' in node &&
    (node.children as Node[]).some((child) => child.type === 'emphasis' || isItalic(child))
  )
}

/** The words of a row between two offsets as a finding, with the change of the source that mends it. */
export function wordsFinding(row: Row, start: number, end: number, fix?: string): Finding {
  const node = row.clause ?? row.node
  const finding: Finding = { at: row.label, text: plainText(node).slice(start, end), node }
  const range = sourceRange(node, start, end)
  if (range) finding.offset = range.start
  if (fix !== undefined) {
    finding.fix = fix
    if (range) finding.edits = [{ ...range, text: fix }]
  }
  return finding
}
