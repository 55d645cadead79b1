/** Text that no block holds → what a message says of it. */
import type { Notice } from '../../../model/block.js'
import type { LeftOut } from '../package/left-out.js'

/** How each kind is named. What a page shows and no block holds is not read; the rest is not printed. */
const kinds: Record<LeftOut['what'], readonly [id: 'not-printed' | 'not-read', words: string]> = {
  hidden: ['not-printed', 'hidden text'],
  prompt: ['not-printed', 'prompt of an empty field'],
  ruby: ['not-printed', 'reading above the characters'],
  'unmarked-note': ['not-printed', 'note without a mark'],
  'unprinted-page': ['not-printed', 'header or footer of no page'],
  glossary: ['not-printed', 'building block'],
  drawing: ['not-read', 'text of a drawing'],
  embedded: ['not-read', 'embedded document'],
  unread: ['not-read', 'text outside the paragraphs'],
}
/** Characters of a text that are told: some lines. */
const longestTold = 300

export function noticeOf({ what, text, source: { part = '', paragraph } }: LeftOut): Notice {
  const [id, words] = kinds[what]
  const whole = text.replace(/\s+/gu, ' ').trim()
  const told = whole.length > longestTold ? `${whole.slice(0, longestTold)}…` : whole
  const place = paragraph === undefined ? part : `${part}, paragraph ${paragraph}`
  return { id, values: { what: words, text: told, place } }
}
