/**
 * An amending document: what it asks to be done to a draft, one typed
 * instruction for each edit.
 *
 * Its JSON form is `amendments --format json`.
 */
import type { BlockSource } from './block.js'
import type { Edit } from './change.js'
import type { Root } from './tree/types.js'

export type AmendmentOperation =
  | 'delete'
  | 'insert'
  | 'replace'
  | 'move'
  | 'merge'
  | 'split'
  | 'swap'
  | 'renumber'
  | 'delete-words'
  | 'insert-words'
  | 'replace-words'
  | 'delete-note'
  /** Of words something that has no words: the singular, italics. */
  | 'editorial'

/** On which side of its anchor something goes, or is; `as` gives it the number of its anchor, `from` goes from its anchor to the end. */
export type AmendmentPlace = 'before' | 'after' | 'start' | 'end' | 'as' | 'from'

/** A note that a new paragraph brings: where its mark is in the text (UTF-16 offset), and its text. */
export interface NewNote {
  at: number
  label: string
  text: string
}

/** A paragraph that an amendment gives. */
export interface NewParagraph {
  /** A number or letter as printed before it, else null. */
  label: string | null
  text: string
  notes: NewNote[]
}

export interface Instruction {
  /** As printed, without its full stop; null if there is none. */
  n: string | null
  op: AmendmentOperation
  /** Labels of the outline of the draft as issued: `PP3`, `OP4(a)`, `title`; `PP*` and `OP*` are all of a part, `PP$` and `OP$` its last, `PP$-1` and `OP$-1` the one before that. */
  target: string[]
  where?: AmendmentPlace
  /** A label (of insert and move), or the words beside which others are inserted, beside which old ones are, or, without old ones, behind which (`from`: from which on) all are changed. */
  anchor?: string
  old?: string
  new?: string
  /** Wherever the words are, not in one place. */
  all?: true
  /** In which sentence of the paragraph; without words it is the whole sentence. 1 is the first, -1 the last. */
  sentence?: number
  /** Which of the places that the words are in. 1 is the first, -1 the last. */
  occurrence?: number
  /** The new paragraphs. */
  text?: NewParagraph[]
  /** Paragraphs that are quoted for the reader: those to be deleted, or as they will read. */
  quoted?: string[]
  /** The command as printed. */
  source: string
  /** UTF-16 offsets of the command in the source, end exclusive; absent for binary documents. */
  offsets?: { start: number; end: number }
  /** Where it is in a binary document. */
  places?: BlockSource[]
}

export interface Amendment {
  symbol: string | null
  sponsors: string[]
  title: string | null
  /** The draft that it amends, as it names it. */
  amends: { symbol: string; what: string } | null
  instructions: Instruction[]
  /** Text behind the first instruction, or what looks like one, that no form fits. */
  unread: string[]
}

/**
 * `applied`: done as told. `already`: the text has the new words. `ambiguous`: the words are there
 * more than once, or several paragraphs have the label. `not-found`: the words are not there.
 * `no-target`: there is no such paragraph. `conflict`: an earlier document asks for something else.
 * `by-hand`: it leaves to a person how (two paragraphs are to be merged, a word to be in the plural).
 * All but the first leave the text as it is.
 */
export type AmendmentStatus =
  | 'applied'
  | 'already'
  | 'ambiguous'
  | 'not-found'
  | 'no-target'
  | 'conflict'
  | 'by-hand'

/**
 * Why two instructions cannot both be carried out: one deletes or replaces what the other edits, both change
 * the same words, both put something at one place, or one moves what the other edits.
 */
export type AmendmentConflictKind = 'deleted-and-edited' | 'overlap' | 'same-place' | 'moved-and-edited'

/** Two instructions of different documents that are in conflict. */
export interface AmendmentConflict {
  /** The number of the instruction of the earlier document, as printed. */
  a: string | null
  /** That of the later one. */
  b: string | null
  kind: AmendmentConflictKind
  /** Labels, of the draft as issued, of where they meet. */
  at: string[]
  /** Which documents, from 0. */
  documents: [a: number, b: number]
  /** Which of their instructions, from 0. */
  instructions: [a: number, b: number]
}

/**
 * `seam`: a mark or a space was mended beside the edit. `opening`: the opening words changed, and what
 * follows them may not fit. `overlap`: an earlier instruction had changed the same words.
 */
export type AmendmentWarning = 'seam' | 'opening' | 'overlap'

/** A text before and after an instruction: all of it is cut where it is deleted, added where it is new. */
export interface AmendmentEffect {
  label: string
  edits: Edit[]
}

export interface InstructionOutcome {
  n: string | null
  op: AmendmentOperation
  status: AmendmentStatus
  /** Labels, of the draft as issued, of what was edited, or of the places that are in doubt. */
  at: string[]
  warnings: AmendmentWarning[]
  /** What it made of each text: labels of the draft as issued; of a new paragraph, that of the one it is beside. */
  effects: AmendmentEffect[]
  /** The words or the label that were sought, where they were not found once. */
  sought?: string
}

export interface Amended {
  outcomes: InstructionOutcome[]
  /** Between the documents, where there are several. */
  conflicts: AmendmentConflict[]
  /** The text, its words not read anew. */
  tree: Root
}

/**
 * What became of an instruction when the draft was revised. `clean`: it stands as it is. `moved`: it stands,
 * under other numbers. `lost`: the paragraph is gone. `conflict`: the paragraph that it deletes or replaces
 * reads otherwise now, was split or merged, or the words are not there once.
 */
export type RebaseStatus = 'clean' | 'moved' | 'lost' | 'conflict'

/** Why it is lost or in conflict; `no-target`: the draft that it amends has no such paragraph. */
export type RebaseReason =
  | 'gone'
  | 'changed'
  | 'split'
  | 'merged'
  | 'words-gone'
  | 'words-twice'
  | 'no-target'

/** An instruction against the revised draft: `target` and `anchor` are labels of that one. */
export interface RebasedInstruction extends Instruction {
  status: RebaseStatus
  reason?: RebaseReason
  /** The labels it had, where they are others now. */
  from?: { target: string[]; anchor?: string }
}

/** Amendments that were written from two versions of a draft. */
export interface WrittenAmendment {
  /** Several with one `n` and one `source` are one sentence. */
  instructions: Instruction[]
  /** What changed and cannot be said: labels, or the first words of headings. */
  unsaid: string[]
}

/** Words that amendments left behind: what they refer to is elsewhere now. */
export interface StaleWords {
  /** The label that their paragraph has in the amended text. */
  label: string
  kind: 'reference' | 'enumerator'
  text: string
  /** Of a reference: the label it should now name; absent if that paragraph is gone. */
  should?: string
}
