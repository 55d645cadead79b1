/** Whose a symbol is. */
import { readCommonGrammar } from './files.js'
import type { SeriesRecord } from './types.js'

/** The series of symbols that a symbol is of; undefined for one of no series that is known. */
export function seriesOf(symbol: string): SeriesRecord | undefined {
  return readCommonGrammar()
    .series.filter(({ series }) => symbol.startsWith(series) && /^[/.]/u.test(symbol.slice(series.length)))
    .sort((a, b) => b.series.length - a.series.length)[0]
}
