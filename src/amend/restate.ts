/** Instructions in the sentences of their language, their numbers kept: a rebased one names other paragraphs. */
import { loadSentences } from '../language/amending-sentences.js'
import type { Instruction } from '../model/amendment.js'
import { PlenaryError } from '../model/message.js'

/**
 * Say instructions anew.
 *
 * Ensures that edits of words in one paragraph that were one sentence are one again.
 *
 * @throws PlenaryError if there are no sentences in the language
 */
export function restate<I extends Instruction>(instructions: readonly I[], language: string): I[] {
  const sentences = loadSentences(language)
  if (!sentences) throw new PlenaryError('no-amendment-forms', { language })
  const groups: I[][] = []
  for (const one of instructions) {
    const last = groups.at(-1)
    const [first] = last ?? []
    const isOne =
      first !== undefined &&
      [first, one].every(({ op }) => op.endsWith('-words')) &&
      first.n === one.n &&
      first.source === one.source &&
      first.target.join() === one.target.join()
    if (isOne) last?.push(one)
    else groups.push([one])
  }
  return groups.flatMap((group) => {
    // What there is no sentence for keeps its own.
    const source = sentences.sentence(group) || (group[0]?.source ?? '')
    return group.map((one) => ({ ...one, source }))
  })
}
