/** Where an instruction is to be carried out: the paragraphs and the runs of text that it names. */
import type { AmendmentStatus, AmendmentWarning, Instruction } from '../model/amendment.js'
import type { Draft, Issued, Paragraph } from './paragraphs.js'
import type { EditedClause } from './words.js'

/** What an instruction will do, once all of it can be done. */
export interface Plan {
  at: string[]
  warnings: Set<AmendmentWarning>
  /** Do it; gives the new paragraphs. */
  run(): readonly Paragraph[]
}

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

/**
 * The one paragraph of each label. One of an annex only where words are sought: annexes number their
 * paragraphs as they like, so that nothing could be put among them or taken away.
 */
export function targetsOf(
  labels: readonly string[],
  draft: Draft,
  { inAnnexes = false } = {},
): Issued[] | Refusal {
  const found: Issued[] = []
  for (const label of labels) {
    const named = draft.named(label).filter(({ node }) => inAnnexes || node.type !== 'annexParagraph')
    if (named.length === 0) return new Refusal('no-target', [], label)
    if (named.length > 1 && !label.endsWith('*')) return new Refusal('ambiguous', [label], label)
    found.push(...named)
  }
  return found
}

/** Beside a paragraph, or in it, behind all that it has. */
export type Side = 'before' | 'after' | 'inside'

/** The paragraph beside which something goes, or in which, and the side. */
export function placeOf(
  { anchor = '', where }: Pick<Instruction, 'anchor' | 'where'>,
  draft: Draft,
): { issued: Issued; side: Side } | Refusal {
  if (where === 'as') return placeAs(anchor, draft)
  if (where === 'start' || where === 'end') return placeIn(anchor, where, draft)
  const found = targetsOf([anchor], draft)
  if (found instanceof Refusal) return found
  // Behind all of a part is behind its last.
  const issued = where === 'before' ? found[0] : found.at(-1)
  return issued
    ? { issued, side: where === 'before' ? 'before' : 'after' }
    : new Refusal('no-target', [], anchor)
}

/** A new sub-paragraph: behind the last, or in front of the first, that the paragraph has. */
function placeIn(
  label: string,
  where: 'start' | 'end',
  draft: Draft,
): { issued: Issued; side: Side } | Refusal {
  const found = targetsOf([label], draft)
  if (found instanceof Refusal) return found
  const [issued] = found
  if (!issued) return new Refusal('no-target', [], label)
  const letters = draft.issued.filter(({ node }) =>
    (issued.node.children as readonly unknown[]).includes(node),
  )
  const beside = where === 'start' ? letters[0] : letters.at(-1)
  if (!beside) return { issued, side: 'inside' }
  return { issued: beside, side: where === 'start' ? 'before' : 'after' }
}

/** "Add operative paragraph 5": before the one that has the number, or behind the last. */
function placeAs(label: string, draft: Draft): { issued: Issued; side: Side } | Refusal {
  const same = targetsOf([label], draft)
  if (!(same instanceof Refusal))
    return same[0] ? { issued: same[0], side: 'before' } : new Refusal('no-target', [], label)
  if (same.status === 'ambiguous') return same
  const [, paragraph = '', letter] = /^(.*)\((\p{Ll})\)$/u.exec(label) ?? []
  // (c) is behind what the paragraph has, if that goes to (b).
  if (letter !== undefined) {
    const last = `${paragraph}(${String.fromCodePoint((letter.codePointAt(0) ?? 0) - 1)})`
    return letter === 'a' || draft.named(last).length > 0
      ? placeIn(paragraph, 'end', draft)
      : new Refusal('no-target', [], label)
  }
  const [, part = '', number = ''] = /^(PP|OP)(\d+)(?:\p{L}+)?$/u.exec(label) ?? []
  // 5 bis is behind 5; 5 behind 4.
  const before = /\p{L}$/u.test(label) ? number : String(Number(number) - 1)
  return placeOf({ anchor: `${part}${before}`, where: 'after' }, draft)
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
  const found = targetsOf([label], draft, { inAnnexes: true })
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
