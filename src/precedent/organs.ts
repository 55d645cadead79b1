/** Whether a text is of a body that is asked for. */
import { seriesOf } from '../language/series.js'
import type { LibraryFacts } from '../model/precedent.js'

/** Given the body's name, its series of symbols (`A/HRC`) or what it is called for short (`GA`). */
export function isOfOrgan({ symbol, organ }: LibraryFacts, asked: string): boolean {
  const plain = asked.trim().toLowerCase()
  const record = symbol === null ? undefined : seriesOf(symbol)
  const names = [organ, record?.series, record?.body]
  return names.some((name) => name?.toLowerCase() === plain)
}
