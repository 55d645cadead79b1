/** Amending documents, and what became of their instructions, for a terminal. */
import type {
  Amendment,
  AmendmentConflict,
  Instruction,
  InstructionOutcome,
  RebasedInstruction,
  StaleWords,
} from '../../model/amendment.js'
import { clean, cleanName } from '../clean.js'
import { fitted, padded, paint } from '../terminal.js'

export interface AmendmentTextOptions {
  /** Columns of a line. */
  width: number
  /** ANSI colours. Default false. */
  color?: boolean
}

/** The longest operation, `replace-words`. */
const operationWidth = 13

/** Write an amending document as a line for each instruction. */
export function amendmentToText(
  amendment: Amendment,
  file: string,
  { width, color = false }: AmendmentTextOptions,
): string {
  const { symbol, sponsors, amends, instructions, unread } = amendment
  const head = [symbol, sponsors.join(', '), amends && `to ${amends.what} ${amends.symbol}`]
  const lines = instructions.map((one) => {
    const text = `${padded(`${one.n ?? '–'}.`, 4)} ${padded(one.op, operationWidth)}  ${clean(says(one))}`
    return fitted(text, width)
  })
  const left = unread.map((text) => fitted(`?    ${clean(text)}`, width))
  const title = paint(clean(head.filter((part) => part !== null && part !== '').join(' · ')), 'bold', color)
  return `${[cleanName(file), title, '', ...lines, ...left].join('\n')}\n`
}

function says({ target, where, anchor, old, new: words, text }: Instruction): string {
  const parts = [
    target.join(', '),
    where && `${where} ${anchor ?? ''}`.trim(),
    old !== undefined && `“${old}”`,
    words !== undefined && `→ “${words}”`,
    text && `→ ${text.map((one) => one.text).join(' ¶ ')}`,
  ]
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('  ')
}

const statuses: Readonly<Record<InstructionOutcome['status'], string>> = {
  applied: 'applied',
  already: 'already so',
  ambiguous: 'not applied: it is there more than once',
  'not-found': 'not applied: the words are not there',
  'no-target': 'not applied: there is no such paragraph',
  conflict: 'not applied: an earlier document asks for something else',
  'by-hand': 'not applied: how is left to a person',
}
const warnings: Readonly<Record<InstructionOutcome['warnings'][number], string>> = {
  seam: 'a mark beside it was mended',
  opening: 'the opening words changed: see whether what follows them fits',
  overlap: 'an earlier instruction had changed the same words',
}

/** Say in a line what became of an instruction. */
export function outcomeToText({ n, op, status, at, warnings: told, sought }: InstructionOutcome): string {
  const words = sought === undefined ? '' : ` (${sought})`
  const more = told.map((one) => `; ${warnings[one]}`).join('')
  return clean(
    `${n === null ? '' : `${n}. `}${[op, at.join(', ')].join(' ').trim()}: ${statuses[status]}${words}${more}`,
  )
}

const conflictKinds: Readonly<Record<AmendmentConflict['kind'], string>> = {
  'deleted-and-edited': 'one deletes or replaces what the other edits',
  overlap: 'both change the same words',
  'same-place': 'both put something at the same place',
  'moved-and-edited': 'one moves what the other changes',
}

/** Say in a line that two instructions are in conflict; `files` are the amending documents. */
export function conflictToText(
  { a, b, kind, at, documents }: AmendmentConflict,
  files: readonly string[],
): string {
  const [first, second] = documents.map((document) => cleanName(files[document] ?? ''))
  const named = (file: string | undefined, n: string | null) => (n === null ? file : `${file} ${n}.`)
  return clean(`${named(first, a)} × ${named(second, b)} (${at.join(', ')}): ${conflictKinds[kind]}`)
}

const rebaseReasons: Readonly<Record<NonNullable<RebasedInstruction['reason']>, string>> = {
  gone: 'the paragraph is gone',
  changed: 'the paragraph reads otherwise',
  split: 'the paragraph was split',
  merged: 'the paragraph was merged with another',
  'words-gone': 'the words are gone',
  'words-twice': 'the words are there more than once',
  'no-target': 'the draft has no such paragraph',
}

/** Write what became of instructions when the draft was revised, as a line for each. */
export function rebasedToText(
  rebased: readonly RebasedInstruction[],
  { width }: Pick<AmendmentTextOptions, 'width'>,
): string {
  const lines = rebased.map((one) => {
    const { n, status, reason, from } = one
    const was = from ? `  (was ${[...from.target, from.anchor ?? ''].filter(Boolean).join(', ')})` : ''
    const why = reason ? `  ${rebaseReasons[reason]}` : ''
    const text = `${padded(`${n ?? '–'}.`, 4)} ${padded(status, 8)} ${padded(one.op, operationWidth)}  ${clean(says(one))}${was}${why}`
    return fitted(text, width)
  })
  return `${lines.join('\n')}\n`
}

/** Say in a line that words were left behind by the amendments. */
export function staleToText({ label, kind, text, should }: StaleWords): string {
  const advice =
    kind === 'enumerator'
      ? 'follows another paragraph now'
      : should === undefined
        ? 'names a paragraph that is gone'
        : `names what is ${should} now`
  return clean(`${label}: “${text}” ${advice}`)
}
