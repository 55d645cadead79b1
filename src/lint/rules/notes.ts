/** Notes and their marks, and references to paragraphs. */
import { plainText } from '../../model/tree/text.js'
import type { FootnoteDefinition, Node } from '../../model/tree/types.js'
import type { Finding, LintContext } from '../context.js'
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
      return [
        ...marks
          .filter(({ node }) => !defined.has(node.identifier))
          .map(
            ({ node, at }): Finding => ({
              at,
              text: node.label ?? node.identifier,
              node,
              message: `There is no note ${node.label ?? node.identifier}.`,
            }),
          ),
        ...definitions(context)
          .filter(({ identifier }) => !marked.has(identifier))
          .map(
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
        if (text === '' || /[.。!?][”"’)]?$/u.test(text)) return []
        const end = node.children.at(-1)?.position?.end.offset
        return [
          {
            at: 'note',
            text: text.slice(-30),
            fix: '.',
            node,
            ...(end === undefined ? {} : { edits: [{ start: end, end, text: '.' }] }),
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
          const found = /^paragraphs? (\d+)(?:\D.*)? (above|below)$/u.exec(node.target)
          if (!found) return []
          const [number, direction] = [Number(found[1]), found[2]]
          const there =
            labels.has(`OP${number}`) || [...labels].some((label) => label.startsWith(`OP${number}(`))
          const fits = own === 0 || (direction === 'above' ? number <= own : number >= own)
          if (there && fits) return []
          const message = there
            ? `Paragraph ${number} is not ${direction} this one.`
            : `There is no operative paragraph ${number}.`
          return [{ at: row.label, text: plainText(node), node, message }]
        })
      })
    },
  },
]
