/** Who tracked which change, when: of each paragraph, on both sides. */
import type { TrackedChange } from '../../../model/block.js'
import { isoTime } from '../../iso-time.js'
import { attribute, type Element } from '../../xml/xml.js'

const changes: Readonly<Record<string, TrackedChange['change']>> = {
  ins: 'insert',
  del: 'delete',
  moveFrom: 'moveFrom',
  moveTo: 'moveTo',
}

/** Moves that are open at once: Word opens one in another at most. */
const mostMoves = 100

/** True of an element whose content was added, cut or moved. */
export function isChange({ name }: Element): boolean {
  return Object.hasOwn(changes, name)
}

/** What a change does to the text, and whose it is. */
export function changeOf(element: Element): { kind: 'inserted' | 'deleted'; author: string | null } {
  const change = changes[element.name]
  return {
    kind: change === 'insert' || change === 'moveTo' ? 'inserted' : 'deleted',
    author: attribute(element, 'author')?.trim() || null,
  }
}

export class Tracked {
  /** The moves that are open, the innermost last. */
  #moves: { id: string; kind: string; name: string }[] = []
  readonly #authors = new Set<string>()
  readonly #dropped: string[] = []
  #found: TrackedChange[] = []
  /** Nothing that stays is behind the last change. */
  #goesOn = false

  /** Follow the ranges that name moves. */
  meet(element: Element): void {
    const range = /^(moveFrom|moveTo)Range(Start|End)$/u.exec(element.name)
    if (!range) return
    const id = attribute(element, 'id') ?? ''
    if (range[2] === 'End') this.#moves = this.#moves.filter((move) => move.id !== id)
    else if (this.#moves.length < mostMoves)
      this.#moves.push({ id, kind: range[1] as string, name: attribute(element, 'name') ?? id })
  }

  /** Text that a change holds; `change` is its element. */
  add(change: Element, text: string): void {
    if (text === '') return
    const found = this.#of(change)
    const last = this.#found.at(-1)
    const isOne = last?.change === found.change && last.author === found.author && last.date === found.date
    if (last && isOne && this.#goesOn) last.text += text
    else this.#found.push({ ...found, text })
    this.#goesOn = true
    this.#authors.add(found.author ?? '')
  }

  /** Text that is no change. */
  pass(): void {
    this.#goesOn = false
  }

  /** The changes of the paragraph that has been read. */
  take(): TrackedChange[] {
    const found = this.#found
    this.#found = []
    this.#goesOn = false
    return found
  }

  /** Changes of a paragraph that prints nothing: no node can hold them. */
  drop(changes: readonly TrackedChange[]): void {
    const text = changes.map((change) => change.text).join('')
    if (text.trim() !== '') this.#dropped.push(text.trim())
  }

  /** Words of the paragraphs that are whole on the other side. */
  get dropped(): readonly string[] {
    return this.#dropped
  }

  /** All who made changes, in the order of their first. */
  get authors(): string[] {
    return [...this.#authors]
  }

  #of(element: Element): Omit<TrackedChange, 'text'> {
    const change = changes[element.name] ?? 'insert'
    const move = this.#moves.findLast(({ kind }) => kind === element.name)?.name
    return {
      change,
      author: attribute(element, 'author')?.trim() || null,
      date: isoTime(attribute(element, 'date')),
      ...(move === undefined ? {} : { move }),
    }
  }
}
