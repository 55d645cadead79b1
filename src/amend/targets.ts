/** Where an instruction is to be carried out: the paragraphs and the runs of text that it names. */
import type { AmendmentStatus, Instruction } from '../model/amendment.js'
import type { Draft, Issued } from './paragraphs.js'
import type { EditedClause } from './words.js'

/** An instruction that cannot be applied, and why. */
export class Refusal {
  readonly status: Exclude<AmendmentStatus, 'applied'>
  readonly at: string[]
  readonly sought: string | undefined
  constructor(status: Exclude<AmendmentStatus, 'applied'>, at: string[], sought?: string) {
    this.status = status
    this.at = at
    this.sought = sought
  }
}

/** The one paragraph of each label. */
export function targetsOf(labels: readonly string[], draft: Draft): Issued[] | Refusal {
  const found: Issued[] = []
  for (const label of labels) {
    const named = draft.named(label)
    if (named.length === 0) return new Refusal('no-target', [], label)
    if (named.length > 1 && !label.endsWith('*')) return new Refusal('ambiguous', [label], label)
    found.push(...named)
  }
  return found
}

/** The paragraph beside which something goes, and the side. */
export function placeOf(
  { anchor = '', where }: Pick<Instruction, 'anchor' | 'where'>,
  draft: Draft,
): { issued: Issued; side: 'before' | 'after' } | Refusal {
  const [found, side] = where === 'as' ? placeAs(anchor, draft) : [targetsOf([anchor], draft), where]
  if (found instanceof Refusal) return found
  // Behind all of a part is behind its last.
  const issued = side === 'before' ? found[0] : found.at(-1)
  return issued
    ? { issued, side: side === 'before' ? 'before' : 'after' }
    : new Refusal('no-target', [], anchor)
}

/** "Add operative paragraph 5": before the one that has the number, or behind the last. */
function placeAs(label: string, draft: Draft): [Issued[] | Refusal, 'before' | 'after'] {
  const same = targetsOf([label], draft)
  if (!(same instanceof Refusal) || same.status === 'ambiguous') return [same, 'before']
  const [, part = '', number = ''] = /^(PP|OP)(\d+)(?:\p{L}+)?$/u.exec(label) ?? []
  // 5 bis is behind 5; 5 behind 4.
  const before = /\p{L}$/u.test(label) ? number : String(Number(number) - 1)
  return [targetsOf([`${part}${before}`], draft), 'after']
}

/** A run of text in which words are sought, with the label it is told by. */
export interface Place {
  label: string
  clause: EditedClause
  isFirst: boolean
  isLast: boolean
}

export function placesOf(label: string, draft: Draft): Place[] | Refusal {
  if (label === 'title') {
    if (!draft.title) return new Refusal('no-target', [], label)
    return [{ label, clause: draft.title, isFirst: true, isLast: true }]
  }
  const found = targetsOf([label], draft)
  if (found instanceof Refusal) return found
  const alive = found.filter(({ node }) => !draft.isDeleted(node))
  if (alive.length === 0 && !label.endsWith('*')) return new Refusal('no-target', [], label)
  return alive.flatMap((one) =>
    one.clauses.map((clause, at) => ({
      label: one.label,
      clause,
      isFirst: at === 0,
      isLast: at === one.clauses.length - 1,
    })),
  )
}
