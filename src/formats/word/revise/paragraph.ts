/** A paragraph of the base → the same paragraph with revisions, everything unknown in it kept. */

import { escapeXml } from '../../xml/characters.js'
import {
  attribute,
  child,
  type Element,
  elements,
  endTagOf,
  sourceOf,
  startTagOf,
  valOf,
} from '../../xml/xml.js'
import { writtenAs } from '../package/characters.js'
import { lengthOf, type Paragraph } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import type { Styles } from '../package/styles.js'
import type { Dress } from './dress.js'
import type { Edits, Inserted } from './edit.js'
import { equationOf } from './equations.js'
import { outcomeOfFields, type Stretch } from './field-outcomes.js'
import type { Marks, RunRevision } from './marks.js'
import { Properties } from './properties.js'
import { type Look, lookingLike, type Pattern } from './run-look.js'
import { runText, textElement } from './run-text.js'
import { added, anchors, cut, measure, wrappers } from './wrappers.js'

export interface WriteContext {
  /** Of WordprocessingML in the part. */
  prefix: string
  marks: Marks
  styles: Styles
  /** An element that is kept, with the edits inside it: a drawing holds texts of its own. */
  source(part: Part, element: Element): string
  /** What is thrown where a change cannot be beside one that the base has. */
  collision(paragraph: Paragraph): Error
  /** The reference to a note of the new document, as the content of a run. */
  note(inserted: Extract<Inserted, { kind: 'note' }>): string
}

/** The content of a paragraph as lines: each ends with a paragraph mark, the last one with its own. */
export interface Written {
  lines: { content: string; properties: string }[]
  last: string
}

/** Write what a paragraph holds. */
export function writeContent(
  paragraph: Paragraph,
  edits: Edits,
  dress: Dress,
  context: WriteContext,
): Written {
  const writer = new ContentWriter(paragraph, edits, dress, context)
  return writer.write()
}

class ContentWriter {
  readonly #paragraph: Paragraph
  readonly #edits: Edits
  readonly #dress: Dress
  readonly #context: WriteContext
  readonly #stretches = new Map<Element, Stretch>()
  /** Equations, by the places of their characters. */
  readonly #equations = new Map<Element, Stretch>()
  readonly #units: { run: Element; look: Look; depth: number; isText: boolean }[] = []
  readonly #before = new Map<number, Inserted[]>()
  readonly #after = new Map<number, Inserted[]>()
  readonly #atEnd: Inserted[] = []
  /** What comes behind a field, by the element that ends it. */
  readonly #behind = new Map<Element, { list: readonly Inserted[]; at: number }>()
  readonly #style: string | undefined
  readonly #lines: Written['lines'] = []
  #content = ''
  #open: Element[] = []
  #wrap: RunRevision | undefined
  /** The tracked insertion of the base that is being written, and how many elements are open in it. */
  #added: Element | undefined
  #depth = 0
  /** That one, while its tag is open: it is closed around what is inserted by another. */
  #outer: Element | null = null
  readonly #begun = new Set<Element>()
  /** The field that is being written loses its result: its codes go with it. */
  readonly #lostFields: ReadonlySet<Element>

  constructor(paragraph: Paragraph, edits: Edits, dress: Dress, context: WriteContext) {
    this.#paragraph = paragraph
    this.#edits = edits
    this.#dress = dress
    this.#context = context
    this.#style = context.styles.idOf('paragraph', valOf(child(paragraph.element, 'pPr'), 'pStyle'))
    const depths = new Map<Element, number>()
    measure(paragraph.element, 0, depths)
    for (const piece of paragraph.pieces) {
      const length = lengthOf(piece)
      const start = this.#units.length
      const equation = equationOf(piece.element)
      const known = this.#stretches.get(piece.element)
      if (known) known.length += length
      else this.#stretches.set(piece.element, { start, length })
      if (equation) {
        const { start: from } = this.#equations.get(equation) ?? { start }
        this.#equations.set(equation, { start: from, length: start + length - from })
      }
      const depth = depths.get(equation ?? piece.run) ?? 0
      const isText = piece.note === undefined && !equation
      for (let at = 0; at < length; at++)
        this.#units.push({ run: piece.run, look: piece.look, depth, isText })
    }
    const { lost, ends } = outcomeOfFields(paragraph.element, this.#stretches, edits)
    this.#lostFields = lost
    for (const [at, list] of edits.insertions) this.#placeInsertion(at, list, ends.get(at - 1))
  }

  write(): Written {
    this.#walk(this.#paragraph.element)
    this.#insert(this.#atEnd, this.#units.length)
    this.#wrapIn(undefined)
    return { lines: this.#lines, last: this.#content }
  }

  /**
   * Words go to the outside of a link, and to the run before them. Behind a result that stays they are no
   * part of it: Word would lose them when it computes the field again, and LibreOffice takes it for one word.
   */
  #placeInsertion(at: number, list: Inserted[], endOfField: Element | undefined): void {
    if (endOfField) {
      this.#behind.set(endOfField, { list, at })
      return
    }
    const [before, after] = [this.#units[at - 1], this.#units[at]]
    const put = (map: Map<number, Inserted[]>, unit: number) =>
      map.set(unit, [...(map.get(unit) ?? []), ...list])
    if (before && (!after || before.depth <= after.depth)) put(this.#after, at - 1)
    else if (after) put(this.#before, at)
    else this.#atEnd.push(...list)
  }

  #walk(parent: Element): void {
    const { part } = this.#paragraph
    for (const node of elements(parent)) {
      if (node.name === 'pPr') continue
      if (node.name === 'r') this.#run(node)
      else if (this.#lostFields.has(node)) this.#lostField(node)
      else if (added.has(node.name)) this.#walkAdded(node)
      else if (wrappers.has(node.name)) {
        this.#wrapIn(undefined)
        this.#content += startTagOf(part, node)
        this.#open.push(node)
        this.#walk(node)
        this.#wrapIn(undefined)
        this.#open.pop()
        this.#content += endTagOf(part, node)
        this.#insertBehind(node)
      } else if (this.#equations.has(node)) {
        this.#equation(node, this.#equations.get(node) as Stretch)
      } else if (this.#dress.cut === null && cut.has(node.name)) {
        // What another has cut here is not copied to where the paragraph goes.
      } else if (this.#dress.cut !== null || !anchors.test(node.name)) {
        // Properties of a wrapper, anchors, what is unknown: as it is.
        this.#wrapIn(undefined)
        this.#content += this.#context.source(part, node)
      }
    }
  }

  /** What another has inserted: what is cut of it is so inside of it; a copy of the paragraph holds its text alone. */
  #walkAdded(node: Element): void {
    if (this.#dress.cut === null) {
      this.#walk(node)
      return
    }
    const outer = { added: this.#added, depth: this.#depth }
    this.#added = node
    this.#depth = this.#open.length
    this.#walk(node)
    this.#added = outer.added
    this.#depth = outer.depth
    this.#wrapIn(undefined)
  }

  /** An equation stays or goes as a whole: what comes in it is beside it. */
  #equation(node: Element, { start, length }: Stretch): void {
    const insert = (lists: ReadonlyMap<number, Inserted[]>, step: 0 | 1) => {
      for (let at = start; at < start + length; at++) this.#insert(lists.get(at) ?? [], at + step)
    }
    insert(this.#before, 0)
    const revision = this.#edits.keep[start] ? this.#dress.kept : this.#dress.cut
    if (revision !== null) {
      this.#wrapIn(revision)
      this.#content += this.#context.source(this.#paragraph.part, node)
    }
    insert(this.#after, 1)
  }

  /** A field that is one element, all of whose result is cut: its code has to be cut, which only runs can be. */
  #lostField(field: Element): void {
    const { prefix } = this.#context
    const code = (content: string) => {
      if (this.#dress.cut === null) return
      this.#wrapIn(this.#dress.cut)
      this.#content += `<${prefix}:r>${content}</${prefix}:r>`
    }
    const name = this.#dress.cut === 'del' ? 'delInstrText' : 'instrText'
    code(`<${prefix}:fldChar ${prefix}:fldCharType="begin"/>`)
    code(
      `<${prefix}:${name} xml:space="preserve">${escapeXml(attribute(field, 'instr') ?? '')}</${prefix}:${name}>`,
    )
    code(`<${prefix}:fldChar ${prefix}:fldCharType="separate"/>`)
    this.#walk(field)
    code(`<${prefix}:fldChar ${prefix}:fldCharType="end"/>`)
  }

  #run(run: Element): void {
    const { part } = this.#paragraph
    const rPr = child(run, 'rPr')
    const all = /^(?:del|moveFrom)$/u.test(this.#edits.mark) && this.#edits.keep.every((stays) => !stays)
    let current: { kept: boolean; look: Look | undefined; xml: string } | undefined
    const flush = () => {
      if (current) this.#emit(run, rPr, current)
      current = undefined
    }
    const add = (kept: boolean, look: Look | undefined, xml: string) => {
      if (current && (current.kept !== kept || current.look !== look)) flush()
      current ??= { kept, look, xml: '' }
      current.xml += xml
    }
    for (const node of elements(run)) {
      if (node.name === 'rPr') continue
      const stretch = this.#stretches.get(node)
      if (!stretch) {
        if (this.#dress.cut === null && anchors.test(node.name)) continue
        const kept = !(all || this.#lostFields.has(node))
        add(kept, current?.kept === kept ? current.look : undefined, this.#code(node, kept))
        if (this.#behind.has(node)) flush()
        this.#insertBehind(node)
        continue
      }
      this.#characters(node, stretch, add, (list, at) => {
        flush()
        this.#insert(list, at)
      })
    }
    flush()
    // A run that prints nothing and holds nothing is kept as it is; what is cut around it, a field perhaps, stays whole.
    if (elements(run).every(({ name }) => name === 'rPr') && this.#dress.cut !== null) {
      if (this.#wrap !== this.#dress.cut) this.#wrapIn(undefined)
      this.#content += sourceOf(part, run)
    }
  }

  /** The characters that one element prints, cut where their outcome changes. */
  #characters(
    node: Element,
    { start, length }: Stretch,
    add: (kept: boolean, look: Look | undefined, xml: string) => void,
    insert: (list: Inserted[], at: number) => void,
  ): void {
    const { part } = this.#paragraph
    const isText = node.name === 't'
    const written = isText ? writtenAs(node) : []
    const divisible = isText && written.length === length
    let text = ''
    let from = start
    const close = (to: number) => {
      if (to <= from) return
      const kept = this.#edits.keep[from] as boolean
      const whole = from === start && to === start + length
      let xml: string
      if (!isText) xml = this.#code(node, kept)
      else if (whole && kept) xml = sourceOf(part, node)
      else {
        const name = kept || this.#dress.cut !== 'del' ? 't' : 'delText'
        xml = textElement(this.#context.prefix, name, divisible ? text : written.join(''))
      }
      add(kept, kept ? this.#edits.looks.get(from) : undefined, xml)
      text = ''
      from = to
    }
    for (let at = start; at < start + length; at++) {
      const before = this.#before.get(at)
      const split =
        divisible &&
        at > from &&
        (this.#edits.keep[at] !== this.#edits.keep[from] ||
          this.#edits.looks.get(at) !== this.#edits.looks.get(from))
      if (split || (before && divisible)) close(at)
      if (before) insert(before, at)
      text += written[at - start] ?? ''
      const after = this.#after.get(at)
      if (after && (divisible || at === start + length - 1)) {
        close(divisible ? at + 1 : start + length)
        insert(after, at + 1)
      } else if (after)
        this.#after.set(start + length - 1, [...(this.#after.get(start + length - 1) ?? []), ...after])
    }
    close(start + length)
  }

  /** What prints no text of its own. */
  #code(node: Element, kept: boolean): string {
    const source = this.#context.source(this.#paragraph.part, node)
    if (kept || this.#dress.cut !== 'del' || node.name !== 'instrText') return source
    return source.replace(/instrText(?=[\s/>])/gu, 'delInstrText')
  }

  #emit(
    run: Element,
    rPr: Element | undefined,
    piece: { kept: boolean; look: Look | undefined; xml: string },
  ): void {
    const { part } = this.#paragraph
    const revision = piece.kept ? this.#dress.kept : this.#dress.cut
    if (revision === null) return
    this.#wrapIn(revision)
    let properties = rPr ? sourceOf(part, rPr) : ''
    if (piece.look && rPr !== undefined) properties = this.#changedLook(rPr, piece.look, run)
    else if (piece.look) properties = this.#changedLook(undefined, piece.look, run)
    this.#content += startTagOf(part, run) + properties + piece.xml + endTagOf(part, run)
  }

  /** Properties with those that they were before. */
  #changedLook(rPr: Element | undefined, look: Look, run: Element): string {
    const { prefix, marks, styles } = this.#context
    const { part } = this.#paragraph
    if (child(rPr, 'rPrChange')) throw this.#context.collision(this.#paragraph)
    const had = this.#units.find((unit) => unit.run === run)?.look ?? look
    const next = lookingLike({ xml: part, properties: rPr, look: had }, look, {
      prefix,
      styles,
      style: this.#style,
    })
    if (this.#dress.kept !== undefined) return next.toString()
    const former = new Properties('rPr', prefix, part, rPr).remove('rPrChange').content
    const old = former === '' ? `<${prefix}:rPr/>` : `<${prefix}:rPr>${former}</${prefix}:rPr>`
    next.set('rPrChange', `<${prefix}:rPrChange ${marks.attributes(prefix)}>${old}</${prefix}:rPrChange>`)
    return next.toString()
  }

  #insertBehind(node: Element): void {
    const behind = this.#behind.get(node)
    if (behind) this.#insert(behind.list, behind.at)
  }

  #insert(list: readonly Inserted[], at: number): void {
    const { prefix } = this.#context
    for (const one of list) {
      if (one.kind === 'break') {
        this.#breakLine(one.properties)
        continue
      }
      this.#wrapIn(this.#dress.added, this.#between())
      if (one.kind === 'equation') {
        this.#content += one.xml
        continue
      }
      const pattern = this.#patternAt(at)
      const style = this.#style
      const properties = lookingLike(pattern, one.look, { prefix, styles: this.#context.styles, style })
      if (one.kind === 'note') this.#content += this.#context.note(one)
      else this.#content += `<${prefix}:r>${properties}${runText(prefix, one.text)}</${prefix}:r>`
    }
  }

  /** The run whose looks new words take: the one before them, else the one after, never a note's mark or an equation. */
  #patternAt(at: number): Pattern | undefined {
    const usable = (index: number) => {
      const unit = this.#units[index]
      return unit?.isText ? unit : undefined
    }
    let found = usable(at - 1) ?? usable(at)
    for (let far = 1; !found && far <= this.#units.length; far++)
      found = usable(at - 1 - far) ?? usable(at + far)
    if (!found) return undefined
    const properties = child(found.run, 'rPr')
    return { xml: this.#paragraph.part, properties, look: found.look }
  }

  #breakLine(properties: string): void {
    this.#wrapIn(undefined, this.#between())
    const { part } = this.#paragraph
    const closed = [...this.#open].reverse().map((element) => endTagOf(part, element))
    this.#lines.push({ content: this.#content + closed.join(''), properties })
    this.#content = this.#open.map((element) => startTagOf(part, element)).join('')
  }

  /**
   * Where new words are: in no insertion of another.
   *
   * @throws PlenaryError `tracked-collision` inside of a link that another has inserted: it cannot be divided
   */
  #between(): null {
    if (this.#added && this.#open.length > this.#depth) throw this.#context.collision(this.#paragraph)
    return null
  }

  /** Runs that stand together and have one outcome are one revision. */
  #wrapIn(revision: RunRevision | undefined, outer = this.#added ?? null): void {
    const { prefix, marks } = this.#context
    const { part } = this.#paragraph
    if (this.#wrap === revision && this.#outer === outer) return
    if (this.#wrap) this.#content += `</${prefix}:${this.#wrap}>`
    if (this.#outer !== outer) {
      if (this.#outer) this.#content += endTagOf(part, this.#outer)
      if (outer) this.#content += this.#tagOf(outer)
      this.#outer = outer
    }
    if (revision) this.#content += `<${prefix}:${revision} ${marks.attributes(prefix)}>`
    this.#wrap = revision
  }

  /** An insertion that goes on behind words of another has a number of its own. */
  #tagOf(outer: Element): string {
    const tag = startTagOf(this.#paragraph.part, outer)
    if (this.#begun.has(outer)) return this.#context.marks.renumbered(tag)
    this.#begun.add(outer)
    return tag
  }
}
