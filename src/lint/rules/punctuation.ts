/** Marks at the ends of paragraphs and inside them. */
import type { Row } from '../../model/tree/rows.js'
import { plainText } from '../../model/tree/text.js'
import type { Clause, Node } from '../../model/tree/types.js'
import type { Block } from '../blocks.js'
import { type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'
/** What closes a text behind its mark. */
const closing = /[”"’'»)\]\s]*$/u
const endMark = /\s?[,;:.،؛。；：，、]$/u
/** The number of a note that its source prints behind the mark as figures. */
const printedNote = /(?<=[^\d\s][,;:.،؛。；：，、]|\d[;:؛；：])\s?\d{1,3}\s?\/?$/u
/** A sentence that is quoted has its stop inside. */
const quotedStop = /[.。](?=[”"’»]$)/u

/** Say that a row ends with none of the marks that it may; the first of them is to be written. */
function endsWith(row: Row | undefined, marks: readonly string[] = []): Finding[] {
  const [mark] = marks
  if (!row || mark === undefined) return []
  // Signs of direction behind the mark are not seen.
  const text = row.text.replace(/[\u200e\u200f\u061c]+$/u, '').replace(printedNote, '')
  if (marks.some((one) => text.endsWith(one.trim())) || text === '') return []
  const stop = quotedStop.exec(text)?.[0]
  if (stop !== undefined && marks.includes(stop)) return []
  const start = endMark.exec(text)?.index ?? text.length
  const found = wordsFinding(row, start, text.length, mark)
  // A space that the reader wrote is none of the source's: the mark alone is changed.
  const last = found.edits ? found : wordsFinding(row, text.length - 1, text.length, mark)
  const shown = Math.max(0, text.length - 20)
  return [
    {
      ...(start === text.length ? found : last),
      text: text.slice(shown),
      fix: text.slice(shown, start) + mark,
    },
  ]
}

/** Words end with the mark that leads into a list, or into a text that is quoted behind them. */
function leadsOn({ drafting }: LintContext, row: Row | undefined): boolean {
  return drafting?.marks.lead.some((mark) => row?.text.endsWith(mark.trim())) ?? false
}

/** A table, a heading or another text comes behind a paragraph, not the next of its list. */
function followedApart({ blocks }: LintContext, block: Block): boolean {
  const next = blocks[blocks.indexOf(block) + 1]
  return next === undefined || next.apart || !next.sentence || block.closes
}

/** A paragraph leads to a text or a table, and what resumes behind it is its own or theirs. */
function endsInGiven(context: LintContext, { rows }: Block): boolean {
  return rows.at(-1)?.role === 'continuation' && leadsOn(context, rows.at(-2))
}

const hasList = ({ rows }: Block) => rows.some(({ role }) => role === 'subparagraph')

/** What follows a sub-paragraph opens a list inside it. */
function opensList(row: Row, next: Row | undefined): boolean {
  return next?.role === 'subparagraph' && next.label.startsWith(`${row.label}(`)
}

/** The mark and the word behind it that join an item of a list to the next. */
function jointOf(row: Row, { drafting }: LintContext, kinds: readonly ('and' | 'or')[]) {
  const words = kinds.flatMap((kind) => drafting?.joints?.[kind] ?? [])
  return words.length === 0 ? null : new RegExp(`\\s?[;,؛،] ?(?:${words.join('|')})$`, 'u').exec(row.text)
}

function* items({
  sentence,
}: LintContext): Generator<{ block: Block; row: Row; next: Row | undefined; last: boolean }> {
  for (const block of sentence)
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
    check: ({ sentence, drafting }) =>
      sentence
        .filter((block) => block.role === 'preambular' && !hasList(block))
        .flatMap(({ rows }) => endsWith(rows.at(-1), drafting?.marks.preambular)),
  },
  {
    id: 'PUN-002',
    severity: 'error',
    says: 'An operative paragraph that is not the last ends with a semicolon.',
    why: '31,986 operative paragraphs of the General Assembly do.',
    source: manual,
    examples: { bad: '1. *Urges* States to act,', good: '1. *Urges* States to act;' },
    check: (context) =>
      context.sentence
        .filter((block) => block.role === 'operative' && !block.last && !hasList(block))
        .flatMap((block) => {
          const row = block.rows.at(-1)
          const { operative = [], last = [] } = context.drafting?.marks ?? {}
          if (leadsOn(context, row) && followedApart(context, block)) return []
          if (endsInGiven(context, block)) return []
          return endsWith(row, block.closes ? [...operative, ...last] : operative)
        }),
  },
  {
    id: 'PUN-003',
    severity: 'error',
    says: 'The last operative paragraph ends with a full stop.',
    why: '1,228 of 1,255 texts of the General Assembly do.',
    source: manual,
    examples: { bad: '2. *Decides* to meet again;', good: '2. *Decides* to meet again.' },
    check: (context) =>
      context.sentence
        .filter((block) => block.last && !leadsOn(context, block.rows.at(-1)) && !endsInGiven(context, block))
        .flatMap(({ rows }) => endsWith(rows.at(-1), context.drafting?.marks.last)),
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
        if (opensList(row, next) || (last && (block.last || block.closes))) return []
        // Text resumed behind the list ends the paragraph, and may take any mark before it.
        if (next?.role === 'continuation' || jointOf(row, context, ['and', 'or'])) return []
        const { item = [], preambular = [] } = context.drafting?.marks ?? {}
        if (/[?？؟]$/u.test(row.text)) return []
        if (block.role === 'operative') return endsWith(row, item)
        // Lists of recitals have commas as often.
        return endsWith(row, last ? preambular : [...item, ...preambular])
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
        const found = jointOf(row, context, ['and'])
        const [mark] = context.drafting?.marks.item ?? []
        return found && mark !== undefined ? [wordsFinding(row, found.index, row.text.length, mark)] : []
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
        if (!context.drafting?.capitals) return []
        const [first = ''] = row.text
        // e-Navigation, iLight: what is written so is a name.
        return /^\p{Ll}(?![-‑\p{Lu}])/u.test(row.text)
          ? [wordsFinding(row, 0, first.length, first.toUpperCase())]
          : []
      }),
  },
  {
    id: 'PUN-007',
    severity: 'warning',
    says: 'What leads into a list ends with a colon.',
    why: 'Nearly all published lists do.',
    source: manual,
    examples: { bad: '1. *Urges* States;', good: '1. *Urges* States:' },
    check: ({ sentence, drafting }) =>
      sentence.flatMap(({ rows }) =>
        rows.flatMap((row, at) => {
          const next = rows[at + 1]
          const leads = row.role === 'subparagraph' ? opensList(row, next) : next?.role === 'subparagraph'
          return leads ? endsWith(row, drafting?.marks.lead) : []
        }),
      ),
  },
  {
    id: 'PUN-009',
    severity: 'info',
    says: 'A paragraph is part of one sentence: no full stop is inside it.',
    why: '937 of 33,000 operative paragraphs of the General Assembly have one.',
    source: manual,
    examples: {
      bad: '1. *Urges* States to light each station. They report each year;',
      good: '1. *Urges* States to light each station and to report each year;',
    },
    check: ({ sentence, drafting }) => {
      const stop = drafting?.marks.last[0]
      if (stop === undefined) return []
      return sentence
        .flatMap(({ rows }) => rows)
        .flatMap((row): Finding[] => {
          const at = [...row.text.matchAll(/(?<=\p{Ll}{4}[)”»]?)\.(?= \p{Lu}\p{Ll})|。(?=\p{L})/gu)].find(
            ({ 0: mark }) => mark === stop,
          )?.index
          return at === undefined
            ? []
            : [{ ...wordsFinding(row, at, at + 1), text: row.text.slice(Math.max(0, at - 20), at + 1) }]
        })
    },
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
    says: 'The mark of a note is on its side of the punctuation.',
    why: 'Behind it in English; before it in French, Spanish, Russian and Arabic, without exception in 888 marks.',
    source: manual,
    examples: { bad: 'the report[^1];', good: 'the report;[^1]' },
    check: ({ rows, drafting }) =>
      rows.flatMap((row) =>
        row.clause && drafting?.noteMarks
          ? marksOn(row, row.clause, drafting.noteMarks === 'behind' ? 'before' : 'behind')
          : [],
      ),
  },
]

/** A single mark opens behind a space, and closes elsewhere. */
function opens(text: string, at: number): 0 | 1 {
  return at === 0 || /[\s(]/u.test(text[at - 1] ?? '') ? 0 : 1
}

/** The marks of notes that are on the wrong side of a mark of punctuation. */
function marksOn(row: Row, clause: Clause, wrong: 'before' | 'behind'): Finding[] {
  return clause.children.flatMap((node, at): Finding[] => {
    const words = clause.children[wrong === 'before' ? at + 1 : at - 1]
    if (node.type !== 'footnoteReference' || words?.type !== 'text') return []
    const mark = (wrong === 'before' ? /^[,;:.،؛]/u : /\s?[,;:.،؛]$/u).exec(words.value)?.[0]
    if (mark === undefined) return []
    const before = lastWord(clause, at)
    const finding: Finding = {
      at: row.label,
      text: wrong === 'before' ? `${before}${mark}` : before,
      fix: mark,
      node,
    }
    const [ref, place] = [placeOf(node), placeOf(words)]
    if (ref && place) {
      finding.edits =
        wrong === 'before'
          ? [
              { start: ref.start, end: ref.start, text: mark },
              { start: place.start, end: place.start + mark.length, text: '' },
            ]
          : [
              { start: place.end - mark.length, end: place.end, text: '' },
              { start: ref.end, end: ref.end, text: mark },
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
