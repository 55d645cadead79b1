/** The notes of both documents under the text, as they are numbered there. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../../clean.js'
import type { Page } from './page.js'

/** List the notes of the new document, then those that it has not; nothing where there are none. */
export function noteList({ rich, say, lang, dir }: Page): ElementContent[] {
  if (!rich) return []
  const [before, after] = [[...rich.old.notes.values()], [...rich.new.notes.values()]]
  const [old, now] = [before, after].map((list) => new Set(list.map(({ id }) => id)))
  const all = [...after, ...before.filter(({ id }) => !now?.has(id))]
  if (all.length === 0) return []
  const items = all.map(({ id, label, text }) => {
    const tag = !now?.has(id) ? 'del' : old?.has(id) ? 'span' : 'ins'
    return h('p', { id, lang, dir }, [h('sup', clean(label)), ' ', h(tag, clean(text))])
  })
  return [h('section.footnotes', [h('h2', say('the_notes')), ...items])]
}
