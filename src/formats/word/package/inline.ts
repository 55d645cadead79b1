/** The runs of a paragraph → text with marks, and the text boxes anchored in it. */
import type { Rich } from '../../../model/block.js'
import { attribute, child, dataOf, type Element, elements } from '../../xml/xml.js'
import { readInstruction } from './auto-numbers.js'
import { textOf } from './characters.js'
import type { Context } from './context.js'
import type { Field, Fields } from './fields.js'
import { branches, isPrompt, textBoxes } from './markup.js'
import { mathParts } from './math.js'
import type { Note, NoteKind } from './notes.js'
import { isGone, propertiesOn } from './revisions.js'
import { type Change, type Look, RichBuilder } from './rich-builder.js'
import { lookOf, plainLook, type RunLook } from './run-look.js'
import { symbolText, symCharacter } from './symbols.js'
import { changeOf, isChange } from './tracked.js'

/** A mark that an author typed for a note. */
const typedMark = /^\s?(?:[^\p{L}\p{N}\s]{1,4}|\d{1,3}|\p{L}{1,2}(?!\p{L}))/u
const raisedMark = /^\S{1,20}$/u
/** What a further mark of a note is behind: a word longer than a unit's sign, a year, or what closes words. */
const markedWords = /(?:\p{L}{4}|\p{sc=Han}|\b(?:19|20)\d\d|[\p{Pe}\p{Pf}"',;:.،؛。，；：、])$/u

/** Characters that tell what a raised figure is behind. */
const longestBefore = 8

/** What one element of a run prints. */
export interface Piece {
  text: string
  look: Look
  run: Element
  /** The `w:t`, `w:tab`, `w:footnoteReference`, … */
  element: Element
  /** It is the mark of a note: a reference has no text of its own, a mark that was typed after one has. */
  note?: { kind: NoteKind; id: string; custom: boolean }
  /** It is a figure that refers to a note once more. */
  isFurther?: boolean
}

export interface Inline {
  text: Rich
  /** Where the characters are, in their order; a typed mark, which is no character of `text`, is there too. */
  pieces: Piece[]
  /** Contents of text boxes, in the order of their anchors. */
  boxes: Element[]
}

/** Read what a paragraph holds, on one side of its tracked changes. */
export function readInline(
  paragraph: Element,
  style: string | undefined,
  fields: Fields,
  context: Context,
): Inline {
  const reader = new InlineReader(style, fields, context)
  reader.walk(paragraph, false)
  return reader.finish()
}

/** A run whose contents are read. */
interface Run {
  run: Element
  look: RunLook
  font: string | undefined
  /** It is not on the side that is read. */
  gone: boolean
  /** It is gone, or not printed. */
  hidden: boolean
}

/** Properties hold no text. */
function isSetting({ name }: Element): boolean {
  return name.endsWith('Pr')
}

class InlineReader {
  readonly #builder = new RichBuilder()
  readonly #boxes: Element[] = []
  readonly #pieces: Piece[] = []
  readonly #style: string | undefined
  readonly #fields: Fields
  readonly #context: Context
  /** The innermost tracked change that is being read. */
  #change: Element | undefined
  /** A note whose mark is typed after its reference. */
  #awaiting: { kind: NoteKind; id: string; look: Look } | undefined
  /** Raised figures that stand together: what is behind them tells what they are. */
  #raised: Piece[] = []

  constructor(style: string | undefined, fields: Fields, context: Context) {
    this.#style = style
    this.#fields = fields
    this.#context = context
  }

  finish(): Inline {
    this.#settleNote('')
    this.#settleRaised()
    return { text: this.#builder.build(), pieces: this.#pieces, boxes: this.#boxes }
  }

  /** Fields are followed through what is gone, too: their ends may be on the other side of its border. */
  walk(parent: Element, gone: boolean): void {
    for (const node of elements(parent)) {
      switch (node.name) {
        case 'r':
          this.#run(node, gone)
          break
        case 'commentRangeStart':
        case 'commentRangeEnd':
          this.#settleRaised()
          this.#context.comments.meet(node)
          break
        case 'sdt':
          if (isPrompt(node)) this.#context.leavings.addAll('prompt', node)
          else this.walk(node, gone)
          break
        case 'fldSimple':
          this.#fields.beginSimple(node)
          this.walk(node, gone)
          this.#endField(
            this.#fields.end(),
            { run: node, look: plainLook, font: undefined, gone, hidden: gone },
            node,
          )
          break
        case 'AlternateContent':
          for (const branch of branches(node)) this.walk(branch, gone)
          break
        case 'oMath':
        case 'oMathPara':
          this.#math(node, gone)
          break
        case 't':
        case 'delText':
          // Text without a run is text all the same.
          this.#element(node, { run: parent, look: plainLook, font: undefined, gone, hidden: gone })
          break
        default:
          this.#context.tracked.meet(node)
          if (!isSetting(node))
            this.#inside(node, () => this.walk(node, gone || isGone(node, this.#context.side)))
      }
    }
  }

  /** Walk what may be a change: what it holds is that of the innermost one. */
  #inside(node: Element, walk: () => void): void {
    const outer = this.#change
    if (isChange(node)) this.#change = node
    walk()
    this.#change = outer
  }

  /** An equation, its signs between what it holds. */
  #math(node: Element, gone: boolean): void {
    const parts = mathParts(node)
    for (const part of parts ?? elements(node)) {
      if (typeof part === 'string') {
        const run = { run: node, look: plainLook, font: undefined, gone, hidden: gone }
        this.#print(part, node, run)
      } else if (part.name === 'r') this.#run(part, gone)
      else if (!isSetting(part))
        this.#inside(part, () => this.#math(part, gone || isGone(part, this.#context.side)))
    }
  }

  #run(run: Element, gone: boolean): void {
    const properties = propertiesOn(child(run, 'rPr'), this.#context.side)
    const look = lookOf(properties, this.#style, this.#context)
    const font = attribute(child(properties, 'rFonts'), 'ascii')
    this.#contents(run, { run, look, font, gone, hidden: gone || look.hidden })
  }

  #contents(parent: Element, run: Run): void {
    for (const node of elements(parent)) this.#element(node, run)
  }

  /** Print a text, unless it is hidden or of an instruction. */
  #print(text: string, element: Element, run: Run): void {
    const { tracked } = this.#context
    if (!this.#change) tracked.pass()
    else if (this.#fields.areVisible) tracked.add(this.#change, text)
    if (run.hidden || !this.#fields.areVisible) {
      if (!run.gone) this.#context.leavings.add(run.look.marked ? 'other-side' : 'hidden', text)
      return
    }
    if (text === '') return
    this.#fields.print()
    const piece = { text, look: run.look, run: run.run, element }
    const field = run.look.superscript ? this.#fields.current : undefined
    if (field && this.#noteOf(field)) this.#crossReference(field, piece)
    else this.#add(piece)
  }

  /** The note that a raised NOTEREF refers to a second time. */
  #noteOf(field: Field): Note | null {
    if (field.note === undefined) {
      const { name, argument } = readInstruction(field.instruction)
      const note = name === 'NOTEREF' && argument ? this.#context.notes.bookmarked(argument) : undefined
      field.note = note ?? null
      if (note) this.#settleRaised()
      if (note) this.#builder.addNote(note.label, note.identifier)
    }
    return field.note
  }

  /** The number is edited as text, and read as the mark that it is. */
  #crossReference(field: Field, piece: Piece): void {
    this.#settleRaised()
    const isFurther = field.note !== null && /^\d+$/u.test(piece.text.trim())
    this.#pieces.push(isFurther ? { ...piece, isFurther } : piece)
    const rest = isFurther ? '' : piece.text
    if (rest !== '') this.#builder.add(rest, piece.look)
  }

  #element(node: Element, run: Run): void {
    const { notes, leavings } = this.#context
    switch (node.name) {
      case 't':
      case 'delText':
        leavings.meet(node)
        this.#print(symbolText(textOf(node), run.font), node, run)
        break
      case 'tab':
      case 'ptab':
        this.#print('\t', node, run)
        break
      case 'br':
        if (attribute(node, 'type') === 'page') notes.endPage()
        this.#print('\n', node, run)
        break
      case 'cr':
        this.#print('\n', node, run)
        break
      case 'noBreakHyphen':
        this.#print('-', node, run)
        break
      case 'sym':
        this.#print(symCharacter(attribute(node, 'char'), attribute(node, 'font')), node, run)
        break
      case 'fldChar':
        this.#endField(this.#fields.meet(node), run, node)
        break
      case 'instrText':
      case 'delInstrText':
        this.#fields.instruct(dataOf(node))
        break
      case 'lastRenderedPageBreak':
        notes.endPage()
        break
      case 'commentReference':
        this.#context.comments.meet(node)
        break
      case 'footnoteReference':
      case 'endnoteReference':
        if (!run.hidden && this.#fields.areVisible) this.#reference(node, run)
        break
      case 'drawing':
      case 'pict':
      case 'object':
        if (run.hidden) {
          if (!run.gone) leavings.addAll('hidden', node)
        } else this.#boxes.push(...textBoxes(node))
        break
      case 'AlternateContent':
        for (const branch of branches(node)) this.#contents(branch, run)
        break
      case 'ruby':
        // The reading above the characters says them a second time.
        for (const part of elements(node)) {
          if (part.name === 'rubyBase') this.walk(part, run.gone)
          else if (part.name === 'rt') leavings.addAll('ruby', part)
        }
        break
      default:
        // Revisions are inside of runs in equations, and what is not known may hold text.
        if (!isSetting(node)) {
          const gone = run.gone || isGone(node, this.#context.side)
          this.#inside(node, () => this.#contents(node, gone ? { ...run, gone, hidden: true } : run))
        }
    }
  }

  /** A number that Word counts and the file does not keep is printed where its field ends. */
  #endField(field: Field | undefined, run: Run, element: Element): void {
    if (!field || run.gone) return
    const text = this.#context.autoNumbers.next(field.instruction)
    if (text !== undefined && !field.printed) this.#print(text, element, run)
  }

  #reference(element: Element, { run, look }: Run): void {
    this.#settleNote('')
    this.#settleRaised()
    const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote'
    const id = attribute(element, 'id') ?? ''
    const custom = flagOf(element, 'customMarkFollows')
    this.#pieces.push({ text: '', look, run, element, note: { kind, id, custom } })
    if (custom) this.#awaiting = { kind, id, look }
    else {
      const { label, identifier } = this.#context.notes.refer(kind, id)
      this.#builder.addNote(label, identifier)
    }
  }

  #add(piece: Piece): void {
    if (piece.text === '') return
    const note = this.#awaiting
    if (!note && piece.look.superscript && /^\d+$/u.test(piece.text)) {
      this.#raised.push(piece)
      return
    }
    this.#settleRaised()
    const rest = this.#settleNote(piece.text, piece.look)
    const mark = piece.text.slice(0, piece.text.length - rest.length)
    if (note && mark !== '')
      this.#pieces.push({ ...piece, text: mark, note: { kind: note.kind, id: note.id, custom: true } })
    if (rest !== '') this.#pieces.push({ ...piece, text: rest })
    this.#context.comments.add(rest)
    this.#builder.add(rest, piece.look, this.#changes(piece))
  }

  /** Where both sides are read: the changes that a run is in, the outermost first, or the line through it. */
  #changes({ run, look }: Piece): Change[] {
    if (this.#context.side !== 'both') return []
    const changes: Change[] = []
    for (let one: Element | null = run; one && one.name !== 'p'; one = one.parent as Element | null)
      if (isChange(one)) changes.unshift(changeOf(one))
    if (changes.length > 0) return changes
    return look.byHand ? [{ kind: look.byHand, author: null }] : []
  }

  /** A raised figure behind words is the number of the note that is above: authors type what a field would count. */
  #settleRaised(): void {
    const raised = this.#raised
    this.#raised = []
    const value = raised.map(({ text }) => text).join('')
    if (raised.length === 0) return
    const note = markedWords.test(this.#builder.value.slice(-longestBefore))
      ? this.#context.notes.numbered(value)
      : undefined
    if (note) this.#builder.addNote(note.label, note.identifier)
    for (const piece of raised) {
      this.#pieces.push(note ? { ...piece, isFurther: true } : piece)
      if (note) continue
      this.#context.comments.add(piece.text)
      this.#builder.add(piece.text, piece.look)
    }
  }

  /** Take the typed mark of a note off the text that follows its reference. */
  #settleNote(text: string, look?: Look): string {
    if (!this.#awaiting) return text
    const { kind, id, look: own } = this.#awaiting
    this.#awaiting = undefined
    // What is raised in the run of the reference is the mark, whatever it says.
    const whole = own === look && own.superscript ? raisedMark : typedMark
    const mark = (whole.exec(text) ?? typedMark.exec(text))?.[0] ?? ''
    const { label, identifier } = this.#context.notes.refer(kind, id, mark.trim() || undefined)
    this.#builder.addNote(label, identifier)
    return text.slice(mark.length)
  }
}

function flagOf(node: Element, name: string): boolean {
  const value = attribute(node, name)
  return value !== undefined && value !== '0' && value !== 'false' && value !== 'off'
}
