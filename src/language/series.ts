/** Whose a symbol is. */
import { commonFile } from './common.js'
import type { SeriesRecord } from './records/common.js'

/** The series of symbols that a symbol is of; undefined for one of no series that is known. */
export function seriesOf(symbol: string): SeriesRecord | undefined {
  return commonFile()
    .series.filter(({ series }) => symbol.startsWith(series) && /^[/.]/u.test(symbol.slice(series.length)))
    .sort((a, b) => b.series.length - a.series.length)[0]
}
