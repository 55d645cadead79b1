/** Text that no block holds → what a message says of it. */
import type { Notice } from '../../../model/block.js'
import type { LeftOut } from '../package/left-out.js'
import type { Side } from '../package/revisions.js'
import type { Tracked } from '../package/tracked.js'

/** How each kind is named. What a page shows and no block holds is not read; the rest is not printed. */
const kinds: Record<LeftOut['what'], readonly [id: 'not-printed' | 'not-read', words: string]> = {
  hidden: ['not-printed', 'hidden text'],
  'other-side': ['not-printed', 'text that is marked as deleted or inserted'],
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
/** Of all paragraphs that are cut together, a page. */
const longestDropped = 3000
/** Authors that are named: a committee has fewer. */
const mostAuthors = 30

export function noticeOf({ what, text, source: { part = '', paragraph } }: LeftOut): Notice {
  const [id, words] = kinds[what]
  const told = excerpt(text, longestTold)
  const place = paragraph === undefined ? part : `${part}, paragraph ${paragraph}`
  return { id, values: { what: words, text: told, place } }
}

/** Tracked changes of which one side is read: whose they are, and the paragraphs that the other side has alone. */
export function trackedNotice({ authors, dropped }: Tracked, side: Side): Notice {
  const named = authors.map((author) => (author === '' ? 'an unnamed author' : author))
  const others = named.length > mostAuthors ? ` and ${named.length - mostAuthors} others` : ''
  const values = {
    authors: named.slice(0, mostAuthors).join(', ') + others,
    side: side === 'final' ? 'accepted' : 'rejected',
  }
  if (dropped.length === 0) return { id: 'tracked-changes', values }
  return {
    id: 'tracked-paragraphs',
    values: { ...values, text: excerpt(dropped.join(' / '), longestDropped) },
  }
}

function excerpt(text: string, length: number): string {
  const whole = text.replace(/\s+/gu, ' ').trim()
  return whole.length > length ? `${whole.slice(0, length)}…` : whole
}
