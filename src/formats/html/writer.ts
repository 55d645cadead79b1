/** The text of one paragraph as it is read: white space as a browser shows it, marks, places. */
import type { Rich } from '../../model/block.js'
import { type Look as Marks, RichBuilder } from '../../model/rich.js'
import type { Text } from '../xml/elements.js'
import type { Look } from './look.js'
import { silent } from './silent.js'

const space = /^[ \t\n\r\f]+$/u
const unprinted = new RegExp(`^${silent.source}$`, 'u')
/** White space runs together. */
const folded = new RegExp(`[ \\t\\n\\r\\f]+|${silent.source}`, 'gu')

export class Writer extends RichBuilder {
  /** Nothing but white space was written since the last line end. */
  isLineEmpty = true

  constructor() {
    super({ joined: true })
  }

  override add(value: string, look?: Marks, start?: number, end?: number): void {
    super.add(value, look, start, end)
    if (this.isLineEmpty && /\S/u.test(value)) this.isLineEmpty = false
  }

  write(text: Text, look: Look): void {
    const from = this.length
    this.#write(text, look)
    if (look.change) this.mark(look.change, from)
  }

  #write(text: Text, look: Look): void {
    const { value, start, end } = text
    const marks = marksOf(look)
    if (!look.kept && look.pictures && this.isEmpty && /^[·§oüØv¨\uf000-\uf0ff]\s*$/u.test(value)) {
      this.add('•', marks, start, start + 1)
      return
    }
    if (value.length !== end - start) {
      // A character reference: one character, or two units of one.
      if (space.test(value) && !look.kept) this.space(marks, start, end)
      else if (!unprinted.test(value)) this.add(value, marks, start, end)
      return
    }
    let from = 0
    for (const match of value.matchAll(look.kept ? silent : folded)) {
      const after = match.index + match[0].length
      this.add(value.slice(from, match.index), marks, start + from, start + match.index)
      if (space.test(match[0])) this.space(marks, start + match.index, start + after)
      from = after
    }
    this.add(value.slice(from), marks, start + from, end)
  }

  /** A line ends here: the text has a character for it, the source a tag. */
  breakLine(place: number): void {
    this.add('\n', {}, place, place)
    this.isLineEmpty = true
  }

  /** The label before a text: printed and not written, or written elsewhere. */
  label(text: Rich, place: number): void {
    this.append(text, place)
    this.add(' ', {}, place, place)
  }

  override refer(mark: Parameters<RichBuilder['refer']>[0]): void {
    super.refer(mark)
    this.isLineEmpty = false
  }

  override take(): Rich {
    this.isLineEmpty = true
    return super.take()
  }
}

function marksOf({ italic, underlined, bold, raised }: Look): Marks {
  return { emphasis: italic || underlined, strong: bold, superscript: raised }
}
