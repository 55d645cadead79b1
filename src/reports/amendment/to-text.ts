/** Amending documents, and what became of their instructions, for a terminal. */
import { sayIn } from '../../language/interface.js'
import type {
  Amendment,
  AmendmentConflict,
  Instruction,
  InstructionOutcome,
  RebasedInstruction,
  StaleWords,
} from '../../model/amendment.js'
import { listed, type Say } from '../../model/words.js'
import { clean, cleanName } from '../clean.js'
import { columns, fitted, padded, paint } from '../terminal.js'

export interface AmendmentWordsOptions {
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

export interface AmendmentTextOptions extends AmendmentWordsOptions {
  /** Columns of a line. */
  width: number
  /** ANSI colours. Default false. */
  color?: boolean
}

/** A first column with the words for what the instructions do, and what is in it for one. */
function operations(instructions: readonly Instruction[], say: Say): (one: Instruction) => string {
  const word = ({ op }: Instruction) => say(`operation_${op}`)
  const most = Math.max(0, ...instructions.map((one) => columns(word(one))))
  return (one) => padded(word(one), most)
}

/** Write an amending document as a line for each instruction. */
export function amendmentToText(
  amendment: Amendment,
  file: string,
  { width, color = false, ui }: AmendmentTextOptions,
): string {
  const say = sayIn(ui)
  const { symbol, sponsors, amends, instructions, unread } = amendment
  const head = [
    symbol,
    sponsors.join(', '),
    amends && say('amends', { text: `${amends.what} ${amends.symbol}` }),
  ]
  const operation = operations(instructions, say)
  const lines = instructions.map((one) => {
    const text = `${padded(`${one.n ?? '–'}.`, 4)} ${operation(one)}  ${clean(says(one, say))}`
    return fitted(text, width)
  })
  const left = unread.map((text) => fitted(`?    ${clean(text)}`, width))
  const title = paint(clean(head.filter((part) => part !== null && part !== '').join(' · ')), 'bold', color)
  return `${[cleanName(file), title, '', ...lines, ...left].join('\n')}\n`
}

function says({ target, where, anchor = '', old, new: words, text }: Instruction, say: Say): string {
  const parts = [
    listed(target, say),
    where && say(`place_${where}`, { anchor }).trim(),
    old !== undefined && `“${old}”`,
    words !== undefined && `→ “${words}”`,
    text && `→ ${text.map((one) => one.text).join(' ¶ ')}`,
  ]
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('  ')
}

/** Say in a line what became of an instruction. */
export function outcomeToText(
  { n, op, status, at, warnings, sought }: InstructionOutcome,
  { ui }: AmendmentWordsOptions = {},
): string {
  const say = sayIn(ui)
  const name = `${n === null ? '' : `${n}. `}${[say(`operation_${op}`), listed(at, say)].join(' ').trim()}`
  const words = `${say(`outcome_${status}`)}${sought === undefined ? '' : ` (${sought})`}`
  const more = warnings.map((one) => `; ${say(`aside_${one}`)}`).join('')
  return clean(`${say('told', { name, words })}${more}`)
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

/** Write what became of instructions when the draft was revised, as a line for each. */
export function rebasedToText(
  rebased: readonly RebasedInstruction[],
  { width, ui }: Pick<AmendmentTextOptions, 'width' | 'ui'>,
): string {
  const say = sayIn(ui)
  const operation = operations(rebased, say)
  const state = ({ status }: RebasedInstruction) => say(`rebased_${status}`)
  const widest = Math.max(0, ...rebased.map((one) => columns(state(one))))
  const lines = rebased.map((one) => {
    const { n, reason, from } = one
    const place = from && listed([...from.target, from.anchor ?? ''].filter(Boolean), say)
    const was = place === undefined ? '' : `  ${say('stood_at', { place })}`
    const why = reason ? `  ${say(`obstacle_${reason}`)}` : ''
    const text = `${padded(`${n ?? '–'}.`, 4)} ${padded(state(one), widest)} ${operation(one)}  ${clean(says(one, say))}${was}${why}`
    return fitted(text, width)
  })
  return `${lines.join('\n')}\n`
}

/** Say in a line that words were left behind by the amendments. */
export function staleToText(
  { label, kind, text, should }: StaleWords,
  { ui }: AmendmentWordsOptions = {},
): string {
  const say = sayIn(ui)
  const named = { label, words: text }
  if (kind === 'enumerator') return clean(say('stale_enumerator', named))
  return clean(
    should === undefined ? say('stale_gone', named) : say('stale_renamed', { ...named, now: should }),
  )
}
