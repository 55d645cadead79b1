/** mdast → Markdown: whatever a text holds, it is text when it is read again. */
import type { Html, Root, Table, TableRow } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'

const noMention: Html = { type: 'html', value: '<!-- -->' }

/**
 * Write a tree with tables and struck words as Markdown.
 *
 * Ensures that no text of a document calls anyone, where a report is put into a pull request: a name behind `@` is
 * parted from it by an empty comment, as a backslash does not keep platforms from it.
 */
export function writeMarkdown(children: Root['children']): string {
  const tree: Root = structuredClone({ type: 'root', children })
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return
    const pieces = node.value.split(/(?<=@)(?=[\p{L}\p{N}_])/u)
    const parted = pieces.flatMap((value, at) => [
      ...(at > 0 ? [noMention] : []),
      { type: 'text' as const, value },
    ])
    parent.children.splice(index, 1, ...parted)
    return index + parted.length
  })
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
  })
}

/** A table of plain texts, the first row its header. */
export function table(rows: readonly (readonly string[])[]): Table {
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
    }),
  )
  return { type: 'table', children }
}
