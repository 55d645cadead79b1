/**
 * Part the notes at the foot of a page from its text where the rule between
 * them is drawn and no tool has written it: the marks of the notes are alone on
 * their lines.
 *
 *     Recalling the Code of Keepers,3 and    the mark in the text: without one a figure is no note's
 *     3                                      the next number: here the foot begins
 *     A/90/14, annex.
 *     4                                      the next
 *     See A/90/15, paras. 2
 *     and 3.                                 the page ends: so do its notes
 *
 * After it: a rule is above such notes.
 */
import { latinDigits } from '../language/script.js'
import { type Block, rich, slice, trim } from '../model/block.js'
import { isFlow, isRule } from './pass.js'

const alone = /^\p{Nd}{1,3}$/u

/** A line of a page, and where it is in its block. */
interface Line {
  block: number
  start: number
  text: string
}

export function splitFoot(blocks: Block[]): Block[] {
  const feet = new Map<number, number>()
  let last = 0
  for (const lines of pagesOf(blocks)) {
    const foot = footOf(lines, last)
    if (!foot) continue
    feet.set(foot.begin.block, foot.begin.start)
    last = foot.last
  }
  return blocks.flatMap((block, index) => {
    const at = feet.get(index)
    if (at === undefined) return [block]
    const { pageStart: _, ...rest } = block
    const [before, notes] = [trim(slice(block.text, 0, at)), trim(slice(block.text, at))]
    const rule: Block = {
      kind: 'rule',
      text: rich(''),
      ...(block.page !== undefined && { page: block.page }),
    }
    return [...(before.value === '' ? [] : [{ ...block, text: before }]), rule, { ...rest, text: notes }]
  })
}

/** The lines of text of each page. */
function pagesOf(blocks: readonly Block[]): Line[][] {
  const pages: Line[][] = [[]]
  for (const [index, block] of blocks.entries()) {
    if (block.pageStart) pages.push([])
    // What is under a written rule is known to be notes.
    if (isRule(block)) pages.push([])
    if (isFlow(block))
      for (const { 0: line, index: start } of block.text.value.matchAll(/[^\n]+/gu))
        pages.at(-1)?.push({ block: index, start, text: latinDigits(line.trim()) })
  }
  return pages
}

/** Where the notes of a page begin, and the number of the last of them. */
function footOf(lines: readonly Line[], last: number): { begin: Line; last: number } | undefined {
  const marks = lines.flatMap(({ text }, at) => (alone.test(text) ? [{ at, number: Number(text) }] : []))
  const first = marks.findLastIndex(
    ({ number }, index) => number !== (marks[index - 1]?.number ?? Number.NaN) + 1,
  )
  const own = marks.slice(first)
  const [begin] = own
  // Notes go on with the count of the pages before, or begin anew.
  if (!begin || first < 0 || (begin.number !== last + 1 && begin.number !== 1)) return undefined
  const hasText = own.every(({ at }) => lines[at + 1] !== undefined && !alone.test(lines[at + 1]?.text ?? ''))
  const text = lines
    .slice(0, begin.at)
    .map((line) => line.text)
    .join('\n')
  if (!hasText || !own.every(({ number }) => isMarked(text, number))) return undefined
  return { begin: lines[begin.at] as Line, last: own.at(-1)?.number ?? last }
}

/** A text has a figure behind a word or a mark of punctuation, as marks are. */
function isMarked(text: string, number: number): boolean {
  return new RegExp(
    `(?:\\p{L}{2}|[)\\]”"’»》）]|\\p{N}(?=\\p{P}))[,;:.，；：。、،؛]?[ \\u00a0]?(?<!\\p{N})\\(?${number}\\)?(?=[\\s,;.:，；。、،؛]|$)`,
    'u',
  ).test(text)
}
