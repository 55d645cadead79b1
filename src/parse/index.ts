/** Parse: blocks and grammar → tree. Never throws; what is odd makes a message. */
import type { VFileMessage } from 'vfile-message'
import type { Grammar } from '../language/types.js'
import type { Block } from '../model/block.js'
import { message } from '../model/message.js'
import type { Comment, Furniture, FurnitureKind, Node, Root, RootContent } from '../model/tree/types.js'
import { classify, type Item } from './classify.js'
import { documentKind } from './document-kind.js'
import { front } from './front.js'
import { plainContent } from './inline.js'
import { nest } from './nest.js'
import { enclose, Places, settle } from './place.js'
import { isProposalLine } from './proposal.js'

export interface ParseContext {
  grammar: Grammar
  /** What the root says the language is; null where the text gave no evidence. */
  language: string | null
  /** The text that the blocks' offsets point into. */
  text?: string | undefined
  messages: VFileMessage[]
}

/**
 * Build the tree of a document.
 *
 * Given assembled blocks. Ensures every character of them stands in one leaf
 * or one label of the tree, and that the content model holds.
 */
export function parse(blocks: readonly Block[], options: ParseContext): Root {
  const places = new Places(options.text)
  const flow = blocks.filter(
    (block) => block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'table',
  )
  const items = withFormula(
    flow.map((block) => classify(block, options.grammar)),
    options.grammar,
  )
  const organ = organOf(items, options.grammar)
  const context = { ...options, places, organ, noteText: noteTexts(blocks) }
  const start = bodyStart(items, options.grammar)
  const head = blocksBefore(blocks, items[start]?.block)
  const beginning = front(head, context)
  const children: RootContent[] = []
  if (beginning.masthead) children.push(beginning.masthead)
  if (beginning.proposal) children.push(beginning.proposal)
  for (const one of beginning.unknown) children.push(one)
  for (const one of nest(items.slice(start), beginning, context)) children.push(one)
  const inFront = new Set(head)
  for (const block of blocks) {
    if (block.kind === 'note') children.push(noteNode(block, context))
    else if (block.kind === 'comment') children.push(...commentNodes(block))
    else if (block.kind === 'furniture' && !inFront.has(block)) children.push(furnitureNode(block, places))
  }
  const root: Root = { type: 'root', language: options.language, kind: 'unknown', children }
  root.kind = documentKind(root)
  settle(root)
  const end = options.text?.length
  const whole = places.between(end === undefined ? undefined : 0, end)
  if (whole) root.position = whole
  report(root, options)
  return root
}

/**
 * Tell the enacting formula that has no comma, where no article tells it from the
 * name in the masthead: the body's name right above what it decides.
 */
function withFormula(items: Item[], grammar: Grammar): Item[] {
  if (items.some(({ role }) => role === 'organLine')) return items
  const at = items.findLastIndex(({ text }, index) => {
    const next = items[index + 1]?.role
    return (
      (next === 'operative' || next === 'number') &&
      grammar.match('organ', text.value)?.[0].length === text.value.length
    )
  })
  return items.map((item, index) => (index === at ? { ...item, role: 'organLine' } : item))
}

/**
 * The index of the first item of the body: the first enacting formula; in a
 * document without one (an amendment) what follows the proposal and its title,
 * else the first paragraph that opens as one.
 */
function bodyStart(items: readonly Item[], grammar: Grammar): number {
  const organ = items.findIndex(
    (item, index) => item.role === 'organLine' && !isMastheadField(items[index + 1], grammar),
  )
  if (organ !== -1) return organ
  const proposal = items.findIndex(({ text }) => isProposalLine(text.value, grammar))
  if (proposal !== -1) return Math.min(items.length, proposal + 2)
  const known = items.findIndex(
    (item) => item.role === 'number' || item.role === 'preambular' || item.role === 'operative',
  )
  if (known !== -1) return known
  const text = items.findIndex((item) => item.role === 'label' || item.role === 'text')
  return text === -1 ? items.length : text
}

/** What stands behind the name of an organ in a masthead, and behind no enacting formula. */
function isMastheadField(item: Item | undefined, grammar: Grammar): boolean {
  const fields = ['distribution', 'session', 'agendaItem'] as const
  return item !== undefined && grammar.matchAny(fields, item.text.value) !== null
}

/** The body that speaks: "its resolution 16/21" is one of its own. */
function organOf(items: readonly Item[], grammar: Grammar): string | null {
  const line = items.find((item) => item.role === 'organLine')
  const name = line && grammar.matchAny(['organLine', 'organ'], line.text.value)?.match.groups?.name
  return name ?? null
}

/** The front: what precedes the body, with the job numbers that belong to the masthead. */
function blocksBefore(blocks: readonly Block[], first: Block | undefined): Block[] {
  const end = first ? blocks.indexOf(first) : blocks.length
  return blocks
    .slice(0, end)
    .filter(
      (block) => block.kind === 'paragraph' || block.kind === 'heading' || block.furniture === 'jobNumber',
    )
}

function noteTexts(blocks: readonly Block[]): (identifier: string) => string | undefined {
  const texts = new Map<string, string>()
  for (const block of blocks)
    if (block.kind === 'note' && block.identifier !== undefined) texts.set(block.identifier, block.text.value)
  return (identifier) => texts.get(identifier)
}

function noteNode(block: Block, context: { places: Places }): RootContent {
  const { label = '', identifier = label } = block
  const children = plainContent(block.text, context)
  return enclose({
    type: 'footnoteDefinition',
    identifier,
    label,
    children: [enclose({ type: 'paragraph', children })],
  })
}

function furnitureNode(block: Block, places: Places): Furniture {
  const kind = block.furniture as FurnitureKind
  return places.put({ type: 'furniture', kind, value: block.text.value }, block.text)
}

function commentNodes({ comment, source, text }: Block): Comment[] {
  if (!comment) return []
  const { places, ...fields } = comment
  const data = {
    ...(source ? { source: [source] } : {}),
    ...(places.length > 0 ? { anchor: places } : {}),
  }
  const node: Comment = { type: 'comment', ...fields, value: text.value }
  return [Object.keys(data).length > 0 ? { ...node, data } : node]
}

function report(root: Root, { messages, text }: ParseContext): void {
  if (text !== undefined && text.trim() === '') {
    messages.push(message('empty-document'))
    return
  }
  const found = root.children.some(
    (node) =>
      node.type === 'resolution' &&
      node.children.some(
        (child) => child.type === 'operative' || child.type === 'preamble' || child.type === 'organLine',
      ),
  )
  if (!found) messages.push(message('not-a-resolution'))
  reportNotes(root, messages)
}

/** Marks without a note, and notes without a mark. */
function reportNotes(root: Root, messages: VFileMessage[]): void {
  const defined = new Map<string, Node>()
  for (const node of root.children) if (node.type === 'footnoteDefinition') defined.set(node.identifier, node)
  const referred = new Set<string>()
  const visit = (node: Node): void => {
    if (node.type === 'footnoteReference') {
      referred.add(node.identifier)
      if (!defined.has(node.identifier))
        messages.push(
          message('note-without-definition', { mark: node.label ?? node.identifier }, node.position),
        )
    }
    if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  visit(root)
  for (const [identifier, node] of defined)
    if (!referred.has(identifier))
      messages.push(message('note-without-reference', { mark: identifier }, node.position))
}
