/** Fields of the masthead, the title and the closing that say something else: written where the base has them. */

import type { Node as UnistNode } from 'unist'
import type { BlockSource } from '../../../model/block.js'
import { fieldTypes } from '../../../model/tree/kinds.js'
import { plainText } from '../../../model/tree/text.js'
import type { Root } from '../../../model/tree/types.js'
import type { Item, Manuscript, Paragraph } from '../package/manuscript.js'
import { endsIn } from './divide.js'
import type { Unit } from './fresh.js'
import type { Compare } from './plan-words.js'
import { fromParagraph, type NewParagraph } from './revised.js'

interface Loose extends UnistNode {
  children?: Loose[]
}

/** A field of both documents whose words differ. */
export interface FieldChange {
  type: string
  old: string
  new: string
  /** Where the base has it. */
  places: readonly BlockSource[]
  /** Where the new document has it. */
  newPlaces: readonly BlockSource[]
}

/** Fields that a document prints again on later pages. */
const running: ReadonlySet<string> = new Set(['symbol', 'title', 'agendaTitle'])
const revisedTypes: ReadonlySet<string> = new Set([...fieldTypes, 'title'])

/**
 * List the fields that say something else.
 *
 * Given both trees. Ensures that a field is paired with one of its type that holds the
 * same words, and else by its place among the others of its type: what only one side has
 * is none, since a text or a page leaves much of a masthead out.
 */
export function fieldChanges(
  trees: { old: Root; new: Root },
  isSame: (old: string, now: string) => boolean,
): FieldChange[] {
  const [before, after] = [fieldsOf(trees.old), fieldsOf(trees.new)]
  return [...before].flatMap(([kind, nodes]) => {
    const others = after.get(kind) ?? []
    const isIn = (node: Loose, all: readonly Loose[]) =>
      all.some((other) => isSame(plainText(node), plainText(other)))
    const gone = nodes.filter((node) => !isIn(node, others))
    const come = others.filter((node) => !isIn(node, nodes))
    if (gone.length !== come.length) return []
    return gone.flatMap((node, at) => {
      const other = come[at] as Loose
      const [old, now] = [plainText(node), plainText(other)]
      if (old === '' || now === '') return []
      return [{ type: node.type, old, new: now, places: placesOf(node), newPlaces: placesOf(other) }]
    })
  })
}

/** The fields of a tree by their type and that of the node that holds them. */
function fieldsOf(tree: Root): Map<string, Loose[]> {
  const found = new Map<string, Loose[]>()
  const visit = (node: Loose, parent: string): void => {
    if (revisedTypes.has(node.type)) {
      const kind = `${parent} ${node.type}`
      found.set(kind, [...(found.get(kind) ?? []), node])
    } else if (node.type !== 'annex') for (const child of node.children ?? []) visit(child, node.type)
  }
  for (const node of tree.children) visit(node as Loose, 'root')
  return found
}

function placesOf({ data, children }: Loose): readonly BlockSource[] {
  return data?.source ?? (children ?? []).flatMap((child) => child.data?.source ?? [])
}

/** A paragraph of the base as it is to read. */
export interface Patch {
  paragraph: NewParagraph
}

/**
 * Write changed fields into the paragraphs that print them.
 *
 * Given paragraphs that are written anyway. Ensures that each place is edited on its own:
 * the field's own, and those on later pages where the same words are printed again.
 */
export function patch(
  base: Manuscript,
  fields: readonly FieldChange[],
  written: readonly Item[],
  compare: Compare,
): Map<Paragraph, Patch> {
  const patches = new Map<Paragraph, Patch>()
  for (const field of fields.flatMap((one) => byParagraph(base, one, compare))) {
    for (const paragraph of base.paragraphs) {
      if (written.includes(paragraph)) continue
      const isPlace = field.places.some(
        ({ part, paragraph: number }) => part === paragraph.part.name && number === paragraph.number,
      )
      const isAgain = running.has(field.type) && paragraph.region !== 'body'
      if (!isPlace && !isAgain) continue
      const current = patches.get(paragraph)?.paragraph ?? fromParagraph(paragraph)
      const next = replaced(current, field)
      if (!next) continue
      patches.set(paragraph, { paragraph: next })
    }
  }
  return patches
}

/** The paragraph with the words of a field in the place of the old ones; undefined where it has them not. */
function replaced(paragraph: NewParagraph, field: FieldChange): NewParagraph | undefined {
  const words = field.old.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  // White space between words, and the marks of notes on them, are not the field's.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}/])${words.join('[\\s\\uE000-\\uE0FF]+')}(?![\\p{L}\\p{N}]|/[\\p{L}\\p{N}])`,
    'u',
  )
  const match = pattern.exec(paragraph.text)
  if (!match) return undefined
  const [from, to] = [match.index, match.index + match[0].length]
  const unit = paragraph.units[from] as Unit
  const added = Array.from({ length: field.new.length }, () => ({ ...unit, note: undefined }))
  const notes = Array.from({ length: to - from }, (_, at) => from + at).filter(
    (at) => paragraph.units[at]?.note,
  )
  return {
    ...paragraph,
    text: `${paragraph.text.slice(0, from)}${field.new}${notes.map((at) => paragraph.text[at]).join('')}${paragraph.text.slice(to)}`,
    units: [
      ...paragraph.units.slice(0, from),
      ...added,
      ...notes.map((at) => paragraph.units[at] as Unit),
      ...paragraph.units.slice(to),
    ],
  }
}

/**
 * A field that the base has in several paragraphs, as sponsors are that fill more than one: what each of them says.
 *
 *     Arcadia, Borduria,        Arcadia, Borduria,
 *     Caspia: draft resolution  Caspia, Delmark: draft resolution
 *     Arcadia, Borduria, Caspia, Delmark: draft resolution   is cut where the old paragraphs end
 */
function byParagraph(base: Manuscript, field: FieldChange, compare: Compare): FieldChange[] {
  if (field.places.length < 2) return [field]
  const texts = field.places.map((place) => {
    const paragraph = base.paragraphs.find(
      ({ part, number }) => part.name === place.part && number === place.paragraph,
    )
    return paragraph?.text.replace(/[\uE000-\uE0FF]/gu, '').trim() ?? ''
  })
  if (texts.join(' ') !== field.old) return [field]
  const { new: now } = field
  const cuts = endsIn(texts, now, compare).map(({ at }) => {
    const space = now.indexOf(' ', at)
    return space < 0 ? now.length : space
  })
  return texts.map((old, at) => {
    const place = field.places[at] as BlockSource
    return { ...field, old, new: now.slice(cuts[at - 1] ?? 0, cuts[at]).trim(), places: [place] }
  })
}
