/**
 * The tree that a document keeps beside its text: obeyed where each of its lines is in
 * the text word for word, so that nothing is read that is not seen.
 */
import { type Block, type Rich, sourceOffset } from '../model/block.js'
import { check } from '../model/tree/check.js'
import { type Line, type Piece, printedLines, signOf } from '../model/tree/kept.js'
import { besideTypes, frontTypes } from '../model/tree/kinds.js'
import { rows } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Root, RootContent } from '../model/tree/types.js'
import { enclose, type Places, settle } from './place.js'

export interface KeptContext {
  places: Places
  /** The language that is asked for; what a reader of the text alone would say does not outweigh the tree. */
  language?: string | undefined
  /** Read what of the text the tree does not hold. */
  readRest(blocks: readonly Block[]): RootContent[]
}

const beside: ReadonlySet<string> = new Set(besideTypes)
const front: ReadonlySet<string> = new Set(frontTypes)
/** Lines that are no paragraphs: of an old text, a comparison may show the new one's in their place. */
const replaced: ReadonlySet<string> = new Set(['title', 'organLine', 'meeting', 'vote', 'date'])

/**
 * Read the tree that a document keeps.
 *
 * Given its JSON and the blocks as their reader gives them. A tree without front and notes is that of a text of
 * which a comparison shows the front and the notes of another: these are read of the blocks. Gives undefined
 * where the tree is none, or not that of the text.
 */
export function keptTree(
  json: string,
  blocks: readonly Block[],
  { places, language, readRest }: KeptContext,
): Root | undefined {
  const root = parsed(json)
  if (!root || (language !== undefined && root.language !== null && root.language !== language))
    return undefined
  const text = new Text(blocks, places)
  const missing = new Set(
    printedLines(root)
      .filter((line) => !text.take(line))
      .map(({ node }) => node),
  )
  if ([...missing].some(({ type }) => !replaced.has(type))) return undefined
  const isWhole = root.children.some(({ type }) => front.has(type) || beside.has(type))
  const rest = text.rest()
  // What the page added, in Word on every page, is no text that the tree would have to hold.
  const others = rest.filter(({ kind }) => kind !== 'furniture')
  if (isWhole && others.length + missing.size > 0) return undefined
  without(root, missing)
  const read = rest.length > 0 ? readRest(rest) : []
  // The tree has a masthead of its own; what a page adds once more is no part of it. Without one, it has all of the text.
  const added = isWhole ? read.flatMap(asFurniture) : read.map((node) => asFront(node, root))
  root.children.unshift(...added.filter(({ type }) => !beside.has(type)))
  root.children.push(...added.filter(({ type }) => beside.has(type)))
  settle(root)
  return root
}

function asFurniture(node: RootContent): RootContent[] {
  if (node.type !== 'masthead') return [node]
  return node.children.map((field) => ({
    type: 'furniture',
    kind: 'jobNumber',
    value: plainText(field),
    ...(field.position ? { position: field.position } : {}),
  }))
}

/** What is read as text beside a tree that has all of its text is no text of it: another text's, which a comparison shows. */
function asFront(node: RootContent, root: Root): RootContent {
  if (rows({ ...root, children: [node] }).length === 0) return node
  const value = printedLines(node).map(({ pieces }) => pieces.map(({ text }) => text).join(''))
  return {
    type: 'furniture',
    kind: 'outOfSight',
    value: value.join('\n'),
    ...(node.position ? { position: node.position } : {}),
  }
}

function parsed(json: string): Root | undefined {
  try {
    const found = JSON.parse(json) as Root | null
    return found?.type === 'root' && check(found).length === 0 ? found : undefined
  } catch {
    // No JSON, or deeper than any tree is.
    return undefined
  }
}

/** Leave nodes out, and what is empty without them. */
function without(node: AnyNode, missing: ReadonlySet<AnyNode>): void {
  if (missing.size === 0 || !('children' in node)) return
  const children = (node.children as AnyNode[]).filter((child) => !missing.has(child))
  for (const child of children) without(child, missing)
  const isEmpty = (child: AnyNode) =>
    child.type === 'closing' && 'children' in child && child.children.length === 0
  Object.assign(node, { children: children.filter((child) => !isEmpty(child)) })
}

/** So many blocks of the same letters are tried for one line, however many there are. */
const mostTried = 32

interface Word {
  word: string
  text: Rich
  /** Where in its text it begins. */
  at: number
}

/** The words of blocks, taken line by line: a line goes on in the block of the one before, or begins the next, or is another. */
class Text {
  readonly #blocks: readonly Block[]
  readonly #places: Places
  /** By their words without white space: the blocks that are still there, the last first. */
  readonly #byWords = new Map<string, number[]>()
  readonly #taken = new Set<number>()
  /** The block whose line was taken last, and what is left of it. */
  #at = -1
  #open: Word[] = []

  constructor(blocks: readonly Block[], places: Places) {
    this.#blocks = blocks
    this.#places = places
    for (let index = blocks.length - 1; index >= 0; index--) {
      const key = keyOf(textsOf(blocks[index] as Block).map(({ value }) => value))
      const same = this.#byWords.get(key)
      if (same) same.push(index)
      else this.#byWords.set(key, [index])
    }
  }

  /** Take a line, and give its leaves their places; false if it is not there. */
  take({ node, pieces }: Line): boolean {
    // The label of a title is on its line, or on one above it; a mark alone is on none but its own.
    if (node.type === 'title') {
      const label = pieces.filter((piece) => piece.node === node)
      const words = pieces.filter((piece) => piece.node !== node)
      const isMark = words.every(({ mark }) => mark !== undefined)
      return (!isMark && this.#takeAs(pieces)) || (this.#takeAs(label) && this.#takeAs(words))
    }
    if (this.#takeAs(pieces)) return true
    // A note that no mark leads to is a paragraph of a page, behind its sign.
    if (node.type === 'footnoteDefinition') return this.#takeAs([{ node, text: signOf(node) }, ...pieces])
    // A table of one row or of one column may be lines.
    return node.type === 'table' && cellsOf(node).every((cell) => this.#takeAs(cell))
  }

  #takeAs(pieces: readonly Piece[]): boolean {
    const words = pieces.some(({ text, mark }) => mark === undefined && text.trim() !== '')
    if (this.#open.length > 0 && this.#goOn(this.#open, pieces)) return true
    const next = this.#at + 1
    if (this.#open.length === 0 && this.#begin(next, pieces)) return true
    for (const key of keysOf(pieces)) {
      const same = this.#byWords.get(key) ?? []
      while (this.#taken.has(same.at(-1) ?? -1)) same.pop()
      // The same letters in other words are another line's.
      for (let at = same.length - 1; at >= Math.max(0, same.length - mostTried); at--)
        if (this.#begin(same[at] as number, pieces)) {
          same.splice(at, 1)
          return true
        }
    }
    // Marks alone may be printed nowhere.
    return !words
  }

  /** Blocks with words that no line took. */
  rest(): Block[] {
    return this.#blocks.filter(
      (block, index) => !this.#taken.has(index) && textsOf(block).some(({ value }) => value.trim() !== ''),
    )
  }

  #begin(index: number, pieces: readonly Piece[]): boolean {
    const block = this.#blocks[index]
    if (!block || this.#taken.has(index)) return false
    const words = textsOf(block).flatMap((text) =>
      [...text.value.matchAll(/\S+/gu)].map(({ 0: word, index: at }) => ({ word, text, at })),
    )
    if (!this.#goOn(words, pieces)) return false
    this.#at = index
    this.#taken.add(index)
    return true
  }

  /** Do pieces print the first of these words, as they are parted? What is left is open. */
  #goOn(words: readonly Word[], pieces: readonly Piece[]): boolean {
    let [next, used] = [0, 0]
    const found: { node: AnyNode; start: number | undefined; end: number | undefined }[] = []
    for (const { node, text, mark } of pieces) {
      // The mark of a note that is there is no word of the text; of another it is its sign, in Word as on a page.
      const printed =
        mark === undefined ? text : [text, mark].find((sign) => words[next]?.word.startsWith(sign, used))
      if (printed === undefined) continue
      const parts = printed.match(/\S+/gu) ?? []
      let start: number | undefined
      let end: number | undefined
      for (const [index, part] of parts.entries()) {
        const one = words[next]
        // Inside a leaf there is white space where the text has it, and nowhere else.
        if (!one?.word.startsWith(part, used) || (index > 0 && used > 0)) return false
        start ??= sourceOffset(one.text, one.at + used)
        used += part.length
        end = sourceOffset(one.text, one.at + used, true)
        if (used === one.word.length) [next, used] = [next + 1, 0]
        else if (index < parts.length - 1) return false
      }
      found.push({ node, start, end })
    }
    if (used > 0 || next === 0) return false
    this.#open = words.slice(next)
    for (const { node, start, end } of found) {
      const position = this.#places.between(start, end)
      if (position) enclose(node, position)
    }
    return true
  }
}

function textsOf(block: Block): Rich[] {
  return block.kind === 'table' ? block.table.rows.flat() : [block.text]
}

function cellsOf(table: AnyNode): Piece[][] {
  const rows = 'children' in table ? (table.children as AnyNode[]) : []
  const cells = rows.flatMap((row) => ('children' in row ? (row.children as AnyNode[]) : []))
  return cells.flatMap((cell) => printedLines(cell).map(({ pieces }) => pieces))
}

/** By what words a line is looked for: the marks of its notes are no words of a block, or are printed as their signs. */
function keysOf(pieces: readonly Piece[]): Set<string> {
  const without = keyOf(pieces.map(({ text, mark }) => (mark === undefined ? text : '')))
  const printed = keyOf(pieces.map(({ text, mark }) => mark ?? text))
  return new Set([without, printed].filter((key) => key !== ''))
}

function keyOf(texts: readonly string[]): string {
  return texts.join('').replace(/\s+|\[\^[^\]\s]{1,20}\]/gu, '')
}
