/** A merge in a terminal: who changed what, and every conflict with all its readings. */
import type { Merge, MergedParagraph } from '../../model/merge.js'
import { clean } from '../clean.js'
import { paint, redline } from '../terminal.js'

export interface MergeTextOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
}

/**
 * Write a merge as a list: a line for each paragraph that a party changed,
 * added or cut, and for each conflict the reading of every party.
 */
export function mergeToText(merge: Merge, options: MergeTextOptions = {}): string {
  const { width = 80, color = false } = options
  const lines: string[] = []
  for (const paragraph of merge.paragraphs) {
    if (paragraph.by.length === 0) continue
    const told = `${nameOf(paragraph)} · ${verdict(paragraph)} · ${paragraph.by.join(', ')}`
    lines.push('', paint(clean(told), paragraph.conflict ? 'weak' : 'bold', color))
    if (!paragraph.conflict) {
      const text = paragraph.text ?? ''
      if (text !== '') lines.push(...redline([{ op: 'equal', text }], { width, color, indent: 2 }))
      continue
    }
    for (const { by, text } of paragraph.proposals ?? []) {
      const edits = [{ op: 'equal' as const, text: `${by}: ${text ?? '(cut)'}` }]
      lines.push(...redline(edits, { width, color, indent: 2 }))
    }
  }
  const changed = merge.paragraphs.filter(({ by }) => by.length > 0).length
  const { conflicts } = merge
  const totals = `${changed} changed, ${conflicts} in conflict, ${merge.paragraphs.length - changed} as in the base`
  return `${[...lines.slice(lines.length > 0 ? 1 : 0), ...(lines.length > 0 ? [''] : []), totals].join('\n')}\n`
}

function nameOf({ base, label, role }: MergedParagraph): string {
  const [from, to] = [base ?? '', label ?? '']
  if (from === '' && to === '') return role
  return from === '' || to === '' || from === to ? to || from : `${from} → ${to}`
}

function verdict({ base, label, conflict }: MergedParagraph): string {
  if (conflict) return 'conflict'
  if (base === null) return 'added'
  return label === null ? 'cut' : 'changed'
}
