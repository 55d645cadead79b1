/** Days as the United Nations writes them in the reader's language. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Say } from '../model/words.js'

/** "9 October 2031": the day of a date or a time in ISO 8601; anything else as it is. */
export function dayWords(day: string, say: Say): string {
  const [, year, month, date] = /^(\d{4,})-(0[1-9]|1[0-2])-(\d\d)/u.exec(day)?.map(Number) ?? []
  if (year === undefined || date === undefined) return day
  return say('day', { year, month: say(`month_${month}`), day: date, count: date })
}

/** A day in a page, which tells machines which one it is. */
export function timeOf(day: string, say: Say): Element {
  return h('time', { dateTime: day }, dayWords(day, say))
}
