/** Footnotes as what they cite: "Ibid." means what the note before it means. */
import type { Grammar } from '../language/types.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'
import { canonical } from './tokens.js'

export interface Note {
  text: string
  /** Folded: what the note says in full, without the source that it takes from another. */
  own: string
  /** Folded: the source that an "Ibid." takes from the note before it; null for a note in full. */
  source: string | null
}

/** Read the notes of a tree, by identifier. */
export function notesOf(tree: Root, grammar: Grammar | null): Map<string, Note> {
  const notes = new Map<string, Note>()
  let source = ''
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition') continue
    const text = node.children.map(plainText).join(' ')
    const ibid = grammar?.match('ibid', text)?.[0]
    if (ibid === undefined) {
      notes.set(node.identifier, { text, own: canonical(text), source: null })
      source = canonical(text)
    } else
      notes.set(node.identifier, {
        text,
        own: canonical(text.slice(ibid.length)).replace(/^[.,]+/u, ''),
        source: head(source),
      })
  }
  return notes
}

/** The first words of a note, up to the comma: the work that the next "Ibid." means. */
function head(text: string): string {
  return text.split(/[,،，(]/u)[0] ?? ''
}

/** Both notes cite the same place of the same work, whichever of them is written out. */
export function isSameNote(a: Note, b: Note): boolean {
  if (a.source === null && b.source === null) return a.own === b.own
  if (a.source !== null && b.source !== null) return a.own === b.own && a.source === b.source
  const [short, full] = a.source === null ? [b, a] : [a, b]
  return full.own.startsWith(short.source ?? '') && full.own.endsWith(short.own)
}

/** The note reads as before, and "Ibid." in it means another work. */
export function isStale(a: Note, b: Note): boolean {
  return a.source !== null && b.source !== null && a.own === b.own && a.source !== b.source
}
