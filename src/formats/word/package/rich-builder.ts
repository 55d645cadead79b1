/** Builds the text of a paragraph with its marks, run by run. */
import type { Mark, MarkKind, Rich } from '../../../model/block.js'

/** A change that a run is in. */
export type Change = Pick<Mark, 'author'> & { kind: 'inserted' | 'deleted' }

export interface Look {
  emphasis: boolean
  strong: boolean
  superscript: boolean
  /** What an author marked as gone or new without tracking it. */
  byHand?: Change['kind'] | undefined
}

const kinds: readonly (Exclude<keyof Look, 'byHand'> & MarkKind)[] = ['emphasis', 'strong', 'superscript']

export class RichBuilder {
  #value = ''
  readonly #marks: Mark[] = []
  /** The last mark of each kind, which the next run may continue. */
  readonly #last: Partial<Record<MarkKind, Mark>> = {}

  /** What was added so far. */
  get value(): string {
    return this.#value
  }

  /** Add text as it looks. A look that only white space interrupts is one mark; changes go as far as they do. */
  add(text: string, look: Look, changes: readonly Change[] = []): void {
    if (text === '') return
    for (const change of changes) this.#change(change, text.length)
    const lead = text.length - text.trimStart().length
    const start = this.#value.length + lead
    const end = this.#value.length + text.trimEnd().length
    // White space shows no typography: marks never begin or end with it.
    if (start < end)
      for (const kind of kinds) {
        if (!look[kind]) continue
        const last = this.#last[kind]
        if (last && this.#value.slice(last.end).trim() === '' && text.slice(0, lead).trim() === '')
          last.end = end
        else this.#open({ kind, start, end })
      }
    this.#value += text
  }

  #change(change: Change, length: number): void {
    const start = this.#value.length
    const last = this.#marks.findLast(({ kind }) => kind === change.kind)
    if (last?.end === start && last.author === change.author) last.end = start + length
    else this.#marks.push({ ...change, start, end: start + length })
  }

  /** Add the mark of a note. */
  addNote(label: string, identifier: string): void {
    const at = this.#value.length
    this.#marks.push({ kind: 'noteReference', start: at, end: at, identifier, label })
    // What is raised on both sides of a mark is not one.
    delete this.#last.superscript
  }

  #open(mark: Mark): void {
    this.#marks.push(mark)
    this.#last[mark.kind] = mark
  }

  /** The text with its white space: it may be part of a paragraph. */
  build(): Rich {
    return { value: this.#value, marks: this.#marks.sort((a, b) => a.start - b.start), map: [] }
  }
}
