/** The top-level paragraphs of a text with their neighbours, and which of them are the organ's own sentence. */
import type { Drafting } from '../language/drafting.js'
import type { Row } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Clause, Phrase, Root } from '../model/tree/types.js'

/** A top-level paragraph with all its rows: its own, its sub-paragraphs', and text resumed. */
export interface Block {
  label: string
  role: 'preambular' | 'operative'
  rows: Row[]
  /** Its leading words; undefined where none were found. */
  phrase: Phrase | undefined
  /** It is the last operative paragraph of its resolution. */
  last: boolean
  /** Another list, or another text, may begin behind it: it ends as any paragraph or as the last. */
  closes: boolean
  /** A heading, or another resolution, is between it and the paragraph before. */
  apart: boolean
  /** It is part of the one sentence whose subject is the organ; a declaration that the organ adopts is not. */
  sentence: boolean
}

/** So many paragraphs that end with a full stop are no slip of the pen. */
const fewestInProse = 3

/** Group the rows of a tree by the paragraph that holds them. */
export function blocksOf(tree: Root, all: readonly Row[], drafting: Drafting | null): Block[] {
  const blocks = gathered(all)
  const containers = containersOf(tree)
  const lists = new Map<unknown, Block[][]>()
  for (const block of blocks) {
    const holder = containers.get(block.rows[0]?.node)
    const known = lists.get(holder) ?? [[]]
    lists.set(holder, known)
    const list = known.at(-1) ?? []
    if (beginsList(block, list)) known.push([block])
    else list.push(block)
  }
  const organs = [...lists.keys()].some(hasOrgan)
  for (const [holder, held] of lists) {
    // A text that names no organ at all is an excerpt of one that does.
    const named = !organs || hasOrgan(holder)
    let given = false
    for (const list of held) {
      const sentence = named && !given && !isProse(list, drafting)
      for (const block of list) block.sentence = sentence && !isStray(block, list, drafting)
      const last = list.findLast((block) => block.sentence)
      if (last) last.closes = true
      // What a paragraph without a list of its own leads to is given behind it.
      given ||= list.some(
        (block) => leadsTo(block, drafting) && (numberOf(block) === null || block === list.at(-1)),
      )
    }
    const last = held.flat().findLast((block) => block.sentence && block.role === 'operative')
    if (last) last.last = true
  }
  return blocks
}

function gathered(all: readonly Row[]): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  let apart = true
  let resolution: string | undefined
  for (const row of all) {
    if (row.resolution !== resolution) apart = true
    resolution = row.resolution
    if (row.role === 'preambular' || row.role === 'operative') {
      const phrase = leadOf(row.clause)
      open = {
        label: row.label,
        role: row.role,
        rows: [row],
        phrase,
        last: false,
        closes: false,
        apart,
        sentence: true,
      }
      blocks.push(open)
      apart = false
    } else if (open && (row.role === 'subparagraph' || row.role === 'continuation')) open.rows.push(row)
    else {
      open = undefined
      apart = true
    }
  }
  return blocks
}

function leadOf(clause: Clause | undefined): Phrase | undefined {
  return clause?.children.find((node): node is Phrase => node.type === 'phrase' && node.lead)
}

/** The resolution, annex or quotation that each paragraph is in. */
function containersOf(tree: Root): Map<unknown, AnyNode> {
  const found = new Map<unknown, AnyNode>()
  const visit = (node: AnyNode, holder: AnyNode) => {
    if (node.type === 'preambularParagraph' || node.type === 'operativeParagraph') found.set(node, holder)
    else if ('children' in node) {
      const holds = node.type === 'resolution' || node.type === 'annex' || node.type === 'quotation'
      for (const child of node.children as AnyNode[]) visit(child, holds ? node : holder)
    }
  }
  visit(tree, tree)
  return found
}

function hasOrgan(holder: unknown): boolean {
  const children = (holder as { children?: AnyNode[] } | undefined)?.children ?? []
  return children.some(({ type }) => type === 'organLine')
}

/** Numbers begin again, or a preamble follows the operative part. */
function beginsList(block: Block, list: readonly Block[]): boolean {
  if (block.role === 'preambular') return list.some(({ role }) => role === 'operative')
  return numberOf(block) === 1 && list.some(({ role }) => role === 'operative')
}

function numberOf({ rows: [row] }: Block): number | null {
  const node = row?.node
  return node?.type === 'operativeParagraph' && node.number ? node.number.value : null
}

function leadsTo(block: Block | undefined, drafting: Drafting | null): boolean {
  if (block?.role !== 'operative' || block.rows.some(({ role }) => role === 'subparagraph')) return false
  return drafting?.marks.lead.some((mark) => block.rows.at(-1)?.text.endsWith(mark.trim())) ?? false
}

/** Most of its paragraphs are sentences of their own, which open with no verb of the organ's. */
function isProse(list: readonly Block[], drafting: Drafting | null): boolean {
  const stop = drafting?.marks.last[0]
  if (stop === undefined || list.length < fewestInProse) return false
  const stopped = list.filter(({ rows }) => rows.at(-1)?.text.endsWith(stop.trim())).length
  const opened = list.filter((block) => opens(block, drafting)).length
  return stopped >= fewestInProse && stopped * 2 > list.length && opened * 2 < list.length
}

/** A paragraph without a number among those that have one, that opens with no verb, or behind one that leads to it: a note of a table, a rule that is quoted. */
function isStray(block: Block, list: readonly Block[], drafting: Drafting | null): boolean {
  if (block.role !== 'operative' || numberOf(block) !== null || opens(block, drafting)) return false
  return list.some((other) => numberOf(other) !== null || leadsTo(other, drafting))
}

/** It opens with a verb in the form of its part. */
function opens({ phrase, role }: Block, drafting: Drafting | null): boolean {
  if (!phrase || phrase.verb === null) return false
  const known = drafting?.openers[role]
  // Languages without word spaces have no first word to look at.
  if (!known || known.size === 0) return true
  const words = plainText(phrase).toLowerCase().split(' ')
  return words.some((word) => known.has(word))
}
