/** Parse: blocks and grammar → tree. Never throws; what is odd makes a message. */
import type { VFileMessage } from 'vfile-message'
import { evidence } from '../language/evidence.js'
import type { Openings } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, type BlockOf, furnitureOf } from '../model/block.js'
import { message } from '../model/message.js'
import { isFurnitureKind } from '../model/tree/kinds.js'
import type { Comment, Furniture, Node, Root, RootContent } from '../model/tree/types.js'
import { classify, type Item } from './classify.js'
import { amendingParts, commandsOf } from './commands.js'
import { documentKind } from './document-kind.js'
import { front } from './front.js'
import { plainContent } from './inline.js'
import { nest } from './nest.js'
import { enclose, Places, settle } from './place.js'
import { proposalKindOf } from './proposal.js'
import { bodyStart, settleFormulas } from './segments.js'
import { settleNumbers } from './settle-numbers.js'

export interface ParseContext {
  openings: Openings
  /** What the root says the language is; null where the text gave no evidence. */
  language: string | null
  /** The text that the blocks' offsets point into. */
  text?: string | undefined
  messages: VFileMessage[]
}

/**
 * Build the tree of a document.
 *
 * Given assembled blocks. Ensures every character of them is in one leaf
 * or one label of the tree, and that the content model holds.
 */
export function parse(blocks: readonly Block[], options: ParseContext): Root {
  const { openings, text } = options
  const { grammar } = openings
  const places = new Places(text)
  const flow = blocks.filter((block) => isContent(block))
  const classified = settleFormulas(
    flow.map((block) => classify(block, openings)),
    openings,
  )
  const items = settleNumbers(classified, openings)
  const organ = organOf(items, grammar)
  const context = { ...options, grammar, places, organ, noteText: noteTexts(blocks) }
  const start = bodyStart(items, openings)
  const isEnacted = items.some(({ role }) => role === 'organLine')
  const amending = isEnacted
    ? undefined
    : amendingParts(flow, options.language, (line) => proposalKindOf(line, grammar) === 'amendment')
  const head = amending
    ? [...amending.head, ...blocks.filter((block) => furnitureOf(block) === 'jobNumber')]
    : blocksBefore(blocks, items[start]?.block)
  const beginning = front(head, context)
  const children: RootContent[] = []
  if (beginning.masthead) children.push(beginning.masthead)
  if (beginning.proposal) children.push(beginning.proposal)
  for (const one of beginning.unknown) children.push(one)
  if (amending) children.push(commandsOf(amending, beginning, context))
  else for (const one of nest(items.slice(start), beginning, context)) children.push(one)
  const inFront = new Set(head)
  for (const block of blocks) {
    if (block.kind === 'note') children.push(noteNode(block, context))
    else if (block.kind === 'comment') children.push(commentNode(block))
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

/** The body that speaks: "its resolution 16/21" is one of its own. */
function organOf(items: readonly Item[], grammar: Grammar): string | null {
  const line = items.find((item) => item.role === 'organLine')
  const name =
    line && grammar.matchAny(['organLine', 'organ'], evidence(line.text.value).value)?.match.groups?.name
  return name ?? null
}

/** The front: what precedes the body, with the job numbers that belong to the masthead. */
function blocksBefore(blocks: readonly Block[], first: Block | undefined): Block[] {
  const end = first ? blocks.indexOf(first) : blocks.length
  return blocks.slice(0, end).filter((block) => isContent(block) || furnitureOf(block) === 'jobNumber')
}

/** A block of the author's, as against notes and what the page added. */
function isContent({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'table'
}

function noteTexts(blocks: readonly Block[]): (identifier: string) => string | undefined {
  const texts = new Map<string, string>()
  for (const block of blocks)
    if (block.kind === 'note' && block.identifier !== undefined) texts.set(block.identifier, block.text.value)
  return (identifier) => texts.get(identifier)
}

function noteNode(block: BlockOf<'note'>, context: { places: Places }): RootContent {
  const { label = '', identifier = label } = block
  const children = plainContent(block.text, context)
  return enclose({
    type: 'footnoteDefinition',
    identifier,
    label,
    children: [enclose({ type: 'paragraph', children })],
  })
}

function furnitureNode(block: BlockOf<'furniture'>, places: Places): Furniture {
  // Files of ours name the kind; what they name may be damaged.
  const kind = isFurnitureKind(block.furniture) ? block.furniture : 'outOfSight'
  return places.put({ type: 'furniture', kind, value: block.text.value }, block.text)
}

function commentNode({ comment, source, text }: BlockOf<'comment'>): Comment {
  const { places, ...fields } = comment
  const data = {
    ...(source ? { source: [source] } : {}),
    ...(places.length > 0 ? { anchor: places } : {}),
  }
  const node: Comment = { type: 'comment', ...fields, value: text.value }
  return Object.keys(data).length > 0 ? { ...node, data } : node
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
