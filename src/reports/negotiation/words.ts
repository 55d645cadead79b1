/** Open points in words: what all reports of a negotiation say alike. */
import type { Attribution, OpenPoint, PointKind } from '../../model/negotiation.js'
import type { Summary } from './summary.js'

const kinds: Readonly<Record<PointKind, string>> = {
  optional: 'in brackets',
  alternatives: 'alternatives',
  options: 'options',
  insert: 'to add',
  delete: 'to delete',
  replace: 'to replace',
  'alternative-paragraph': 'alternative paragraph',
}
const acts: Readonly<Record<Attribution['act'], string>> = {
  propose: 'for it',
  delete: 'delete',
  retain: 'retain',
  object: 'object',
  flexible: 'flexible',
}

/** "alternatives", "to add, the whole paragraph". */
export function kindWords({ kind, whole }: Pick<OpenPoint, 'kind' | 'whole'>): string {
  const isSaid = kind === 'alternative-paragraph' || kind === 'options'
  return whole && !isSaid ? `${kinds[kind]}, whole paragraph` : kinds[kind]
}

/** "EU for it; Norland, Sudland delete": who wants what, those who want the same together. */
export function whoWords(by: readonly Attribution[], option?: number): string {
  const groups = new Map<Attribution['act'], string[]>()
  for (const one of by) {
    if (option !== undefined && (one.option ?? 1) !== option) continue
    groups.set(one.act, [...(groups.get(one.act) ?? []), one.who])
  }
  return [...groups].map(([act, names]) => `${names.join(', ')} ${acts[act]}`).join('; ')
}

/** The texts of a point, each with who is for it. */
export function optionWords({
  options,
  by,
}: Pick<OpenPoint, 'options' | 'by'>): { text: string; who: string }[] {
  const several = options.length > 1
  return options.map((text, index) => ({ text, who: whoWords(by, several ? index + 1 : undefined) }))
}

/** "40 paragraphs: 12 agreed, 21 open with 63 points". */
export function totalWords({ paragraphs, agreed, open, points }: Summary): string {
  return `${counted(paragraphs.length, 'paragraph')}: ${agreed} agreed, ${open} open with ${counted(points, 'point')}`
}

/** "5 for it, 2 delete". */
export function partyWords(summary: Summary['byParty'][string]): string {
  return Object.entries(summary)
    .map(([act, count]) => `${count} ${acts[act as Attribution['act']]}`)
    .join(', ')
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
