/** All stories of a document, read once on one side of its tracked changes, in the order in which they count. */
import { attribute, type Element, elements } from '../../xml/xml.js'
import type { Context } from './context.js'
import type { WordDocument } from './document.js'
import { definitions, type Note, type NoteKind } from './notes.js'
import type { Part } from './package.js'
import { tellOtherParts } from './parts.js'
import type { Side } from './revisions.js'
import type { Page } from './sections.js'
import { type Item, Walk } from './walk.js'

export interface PageStory extends Page {
  items: Item[]
}

export interface NoteStory {
  kind: NoteKind
  id: string
  part: Part
  /** How its mark numbers it; undefined for a note without a mark. */
  note: Note | undefined
  items: Item[]
}

export interface CommentStory {
  element: Element
  part: Part
  items: Item[]
}

export interface Reading {
  context: Context
  /** The first page's headers and footers. */
  front: PageStory[]
  body: Item[]
  /** The headers and footers of all other pages. */
  running: PageStory[]
  /** Notes in the order of their marks, footnotes first; then those without a mark. */
  notes: NoteStory[]
  comments: CommentStory[]
}

const readings = new WeakMap<WordDocument, Map<Side, Reading>>()

/** All stories of a document on one side; each side is read once. */
export function readingOf(document: WordDocument, side: Side): Reading {
  const known = readings.get(document) ?? new Map<Side, Reading>()
  readings.set(document, known)
  const reading = known.get(side) ?? readStories(document, side)
  known.set(side, reading)
  return reading
}

function readStories(document: WordDocument, side: Side): Reading {
  const context = document.context(side)
  const { word, body, pages } = document
  const story = (page: Page): PageStory => ({
    ...page,
    items: new Walk(page.part, context, page.front ? 'front' : 'running').list(page.part.root),
  })
  const front = pages.filter((page) => page.front).map(story)
  const text = new Walk(word.main, context, 'body').list(body)
  const running = pages.filter((page) => !page.front).map(story)
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => readNotes(document, kind, context))
  const comments = readComments(document, context)
  const reading = { context, front, body: text, running, notes, comments }
  tellLeftOut(document, reading)
  return reading
}

/** Tell what the walks have not met, or have met and nothing refers to. */
function tellLeftOut({ word }: WordDocument, { context, front, running, notes, comments }: Reading): void {
  const { leavings } = context
  for (const { note, items } of notes) if (!note) for (const item of items) tellItem(item, context)
  const parts = new Set([word.main, ...[...front, ...running, ...notes, ...comments].map(({ part }) => part)])
  for (const part of parts) leavings.addRest('unread', part.root, { part: part.name })
  tellOtherParts(word, context, new Set([...parts].map(({ name }) => name.toLowerCase())))
}

function tellItem(item: Item, context: Context): void {
  if (item.kind === 'table')
    for (const { cells } of item.rows)
      for (const { items } of cells) for (const one of items) tellItem(one, context)
  else if (item.kind === 'paragraph') {
    context.leavings.add('unmarked-note', item.label + item.words.value, item.place)
    for (const box of item.boxes) for (const one of box) tellItem(one, context)
  }
}

function readNotes({ word }: WordDocument, kind: NoteKind, context: Context): NoteStory[] {
  const part = word.byRole(`${kind}s`)
  if (!part) return []
  const walk = new Walk(part, context, 'note')
  const known = definitions(part.root, kind)
  const met = context.notes.met.filter((note) => note.kind === kind)
  const marked = met.flatMap((note) => {
    const element = known.get(note.id)
    known.delete(note.id)
    return element ? [{ kind, id: note.id, part, note, items: walk.list(element) }] : []
  })
  const others = [...known].map(([id, element]) => ({
    kind,
    id,
    part,
    note: undefined,
    items: walk.list(element),
  }))
  return [...marked, ...others]
}

function readComments({ word }: WordDocument, context: Context): CommentStory[] {
  const part = word.byRole('comments')
  if (!part) return []
  const walk = new Walk(part, context, 'comment')
  return elements(part.root)
    .filter(({ name }) => name === 'comment')
    .map((element) => ({ element, part, items: walk.list(element) }))
}

/** Which comment it is. */
export function commentId({ element }: CommentStory): string {
  return attribute(element, 'id') ?? ''
}
