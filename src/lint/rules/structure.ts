/** The formula, numbers and labels, and what a final text no longer has. */
import { plainText } from '../../model/tree/text.js'
import type { Node, OrganLine } from '../../model/tree/types.js'
import type { Block } from '../blocks.js'
import { type Finding, isItalic, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'

function organLines({ tree }: LintContext): OrganLine[] {
  const found: OrganLine[] = []
  const visit = (node: Node) => {
    if (node.type === 'organLine') found.push(node)
    else if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  visit(tree)
  return found
}

/** How far before a paragraph's words its label may begin: behind it are a space and the mark of italics. */
const labelGap = 6

/** The label in front of a node's words in the source, and the words for it. */
function relabel(
  node: Node & { label: string | null },
  label: string,
  { source }: LintContext,
): Pick<Finding, 'edits' | 'offset'> {
  const words = node.position?.start.offset
  const old = node.label?.trim() ?? ''
  if (words === undefined || source === undefined || old === '') return {}
  const start = source.lastIndexOf(old, words)
  if (start < words - old.length - labelGap || start < 0) return {}
  return { offset: start, edits: [{ start, end: start + old.length, text: label }] }
}

/** The first paragraph behind the formula. */
function firstBehind(formula: OrganLine, { blocks }: LintContext): Block | undefined {
  const after = formula.position?.end.offset ?? 0
  return blocks.find(({ rows: [row] }) => (row?.node.position?.start.offset ?? after) >= after)
}

interface Numbered {
  label: string
  node: Extract<Node, { type: 'operativeParagraph' }>
  value: number
}

/** The numbered paragraphs of each list that begins at one. */
function runsOf({ blocks }: LintContext): Numbered[][] {
  const runs: Numbered[][] = []
  let resolution: string | undefined
  for (const {
    label,
    role,
    rows: [row],
  } of blocks) {
    const node = row?.node
    if (role !== 'operative' || node?.type !== 'operativeParagraph' || !node.number) continue
    const { value, suffix } = node.number
    if (suffix !== null) continue
    if (runs.length === 0 || value === 1 || resolution !== row?.resolution) runs.push([])
    resolution = row?.resolution
    runs.at(-1)?.push({ label, node, value })
  }
  return runs
}

/** Where the order breaks: one number that is wrong, or a gap, of which all behind it are moved. */
function wronglyNumbered(run: readonly Numbered[], context: LintContext): Finding[] {
  const found: Finding[] = []
  const first = run[0]?.value ?? 1
  let moved = 0
  for (const [at, { label, node, value }] of run.entries()) {
    const expected = first + at
    if (value === expected) moved = 0
    if (value - moved === expected) {
      const last = found.at(-1)
      if (moved !== 0) last?.edits?.push(...(renumbered(node, expected, context).edits ?? []))
      continue
    }
    // What goes on in order behind this number was moved with it.
    const next = run[at + 1]?.value
    moved = next === value + 1 ? value - expected : 0
    const { edits = [], ...place } = renumbered(node, expected, context)
    found.push({
      // Where it should be is the paragraph that a reader looks for.
      at: label.replace(/\d+/u, String(expected)),
      text: node.label ?? '',
      message: `Operative paragraphs are numbered in order: this one is ${expected}, not ${value}.`,
      node,
      fix: numberIn(node, expected),
      edits,
      ...place,
    })
  }
  return found
}

function numberIn({ label }: Numbered['node'], value: number): string {
  return (label ?? '').replace(/\p{Nd}+/u, String(value))
}

function renumbered(node: Numbered['node'], value: number, context: LintContext) {
  return relabel(node, numberIn(node, value), context)
}

/** A bracket with words in it; the number of a note, and what was left out of a quotation, are none. */
const openBracket = /\[(?![\d\s,.…*]*\])[^\]]{0,400}\]?|(?<!\[[\d\s,.…*]{0,20})\]/gu

export const structure: LintRule[] = [
  {
    id: 'STR-003',
    severity: 'error',
    says: 'A comma follows the enacting formula where a preamble follows.',
    why: 'The formula is the subject of the one sentence that a resolution is.',
    source: manual,
    examples: { bad: '*The Conference of the Parties*', good: '*The Conference of the Parties*,' },
    check: (context) =>
      organLines(context).flatMap((node): Finding[] => {
        const text = plainText(node)
        const [mark] = context.drafting?.marks.formula ?? []
        if (
          mark === undefined ||
          firstBehind(node, context)?.role !== 'preambular' ||
          /[,،，:：]$/u.test(text)
        )
          return []
        const inside = node.position?.end.offset
        // The comma is not in italics.
        const end =
          inside === undefined
            ? undefined
            : inside + (/^[*_]+/u.exec(context.source?.slice(inside) ?? '')?.[0].length ?? 0)
        const edits = end === undefined ? {} : { edits: [{ start: end, end, text: mark }] }
        return [{ at: 'organ', text, fix: `${text}${mark}`, node, ...edits }]
      }),
  },
  {
    id: 'STR-004',
    severity: 'warning',
    says: 'No comma follows the enacting formula where the operative part follows at once.',
    why: '37 texts without it, 2 with it.',
    source: manual,
    examples: {
      bad: '*The Conference of the Parties*,\n\n1. *Decides* to meet.',
      good: '*The Conference of the Parties*\n\n1. *Decides* to meet.',
    },
    check: (context) =>
      organLines(context).flatMap((node): Finding[] => {
        const text = plainText(node)
        const [mark] = context.drafting?.marks.formula ?? []
        const first = firstBehind(node, context)
        if (mark === undefined || first?.role !== 'operative' || !text.endsWith(mark)) return []
        const end = node.position?.end.offset
        const known = end !== undefined && context.source?.slice(end - mark.length, end) === mark
        const edits = known ? { edits: [{ start: end - mark.length, end, text: '' }] } : {}
        return [{ at: 'organ', text, fix: text.slice(0, -mark.length), node, ...edits }]
      }),
  },
  {
    id: 'STR-005',
    severity: 'warning',
    says: 'Preambular paragraphs bear no numbers.',
    why: 'Only working drafts number them.',
    source: manual,
    examples: { bad: '3. *Recalling* its resolution 5/2,', good: '*Recalling* its resolution 5/2,' },
    check: (context) =>
      context.sentence.flatMap(({ label, role, rows: [row] }): Finding[] => {
        const node = row?.node
        if (role !== 'preambular' || node?.type !== 'preambularParagraph' || node.label === null) return []
        const { edits: [edit] = [], ...place } = relabel(node, '', context)
        // The space behind the number goes with it.
        const edits = edit ? { edits: [{ ...edit, end: edit.end + 1 }] } : {}
        return [{ at: label, text: node.label, fix: '', node, ...place, ...edits }]
      }),
  },
  {
    id: 'STR-006',
    severity: 'error',
    says: 'Operative paragraphs are numbered in order, without gaps and repetitions.',
    why: 'Others cite them by their numbers.',
    source: manual,
    examples: { bad: '3. *Requests* a report;', good: '2. *Requests* a report;' },
    check: (context) => runsOf(context).flatMap((run) => wronglyNumbered(run, context)),
  },
  {
    id: 'STR-007',
    severity: 'warning',
    says: 'A single operative paragraph bears no number.',
    why: 'About 60 texts without it, 1 with it.',
    source: manual,
    examples: {
      bad: '*Recalling* its resolution 5/2,\n\n1. *Decides* to meet.',
      good: '*Recalling* its resolution 5/2,\n\n*Decides* to meet.',
    },
    check: (context) => {
      const operative = context.blocks.filter(({ role }) => role === 'operative')
      const [only] = operative
      const node = only?.rows[0]?.node
      // An excerpt of a text is no resolution with one paragraph.
      const whole =
        context.blocks.some(({ role }) => role === 'preambular') && organLines(context).length === 1
      if (operative.length !== 1 || !whole || node?.type !== 'operativeParagraph' || node.label === null)
        return []
      const { edits: [edit] = [], ...place } = relabel(node, '', context)
      const edits = edit ? { edits: [{ ...edit, end: edit.end + 1 }] } : {}
      return [{ at: only?.label ?? '', text: node.label, fix: '', node, ...place, ...edits }]
    },
  },
  {
    id: 'STR-008',
    severity: 'warning',
    says: 'The label of a sub-paragraph has its brackets: (a) in English, Chinese and Arabic, a) in French, Spanish and Russian.',
    why: '(a), (b), (c); then (i), (ii), (iii).',
    source: manual,
    examples: { bad: 'b) The colour of each light;', good: '(b) The colour of each light;' },
    check: (context) =>
      context.rows.flatMap((row): Finding[] => {
        const { node } = row
        if (!context.drafting || row.role !== 'subparagraph' || node.type !== 'subparagraph') return []
        const bare = /^\(?(\p{L}{1,5})\)?\.?$/u.exec(node.label.trim())
        if (!bare || row.number === undefined) return []
        const fixed = context.drafting.labels === 'bracketed' ? `(${bare[1]})` : `${bare[1]})`
        if (node.label.trim() === fixed) return []
        return [{ at: row.label, text: node.label, fix: fixed, node, ...relabel(node, fixed, context) }]
      }),
  },
  {
    id: 'STR-009',
    severity: 'info',
    says: 'A list has two sub-paragraphs at least: an (a) needs a (b).',
    why: 'One sub-paragraph alone divides nothing.',
    source: manual,
    examples: {
      bad: '1. *Urges* States:\n\n(a) To light each station;',
      good: '1. *Urges* States to light each station;',
    },
    check: ({ rows }) =>
      rows.flatMap((row): Finding[] => {
        const { node } = row
        if (row.role !== 'subparagraph' || node.type !== 'subparagraph') return []
        const list = row.label.replace(/\([^()]*\)$/u, '')
        const alone = rows.every(
          (other) =>
            other === row ||
            other.role !== 'subparagraph' ||
            other.label.replace(/\([^()]*\)$/u, '') !== list ||
            other.resolution !== row.resolution,
        )
        return alone ? [{ at: row.label, text: node.label, node }] : []
      }),
  },
  {
    id: 'STR-021',
    severity: 'warning',
    says: 'A final text has no brackets of a negotiation left in it.',
    why: 'They mark what is not agreed.',
    source: manual,
    examples: { bad: '1. *Urges* [all] States to act;', good: '1. *Urges* all States to act;' },
    check: ({ rows }) =>
      rows.flatMap((row): Finding[] => {
        if (row.role === 'table') return []
        const { node } = row
        const number = 'number' in node && node.number && typeof node.number === 'object' ? node.number : null
        if (number && (number.suffix !== null || number.alternative !== null))
          return [{ at: row.label, text: 'label' in node ? (node.label ?? '') : '', node }]
        return [...row.text.matchAll(openBracket)].map(({ index, 0: text }) =>
          wordsFinding(row, index, index + text.length),
        )
      }),
  },
  {
    id: 'ITA-001',
    severity: 'warning',
    says: 'The opening words of a paragraph are in italics.',
    why: 'The verb, its adverb and its fixed complement.',
    source: manual,
    examples: { bad: 'Recalling its resolution 5/2,', good: '*Recalling* its resolution 5/2,' },
    check: ({ sentence, italic }) =>
      italic
        ? sentence.flatMap(({ phrase, rows: [row] }): Finding[] => {
            if (!phrase || !row || isItalic(phrase)) return []
            const text = plainText(phrase)
            const start = phrase.position?.start.offset
            const end = phrase.position?.end.offset
            const fix = `*${text}*`
            const known = start !== undefined && end !== undefined && end - start === text.length
            return [
              {
                at: row.label,
                text,
                fix,
                node: phrase,
                ...(known ? { edits: [{ start, end, text: fix }] } : {}),
              },
            ]
          })
        : [],
  },
  {
    id: 'ITA-002',
    severity: 'warning',
    says: 'The name of the organ in the enacting formula is in italics, its comma is not.',
    why: 'As all published texts have it.',
    source: manual,
    examples: { bad: 'The Conference of the Parties,', good: '*The Conference of the Parties*,' },
    check: (context) =>
      context.italic
        ? organLines(context).flatMap((node): Finding[] => {
            if (isItalic(node)) return []
            const text = plainText(node)
            const [start, end] = [node.position?.start.offset, node.position?.end.offset]
            const fix = text.replace(/^(.*?)([,:]?)$/u, '*$1*$2')
            const known = start !== undefined && end !== undefined && end - start === text.length
            return [
              { at: 'organ', text, fix, node, ...(known ? { edits: [{ start, end, text: fix }] } : {}) },
            ]
          })
        : [],
  },
]
