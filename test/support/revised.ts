/** Drafts and their revisions, generated: paragraphs edited, cut, added, moved, split, merged. */
import fc from 'fast-check'
import type { Root } from '../../src/model/tree/types.js'
import { draft } from './drafts.js'

// Few words, so that texts are alike, repeat each other and fall apart in every way.
const word = fc.constantFrom(
  ...'lamp lens oil tower keeper harbour fog bell buoy storm reef pilot the of and to in, as “north” 12 72/178'.split(
    ' ',
  ),
)
export const text = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(' '))
const opening = fc.constantFrom('Urges ', 'Encourages ', 'Notes ', 'Also requests ', 'Welcomes ', '')
const later = fc.constantFrom('', ', and invites ports to wait', ', and urges ports to wait', '[^1]')
const body = fc.tuple(opening, text, later).map((each) => each.join(''))
const paragraph = fc.record({
  kind: fc.constantFrom('PP', 'OP', 'OP', 'OP', '#'),
  body,
  parts: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
  ),
  resumed: fc.option(text, { freq: 8, nil: undefined }),
})
type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never

const edit = fc.record({
  op: fc.constantFrom('words', 'delete', 'insert', 'move', 'split', 'merge', 'part', 'copy', 'kind'),
  at: fc.nat(),
  to: fc.nat(),
  with: paragraph,
  text,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function revise(paragraphs: readonly Paragraph[], edits: readonly Edit[]): Paragraph[] {
  let list = [...paragraphs]
  for (const each of edits) {
    const at = list.length === 0 ? 0 : each.at % list.length
    const to = each.to % (list.length + 1)
    const here = list[at]
    if (each.op === 'insert' || !here) list.splice(to, 0, each.with)
    else if (each.op === 'delete') list.splice(at, 1)
    else if (each.op === 'copy') list.splice(to, 0, here)
    else if (each.op === 'move') list.splice(to, 0, ...list.splice(at, 1))
    else if (each.op === 'part') list[at] = { ...here, parts: [...here.parts, each.text].reverse() }
    else if (each.op === 'kind') list[at] = { ...here, kind: each.with.kind }
    else {
      const words = here.body.split(' ')
      const cut = each.to % (words.length + 1)
      const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
      const next = list[at + 1]
      if (each.op === 'words') list[at] = { ...here, body: `${head} ${each.text} ${tail}` }
      else if (each.op === 'split')
        list = [
          ...list.slice(0, at),
          { ...here, body: head },
          { ...here, body: tail, parts: [] },
          ...list.slice(at + 1),
        ]
      else if (next)
        list = [...list.slice(0, at), { ...here, body: `${here.body} ${next.body}` }, ...list.slice(at + 2)]
    }
  }
  return list
}

export function tree(paragraphs: readonly Paragraph[], shift = 0): Root {
  let number = shift
  const lines = paragraphs.flatMap(({ kind, body, parts, resumed }) => {
    const own = body.trim() === '' ? 'the' : body
    if (kind === '#') return [`# ${own}`]
    const first = kind === 'PP' ? `PP ${own}` : `${++number}. ${own}`
    const inner = parts.map((part, index) => `(${'abcdefghijklmnopqrstuvwxyz'[index % 26]}) ${part}`)
    return [first, ...inner, ...(resumed === undefined || inner.length === 0 ? [] : [`… ${resumed}`])]
  })
  return draft(lines, { notes: { 1: 'A note.' } })
}

export const version = fc.array(paragraph, { maxLength: 9 })
export const revision = fc.tuple(version, fc.array(edit, { maxLength: 6 })).map(([paragraphs, edits]) => ({
  old: paragraphs,
  new: revise(paragraphs, edits),
}))
