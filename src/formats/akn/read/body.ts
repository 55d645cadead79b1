/** Elements → blocks: a block for each line of text, numbers before their paragraphs, notes behind all. */
import { type Block, concat, type Notice, type Rich, rich, slice } from '../../../model/block.js'
import { Element, type Text, textOf, walk } from '../../xml/elements.js'
import { readPlace } from '../place.js'
import {
  isHeading,
  isHeadingNumber,
  isInline,
  isNumbered,
  isOtherSide,
  isTitle,
  lookOf,
  type Placed,
} from './elements.js'
import { isMarkSign, isNote, type Notes } from './notes.js'
import { type Look, plainLook, Writer } from './writer.js'

/** Where text goes: to the paragraphs of the document, a note, a cell of a table. */
interface Flow {
  of: 'text' | 'note' | 'cell'
  writer: Writer
  /** A number was written that the next line continues. */
  numbered: boolean
  heading: boolean
  /** What its next line was a part of, on this side. */
  partOf: string | undefined
  /** The note whose text it is. */
  note?: Block | undefined
}

export interface BodyOptions {
  side: 'final' | 'original'
  divided: ReadonlyMap<string, string>
  /** Front and text are parted as plenary does; of published files, many have the title in the text. */
  tellsParts: boolean
}

export class Body {
  readonly blocks: Block[] = []
  readonly notes: Placed[] = []
  /** Notes that are among the metadata: no mark refers to them. */
  readonly otherNotes: Placed[] = []
  /** Texts that are not read. */
  readonly notices: Notice[] = []
  readonly #known: Notes
  readonly #side: 'final' | 'original'
  readonly #source: string
  readonly #divided: ReadonlyMap<string, string>
  /** Of what was divided, that of which some text was met. */
  readonly #begun = new Set<string>()
  readonly #flows: Flow[] = [newFlow('text')]
  readonly #looks: Look[] = [plainLook]
  #rows: Rich[][] | undefined
  /** Whether the parts of the file are those of the text, and whether the front has ended. */
  readonly #tellsParts: boolean
  #inText = false

  /** `divided`: identifiers of parts that were one text on this side → what they were. */
  constructor(known: Notes, source: string, { side, divided, tellsParts }: BodyOptions) {
    this.#tellsParts = tellsParts
    this.#known = known
    this.#source = source
    this.#side = side
    this.#divided = divided
  }

  get #flow(): Flow {
    return this.#flows.at(-1) as Flow
  }

  read(root: Element): void {
    walk(root, {
      enter: (element) => this.#enter(element),
      leave: (element) => this.#leave(element),
      text: (text) => this.#flow.writer.write(text, this.#looks.at(-1) as Look),
    })
    this.#flush()
  }

  #enter(element: Element): boolean {
    const { name, start } = element
    if (isUnprinted(element)) return false
    if (this.#tellsParts && textParts.has(name)) this.#inText = true
    if (name === 'img') return this.#leaveOut('left-out', element.attribs.alt ?? '', element)
    if (isOtherSide(element, this.#side)) {
      const { value, ...place } = textOf(element, longestLeft)
      return this.#leaveOut('other-side', value, place)
    }
    if (name === 'eol' && this.#side === 'original' && element.parent?.name === 'del') this.#end(start)
    else if (name === 'br' || name === 'eol') this.#flow.writer.breakLine(start)
    else if (name === 'noteRef') this.#refer(element, this.#known.referredBy(element))
    else if (isNote(element)) {
      this.#refer(element, this.#known.of(element))
      this.#open('note', this.#addNote(element))
    } else if (isInline(element)) {
      if (name === 'sup' && isSignOfMark(element)) return false
      if (isTitle(element)) this.#flow.heading = true
      this.#looks.push(lookOf(element, this.#looks.at(-1) as Look))
    } else if (name === 'table') {
      this.#flush()
      this.#rows ??= []
    } else if (name === 'tr') this.#rows?.push([])
    else if (name === 'td' || name === 'th') this.#open('cell')
    else this.#begin(element)
    return true
  }

  /** Tell a text that is not read. */
  #leaveOut(
    id: 'left-out' | 'other-side',
    value: string,
    { start, end }: { start: number; end?: number },
  ): false {
    const text = value.trim().replace(/\s+/gu, ' ')
    if (text !== '') this.notices.push({ id, values: { text }, start, end: end ?? start })
    return false
  }

  #leave(element: Element): void {
    const { name, start } = element
    if (name === 'br' || name === 'eol' || name === 'noteRef') return
    if (isNote(element)) this.#note()
    else if (isInline(element)) this.#looks.pop()
    else if (name === 'table') this.#table()
    else if (name === 'tr') return
    else if (name === 'td' || name === 'th') {
      const { writer } = this.#close()
      if (this.#rows) {
        if (this.#rows.length === 0) this.#rows.push([])
        this.#rows.at(-1)?.push(writer.take())
      }
    } else if (name === 'num') {
      this.#flow.numbered = true
      this.#flow.writer.space({}, start, start)
    } else {
      this.#end(start)
      // On this side it may have had no text to go on with.
      if (this.#wholeOf(element) !== undefined) this.#flow.partOf = undefined
    }
  }

  #wholeOf({ attribs }: Element): string | undefined {
    return this.#divided.get(attribs.eId ?? '')
  }

  /** A part of the text begins: on a line of its own, unless its number is before it. */
  #begin(element: Element): void {
    const flow = this.#flow
    const goesOn = flow.numbered && element.name !== 'num' && !isNumbered(element)
    const sameLine = !isHeading(element) || flow.writer.isStopped
    if (!goesOn || !sameLine) this.#end(element.start)
    if (isHeading(element) || isHeadingNumber(element)) flow.heading = true
    // What bears a number of its own is no part of the text before it.
    flow.partOf = this.#wholeOf(element) ?? (isNumbered(element) ? undefined : flow.partOf)
  }

  #end(place: number): void {
    const flow = this.#flow
    if (flow.of === 'text') this.#flush()
    else {
      flow.numbered = false
      flow.writer.space({}, place, place)
    }
  }

  #flush(): void {
    const flow = this.#flow
    const { heading, partOf } = flow
    flow.numbered = false
    flow.heading = false
    if (flow.of !== 'text' || flow.writer.isEmpty) {
      if (flow.of === 'text') flow.writer.take()
      return
    }
    flow.partOf = undefined
    const last = this.blocks.at(-1)
    const goesOn = partOf !== undefined && this.#begun.has(partOf)
    if (partOf !== undefined) this.#begun.add(partOf)
    if (goesOn && last) last.text = concat(last.text, rich(' '), flow.writer.take())
    else this.#push({ kind: heading ? 'heading' : 'paragraph', text: flow.writer.take(), gap: true })
  }

  #open(of: Flow['of'], note?: Block): void {
    this.#flows.push({ ...newFlow(of), note })
    this.#looks.push(plainLook)
  }

  #close(): Flow {
    this.#looks.pop()
    return this.#flows.pop() as Flow
  }

  #refer(element: Element, note: { identifier: string; label: string } | undefined): void {
    if (!note || element.name === 'note') return
    const { identifier, label } = note
    this.#flow.writer.refer({ identifier, label, source: placeOfMark(element, this.#source) })
  }

  /** A note has its place among the notes where it begins: others may be in it. */
  #addNote(element: Element): Block | undefined {
    const known = this.#known.of(element)
    if (!known) return undefined
    const block: Block = { kind: 'note', ...known, text: rich('') }
    const notes = element.name === 'note' ? this.otherNotes : this.notes
    notes.push({ block, place: readPlace(element) })
    return block
  }

  #note(): void {
    const { writer, note } = this.#close()
    if (note) note.text = withoutSigns(writer.take())
  }

  #table(): void {
    const rows = this.#rows ?? []
    this.#rows = undefined
    if (rows.length > 0)
      this.#push({ kind: 'table', text: { value: '', marks: [], map: [] }, gap: true, table: { rows } })
  }

  #push(block: Block): void {
    this.blocks.push(this.#inText ? { ...block, inText: true } : block)
  }
}

/** Parts of a file behind its front. */
const textParts: ReadonlySet<string> = new Set(['preamble', 'mainBody', 'conclusions', 'attachments'])

/** So much of a text that is not read is told. */
const longestLeft = 10_000

/** Of the metadata only the notes are text. */
function isUnprinted({ name, parent }: Element): boolean {
  return parent?.name === 'meta' && name !== 'notes'
}

function newFlow(of: Flow['of']): Flow {
  return { of, writer: new Writer(), numbered: false, heading: false, partOf: undefined }
}

/** The brackets of a mark that is not in the text are before the note as well. */
function withoutSigns(text: Rich): Rich {
  const signs = /^[(（]\s*[)）]\s*/u.exec(text.value)?.[0].length ?? 0
  return signs > 0 ? slice(text, signs) : text
}

/** A raised bracket beside a note's mark, which is how Arabic prints it, is a part of the mark. */
function isSignOfMark(element: Element): boolean {
  const { parent } = element
  if (!parent || !isMarkSign(textOf(element, 8).value)) return false
  return [element.prev, element.next].some(
    (next) => next instanceof Element && (isNote(next) || next.name === 'noteRef'),
  )
}

/** Where a mark is printed: in the attribute that holds it. */
function placeOfMark(
  { start, attribs: { marker = '' } }: Element,
  source: string,
): Pick<Text, 'start' | 'end'> {
  const open = source.lastIndexOf('<', start - 2)
  const tag = source.slice(open, start)
  const found = /\smarker\s*=\s*["']\s*/u.exec(tag)
  if (!found) return { start, end: start }
  const at = open + found.index + found[0].length
  return { start: at, end: at + marker.trim().length }
}
