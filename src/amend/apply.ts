/**
 * Apply: the instructions of amending documents, in order, to a draft.
 *
 * All numbers are those of the draft as issued. Each instruction is applied
 * whole or not at all.
 */
import { match } from 'ts-pattern'
import { compareTexts } from '../diff/index.js'
import { grammarOf } from '../language/load.js'
import { renumber } from '../language/renumber.js'
import type {
  Amended,
  Amendment,
  AmendmentEffect,
  AmendmentWarning,
  Instruction,
  InstructionOutcome,
  NewParagraph,
} from '../model/amendment.js'
import type { Edit } from '../model/change.js'
import { withoutPlaces } from '../model/tree/edit.js'
import { NotePool, settleNotes } from '../model/tree/notes.js'
import { rows } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { Node, Parent, Root } from '../model/tree/types.js'
import { conflictsBetween } from './conflicts.js'
import { Draft, type Paragraph } from './paragraphs.js'
import { settleEnds } from './settle-ends.js'
import { type Plan, placeOf, Refusal, targetsOf } from './targets.js'
import { wordPlan } from './word-plans.js'
import type { EditedClause } from './words.js'

/**
 * Apply amending documents to a draft, in the order given.
 *
 * Ensures that no instruction is applied in part, that each has its outcome, and that the result is
 * numbered, with its notes in order. Of two that are in conflict the one of the earlier document is applied;
 * new paragraphs for one place are put there in the order of the documents. The words of the result are to be read anew.
 *
 * @example applyAmendments(draft, [amendment]).outcomes // [{n: '1', op: 'delete', status: 'applied', at: ['OP5'], warnings: []}]
 */
export function applyAmendments(
  draft: Root,
  amendments: readonly Pick<Amendment, 'instructions'>[],
): Amended {
  const pool = new NotePool(draft)
  const work = new Draft(structuredClone(draft), pool)
  const conflicts = conflictsBetween(amendments, work)
  const done = new Set<string>()
  const outcomes = amendments.flatMap(({ instructions }, document) =>
    instructions.map((instruction, at): InstructionOutcome => {
      const against = conflicts.find(
        ({ documents, instructions: [a, b], kind }) =>
          kind !== 'same-place' && documents[1] === document && b === at && done.has(`${documents[0]}:${a}`),
      )
      const { n, op } = instruction
      if (against) return { n, op, status: 'conflict', at: against.at, warnings: [], effects: [] }
      const outcome = applied(instruction, work)
      if (outcome.status === 'applied') done.add(`${document}:${at}`)
      return outcome
    }),
  )
  const named = amendments.flatMap(({ instructions }) => instructions).map((one) => numbered(one, work))
  if (done.size === 0) return { outcomes, conflicts, tree: withoutPlaces(draft) }
  work.settle()
  settleNotes(work.tree, pool, draft)
  renumber(work.tree, grammarOf(draft.language), draft)
  settleEnds(work.tree, draft)
  const labels = new Map(rows(work.tree).map(({ node, label }) => [node, label] as const))
  named.forEach((one, at) => {
    const outcome = outcomes[at]
    // It has not the number that it is to have: it may be meant to go elsewhere.
    if (one && outcome && labels.get(one.node) !== one.label) outcome.status = 'by-hand'
  })
  return { outcomes, conflicts, tree: withoutPlaces(work.tree) }
}

/** A paragraph that is to have another number, and that number's label. */
function numbered(
  { op, target, anchor }: Instruction,
  draft: Draft,
): { node: Paragraph; label: string } | undefined {
  const [one] = op === 'renumber' && anchor !== undefined ? draft.named(target[0] ?? '') : []
  return one && { node: one.node, label: anchor ?? '' }
}

function applied(instruction: Instruction, draft: Draft): InstructionOutcome {
  const { n, op } = instruction
  const plan = planOf(instruction, draft)
  if (plan instanceof Refusal) {
    const { status, at, sought } = plan
    return { n, op, status, at, warnings: [], effects: [], ...(sought === undefined ? {} : { sought }) }
  }
  const before = plan.at.map((label) => draft.textOf(label))
  const added = plan.run()
  const effects = [
    ...plan.at.map((label, at) => effectOf(label, before[at] ?? null, draft.textOf(label))),
    ...added.map((node) => effectOf(plan.at[0] ?? '', null, plainText(node))),
  ].filter(({ edits }) => edits.some(({ op: kind }) => kind !== 'equal'))
  return { n, op, status: 'applied', at: plan.at, warnings: [...plan.warnings], effects }
}

function effectOf(label: string, old: string | null, now: string | null): AmendmentEffect {
  if (old !== null && now !== null) return { label, edits: compareTexts(old, now, 'phrases') }
  const edits: Edit[] = [
    ...(old === null ? [] : [{ op: 'delete' as const, text: old }]),
    ...(now === null ? [] : [{ op: 'insert' as const, text: now }]),
  ]
  return { label, edits }
}

function planOf(instruction: Instruction, draft: Draft): Plan | Refusal {
  return (
    match(instruction.op)
      .returnType<Plan | Refusal>()
      .with('delete', () => deletion(instruction, draft))
      .with('insert', () => insertion(instruction, draft))
      .with('replace', 'merge', 'split', () => replacement(instruction, draft))
      .with('swap', () => swap(instruction, draft))
      .with('delete-note', () => notes(instruction, draft))
      .with('editorial', () => new Refusal('by-hand', instruction.target, instruction.old))
      .with('move', () => move(instruction, draft))
      // The result is numbered anew in any case.
      .with('renumber', () => ({
        at: instruction.target,
        warnings: new Set<AmendmentWarning>(),
        run: () => [],
      }))
      .with('delete-words', 'insert-words', 'replace-words', () => wordPlan(instruction, draft))
      .exhaustive()
  )
}

function deletion({ target }: Instruction, draft: Draft): Plan | Refusal {
  const found = targetsOf(target, draft)
  if (found instanceof Refusal) return found
  if (found.every(({ node }) => draft.isDeleted(node))) return new Refusal('already', target)
  return {
    at: found.map(({ label }) => label),
    warnings: new Set(),
    run: () => {
      for (const { node } of found) draft.delete(node)
      return []
    },
  }
}

function insertion(instruction: Instruction, draft: Draft): Plan | Refusal {
  const { anchor = '', text = [] } = instruction
  const place = placeOf(instruction, draft)
  if (place instanceof Refusal) return place
  const { issued, side } = place
  if (text.length === 0) return new Refusal('no-target', [], anchor)
  return {
    at: [issued.label],
    warnings: new Set(),
    run: () => {
      const nodes = side === 'inside' ? draft.letters(issued.node, text) : draft.paragraphs(issued.node, text)
      if (side === 'inside') draft.append(issued.node, nodes)
      else if (side === 'before') draft.insertBefore(issued.node, nodes)
      else draft.insertAfter(issued.node, nodes)
      return nodes
    },
  }
}

function replacement({ op, target, text = [] }: Instruction, draft: Draft): Plan | Refusal {
  if (target.join() === 'title' && draft.title) return newTitle(draft.title, text)
  const found = targetsOf(target, draft)
  if (found instanceof Refusal) return found
  const [first] = found
  // How two paragraphs are to be one, their sponsors leave open.
  if (op === 'merge' && text.length === 0) return new Refusal('by-hand', target)
  if (!first || text.length === 0) return new Refusal('no-target', [], target[0])
  return {
    at: found.map(({ label }) => label),
    warnings: new Set(),
    run: () => {
      const nodes = draft.paragraphs(first.node, text)
      draft.replace(first.node, nodes)
      for (const { node } of found) draft.delete(node)
      return nodes
    },
  }
}

function newTitle(title: EditedClause, [first]: readonly NewParagraph[]): Plan | Refusal {
  if (!first) return new Refusal('no-target', [], 'title')
  if (title.text === first.text) return new Refusal('already', ['title'])
  return {
    at: ['title'],
    warnings: new Set(),
    run: () => {
      title.splice([{ start: 0, end: title.text.length, text: first.text }])
      return []
    },
  }
}

function swap({ target }: Instruction, draft: Draft): Plan | Refusal {
  const found = targetsOf(target, draft)
  if (found instanceof Refusal) return found
  const [a, b] = found
  if (!a || !b || found.length > 2 || a.node === b.node || a.node.type !== b.node.type)
    return new Refusal('no-target', [], target.join(', '))
  return {
    at: found.map(({ label }) => label),
    warnings: new Set(),
    run: () => {
      draft.swap(a.node, b.node)
      return []
    },
  }
}

/** The marks of notes in a paragraph; the notes go with them. */
function notes({ target }: Instruction, draft: Draft): Plan | Refusal {
  const found = targetsOf(target, draft)
  if (found instanceof Refusal) return found
  const clauses = found.flatMap((one) => one.clauses).filter(({ clause }) => hasNote(clause))
  if (clauses.length === 0) return new Refusal('already', target)
  return {
    at: found.map(({ label }) => label),
    warnings: new Set(),
    run: () => {
      for (const { clause } of clauses) withoutNotes(clause)
      return []
    },
  }
}

function hasNote(node: Node): boolean {
  return node.type === 'footnoteReference' || ('children' in node && (node.children as Node[]).some(hasNote))
}

function withoutNotes(node: Parent): void {
  node.children = (node.children as Node[]).filter(
    ({ type }) => type !== 'footnoteReference',
  ) as typeof node.children
  for (const child of node.children as Node[]) if ('children' in child) withoutNotes(child)
}

function move(instruction: Instruction, draft: Draft): Plan | Refusal {
  const { target, anchor = '' } = instruction
  const found = targetsOf(target, draft)
  const place = placeOf(instruction, draft)
  if (found instanceof Refusal) return found
  if (place instanceof Refusal) return place
  const { issued: to, side } = place
  if (found.some(({ node }) => node === to.node)) return new Refusal('no-target', [], anchor)
  if (found.some(({ node }) => node.type !== to.node.type)) return new Refusal('no-target', [], anchor)
  const nodes: Paragraph[] = found.map(({ node }) => node)
  return {
    at: found.map(({ label }) => label),
    warnings: new Set(),
    run: () => {
      for (const node of nodes) draft.take(node)
      if (side === 'before') draft.insertBefore(to.node, nodes)
      else draft.insertAfter(to.node, nodes)
      return []
    },
  }
}
