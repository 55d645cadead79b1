/** What would make Word call a document damaged: looked for before a redline is handed out. */
import { attribute, childrenOf, descendants, type Element, elements } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import { definitions, type NoteKind } from '../package/notes.js'
import type { Part } from '../package/package.js'

const revisions: ReadonlySet<string> = new Set(
  'ins del moveFrom moveTo rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange cellIns cellDel moveFromRangeStart moveToRangeStart'.split(
    ' ',
  ),
)
const noteKinds: readonly NoteKind[] = ['footnote', 'endnote']
/** What may not be in itself, at any depth below the same paragraph. */
const single: ReadonlySet<string> = new Set(['r', 'ins', 'del', 'moveFrom', 'moveTo'])

/**
 * List the faults of a document, by rules that its schema cannot say.
 *
 * Ensures that revisions have numbers of their own, that ranges of moves are paired,
 * that marks of notes have notes, that what parts refer to is there, and that each cell
 * ends with a paragraph whose mark stays.
 */
export function faultsOf(document: WordDocument): string[] {
  const { word } = document
  const notes = noteKinds.flatMap((kind) => word.byRole(`${kind}s`) ?? [])
  const stories = [word.main, ...document.pages.map(({ part }) => part), ...notes]
  const found: string[] = []
  const ids = new Set<string>()
  for (const part of stories) {
    const ranges = new Map<string, number>()
    const wanted = new Set<string>()
    for (const element of descendants(part.root)) {
      const { name } = element
      const id = attribute(element, 'id') ?? ''
      if (revisions.has(name)) {
        if (ids.has(id)) found.push(`${part.name}: two revisions have the number ${id}`)
        ids.add(id)
      }
      const range = /^(move(?:From|To))Range(Start|End)$/u.exec(name)
      if (range) ranges.set(id, (ranges.get(id) ?? 0) + (range[2] === 'Start' ? 1 : -1))
      if (name === 'tc') found.push(...cellFaults(element, part))
      if (name === 'p' || name === 'r') found.push(...nestingFaults(element, part))
      for (const [key, value] of Object.entries(element.attribs))
        if (/^r:(?:id|embed|link|href|pict)$/u.test(key) && value !== '') wanted.add(value)
    }
    for (const [id, balance] of ranges)
      if (balance !== 0) found.push(`${part.name}: the range ${id} of a move is not paired`)
    const known = relationshipsOf(document, part)
    for (const id of wanted) if (!known.has(id)) found.push(`${part.name}: nothing is related as ${id}`)
  }
  return [...found, ...noteFaults(document)]
}

function cellFaults(cell: Element, part: Part): string[] {
  const last = elements(cell).at(-1)
  // A content control or an alternative may hold the last paragraph.
  if (!last || last.name === 'tbl' || last.name === 'tcPr')
    return [`${part.name}: a cell has no last paragraph`]
  if (last.name !== 'p') return []
  const mark = childrenOf(childrenOf(last, 'pPr')[0], 'rPr')[0]
  const isRevised = mark && elements(mark).some(({ name }) => single.has(name))
  return isRevised ? [`${part.name}: the last mark of a cell is revised`] : []
}

function nestingFaults(element: Element, part: Part): string[] {
  const inside = elements(element).flatMap((child) =>
    single.has(child.name) && child.name !== 'r' ? elements(child) : [],
  )
  if (element.name === 'r')
    return elements(element).some(({ name }) => name === 'r' || name === 'p')
      ? [`${part.name}: a run holds a run`]
      : []
  return inside.some(({ name }) => name === 'p' || name === 'pPr')
    ? [`${part.name}: a revision of runs holds a paragraph`]
    : []
}

function noteFaults({ word }: WordDocument): string[] {
  return noteKinds.flatMap((kind) => {
    const part = word.byRole(`${kind}s`)
    const known = part ? definitions(part.root, kind) : new Map<string, Element>()
    return [...descendants(word.main.root)]
      .filter(({ name }) => name === `${kind}Reference`)
      .flatMap((element) => {
        const id = attribute(element, 'id') ?? ''
        return known.has(id) ? [] : [`${word.main.name}: there is no ${kind} ${id}`]
      })
  })
}

function relationshipsOf({ word }: WordDocument, { name }: Part): Set<string> {
  const cut = name.lastIndexOf('/') + 1
  const part = word.byName(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`)
  return new Set(childrenOf(part?.root, 'Relationship').map((one) => attribute(one, 'Id') ?? ''))
}
