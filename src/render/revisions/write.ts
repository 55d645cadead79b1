/** What became of the paragraphs of a document → the same document with revisions. */
import type { Fate, Passage } from '../../change.js'
import {
  type Item,
  isParagraph,
  type Manuscript,
  type Paragraph,
  type RuledTable,
} from '../../word/manuscript.js'
import type { Part } from '../../word/package.js'
import {
  attribute,
  child,
  descendants,
  type Element,
  endTagOf,
  integer,
  sourceOf,
  startTagOf,
} from '../../word/xml.js'
import { type Edits, isUnedited, type NoteOf, removed, unedited } from './edit.js'
import { cut, type Fresh, insertedFrom, markAt, unitsOf } from './fresh.js'
import { type Author, Marks, type RunRevision } from './marks.js'
import { type Model, Models, ownIndent } from './models.js'
import { newPart } from './new-parts.js'
import { NoteWriter, raised } from './notes.js'
import {
  arriving,
  type Dress,
  inPlace,
  leaving,
  runText,
  type WriteContext,
  writeContent,
} from './paragraph.js'
import { type Compare, planWords } from './plan-words.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import { lookingLike } from './run-look.js'
import { Labels, type Settled } from './settle-labels.js'
import { Splices } from './splices.js'

export interface WriteOptions extends Author {
  /** Mark what moved as moved, or as cut here and added there. */
  moves: 'moves' | 'delins'
  /** Whether a changed look of kept words (italics) is a change. */
  looks: boolean
  compare: Compare
  align: (old: Passage[], now: Passage[]) => Fate[]
}

/**
 * Write revisions into the package of the base.
 *
 * Given what became of each item of both manuscripts. Ensures that the parts
 * that have no change are those of the base to the byte.
 */
export function writeRevisions(
  base: Manuscript,
  revised: Manuscript,
  fates: readonly Fate[],
  options: WriteOptions,
): Uint8Array {
  return new RevisionWriter(base, revised, options).write(fates)
}

/** Where something new stands: beside an element of the base. */
interface Place {
  part: Part
  element: Element
  side: 'before' | 'after'
}

/** A paragraph of the base that is not written yet, and the new ones that go on from its end. */
interface Continued {
  paragraph: Paragraph
  edits: Edits
  after: { settled: Settled; model: Paragraph | undefined }[]
}

class RevisionWriter {
  readonly #base: Manuscript
  readonly #revised: Manuscript
  readonly #options: WriteOptions
  readonly #splices = new Splices()
  readonly #marks: Marks
  readonly #notes: NoteWriter
  readonly #labels: Labels
  #moves = 0

  constructor(base: Manuscript, revised: Manuscript, options: WriteOptions) {
    this.#base = base
    this.#revised = revised
    this.#options = options
    this.#marks = new Marks(options, firstFree(base))
    this.#labels = new Labels(base.document.context('final'))
    const [marks, splices] = [this.#marks, this.#splices]
    const create = (kind: 'footnote' | 'endnote') => newPart(`${kind}s`, base.document, splices)
    this.#notes = new NoteWriter({ base, revised, marks, splices, create })
  }

  write(fates: readonly Fate[]): Uint8Array {
    this.#sequence(this.#base.items, this.#revised.items, fates)
    const { word } = this.#base.document
    if (this.#splices.edited.size > 0) this.#showMarkup()
    this.#notes.finish()
    const { edited } = this.#splices
    this.#notes.number(edited, word.main.name)
    return word.rewrite(edited)
  }

  /** Issued documents may ask Word to hide all revisions: these are to be seen. */
  #showMarkup(): void {
    const settings = this.#base.document.word.byRole('settings')
    const view = child(settings?.root, 'revisionView')
    if (settings && view) this.#splices.replace(settings, view, '')
  }

  /** A run of items in one flow: the document, a cell, a note. */
  #sequence(olds: readonly Item[], news: readonly Item[], fates: readonly Fate[]): void {
    const models = new Models(news)
    for (const fate of fates) {
      const last = olds[fate.old.at(-1) ?? -1]
      if (last && isParagraph(last)) for (const at of fate.new) models.pair(at, last)
    }
    const places = new Places(olds, fates)
    const moved = new Map<number, string>()
    let open: Continued | undefined
    const close = () => {
      if (open) this.#continued(open)
      open = undefined
    }
    fates.forEach((fate, at) => {
      const before = fate.old.map((index) => olds[index] as Item)
      const after = fate.new.map((index) => news[index] as Item)
      if (before.length > 0 || fate.moved) close()
      if (fate.moved) this.#move(fate, before[0] as Item, after[0], places.at(at, after[0]), moved)
      else if (after.length === 0) {
        for (const item of before)
          if (isSpacer(item)) this.#labels.pass(item)
          else this.#delete(item)
      } else if (before.length === 0) {
        for (const [index, item] of after.entries()) {
          if (isSpacer(item) && !beside(fates, news, at)) continue
          const model = isParagraph(item) ? models.for(fate.new[index] as number, item) : undefined
          const place = places.at(at, item)
          if (
            open &&
            isParagraph(item) &&
            place?.element === open.paragraph.element &&
            place.side === 'after'
          )
            open.after.push({ settled: this.#settleNew(item, model), model: model?.old })
          else {
            close()
            this.#insert(item, model, place)
          }
        }
      } else open = this.#change(before, after)
    })
    close()
  }

  // -------------------------------------------------------------- what stays

  #change(before: readonly Item[], after: readonly Item[]): Continued | undefined {
    const [table, other] = [before[0], after[0]]
    if (table?.kind === 'table' && other?.kind === 'table') {
      this.#table(table, other)
      return undefined
    }
    return this.#group(before.filter(isParagraph), after.filter(isParagraph))
  }

  /** Gives the last paragraph unwritten if its end is new: what is inserted behind it goes on from there. */
  #group(old: readonly Paragraph[], now: readonly Paragraph[]): Continued | undefined {
    const last = old.at(-1) as Paragraph
    const settled = now.map((one, at) =>
      this.#labels.settle(one, at === now.length - 1 ? last : (old[0] as Paragraph), this.#options.looks),
    )
    const context = this.#context(last.part)
    const edits = planWords({
      old,
      new: settled.map(({ fresh }) => fresh),
      properties: (at) => this.#madeProperties((settled[at] as Settled).properties, context.prefix, 'ins'),
      looks: this.#options.looks,
      compare: this.#options.compare,
    })
    const own = settled.at(-1) as Settled
    if (own.changed) (edits.at(-1) as Edits).properties = own.properties
    const isOpen = endsAnew(last, edits.at(-1) as Edits)
    old.forEach((paragraph, at) => {
      if (!isOpen || paragraph !== last) this.#edit(paragraph, edits[at] as Edits, inPlace)
      this.#keptNotes(paragraph, edits[at] as Edits)
    })
    return isOpen ? { paragraph: last, edits: edits.at(-1) as Edits, after: [] } : undefined
  }

  /**
   * A paragraph whose end is new, and the new paragraphs behind it.
   *
   * As Word writes what is typed there: the old mark ends the last new paragraph. Where it
   * ended the old one, LibreOffice would take both insertions for one, and reject it too.
   */
  #continued({ paragraph, edits, after }: Continued): void {
    const last = after.at(-1)
    if (!last) {
      this.#edit(paragraph, edits, inPlace)
      return
    }
    const { part, element } = paragraph
    const { prefix } = this.#context(part)
    const lines = after.map(({ settled, model }) => {
      const { properties } = settled
      const own =
        settled === last.settled
          ? this.#changed(properties.copy(), part, child(element, 'pPr'))
          : this.#madeProperties(properties, prefix, 'ins')
      return this.#newParagraph(settled, model, part, 'ins', none, own)
    })
    this.#edit(paragraph, { ...edits, mark: 'ins' }, inPlace, { open: '', after: lines.join('') })
  }

  /** Properties with those that were there, if they are others. */
  #changed(next: Properties, part: Part, pPr: Element | undefined): string {
    const prefix = prefixOf(part)
    const former = new Properties('pPr', prefix, part, pPr).remove('rPr', 'sectPr', 'pPrChange').content
    if (next.copy().remove('rPr', 'sectPr').content === former) return next.toString()
    const attributes = this.#marks.attributes(prefix)
    const old = `<${prefix}:pPr>${former}</${prefix}:pPr>`
    return next.set('pPrChange', `<${prefix}:pPrChange ${attributes}>${old}</${prefix}:pPrChange>`).toString()
  }

  /** Replace a paragraph by what becomes of it. */
  #edit(
    paragraph: Paragraph,
    edits: Edits,
    dress: Dress,
    around: { open: string; after: string } = none,
  ): void {
    if (isUnedited(edits)) return
    const { part, element } = paragraph
    const context = this.#context(part)
    const { lines, last } = writeContent(paragraph, edits, dress, context)
    const { prefix } = context
    const made = lines.map(({ content, properties }) => `<${prefix}:p>${properties}${content}</${prefix}:p>`)
    const own = startTagOf(part, element) + this.#ownProperties(paragraph, edits, prefix)
    const text = `${made.join('')}${own}${around.open}${last}${endTagOf(part, element)}${around.after}`
    this.#splices.replace(part, element, text)
  }

  #ownProperties({ part, element }: Paragraph, { mark, properties: changed }: Edits, prefix: string): string {
    const pPr = child(element, 'pPr')
    if (mark === 'keep' && changed === undefined) return pPr ? sourceOf(part, pPr) : ''
    const properties = new Properties('pPr', prefix, part, pPr)
    if (mark !== 'keep') this.#markEnd(properties, prefix, mark)
    if (changed === undefined) return properties.toString()
    const next = changed.copy().remove('rPr')
    for (const name of ['rPr', 'sectPr']) {
      const xml = properties.get(name)
      if (xml !== undefined) next.set(name, xml)
    }
    return this.#changed(next, part, pPr)
  }

  /** The mark at a paragraph's end is itself added or cut. */
  #markEnd(properties: Properties, prefix: string, revision: RunRevision): Properties {
    const mark = this.#marks.empty(prefix, revision)
    const own = properties.get('rPr')
    if (own === undefined) return properties.set('rPr', `<${prefix}:rPr>${mark}</${prefix}:rPr>`)
    // The marks of revision come first among the properties of a mark.
    const open = /^<[^>]*?(\/?)>/u.exec(own)
    const rest = own.slice(open?.[0].length ?? 0)
    if (open?.[1] === '/') return properties.set('rPr', `<${prefix}:rPr>${mark}</${prefix}:rPr>`)
    return properties.set('rPr', `${open?.[0] ?? ''}${mark}${rest}`)
  }

  #madeProperties(properties: Properties, prefix: string, revision: RunRevision): string {
    return this.#markEnd(properties.copy(), prefix, revision).toString()
  }

  /** A note whose mark stays is compared with the one that the new document has there. */
  #keptNotes(paragraph: Paragraph, { notes }: Edits): void {
    if (notes.size === 0) return
    let start = 0
    for (const { text, note } of paragraph.pieces) {
      const other = note && text === '' ? notes.get(start) : undefined
      if (note && other) this.#note(note, other)
      start += note && text === '' ? 1 : text.length
    }
  }

  #note(note: NoteOf, other: NoteOf): void {
    const before = this.#base.note(note.kind, note.id)
    const after = this.#revised.note(other.kind, other.id)
    if (before.length === 0) return
    // In a note white space parts paragraphs as it parts words.
    this.#sequence(before, after, this.#options.align(before.map(passage), after.map(passage)))
  }

  // -------------------------------------------------------------- what goes

  #delete(item: Item): void {
    if (item.kind === 'table') {
      for (const row of item.rows) this.#deleteRow(item, row)
      return
    }
    const { text, element, parent } = item
    const edits = removed(text.length, 'del')
    // The mark that ends a container, or a section, stays.
    if (endsContainer(element, parent) || child(child(element, 'pPr'), 'sectPr')) edits.mark = 'keep'
    if (edits.mark === 'keep' && item.label !== '') {
      const prefix = prefixOf(item.part)
      const properties = new Properties('pPr', prefix, item.part, child(element, 'pPr'))
      properties.remove('sectPr', 'pPrChange')
      properties.set('numPr', `<${prefix}:numPr><${prefix}:numId ${prefix}:val="0"/></${prefix}:numPr>`)
      edits.properties = properties
    }
    this.#edit(item, edits, inPlace)
    this.#cutNotes(item)
  }

  /** Notes whose mark goes are struck through, too. */
  #cutNotes({ pieces }: Paragraph): void {
    for (const { note, text } of pieces)
      if (note && text === '')
        for (const paragraph of this.#base.note(note.kind, note.id)) this.#strike(paragraph)
  }

  #strike(paragraph: Paragraph): void {
    const edits = removed(paragraph.text.length, 'del')
    edits.mark = 'keep'
    this.#edit(paragraph, edits, inPlace)
  }

  // -------------------------------------------------------------- what comes

  #insert(item: Item, model: Model | undefined, place: Place | undefined): void {
    if (!place) return
    if (item.kind === 'table') {
      this.#put(place, this.#newTable(item, place.part))
      return
    }
    const settled = this.#settleNew(item, model)
    this.#put(place, this.#newParagraph(settled, model?.old, place.part, 'ins', none))
  }

  #settleNew(item: Paragraph, model: Model | undefined): Settled {
    const settled = this.#labels.settle(item, model?.old, this.#options.looks)
    const indent = model && ownIndent(item, model)
    if (indent) setIn(settled.properties, indent, prefixOf(model.old.part))
    return settled
  }

  #newParagraph(
    { fresh, properties }: Settled,
    model: Paragraph | undefined,
    part: Part,
    revision: 'ins' | 'moveTo',
    around: { open: string; after: string },
    own = this.#madeProperties(properties, prefixOf(part), revision),
  ): string {
    const { prefix } = this.#context(part)
    const start = fresh.text.length - fresh.text.trimStart().length
    const body = cut(fresh, start, Math.max(start, fresh.text.trimEnd().length))
    const lead = model ? (/^\s*/u.exec(model.text)?.[0] ?? '') : fresh.text.slice(0, start)
    const words = this.#newRuns(body, body.text === '' ? '' : lead, model, prefix, revision)
    const open = `<${prefix}:p>${own}${around.open}`
    return `${open}${words}</${prefix}:p>${around.after}`
  }

  #newRuns(
    fresh: Fresh,
    lead: string,
    model: Paragraph | undefined,
    prefix: string,
    revision: 'ins' | 'moveTo',
  ): string {
    const { styles } = this.#base.document
    const style = styles.idOf('paragraph', attribute(child(child(model?.element, 'pPr'), 'pStyle'), 'val'))
    const first = model?.pieces.find(({ note, text }) => !note && text.trim() !== '')
    const pattern = first &&
      model && { xml: model.part, properties: child(first.run, 'rPr'), look: first.look }
    const plain = { emphasis: false, strong: false, superscript: false }
    const all = [
      ...(lead === '' ? [] : [{ kind: 'text' as const, text: lead, look: plain }]),
      ...insertedFrom(fresh, 0, fresh.text.length),
    ]
    const runs = all.map((one) => {
      if (one.kind === 'note') return this.#notes.add(one.note, one.mark, prefix, 'ins')
      if (one.kind === 'break') return ''
      const look = lookingLike(pattern, one.look, { prefix, styles, style })
      return `<${prefix}:r>${look}${runText(prefix, one.text)}</${prefix}:r>`
    })
    if (runs.length === 0) return ''
    return `<${prefix}:${revision} ${this.#marks.attributes(prefix)}>${runs.join('')}</${prefix}:${revision}>`
  }

  #put({ part, element, side }: Place, xml: string): void {
    this.#splices[side](part, element, xml)
  }

  // -------------------------------------------------------------- what moves

  /** A move stands twice among the fates: where it left, and where it came. */
  #move(
    fate: Fate,
    old: Item,
    now: Item | undefined,
    place: Place | undefined,
    names: Map<number, string>,
  ): void {
    if (!isParagraph(old)) return
    const key = fate.old[0] as number
    const asMove = this.#options.moves === 'moves'
    if (!now) {
      const name = asMove ? this.#moveName(key, names) : ''
      const prefix = prefixOf(old.part)
      const around = asMove ? this.#range('moveFrom', name, prefix) : none
      const edits = removed(old.text.length, asMove ? 'moveFrom' : 'del')
      if (endsContainer(old.element, old.parent) || child(child(old.element, 'pPr'), 'sectPr'))
        edits.mark = 'keep'
      this.#edit(old, edits, asMove ? leaving : inPlace, around)
      this.#cutNotes(old)
      return
    }
    if (!isParagraph(now) || !place) return
    const settled = this.#labels.settle(now, old, this.#options.looks)
    const { prefix } = this.#context(place.part)
    if (!asMove || place.part.name !== old.part.name) {
      this.#put(place, this.#newParagraph(settled, old, place.part, 'ins', none))
      return
    }
    const around = this.#range('moveTo', this.#moveName(key, names), prefix)
    const [edits] = planWords({
      old: [old],
      new: [settled.fresh],
      properties: () => '',
      looks: true,
      compare: this.#options.compare,
    })
    // The note that stays with a mark that moves is a copy: it has a number of its own.
    const own = this.#withNewNotes(old, edits ?? unedited(old.text.length))
    const { last } = writeContent(old, own, arriving, this.#context(place.part))
    const open = `<${prefix}:p>${this.#madeProperties(settled.properties, prefix, 'moveTo')}${around.open}`
    this.#put(place, `${open}${last}</${prefix}:p>${around.after}`)
  }

  #withNewNotes(paragraph: Paragraph, edits: Edits): Edits {
    const own = { text: paragraph.text, units: unitsOf(paragraph) }
    for (const [at, note] of edits.notes) {
      const mark = markAt(own, at)
      edits.keep.fill(false, at, at + 1 + mark.length)
      const look = own.units[at]?.look ?? raised
      edits.insertions.set(at, [{ kind: 'note', note, mark, look }, ...(edits.insertions.get(at) ?? [])])
    }
    return edits
  }

  #moveName(key: number, names: Map<number, string>): string {
    const name = names.get(key) ?? `move${++this.#moves}`
    names.set(key, name)
    return name
  }

  #range(kind: 'moveFrom' | 'moveTo', name: string, prefix: string): { open: string; after: string } {
    const attributes = this.#marks.attributes(prefix)
    const id = /:id="(\d+)"/u.exec(attributes)?.[1] ?? ''
    return {
      open: `<${prefix}:${kind}RangeStart ${attributes} ${prefix}:name="${name}"/>`,
      after: `<${prefix}:${kind}RangeEnd ${prefix}:id="${id}"/>`,
    }
  }

  // -------------------------------------------------------------- tables

  #table(old: RuledTable, now: RuledTable): void {
    const rowText = (row: RuledTable['rows'][number]): Passage => ({
      kind: String(row.cells.length),
      text: row.cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')).join(' | '),
    })
    const fates = this.#options.align(old.rows.map(rowText), now.rows.map(rowText))
    let last: Element | undefined
    for (const { old: before, new: after } of fates) {
      const [row, other] = [old.rows[before[0] ?? -1], now.rows[after[0] ?? -1]]
      if (row && other)
        row.cells.forEach((cell, at) => {
          const paragraphs = other.cells[at]?.paragraphs ?? []
          const inside = this.#options.align(cell.paragraphs.map(passage), paragraphs.map(passage))
          this.#sequence(cell.paragraphs, paragraphs, inside)
        })
      else if (row) this.#deleteRow(old, row)
      else if (other) this.#insertRow(old, other, last)
      if (row) last = row.element
    }
  }

  #deleteRow({ part }: RuledTable, { element, cells }: RuledTable['rows'][number]): void {
    const prefix = prefixOf(part)
    const trPr = child(element, 'trPr')
    const properties = new Properties('trPr', prefix, part, trPr).set('del', this.#marks.empty(prefix, 'del'))
    if (trPr) this.#splices.replace(part, trPr, properties.toString())
    else {
      const before = child(element, 'tblPrEx')
      if (before) this.#splices.after(part, before, properties.toString())
      else {
        const first = cells[0]?.element ?? element
        this.#splices.before(part, first, properties.toString())
      }
    }
    for (const { paragraphs } of cells)
      for (const paragraph of paragraphs) {
        this.#strike(paragraph)
        this.#cutNotes(paragraph)
      }
  }

  #insertRow(table: RuledTable, row: RuledTable['rows'][number], after: Element | undefined): void {
    const place: Place = after
      ? { part: table.part, element: after, side: 'after' }
      : { part: table.part, element: table.rows[0]?.element ?? table.element, side: 'before' }
    const like = table.rows.find(({ element }) => element === after) ?? table.rows.at(-1)
    const cells = row.cells.map(({ paragraphs }, at) => {
      const sample = like?.cells[at]
      const tcPr = sample && child(sample.element, 'tcPr')
      return {
        properties: tcPr ? sourceOf(table.part, tcPr) : '',
        content: this.#cellContent(paragraphs, sample?.paragraphs[0], table.part),
      }
    })
    this.#put(place, this.#newRow(cells, prefixOf(table.part)))
  }

  #newRow(cells: readonly { properties: string; content: string }[], prefix: string): string {
    const trPr = `<${prefix}:trPr>${this.#marks.empty(prefix, 'ins')}</${prefix}:trPr>`
    const inner = cells.map(
      ({ properties, content }) => `<${prefix}:tc>${properties}${content}</${prefix}:tc>`,
    )
    return `<${prefix}:tr>${trPr}${inner.join('')}</${prefix}:tr>`
  }

  /** The paragraphs of a cell that is new; the mark that ends a cell is the cell's own. */
  #cellContent(paragraphs: readonly Paragraph[], model: Paragraph | undefined, part: Part): string {
    const { prefix } = this.#context(part)
    const lines = paragraphs.map((paragraph) => {
      const { fresh, properties } = this.#labels.settle(paragraph, model, this.#options.looks)
      return `<${prefix}:p>${properties}${this.#newRuns(fresh, '', model, prefix, 'ins')}</${prefix}:p>`
    })
    return lines.length > 0 ? lines.join('') : `<${prefix}:p/>`
  }

  #newTable({ rows }: RuledTable, part: Part): string {
    const { prefix } = this.#context(part)
    const w = prefix
    const columns = Math.max(...rows.map(({ cells }) => cells.length))
    const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    const lines = sides.map(
      (side) => `<${w}:${side} ${w}:val="single" ${w}:sz="4" ${w}:space="0" ${w}:color="auto"/>`,
    )
    const grid = `<${w}:tblGrid>${`<${w}:gridCol/>`.repeat(columns)}</${w}:tblGrid>`
    const head = `<${w}:tblPr><${w}:tblW ${w}:w="0" ${w}:type="auto"/><${w}:tblBorders>${lines.join('')}</${w}:tblBorders></${w}:tblPr>`
    const body = rows.map(({ cells }) =>
      this.#newRow(
        cells.map(({ element, paragraphs }) => ({
          properties: this.#span(element, w),
          content: this.#cellContent(paragraphs, undefined, part),
        })),
        w,
      ),
    )
    return `<${w}:tbl>${head}${grid}${body.join('')}</${w}:tbl>`
  }

  #span(cell: Element, w: string): string {
    const columns = attribute(child(child(cell, 'tcPr'), 'gridSpan'), 'val')
    return columns === undefined
      ? ''
      : `<${w}:tcPr><${w}:gridSpan ${w}:val="${integer(columns) ?? 1}"/></${w}:tcPr>`
  }

  #context(part: Part): WriteContext {
    const prefix = prefixOf(part)
    return {
      prefix,
      marks: this.#marks,
      styles: this.#base.document.styles,
      note: ({ note, mark }) => this.#notes.add(note, mark, prefix, 'ins'),
    }
  }
}

/** The last that a paragraph holds is new, and its mark is free to move. */
function endsAnew({ text, element }: Paragraph, { mark, insertions }: Edits): boolean {
  return mark === 'keep' && insertions.has(text.length) && !child(child(element, 'pPr'), 'sectPr')
}

const none = { open: '', after: '' }

function setIn(properties: Properties, indent: ReadonlyMap<string, string>, prefix: string): void {
  const attributes = [...indent].map(([side, value]) => ` ${prefix}:${side}="${value}"`)
  properties.remove('ind')
  if (attributes.length > 0) properties.set('ind', `<${prefix}:ind${attributes.join('')}/>`)
}

/** A paragraph without text, which only places others on the page. */
function isSpacer(item: Item): item is Paragraph {
  return isParagraph(item) && item.text.trim() === ''
}

export function passage(item: Item): Passage {
  if (isParagraph(item)) return { kind: 'paragraph', text: item.label + item.text }
  const texts = item.rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
  )
  return { kind: 'table', text: texts.join('\n') }
}

/** Finds where new items stand. */
class Places {
  readonly #olds: readonly Item[]
  readonly #fates: readonly Fate[]

  constructor(olds: readonly Item[], fates: readonly Fate[]) {
    this.#olds = olds
    this.#fates = fates
  }

  /** Beside the nearest item of the base that is before it, or after it where that is more its like. */
  at(index: number, now: Item | undefined): Place | undefined {
    const before = this.#near(index, -1)
    const after = this.#near(index, 1)
    const like = (item: Item | undefined) => {
      if (!item) return -1
      return Number(item.region === now?.region) * 2 + Number(item.parent.name === now?.parent.name)
    }
    if (before && like(before) >= like(after))
      return { part: before.part, element: before.element, side: 'after' }
    return after && { part: after.part, element: after.element, side: 'before' }
  }

  #near(index: number, step: 1 | -1): Item | undefined {
    for (let at = index + step; at >= 0 && at < this.#fates.length; at += step) {
      const fate = this.#fates[at] as Fate
      // What came from elsewhere stands elsewhere in the base.
      if (fate.old.length === 0 || (fate.moved && fate.new.length > 0)) continue
      return this.#olds[(step < 0 ? fate.old.at(-1) : fate.old[0]) as number]
    }
    return undefined
  }
}

/** A spacer is new only beside something that is. */
function beside(fates: readonly Fate[], news: readonly Item[], at: number): boolean {
  return [-1, 1].some((step) => {
    const fate = fates[at + step]
    const item = fate && news[fate.new[0] ?? -1]
    return fate?.old.length === 0 && item !== undefined && !isSpacer(item)
  })
}

/** No paragraph follows in the same container: Word needs its mark. */
function endsContainer(element: Element, parent: Element): boolean {
  const after = parent.children.slice(parent.children.indexOf(element) + 1)
  const next = after.find(
    (node): node is Element => 'attribs' in node && /^(?:p|tbl|sdt|sectPr)$/u.test(node.name),
  )
  return next === undefined || next.name !== 'p'
}

/** A number that no annotation bears. */
function firstFree(base: Manuscript): number {
  const { word, pages } = base.document
  const parts = [
    word.main,
    ...pages.map(({ part }) => part),
    ...['footnotes', 'endnotes', 'comments'].flatMap((role) => word.byRole(role) ?? []),
  ]
  let highest = 0
  for (const { root } of parts)
    for (const element of descendants(root))
      highest = Math.max(highest, integer(attribute(element, 'id')) ?? 0)
  return highest + 1
}
