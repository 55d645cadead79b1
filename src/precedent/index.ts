/**
 * Precedent: a tree and a library of earlier texts → where each paragraph comes from.
 *
 * Find the likest texts of each paragraph, choose among equals, find the sources of what the likest does
 * not explain, and say what became of the verbs.
 */
import { compareTexts } from '../diff/index.js'
import { type Change, type Edit, flatten, type PhraseChange } from '../model/change.js'
import type {
  LibraryParagraph,
  Match,
  Precedent,
  PrecedentKind,
  PrecedentSummary,
  Precedents,
} from '../model/precedent.js'
import type { Root } from '../model/tree/types.js'
import { documentOf } from './collect.js'
import { Judgement } from './judgement.js'
import type { Library, LibraryEntry } from './library/library.js'
import { Scope, type ScopeOptions, type Uses } from './scope.js'
import { type Found, type Search, searchOf } from './search.js'
import { coverage, coveredSpan, furtherSources, type Source, type Span, type Texts } from './sources.js'
import { keyOf, settingOf, wordNumbers } from './words.js'

export { citedIn } from './cited.js'
export { documentOf } from './collect.js'
export { latestOfTitle } from './latest.js'
export { type ByteSource, Library, type LibraryEntry, openLibrary, type Use } from './library/library.js'
export { buildLibrary, LibraryWriter } from './library/writer.js'
export { lineage } from './lineage.js'
export { documentTree } from './trees.js'

export interface PrecedentOptions extends ScopeOptions {
  /** The draft's file: what the library has of it is no source of itself. */
  file?: string | undefined
  /** Matches of a paragraph, at the most; 5 if absent. */
  top?: number | undefined
  /** Least score of a match, 0–1; 0.3 if absent. */
  min?: number | undefined
}

/** From this score on a paragraph is an edited one; what is less alike is no earlier form of it. */
const leastEdited = 0.5
/** A paragraph that one text explains so far is an edited one, whatever else is sewn to it. */
const mostComposed = 0.75
/** With fewer words than this that are not in the likest text, there is no further source to look for. */
const leastUnexplained = 5
/** A text holds a paragraph that has so much of its words, in runs. */
const leastHeld = 0.9
const mostHolders = 3
/** Several texts together explain a composed paragraph so far, at least. */
const leastComposed = 0.5
/** Words that texts of more titles than this have are a formula of the house. */
const mostTitles = 3
/** Less alike than this, two paragraphs have verbs inside them that have nothing to do with each other. */
const leastVerbs = 0.7
/** More texts than are shown are looked at, as equals are many. */
const considered = 16

/**
 * Say where each paragraph of a draft comes from.
 *
 * Given its tree and a library. Ensures a precedent for each labelled paragraph, in order, whose matches
 * are sorted by score; of equals the same title comes first, then the latest. A text with the draft's
 * symbol or file is no source of it.
 *
 * @example precedents(tree, openLibrary(bytes)).summary // {identical: 31, edited: 12, composed: 2, new: 3, …}
 */
export function precedents(tree: Root, library: Library, options: PrecedentOptions = {}): Precedents {
  const { paragraphs, ...draft } = documentOf(tree, options.file ?? '')
  const finder = new Finder(library, new Scope(library, draft, options), draft.language, options)
  const found = paragraphs.map((paragraph) => finder.find(paragraph))
  return {
    symbol: draft.symbol,
    title: draft.title,
    language: draft.language,
    library: { documents: library.documents.length, paragraphs: library.paragraphs },
    paragraphs: found,
    summary: summarize(found),
  }
}

/** A text that is like a paragraph, with its uses and the edits between them. */
interface Candidate extends Found {
  uses: Uses
}

class Finder {
  readonly #library: Library
  readonly #scope: Scope
  readonly #search: Search
  readonly #judgement: Judgement
  readonly #top: number
  readonly #min: number

  constructor(
    library: Library,
    scope: Scope,
    language: string | null,
    { top = 5, min = 0.3 }: PrecedentOptions,
  ) {
    this.#library = library
    this.#scope = scope
    this.#search = searchOf(library)
    this.#judgement = new Judgement(language)
    this.#top = top
    this.#min = min
  }

  get #texts(): Texts {
    return {
      search: this.#search,
      allowed: this.#scope.has,
      textOf: (text) => this.#library.text(text),
      isCommon: (texts) => this.#scope.titlesOf(texts) > mostTitles,
    }
  }

  find(paragraph: LibraryParagraph): Precedent {
    const uses = this.#identical(paragraph.text)
    if (uses) {
      const edits = compareTexts(this.#library.text(uses.chosen.text), paragraph.text)
      return precedent(paragraph, 'identical', [this.#match({ uses, score: 1 }, edits, whole(paragraph))])
    }
    const words = wordNumbers(paragraph.text).length
    const found = this.#likest(paragraph.text, words)
    const [first] = found
    if (!first) return precedent(paragraph, 'new', [])
    // Where so few words are not the first text's, no stretch of them has a source of its own.
    const isWhole = words - first.common < leastUnexplained
    const edits = isWhole ? [] : compareTexts(this.#library.text(first.text), paragraph.text, 'raw')
    const further = furtherSources(edits, paragraph.text, this.#texts)
    const own = coverage(edits)
    const all = own + further.reduce((total, one) => total + one.words, 0) / words
    const isComposed = further.length > 0 && own < mostComposed && all >= leastComposed
    const kind = isComposed ? 'composed' : first.score >= leastEdited ? 'edited' : 'new'
    const matches = this.#matches(paragraph, found, further, isComposed)
    return precedent(paragraph, kind, matches, kind === 'new' ? undefined : this.#change(first, paragraph))
  }

  /** The texts that have the same words in the same setting. */
  #identical(text: string): Uses | undefined {
    const setting = settingOf(text)
    const texts = this.#library.textsOf(keyOf(setting)).filter((one) => this.#setting(one) === setting)
    return this.#scope.usesOf(texts)
  }

  /**
   * The likest texts, the likest first.
   *
   * One that holds the paragraph whole, cut out of a longer text, comes before one that has not its words,
   * and after one that has most of them.
   */
  #likest(text: string, words: number): Candidate[] {
    const all = this.#search.likest(text, this.#scope.has)
    const candidates = this.#candidates(all.slice(0, considered))
    candidates.sort((a, b) => b.score - a.score || this.#scope.compare(a.uses, b.uses))
    const [first] = candidates
    if (!first || first.common >= leastHeld * words) return candidates
    const covered = ({ text: other }: Found) => coverage(compareTexts(this.#library.text(other), text, 'raw'))
    const holder = all
      .filter(({ common, score }) => common >= leastHeld * words && score >= this.#min)
      .slice(0, mostHolders)
      .find((found) => covered(found) >= leastHeld)
    if (!holder) return candidates
    const [held] = this.#candidate(holder)
    const rest = candidates.filter(({ text: other }) => other !== first.text && other !== holder.text)
    const both = held && held.text !== first.text ? [held, first] : [first]
    return [...(covered(first) < mostComposed ? both : both.reverse()), ...rest]
  }

  #candidate(found: Found): Candidate[] {
    return this.#candidates([found])
  }

  /** Texts with their uses; those that are set otherwise and have the same words are one. */
  #candidates(found: readonly Found[]): Candidate[] {
    const groups: [Found, ...Found[]][] = []
    for (const one of found) {
      const same = groups.find(
        ([first]) => first.score === one.score && this.#setting(first.text) === this.#setting(one.text),
      )
      if (same) same.push(one)
      else groups.push([one])
    }
    return groups.flatMap((group) => {
      const uses = this.#scope.usesOf(group.map(({ text }) => text))
      return uses ? [{ ...group[0], text: uses.chosen.text, uses }] : []
    })
  }

  #setting(text: number): string {
    return settingOf(this.#library.text(text))
  }

  /** The likest texts, and those that are sources of a stretch, all by score. */
  #matches(
    paragraph: LibraryParagraph,
    found: readonly Candidate[],
    further: readonly Source[],
    isComposed: boolean,
  ): Match[] {
    const spans = new Map<number, Span>(further.map(({ text, span }) => [text, span]))
    const sources = further.flatMap(({ text }) => {
      const known = found.find((one) => one.text === text)
      return known ?? this.#candidate({ text, ...this.#search.score(paragraph.text, text) })
    })
    const [first] = found
    const order = (one: Candidate) => (one === first ? 1 : one.score)
    const chosen = new Set([...(first ? [first] : []), ...sources])
    for (const one of found) if (chosen.size < this.#top && one.score >= this.#min) chosen.add(one)
    return [...chosen]
      .slice(0, this.#top)
      .filter((one) => one.score >= this.#min || spans.has(one.text) || (isComposed && one === first))
      .sort((a, b) => order(b) - order(a) || this.#scope.compare(a.uses, b.uses))
      .map((one) => {
        const isSource = spans.has(one.text) || (one === first && further.length > 0)
        const old = this.#library.text(one.text)
        // Of texts that have little in common a comparison says nothing.
        const edits: Edit[] =
          isSource || one.score >= leastEdited
            ? compareTexts(old, paragraph.text)
            : [
                { op: 'delete', text: old },
                { op: 'insert', text: paragraph.text },
              ]
        return this.#match(
          one,
          edits,
          spans.get(one.text) ?? coveredSpan(edits) ?? whole(paragraph),
          isSource,
        )
      })
  }

  #match(
    { uses, score }: Pick<Candidate, 'uses' | 'score'>,
    edits: Match['edits'],
    span: Span,
    isSource = false,
  ): Match {
    const { title, organ, vote } = this.#library.documents[uses.chosen.document] as LibraryEntry
    return {
      ...this.#library.place(uses.chosen),
      title,
      organ,
      vote,
      score,
      sameTitle: uses.sameTitle,
      first: this.#library.place(uses.first),
      latest: this.#library.place(uses.latest),
      uses: uses.count,
      edits,
      span,
      isSource,
    }
  }

  #change({ uses: { chosen }, text }: Candidate, paragraph: LibraryParagraph): Change {
    return this.#judgement.compare({ label: chosen.label, text: this.#library.text(text) }, paragraph)
  }
}

function whole({ text }: LibraryParagraph): Span {
  return [0, text.length]
}

function precedent(
  { label, resolution, text }: LibraryParagraph,
  kind: PrecedentKind,
  matches: Match[],
  change?: Change,
): Precedent {
  return {
    label,
    ...(resolution === undefined ? {} : { resolution }),
    text,
    kind,
    matches,
    phrases: change ? verbsOf(change, matches[0]?.score ?? 0) : [],
    routine: change?.routine ?? false,
  }
}

function verbsOf(change: Change, score: number): PhraseChange[] {
  const phrases = flatten([change]).flatMap((one) => one.phrases)
  return score >= leastVerbs ? phrases : phrases.filter(({ lead }) => lead)
}

function summarize(paragraphs: readonly Precedent[]): PrecedentSummary {
  const summary = { identical: 0, edited: 0, composed: 0, new: 0, routine: 0, weaker: 0, stronger: 0 }
  for (const { kind, routine, phrases } of paragraphs) {
    summary[kind]++
    if (kind === 'edited' && routine) summary.routine++
    if (phrases.some(({ shift }) => shift === 'weaker')) summary.weaker++
    if (phrases.some(({ shift }) => shift === 'stronger')) summary.stronger++
  }
  return summary
}
