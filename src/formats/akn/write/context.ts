/** What the writing of one document keeps: identifiers given out, references made, notes to be written. */
import type { Element } from 'xast'
import { languages, load } from '../../../language/load.js'
import type { CitationMatch } from '../../../language/types.js'
import type { FootnoteDefinition, Root } from '../../../model/tree/types.js'
import type { Revision } from '../compare/revision.js'
import { slug } from './names.js'
import { element } from './xml.js'

/** Gives out identifiers, none twice. */
export class Ids {
  readonly #taken = new Set<string>()
  readonly #counts = new Map<string, number>()

  /** The identifier wanted, or it with the next number behind it. */
  take(wanted: string): string {
    const bare = wanted.replace(/\s+/gu, '_') || 'nn'
    let id = bare
    for (let count = this.#counts.get(bare) ?? 1; this.#taken.has(id); ) {
      id = `${bare}-${++count}`
      this.#counts.set(bare, count)
    }
    this.#taken.add(id)
    return id
  }

  /** The identifier of what has no number: `formula_1`, `formula_2`. */
  next(name: string): string {
    return this.take(`${name}_${this.count(name)}`)
  }

  /** How many of a name there are, this one counted. */
  count(name: string): number {
    const count = (this.#counts.get(`${name}_`) ?? 0) + 1
    this.#counts.set(`${name}_`, count)
    return count
  }
}

type Kind = 'TLCOrganization' | 'TLCConcept' | 'TLCRole' | 'TLCReference' | 'original' | 'passiveRef'

/** The top-level classes that a document refers to. */
export class References {
  readonly #ids: Ids
  readonly #made = new Map<string, { id: string; node: Element }>()

  constructor(ids: Ids) {
    this.#ids = ids
  }

  /** The reference `#id` to a thing, which is listed when it is first asked for. */
  add(kind: Kind, id: string, href: string, showAs: string, name?: string): string {
    const key = `${kind} ${href}`
    let made = this.#made.get(key)
    if (!made) {
      const own = this.#ids.take(id)
      made = { id: own, node: element(kind, { eId: own, name, href, showAs }) }
      this.#made.set(key, made)
    }
    return `#${made.id}`
  }

  organization(name: string, id = slug(name)): string {
    return this.add('TLCOrganization', id, `/akn/ontology/organization/un/${encodeURIComponent(id)}`, name)
  }
  concept(id: string, showAs: string, path = id): string {
    return this.add('TLCConcept', id, `/akn/ontology/concept/un/${encodeURI(path)}`, showAs)
  }
  role(id: string, showAs: string): string {
    return this.add('TLCRole', id, `/akn/ontology/role/un/${id}`, showAs)
  }

  list(): Element[] {
    return [...this.#made.values()].map(({ node }) => node)
  }
}

/** A command of an amending document as it was written: its identifier, those of the words quoted in it, and of what it gives. */
export interface WrittenCommand {
  eId: string
  quoted: { eId: string; words: string }[]
  given: string[]
}

/** By side of the text, the tree that is kept beside it, as JSON. */
export type Kept = Partial<Record<'final' | 'original' | 'both', string>>

export interface Context {
  /** Filled where the commands of an amending document are written as modifications. */
  commands?: WrittenCommand[]
  /** The quotation marks of its language. */
  quotes?: readonly (readonly [open: string, close: string])[]
  ids: Ids
  references: References
  /** Notes by identifier, and those that are written, in the order of the text. */
  notes: ReadonlyMap<string, FootnoteDefinition>
  written: Map<FootnoteDefinition, Element>
  /** What a text of the document's language cites; nothing in a language that has no grammar. */
  citations(text: string): CitationMatch[]
  /** What the new text changes of an old one. */
  revision?: Revision | undefined
}

export function newContext(tree: Root, revision?: Revision): Context {
  const ids = new Ids()
  const notes = new Map<string, FootnoteDefinition>()
  for (const node of tree.children)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
  return { ids, references: new References(ids), notes, written: new Map(), citations: citer(tree), revision }
}

function citer({ language, children }: Root): Context['citations'] {
  if (language === null || !languages().includes(language)) return () => []
  const grammar = load(language)
  const formula = children
    .flatMap((node) => (node.type === 'resolution' ? node.children : []))
    .find((node) => node.type === 'organLine')
  return (text) => grammar.citations(text, formula?.name ?? null)
}
