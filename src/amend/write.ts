/**
 * Write: two versions of a draft → the instructions that make the new one of the old one.
 *
 * What they say is proved: they are applied, and a paragraph that does not come out as it is to be is
 * replaced whole.
 */

import { compareTexts, diff } from '../diff/index.js'
import { loadAmending } from '../language/amending.js'
import { loadSentences, type Sentences } from '../language/amending-sentences.js'
import { fallbackLanguage } from '../language/fallback.js'
import type { Instruction, NewParagraph, WrittenAmendment } from '../model/amendment.js'
import type { Change } from '../model/change.js'
import { PlenaryError } from '../model/message.js'
import { groupRows, type Row, type RowGroup } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { Clause, FootnoteDefinition, Node, Root } from '../model/tree/types.js'
import { applyAmendments } from './apply.js'
import { wordEdits } from './word-edits.js'

/** An instruction as it is made, with the paragraphs that it is about. */
type Made = Pick<Instruction, 'op' | 'target' | 'where' | 'anchor' | 'old' | 'new' | 'text'>

/** A paragraph of the comparison: what becomes of it, in the order of the new text. */
interface Step {
  change: Change
  /** The instructions, shortest first; all make the same of it. */
  ways: Made[][]
}

interface Context {
  oldGroups: ReadonlyMap<string, RowGroup>
  newGroups: ReadonlyMap<string, RowGroup>
  /** Labels that two paragraphs of a version bear, which name neither. */
  doubled: Record<'old' | 'new', ReadonlySet<string>>
  newTree: Root
  quotes: readonly (readonly [open: string, close: string])[]
  sentences: Sentences
}

/**
 * Write the amendments that make a new version of a draft of the old one.
 *
 * Ensures that the instructions, applied to the old version, give the new one, but for what is in `unsaid`:
 * headings, tables, annexes, and paragraphs of documents with several resolutions are not amended.
 *
 * @throws PlenaryError if there are no forms in the language of the draft
 * @example writeAmendment(draft, revision).instructions[0] // {n: '1', op: 'delete', target: ['OP5'], source: 'Delete operative paragraph 5.'}
 */
export function writeAmendment(oldTree: Root, newTree: Root): WrittenAmendment {
  const language = oldTree.language ?? newTree.language ?? fallbackLanguage
  const sentences = loadSentences(language)
  const quotes = loadAmending(language)?.quotes
  if (!sentences || !quotes) throw new PlenaryError('no-amendment-forms', { language })
  const [oldGroups, newGroups] = [groupRows(oldTree), groupRows(newTree)]
  const context: Context = {
    oldGroups: byLabel(oldGroups),
    newGroups: byLabel(newGroups),
    doubled: { old: doubledIn(oldGroups), new: doubledIn(newGroups) },
    newTree,
    quotes,
    sentences,
  }
  const { changes } = diff(oldTree, newTree, { level: 'phrases' })
  const unsaid = changes.filter((change) => isUnsaid(change, context)).flatMap(namesOf)
  const steps = stepsOf(
    changes.filter((change) => !isUnsaid(change, context)),
    context,
  )
  const title = titleOf(oldTree, newTree, context)
  const { applied, refused } = applicable(grouped(proved(steps, title, oldTree, context)).flat(), oldTree)
  return {
    instructions: numbered(applied, sentences),
    unsaid: [...new Set([...unsaid, ...refused, ...leftIn(applied, oldTree, newGroups)])],
  }
}

function byLabel(groups: readonly RowGroup[]): Map<string, RowGroup> {
  return new Map(groups.filter(({ label }) => label !== '').map((group) => [group.label, group]))
}

function doubledIn(groups: readonly RowGroup[]): Set<string> {
  const [seen, doubled] = [new Set<string>(), new Set<string>()]
  for (const { label } of groups) if (label !== '') (seen.has(label) ? doubled : seen).add(label)
  return doubled
}

// ---------------------------------------------------------------- what can be said

function isUnsaid(change: Change, { doubled }: Context): boolean {
  const { kind, role, oldRole, resolution, moved, old, new: labels } = change
  if (resolution !== undefined) return true
  const isSame = kind === 'unchanged' && !moved && !isTransfer(change)
  const isParagraph = [role, oldRole ?? role].every((one) => one === 'preambular' || one === 'operative')
  const isNamed =
    !old.some((label) => doubled.old.has(label)) && !labels.some((label) => doubled.new.has(label))
  return !isSame && !(isParagraph && isNamed)
}

function namesOf({ old, new: labels, role, edits }: Change): string[] {
  const name = [...old, ...labels][0]
  return [name ?? named(role, edits.map(({ text }) => text).join(''))]
}

/** What has no label is named by its first words. */
function named(role: string, text: string): string {
  return `${role}: ${text.slice(0, 60)}`
}

// ---------------------------------------------------------------- steps

/** A paragraph that changed its part is cut there and written anew here. */
function isTransfer({ role, oldRole }: Change): boolean {
  return oldRole !== undefined && oldRole !== role
}

function stepsOf(changes: readonly Change[], context: Context): Step[] {
  const paragraphs = changes
    .filter(({ role }) => role === 'preambular' || role === 'operative')
    .flatMap((change) => (isTransfer(change) ? halves(change) : [change]))
  const steps: Step[] = []
  for (let at = 0; at < paragraphs.length; ) {
    const change = paragraphs[at] as Change
    if (change.kind !== 'inserted' && change.kind !== 'deleted') {
      steps.push(stepOf(change, paragraphs, at, context))
      at++
      continue
    }
    // A run of what came and went, of one part.
    let end = at
    while (isComingOrGoing(paragraphs[end]) && paragraphs[end]?.role === change.role) end++
    steps.push(...runOf(paragraphs, at, end, context))
    at = end
  }
  return steps
}

function isComingOrGoing(change: Change | undefined): boolean {
  return change?.kind === 'inserted' || change?.kind === 'deleted'
}

function halves(change: Change): Change[] {
  const { oldRole, ...rest } = change
  return [
    { ...rest, kind: 'deleted', role: oldRole ?? change.role, new: [], moved: false },
    { ...rest, kind: 'inserted', old: [], moved: false },
  ]
}

/** Paragraphs that came and went side by side: the ones are put in the place of the others. */
function runOf(paragraphs: readonly Change[], from: number, to: number, context: Context): Step[] {
  const run = paragraphs.slice(from, to)
  const gone = run.filter(({ kind }) => kind === 'deleted')
  const come = run.filter(({ kind }) => kind === 'inserted')
  const text = come.flatMap(({ new: labels }) => labels.flatMap((label) => textOf(label, context)))
  const target = gone.flatMap(({ old }) => old)
  if (come.length === 0)
    return gone.map((change) => ({ change, ways: [[{ op: 'delete', target: [...change.old] }]] }))
  const [change] = come as [Change, ...Change[]]
  if (gone.length > 0) return [{ change, ways: [[{ op: 'replace', target, text }]] }]
  return [{ change, ways: [[{ op: 'insert', target: [], ...placeAt(paragraphs, from, change), text }]] }]
}

/** Behind the paragraph before it that is not moved, whatever becomes of it, else before the first that is not. */
function placeAt(
  paragraphs: readonly Change[],
  at: number,
  { role }: Change,
): Pick<Made, 'where' | 'anchor'> {
  const stays = (change: Change) => change.role === role && !change.moved && change.old.length > 0
  const before = paragraphs.slice(0, at).findLast(stays)
  // What is put in the place of several is where the first of them was.
  if (before) return { where: 'after', anchor: before.old[0] ?? '' }
  return { where: 'before', anchor: paragraphs.slice(at).find(stays)?.old[0] ?? '' }
}

function stepOf(change: Change, paragraphs: readonly Change[], at: number, context: Context): Step {
  const { kind, old, new: labels, moved } = change
  const text = labels.flatMap((label) => textOf(label, context))
  const whole: Made = {
    op: old.length > 1 && text.length === 1 ? 'merge' : 'replace',
    target: [...old],
    text,
  }
  if (moved && labels.length === 0) return { change, ways: [[]] }
  const move: Made[] = moved ? [{ op: 'move', target: [...old], ...placeAt(paragraphs, at, change) }] : []
  if (kind === 'unchanged') return { change, ways: [move] }
  if (kind !== 'modified') return { change, ways: [[...move, whole]] }
  const words = wordsOf(change, context)
  const anew: Made[] = moved
    ? [
        { op: 'delete', target: [...old] },
        { op: 'insert', target: [], ...placeAt(paragraphs, at, change), text },
      ]
    : [whole]
  return { change, ways: words ? [[...move, ...words], anew] : [anew] }
}

// ---------------------------------------------------------------- words

/** The edits of a paragraph and of its sub-paragraphs; null where the words alone do not say them. */
function wordsOf(change: Change, context: Context): Made[] | null {
  const [label = ''] = change.old
  const group = context.oldGroups.get(label)
  if (!group) return null
  if (hasOtherNotes(change, context)) return null
  const rows = [...(group.own ? [group.own] : []), ...group.parts].map(({ row }) => row)
  const made: Made[] = []
  for (const part of flat(change)) {
    const [target = label] = part.old
    if (part.kind === 'unchanged' && !part.moved) continue
    if (part.kind === 'deleted' && part.role === 'subparagraph') made.push({ op: 'delete', target: [target] })
    else if (part.kind !== 'modified' || part.moved || part.old.length !== 1 || part.new.length !== 1)
      return null
    else {
      const among = rows.filter((row) => isIn(row, target)).map((row) => row.text)
      const edits = wordEdits(part.edits, among, context.quotes)
      if (!edits) return null
      made.push(...edits.map((edit) => ({ ...edit, target: [target] })))
    }
  }
  return made
}

/** The words of a label are sought in its sub-paragraphs too. */
function isIn(row: Row, label: string): boolean {
  return row.label === label || row.label.startsWith(`${label}(`)
}

function flat(change: Change): Change[] {
  const { parts = [], ...own } = change
  const isSame = own.edits.every(({ op }) => op === 'equal')
  return [
    isSame ? { ...own, kind: 'unchanged' as const } : { ...own, kind: 'modified' as const },
    ...parts.flatMap(flatPart),
  ]
}

function flatPart(change: Change): Change[] {
  return [change, ...(change.parts ?? []).flatMap(flatPart)]
}

/** Notes are in no words: a paragraph that got or lost one is given whole. */
function hasOtherNotes(change: Change, { oldGroups, newGroups }: Context): boolean {
  const count = (group: RowGroup | undefined) => notesIn(group).length
  return count(oldGroups.get(change.old[0] ?? '')) !== count(newGroups.get(change.new[0] ?? ''))
}

function notesIn(group: RowGroup | undefined): Node[] {
  const clauses = group
    ? [...(group.own ? [group.own] : []), ...group.parts].map(({ row }) => row.clause)
    : []
  return clauses.flatMap((clause) => (clause ? marksIn(clause) : []))
}

function marksIn(node: Node): Node[] {
  if (node.type === 'footnoteReference') return [node]
  return 'children' in node ? (node.children as Node[]).flatMap(marksIn) : []
}

// ---------------------------------------------------------------- texts

/** A paragraph of the new version as it is given: its sub-paragraphs with their letters, its notes with it. */
function textOf(label: string, { newGroups, newTree }: Context): NewParagraph[] {
  const group = newGroups.get(label)
  if (!group) return []
  return [...(group.own ? [group.own] : []), ...group.parts].map(({ row }, at): NewParagraph => {
    const printed = at === 0 ? null : (row.number ?? null)
    return { label: printed, ...withNotes(row, newTree) }
  })
}

function withNotes({ text, clause }: Row, tree: Root): Omit<NewParagraph, 'label'> {
  if (!clause) return { text, notes: [] }
  const definitions = tree.children.filter(
    (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
  )
  const marks = marksIn(clause).flatMap((mark) => (mark.type === 'footnoteReference' ? [mark] : []))
  const notes = marks.flatMap((mark, at) => {
    const definition = definitions.find(({ identifier }) => identifier === mark.identifier)
    if (!definition) return []
    const before = plainText(until(clause, marks[at] as Node))
    return [
      {
        at: Math.min(before.length, text.length),
        label: mark.label ?? mark.identifier,
        text: definition.children.map((child) => plainText(child)).join(' '),
      },
    ]
  })
  return { text, notes }
}

/** What of a clause is before a node. */
function until(clause: Clause, mark: Node): Clause {
  let isOpen = true
  const visit = <N extends Node>(node: N): N => {
    if (!('children' in node)) return node
    const children = (node.children as Node[]).flatMap((child) => {
      if (child === mark) isOpen = false
      return isOpen ? [visit(child)] : []
    })
    return { ...node, children }
  }
  return visit(clause)
}

function titleOf(oldTree: Root, newTree: Root, context: Context): Made[] {
  const [before, after] = [oldTree, newTree].map((tree) => {
    const resolution = tree.children.find(({ type }) => type === 'resolution')
    const title =
      resolution &&
      'children' in resolution &&
      (resolution.children as Node[]).find(({ type }) => type === 'title')
    return title ? plainText(title) : ''
  })
  if (!before || !after || before === after) return []
  const edits = compareTexts(before, after, 'phrases')
  const made = wordEdits(edits, [before], context.quotes)
  return (made ?? [{ op: 'replace-words' as const, old: before, new: after }]).map((edit) => ({
    ...edit,
    target: ['title'],
  }))
}

// ---------------------------------------------------------------- proof

/** Choose for each paragraph the shortest way that gives what it is to be. */
function proved(steps: readonly Step[], title: readonly Made[], oldTree: Root, context: Context): Made[] {
  const chosen = steps.map(({ ways }) => shortest(ways, context))
  const instructions = () => [...title, ...chosen.flat()]
  const wrong = wrongIn(instructions(), oldTree, context)
  steps.forEach(({ change, ways }, at) => {
    if (change.new.some((label) => wrong.has(label))) chosen[at] = ways.at(-1) ?? []
  })
  return instructions().filter(({ anchor }) => anchor !== '')
}

/** The instructions that can be applied, and what the others are about: a number that two paragraphs bear names neither. */
function applicable(made: readonly Made[], oldTree: Root): { applied: Made[]; refused: string[] } {
  const { outcomes } = apply(made, oldTree)
  const isApplied = (_: Made, at: number) => outcomes[at]?.status === 'applied'
  const others = made.filter((one, at) => !isApplied(one, at))
  return {
    applied: made.filter(isApplied),
    refused: others.flatMap(({ op, target, anchor }) =>
      target.length > 0 ? target : typeof anchor === 'string' ? [anchor] : [op],
    ),
  }
}

function apply(made: readonly Made[], oldTree: Root) {
  const instructions = made.map((one): Instruction => ({ ...one, n: null, source: '' }))
  return applyAmendments(oldTree, [{ instructions }])
}

/** Labels of the new version that the instructions do not give. */
function wrongIn(made: readonly Made[], oldTree: Root, { newGroups }: Context): ReadonlySet<string> {
  const { tree } = apply(made, oldTree)
  const given = byLabel(groupRows(tree))
  return new Set(
    [...newGroups].flatMap(([label, group]) => (wordsIn(group) === wordsIn(given.get(label)) ? [] : [label])),
  )
}

/** What the instructions do not give as it is in the new version, or leave where it has none. */
function leftIn(made: readonly Made[], oldTree: Root, newGroups: readonly RowGroup[]): string[] {
  const given = groupRows(apply(made, oldTree).tree)
  const keyOf = (group: RowGroup) => `${group.label}\n${wordsIn(group)}`
  const [wanted, is] = [newGroups, given].map((groups) => groups.map(keyOf)) as [string[], string[]]
  const without = (groups: readonly RowGroup[], keys: readonly string[]) => {
    const known = new Set(keys)
    return groups.filter((group) => !known.has(keyOf(group)))
  }
  const differ = [...without(newGroups, is), ...without(given, wanted)]
  // The same paragraphs, in another order or another number of times.
  const astray = newGroups.filter((_, at) => wanted[at] !== is[at])
  const found = differ.length > 0 ? differ : astray
  return found.map((group) => group.label || named(group.role, wordsIn(group) ?? ''))
}

/** The mark at the end is given by the place that a paragraph has. */
function wordsIn(group: RowGroup | undefined): string | undefined {
  return (
    group &&
    [...(group.own ? [group.own] : []), ...group.parts]
      .map(({ row }) => row.text)
      .join('\n')
      .replace(/[;,.]$/u, '')
  )
}

function shortest(ways: readonly Made[][], { sentences }: Context): Made[] {
  const length = (way: readonly Made[]) =>
    grouped(way).reduce(
      (sum, group) =>
        sum +
        sentences.sentence(group).length +
        group.flatMap(({ text = [] }) => text).reduce((all, one) => all + one.text.length, 0),
      0,
    )
  return [...ways].sort((a, b) => length(a) - length(b))[0] ?? []
}

// ---------------------------------------------------------------- sentences

/** Edits of words of one paragraph are one sentence; so are paragraphs that are deleted one after the other. */
function grouped(made: readonly Made[]): Made[][] {
  const groups: Made[][] = []
  for (const one of made) {
    const last = groups.at(-1)
    const [first] = last ?? []
    const isSame =
      first &&
      one.op.endsWith('-words') &&
      first.op.endsWith('-words') &&
      first.target.join() === one.target.join()
    if (last && isSame) last.push(one)
    else if (last && first?.op === 'delete' && one.op === 'delete')
      last[0] = { ...first, target: [...first.target, ...one.target] }
    else if (last && first?.op === 'insert' && one.op === 'insert' && isOnePlace(first, one))
      last[0] = { ...first, text: [...(first.text ?? []), ...(one.text ?? [])] }
    else groups.push([one])
  }
  return groups
}

function isOnePlace(a: Made, b: Made): boolean {
  return a.where === b.where && a.anchor === b.anchor
}

function numbered(made: readonly Made[], sentences: Sentences): Instruction[] {
  const groups = grouped(made)
  return groups.flatMap((group, at) => {
    const source = sentences.sentence(group)
    const n = groups.length > 1 ? String(at + 1) : null
    return group.map((one) => ({ ...one, n, source }))
  })
}
