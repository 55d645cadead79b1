/** Open points as CSV: a row for each text of each point. */

import { sayIn } from '../../language/interface.js'
import type { Negotiation } from '../../model/negotiation.js'
import { toCsv } from '../csv.js'
import { optionWords } from './words.js'

/**
 * Write the open points of a negotiating text as CSV (RFC 4180).
 *
 * Ensures a heading, then for each text of each point: the point, its paragraph, its kind, how deep it
 * is, the number of the text among those to choose from, the text, and who wants what of it.
 */
export function negotiationToCsv({ points }: Negotiation): string {
  const rows = points.flatMap((point) =>
    optionWords(point, sayIn()).map(({ text, who }, index) => [
      point.id,
      point.at,
      point.kind,
      `${point.depth}`,
      point.parent ?? '',
      `${index + 1}`,
      text,
      who,
    ]),
  )
  return toCsv([['point', 'paragraph', 'kind', 'depth', 'inside', 'option', 'text', 'who'], ...rows])
}
