/**
 * Notes and their marks by the links between them: Word's `_ftn1`, pandoc's
 * `fn1`, LibreOffice's `sdfootnote1sym`, and whatever else leads there and back.
 */
import { firstFrom } from '../../model/ascending.js'
import { type Element, isText, type Text, textOf, walk } from '../xml/elements.js'

export interface NoteMark {
  label: string
  identifier: string
  source: { start: number; end: number }
}

export interface NoteStart {
  label: string
  identifier: string
  /** The element at whose end the note ends at the latest. */
  container: Element
}

export interface Notes {
  /** Links that are the marks of notes. */
  marks: ReadonlyMap<Element, NoteMark>
  /** Elements at which a note begins. */
  starts: ReadonlyMap<Element, NoteStart>
  /** Links from a note back to its mark. */
  back: ReadonlySet<Element>
}

const sign = /^[[(]?\s*(\d{1,4}|[*†‡§]{1,5}|[a-z]|[ivxl]{1,7})\s*[\])]?[.:/]?$/iu
/** A mark, and what the link back to it names, are so many elements apart at most. */
const near = 4
const longestSign = 12
const shortestOpening = 4
/** Links looked at in a note, and elements around a place that a link leads to: more is no note. */
const mostLinks = 200
const mostAncestors = 64
const holders = new Set(['li', 'p', 'div', 'dd', 'dt', 'td', 'th', 'tr', 'aside', 'section', 'blockquote'])

interface Link {
  element: Element
  text: Text
  target: Element
}

interface Note {
  target: Element
  holder: Element
  label: string
  marks: Link[]
}

/** Find the notes of a document. */
export function findNotes(root: Element): Notes {
  const { links, openings } = linksOf(root)
  const notes = new Map<Element, Note>()
  const ordered = links.map(({ element }) => element.order)
  for (const link of links) {
    const label = sign.exec(link.text.value.trim())?.[1]
    if (label === undefined || link.target.order <= link.element.order) continue
    const known = notes.get(link.target)
    if (known) {
      known.marks.push(link)
      continue
    }
    const holder = holderOf(link.target)
    if (!holder || contains(holder, link.element)) continue
    const returns = linksWithin(holder, links, ordered).some(({ target }) => isNear(target, link.element))
    if (returns || (isRaised(link) && opensWith(holder, openings.get(link.target), label)))
      notes.set(link.target, { target: link.target, holder, label, marks: [link] })
  }
  return settle([...notes.values()], links, ordered)
}

function settle(found: Note[], links: readonly Link[], ordered: readonly number[]): Notes {
  const marks = new Map<Element, NoteMark>()
  const starts = new Map<Element, NoteStart>()
  const back = new Set<Element>()
  const used = new Map<string, number>()
  const perHolder = new Map<Element, number>()
  for (const { holder } of found) {
    perHolder.set(holder, (perHolder.get(holder) ?? 0) + 1)
    if (holder.parent) perHolder.set(holder.parent, (perHolder.get(holder.parent) ?? 0) + 1)
  }
  found.sort((a, b) => a.target.order - b.target.order)
  for (const note of found) {
    const { label, holder } = note
    const times = (used.get(label) ?? 0) + 1
    used.set(label, times)
    const identifier = times > 1 ? `${label}-${times}` : label
    const alone = perHolder.get(holder) === 1
    const container = alone ? widened(holder, perHolder) : holder
    // Notes that share a paragraph begin each at the place its mark leads to.
    starts.set(alone ? container : note.target, { label, identifier, container })
    for (const { element, text } of note.marks)
      marks.set(element, { label, identifier, source: { start: text.start, end: text.end } })
    for (const link of linksWithin(container, links, ordered))
      if (note.marks.some((mark) => isNear(link.target, mark.element))) back.add(link.element)
  }
  return { marks, starts, back }
}

/** Links that lead to a place of the document, and the text with which each place opens. */
function linksOf(root: Element): { links: Link[]; openings: ReadonlyMap<Element, string> } {
  const targets = new Map<string, Element>()
  const openings = new Map<Element, string>()
  const found: { element: Element; fragment: string }[] = []
  let fresh: Element[] = []
  let begun: Element[] = []
  walk(root, {
    enter(element) {
      const { id, name, href } = element.attribs
      // A mark in brackets may be three texts, but not in two paragraphs.
      if (holders.has(element.name)) begun = []
      if (id || name) {
        if (id && !targets.has(id)) targets.set(id, element)
        if (name && !targets.has(name)) targets.set(name, element)
        fresh.push(element)
      }
      const at = element.name === 'a' ? (href?.lastIndexOf('#') ?? -1) : -1
      if (href !== undefined && at !== -1 && at < href.length - 1)
        found.push({ element, fragment: href.slice(at + 1) })
      return true
    },
    leave: () => undefined,
    text({ value }) {
      if (value.trim() === '') return
      for (const one of fresh) openings.set(one, value.slice(0, longestSign))
      for (const one of begun) openings.set(one, openings.get(one) + value.slice(0, longestSign))
      begun = [...begun, ...fresh].filter((one) => (openings.get(one) ?? '').length < shortestOpening)
      fresh = []
    },
  })
  const links = found.flatMap(({ element, fragment }) => {
    const target = targets.get(fragment) ?? targets.get(decoded(fragment))
    return target ? [{ element, target, text: textOf(element, longestSign * 2) }] : []
  })
  return { links, openings }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    // A stray percent sign is part of the name.
    return fragment
  }
}

/** The links inside an element: a stretch of all links, which are in order. */
function linksWithin(root: Element, links: readonly Link[], ordered: readonly number[]): readonly Link[] {
  const start = firstFrom(ordered, root.order)
  let end = start
  while (end < ordered.length && end - start < mostLinks && (ordered[end] as number) <= root.last) end++
  return links.slice(start, end)
}

function isNear(target: Element, mark: Element): boolean {
  return Math.abs(target.order - mark.order) <= near
}

function contains(outer: Element, inner: Element): boolean {
  return inner.order >= outer.order && inner.order <= outer.last
}

/** The paragraph or item in which a place is; a row, where it is a cell of one. */
function holderOf(target: Element): Element | undefined {
  let one: Element | undefined = target
  for (let step = 0; one && !holders.has(one.name); step++)
    one = step < mostAncestors ? (one.parent ?? undefined) : undefined
  return one && (one.name === 'td' || one.name === 'th') ? (one.parent ?? one) : one
}

/** A note of several paragraphs: what holds them, if the first of them opens it and no other note is in it. */
function widened(holder: Element, perHolder: ReadonlyMap<Element, number>): Element {
  const { parent } = holder
  if (!parent || !/^(?:li|div|aside|dd)$/u.test(parent.name) || perHolder.get(parent) !== 1) return holder
  const first = parent.children.find((child) => !isText(child) || child.value.trim() !== '')
  return first === holder ? parent : holder
}

/** A mark says that it is one: it is raised, or is in brackets. */
function isRaised({ element, text }: Link): boolean {
  if (/^\s*[[(]/u.test(text.value) || element.parent?.name === 'sup') return true
  return element.children.some((child) => !isText(child) && child.name === 'sup')
}

/** A note that leads nowhere back opens with its mark, unless its list prints it. */
function opensWith(holder: Element, opening: string | undefined, label: string): boolean {
  return holder.name === 'li' || leading(opening ?? '', label) > 0
}

/** The sign that sites put behind a heading, which leads to the heading itself. */
export function isPermalink(element: Element): boolean {
  if (element.name !== 'a' || !element.attribs.href?.includes('#')) return false
  return /^\s*(?:[#¶§]|\u{1f517})\s*$/u.test(textOf(element, longestSign).value)
}

/** How many characters at the beginning of a note are its mark. */
export function leading(text: string, label: string): number {
  const match = /^\s*[[(]?\s*([\p{L}\p{N}]{1,7}|[*†‡§]{1,5})\s*[\])]?[.:/]?\s*/u.exec(text)
  return match?.[1]?.toLowerCase() === label.toLowerCase() ? match[0].length : 0
}
