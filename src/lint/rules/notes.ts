/** Notes and their marks, and references to paragraphs. */
import { distance } from 'fastest-levenshtein'
import { paragraphTarget } from '../../language/targets.js'
import type { SourceEdit } from '../../model/lint.js'
import { plainText } from '../../model/tree/text.js'
import type { FootnoteDefinition, Node } from '../../model/tree/types.js'
import { type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'

interface Mark {
  node: Extract<Node, { type: 'footnoteReference' }>
  at: string
}

/** The marks of a text with the label of the paragraph that each is in. */
function marksOf({ tree, rows }: LintContext): Mark[] {
  const labels = new Map<unknown, string>(rows.map((row) => [row.clause ?? row.node, row.label]))
  const found: Mark[] = []
  const visit = (node: Node, at: string) => {
    const label = labels.get(node) ?? at
    if (node.type === 'footnoteReference') found.push({ node, at: label })
    else if ('children' in node) for (const child of node.children) visit(child as Node, label)
  }
  visit(tree, '')
  return found
}

function definitions({ tree }: LintContext): FootnoteDefinition[] {
  return tree.children.filter((node) => node.type === 'footnoteDefinition')
}

function textOf({ children }: FootnoteDefinition): string {
  return children.map((child) => plainText(child)).join(' ')
}

/** The label inside a mark of the source, changed. */
function marking({ source }: LintContext, { position }: Node, label: string, other: string): SourceEdit[] {
  const [from, to] = [position?.start.offset, position?.end.offset]
  if (source === undefined || from === undefined || to === undefined) return []
  const start = source.slice(from, to).indexOf(label)
  return start < 0 ? [] : [{ start: from + start, end: from + start + label.length, text: other }]
}

/** The only paragraph whose number is the one written but for one figure too many, too few or wrong. */
function nearest(number: number, numbers: readonly number[]): number | null {
  const near = numbers.filter((other) => distance(String(number), String(other)) === 1)
  return near.length === 1 ? (near[0] ?? null) : null
}

interface NamedParagraph {
  number: number
  /** `(a)(ii)`, or nothing. */
  part: string
}

/** The paragraphs of the same text that a reference names: the first and the last of a range. */
function namedIn(target: string): { paragraphs: NamedParagraph[]; direction: 'above' | 'below' } | null {
  const side = paragraphTarget(target)?.side
  if (!side) return null
  const paragraphs = [...target.matchAll(/\d+(?!\p{L})(?: ?\(\p{Ll}{1,4}\)){0,3}/gu)].map(([name]) => ({
    number: Number.parseInt(name, 10),
    part: name.replace(/^\d+|\s/gu, ''),
  }))
  return { paragraphs, direction: side }
}

function isThere(number: number, labels: ReadonlySet<string>): boolean {
  return labels.has(`OP${number}`) || [...labels].some((label) => label.startsWith(`OP${number}(`))
}

/** It is there, with its sub-paragraph, and on the side that the reference says. */
function fits(
  { number, part }: NamedParagraph,
  direction: 'above' | 'below',
  own: number,
  labels: ReadonlySet<string>,
): boolean {
  if (!isThere(number, labels) || (part !== '' && !labels.has(`OP${number}${part}`))) return false
  return own === 0 || (direction === 'above' ? number <= own : number >= own)
}

const otherMark = /[,;:،؛]$/u

export const notes: LintRule[] = [
  {
    id: 'FTN-001',
    severity: 'error',
    says: 'Every mark has its note, and every note its mark.',
    why: 'A reader looks for the other.',
    source: manual,
    examples: { bad: '1. *Urges* States to act;[^9]', good: '1. *Urges* States to act;' },
    check: (context) => {
      const marks = marksOf(context)
      const defined = new Set(definitions(context).map(({ identifier }) => identifier))
      const marked = new Set(marks.map(({ node }) => node.identifier))
      const lost = marks.filter(({ node }) => !defined.has(node.identifier))
      const unused = definitions(context).filter(({ identifier }) => !marked.has(identifier))
      return [
        ...lost.map(({ node, at }): Finding => {
          const label = node.label ?? node.identifier
          const [note] = unused
          // One mark and one note that miss each other belong together.
          const other =
            lost.length === 1 && unused.length === 1 && note ? (note.label ?? note.identifier) : null
          return {
            at,
            text: label,
            node,
            message: `There is no note ${label}.`,
            ...(other === null ? {} : { fix: other, edits: marking(context, node, label, other) }),
          }
        }),
        ...unused.map(
          (node): Finding => ({
            at: 'note',
            text: textOf(node).slice(0, 40),
            node,
            message: `No mark refers to note ${node.label ?? node.identifier}.`,
          }),
        ),
      ]
    },
  },
  {
    id: 'FTN-002',
    severity: 'warning',
    says: 'A note ends with a full stop.',
    why: 'As all published notes do.',
    source: manual,
    examples: { bad: '[^1]: CLH/COP/5/INF.3', good: '[^1]: CLH/COP/5/INF.3.' },
    check: (context) =>
      definitions(context).flatMap((node): Finding[] => {
        const text = textOf(node)
        const end = node.children.at(-1)?.position?.end.offset
        const mark = context.drafting?.noteEnd
        // Another mark at the end gives its place to the stop.
        const wrong = otherMark.exec(text)?.[0].length ?? 0
        if (mark === undefined || text === '' || /[.。!?][”"’)]?$/u.test(text)) return []
        return [
          {
            at: 'note',
            text: text.slice(-30),
            fix: text.slice(-30).replace(otherMark, '') + mark,
            node,
            ...(end === undefined ? {} : { edits: [{ start: end - wrong, end, text: mark }] }),
          },
        ]
      }),
  },
  {
    id: 'XRF-001',
    severity: 'warning',
    says: 'A reference names a paragraph that there is, in the direction that it says.',
    why: 'Paragraphs are renumbered, references are not.',
    source: manual,
    examples: {
      bad: '2. *Urges* States to act under paragraph 7 above;',
      good: '2. *Urges* States to act under paragraph 1 above;',
    },
    check: ({ rows }) => {
      const labels = new Set(rows.map(({ label }) => label))
      return rows.flatMap((row) => {
        const own = Number(/^OP(\d+)/u.exec(row.label)?.[1] ?? 0)
        return (row.clause?.children ?? []).flatMap((node): Finding[] => {
          if (node.type !== 'citation' || node.kind !== 'paragraph') return []
          const named = namedIn(node.target)
          const wrong = named?.paragraphs.find((one) => !fits(one, named.direction, own, labels))
          if (!named || !wrong) return []
          const { direction } = named
          const { number, part } = wrong
          const message = !isThere(wrong.number, labels)
            ? `There is no operative paragraph ${number}.`
            : part !== '' && !labels.has(`OP${number}${part}`)
              ? `Paragraph ${number} has no sub-paragraph ${part}.`
              : `Paragraph ${number} is not ${direction} this one.`
          const numbers = [...labels].flatMap((label) => {
            const value = Number(/^OP(\d+)$/u.exec(label)?.[1] ?? 0)
            const right = direction === 'above' ? value < own : value > own
            return value > 0 && (own === 0 || right) ? [value] : []
          })
          const other = named.paragraphs.length === 1 && part === '' ? nearest(number, numbers) : null
          const text = plainText(node)
          const at = row.text.indexOf(text)
          if (other === null || row.text.indexOf(text, at + 1) >= 0)
            return [{ at: row.label, text, node, message }]
          const fixed = text.replace(String(number), String(other))
          return [{ ...wordsFinding(row, at, at + text.length, fixed), message }]
        })
      })
    },
  },
]
