/**
 * How a library lies in its file: a line that says what it is, the texts, columns of numbers, and at the
 * end a directory of all, so that it is written from the front to the back, and a file cut short is known.
 *
 *     plenary library 1⏎ texts… sizes… postings… documents… directory… (offset of the directory) library⏎
 *
 * Numbers are little-endian, and every part begins at a multiple of eight bytes.
 */

export const version = 1
/** The first bytes of every version. */
export const signature = 'plenary library '
export const head = `${signature}${version}\n`
/** The last bytes: a number of 8 bytes and these. */
export const tail = 'library\n'
export const tailLength = 16
export const alignment = 8

/** Parts of the file, in order. */
export const parts = [
  /** The texts, each once, as UTF-8 without anything between them. */
  'texts',
  /** Of each text: bytes, number of words, weight of its words. */
  'sizes',
  'lengths',
  'weights',
  /** Keys of the texts, ascending, and the text of each. */
  'keys',
  'keyTexts',
  /** The words by their numbers, ascending; of each the number of texts that have it, and the bytes of its list. */
  'words',
  'counts',
  'lists',
  'postings',
  /** Of each paragraph, in the order of the documents: its text and its label, by number. */
  'paragraphTexts',
  'paragraphLabels',
  /** JSON: labels with their resolutions, and what is known of each document. */
  'labels',
  'documents',
] as const

export type Part = (typeof parts)[number]

/** Where each part is; JSON at the end of the file. */
export interface Directory {
  parts: Record<Part, readonly [offset: number, length: number]>
  /** When it was built, ISO 8601. */
  built: string
}
