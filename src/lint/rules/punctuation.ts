/** Marks at the ends of paragraphs and inside them. */
import type { Row } from '../../model/tree/rows.js'
import { plainText } from '../../model/tree/text.js'
import type { Clause, Node } from '../../model/tree/types.js'
import { type Block, type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'
/** What closes a text behind its mark. */
const closing = /[”"’'»)\]\s]*$/u
const marks = /[,;:.،؛。；：，、]$/u

/** Say that a row does not end with the mark that it should. */
function endsWith(row: Row | undefined, mark: string): Finding[] {
  if (!row) return []
  const { text } = row
  if (text.endsWith(mark) || text === '') return []
  const found = marks.exec(text)
  if (found) return [{ ...wordsFinding(row, text.length - 1, text.length, mark), text: text.slice(-20) }]
  return [{ ...wordsFinding(row, text.length, text.length, mark), text: text.slice(-20) }]
}

const hasList = ({ rows }: Block) => rows.some(({ role }) => role === 'subparagraph')

/** What follows a sub-paragraph opens a list inside it. */
function opensList(row: Row, next: Row | undefined): boolean {
  return next?.role === 'subparagraph' && next.label.startsWith(`${row.label}(`)
}

function* items({
  blocks,
}: LintContext): Generator<{ block: Block; row: Row; next: Row | undefined; last: boolean }> {
  for (const block of blocks)
    for (const [at, row] of block.rows.entries())
      if (row.role === 'subparagraph' && at > 0)
        yield { block, row, next: block.rows[at + 1], last: at === block.rows.length - 1 }
}

export const punctuation: LintRule[] = [
  {
    id: 'PUN-001',
    severity: 'error',
    says: 'A preambular paragraph ends with a comma.',
    why: '22,462 of 22,780 recitals of the General Assembly do.',
    source: manual,
    examples: { bad: '*Recalling* its resolution 5/2;', good: '*Recalling* its resolution 5/2,' },
    check: ({ blocks }) =>
      blocks
        .filter((block) => block.role === 'preambular' && !hasList(block))
        .flatMap(({ rows }) => endsWith(rows.at(-1), ',')),
  },
  {
    id: 'PUN-002',
    severity: 'error',
    says: 'An operative paragraph that is not the last ends with a semicolon.',
    why: '31,986 operative paragraphs of the General Assembly do.',
    source: manual,
    examples: { bad: '1. *Urges* States to act,', good: '1. *Urges* States to act;' },
    check: ({ blocks }) =>
      blocks
        .filter((block) => block.role === 'operative' && !block.last && !hasList(block))
        .flatMap(({ rows }) => endsWith(rows.at(-1), ';')),
  },
  {
    id: 'PUN-003',
    severity: 'error',
    says: 'The last operative paragraph ends with a full stop.',
    why: '1,228 of 1,255 texts of the General Assembly do.',
    source: manual,
    examples: { bad: '2. *Decides* to meet again;', good: '2. *Decides* to meet again.' },
    check: ({ blocks }) =>
      blocks.filter(({ last }) => last).flatMap(({ rows }) => endsWith(rows.at(-1), '.')),
  },
  {
    id: 'PUN-004',
    severity: 'warning',
    says: 'A sub-paragraph ends with a semicolon, the last one with the mark of its paragraph.',
    why: '4,980 of the sub-paragraphs of the General Assembly that are not the last do.',
    source: manual,
    examples: { bad: '(a) The colour of each light,', good: '(a) The colour of each light;' },
    check: (context) =>
      [...items(context)].flatMap(({ block, row, next, last }) => {
        if (block.role === 'preambular' || opensList(row, next)) return []
        if (last && block.last) return []
        // Text resumed behind the list ends the paragraph, and may take any mark before it.
        if (next?.role === 'continuation') return []
        return endsWith(row, ';')
      }),
  },
  {
    id: 'PUN-005',
    severity: 'warning',
    says: 'There is no “and” behind the semicolon of the last sub-paragraph but one.',
    why: '41 of 5,100 lists of the General Assembly have one; the Security Council uses it.',
    source: manual,
    profiles: { SC: 'off' },
    examples: { bad: '(a) The colour of each light; and', good: '(a) The colour of each light;' },
    check: (context) =>
      [...items(context)].flatMap(({ row }) => {
        const found = /[;,] \p{L}{1,3}$/u.exec(row.text)
        return found ? [wordsFinding(row, found.index, row.text.length, ';')] : []
      }),
  },
  {
    id: 'PUN-006',
    severity: 'warning',
    says: 'A sub-paragraph begins with a capital letter.',
    why: '6,130 of 6,213 of the General Assembly do.',
    source: manual,
    profiles: { SC: 'info' },
    examples: { bad: '(a) the colour of each light;', good: '(a) The colour of each light;' },
    check: (context) =>
      [...items(context)].flatMap(({ row }) => {
        const [first = ''] = row.text
        return /\p{Ll}/u.test(first) ? [wordsFinding(row, 0, first.length, first.toUpperCase())] : []
      }),
  },
  {
    id: 'PUN-007',
    severity: 'warning',
    says: 'What leads into a list ends with a colon.',
    why: 'Nearly all published lists do.',
    source: manual,
    examples: { bad: '1. *Urges* States;', good: '1. *Urges* States:' },
    check: ({ blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.flatMap((row, at) => {
          const next = rows[at + 1]
          const leads = row.role === 'subparagraph' ? opensList(row, next) : next?.role === 'subparagraph'
          return leads ? endsWith(row, ':') : []
        }),
      ),
  },
  {
    id: 'PUN-010',
    severity: 'warning',
    says: 'Quotation marks are curly.',
    why: '5,164 texts with curly marks, 613 with straight ones, most of them converted.',
    source: manual,
    examples: { bad: 'the report "Lights"', good: 'the report “Lights”' },
    check: ({ rows, drafting }) => {
      if (!drafting) return []
      return rows.flatMap((row) => {
        const places = [...row.text.matchAll(/"/gu)].map(({ index }) => index)
        return places.map((at, number) =>
          wordsFinding(
            row,
            at,
            at + 1,
            drafting.quotes[places.length % 2 === 0 ? number % 2 : opens(row.text, at)],
          ),
        )
      })
    },
  },
  {
    id: 'PUN-014',
    severity: 'warning',
    says: 'The mark of a note follows the punctuation.',
    why: 'English texts have it so, without exception.',
    source: manual,
    examples: { bad: 'the report[^1];', good: 'the report;[^1]' },
    check: ({ rows, drafting }) =>
      drafting ? rows.flatMap((row) => (row.clause ? marksBefore(row, row.clause) : [])) : [],
  },
]

/** A single mark opens behind a space, and closes elsewhere. */
function opens(text: string, at: number): 0 | 1 {
  return at === 0 || /[\s(]/u.test(text[at - 1] ?? '') ? 0 : 1
}

function marksBefore(row: Row, clause: Clause): Finding[] {
  return clause.children.flatMap((node, at): Finding[] => {
    const next = clause.children[at + 1]
    if (node.type !== 'footnoteReference' || next?.type !== 'text') return []
    const mark = /^[,;:.]/u.exec(next.value)?.[0]
    if (mark === undefined) return []
    const finding: Finding = { at: row.label, text: `${lastWord(clause, at)}${mark}`, fix: mark, node }
    const [ref, words] = [placeOf(node), placeOf(next)]
    if (ref && words) {
      finding.edits = [
        { start: ref.start, end: ref.start, text: mark },
        { start: words.start, end: words.start + 1, text: '' },
      ]
      finding.offset = ref.start
    }
    return [finding]
  })
}

function lastWord(clause: Clause, at: number): string {
  const before = plainText({ ...clause, children: clause.children.slice(0, at) })
  return before.replace(closing, '').split(' ').at(-1) ?? ''
}

function placeOf({ position }: Node): { start: number; end: number } | null {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? null : { start, end }
}
