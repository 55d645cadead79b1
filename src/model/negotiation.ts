/**
 * A negotiating text: what in it is open, who proposed what, what is agreed.
 *
 * It is a noun beside the tree, not nodes in it: brackets begin in one paragraph and end in
 * another, cross italics and opening words, and cut what is struck in Word; a tree has neither.
 * Its JSON form is `brackets --format json`.
 */
import type { Block, BlockSource, Rich } from './block.js'

/**
 * `optional`: words that may stay or go. `alternatives`: one of several stretches. `options`: one of
 * several texts that are headed as options. `insert`, `delete`: words that a party wants in or out.
 * `replace`: words that a party wants in the place of others. `alternative-paragraph`: a paragraph
 * and others for it.
 */
export type PointKind =
  | 'optional'
  | 'alternatives'
  | 'options'
  | 'insert'
  | 'delete'
  | 'replace'
  | 'alternative-paragraph'

/** What a party wants of an open point. */
export type Act = 'propose' | 'delete' | 'retain' | 'object' | 'flexible'

/** How far a paragraph is, where the text says so. */
export type ParagraphState = 'agreed' | 'pending' | 'deleted' | 'moved'

export interface Attribution {
  /** As printed. */
  who: string
  act: Act
  /** Which option it is about, from 1, where there are several. */
  option?: number
}

/** A passage of one paragraph: its place among the paragraphs, and UTF-16 offsets in its text. */
export interface Extent {
  paragraph: number
  start: number
  end: number
}

export interface OpenPoint {
  /** `p1`, `p2`, … in the order of the text. */
  id: string
  /** The paragraph that it is in: `PP3`, `OP5 bis`, `OP4(a)`, `title`, `heading`; '' outside of all. */
  at: string
  kind: PointKind
  /** The texts to choose from, without brackets and attributions; what stands in the text first. */
  options: string[]
  /** How many brackets it is in, its own among them. */
  depth: number
  /** The point that it is in. */
  parent: string | null
  /** It is all of its paragraph. */
  whole: boolean
  by: Attribution[]
  /** For each option where it stands. */
  places: Extent[][]
  /** The signs that go whatever is chosen: brackets, names, labels of options. */
  signs: Extent[]
  /** UTF-16 offsets in the source, end exclusive; absent for binary documents. */
  offsets?: { start: number; end: number }
  /** Where it is in a binary document. */
  sources?: BlockSource[]
}

/** The number or letter that a paragraph bears. */
export interface ParagraphLabel {
  /** Offset in its text behind the label. */
  end: number
  part: 'preambular' | 'operative' | 'sub'
  /** Its number; null where it is no number. */
  value: number | null
  /** `bis`, `ter`, … */
  suffix: string | null
  /** `alt`, `alt 2`. */
  alternative: string | null
}

export interface NegotiatedParagraph {
  block: Block
  text: Rich
  /** As points have it in `at`. */
  at: string
  label: ParagraphLabel | null
  state: ParagraphState | null
  /** Where its state is said. */
  mark: Extent | null
}

/** A sign that could not be read: the text stays as it is. */
export interface NegotiationMessage {
  id: 'never-closed' | 'never-opened' | 'option-order'
  /** The paragraph, as points have it in `at`. */
  at: string
  paragraph: number
  /** The words from there on. */
  text: string
}

export interface Negotiation {
  /** ISO 639-1 code. */
  language: string
  /** In the order of the text. */
  paragraphs: NegotiatedParagraph[]
  points: OpenPoint[]
  /** All parties that the text names, in the order of their first. */
  parties: string[]
  /** What is still to be filled in (`[x]`, `[Placeholder …]`): no point, for there is nothing to choose. */
  blanks: { at: string; text: string }[]
  messages: NegotiationMessage[]
  /** Blocks that are no paragraph (notes, tables, furniture, comments), and how many paragraphs are before each. */
  rest: { block: Block; after: number }[]
}

/** What to do with each point that is not chosen one by one. */
export type Choice = 'keep' | 'drop' | 'last' | 'base' | 'all' | { party: string[] }

/** A choice for one point, told by what the point is, so that it holds in the next version of the text. */
export interface PointChoice {
  at: string
  kind: PointKind
  options: string[]
  /** Which option, from 1; 0 leaves all of them out. */
  option: number
}

export interface Choices {
  choose: Choice
  points: PointChoice[]
}
