/** The words of a change laid over the words of the new text: what was added is marked, what was cut is between. */
import type { Change, Edit } from '../../../model/change.js'
import type { Ids } from '../write/context.js'
import { element, type Xml } from '../write/xml.js'
import type { Reviser } from './revision.js'

/** What one change wrote. */
export interface Traces {
  ins: string[]
  del: string[]
}

/** What became of one change in the file. */
export interface Trace extends Traces {
  change: Change
  /** Identifiers that its paragraphs had in the old text. */
  old: string[]
  /** Identifiers of its paragraphs in the new text. */
  new: string[]
  /** Identifiers of the elements that hold what is gone. */
  removed: string[]
}

/** Walks through the edits of one change as its texts are written, one after the other. */
export class EditReviser implements Reviser {
  readonly #edits: readonly Edit[]
  readonly #ids: Ids
  readonly #traces: Traces
  /** Numbers of the old texts behind the first that are not passed yet. */
  readonly #labels: string[]
  /** Which edit, and how much of it is written. */
  #at = 0
  #used = 0
  #kept: Xml[] = []
  /** Identifier of the paragraph written now. */
  prefix = ''

  constructor(
    edits: readonly Edit[],
    { ids, traces, labels }: { ids: Ids; traces: Traces; labels: readonly string[] },
  ) {
    this.#edits = edits
    this.#ids = ids
    this.#traces = traces
    this.#labels = [...labels]
  }

  text(value: string): Xml[] {
    const written: Xml[] = this.#kept
    this.#kept = []
    let run = ''
    let op: Edit['op'] = 'equal'
    const end = () => {
      if (run !== '') written.push(op === 'insert' ? this.#mark('ins', run) : run)
      run = ''
    }
    for (const character of value) {
      const space = /\s/u.test(character)
      // White space that the comparison did not see belongs to what is around it.
      if (!space || this.#isAtSpace()) {
        if (!space) this.#skipSpace()
        if (this.#isAtCut()) {
          end()
          written.push(...this.#cuts())
          if (!space) this.#skipSpace()
        }
        const edit = this.#edits[this.#at]
        const now = edit?.op ?? 'equal'
        if (now !== op) {
          end()
          op = now
        }
        this.#advance(character.length)
      }
      run += character
    }
    end()
    return written
  }

  /** Pass over what parts two texts of one change. */
  pass(): void {
    this.#skipSpace()
  }

  /** Pass over text that is not written, but for what was cut in it. */
  passText(value: string): void {
    this.#kept = this.text(value).filter((one) => typeof one !== 'string' && one.name === 'del')
  }

  rest(): Xml[] {
    const written = [...this.#kept, ...this.#cuts()]
    this.#kept = []
    return written
  }

  /** What was cut at this place. */
  #cuts(): Xml[] {
    const written: Xml[] = []
    for (let edit = this.#edits[this.#at]; edit?.op === 'delete'; edit = this.#edits[this.#at]) {
      written.push(this.#mark('del', ...this.#cutLines(edit.text)))
      this.#at++
      this.#used = 0
    }
    return written
  }

  /** Where old paragraphs were joined, a line ends and the number of the next is cut with it. */
  #cutLines(text: string): Xml[] {
    return text.split('\n').flatMap((line, index): Xml[] => {
      if (index === 0) return [line]
      const label = this.#labels.shift() ?? ''
      return [element('eol'), label === '' ? line : `${label} ${line}`]
    })
  }

  #mark(name: 'ins' | 'del', ...text: Xml[]): Xml {
    const eId = this.#ids.next(`${this.prefix}${this.prefix === '' ? '' : '__'}${name}`)
    this.#traces[name].push(eId)
    return element(name, { eId }, ...text)
  }

  #isAtCut(): boolean {
    return this.#edits[this.#at]?.op === 'delete'
  }

  /** The next of the new text that is not written yet. */
  #next(): string | undefined {
    for (let at = this.#at; at < this.#edits.length; at++) {
      const edit = this.#edits[at] as Edit
      if (edit.op !== 'delete') return edit.text[at === this.#at ? this.#used : 0]
    }
    return undefined
  }

  #isAtSpace(): boolean {
    const next = this.#next()
    return next !== undefined && /\s/u.test(next)
  }

  /** White space that the new text shows by an element, if at all. */
  #skipSpace(): void {
    while (!this.#isAtCut() && this.#isAtSpace()) this.#advance(1)
  }

  #advance(length: number): void {
    this.#used += length
    if (this.#used < (this.#edits[this.#at]?.text.length ?? 0)) return
    this.#at++
    this.#used = 0
  }
}
