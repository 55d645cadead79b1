/** A Word document opened within bounds: what its stories are read with. */
import { PlenaryError } from '../../../model/message.js'
import { attribute, child, descendants, type Element } from '../../xml/xml.js'
import { AutoNumbers } from './auto-numbers.js'
import { Comments } from './comments.js'
import type { Context } from './context.js'
import { Leavings } from './left-out.js'
import { Notes } from './notes.js'
import { Numbering } from './numbering.js'
import { WordPackage } from './package.js'
import type { Side } from './revisions.js'
import { type Page, pagesOf, sectionsOf } from './sections.js'
import { Styles } from './styles.js'
import { Tracked } from './tracked.js'
import { Zip } from './zip.js'

export interface OpenOptions {
  /** File name, for messages. */
  name: string
  /** Largest file in bytes; what it may expand to grows with it. */
  maxSize?: number
  /** Most paragraphs of the body. */
  maxParagraphs?: number
}

const defaultMaxSize = 64 * 1024 * 1024
/** Bytes of `maxSize` for each tag: 64 MiB admit a million, 25 times the longest resolution, in some 300 MB of memory. */
const bytesPerTag = 64
/** 500 times a long resolution; they take some 350 MB. */
const defaultMaxParagraphs = 100_000
const maxEntries = 10_000
/** Nesting of real documents stays below 60. */
const maxDepth = 256

/** @throws PlenaryError `too-many-paragraphs`. */
function refuseMore(body: Element, limit: number, file: string): void {
  let count = 0
  for (const { name } of descendants(body)) if (name === 'p') count++
  if (count > limit) throw new PlenaryError('too-many-paragraphs', { file, count, limit })
}

/** A property of that name that is not switched off. */
function isOn(element: Element, name: RegExp): boolean {
  return name.test(element.name) && !/^(?:0|false|off)$/u.test(attribute(element, 'val') ?? '1')
}

function openPackage(bytes: Uint8Array, name: string, maxSize: number): WordPackage {
  // What is read of a package is text; pictures are not expanded.
  const limits = {
    maxExpanded: maxSize,
    maxTags: Math.floor(maxSize / bytesPerTag),
    maxEntries,
    maxDepth,
  }
  return new WordPackage(new Zip(bytes, name, limits), name, limits)
}

export class WordDocument {
  readonly word: WordPackage
  readonly body: Element
  readonly settings: Element | undefined
  readonly sections: readonly Element[]
  readonly styles: Styles
  /** File name, for messages. */
  readonly name: string
  /** Largest file in bytes that it was opened with. */
  readonly maxSize: number
  readonly maxParagraphs: number
  readonly #numbering: Element | undefined
  readonly #isStruck: boolean

  /**
   * Open a document: its bytes, or its package.
   *
   * @throws PlenaryError if it is no Word document, damaged, protected, or beyond a bound.
   */
  constructor(source: Uint8Array | WordPackage, options: OpenOptions) {
    const { name, maxSize = defaultMaxSize, maxParagraphs = defaultMaxParagraphs } = options
    this.name = name
    this.maxSize = maxSize
    this.word = source instanceof WordPackage ? source : openPackage(source, name, maxSize)
    const { main } = this.word
    const body = child(main.root, 'body')
    if (!body) throw new PlenaryError('damaged', { file: name, reason: `${main.name} has no body` })
    this.body = body
    this.maxParagraphs = maxParagraphs
    refuseMore(body, maxParagraphs, name)
    this.settings = this.word.byRole('settings')?.root
    this.sections = sectionsOf(body)
    this.styles = new Styles(this.word.byRole('styles')?.root)
    this.#isStruck = [...descendants(body)].some((element) => isOn(element, /^d?strike$/u))
    this.#numbering = this.word.byRole('numbering')?.root
  }

  /** The document with some parts replaced or added, opened. */
  with(parts: ReadonlyMap<string, string>): WordDocument {
    return new WordDocument(this.word.with(parts), this)
  }

  /** The document packed. */
  bytes(): Uint8Array {
    return this.word.rewrite(new Map())
  }

  /** What the stories are read with, once, on one side of the tracked changes: it counts numbers and notes. */
  context(side: Side): Context {
    return {
      styles: this.styles,
      numbering: new Numbering(this.#numbering, this.styles),
      notes: new Notes(this.settings, this.sections, this.body),
      comments: new Comments(),
      autoNumbers: new AutoNumbers(),
      leavings: new Leavings(),
      tracked: new Tracked(),
      isStruck: this.#isStruck,
      side,
    }
  }

  /** The headers and footers that are printed. */
  get pages(): Page[] {
    return pagesOf(this.word, this.sections, this.settings)
  }
}
