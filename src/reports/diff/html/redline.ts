/** Edits as HTML: inline, or the two sides beside each other. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Change, Edit } from '../../../model/change.js'
import { clean } from '../../clean.js'
import { blocks } from '../blocks.js'
import type { Page } from './page.js'

const tags = { delete: 'del', insert: 'ins' } as const

/** The words of a change in both views; once, where nothing in them changed. */
export function redline(change: Change, page: Page): ElementContent[] {
  const { edits } = change
  if (edits.length === 0) return []
  if (edits.every(({ op }) => op === 'equal'))
    return [h('div.same', { lang: page.lang }, paragraphs(edits, page))]
  const both = h('div.inline', { lang: page.lang }, inOne(edits, page))
  // Hidden to whatever knows no styles: it would read everything again, twice.
  return [both, h('div.side', { hidden: true }, [side(change, 'delete', page), side(change, 'insert', page)])]
}

/** Words outside paragraphs, both sides in one. */
export function redlineOf(edits: readonly Edit[], page: Page): ElementContent {
  return h('div', { lang: page.lang }, inOne(edits, page))
}

/** Both texts in one, or one behind the other where little was kept. */
function inOne(edits: readonly Edit[], page: Page): ElementContent[] {
  // A whole text that is one mark has no seams.
  return blocks(edits).flatMap((text) => paragraphs(text, page, text.length > 1))
}

function side({ edits, ...change }: Change, op: 'delete' | 'insert', page: Page): ElementContent {
  const own = edits.filter((edit) => edit.op === 'equal' || edit.op === op)
  const labels = op === 'delete' ? change.old : change.new
  const { say } = page
  const name = [say(op === 'delete' ? 'old' : 'new'), clean(labels.join(', '))].filter(Boolean).join(' ')
  return own.length === 0
    ? h('div', [h('p.which', name), h('p.empty', say(op === 'delete' ? 'not_in_old' : 'cut'))])
    : h('div', [h('p.which', name), h('div', { lang: page.lang }, paragraphs(own, page))])
}

/** A line feed parts the texts of a paragraph that was split or merged; `seams` shows those cut and added. */
function paragraphs(edits: readonly Edit[], page: Page, seams = false): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  for (const [at, { op, text }] of edits.entries()) {
    const afterCut = op === 'insert' && edits[at - 1]?.op === 'delete'
    clean(text)
      .split('\n')
      .forEach((piece, index) => {
        if (index > 0) {
          if (seams && op !== 'equal') lines.at(-1)?.push(h(tags[op], '¶'))
          lines.push([])
        }
        if (piece !== '') lines.at(-1)?.push(...marked(op, piece, afterCut && index === 0))
      })
  }
  return lines.filter((line) => line.length > 0).map((line) => h('p', { dir: page.dir }, line))
}

/** Marks stand at words, not at the spaces around them. */
function marked(op: Edit['op'], text: string, afterCut: boolean): ElementContent[] {
  const words = text.trim()
  if (op === 'equal' || words === '') return [{ type: 'text', value: text }]
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  const space = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  // A cut word and the one for it would stand as one.
  const className = afterCut && before === '' ? ['apart'] : []
  return [...space(before), h(tags[op], { className }, words), ...space(after)]
}
