/** The text of one paragraph as it is read: white space as a browser shows it, marks, places. */
import type { Mark, MarkKind, Rich, Segment } from '../../model/block.js'
import type { Text } from '../xml/elements.js'
import type { Look } from './look.js'

const space = /^[ \t\n\r\f]+$/u
/** Characters that print nothing: advice where to break a line, controls (LibreOffice leaves those of Word's fields). */
const unprinted = /^(?:[\u00ad\u200b\ufeff]|(?!\s)\p{Cc})+$/u
/** White space runs together. */
const folded = /[ \t\n\r\f]+|(?:[\u00ad\u200b\ufeff]|(?!\s)\p{Cc})+/gu

export class Writer {
  #parts: string[] = []
  #length = 0
  /** The character written last. */
  #last = ''
  #marks: Mark[] = []
  #map: Segment[] = []

  /** Nothing but white space was written. */
  isEmpty = true

  write(text: Text, look: Look): void {
    const { value, start, end } = text
    if (look.kept) {
      this.#append(value, start, end, look)
      return
    }
    if (look.pictures && this.isEmpty && /^[·§oüØv¨\uf000-\uf0ff]\s*$/u.test(value)) {
      this.#append('•', start, start + 1, look)
      return
    }
    if (value.length !== end - start) {
      // A character reference: one character, or two units of one.
      if (space.test(value)) this.#space(start, end, look)
      else if (!unprinted.test(value)) this.#append(value, start, end, look)
      return
    }
    let from = 0
    for (const match of value.matchAll(folded)) {
      const after = match.index + match[0].length
      this.#append(value.slice(from, match.index), start + from, start + match.index, look)
      if (space.test(match[0])) this.#space(start + match.index, start + after, look)
      from = after
    }
    this.#append(value.slice(from), start + from, end, look)
  }

  /** Nothing but white space was written since the last line end. */
  isLineEmpty = true

  /** A line ends here: the text has a character for it, the source a tag. */
  breakLine(place: number): void {
    this.#append('\n', place, place)
    this.isLineEmpty = true
  }

  /** The label before a text: printed and not written, or written elsewhere. */
  label(text: Rich, place: number): void {
    if (text.map.length === 0) this.#append(text.value, place, place)
    text.map.forEach(({ at, start, end }, index) => {
      this.#append(text.value.slice(at, text.map[index + 1]?.at), start, end)
    })
    this.#append(' ', place, place)
  }

  refer(mark: { identifier: string; label: string; source: { start: number; end: number } }): void {
    this.isEmpty = false
    this.isLineEmpty = false
    const at = this.#length
    this.#marks.push({ kind: 'noteReference', start: at, end: at, ...mark })
  }

  /** Give what was written, white space at its ends included, and begin anew. */
  take(): Rich {
    const value = this.#parts.join('')
    const text = { value, marks: tidy(value, this.#marks), map: this.#map }
    this.#parts = []
    this.#length = 0
    this.#last = ''
    this.#marks = []
    this.#map = []
    this.isEmpty = true
    this.isLineEmpty = true
    return text
  }

  #space(start: number, end: number, look: Look): void {
    if (this.#last !== '' && this.#last !== ' ' && this.#last !== '\n') this.#append(' ', start, end, look)
  }

  #append(value: string, start: number, end: number, look?: Look): void {
    if (value === '') return
    const at = this.#length
    const last = this.#map.at(-1)
    const goesOn =
      last &&
      last.end === start &&
      last.end - last.start === at - last.at &&
      value.length === end - start &&
      start !== end
    if (goesOn) last.end = end
    else this.#map.push({ at, start, end })
    this.#parts.push(value)
    this.#length += value.length
    this.#last = value.at(-1) ?? ''
    if (this.isLineEmpty && /\S/u.test(value)) {
      this.isEmpty = false
      this.isLineEmpty = false
    }
    if (!look) return
    if (look.italic || look.underlined) this.#mark('emphasis', at)
    if (look.bold) this.#mark('strong', at)
    if (look.raised) this.#mark('superscript', at)
  }

  #mark(kind: MarkKind, at: number): void {
    const end = this.#length
    const last = this.#marks.findLast((mark) => mark.kind === kind)
    if (last?.end === at) last.end = end
    else this.#marks.push({ kind, start: at, end })
  }
}

/** Marks without white space at their ends; what only white space parts is one. */
function tidy(value: string, marks: readonly Mark[]): Mark[] {
  const result: Mark[] = []
  const last: Partial<Record<MarkKind, Mark>> = {}
  for (const mark of marks) {
    if (mark.kind === 'noteReference') {
      result.push(mark)
      continue
    }
    const text = value.slice(mark.start, mark.end)
    const start = mark.start + (text.length - text.trimStart().length)
    const end = mark.start + text.trimEnd().length
    if (end <= start) continue
    const before = last[mark.kind]
    if (before && mark.kind !== 'superscript' && /^ *$/u.test(value.slice(before.end, start)))
      before.end = end
    else {
      const tidied = { ...mark, start, end }
      last[mark.kind] = tidied
      result.push(tidied)
    }
  }
  return result.sort((a, b) => a.start - b.start)
}
