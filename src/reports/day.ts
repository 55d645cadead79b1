/** Days as the reader's language writes them. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Say } from '../model/words.js'

/** "9 October 2031", as the reader's language writes it. */
export function dayWords(day: string, { language }: Say): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return written.format(at)
}

/** A day in a page, which tells machines which one it is. */
export function timeOf(day: string, say: Say): Element {
  return h('time', { dateTime: day }, dayWords(day, say))
}
