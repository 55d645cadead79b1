/** Notes that come with new marks, in the part of the base's notes. */

import { attribute, child, descendants, type Element, elements, integer, sourceOf } from '../../xml/xml.js'
import type { Manuscript } from '../package/manuscript.js'
import { definitions, type NoteKind } from '../package/notes.js'
import type { Part } from '../package/package.js'
import type { NoteOf } from './edit.js'
import { cut, type Fresh, freshOf, insertedFrom } from './fresh.js'
import type { Marks, RunRevision } from './marks.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import type { NewNotes } from './revised.js'
import { type Look, lookingLike } from './run-look.js'
import { runText } from './run-text.js'
import type { Splices } from './splices.js'

interface NotesPart {
  part: Part
  next: number
  /** A note of the part, whose form new ones take. */
  pattern: Element | undefined
  known: Map<string, Element>
  /** New notes, by their id. */
  made: Map<string, { xml: string; source: string }>
  /** Notes that stay, by their id in the new document. */
  kept: Map<string, Element>
}

/** How the mark of a note looks. */
export const raised: Look = { emphasis: false, strong: false, superscript: true }

export class NoteWriter {
  readonly #base: Manuscript
  readonly #revised: NewNotes
  readonly #marks: Marks
  readonly #splices: Splices
  readonly #parts = new Map<NoteKind, NotesPart>()
  readonly #create: (kind: NoteKind) => Part

  constructor(options: {
    base: Manuscript
    revised: NewNotes
    marks: Marks
    splices: Splices
    /** Make the part of a kind that the base has none of. */
    create: (kind: NoteKind) => Part
  }) {
    this.#base = options.base
    this.#revised = options.revised
    this.#marks = options.marks
    this.#splices = options.splices
    this.#create = options.create
  }

  /** Add a note of the new document; gives the run that refers to it, for a prefix. */
  add({ kind, id, custom }: NoteOf, mark: string, prefix: string, revision: RunRevision): string {
    const notes = this.#part(kind)
    const own = notes.next++
    const inner = prefixOf(notes.part)
    const texts = this.#revised.of(kind, id).map(freshOf)
    const lines = texts.map((text, at) =>
      this.#line(text, at === 0, notes, inner, { kind, custom, revision }),
    )
    const content = lines.length > 0 ? lines.join('') : `<${inner}:p/>`
    const xml = `<${inner}:${kind} ${inner}:id="${own}">${content}</${inner}:${kind}>`
    notes.made.set(String(own), { xml, source: id })
    const follows = custom ? ` ${prefix}:customMarkFollows="1"` : ''
    return `<${prefix}:r>${this.#markLook(kind, prefix)}<${prefix}:${kind}Reference${follows} ${prefix}:id="${own}"/>${runText(prefix, mark)}</${prefix}:r>`
  }

  /** A note of the base is this one of the new document. */
  keep(note: NoteOf, other: NoteOf): void {
    const { known, kept } = this.#part(note.kind)
    const element = known.get(note.id)
    if (element) kept.set(other.id, element)
  }

  /** Add the new notes to their parts, where the new document has them among those that stay. */
  finish(): void {
    for (const [kind, { part, made, kept }] of this.#parts) {
      const order = this.#revised.order(kind)
      const rank = new Map(order.map((id, at) => [id, at]))
      const at = ({ source }: { source: string }) => rank.get(source) ?? order.length
      for (const note of [...made.values()].sort((a, b) => at(a) - at(b))) {
        const next = order.slice(at(note) + 1).find((id) => kept.has(id))
        const element = next === undefined ? undefined : kept.get(next)
        if (element) this.#splices.before(part, element, note.xml)
        else this.#splices.append(part, part.root, note.xml)
      }
    }
  }

  /**
   * Number the notes in the order of their marks, where some are new.
   *
   * Word does so whenever it saves. The format does not ask for it, but LibreOffice takes
   * the note with the least number for the first mark.
   *
   * @param written the parts that were edited, by name; they are replaced there
   */
  number(written: Map<string, string>, main: string): void {
    for (const [kind, { part, known, made }] of this.#parts) {
      const text = written.get(main)
      const notes = written.get(part.name)
      if (text === undefined || notes === undefined || made.size === 0) continue
      const isKept = (id: string) => attribute(known.get(id), 'type') !== undefined
      const marks = [...text.matchAll(idOf(`${kind}Reference`))].flatMap(([, , id]) => id ?? [])
      const order = [...new Set([...marks, ...known.keys()])].filter((id) => !isKept(id))
      const first = Math.max(0, ...[...known.keys()].filter(isKept).map((id) => integer(id) ?? 0)) + 1
      const numbers = new Map(order.map((id, at) => [id, String(first + at)]))
      const renumber = (xml: string, name: string) =>
        xml.replace(idOf(name), (_, open: string, id: string) => open + (numbers.get(id) ?? id))
      written.set(main, renumber(text, `${kind}Reference`))
      written.set(part.name, renumber(notes, kind))
    }
  }

  #line(
    fresh: Fresh,
    first: boolean,
    { part, pattern }: NotesPart,
    prefix: string,
    { kind, custom, revision }: { kind: NoteKind; custom: boolean; revision: RunRevision },
  ): string {
    const sample = pattern && child(pattern, 'p')
    const properties = new Properties('pPr', prefix, part, child(sample, 'pPr')).remove('numPr', 'pPrChange')
    if (!sample && this.#hasStyle('paragraph', styleNames[kind].text))
      properties.set('pStyle', `<${prefix}:pStyle ${prefix}:val="${styleNames[kind].text}"/>`)
    const start = fresh.text.length - fresh.text.trimStart().length
    const body = cut(fresh, start, Math.max(start, fresh.text.trimEnd().length))
    const lead = first && !custom ? this.#lead(sample, part, kind, prefix) : { runs: '', space: '' }
    const { styles } = this.#base.document
    const style = styles.idOf('paragraph', attribute(child(child(sample, 'pPr'), 'pStyle'), 'val'))
    const words = insertedFrom(body, 0, body.text.length).map((one, at) => {
      if (one.kind === 'equation') return one.xml
      if (one.kind !== 'text') return ''
      const look = lookingLike(undefined, one.look, { prefix, styles, style })
      return `<${prefix}:r>${look}${runText(prefix, (at === 0 ? lead.space : '') + one.text)}</${prefix}:r>`
    })
    const runs = `<${prefix}:${revision} ${this.#marks.attributes(prefix)}>${lead.runs}${words.join('')}</${prefix}:${revision}>`
    return `<${prefix}:p>${properties}${runs}</${prefix}:p>`
  }

  /** What is before the words of a note: its mark, and the white space around it. */
  #lead(
    sample: Element | undefined,
    part: Part,
    kind: NoteKind,
    prefix: string,
  ): { runs: string; space: string } {
    let runs = ''
    for (const run of sample ? elements(sample) : []) {
      if (run.name === 'pPr') continue
      if (run.name !== 'r') break
      const text = elements(run).filter(({ name }) => name === 't')
      const printed = text.map((one) => sourceOf(part, one).replace(/<[^>]*>/gu, '')).join('')
      if (printed.trim() !== '') {
        if (!runs.includes(`${kind}Ref`)) break
        return { runs, space: /^\s*/u.exec(printed)?.[0] ?? '' }
      }
      runs += sourceOf(part, run)
    }
    if (runs.includes(`${kind}Ref`)) return { runs, space: '' }
    return {
      runs: `<${prefix}:r>${this.#markLook(kind, prefix)}<${prefix}:${kind}Ref/></${prefix}:r>`,
      space: ' ',
    }
  }

  /** Properties of a note's mark: the style for it, where the base has that. */
  #markLook(kind: NoteKind, prefix: string): string {
    const { styles } = this.#base.document
    const name = styleNames[kind].mark
    if (this.#hasStyle('character', name))
      return `<${prefix}:rPr><${prefix}:rStyle ${prefix}:val="${name}"/></${prefix}:rPr>`
    return lookingLike(undefined, raised, { prefix, styles, style: undefined }).toString()
  }

  #hasStyle(type: 'paragraph' | 'character', name: string): boolean {
    return this.#base.document.styles.idOf(type, name) === name
  }

  #part(kind: NoteKind): NotesPart {
    const known = this.#parts.get(kind)
    if (known) return known
    const part = this.#base.document.word.byRole(`${kind}s`) ?? this.#create(kind)
    const all = [...definitions(part.root, kind)]
    // A mark whose note is lost has its number still.
    const marked = [...descendants(this.#base.document.word.main.root)].flatMap((element) =>
      element.name === `${kind}Reference` ? (attribute(element, 'id') ?? []) : [],
    )
    const next = Math.max(0, ...[...all.map(([id]) => id), ...marked].map((id) => integer(id) ?? 0)) + 1
    const pattern = all.find(([, element]) => attribute(element, 'type') === undefined)?.[1]
    const notes: NotesPart = { part, next, pattern, known: new Map(all), made: new Map(), kept: new Map() }
    this.#parts.set(kind, notes)
    return notes
  }
}

/** The number of an element, and what is written before it. */
function idOf(name: string): RegExp {
  return new RegExp(
    `(<(?:[\\w.-]+:)?${name}\\s(?:[^>]*?\\s)?(?:[\\w.-]+:)?id\\s*=\\s*["'])(-?\\d{1,9})(?=["'])`,
    'gu',
  )
}

/** As Word calls them in every language. */
const styleNames: Record<NoteKind, { text: string; mark: string }> = {
  footnote: { text: 'FootnoteText', mark: 'FootnoteReference' },
  endnote: { text: 'EndnoteText', mark: 'EndnoteReference' },
}
