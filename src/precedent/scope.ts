/** Which documents of a library may be named as the source of a draft, and which of the uses of a text is named. */
import { wordKeys } from '../diff/index.js'
import type { LibraryDocument } from '../model/precedent.js'
import type { Library, LibraryEntry, Use } from './library/library.js'
import { isOfOrgan } from './organs.js'

export interface ScopeOptions {
  /** Only what is dated before this day, ISO 8601. */
  before?: string | undefined
  /** Only what is dated after this day, ISO 8601. */
  after?: string | undefined
  /** Only texts of this body: its name, its series of symbols (`A/HRC`) or what it is called for short (`GA`). */
  organ?: string | undefined
}

/** What a draft is known by: it is no source of itself, and a text of its title comes first. */
export type Draft = Pick<LibraryDocument, 'symbol' | 'title' | 'language'> & { file?: string | undefined }

/** The uses of a text: the one to name, the first, the latest, and how many there are. */
export interface Uses {
  chosen: Use
  first: Use
  latest: Use
  count: number
  sameTitle: boolean
}

export class Scope {
  readonly #library: Library
  readonly #draft: Draft
  readonly #isAsked: Uint8Array
  readonly #isWhole: boolean
  readonly #sameTitle = new Map<number, boolean>()
  readonly #titleKey: string

  constructor(library: Library, draft: Draft, options: ScopeOptions = {}) {
    this.#library = library
    this.#draft = draft
    this.#titleKey = titleKey(draft.title)
    this.#isAsked = Uint8Array.from(library.documents, (entry) => Number(isAsked(entry, draft, options)))
    this.#isWhole = this.#isAsked.every((one) => one === 1)
  }

  /** Some document that is asked for has a text; what none has is left from documents that are gone. */
  has = (text: number): boolean => {
    if (this.#isWhole) return this.#library.isUsed(text)
    return this.#library.paragraphsWith(text).some((at) => this.#isAsked[this.#library.documentOf(at)] === 1)
  }

  /** The uses of texts that have the same words; undefined where no document that is asked for has them. */
  usesOf(texts: readonly number[]): Uses | undefined {
    const uses = texts.flatMap((text) =>
      [...this.#library.paragraphsWith(text)]
        .map((at) => this.#library.use(at))
        .filter((use) => this.#asks(use)),
    )
    let [chosen, first, latest] = [uses[0], uses[0], uses[0]]
    if (!chosen || !first || !latest) return undefined
    for (const use of uses) {
      if (this.#compare(use, chosen) < 0) chosen = use
      if (this.#dated(use, '9') < this.#dated(first, '9')) first = use
      if (this.#dated(use) >= this.#dated(latest)) latest = use
    }
    return { chosen, first, latest, count: uses.length, sameTitle: this.#hasTitle(chosen.document) }
  }

  /** How many titles, numbers aside, the documents have that have some texts. */
  titlesOf(texts: readonly number[]): number {
    const documents = texts.flatMap((text) =>
      [...this.#library.paragraphsWith(text)].map((at) => this.#library.use(at).document),
    )
    return new Set([...new Set(documents)].map((at) => keyOfTitle(this.#library, at))).size
  }

  /** Of equals the same title comes first, then the latest. */
  compare(one: Uses, other: Uses): number {
    return this.#compare(one.chosen, other.chosen)
  }

  /** A document, by number, is asked for and has the draft's title. */
  isSameTitle(document: number): boolean {
    return this.#isAsked[document] === 1 && this.#hasTitle(document)
  }

  #compare(one: Use, other: Use): number {
    const byTitle = Number(this.#hasTitle(other.document)) - Number(this.#hasTitle(one.document))
    if (byTitle !== 0) return byTitle
    const [a, b] = [this.#dated(one), this.#dated(other)]
    if (a !== b) return a < b ? 1 : -1
    return one.document - other.document
  }

  #asks({ document }: Use): boolean {
    return this.#isAsked[document] === 1
  }

  /** Texts without a date are older than all others. */
  #dated({ document }: Use, undated = ''): string {
    return this.#library.documents[document]?.date ?? undated
  }

  #hasTitle(document: number): boolean {
    const known = this.#sameTitle.get(document)
    if (known !== undefined) return known
    const same = this.#draft.title !== null && keyOfTitle(this.#library, document) === this.#titleKey
    this.#sameTitle.set(document, same)
    return same
  }
}

function isAsked(entry: LibraryEntry, draft: Draft, { before, after, organ }: ScopeOptions): boolean {
  if (entry.file === draft.file || (entry.symbol !== null && entry.symbol === draft.symbol)) return false
  if (entry.language !== null && draft.language !== null && entry.language !== draft.language) return false
  if (before !== undefined && !(entry.date !== null && entry.date < before)) return false
  if (after !== undefined && !(entry.date !== null && entry.date > after)) return false
  return organ === undefined || isOfOrgan(entry, organ)
}

const titleKeys = new WeakMap<Library, Map<number, string>>()

/** The key of a document's title: what it is for one draft, it is for the next. */
function keyOfTitle(library: Library, document: number): string {
  const keys = titleKeys.get(library) ?? new Map<number, string>()
  titleKeys.set(library, keys)
  const key = keys.get(document) ?? titleKey(library.documents[document]?.title ?? null)
  keys.set(document, key)
  return key
}

/** A title as it is compared from year to year: without its numbers. */
export function titleKey(title: string | null): string {
  return wordKeys(title ?? '')
    .filter((word) => !/\p{N}/u.test(word))
    .join(' ')
}
