/** Edits as HTML: inline, or the two sides beside each other. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Edit } from '../../change.js'
import { clean } from '../redline.js'

const tags = { delete: 'del', insert: 'ins' } as const

/** Old and new words in one text. */
export function inline(edits: readonly Edit[]): ElementContent {
  return h('div.inline', paragraphs(edits))
}

/** The old text and the new one, each with its own marks. */
export function sides(edits: readonly Edit[]): ElementContent {
  const side = (op: 'delete' | 'insert', name: string) => {
    const own = edits.filter((edit) => edit.op === 'equal' || edit.op === op)
    const text = own.length > 0 ? paragraphs(own) : [h('p.empty', '—')]
    return h('div', [h('span.hidden', name), ...text])
  }
  return h('div.side', [side('delete', 'Old text'), side('insert', 'New text')])
}

/** A line feed parts the texts of a paragraph that was split or merged. */
function paragraphs(edits: readonly Edit[]): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  for (const { op, text } of edits) {
    clean(text)
      .split('\n')
      .forEach((piece, index) => {
        if (index > 0) lines.push([])
        if (piece !== '') lines.at(-1)?.push(...marked(op, piece))
      })
  }
  return lines.filter((line) => line.length > 0).map((line) => h('p', { dir: 'auto' }, line))
}

/** Marks stand at words, not at the spaces around them. */
function marked(op: Edit['op'], text: string): ElementContent[] {
  const words = text.trim()
  if (op === 'equal' || words === '') return [{ type: 'text', value: text }]
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  const space = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  return [...space(before), h(tags[op], words), ...space(after)]
}
