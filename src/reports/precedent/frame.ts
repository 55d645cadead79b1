/** The frame of a page of precedents: nothing is fetched, no script. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Edit } from '../../model/change.js'
import type { Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { htmlPage, pageHead } from '../page-head.js'
import { precedentStyle } from './style.js'

export function page(
  { kicker, title, language, say }: { kicker: string; title: string; language: string | null; say: Say },
  head: readonly ElementContent[],
  main: readonly ElementContent[],
): string {
  const plain = clean(title)
  const top = pageHead(plain, precedentStyle)
  const body = h('body', [
    h('header', [h('p.kicker', kicker), h('h1', { lang: language ?? '', dir: 'auto' }, plain), ...head]),
    h('main', [...main]),
  ])
  return htmlPage(say, top, body)
}

/** Edits as marked words, a paragraph a line. */
export function marked(edits: readonly Edit[], language: string | null): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  for (const { op, text } of edits)
    clean(text)
      .split('\n')
      .forEach((piece, at) => {
        if (at > 0) lines.push([])
        if (piece === '') return
        lines
          .at(-1)
          ?.push(op === 'equal' ? { type: 'text', value: piece } : h(op === 'delete' ? 'del' : 'ins', piece))
      })
  return lines.map((line) => h('p', { lang: language ?? '', dir: 'auto' }, line))
}
