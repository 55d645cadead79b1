/** plenary's own JSON → tree. */
import { PlenaryError } from '../../model/message.js'
import { check } from '../../model/tree/check.js'
import type { AnyNode, Root } from '../../model/tree/types.js'

/** What JSON that is written by a program opens with; a text may open with a bracket too. */
const opening = /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"]|\]|$))/u

/** Is a text JSON, whoever wrote it? */
export function isJson(text: string): boolean {
  if (!opening.test(text.slice(0, 4096))) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    // It only looks like it: `[Draft]`, a note, a template.
    return false
  }
}

/**
 * Read a tree back that `parse` wrote.
 *
 * Given its JSON. Ensures a tree that the content model allows.
 *
 * @throws PlenaryError `damaged` if it is no JSON, no tree, or a tree that the model does not allow.
 * @example fromJson(toJson(tree)) // the same tree
 */
export function fromJson(text: string, file = 'the input'): Root {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch (error) {
    throw new PlenaryError('damaged', { file, reason: `it is no JSON (${(error as Error).message})` })
  }
  if (typeof found !== 'object' || found === null || (found as AnyNode).type !== 'root')
    throw new PlenaryError('damaged', {
      file,
      reason: 'it is JSON and no tree that plenary parse wrote',
    })
  const [fault] = check(found as AnyNode)
  if (fault !== undefined)
    throw new PlenaryError('damaged', { file, reason: `it is JSON of a tree that is not whole: ${fault}` })
  return found as Root
}
