/** What a sentence of an amending document is made of, and what it asks for. */
import type { AmendmentOperation, AmendmentPlace } from '../model/amendment.js'
import type { Token } from './amending.js'

/** One edit: quoted words are numbers of their quotations. */
export interface Edit {
  op: AmendmentOperation
  target: string[]
  where?: AmendmentPlace
  anchor?: string | number
  old?: number
  /** The last of the old words, where `old` are the first. */
  oldEnd?: number
  new?: number
  all?: true
  sentence?: number
  occurrence?: number
  /** Of new paragraphs: the quotation that gives them. */
  text?: number
}

export interface Asked {
  edits: Edit[]
  /** Behind it are new paragraphs, or paragraphs that are quoted for the reader alone. */
  follows?: 'text' | 'quoted'
  /** Quoted words follow in a paragraph of their own. */
  awaits?: true
  /** No verb: the paragraphs that the sentences behind it are about. */
  about?: string[]
  /** Where it ends. */
  end: number
}

/** What is done, or done to, in a clause. */
export interface Item {
  /** `following`: what follows, words or paragraphs. */
  kind: 'target' | 'words' | 'new' | 'newLetters' | 'following' | 'part' | 'note'
  labels?: string[]
  quoted?: number
  quotedEnd?: number
  toEnd?: true
  count?: number
  /** A paragraph with the word "new" at it. */
  isNew?: true
}

/** A clause in its parts. */
export interface Clause {
  verb: Token['verb']
  /** Items by what they are to the verb; `object` is what it is done to. */
  items: Record<NonNullable<Token['relation']> | 'object', Item[]>
  edge?: 'start' | 'end'
  isRest?: boolean
  isAll?: boolean
  occurrence?: number
  /** Says that text follows, as it will read. */
  isReading?: boolean
  isQuoted?: boolean
  /** And the other way round. */
  isMutual?: boolean
}
