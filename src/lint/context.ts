/** What rules look at: the paragraphs of a text with their neighbours, and how its source shows them. */
import { type Drafting, loadDrafting } from '../language/drafting.js'
import type { SourceEdit } from '../model/lint.js'
import { sourceRange } from '../model/tree/edit.js'
import { type Row, rows } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Clause, Node, Phrase, Root } from '../model/tree/types.js'

/** A top-level paragraph with all its rows: its own, its sub-paragraphs', and text resumed. */
export interface Block {
  label: string
  role: 'preambular' | 'operative'
  rows: Row[]
  /** Its leading words; undefined where none were found. */
  phrase: Phrase | undefined
  /** It is the last operative paragraph of its resolution. */
  last: boolean
  /** A heading, or another resolution, is between it and the paragraph before. */
  apart: boolean
}

export interface LintContext {
  tree: Root
  rows: Row[]
  blocks: Block[]
  drafting: Drafting | null
  /** The source shows italics at all: where it does not, nothing is said of them. */
  italic: boolean
  profile: string
  /** The text that the tree was read from, where it is known. */
  source: string | undefined
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
export function contextOf(tree: Root, profile: string, source?: string): LintContext {
  const all = rows(tree)
  const blocks = blocksOf(all)
  return {
    tree,
    rows: all,
    blocks,
    drafting: tree.language === null ? null : loadDrafting(tree.language),
    italic: blocks.filter(({ phrase }) => phrase && isItalic(phrase)).length * 2 > blocks.length,
    profile,
    source,
  }
}

function blocksOf(all: readonly Row[]): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  let apart = true
  let resolution: string | undefined
  for (const row of all) {
    if (row.resolution !== resolution) apart = true
    resolution = row.resolution
    if (row.role === 'preambular' || row.role === 'operative') {
      open = { label: row.label, role: row.role, rows: [row], phrase: leadOf(row.clause), last: false, apart }
      blocks.push(open)
      apart = false
    } else if (open && (row.role === 'subparagraph' || row.role === 'continuation')) open.rows.push(row)
    else {
      open = undefined
      apart = true
    }
  }
  const lasts = new Map(
    blocks.filter(({ role }) => role === 'operative').map((block) => [block.rows[0]?.resolution, block]),
  )
  for (const block of lasts.values()) block.last = true
  return blocks
}

function leadOf(clause: Clause | undefined): Phrase | undefined {
  return clause?.children.find((node): node is Phrase => node.type === 'phrase' && node.lead)
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
