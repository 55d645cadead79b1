/**
 * Tree → Markdown that parses back to the same tree.
 *
 * Every paragraph is a paragraph of Markdown with its label as printed; titles
 * and headings are headings; notes are GFM's. What the page added, and what readers
 * commented, is in comments at the end.
 */
import { match } from 'ts-pattern'
import { keptJson } from '../../model/tree/kept.js'
import { isHolder, isLine, isOnTitleLine, isParagraph, isPhrasing } from '../../model/tree/kinds.js'
import type { AnyNode, Furniture, Node, Root, Table } from '../../model/tree/types.js'
import { writeKept } from './kept.js'
import { escapeStart, inlineMarkdown } from './write-inline.js'

/** Write a tree as Markdown, without what would be kept of it beside its text. */
export function writeMarkdown(tree: Root): string {
  const front = tree.children.filter(isFrontMatter).map(({ value }) => `---\n${value}\n---`)
  const others = tree.children.filter((node) => !isFrontMatter(node))
  const blocks = [...front, ...others.flatMap((node) => write(node))].filter((block) => block !== '')
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}

/** Keep a tree beside the Markdown of it. */
export function keepTree(markdown: string, tree: Root): string {
  return `${markdown}\n${writeKept('tree', keptJson(tree))}\n`
}

/** Say which language a text is in that does not tell it. */
export function tellLanguage(markdown: string, language: string | null): string {
  return `${markdown}\n${writeKept('language', language ?? noLanguage)}\n`
}

/** As files of XML say it. */
const noLanguage = 'und'

/** Markdown has it at the top of the file. */
function isFrontMatter(node: Node): node is Furniture {
  return node.type === 'furniture' && node.kind === 'frontMatter'
}

function write(node: Node): string[] {
  return match(node)
    .with({ type: 'title' }, ({ label, children }) => {
      const text = inlineMarkdown(children)
      if (isOnTitleLine(label)) return [`## ${label} ${text}`]
      return [label === null ? '' : `## ${label}`, text === '' ? '' : `## ${text}`]
    })
    .with({ type: 'heading' }, ({ depth, children }) => [
      `${'#'.repeat(Math.min(6, depth + 2))} ${inlineMarkdown(children)}`,
    ])
    .when(isParagraph, ({ label, children }) => labelled(label, children))
    .with({ type: 'footnoteDefinition' }, ({ identifier, children }) => {
      const text = children
        .map((child) => ('children' in child ? inlineMarkdown(child.children) : ''))
        .join(' ')
      return [`[^${identifier}]: ${escapeStart(text)}`]
    })
    .with({ type: 'furniture' }, ({ kind, value }) => [writeKept(kind, value)])
    .with({ type: 'comment' }, ({ author, date, quote, value }) => [
      writeKept('comment', JSON.stringify({ author, date, quote, value })),
    ])
    .with({ type: 'table' }, (table) => [writeTable(table)])
    .when(isHolder, ({ children }) => children.flatMap((child) => write(child as Node)))
    .when(isLine, ({ children }) => [escapeStart(inlineMarkdown(children))])
    .when(isPhrasing, (inline) => [inlineMarkdown([inline])])
    .exhaustive()
}

/** The label is before the first run of text; sub-paragraphs and resumed text are paragraphs of their own. */
function labelled(label: string | null, children: readonly Node[]): string[] {
  const [first, ...rest] = children
  const sign = label === null ? '' : label.replace(/^\*|\\/gu, '\\$&')
  const opening = first?.type === 'clause' ? inlineMarkdown(first.children) : ''
  const line = sign === '' ? escapeStart(opening) : `${sign} ${opening}`.trimEnd()
  const others = first?.type === 'clause' ? rest : children
  return [line, ...others.flatMap((child) => write(child))]
}

function writeTable(table: Table): string {
  const lines = table.children.map((row) => {
    const cells = row.children.map((cell) =>
      inlineMarkdown(cell.children as AnyNode[]).replace(/\|/gu, '\\|'),
    )
    return `| ${cells.join(' | ')} |`
  })
  const width = table.children[0]?.children.length ?? 0
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  return lines.join('\n')
}
