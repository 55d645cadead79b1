/** One paragraph of a library → its chain through the years: from text to text back to its first use, and on to the last. */
import { compareTexts } from '../diff/index.js'
import { normalSymbol } from '../language/symbols.js'
import { PlenaryError } from '../model/message.js'
import type { Ancestor, Lineage } from '../model/precedent.js'
import { Judgement } from './judgement.js'
import type { Library, LibraryEntry, Use } from './library/library.js'
import { Scope } from './scope.js'
import { type Search, searchOf } from './search.js'

/** A paragraph that is less like the one after it is no earlier form of it. */
const leastAlike = 0.5
/** No text is older than the organization; a chain of more steps goes in a circle. */
const mostSteps = 200

/**
 * Follow a paragraph through the years.
 *
 * Given a library and the paragraph's name (`A/RES/76/161#OP3`; the name of a file will do for the symbol).
 * Each step goes to the nearest year in which a text of the same title has the paragraph, else to the text
 * that is likest. Texts without a date are in no chain.
 *
 * @throws PlenaryError if the library has no such paragraph
 */
export function lineage(library: Library, name: string): Lineage {
  const asked = named(library, name)
  const walker = new Walker(library)
  const chain = [...walker.walk(asked, 'before').reverse(), asked, ...walker.walk(asked, 'after')]
  const judgement = new Judgement(entryOf(library, asked).language)
  return {
    asked: library.place(asked),
    chain: chain.map((use, at) => ancestor(library, use, chain[at - 1], judgement, walker)),
  }
}

function named(library: Library, name: string): Use {
  const cut = name.lastIndexOf('#')
  const [symbol, label] = cut < 0 ? [name, ''] : [name.slice(0, cut), name.slice(cut + 1)]
  const normal = normalSymbol(symbol)
  const file = library.name
  const entries = library.documents.filter(
    (entry) => entry.symbol === normal || entry.file === symbol || entry.file.endsWith(`/${symbol}`),
  )
  if (entries.length === 0) throw new PlenaryError('no-such-text', { file, symbol })
  const uses = entries.flatMap((entry) => library.usesOf(entry))
  const use = uses.find((one) => nameOf(one) === label) ?? uses.find((one) => one.label === label)
  if (!use) throw new PlenaryError('no-such-paragraph', { file, symbol, label })
  return use
}

/** `OP3`, or `B OP3` in a document with several resolutions. */
function nameOf({ label, resolution }: Use): string {
  return resolution === undefined ? label : `${resolution} ${label}`
}

function entryOf(library: Library, use: Use): LibraryEntry {
  return library.documents[use.document] as LibraryEntry
}

class Walker {
  readonly #library: Library
  readonly #search: Search

  constructor(library: Library) {
    this.#library = library
    this.#search = searchOf(library)
  }

  /** The uses from one on, the nearest first. */
  walk(from: Use, side: 'before' | 'after'): Use[] {
    const steps: Use[] = []
    for (let next = this.#step(from, side); next && steps.length < mostSteps; next = this.#step(next, side))
      steps.push(next)
    return steps
  }

  score(one: Use, other: Use): number {
    return this.#search.score(this.#library.text(one.text), other.text).score
  }

  #step(use: Use, side: 'before' | 'after'): Use | undefined {
    const entry = entryOf(this.#library, use)
    if (entry.date === null) return undefined
    const scope = new Scope(this.#library, entry, { [side]: entry.date })
    return this.#ofTitle(use, scope, side) ?? this.#likest(use, scope)
  }

  /** The paragraph as the nearest text of the title has it that has it at all. */
  #ofTitle(use: Use, scope: Scope, side: 'before' | 'after'): Use | undefined {
    const near = this.#library.documents
      .filter((_, at) => scope.isSameTitle(at))
      .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    for (const entry of side === 'before' ? near.reverse() : near) {
      const uses = this.#library.usesOf(entry).map((one) => ({ one, score: this.score(use, one) }))
      const [best] = uses.sort((a, b) => b.score - a.score)
      if (best && best.score >= leastAlike) return best.one
    }
    return undefined
  }

  #likest(use: Use, scope: Scope): Use | undefined {
    const [best] = this.#search.likest(this.#library.text(use.text), scope.has)
    return best && best.score >= leastAlike ? scope.usesOf([best.text])?.latest : undefined
  }
}

function ancestor(
  library: Library,
  use: Use,
  before: Use | undefined,
  judgement: Judgement,
  walker: Walker,
): Ancestor {
  const text = library.text(use.text)
  const place = { ...library.place(use), title: entryOf(library, use).title, text }
  if (!before) return { ...place, score: null, edits: [{ op: 'insert', text }], phrases: [], routine: false }
  const old = library.text(before.text)
  const change = judgement.compare({ label: before.label, text: old }, { label: use.label, text })
  return {
    ...place,
    score: walker.score(before, use),
    edits: compareTexts(old, text),
    phrases: change.phrases,
    routine: change.routine,
  }
}
