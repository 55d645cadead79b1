/** What became of the verbs of a paragraph, and whether that is routine, in the terms of a comparison of drafts. */
import { diffParagraphs } from '../diff/index.js'
import type { Change } from '../model/change.js'
import type { LibraryParagraph } from '../model/precedent.js'
import { TreeReader } from './trees.js'

export class Judgement {
  readonly #reader: TreeReader

  constructor(language: string | null) {
    this.#reader = new TreeReader(language)
  }

  compare(old: LibraryParagraph, now: LibraryParagraph): Change {
    return diffParagraphs(this.#reader.paragraph(old), this.#reader.paragraph(now), {
      isFactual: false,
    })
  }
}
