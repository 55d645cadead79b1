/** Revise a Word document as a drafter would in Word: words, paragraphs, notes, symbols and dates. */
import { type AnyNode, type Element, isTag, isText, Text } from 'domhandler'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import { type Random, random } from '../../bench/revisions/random.js'

type Parts = Map<string, ReturnType<typeof parseDocument>>

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'word/document.xml'
const story = /^word\/(?:document|header\d*|footer\d*|footnotes)\.xml$/u
/** So much text has a paragraph of the resolution; lines of the masthead have less. */
const leastText = 60
const words = ['keepers', 'lamps', 'promptly', 'harbours', 'twice', 'lighthouses', 'fog', 'as appropriate']
/** What may be only once in a document. */
const single =
  /^w:(?:bookmarkStart|bookmarkEnd|commentReference|commentRangeStart|commentRangeEnd|drawing|pict|fldChar|instrText|fldSimple|footnoteReference|endnoteReference)$/u

/**
 * Make a revision of a document: up to ten edits, each of another kind.
 *
 * Given the bytes of a package and a seed. Ensures that the result is a package of the same parts, as
 * Word would save it without tracked changes, and gives the names of the edits.
 */
export function reviseWord(
  bytes: Uint8Array,
  seed: number,
  { most = 10, without = [] }: { most?: number; without?: readonly string[] } = {},
): { bytes: Uint8Array; edits: string[] } {
  const entries = unzipSync(bytes)
  const parts: Parts = new Map(
    Object.keys(entries)
      .filter((name) => story.test(name))
      .map((name) => [
        name,
        parseDocument(textOfPart(entries[name]), { xmlMode: true, decodeEntities: true }),
      ]),
  )
  const source = random(seed)
  const reviser = new Reviser(parts, source)
  const edits: string[] = []
  for (const [name, edit] of source.shuffle(Object.entries(reviser.edits)))
    if (edits.length < most && !without.includes(name) && edit()) edits.push(name)
  const written = Object.fromEntries(
    [...parts].map(([name, root]) => [
      name,
      strToU8(declaration + DomUtils.getOuterHTML(root, { xmlMode: true, encodeEntities: 'utf8' })),
    ]),
  )
  return { bytes: zipSync({ ...entries, ...written }, { mtime: new Date(1980, 0, 1) }), edits }
}

/** A part without its declaration, which the serializer does not write as XML. */
function textOfPart(bytes: Uint8Array | undefined): string {
  return strFromU8(bytes as Uint8Array).replace(/^\uFEFF?<\?xml[^>]*>/u, '')
}

class Reviser {
  readonly #source: Random
  readonly #parts: Parts
  /** Paragraphs that an edit has used: each edit has its own. */
  readonly #used = new Set<Element>()

  constructor(parts: Parts, source: Random) {
    this.#parts = parts
    this.#source = source
  }

  readonly edits: Record<string, () => boolean> = {
    'a word is another': () =>
      this.#inText(
        (text, at) => `${text.slice(0, at)}${this.#word()} ${text.slice(text.indexOf(' ', at) + 1)}`,
      ),
    'words come': () =>
      this.#inText((text, at) => `${text.slice(0, at)}${this.#word()} and ${this.#word()} ${text.slice(at)}`),
    'words go': () =>
      this.#inText(
        (text, at) => text.slice(0, at) + text.slice(text.indexOf(' ', text.indexOf(' ', at) + 1) + 1),
      ),
    'a figure is another': () => this.#figure(),
    'a paragraph comes': () => {
      const model = this.#paragraph((one) => !holdsSingle(one))
      if (!model) return false
      const copy = model.cloneNode(true)
      const [first, ...rest] = textsOf(copy)
      if (!first) return false
      first.data = `Notes with ${this.#word()} the ${this.#word()} of the ${this.#word()} of the coast, and asks for ${this.#word()};`
      for (const text of rest) text.data = ''
      insertAfter(copy, model)
      return true
    },
    'a paragraph goes': () => {
      const gone = this.#paragraph((one) => !holdsSingle(one) || onlyNotes(one))
      if (!gone) return false
      for (const reference of find(gone, 'w:footnoteReference')) this.#dropNote(reference.attribs['w:id'])
      remove(gone)
      return true
    },
    'a paragraph moves': () => {
      const moved = this.#paragraph((one) => !holdsSingle(one))
      const target = this.#paragraph(() => true)
      if (!moved || !target) return false
      remove(moved)
      insertAfter(moved, target)
      return true
    },
    'a paragraph is two': () => {
      const one = this.#paragraph((paragraph) => !holdsSingle(paragraph))
      const text = one && longest(one)
      const at = text ? spaceIn(text.data, this.#source) : -1
      if (!one || !text || at < 0) return false
      const other = one.cloneNode(true)
      const index = textsOf(one).indexOf(text)
      textsOf(one).forEach((node, place) => {
        if (place > index) node.data = ''
      })
      textsOf(other).forEach((node, place) => {
        if (place < index) node.data = ''
        if (place === index) node.data = node.data.slice(at + 1)
      })
      text.data = `${text.data.slice(0, at)};`
      insertAfter(other, one)
      return true
    },
    'two paragraphs are one': () => {
      const one = this.#paragraph((paragraph) => {
        const next = nextElement(paragraph)
        return next !== undefined && this.#isFree(next) && textOf(next).length >= leastText
      })
      const next = one && nextElement(one)
      if (!one || !next) return false
      this.#used.add(next)
      for (const child of [...next.children])
        if (!(isTag(child) && child.name === 'w:pPr')) {
          remove(child)
          child.parent = one
          one.children.push(child)
        }
      remove(next)
      return true
    },
    'a note says something else': () => {
      const notes = this.#parts.get('word/footnotes.xml')
      const own = notes ? find(notes, 'w:t').filter((node) => textOf(node).trim().length > 12) : []
      const text = own.length > 0 ? textsOf(own[this.#source.below(own.length)] as Element)[0] : undefined
      if (!text) return false
      text.data = text.data.replace(/\s\S+(?=\s)/u, ` ${this.#word()}`)
      return true
    },
    'a note comes': () => {
      const notes = this.#parts.get('word/footnotes.xml')
      const all = notes
        ? find(notes, 'w:footnote').filter((note) => note.attribs['w:type'] === undefined)
        : []
      const document = this.#parts.get(main)
      const old = document ? find(document, 'w:footnoteReference')[0]?.parent : undefined
      const [pattern] = all
      const host = this.#paragraph(() => true)
      if (!pattern || !host || !old || !isTag(old)) return false
      const id = String(Math.max(...all.map((note) => Number(note.attribs['w:id']))) + 1)
      const note = pattern.cloneNode(true)
      note.attribs['w:id'] = id
      const [first, ...rest] = textsOf(note).filter((text) => text.data.trim() !== '')
      if (!first) return false
      first.data = ` See the register of ${this.#word()}.`
      for (const text of rest) text.data = ''
      insertAfter(note, all.at(-1) as Element)
      const reference = old.cloneNode(true)
      for (const one of find(reference, 'w:footnoteReference')) one.attribs['w:id'] = id
      reference.parent = host
      host.children.push(reference)
      return true
    },
    'the symbol is of a revision': () =>
      this.#everywhere(/((?:A|E|S)\/(?:RES\/)?[\dA-Z.]+\/[\dL.]+)(?!\S)/u, '$1/Rev.1'),
    'the date is another': () =>
      this.#everywhere(
        /^(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})$/u,
        '29 $2 $3',
      ),
    'the distribution is another': () => this.#everywhere(/(Distr\.: ?)General/u, '$1Limited'),
  }

  #word(): string {
    return words[this.#source.below(words.length)] as string
  }

  #isFree(one: Element): boolean {
    return one.name === 'w:p' && !this.#used.has(one) && find(one, 'w:sectPr').length === 0
  }

  /** A paragraph of the text that no other edit has used. */
  #paragraph(accepts: (one: Element) => boolean): Element | undefined {
    const body = find(this.#parts.get(main) as ReturnType<typeof parseDocument>, 'w:body')[0]
    const all = (body?.children ?? []).filter(
      (node): node is Element =>
        isTag(node) && this.#isFree(node) && textOf(node).length >= leastText && accepts(node),
    )
    const found = all[this.#source.below(Math.max(1, all.length))]
    if (found) this.#used.add(found)
    return found
  }

  /** Edit the longest text of a paragraph, at the beginning of a word. */
  #inText(edit: (text: string, at: number) => string): boolean {
    const one = this.#paragraph((paragraph) => (longest(paragraph)?.data.split(' ').length ?? 0) > 6)
    const text = one && longest(one)
    if (!text) return false
    const spaces = [...text.data.matchAll(/ (?=\p{L})/gu)].map(({ index }) => index + 1)
    const at = spaces[this.#source.below(Math.max(1, spaces.length - 3))]
    if (at === undefined) return false
    text.data = edit(text.data, at)
    return true
  }

  #figure(): boolean {
    const one = this.#paragraph((paragraph) => textsOf(paragraph).some(({ data }) => /\b\d{2}\b/u.test(data)))
    const text = one && textsOf(one).find(({ data }) => /\b\d{2}\b/u.test(data))
    if (!text) return false
    text.data = text.data.replace(/\b\d{2}\b/u, (found) => String(10 + ((Number(found) + 7) % 90)))
    return true
  }

  /** Replace in each text that holds all of it, outside of the paragraphs of the resolution. */
  #everywhere(pattern: RegExp, by: string): boolean {
    let found = false
    for (const [name, root] of this.#parts) {
      if (name === 'word/footnotes.xml') continue
      for (const one of find(root, 'w:p')) {
        if (textOf(one).length >= leastText) continue
        for (const text of textsOf(one)) {
          const next = text.data.replace(pattern, by)
          found ||= next !== text.data
          text.data = next
        }
      }
    }
    return found
  }

  #dropNote(id: string | undefined): void {
    const notes = this.#parts.get('word/footnotes.xml')
    for (const note of notes ? find(notes, 'w:footnote') : []) if (note.attribs['w:id'] === id) remove(note)
  }
}

function find(root: { children: AnyNode[] }, name: string): Element[] {
  return root.children.flatMap((node) =>
    isTag(node) ? [...(node.name === name ? [node] : []), ...find(node, name)] : [],
  )
}

function textsOf(one: Element): Text[] {
  return find(one, 'w:t').flatMap((element) => {
    if (element.children.length === 0) element.children.push(new Text(''))
    element.attribs['xml:space'] = 'preserve'
    return element.children.filter((node): node is Text => isText(node))
  })
}

function textOf(one: Element): string {
  return find({ children: [one] }, 'w:t')
    .flatMap(({ children }) => children.map((node) => (isText(node) ? node.data : '')))
    .join('')
}

function longest(one: Element): Text | undefined {
  return textsOf(one).reduce<Text | undefined>(
    (best, text) => (text.data.length > (best?.data.length ?? 0) ? text : best),
    undefined,
  )
}

function spaceIn(text: string, source: Random): number {
  const spaces = [...text.matchAll(/ (?=\p{L})/gu)].map(({ index }) => index)
  return spaces.length < 6 ? -1 : (spaces[2 + source.below(spaces.length - 4)] as number)
}

function holdsSingle(one: Element): boolean {
  return one.children.some((node) => isTag(node) && (single.test(node.name) || holdsSingle(node)))
}

/** Of what is once, it holds marks of notes alone. */
function onlyNotes(one: Element): boolean {
  return one.children.every(
    (node) =>
      !isTag(node) || ((!single.test(node.name) || node.name === 'w:footnoteReference') && onlyNotes(node)),
  )
}

function nextElement(one: Element): Element | undefined {
  let next = one.next
  while (next && !isTag(next)) next = next.next
  return next ?? undefined
}

function remove(node: AnyNode): void {
  const { parent } = node
  if (!parent) return
  parent.children = parent.children.filter((child) => child !== node)
  link(parent)
}

function insertAfter(node: Element, place: Element): void {
  const { parent } = place
  if (!parent) return
  parent.children.splice(parent.children.indexOf(place) + 1, 0, node)
  link(parent)
}

function link(parent: { children: AnyNode[] }): void {
  parent.children.forEach((child, at) => {
    child.parent = parent as never
    child.prev = (parent.children[at - 1] ?? null) as never
    child.next = (parent.children[at + 1] ?? null) as never
  })
}
