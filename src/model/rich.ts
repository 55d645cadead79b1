/** Builds a text with its marks and its source map, piece by piece, as readers meet it. */
import { concat, type LookKind, type Mark, type MarkKind, type Rich, type Segment, slice } from './block.js'

/** The marks that a piece of text bears. */
export type Look = Readonly<Partial<Record<LookKind, boolean>>>

const kinds = ['emphasis', 'strong', 'superscript'] as const

export interface RichOptions {
  /** Marks of one kind that only spaces part are one mark, as in files that cut a text into runs. */
  joined?: boolean
}

export class RichBuilder {
  #value = ''
  /** The character written last: to ask the text itself for it takes as long as the text. */
  #end = ''
  #marks: Mark[] = []
  #map: Segment[] = []
  /** The last mark of each kind, which the next piece may continue. */
  #last: Partial<Record<MarkKind, Mark>> = {}
  readonly #joined: boolean
  /** Nothing but white space was written, and no mark of a note. */
  isEmpty = true

  constructor({ joined = false }: RichOptions = {}) {
    this.#joined = joined
  }

  get value(): string {
    return this.#value
  }

  get length(): number {
    return this.#value.length
  }

  /** Write a piece as it looks; `start` and `end` are its offsets in the source, if it has one. */
  add(value: string, look: Look = {}, start?: number, end?: number): void {
    if (value === '') return
    const at = this.#value.length
    if (start !== undefined && end !== undefined) this.#place(at, value.length, start, end)
    this.#value += value
    this.#end = value.at(-1) as string
    if (this.isEmpty && /\S/u.test(value)) this.isEmpty = false
    for (const kind of kinds) {
      if (!look[kind]) continue
      const last = this.#last[kind]
      if (last?.end === at) last.end = this.#value.length
      else this.mark(kind, at)
    }
  }

  /** Part what is written from what follows, unless white space does already. */
  space(look: Look, start: number, end: number): void {
    if (this.#end !== '' && this.#end !== ' ' && this.#end !== '\n') this.add(' ', look, start, end)
  }

  /** Mark what was written from an offset on. */
  mark(kind: MarkKind, from: number, end = this.#value.length): void {
    if (end > from) this.#open({ kind, start: from, end })
  }

  /** Write the mark of a note, which has no text of its own. */
  refer(note: Pick<Mark, 'identifier' | 'label' | 'source'>): void {
    const at = this.#value.length
    this.isEmpty = false
    this.#open({ kind: 'noteReference', start: at, end: at, ...note })
  }

  /** Write a text that was built elsewhere; one without a place is printed at `place`. */
  append(text: Rich, place: number): void {
    if (text.map.length === 0) this.add(text.value, {}, place, place)
    text.map.forEach(({ at, start, end }, index) => {
      this.add(text.value.slice(at, text.map[index + 1]?.at), {}, start, end)
    })
  }

  /** Give what was written, white space at its ends included, and begin anew. */
  take(): Rich {
    const text = { value: this.#value, marks: this.#tidied(), map: this.#map }
    this.#value = ''
    this.#end = ''
    this.#marks = []
    this.#map = []
    this.#last = {}
    this.isEmpty = true
    return text
  }

  #open(mark: Mark): void {
    this.#marks.push(mark)
    this.#last[mark.kind] = mark
  }

  /** Verbatim text that goes on in the source goes on in the map. */
  #place(at: number, length: number, start: number, end: number): void {
    const last = this.#map.at(-1)
    const goesOn =
      last?.end === start &&
      last.end - last.start === at - last.at &&
      length === end - start &&
      last.end > last.start
    if (goesOn) last.end = end
    else this.#map.push({ at, start, end })
  }

  /** Marks in order, without white space at their ends. */
  #tidied(): Mark[] {
    const result: Mark[] = []
    const last: Partial<Record<MarkKind, Mark>> = {}
    for (const mark of this.#marks) {
      if (mark.kind === 'noteReference') {
        result.push(mark)
        continue
      }
      const text = this.#value.slice(mark.start, mark.end)
      const start = mark.start + (text.length - text.trimStart().length)
      const end = mark.start + text.trimEnd().length
      if (end <= start) continue
      const before = last[mark.kind]
      const goesOn = this.#joined && before && mark.kind !== 'superscript'
      if (goesOn && /^ *$/u.test(this.#value.slice(before.end, start))) before.end = end
      else {
        const tidied = { ...mark, start, end }
        last[mark.kind] = tidied
        result.push(tidied)
      }
    }
    return result.sort((a, b) => a.start - b.start)
  }
}

/** Cut stretches out of a text, in order and apart, and the space that would then be there twice. */
export function without(text: Rich, stretches: readonly { start: number; end: number }[]): Rich {
  const parts: Rich[] = []
  let from = 0
  for (const { start, end } of stretches) {
    parts.push(slice(text, from, start))
    const spaced = /(?:^|\s)$/u.test(text.value.slice(0, start))
    from = end + (spaced && /^[ \t]/u.test(text.value.slice(end, end + 1)) ? 1 : 0)
  }
  parts.push(slice(text, from))
  return concat(...parts.filter(({ value, marks }) => value !== '' || marks.length > 0))
}
