/** A merge in a terminal: who changed what, and every conflict with all its readings. */
import { sayIn } from '../../language/interface.js'
import type { Merge, MergedParagraph, Reading } from '../../model/merge.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { paint, redline } from '../terminal.js'

export interface MergeTextOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/**
 * Write a merge as a list: a line for each paragraph that a party changed,
 * added or cut, and for each conflict the reading of every party.
 */
export function mergeToText(merge: Merge, options: MergeTextOptions = {}): string {
  const { width = 80, color = false, ui } = options
  const say = sayIn(ui)
  const lines: string[] = []
  for (const paragraph of merge.paragraphs) {
    if (paragraph.by.length === 0) continue
    const told = `${nameOf(paragraph, say)} · ${say(verdict(paragraph))} · ${listed(paragraph.by, say)}`
    lines.push('', paint(clean(told), paragraph.conflict ? 'weak' : 'bold', color))
    if (!paragraph.conflict) {
      const text = paragraph.text ?? ''
      if (text !== '') lines.push(...redline([{ op: 'equal', text }], { width, color, indent: 2 }))
      continue
    }
    for (const { part, by, text } of readingsOf(paragraph, say)) {
      const name = [part, by].filter(Boolean).join(' ')
      const edits = [{ op: 'equal' as const, text: say('told', { name, words: text ?? say('out') }) }]
      lines.push(...redline(edits, { width, color, indent: 2 }))
    }
  }
  const changed = merge.paragraphs.filter(({ by }) => by.length > 0).length
  const { conflicts } = merge
  const totals = say('merge_totals', { changed, conflicts, kept: merge.paragraphs.length - changed })
  return `${[...lines.slice(lines.length > 0 ? 1 : 0), ...(lines.length > 0 ? [''] : []), totals].join('\n')}\n`
}

/** The readings of what is in conflict: of the sub-paragraphs, where the paragraph's own words are not. */
function readingsOf(
  { proposals = [], parts }: MergedParagraph,
  say: Say,
  part?: string,
): (Reading & { part?: string | undefined })[] {
  const inside = parts
    .filter(({ conflict }) => conflict)
    .flatMap((one) => readingsOf(one, say, nameOf(one, say)))
  const isSame = new Set(proposals.map(({ text }) => text)).size === 1
  return [...(isSame && inside.length > 0 ? [] : proposals.map((one) => ({ ...one, part }))), ...inside]
}

function nameOf({ base, label, role }: MergedParagraph, say: Say): string {
  const [from, to] = [base ?? '', label ?? '']
  if (from === '' && to === '') return say(`role_${role}`)
  return from === '' || to === '' || from === to ? to || from : `${from} → ${to}`
}

/** The word for what became of a paragraph. */
function verdict({ base, label, conflict }: MergedParagraph): string {
  if (conflict) return 'merge_conflict'
  if (base === null) return 'added'
  return label === null ? 'cut' : 'changed'
}
