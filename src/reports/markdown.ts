/** mdast → Markdown: whatever a text holds, it is text when it is read again. */
import type { Root, Table, TableRow } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'

/** Write a tree with tables and struck words as Markdown. */
export function writeMarkdown(children: Root['children']): string {
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
    },
  )
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
