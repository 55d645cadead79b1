/** PDF → blocks. */
import type { Notice, Source } from '../../model/block.js'
import { PlenaryError } from '../../model/message.js'
import { noticesOf } from './annotations.js'
import { blocksOf } from './blocks.js'
import { openPdf } from './document.js'
import { readGlyphs } from './glyphs.js'
import { measureOf } from './measure.js'
import { partPages } from './running.js'
import { type PageTables, tablesOf } from './tables.js'

export interface PdfOptions {
  /** File name, for messages. */
  name: string
  /** Most pages that are read; by default ten times the longest that the United Nations prints. */
  maxPages?: number
  /** Most bytes of its streams, expanded, and so of what its pages draw; 64 MiB by default. */
  maxSize?: number
}

export const defaultMaxPages = 5000

/**
 * Read a PDF into blocks.
 *
 * Given its bytes. Ensures paragraphs in the order of reading with their page
 * and box (points from the top left corner), the notes of each page behind its
 * text, and what the page repeats at its head and foot as furniture. What is laid
 * over a page (annotations) is named in notices.
 *
 * @throws PlenaryError if it is damaged, protected, without text, has more than
 * `maxPages` pages, or expands beyond `maxSize`.
 */
export async function fromPdf(bytes: Uint8Array, options: PdfOptions): Promise<Source> {
  const file = options.name
  const pdf = await openPdf(bytes, file, options.maxSize)
  try {
    const limit = options.maxPages ?? defaultMaxPages
    if (pdf.pageCount > limit) throw new PlenaryError('too-many-pages', { file, count: pdf.pageCount, limit })
    const pages: PageTables[] = []
    const notices: Notice[] = []
    for (let number = 1; number <= pdf.pageCount; number++) {
      const drawing = await pdf.page(number)
      pages.push(tablesOf(readGlyphs(drawing, pdf.codes, number)))
      notices.push(...noticesOf(drawing.annotations, number))
    }
    if (pages.every(isBlank)) throw new PlenaryError('no-text', { file })
    const measure = measureOf(pages)
    const blocks = blocksOf(partPages(pages, measure), measure)
    return { blocks, ...(notices.length > 0 ? { notices } : {}) }
  } finally {
    await pdf.close()
  }
}

function isBlank({ page, tables }: PageTables): boolean {
  return page.runs.length === 0 && page.turned.length === 0 && tables.length === 0
}
