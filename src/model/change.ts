/**
 * A change: what became of one paragraph between two versions of a text.
 *
 * The noun between comparing and rendering; its JSON form is `diff --format json`.
 */
import type { RowRole } from './tree/rows.js'

// ---------------------------------------------------------------- words

/** A run of text: kept, cut or added. Kept and cut give the old text, kept and added the new. */
export interface Edit {
  op: 'equal' | 'delete' | 'insert'
  text: string
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
 * (enumerator), a verb that came or went, or one on which published scales disagree.
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
}

// ---------------------------------------------------------------- facts

export type FactKind =
  | 'hedge'
  | 'obligation'
  | 'number'
  | 'date'
  | 'money'
  | 'citation'
  | 'addressee'
  | 'footnote'
  | 'enumerator'
  | 'reference'
  | 'typography'

/** Something that a reader of the law looks for in a change. */
export interface Fact {
  kind: FactKind
  /**
   * `stale`: kept as it was, although what it points to now bears another number or is another source,
   * or an enumerator whose paragraph no longer follows one with the same opener.
   */
  op: 'insert' | 'delete' | 'stale'
  text: string
  /** For a stale reference: the label it should now name. */
  should?: string
}

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
  /** The paragraph's own text, its sub-paragraphs aside; several texts are joined by a line feed. */
  edits: Edit[]
  /** Sub-paragraphs and text resumed after them, where either side has any. */
  parts?: Change[]
}

// ---------------------------------------------------------------- front matter

export type FrontField = 'symbol' | 'date' | 'session' | 'agendaItem' | 'agendaTitle' | 'title' | 'proposal'

export type FrontChange =
  | { field: FrontField; old: string | null; new: string | null }
  | { field: 'sponsors'; joined: string[]; left: string[] }

// ---------------------------------------------------------------- the whole

export interface Summary extends Record<ChangeKind, number> {
  moved: number
  renumbered: number
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
  /** Every paragraph and heading of both sides once, in new order, deletions where they stood. */
  changes: Change[]
  summary: Summary
}

// ---------------------------------------------------------------- the paragraphs of two documents

/** A paragraph, or something else that pairs only with its like (a table). */
export interface Passage {
  kind: string
  text: string
}

/** What became of some passages; numbers from 0. */
export interface Fate {
  old: number[]
  new: number[]
  moved: boolean
}

/** Join the text of one side: `equal` with `delete` gives the old, with `insert` the new. */
export function sideText(edits: readonly Edit[], op: 'delete' | 'insert'): string {
  let text = ''
  for (const edit of edits) if (edit.op === 'equal' || edit.op === op) text += edit.text
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
 * has no changed part and no verb change, no two edits of one kind meet, and no
 * row stands in two changes.
 */
export function faults(diff: Diff): string[] {
  const found: string[] = []
  const seen = { old: new Set<number>(), new: new Set<number>() }
  for (const change of flatten(diff.changes)) {
    const name = `${change.kind} ${change.old.join('+')}>${change.new.join('+')}`
    const [before, after] = [change.oldRows.length, change.newRows.length]
    if (!fits(change.kind, before, after)) found.push(`${name}: ${before} old and ${after} new rows`)
    if (change.kind === 'unchanged') {
      if (change.phrases.length > 0) found.push(`${name}: a verb changed`)
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
