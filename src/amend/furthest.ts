/** The order in which amending documents are put to the vote, as far as words tell it. */
import type { Amendment } from '../model/amendment.js'
import type { Root } from '../model/tree/types.js'
import { applyAmendments } from './apply.js'

/** An amending document, by its number from 0, and how many words it cuts and adds. */
export interface Distance {
  document: number
  words: number
}

/**
 * Order amending documents by how far they are from the draft, the furthest first.
 *
 * Rules 90 and 130 of the General Assembly put first what is furthest removed in substance from the proposal. What
 * that is, people decide: the words that each cuts and adds are an advice.
 *
 * @example furthestFirst(draft, [one, other]) // [{document: 1, words: 58}, {document: 0, words: 3}]
 */
export function furthestFirst(
  draft: Root,
  amendments: readonly Pick<Amendment, 'instructions'>[],
): Distance[] {
  const distances = amendments.map((one, document) => {
    const edits = applyAmendments(draft, [one]).outcomes.flatMap(({ effects }) =>
      effects.flatMap((effect) => effect.edits),
    )
    const words = edits
      .filter(({ op }) => op !== 'equal')
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
    return { document, words }
  })
  return distances.sort((a, b) => b.words - a.words)
}
