/** What became of the paragraphs of a document → the same document with revisions. */
import type { ParagraphOutcome, Passage } from '../../../model/change.js'
import { PlenaryError } from '../../../model/message.js'
import { child } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import {
  type Item,
  isParagraph,
  type Manuscript,
  type Paragraph,
  paragraphsIn,
} from '../package/manuscript.js'
import { isMark } from '../package/walk.js'
import { BaseParagraphs } from './base-paragraphs.js'
import { boxOf, mirrorBoxes } from './boxes.js'
import { pairByPlace } from './by-place.js'
import { joinAtCellEnds, withoutMovesInCells } from './cell-ends.js'
import { collision, markChangesOf } from './collisions.js'
import { arriving, inPlace, leaving } from './dress.js'
import { type Edits, type NoteOf, removed, unedited } from './edit.js'
import { faultsOf } from './faults.js'
import type { Flow, FlowOutcome } from './flow.js'
import { type Author, firstFree, Marks } from './marks.js'
import { type Model, Models, ownIndent } from './models.js'
import { endsOfMove, Moves } from './moves.js'
import { NewParagraphs, none } from './new-paragraphs.js'
import { newPart } from './new-parts.js'
import { NoteWriter } from './notes.js'
import { writeContent } from './paragraph.js'
import { ParagraphProperties } from './paragraph-properties.js'
import { beside, endsContainer, isSpacer, type Place, Places, passage } from './places.js'
import { makePlain } from './plain-document.js'
import { type Compare, planWords } from './plan-words.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import { isNewParagraph, type NewItem, type NewNotes, type NewParagraph, newParagraphsIn } from './revised.js'
import { Labels, type Settled } from './settle-labels.js'
import { Splices } from './splices.js'
import { type Flow as CellFlow, TableWriter } from './tables.js'

export interface WriteOptions extends Author {
  /** Mark what moved as moved, or as cut here and added there. */
  moves: 'moves' | 'delins'
  /** Whether a changed look of kept words (italics) is a change. */
  looks: boolean
  compare: Compare
  align: (old: Passage[], now: Passage[]) => ParagraphOutcome[]
}

/**
 * Write revisions into the package of the base.
 *
 * Ensures that the parts that have no change are those of the base to the byte.
 */
export function writeRevisions(
  base: Manuscript,
  flows: readonly Flow[],
  notes: NewNotes,
  options: WriteOptions,
): Written {
  return new RevisionWriter(base, notes, options).write(flows)
}

/** The base with its revisions, opened, and the entries that are to be left out when it is packed. */
export interface Written {
  document: WordDocument
  left: ReadonlySet<string>
}

/** A paragraph of the base that is not written yet, and the new ones that go on from its end. */
interface Continued {
  paragraph: Paragraph
  edits: Edits
  after: { settled: Settled; model: Paragraph | undefined }[]
}

class RevisionWriter {
  readonly #base: Manuscript
  readonly #options: WriteOptions
  readonly #splices = new Splices()
  readonly #marks: Marks
  readonly #notes: NoteWriter
  readonly #labels: Labels
  readonly #properties: ParagraphProperties
  readonly #paragraphs: NewParagraphs
  readonly #ofBase: BaseParagraphs
  readonly #tables: TableWriter
  readonly #moves: Moves

  constructor(base: Manuscript, revised: NewNotes, options: WriteOptions) {
    this.#base = base
    this.#options = options
    this.#marks = new Marks(options, firstFree(base.document))
    this.#moves = new Moves(this.#marks, base.document)
    this.#labels = new Labels(base)
    const [marks, splices] = [this.#marks, this.#splices]
    const create = (kind: 'footnote' | 'endnote') => newPart(`${kind}s`, base.document, splices)
    this.#notes = new NoteWriter({ base, revised, marks, splices, create })
    this.#properties = new ParagraphProperties(marks)
    const [notes, properties, labels] = [this.#notes, this.#properties, this.#labels]
    this.#paragraphs = new NewParagraphs({ styles: base.document.styles, marks, notes, properties })
    const place = (old: readonly Item[], now: readonly NewItem[]) => this.#place(old, now)
    const { compare } = options
    this.#ofBase = new BaseParagraphs({ base, revised, marks, splices, notes, properties, compare, place })
    const cells: CellFlow = {
      ...options,
      sequence: place,
      strike: (paragraph) => {
        this.#ofBase.strike(paragraph)
        this.#ofBase.cutNotes(paragraph)
      },
    }
    this.#tables = new TableWriter({ marks, splices, labels, paragraphs: this.#paragraphs, flow: cells })
  }

  write(flows: readonly Flow[]): Written {
    for (const flow of flows) this.#sequence(flow.old, flow.new, flow.outcomes)
    const { word } = this.#base.document
    if (this.#splices.edited.size > 0) this.#showMarkup()
    this.#notes.finish()
    const left = makePlain(this.#base.document, this.#splices)
    const { edited } = this.#splices
    this.#notes.number(edited, word.main.name)
    const document = this.#base.document.with(edited)
    this.#refuseDamaged(edited, document)
    return { document, left }
  }

  /** What the base has wrong is not the redline's fault. */
  #refuseDamaged(edited: ReadonlyMap<string, string>, written: WordDocument): void {
    if (edited.size === 0) return
    const { document } = this.#base
    const had = new Set(faultsOf(document))
    const [fault] = faultsOf(written).filter((one) => !had.has(one))
    if (fault !== undefined) throw new PlenaryError('redline-damaged', { file: document.name, reason: fault })
  }

  /** Issued documents may ask Word to hide all revisions: these are to be seen. */
  #showMarkup(): void {
    const settings = this.#base.document.word.byRole('settings')
    const view = child(settings?.root, 'revisionView')
    if (settings && view) this.#splices.replace(settings, view, '')
  }

  /** A run of items in one flow: the document, a cell, a note. */
  #sequence(olds: readonly Item[], news: readonly NewItem[], all: readonly FlowOutcome[]): void {
    const outcomes = joinAtCellEnds(withoutMovesInCells(all, olds), olds, news)
    const models = new Models(news, pairedIn(outcomes, olds))
    const places = new Places(olds, outcomes)
    const moves = this.#movesOf(olds, news, outcomes, places)
    let open: Continued | undefined
    const close = () => {
      if (open) this.#continued(open)
      open = undefined
    }
    outcomes.forEach((outcome, at) => {
      const before = outcome.old.map((index) => olds[index] as Item)
      for (const item of before)
        if (isParagraph(item) && item.boxes.length > 0) mirrorBoxes(item, this.#splices, this.#marks)
      const after = outcome.new.map((index) => news[index] as NewItem)
      if (before.length > 0 || outcome.moved) close()
      if (outcome.moved) this.#move(outcome, before[0] as Item, after[0], places.at(at, after[0]), moves)
      else if (after.length === 0) {
        for (const item of before)
          if (isParagraph(item) && (outcome.isKept || isSpacer(item))) this.#labels.pass(item)
          else if (!outcome.isKept) this.#delete(item)
      } else if (before.length === 0) {
        for (const [index, item] of after.entries()) {
          if (isSpacer(item) && !beside(outcomes, news, at)) continue
          const model = isNewParagraph(item) ? models.for(outcome.new[index] as number, item) : undefined
          const place = places.at(at, item)
          if (
            open &&
            isNewParagraph(item) &&
            place?.element === open.paragraph.element &&
            place.side === 'after'
          )
            open.after.push({ settled: this.#settleNew(item, model), model: model?.old })
          else {
            close()
            this.#insert(item, model, place)
          }
        }
      } else if (outcome.isSame) this.#same(before.flatMap(paragraphsIn), after.flatMap(newParagraphsIn))
      else open = this.#change(before, after)
    })
    close()
  }

  // -------------------------------------------------------------- what stays

  #change(before: readonly Item[], after: readonly NewItem[]): Continued | undefined {
    const [table, other] = [before[0], after[0]]
    if (table?.kind === 'table' && other?.kind === 'table') {
      this.#tables.change(table, other)
      return undefined
    }
    const paragraphs = before.filter(isParagraph)
    // A mark that ends a cell stays: what was there is cut, and what it became is in the last.
    const bound = paragraphs.findLastIndex(
      ({ element, parent }, index) =>
        index < paragraphs.length - 1 && parent.name === 'tc' && endsContainer(element, parent),
    )
    for (const item of paragraphs.slice(0, bound + 1)) this.#delete(item)
    return this.#group(paragraphs.slice(bound + 1), after.filter(isNewParagraph))
  }

  #same(before: readonly Paragraph[], after: readonly NewParagraph[]): void {
    for (const paragraph of before) this.#labels.pass(paragraph)
    const old = before.flatMap(({ pieces }) => pieces.flatMap((piece) => (isMark(piece) ? piece.note : [])))
    const now = after.flatMap(({ units }) => units.flatMap(({ note }) => note ?? []))
    if (old.length === now.length)
      for (const [at, note] of old.entries()) this.#ofBase.note(note, now[at] as NoteOf)
  }

  /** Gives the last paragraph unwritten if its end is new: what is inserted behind it goes on from there. */
  #group(old: readonly Paragraph[], now: readonly NewParagraph[]): Continued | undefined {
    const last = old.at(-1) as Paragraph
    // Paragraphs that a tracked change has joined are one: as one they can only stay.
    if (old.some((one) => one !== last && one.runsOn)) {
      const [one, two] = [old, now].map((side) => side.map(({ text }) => text).join(''))
      if (!this.#options.compare(one ?? '', two ?? '').every(({ same }) => same))
        throw collision(this.#base.document.name, old)
      this.#same(old, now)
      return undefined
    }
    const settled = now.map((one, at) =>
      this.#labels.settle(one, at === now.length - 1 ? last : (old[0] as Paragraph), this.#options.looks),
    )
    const context = this.#ofBase.context(last.part)
    const edits = planWords({
      old,
      new: settled.map(({ fresh }) => fresh),
      properties: (at) => this.#properties.made((settled[at] as Settled).properties, context.prefix, 'ins'),
      looks: this.#options.looks,
      isLoose: now.some(({ isLoose }) => isLoose),
      compare: this.#options.compare,
    })
    const own = settled.at(-1) as Settled
    if (own.changed) (edits.at(-1) as Edits).properties = own.properties
    const isOpen = endsAnew(last, edits.at(-1) as Edits)
    old.forEach((paragraph, at) => {
      if (!isOpen || paragraph !== last) this.#ofBase.edit(paragraph, edits[at] as Edits, inPlace)
      this.#ofBase.keepNotes(paragraph, edits[at] as Edits)
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
      this.#ofBase.edit(paragraph, edits, inPlace)
      return
    }
    const { part, element } = paragraph
    const { prefix } = this.#ofBase.context(part)
    const lines = after.map(({ settled, model }) => {
      const { properties } = settled
      const own =
        settled === last.settled
          ? this.#properties.changed(properties.copy(), part, child(element, 'pPr'))
          : this.#properties.made(properties, prefix, 'ins')
      return this.#paragraphs.paragraph(settled, model, part, 'ins', none, own)
    })
    this.#ofBase.edit(paragraph, { ...edits, mark: 'ins' }, inPlace, { open: '', after: lines.join('') })
  }

  /** A cell, a note: what is in the place of a paragraph is that paragraph. */
  #place(old: readonly Item[], now: readonly NewItem[]): void {
    const outcomes = this.#options.align(old.map(passage), now.map(passage))
    this.#sequence(old, now, pairByPlace(outcomes, old, now))
  }

  // -------------------------------------------------------------- what goes

  #delete(item: Item): void {
    if (item.kind === 'table') {
      for (const row of item.rows) this.#tables.deleteRow(item, row)
      return
    }
    const edits = removed(item.text.length, 'del')
    keepEndOf(item, edits)
    this.#ofBase.edit(item, edits, inPlace)
    this.#ofBase.cutNotes(item)
  }

  // -------------------------------------------------------------- what comes

  #insert(item: NewItem, model: Model | undefined, place: Place | undefined): void {
    if (!place) return
    if (item.kind === 'table') {
      this.#put(place, this.#tables.made(item, place.part))
      return
    }
    const settled = this.#settleNew(item, model)
    this.#put(place, this.#paragraphs.paragraph(settled, model?.old, place.part, 'ins', none))
  }

  #settleNew(item: NewParagraph, model: Model | undefined): Settled {
    const settled = this.#labels.settle(item, model?.old, this.#options.looks)
    const indent = model && ownIndent(item, model)
    if (indent) setIn(settled.properties, indent, prefixOf(model.old.part))
    return settled
  }

  #put({ part, element, side }: Place, xml: string): void {
    this.#splices[side](part, element, xml)
  }

  // -------------------------------------------------------------- what moves

  /** The names of moves that are marked so, by what moves: both ends are in one story. */
  #movesOf(
    olds: readonly Item[],
    news: readonly NewItem[],
    outcomes: readonly FlowOutcome[],
    places: Places,
  ): Map<number, string> {
    const names = new Map<number, string>()
    if (this.#options.moves !== 'moves') return names
    outcomes.forEach((outcome, at) => {
      const [key = -1] = outcome.old
      const [old, now] = [olds[key], news[outcome.new[0] ?? -1]]
      if (!outcome.moved || !old || !now || !isParagraph(old) || !isNewParagraph(now)) return
      const place = places.at(at, now)
      if (!place || place.part.name !== old.part.name || boxOf(place.element) || boxOf(old.element)) return
      names.set(key, this.#moves.name())
    })
    return names
  }

  /** A move is twice among the outcomes: where it left, and where it came. */
  #move(
    outcome: ParagraphOutcome,
    old: Item,
    now: NewItem | undefined,
    place: Place | undefined,
    names: ReadonlyMap<number, string>,
  ): void {
    if (!isParagraph(old)) return
    const name = names.get(outcome.old[0] as number)
    const ends = endsOfMove(old.element)
    if (!now) {
      const prefix = prefixOf(old.part)
      const around = name === undefined ? none : this.#moves.range('moveFrom', name, prefix)
      const edits = removed(old.text.length, name === undefined ? 'del' : ends.from)
      keepEndOf(old, edits)
      this.#ofBase.edit(old, edits, name === undefined ? inPlace : leaving, around)
      this.#ofBase.cutNotes(old)
      return
    }
    if (!isNewParagraph(now) || !place) return
    const settled = this.#labels.settle(now, old, this.#options.looks)
    const { prefix } = this.#ofBase.context(place.part)
    if (name === undefined) {
      this.#put(place, this.#paragraphs.paragraph(settled, old, place.part, 'ins', none))
      return
    }
    const around = this.#moves.range('moveTo', name, prefix)
    const [edits] = planWords({
      old: [old],
      new: [settled.fresh],
      properties: () => '',
      looks: true,
      isLoose: now.isLoose === true,
      compare: this.#options.compare,
    })
    // The note that stays with a mark that moves is a copy: it has a number of its own.
    const own = this.#ofBase.withNewNotes(old, edits ?? unedited(old.text.length))
    const { last } = writeContent(old, own, arriving, this.#ofBase.context(place.part))
    const open = `<${prefix}:p>${this.#properties.made(settled.properties, prefix, ends.to)}${around.open}`
    this.#put(place, `${open}${last}</${prefix}:p>${around.after}`)
  }
}

/** The paragraphs of the base that items of the new document are, by the places of these. */
function pairedIn(outcomes: readonly FlowOutcome[], olds: readonly Item[]): Map<number, Paragraph> {
  return new Map(
    outcomes.flatMap((outcome) => {
      const last = olds[outcome.old.at(-1) ?? -1]
      return last && isParagraph(last) ? outcome.new.map((at) => [at, last] as const) : []
    }),
  )
}

/** The mark that ends a container, or a section, stays where its words go, and has no number. */
function keepEndOf({ element, parent, part, label }: Paragraph, edits: Edits): void {
  if (!endsContainer(element, parent) && !child(child(element, 'pPr'), 'sectPr')) return
  edits.mark = 'keep'
  if (label === '') return
  const prefix = prefixOf(part)
  const properties = new Properties('pPr', prefix, part, child(element, 'pPr'))
  properties.remove('sectPr', 'pPrChange')
  properties.set('numPr', `<${prefix}:numPr><${prefix}:numId ${prefix}:val="0"/></${prefix}:numPr>`)
  edits.properties = properties
}

/** The last that a paragraph holds is new, or what is behind it ends the text, and its mark is free to move. */
function endsAnew(paragraph: Paragraph, { mark, insertions }: Edits): boolean {
  const { element, parent, text } = paragraph
  const endsBody = parent.name === 'body' && endsContainer(element, parent)
  const isFree = !child(child(element, 'pPr'), 'sectPr') && markChangesOf(paragraph).length === 0
  return mark === 'keep' && isFree && (insertions.has(text.length) || endsBody)
}

function setIn(properties: Properties, indent: ReadonlyMap<string, string>, prefix: string): void {
  const attributes = [...indent].map(([side, value]) => ` ${prefix}:${side}="${value}"`)
  properties.remove('ind')
  if (attributes.length > 0) properties.set('ind', `<${prefix}:ind${attributes.join('')}/>`)
}
