/** Edits as HTML: inline, or the two sides beside each other. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Change, type Edit, sideText } from '../../../model/change.js'
import type { StyledText } from '../../../model/tree/styled.js'
import { clean } from '../../clean.js'
import { blocks } from '../blocks.js'
import type { Page } from './page.js'
import { noteMark, richText, type SetMark, type SideName, setText } from './rich.js'

const tags = { delete: 'del', insert: 'ins' } as const

/** What is shown: both texts in one, or one of them; and how each is set. */
interface View {
  page: Page
  side: SideName | null
  rich: { old?: StyledText | undefined; new?: StyledText | undefined }
}

/** The words of a change in both views; once, where nothing in them changed. */
export function redline(change: Change, page: Page): ElementContent[] {
  const { edits } = change
  if (edits.length === 0) return []
  const view = viewOf(change, page)
  if (edits.every(({ op }) => op === 'equal'))
    return [h('div.same', { lang: page.lang }, paragraphs(edits, view))]
  const both = h('div.inline', { lang: page.lang }, inOne(edits, view))
  // Hidden to whatever knows no styles: it would read everything again, twice.
  return [both, h('div.side', { hidden: true }, [side(change, 'old', view), side(change, 'new', view)])]
}

/** The words of the new text, as its document sets them. */
export function keptText(change: Change, page: Page): ElementContent[] {
  const view = viewOf(change, page)
  const text = sideText(change.edits, 'insert')
  return pieces(text, 0, view.rich.new, marksIn(view, { op: 'equal', text }, { old: 0, new: 0 }))
}

function viewOf(change: Change, page: Page): View {
  const rich = {
    old: richText(change, 'old', page.rich?.old),
    new: richText(change, 'new', page.rich?.new),
  }
  return { page, side: null, rich }
}

/** Words outside paragraphs, both sides in one. */
export function redlineOf(edits: readonly Edit[], page: Page): ElementContent {
  return h('div', { lang: page.lang }, inOne(edits, { page, side: null, rich: {} }))
}

/** Both texts in one, or one behind the other where little was kept. */
function inOne(edits: readonly Edit[], view: View): ElementContent[] {
  // A whole text that is one mark has no seams.
  return blocks(edits).flatMap((text) => paragraphs(text, view, text.length > 1))
}

function side({ edits, ...change }: Change, name: SideName, view: View): ElementContent {
  const { page } = view
  const op = name === 'old' ? 'delete' : 'insert'
  const own = edits.filter((edit) => edit.op === 'equal' || edit.op === op)
  const { say } = page
  const title = [say(name), clean(change[name].join(', '))].filter(Boolean).join(' ')
  return own.length === 0
    ? h('div', [h('p.which', title), h('p.empty', say(name === 'old' ? 'not_in_old' : 'cut'))])
    : h('div', [h('p.which', title), h('div', { lang: page.lang }, paragraphs(own, { ...view, side: name }))])
}

/** A line feed parts the texts of a paragraph that was split or merged; `seams` shows those cut and added. */
function paragraphs(edits: readonly Edit[], view: View, seams = false): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  const at = { old: 0, new: 0 }
  for (const [number, edit] of edits.entries()) {
    const { op } = edit
    const text = view.side === 'old' ? (edit.old ?? edit.text) : edit.text
    const afterCut = op === 'insert' && edits[number - 1]?.op === 'delete'
    const marks = marksIn(view, edit, at)
    const name = op === 'delete' || (op === 'equal' && view.side === 'old') ? 'old' : 'new'
    let from = at[name]
    text.split('\n').forEach((piece, index) => {
      if (index > 0) {
        if (seams && op !== 'equal') lines.at(-1)?.push(h(tags[op], '¶'))
        lines.push([])
      }
      const last = from + piece.length
      const own = marks.filter(
        (mark) => mark.at <= last && (mark.at > from || (mark.at === from && index > 0) || from === 0),
      )
      if (piece !== '' || own.length > 0)
        lines
          .at(-1)
          ?.push(
            ...marked(op, { text: piece, from, afterCut: afterCut && index === 0 }, view.rich[name], own),
          )
      from = last + 1
    })
    if (op !== 'insert') at.old += (edit.old ?? edit.text).length
    if (op !== 'delete') at.new += edit.text.length
  }
  return lines.filter((line) => line.length > 0).map((line) => h('p', { dir: view.page.dir }, line))
}

/** The marks of notes in an edit, those of one text alone as cut or added; places in the text that is shown. */
function marksIn({ side, rich, page }: View, edit: Edit, at: Record<SideName, number>): SetMark[] {
  const { op } = edit
  const inSide = (name: SideName) => {
    const length = name === 'old' ? (edit.old ?? edit.text).length : edit.text.length
    const from = at[name]
    return (rich[name]?.notes ?? [])
      .filter((note) => note.at <= from + length && (note.at > from || from === 0))
      .map((note) => ({ place: note.at - from, note, name }))
  }
  const set = ({ place, note, name }: ReturnType<typeof inSide>[number], tag?: 'del' | 'ins'): SetMark[] => {
    const own = page.rich?.[name]
    if (!own) return []
    const node = noteMark(note, own)
    const shown = side ?? (op === 'delete' ? 'old' : 'new')
    return [{ at: at[shown] + place, node: tag ? h(tag, node) : node }]
  }
  if (op === 'delete') return inSide('old').flatMap((one) => set(one))
  if (op === 'insert') return inSide('new').flatMap((one) => set(one))
  if (side) return inSide(side).flatMap((one) => set(one))
  const [before, after] = [inSide('old'), inSide('new')]
  // Text that is set otherwise has its places elsewhere.
  if (edit.old !== undefined || !rich.old || !rich.new) return after.flatMap((one) => set(one))
  const isIn = (list: typeof before, { place }: (typeof before)[number]) =>
    list.some((one) => one.place === place)
  return [
    ...before.filter((one) => !isIn(after, one)).flatMap((one) => set(one, 'del')),
    ...after.flatMap((one) => set(one, isIn(before, one) ? undefined : 'ins')),
  ]
}

function pieces(
  text: string,
  from: number,
  rich: StyledText | undefined,
  marks: readonly SetMark[],
): ElementContent[] {
  return setText(text, from, rich?.spans ?? [], marks)
}

/** Marks are at words, not at the spaces around them. */
function marked(
  op: Edit['op'],
  { text, from, afterCut }: { text: string; from: number; afterCut: boolean },
  rich: StyledText | undefined,
  marks: readonly SetMark[],
): ElementContent[] {
  const words = text.trim()
  if (op === 'equal' || (words === '' && marks.length === 0)) return pieces(text, from, rich, marks)
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  const space = (value: string): ElementContent[] =>
    value === '' ? [] : [{ type: 'text', value: clean(value) }]
  // A cut word and the one for it would be as one.
  const className = afterCut && before === '' ? ['apart'] : []
  const inside = pieces(words, from + at, rich, marks)
  return [...space(before), h(tags[op], { className }, inside), ...space(after)]
}
