/** Footnotes of versions of one text: how many a paragraph has, and what they cite. */
import type { Grammar } from '../language/types.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'
import { type Difference, type Familiar, figures } from './compare.js'
import { type Figure, figuresOf } from './figures.js'
import type { Unit } from './units.js'

export interface Note {
  /** The mark, as printed. */
  label: string
  figures: Figure[]
}

/** Read the notes of a tree, by identifier. */
export function notesOf(tree: Root, grammar: Grammar | null): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>()
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition') continue
    const text = node.children.map(plainText).join(' ')
    notes.set(node.identifier, { label: node.label ?? node.identifier, figures: figuresOf(text, grammar) })
  }
  return notes
}

type Notes = ReadonlyMap<string, Note>

/** Compare the notes marked in two units, the first with the first; of a text without any nothing is said. */
export function compareNotes(
  reference: Unit,
  other: Unit,
  [before, after]: readonly [Notes, Notes],
  familiar: Familiar,
): Difference[] {
  if (before.size === 0 || after.size === 0) return []
  const [one, two] = [reference.notes, other.notes]
  if (one.length !== two.length) {
    const found = (marks: string[]) => marks.map((text) => ({ text, value: 'note' }))
    return [{ kind: 'footnote', reference: found(one), other: found(two) }]
  }
  return one.flatMap((mark, index) => {
    const [note, counterpart] = [before.get(mark), after.get(two[index] as string)]
    if (!note || !counterpart) return []
    const differences = figures(cited(note), cited(counterpart), familiar)
    return differences.map((difference) => ({ ...difference, note: note.label }))
  })
}

function cited({ figures: list }: Note) {
  return { figures: list, cited: [] }
}
