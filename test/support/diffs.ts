/** What tests of the diff share: a draft, and short ways to compare and to print. */

import { type DiffOptions, diff } from '../../src/diff/index.js'
import type { Change, Diff } from '../../src/model/change.js'
import { diffDocument } from '../../src/reports/diff/to-json.js'
import { draft } from './drafts.js'
import { schemaFaults } from './schema.js'

/** A draft of three recitals and five operative paragraphs. */
export const base = [
  'PP Recalling the Convention on Lighthouses and the duty of each port to keep its lamps lit,',
  'PP Noting the report of the Keeper-General on fog signals along the northern capes,',
  'PP Recognizing that pilots depend upon buoys that are painted every spring,',
  '1. Welcomes the adoption of the Rules on Lantern Oil by the Assembly of Keepers;',
  '2. Urges States parties to replace cracked lenses before the winter storms;',
  '3. Encourages ports to train young keepers in the care of clockwork;',
  '4. Requests the Keeper-General to publish a list of wrecks every second year;',
  '5. Decides to meet again at the harbour of Skerry Vore in 2044.',
]

/** Compare two drafts written as lines. */
export function run(before: readonly string[], after: readonly string[], options: DiffOptions = {}): Diff {
  const result = diff(draft(before), draft(after), { grammar: null, ...options })
  const faults = schemaFaults('diff', diffDocument(result, { old: 'old.md', new: 'new.md' }))
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return result
}
/** Each change as a word, its labels and what is said beside. */
export function brief(changes: readonly Change[]): string[] {
  return changes.map((change) => {
    const labels = `${change.old.join('+')}>${change.new.join('+')}`
    return [change.kind, labels, change.moved && 'moved', change.renumbered && 'renumbered']
      .filter(Boolean)
      .join(' ')
  })
}
/** What is not just as it was. */
export function changed(result: Diff): string[] {
  return brief(result.changes.filter((change) => change.kind !== 'unchanged' || change.moved))
}
/** Edits with what was cut in [-…-] and what was added in {+…+}. */
export function redline(change: Pick<Change, 'edits'> | undefined): string {
  const marks = { equal: ['', ''], delete: ['[-', '-]'], insert: ['{+', '+}'] } as const
  return (change?.edits ?? []).map(({ op, text }) => marks[op].join(text)).join('')
}
/** Number operative paragraphs anew. */
export function renumber(lines: readonly string[]): string[] {
  let number = 0
  return lines.map((line) => line.replace(/^\d+\./u, () => `${++number}.`))
}
