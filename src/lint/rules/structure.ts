/** The formula, numbers and labels, and what a final text no longer has. */
import { plainText } from '../../model/tree/text.js'
import type { Node, OrganLine } from '../../model/tree/types.js'
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

export const structure: LintRule[] = [
  {
    id: 'STR-003',
    severity: 'error',
    says: 'A comma follows the enacting formula.',
    why: 'The formula is the subject of the one sentence that a resolution is.',
    source: manual,
    examples: { bad: '*The Conference of the Parties*', good: '*The Conference of the Parties*,' },
    check: (context) =>
      organLines(context).flatMap((node): Finding[] => {
        const text = plainText(node)
        if (/[,،，:：]$/u.test(text)) return []
        const inside = node.position?.end.offset
        // The comma is not in italics.
        const end =
          inside === undefined
            ? undefined
            : inside + (/^[*_]+/u.exec(context.source?.slice(inside) ?? '')?.[0].length ?? 0)
        const edits = end === undefined ? {} : { edits: [{ start: end, end, text: ',' }] }
        return [{ at: 'organ', text, fix: `${text},`, node, ...edits }]
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
      context.blocks.flatMap(({ label, role, rows: [row] }): Finding[] => {
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
    check: (context) => {
      const { blocks } = context
      let last: { value: number; resolution: string | undefined } | undefined
      return blocks.flatMap(({ label, role, rows: [row] }): Finding[] => {
        const node = row?.node
        if (role !== 'operative' || node?.type !== 'operativeParagraph' || !node.number) return []
        const { value, suffix } = node.number
        const before = last?.resolution === row?.resolution ? last?.value : undefined
        last = { value, resolution: row?.resolution }
        const expected = (before ?? value - 1) + 1
        if (value === expected || suffix !== null || value === 1) return []
        // The count goes on from what should be there.
        last.value = expected
        const fixed = (node.label ?? '').replace(/\p{Nd}+/u, String(expected))
        const message = `Operative paragraphs are numbered in order: this one is ${expected}, not ${value}.`
        // Where it should be is the paragraph that a reader looks for.
        const at = label.replace(/\d+/u, String(expected))
        return [{ at, text: node.label ?? '', fix: fixed, message, node, ...relabel(node, fixed, context) }]
      })
    },
  },
  {
    id: 'STR-008',
    severity: 'warning',
    says: 'The label of a sub-paragraph is in brackets on both sides.',
    why: '(a), (b), (c); then (i), (ii), (iii).',
    source: manual,
    examples: { bad: 'b) The colour of each light;', good: '(b) The colour of each light;' },
    check: (context) =>
      context.drafting
        ? context.rows.flatMap((row): Finding[] => {
            const { node } = row
            if (row.role !== 'subparagraph' || node.type !== 'subparagraph' || row.number === undefined)
              return []
            const bare = /^\(?(\p{L}{1,5})\)?\.?$/u.exec(node.label.trim())
            if (!bare || /^\(.*\)$/u.test(node.label.trim())) return []
            const fixed = `(${bare[1]})`
            return [{ at: row.label, text: node.label, fix: fixed, node, ...relabel(node, fixed, context) }]
          })
        : [],
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
        return [...row.text.matchAll(/\[[^\]]{0,400}\]?|\]/gu)].map(({ index, 0: text }) =>
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
    check: ({ blocks, italic }) =>
      italic
        ? blocks.flatMap(({ phrase, rows: [row] }): Finding[] => {
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
