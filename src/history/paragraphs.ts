/** The top-level paragraphs of a version, and which of its rows each holds. */
import { type Row, rows, topLabel } from '../model/tree/rows.js'
import type { Root } from '../model/tree/types.js'

export interface Paragraph {
  label: string
  resolution: string | undefined
  /** Its own words and those of its sub-paragraphs, a line each. */
  text: string
  lead: string | null
  verb: string | null
}

export interface Version {
  paragraphs: Paragraph[]
  /** For each row of the tree the number of its paragraph; undefined for headings and tables. */
  paragraphOf: (number | undefined)[]
}

/** List the labelled paragraphs of a tree. */
export function versionOf(tree: Root): Version {
  const paragraphs: Paragraph[] = []
  const paragraphOf = rows(tree).map((row) => {
    if (row.label === '') return undefined
    const last = paragraphs.at(-1)
    if (last && continues(row, last)) last.text += `\n${row.text}`
    else paragraphs.push(begin(row))
    return paragraphs.length - 1
  })
  return { paragraphs, paragraphOf }
}

function continues(row: Row, { label, resolution }: Paragraph): boolean {
  const inside = row.node.type === 'subparagraph' || row.role === 'continuation'
  return inside && topLabel(row.label) === label && row.resolution === resolution
}

function begin({ label, resolution, text, phrase, verb }: Row): Paragraph {
  return { label: topLabel(label), resolution, text, lead: phrase ?? null, verb: verb ?? null }
}
