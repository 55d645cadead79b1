/**
 * Rebase: amendments to a draft, against a revision of it. What each instruction names is looked for
 * in the revision; none is carried over to a text that its sponsors have not seen.
 */
import { diff } from '../diff/index.js'
import type {
  AmendmentPlace,
  Instruction,
  RebasedInstruction,
  RebaseReason,
  RebaseStatus,
} from '../model/amendment.js'
import type { Change } from '../model/change.js'
import { NotePool } from '../model/tree/notes.js'
import { topLabel } from '../model/tree/rows.js'
import type { Root } from '../model/tree/types.js'
import { Draft } from './paragraphs.js'
import { besideAnchor, isRest, restStart, soughtOf } from './sought.js'
import { placeOf, placesOf, Refusal, targetsOf } from './targets.js'
import { find } from './words.js'

/** What became of a paragraph: its labels in the revision, and whether its text is another. */
interface Outcome {
  labels: string[]
  reason?: RebaseReason
}

interface Sides {
  old: Draft
  new: Draft
  outcomeOf(label: string): Outcome
}

/**
 * Carry the instructions of an amending document over to a revised draft.
 *
 * Given the instructions, the draft that they amend, and its revision. Ensures that each instruction has
 * a status and, where it stands, the labels of the revision; that a paragraph whose text has changed
 * is neither deleted nor replaced; and that words are edited only where they are there once.
 *
 * @example rebaseAmendment(instructions, draft, revision)[0] // {n: '1', op: 'delete', target: ['OP6'], status: 'moved', from: {target: ['OP5']}, …}
 */
export function rebaseAmendment(
  instructions: readonly Instruction[],
  oldTree: Root,
  newTree: Root,
): RebasedInstruction[] {
  const outcomes = outcomesIn(diff(oldTree, newTree).changes)
  const sides: Sides = {
    old: new Draft(structuredClone(oldTree), new NotePool(oldTree)),
    new: new Draft(structuredClone(newTree), new NotePool(newTree)),
    outcomeOf: (label) => {
      // A sub-paragraph of which nothing is said went or stayed with its paragraph.
      const top = outcomes.get(topLabel(label))
      return outcomes.get(label) ?? (top?.labels.length === 0 ? top : { labels: [], reason: 'gone' })
    },
  }
  return instructions.map((one) => rebased(one, sides))
}

/** Marks that a place in the text gives a paragraph: `;`, or `.` for the last. */
const endMarks = /^[\s.,;:]*$/u

function outcomesIn(changes: readonly Change[], found = new Map<string, Outcome>()): Map<string, Outcome> {
  for (const change of changes) {
    const { old, new: labels, parts } = change
    const isChanged = hasOtherWords(change) || parts?.some(hasOtherWords) === true
    const reason: RebaseReason | undefined =
      labels.length === 0
        ? 'gone'
        : change.kind === 'split' || change.kind === 'merged'
          ? change.kind
          : isChanged
            ? 'changed'
            : undefined
    for (const label of old)
      if (!found.has(label)) found.set(label, { labels, ...(reason ? { reason } : {}) })
    if (parts) outcomesIn(parts, found)
  }
  return found
}

function hasOtherWords({ kind, edits, parts }: Change): boolean {
  if (kind === 'inserted' || kind === 'deleted' || kind === 'split' || kind === 'merged') return true
  return (
    edits.some(({ op, text }, at) => op !== 'equal' && !(at >= edits.length - 2 && endMarks.test(text))) ||
    parts?.some(hasOtherWords) === true
  )
}

function rebased(instruction: Instruction, sides: Sides): RebasedInstruction {
  const { op } = instruction
  if (op === 'renumber') return { ...instruction, status: 'clean' }
  if (op.endsWith('-words')) return wordsRebased(instruction, sides)
  const target =
    op === 'insert' ? { labels: [], status: 'clean' as const } : wholeOf(instruction.target, sides)
  if (op !== 'insert' && op !== 'move') return given(instruction, target)
  const place = placeIn(instruction, sides)
  const status = worst(target.status, place.status)
  const reason = target.status === status ? target.reason : place.reason
  return given(
    { ...instruction, ...(place.where ? { where: place.where } : {}) },
    { labels: target.labels, status, ...(reason ? { reason } : {}) },
    place.anchor,
  )
}

interface Found {
  labels: string[]
  status: RebaseStatus
  reason?: RebaseReason
}

function given(
  instruction: Instruction,
  { labels, status, reason }: Found,
  anchor?: string,
): RebasedInstruction {
  const { target, anchor: before } = instruction
  const isElsewhere = status === 'moved'
  return {
    ...instruction,
    target: labels,
    ...(anchor === undefined ? {} : { anchor }),
    status,
    ...(reason ? { reason } : {}),
    ...(isElsewhere ? { from: { target, ...(anchor === undefined ? {} : { anchor: before ?? '' }) } } : {}),
  }
}

const order: readonly RebaseStatus[] = ['clean', 'moved', 'lost', 'conflict']

function worst(a: RebaseStatus, b: RebaseStatus): RebaseStatus {
  return order.indexOf(a) > order.indexOf(b) ? a : b
}

/** Paragraphs that are deleted, replaced or moved whole: their text must be the one that was amended. */
function wholeOf(target: readonly string[], { old, outcomeOf }: Sides): Found {
  const named = targetsOf(target, old)
  if (named instanceof Refusal) return { labels: [], status: 'lost', reason: 'no-target' }
  const outcomes = target.map((label) => (label.endsWith('*') ? { labels: [label] } : outcomeOf(label)))
  const labels = [...new Set(outcomes.flatMap((one) => one.labels))]
  if (outcomes.every((one) => one.labels.length === 0)) return { labels, status: 'lost', reason: 'gone' }
  const trouble = outcomes.find((one) => one.reason !== undefined)
  if (trouble?.reason) return { labels, status: 'conflict', reason: trouble.reason }
  return { labels, status: labels.every((label, at) => label === target[at]) ? 'clean' : 'moved' }
}

/** The paragraph beside which others go: its text may have changed. */
function placeIn(
  instruction: Instruction,
  { old, outcomeOf }: Sides,
): { anchor: string; where?: AmendmentPlace; status: RebaseStatus; reason?: RebaseReason } {
  const { anchor = '', where } = instruction
  const place = placeOf(instruction, old)
  if (place instanceof Refusal) return { anchor, status: 'lost', reason: 'no-target' }
  const { issued, side } = place
  const { labels } = outcomeOf(issued.label)
  const label = side === 'before' ? labels[0] : labels.at(-1)
  if (label === undefined) return { anchor, status: 'lost', reason: 'gone' }
  const status = label === issued.label ? 'clean' : 'moved'
  return {
    anchor: label,
    status,
    ...(where === 'before' || where === 'after' ? {} : { where: side === 'inside' ? 'end' : side }),
  }
}

function wordsRebased(instruction: Instruction, sides: Sides): RebasedInstruction {
  const found = instruction.target.map((label): Found => {
    if (label === 'title' || label.endsWith('*')) return wordsAt([label], label, instruction, sides)
    const named = targetsOf([label], sides.old)
    if (named instanceof Refusal) return { labels: [], status: 'lost', reason: 'no-target' }
    const { labels, reason } = sides.outcomeOf(label)
    if (labels.length === 0) return { labels, status: 'lost', reason: 'gone' }
    // Words of a paragraph whose text is the same are where they were, or where an instruction before puts them.
    const { where, sentence } = instruction
    const isEdge = sentence === undefined && (where === 'start' || where === 'end')
    const isSame = reason === undefined || isEdge
    if (isSame && !(reason === 'split' && where === 'start'))
      return { labels: labels.slice(-1), status: labels.at(-1) === label ? 'clean' : 'moved' }
    return wordsAt(labels, label, instruction, sides)
  })
  // Of words that are changed wherever they are, some may be gone.
  const left = instruction.all
    ? found.filter(({ status }) => status === 'clean' || status === 'moved')
    : found
  const all = left.length > 0 ? left : found
  const status = all.every((one) => one.status === 'lost')
    ? 'lost'
    : all.some((one) => one.status === 'lost')
      ? 'conflict'
      : all.reduce<RebaseStatus>((current, one) => worst(current, one.status), 'clean')
  const reason = all.find((one) => one.reason !== undefined)?.reason
  return given(instruction, {
    labels: [...new Set(all.flatMap(({ labels }) => labels))],
    status,
    ...(reason ? { reason } : {}),
  })
}

/** Of an instruction that changes all words to the end: those that they were, the mark at the end aside. */
function restOf(label: string, instruction: Instruction, draft: Draft): string {
  const places = placesOf(label, draft)
  const [rest = ''] =
    places instanceof Refusal
      ? []
      : places.flatMap(({ clause: { text } }) =>
          find(text, soughtOf(instruction)).map((range) => text.slice(restStart(instruction, range))),
        )
  return rest.replace(/[\s.,;:]+$/u, '')
}

/** Words in paragraphs of the revision, which must have them once. */
function wordsAt(labels: readonly string[], was: string, instruction: Instruction, sides: Sides): Found {
  const { where, all } = instruction
  if (where === 'start' && instruction.sentence === undefined)
    return { labels: labels.slice(0, 1), status: labels[0] === was ? 'clean' : 'moved' }
  const sought = isRest(instruction) ? restOf(was, instruction, sides.old) : soughtOf(instruction)
  const hits = labels.flatMap((label) => {
    const places = placesOf(label, sides.new)
    if (places instanceof Refusal) return []
    const found = places.flatMap((place) =>
      find(place.clause.text, sought).map((range) => ({ place, range })),
    )
    return besideAnchor(found, instruction).map(() => label)
  })
  const [label] = hits
  if (label === undefined) return { labels: [...labels], status: 'conflict', reason: 'words-gone' }
  if (hits.length > 1 && !all)
    return { labels: [...new Set(hits)], status: 'conflict', reason: 'words-twice' }
  return { labels: [label], status: label === was ? 'clean' : 'moved' }
}
