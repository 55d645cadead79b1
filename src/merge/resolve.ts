/** What all parties made of one item of the base → what it is in the result. */
import { compareTexts } from '../diff/index.js'
import type { MergedParagraph, Reading } from '../model/merge.js'
import { spliceWords } from '../model/tree/edit.js'
import type { NotePool } from '../model/tree/notes.js'
import { plainText } from '../model/tree/text.js'
import type { Clause, Node, Root } from '../model/tree/types.js'
import { bracketClash, bracketReading } from './brackets.js'
import { type Hunk, mergeWords } from './hunks.js'
import {
  type Item,
  type ItemNode,
  isParagraph,
  type Line,
  linesOf,
  type Paragraph,
  paragraphOf,
} from './items.js'
import { type Outcome, sameNotes } from './outcomes.js'

/** One party's changed outcome, and the tree that its notes are in. */
export interface Vote {
  party: string
  outcome: Outcome
  tree: Root
}

/** What an item is in the result: nodes with what is said of each; none where it was cut. */
export interface Resolved {
  said: MergedParagraph
  nodes: ItemNode[]
}

export interface Context {
  /** The tree whose items these are. */
  base: Root
  pool: NotePool
  /** Edits of one paragraph by two parties are a conflict, wherever they are in it. */
  whole: boolean
  /** Nothing is taken: every change is in brackets, with who proposed it. */
  brackets: boolean
}

/** Resolve an item that at least one party changed. */
export function resolve(item: Item, votes: readonly Vote[], context: Context): Resolved {
  const settled = settle(item, votes, context)
  return context.brackets ? { ...settled, nodes: bracketed(item, votes, context) } : settled
}

function settle(item: Item, votes: readonly Vote[], context: Context): Resolved {
  const parties = votes.map(({ party }) => party)
  const distinct = new Set(votes.map(({ outcome }) => textOfItems(outcome.items)))
  const [first] = votes
  if (!first) throw new RangeError('Cannot resolve an item that nobody changed')
  if (distinct.size === 1) return taken(item, first, parties, context)
  const all = votes.every(({ outcome }) => outcome.lines)
  return all && !context.whole ? mergedLines(item, votes, context) : inConflict(item, votes, context)
}

/** Say that an item is what it was. */
export function untouched(item: Item): Resolved {
  return { said: describe(item, item, []), nodes: [item.node] }
}

function taken(item: Item, { outcome, tree }: Vote, by: string[], { pool }: Context): Resolved {
  const [first] = outcome.items
  // Of several that became one, or were cut together, the first speaks for all.
  if (!first) return { said: { ...describe(item, null, by), text: null }, nodes: [] }
  return {
    said: describe(item, first, by),
    nodes: outcome.items.map(({ node }) => pool.adopt(node, tree)),
  }
}

// ---------------------------------------------------------------- line by line

interface MergedLine {
  line: Omit<Line, 'row'>
  said: MergedParagraph
}

/** The base's words and every change of them in brackets. */
function bracketed(item: Item, votes: readonly Vote[], context: Context): ItemNode[] {
  if (votes.every(({ outcome }) => outcome.lines) && isParagraph(item.node))
    return mergedLines(item, votes, context).nodes
  const node = structuredClone(item.node)
  const parties = votes.map(({ party }) => party)
  if (clauseIn(node) === undefined) return [node, ...readingNodes(votes, context.pool)]
  wrap(node, [], parties)
  return [node, ...readingNodes(votes, context.pool)]
}

function mergedLines(item: Item, votes: readonly Vote[], context: Context): Resolved {
  const { node } = item
  if (!isParagraph(node)) return inConflict(item, votes, context)
  const result: MergedLine[] = []
  const cut: MergedParagraph[] = []
  const addedAfter = (row: number | null) => {
    for (const vote of votes)
      for (const { after, line } of vote.outcome.added ?? []) {
        if (after !== row) continue
        const text = plainText(line.clause)
        const same = result.find(({ said }) => said.base === null && said.text === text)
        if (same) {
          same.said.by.push(vote.party)
          continue
        }
        const clause = context.pool.adopt(line.clause, vote.tree)
        result.push({ line: { ...line, clause }, said: lineSaid(null, text, [vote.party]) })
      }
  }
  addedAfter(null)
  let clashes = 0
  for (const line of linesOf(item)) {
    const merged = mergeLine(line, votes, context)
    if (merged.said.conflict) clashes++
    if (merged.line) result.push({ line: merged.line, said: merged.said })
    else cut.push(merged.said)
    addedAfter(line.row)
  }
  if (context.brackets)
    for (const { said, line } of result)
      if (said.base === null) line.clause = enclosed(line.clause, said.by, [])
  const [own, ...parts] = result
  const by = [...new Set([...result.map(({ said }) => said), ...cut].flatMap((said) => said.by))]
  const said: MergedParagraph = {
    ...describe(item, null, by),
    text: own?.line.depth === 0 ? own.said.text : '',
    conflict: clashes > 0,
    parts: [...parts.map((part) => part.said), ...cut.filter(({ base }) => base !== null)],
  }
  if (clashes > 0) Object.assign(said, { text: null, proposals: readingsOf(votes) })
  return {
    said,
    nodes: [
      paragraphOf(
        numberedBy(votes, node),
        result.map(({ line }) => line),
      ),
    ],
  }
}

/** The paragraph with its number as the first party has it, as where that one alone changed the words: who comes next moves no number of another's. */
function numberedBy(votes: readonly Vote[], node: Paragraph): Paragraph {
  const own = votes[0]?.outcome.items[0]?.node
  return own && isParagraph(own) && own.type === node.type ? own : node
}

function mergeLine(
  line: Line,
  votes: readonly Vote[],
  { base: baseTree, pool, brackets }: Context,
): { said: MergedParagraph; line: Omit<Line, 'row'> | null } {
  const base = plainText(line.clause)
  const made = votes.flatMap(({ party, outcome, tree }) => {
    const now = outcome.lines?.get(line.row)
    if (now === undefined) return []
    const noted = now !== null && !sameNotes(line.clause, baseTree, now.clause, tree)
    if (now !== null && !noted && isSame(base, plainText(now.clause))) return []
    return [{ party, tree, clause: now?.clause ?? null, noted }]
  })
  const by = made.map(({ party }) => party)
  const texts = new Set(made.map(({ clause }) => clause && plainText(clause)))
  const [first] = made
  if (!first) return { said: lineSaid(line.label ?? '', base, []), line }
  if (texts.size === 1) {
    if (brackets)
      return {
        said: lineSaid(line.label ?? '', base, by),
        line: { ...line, clause: proposed(line, first, by, pool) },
      }
    if (first.clause === null)
      return { said: { ...lineSaid(line.label ?? '', null, by), label: null }, line: null }
    const clause = pool.adopt(first.clause, first.tree)
    return { said: lineSaid(line.label ?? '', plainText(clause), by), line: { ...line, clause } }
  }
  if (made.some(({ clause }) => clause === null)) {
    const kept = made.filter((one) => one.clause !== null)
    const cutters = made.filter((one) => one.clause === null).map(({ party }) => party)
    const text = kept[0]?.clause ? plainText(kept[0].clause) : base
    const clause = spliceWords(line.clause, [
      {
        start: 0,
        end: base.length,
        text: bracketReading(
          text,
          kept.map(({ party }) => party),
          cutters,
        ),
      },
    ])
    return { said: conflictLine(line, made, by), line: { ...line, clause } }
  }
  if (made.some(({ noted }) => noted)) {
    // Words can be merged, the places of notes among them not: each reading is whole.
    const readings = made.flatMap(({ clause, party, tree }) =>
      clause ? enclosed(pool.adopt(clause, tree), [party], []).children : [],
    )
    return {
      said: conflictLine(line, made, by),
      line: { ...line, clause: { ...line.clause, children: readings } },
    }
  }
  const versions = new Map(made.map(({ party, clause }) => [party, plainText(clause as Clause)]))
  const { taken: hunks, clashes } = mergeWords(base, versions)
  const shown = brackets ? hunks.map((hunk) => ({ ...hunk, text: bracketOf(base, hunk) })) : hunks
  const splices = [
    ...shown,
    ...clashes.map(({ start, end, readings }) => ({
      start,
      end,
      text: bracketClash(base.slice(start, end), readings),
    })),
  ]
  const clause = spliceWords(line.clause, splices)
  if (clashes.length > 0) return { said: conflictLine(line, made, by), line: { ...line, clause } }
  return { said: lineSaid(line.label ?? '', plainText(clause), by), line: { ...line, clause } }
}

/** One change of a line by one party, or the same by several, in brackets. */
function proposed(
  line: Line,
  { clause, tree, noted }: { clause: Clause | null; tree: Root; noted: boolean },
  by: readonly string[],
  pool: NotePool,
): Clause {
  const base = plainText(line.clause)
  if (clause === null) return enclosed(line.clause, [], by)
  // A note that came is in the words that came: both readings are whole.
  if (noted) {
    const now = enclosed(pool.adopt(clause, tree), by, [])
    return { ...now, children: [...enclosed(line.clause, [], by).children, ...now.children] }
  }
  const { taken: hunks } = mergeWords(base, new Map([['', plainText(clause)]]))
  return spliceWords(
    line.clause,
    hunks.map((hunk) => ({ ...hunk, text: bracketOf(base, { ...hunk, by: [...by] }) })),
  )
}

function bracketOf(base: string, { start, end, text, by }: Hunk): string {
  return bracketClash(base.slice(start, end), [{ by, text }])
}

/** A clause in brackets, with who is for it and who is for cutting it. */
function enclosed(clause: Clause, parties: readonly string[], cutters: readonly string[]): Clause {
  const text = plainText(clause)
  const [open = '', close = ''] = bracketReading('\n', parties, cutters).split('\n')
  return spliceWords(clause, [
    { start: 0, end: 0, text: open },
    { start: text.length, end: text.length, text: close },
  ])
}

function isSame(old: string, now: string): boolean {
  return old === now || compareTexts(old, now).every(({ op }) => op === 'equal')
}

function lineSaid(base: string | null, text: string | null, by: string[]): MergedParagraph {
  return { role: 'subparagraph', label: '', base, text, by, conflict: false, parts: [] }
}

function conflictLine(
  line: Line,
  made: readonly { party: string; clause: Clause | null }[],
  by: string[],
): MergedParagraph {
  const proposals = made.map(({ party, clause }) => ({ by: party, text: clause && plainText(clause) }))
  return { ...lineSaid(line.label ?? '', null, by), conflict: true, proposals }
}

// ---------------------------------------------------------------- conflicts

/** Every reading as a paragraph in brackets, one after the other. */
function inConflict(item: Item, votes: readonly Vote[], { pool }: Context): Resolved {
  const nodes = readingNodes(votes, pool)
  const by = votes.map(({ party }) => party)
  const said = { ...describe(item, null, by), text: null, conflict: true, proposals: readingsOf(votes) }
  return { said, nodes: nodes.length > 0 ? nodes : [item.node] }
}

function readingNodes(votes: readonly Vote[], pool: NotePool): ItemNode[] {
  const cutters = votes.filter(({ outcome }) => outcome.items.length === 0).map(({ party }) => party)
  const readings = new Map<string, { parties: string[]; nodes: ItemNode[] }>()
  for (const { party, outcome, tree } of votes) {
    if (outcome.items.length === 0) continue
    const key = textOfItems(outcome.items)
    const known = readings.get(key)
    if (known) known.parties.push(party)
    else
      readings.set(key, { parties: [party], nodes: outcome.items.map(({ node }) => pool.adopt(node, tree)) })
  }
  return [...readings.values()].flatMap(({ parties, nodes }) => {
    for (const node of nodes) wrap(node, parties, cutters)
    return nodes
  })
}

function clauseIn(node: ItemNode): Clause | undefined {
  return 'children' in node
    ? (node.children as Node[]).find((child): child is Clause => child.type === 'clause')
    : undefined
}

/** Put a paragraph's own text in brackets, with who is for it and who is for cutting it. */
export function wrap(node: ItemNode, parties: readonly string[], cutters: readonly string[]): void {
  const clause = clauseIn(node)
  if (clause) clause.children = enclosed(clause, parties, cutters).children
}

function readingsOf(votes: readonly Vote[]): Reading[] {
  return votes.map(({ party, outcome }) => ({
    by: party,
    text: outcome.items.length === 0 ? null : outcome.items.map((item) => item.first.text).join('\n'),
  }))
}

// ---------------------------------------------------------------- what is said

function textOfItems(items: readonly Item[]): string {
  return items.map(({ node }) => textOfNode(node)).join('\n')
}

function textOfNode(node: Node): string {
  if (node.type === 'clause' || !('children' in node)) return plainText(node)
  const blocks = [
    'preambularParagraph',
    'operativeParagraph',
    'annexParagraph',
    'subparagraph',
    'table',
    'tableRow',
  ]
  if (!blocks.includes(node.type)) return plainText(node)
  return (node.children as Node[]).map(textOfNode).join('\n')
}

/** An item of the base, or one that was added, as it is in the result. */
export function describe(base: Item | null, now: Item | null, by: string[]): MergedParagraph {
  const shown = (now ?? base) as Item
  const { role, resolution } = shown.first
  const lines = now ? linesOf(now) : []
  const said: MergedParagraph = {
    role: isParagraph(shown.node) && shown.node.type === 'preambularParagraph' ? 'preambular' : role,
    label: null,
    base: base === null ? null : labelOf(base),
    text: now
      ? isParagraph(now.node)
        ? lines[0]?.depth === 0
          ? plainText(lines[0].clause)
          : ''
        : now.first.text
      : null,
    by,
    conflict: false,
    parts: lines
      .filter(({ depth }, at) => at > 0 || depth > 0)
      .map(({ label, clause }) => lineSaid(label ?? '', plainText(clause), by)),
  }
  if (resolution !== undefined) said.resolution = resolution
  return said
}

/** The label of the paragraph; empty for a heading. */
export function labelOf(item: Item): string {
  return item.first.label.replace(/\(.*$/u, '')
}
