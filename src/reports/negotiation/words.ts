/** Open points in words: what all reports of a negotiation say alike. */
import type {
  Attribution,
  NegotiationComparison,
  OpenPoint,
  PointChange,
  PointKind,
  PointOutcome,
} from '../../model/negotiation.js'
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

/** "closed: option 2", "widened, EU joined": what became of a point. */
export function changeWords({ change, outcome, old, joined, left }: PointChange): string {
  const names = (all: readonly Attribution[]) => whoWords(all)
  if (change === 'closed') {
    const who = old && names(old.by) !== '' ? ` (${names(old.by)})` : ''
    return `closed: ${outcome ? outcomeWords(outcome, old?.options.length ?? 1) : ''}${who}`
  }
  const parts = [
    change,
    joined.length > 0 ? (change === 'opened' ? `by ${names(joined)}` : `${names(joined)} now`) : '',
    left.length > 0 ? `${names(left)} no longer` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function outcomeWords(outcome: PointOutcome, options: number): string {
  if (outcome.how === 'option') return options > 1 ? `option ${outcome.option}` : 'the words are in'
  return { out: 'the words are out', reworded: 'other words', cut: 'its paragraph is gone' }[outcome.how]
}

/** "2 opened, 5 closed, 1 narrowed; agreed: OP3". */
export function sinceWords({ points, agreed, reopened, added, cut }: NegotiationComparison): string {
  const counts = (['opened', 'closed', 'narrowed', 'widened', 'reworded', 'same'] as const).flatMap(
    (kind) => {
      const count = points.filter(({ change }) => change === kind).length
      return count === 0 ? [] : [`${count} ${kind === 'same' ? 'as before' : kind}`]
    },
  )
  const lists = [
    ['agreed', agreed],
    ['open again', reopened],
    ['new', added],
    ['gone', cut],
  ] as const
  const told = lists.flatMap(([name, all]) => (all.length === 0 ? [] : [`${name}: ${all.join(', ')}`]))
  return [counts.length > 0 ? counts.join(', ') : 'nothing was open', ...told].join('; ')
}
