/** The lines after the last paragraph: meeting, date, vote. */

import { latinDigits } from '../language/script.js'
import { type Rich, slice, trim } from '../model/block.js'
import { plainText } from '../model/tree/text.js'
import type { Closing, ClosingContent, PlainContent } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { type InlineContext, plainContent } from './inline.js'
import { enclose } from './place.js'

/** A vote's bracket is open: what follows are the lists of those who voted. */
export function isVoteOpen(closing: Closing): boolean {
  const last = closing.children.at(-1)
  if (last?.type !== 'vote') return false
  const text = plainText(last)
  return text.startsWith('[') && !text.includes(']')
}

/** Add the content of a further block after a space, as one who reads both in one block finds it. */
function joinPlain(content: PlainContent[], more: PlainContent[]): void {
  const end = content.at(-1)
  const [first, ...rest] = more
  if (first?.type === 'text') {
    const value = ` ${first.value}`
    if (end?.type === 'text') {
      end.value += value
      if (first.position && end.position)
        end.position = { start: end.position.start, end: first.position.end }
    } else content.push({ ...first, value })
    content.push(...rest)
    return
  }
  if (end?.type === 'text') end.value += ' '
  else content.push({ type: 'text', value: ' ' })
  content.push(...more)
}

/** Add a block to the closing. */
export function addClosing(closing: Closing, item: Item, context: InlineContext): void {
  const { grammar } = context
  const last = closing.children.at(-1)
  if (last?.type === 'vote' && isVoteOpen(closing)) {
    joinPlain(last.children, plainContent(item.block.text, context))
    enclose(last, last.position)
    return
  }
  let rest: Rich = item.block.text
  const push = (node: ClosingContent) => closing.children.push(enclose(node))
  // Which comes first is the language's custom, or the printer's.
  for (;;) {
    const from = /^[(（]/u.test(rest.value) ? 1 : 0
    const meeting = grammar.match('meeting', rest.value, from)
    const date = meeting ? null : grammar.match('date', rest.value)
    const found = (meeting ?? date)?.[0].length ?? 0
    if (found === 0) break
    const length = meeting ? from + found : found
    const stop = /^[,，،.。)）]/u.test(rest.value.slice(length)) ? 1 : 0
    const children = plainContent(slice(rest, 0, length + stop), context)
    if (meeting) {
      const { number: printed = '' } = meeting.groups ?? {}
      const number = Number(latinDigits(printed).replace(/\D/gu, '')) || grammar.ordinal(printed)
      push({ type: 'meeting', number, children })
    } else if (date) push({ type: 'date', date: grammar.isoDate(date[0]), children })
    rest = trim(slice(rest, length + stop))
  }
  if (rest.value === '') return
  const children = plainContent(rest, context)
  if (grammar.match('meetingRecord', rest.value)) push({ type: 'meeting', number: null, children })
  else push({ type: grammar.matchAny(['vote', 'meetingReport'], rest.value) ? 'vote' : 'unknown', children })
}
