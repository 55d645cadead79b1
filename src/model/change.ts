/**
 * A change: what became of one paragraph between two versions of a text.
 *
 * The noun between comparing and rendering; its JSON form is `diff --format json`.
 */
import type { RowRole } from './tree/rows.js'
import type { MastheadContent } from './tree/types.js'

// ---------------------------------------------------------------- words

/** A run of text: kept, cut or added. Kept and cut give the old text, kept and added the new. */
export interface Edit {
  op: 'equal' | 'delete' | 'insert'
  text: string
  /**
   * Of kept text that is set otherwise in the old one (quotes, hyphens, spaces, tatweel): how it is set there.
   * Typography is no edit, and neither setting is lost.
   */
  old?: string
  /** Who proposed it, of a document that is compared with its own tracked changes. */
  by?: string[]
}

/** A stretch of two texts, as offsets of its beginning and its end in each: the same, or the one in the place of the other. */
export interface Stretch {
  same: boolean
  old: [from: number, to: number]
  new: [from: number, to: number]
}

/** How much of a word-by-word comparison a reader is spared, from none to most. */
export type EditLevel = 'raw' | 'words' | 'phrases' | 'clause'

// ---------------------------------------------------------------- verbs

/**
 * What a change of verb does: less or more force (or intensity), another stance
 * (notes → welcomes), neither (lateral), only the word that counts repetitions
 * (enumerator), a verb that came or went, one on which published scales disagree, or one whose
 * paragraph went from the operative part to the preamble (demoted) or the other way (promoted).
 */
export type Shift =
  | 'weaker'
  | 'stronger'
  | 'lateral'
  | 'stance'
  | 'enumerator'
  | 'contested'
  | 'added'
  | 'dropped'
  | 'demoted'
  | 'promoted'

export interface PhraseChange {
  /** True for the words that open the paragraph, false for a later verb in it. */
  lead: boolean
  /** The words; null where there is no verb on that side. */
  old: string | null
  new: string | null
  /** Ids of the grammar; null for a verb it does not know, or none. */
  oldVerb: string | null
  newVerb: string | null
  shift: Shift
  /** For `enumerator`: true if the paragraph before asks for it, false if nothing around explains it. */
  explained?: boolean
  /** For `contested`: the scales that see it the other way. */
  scales?: string[]
  /** For `added` and `dropped`: the words of the clause that came or went with it. */
  clause?: string
  /** In a split or a merge: the paragraph that the verb is in, where it is not the first of its side. */
  paragraph?: string
  /** The paragraph that the clause left for, or came from. */
  wentTo?: string
  cameFrom?: string
}

// ---------------------------------------------------------------- facts

export type FactKind =
  | 'hedge'
  | 'obligation'
  | 'negation'
  | 'quantifier'
  | 'number'
  | 'date'
  | 'session'
  | 'cycle'
  | 'money'
  | 'resources'
  | 'citation'
  | 'reference'
  | 'addressee'
  | 'footnote'
  | 'enumerator'
  | 'typography'
  /** A character that is not seen and changes what is seen: a mark that turns the order of letters. */
  | 'hidden'

/** Something that a reader of the law looks for in a change. */
export type Fact = {
  kind: FactKind
  /** The words; of a replacement the new ones. */
  text: string
} & (
  | { op: 'insert' | 'delete' }
  /** One stretch of words has the one for the other. */
  | { op: 'replace'; old: string; new: string }
  /**
   * Kept as it was, although what it points to now bears another number or is another source,
   * or an enumerator whose paragraph no longer follows one with the same opener.
   */
  | {
      op: 'stale'
      /** Of a reference: the label it should now name; absent if that paragraph is gone. */
      should?: string
    }
)

// ---------------------------------------------------------------- paragraphs

export type ChangeKind = 'unchanged' | 'modified' | 'inserted' | 'deleted' | 'split' | 'merged'

export interface Change {
  kind: ChangeKind
  /** The role on the new side, or on the old one of what was deleted. */
  role: RowRole
  /** The role on the old side where it is another: a transfer. */
  oldRole?: RowRole
  /** Which resolution, in a document with several. */
  resolution?: string
  /** Labels as the outline has them; none for a heading. */
  old: string[]
  new: string[]
  /** Numbers as printed, where brackets or words are in them: `[2`, `2 alt`. */
  printed?: { old?: string; new?: string }
  /** Row numbers, from 0, of the texts that `edits` compares. */
  oldRows: number[]
  newRows: number[]
  /** True only of a paragraph that left its order, not of those that it passed. */
  moved: boolean
  renumbered: boolean
  /** Share of the words kept, 0–1, of both texts and their sub-paragraphs. */
  similarity: number
  phrases: PhraseChange[]
  facts: Fact[]
  /** All that changed is what a year does: sessions, years, ordinals, numbers of earlier resolutions, words of repetition. */
  routine: boolean
  /** The paragraph's own text, its sub-paragraphs aside; several texts are joined by a line feed. */
  edits: Edit[]
  /** Sub-paragraphs and text resumed after them, where either side has any. */
  parts?: Change[]
  /** Of a paragraph that was cut: the one that took it up as a clause; of one that was put in: whose clause it had been. */
  wentTo?: string
  cameFrom?: string
  /** Who proposed it, of a document that is compared with its own tracked changes. */
  by?: string[]
}

// ---------------------------------------------------------------- front matter

export type FrontField = 'symbol' | 'date' | 'session' | 'agendaItem' | 'agendaTitle' | 'title' | 'proposal'

export type FrontChange =
  | { field: FrontField; old: string | null; new: string | null; by?: string[] }
  | { field: 'sponsors'; joined: string[]; left: string[]; by?: string[] }

// ---------------------------------------------------------------- outside paragraphs

/** Where words are that are in no paragraph, heading or table: node types of the tree, mostly. */
export type MatterPlace =
  | Exclude<MastheadContent['type'], 'unknown'>
  /** A line of the masthead that no field could be made of. */
  | 'masthead'
  | 'proposal'
  | 'title'
  | 'organLine'
  | 'section'
  | 'closing'
  | 'footnote'
  | 'furniture'

/** What became of words outside paragraphs; those that did not change are not listed. */
export interface MatterChange {
  kind: 'modified' | 'inserted' | 'deleted'
  place: MatterPlace
  /** Which resolution, in a document with several. */
  resolution?: string
  /** It changes with each document, or in its numbers alone. */
  routine: boolean
  edits: Edit[]
  by?: string[]
}

// ---------------------------------------------------------------- the whole

export interface Summary extends Record<ChangeKind, number> {
  moved: number
  renumbered: number
  /** Changed fields of the front matter, and other changed texts outside paragraphs. */
  matter: number
  /** How many of the modified, and of the changes outside paragraphs, are routine. */
  routine: number
  verbs: Record<Shift, number>
}

/** What names one side of a comparison. */
export interface Side {
  symbol: string | null
  title: string | null
}

export interface Diff {
  old: Side
  new: Side
  front: FrontChange[]
  /** Other words outside paragraphs that changed: what `front` says is not said again. */
  matter: MatterChange[]
  /** Every paragraph and heading of both sides once, in new order, deletions where they were. */
  changes: Change[]
  summary: Summary
}

/**
 * Tell whether two texts differ: the one answer for the summary, the exit status and all reports.
 *
 * Numbers of paragraphs, marks of notes, emphasis and white space are no difference.
 */
export function hasChanges({ front, matter, changes }: Pick<Diff, 'front' | 'matter' | 'changes'>): boolean {
  return (
    front.length > 0 ||
    matter.length > 0 ||
    flatten(changes).some(({ kind, moved }) => kind !== 'unchanged' || moved)
  )
}

// ---------------------------------------------------------------- the paragraphs of two documents

/** A paragraph, or something else that pairs only with its like (a table). */
export interface Passage {
  kind: string
  text: string
}

/** What became of some passages; numbers from 0. */
export interface ParagraphOutcome {
  old: number[]
  new: number[]
  moved: boolean
}

/** Join the text of one side, to the letter: `equal` with `delete` gives the old, with `insert` the new. */
export function sideText(edits: readonly Edit[], op: 'delete' | 'insert'): string {
  let text = ''
  for (const edit of edits) {
    if (edit.op === op) text += edit.text
    else if (edit.op === 'equal') text += op === 'delete' ? (edit.old ?? edit.text) : edit.text
  }
  return text
}

/** List changes and the parts inside them, in order. */
export function flatten(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => [change, ...flatten(change.parts ?? [])])
}

/**
 * List what is wrong with a diff; nothing if all invariants hold.
 *
 * Ensures the number of rows on each side fits the kind, an unchanged paragraph
 * has no changed part and no verb change but that it went to the other part of
 * the text, no two edits of one kind meet, and no row is in two changes.
 */
export function faults(diff: Diff): string[] {
  const found: string[] = []
  const seen = { old: new Set<number>(), new: new Set<number>() }
  for (const change of flatten(diff.changes)) {
    const name = `${change.kind} ${change.old.join('+')}>${change.new.join('+')}`
    const [before, after] = [change.oldRows.length, change.newRows.length]
    if (!fits(change.kind, before, after)) found.push(`${name}: ${before} old and ${after} new rows`)
    if (change.kind === 'unchanged') {
      if (change.phrases.some(({ shift }) => shift !== 'promoted' && shift !== 'demoted'))
        found.push(`${name}: a verb changed`)
      if (change.parts?.some((part) => part.kind !== 'unchanged')) found.push(`${name}: a part changed`)
    }
    change.edits.forEach((edit, index) => {
      if (edit.text === '') found.push(`${name}: an empty edit`)
      if (change.edits[index + 1]?.op === edit.op) found.push(`${name}: two edits of one kind meet`)
    })
    for (const side of ['old', 'new'] as const) {
      for (const row of change[`${side}Rows`]) {
        if (seen[side].has(row)) found.push(`${name}: ${side} row ${row} stands twice`)
        seen[side].add(row)
      }
    }
  }
  return found
}

function fits(kind: ChangeKind, before: number, after: number): boolean {
  switch (kind) {
    case 'inserted':
      return before === 0
    case 'deleted':
      return after === 0
    // A paragraph that opens with a sub-paragraph has no text of its own, so no row.
    case 'split':
      return before <= 1
    case 'merged':
      return after <= 1
    default:
      return before <= 1 && after <= 1
  }
}
