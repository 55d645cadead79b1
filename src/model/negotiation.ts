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
  /** The texts to choose from, without brackets and attributions; what is in the text first. */
  options: string[]
  /** How many brackets it is in, its own among them. */
  depth: number
  /** The point that it is in. */
  parent: string | null
  /** It is all of its paragraph. */
  whole: boolean
  by: Attribution[]
  /** For each option where it is. */
  places: Extent[][]
  /** The option, from 1, that says that there be nothing. */
  nothing?: number
  /** Where the last option's words go, if the text says so instead of having them there. */
  goal?: { paragraph: number; offset: number }
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
  /** Where it says what number it had. */
  oldNumber: Extent | null
}

/** A sign that could not be read: the text stays as it is. */
export interface NegotiationMessage {
  id: 'never-closed' | 'never-opened' | 'option-order' | 'words-not-found'
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
  /** False of what only the choice for all points gave. */
  single?: boolean
}

export interface Choices {
  choose: Choice
  points: PointChoice[]
}

/** How a point ended in a later text: with one of its options, without any, or in other words. */
export type PointOutcome =
  | { how: 'option'; option: number }
  | { how: 'out' }
  | { how: 'reworded' }
  | { how: 'cut' }

/**
 * `opened`, `closed`: it is open in one of the texts alone. `narrowed`, `widened`: fewer or more texts
 * to choose from, or fewer or more parties. `reworded`: other words are open in its place. `same`: as before.
 */
export type PointChangeKind = 'opened' | 'closed' | 'narrowed' | 'widened' | 'reworded' | 'same'

/** What became of one point between two versions of a text. */
export interface PointChange {
  change: PointChangeKind
  /** Null for what was opened. */
  old: OpenPoint | null
  /** Null for what was closed. */
  new: OpenPoint | null
  /** Of a closed point; `cut` where its paragraph is gone. */
  outcome?: PointOutcome
  /** What parties say now and did not before, and the reverse. */
  joined: Attribution[]
  left: Attribution[]
}

export interface NegotiationComparison {
  /** Every point of both texts once: in the order of the new text, closed ones where they were. */
  points: PointChange[]
  /** Paragraphs, by their labels in the new text, that are agreed now and were not, and the reverse. */
  agreed: string[]
  reopened: string[]
  /** Paragraphs that only the new text has, and, by their labels there, only the old one. */
  added: string[]
  cut: string[]
}
