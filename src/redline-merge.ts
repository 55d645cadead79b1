/** Several parties' versions of one draft → the draft in Word, with each party's changes tracked under its name. */
import { compareVersions, mergeCompared } from './merge/index.js'
import type { Version } from './merge/outcomes.js'
import { PlenaryError } from './model/message.js'
import type { Root } from './model/tree/types.js'
import { type RedlineOptions, redline } from './redline.js'
import { reread } from './reread.js'

export interface RedlineMergeOptions extends Omit<RedlineOptions, 'author' | 'keepChanges' | 'annotate'> {
  /** Two edits of one paragraph are a conflict wherever they are in it. */
  paragraphs?: boolean
}

/** The document, and the parties whose changes could not be told apart from those of the ones before. */
export interface RedlinedMerge {
  bytes: Uint8Array
  joined: string[]
}

/** Who numbers the paragraphs of all anew: a number that every party moves is none's proposal. */
const numberer = 'plenary'

/**
 * Write a merge into its base.
 *
 * Given the base's bytes and tree, and the parties' versions. Ensures a Word document that, with all
 * changes rejected, is the base, and with all accepted reads as the merged text, what is in conflict
 * in brackets. Paragraphs are numbered anew under the name plenary, as no party alone moves them. Where a party's change cannot be beside another's (it is inside words that the other
 * brought), the changes of all that came so far bear all their names.
 *
 * @throws PlenaryError if the base cannot be read
 */
export async function redlineMerge(
  base: Uint8Array | string,
  tree: Root,
  versions: readonly Version[],
  { paragraphs = false, ...options }: RedlineMergeOptions = {},
): Promise<RedlinedMerge> {
  let bytes: Uint8Array | string = base
  let isTracked = false
  const joined: string[] = []
  const compared = compareVersions(tree, versions)
  for (const [at, { party }] of versions.entries()) {
    const so = { ...compared, versions: compared.versions.slice(0, at + 1) }
    const merged = reread(mergeCompared(so, { paragraphs, renumbered: false }).tree)
    try {
      bytes = await redline(bytes, merged, { ...options, author: party, keepChanges: isTracked })
    } catch (error) {
      if (!(error instanceof PlenaryError) || error.id !== 'tracked-collision') throw error
      const author = so.versions.map(({ version }) => version.party).join(', ')
      bytes = await redline(base, merged, { ...options, author })
      joined.push(party)
    }
    isTracked = true
  }
  const numbered = reread(mergeCompared(compared, { paragraphs }).tree)
  bytes = await redline(bytes, numbered, { ...options, author: numberer, keepChanges: isTracked })
  return { bytes, joined }
}
