/**
 * Give the marks that PDF tools set on lines of their own, or in a column, to
 * their notes.
 *
 *     ───────────
 *     Resolution 61/295, annex.     the note 7: its mark is below
 *     A/90/14, paras. 2
 *     and 3.                        goes on: the line before has no stop
 *     9
 *     Ibid., para. 5.               the note 9
 *     7
 *     8                             the marks of the notes above the first mark
 *
 * After it: such a mark is the label of its note, or below a rule are no more of them than notes.
 */
import { type Block, type BlockOf, concat, rich, slice, trim } from '../model/block.js'
import { note, numberOf } from './note-marks.js'
import { isFlow, isRule } from './pass.js'

export function giveOwnMarks(blocks: readonly Block[]): Block[] {
  return underRules(withColumns(blocks))
}

/** Marks alone on lines at the end of a text, two at least. */
const column = /(?:^|\n)((?:\p{Nd}{1,3}|[*†‡§]{1,4})(?:\n(?:\p{Nd}{1,3}|[*†‡§]{1,4}))+)$/u

/**
 * Notes whose marks a PDF tool read as a column of their own, under a rule that is drawn and no text.
 *
 *     of the northern ports;
 *     *
 *     1
 *                                     an empty line
 *     Not a member of the Council.    as many notes as marks
 *     A/97/30.
 */
function withColumns(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  let taken: Block | undefined
  for (const [index, block] of blocks.entries()) {
    if (block === taken) continue
    const next = blocks[index + 1]
    const marks =
      isFlow(block) && next && isFlow(next) && !next.pageStart ? column.exec(block.text.value) : null
    const at = marks ? block.text.value.length - (marks[1] as string).length : 0
    const own =
      marks && next ? notesWithOwnMarks([{ ...block, text: slice(block.text, at) }, next]) : undefined
    if (!own) {
      result.push(block)
      continue
    }
    taken = next
    if (at > 0) result.push({ ...block, text: trim(slice(block.text, 0, at)) })
    result.push(...own)
  }
  return result
}

/** A mark of a note that stands on a line of its own. */
const lone = /^(?:\p{Nd}{1,3}|[*†‡§]{1,4})$/u

/** Notes under rules that are written. */
function underRules(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  const hasPages = blocks.some(({ pageStart }) => pageStart)
  let foot: Block[] | undefined
  let furniture: Block[] = []
  const close = () => {
    if (foot) result.push(...(notesWithOwnMarks(foot) ?? foot))
    result.push(...furniture)
    foot = undefined
    furniture = []
  }
  for (const block of blocks) {
    if (isRule(block)) {
      close()
      result.push(block)
      foot = []
    } else if (!foot) result.push(block)
    else if (block.pageStart || block.kind === 'note' || !(isFlow(block) || block.kind === 'furniture')) {
      close()
      result.push(block)
    } else if (isFlow(block) && endsFoot(foot, block, hasPages)) {
      close()
      result.push(block)
    } else if (isFlow(block)) foot.push(block)
    else if (hasPages || foot.length === 0) furniture.push(block)
    else {
      close()
      result.push(block)
    }
  }
  close()
  return result
}

/** Without form feeds a gap ends the foot of a page, but not between a mark and its note. */
function endsFoot(foot: readonly Block[], block: Block, hasPages: boolean): boolean {
  const before = foot.at(-1)?.text.value.split('\n').at(-1)
  return !hasPages && before !== undefined && block.gap === true && !lone.test(before)
}

/** The notes at the foot of a page, if marks stand on lines of their own there and every note has one. */
function notesWithOwnMarks(foot: readonly Block[]): BlockOf<'note'>[] | undefined {
  const [first] = foot
  if (!first) return undefined
  const text = concat(
    ...foot.flatMap((block, index) => (index > 0 ? [rich('\n'), block.text] : [block.text])),
  )
  const lines = [...text.value.matchAll(/^[^\n]+/gmu)].map(({ 0: value, index }) => ({
    value: value.trim(),
    from: index,
    to: index + value.length,
  }))
  if (!lines.some(({ value }) => lone.test(value))) return undefined
  // Stretches of words, each with the marks right above it.
  const stretches: { marks: string[]; lines: typeof lines }[] = [{ marks: [], lines: [] }]
  for (const line of lines) {
    const open = stretches.at(-1) as (typeof stretches)[number]
    if (!lone.test(line.value)) open.lines.push(line)
    else if (open.lines.length === 0) open.marks.push(line.value)
    else stretches.push({ marks: [line.value], lines: [] })
  }
  const below = stretches.at(-1)?.lines.length === 0 ? stretches.pop()?.marks : undefined
  const [head] = stretches
  if (!head || head.lines.length === 0) return undefined
  // A column of marks may be read behind the column of the words.
  if (head.marks.length === 0) {
    if (below?.length !== partsOf(head.lines).length) return undefined
    head.marks = below
  } else if (below) return undefined
  // A figure alone that does not go on with the count may be of the words.
  const counted = stretches.flatMap(({ marks }) => marks.map(numberOf)).filter((number) => number > 0)
  if (counted.some((number, index) => index > 0 && number <= (counted[index - 1] as number))) return undefined
  const notes: BlockOf<'note'>[] = []
  for (const stretch of stretches) {
    const parts = stretch.marks.length === 1 ? [stretch.lines] : partsOf(stretch.lines)
    if (parts.length !== stretch.marks.length) return undefined
    for (const [index, part] of parts.entries()) {
      const [from, to] = [part[0]?.from ?? 0, part.at(-1)?.to ?? 0]
      notes.push(note(first, stretch.marks[index] as string, trim(slice(text, from, to))))
    }
  }
  return notes
}

/** Lines as notes: one begins with a capital or a figure where the line before has ended. */
function partsOf<T extends { value: string }>(lines: readonly T[]): T[][] {
  const parts: T[][] = []
  let before: T | undefined
  for (const line of lines) {
    const begins = !before || (/[.)。）]$/u.test(before.value) && /^[\p{Lu}\p{Lo}\p{N}“«]/u.test(line.value))
    if (begins) parts.push([line])
    else parts.at(-1)?.push(line)
    before = line
  }
  return parts
}
