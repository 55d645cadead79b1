/** The laws of what is done with two texts: merges, amendments, and their rebasing. */
import { isDeepStrictEqual } from 'node:util'
import {
  applyAmendments,
  merge,
  PlenaryError,
  type Root,
  rebaseAmendment,
  rows,
  writeAmendment,
} from '../../src/index.js'
import { groupRows, type RowGroup } from '../../src/model/tree/rows.js'

const endMarks = /[\s.,;:]+$/u
/** Words that are parted or joined, and marks that no one sees, are no change of a text. */
const textsOf = (tree: Root) => rows(tree).map(({ text }) => text.replace(/[\s\p{Cf}]/gu, ''))

/** What one party made of a text is the merge of it beside one without a change, and of two that made the same. */
export function mergeLaws(base: Root, tree: Root): string[] {
  const party = (name: string, of: Root) => ({ party: name, tree: of })
  return [
    ['beside one without a change', [party('A', tree), party('B', base)]],
    ['of two alike', [party('A', tree), party('B', tree)]],
  ].flatMap(([name, versions]) => {
    const { tree: merged, conflicts } = merge(base, versions as { party: string; tree: Root }[], {
      renumbered: false,
    })
    const [was, is] = [textsOf(tree), textsOf(merged)]
    return [
      ...(conflicts > 0 ? [`${name}: ${conflicts} conflicts`] : []),
      ...(isDeepStrictEqual(was, is) ? [] : [`${name}: ${parting(was, is)}`]),
    ]
  })
}

/** Amendments make the new text of the old one, but for what they say that they leave out; and rebased on the same text all stand. */
export function amendmentLaws(old: Root, tree: Root): string[] {
  let written: ReturnType<typeof writeAmendment>
  try {
    written = writeAmendment(old, tree)
  } catch (error) {
    if (error instanceof PlenaryError) return []
    throw error
  }
  const { instructions, unsaid } = written
  const faults: string[] = []
  const { outcomes, tree: amended } = applyAmendments(old, [{ instructions }])
  for (const { status, n } of outcomes) if (status !== 'applied') faults.push(`instruction ${n} is ${status}`)
  const [wanted, given] = [tree, amended].map((each) => groupRows(each)) as [RowGroup[], RowGroup[]]
  const [was, is] = [wanted.map(wordsOfGroup), given.map(wordsOfGroup)]
  if (unsaid.length === 0 && !isDeepStrictEqual(was, is)) faults.push(parting(was, is))
  const left = wanted.filter(
    ({ label }, at) => label !== '' && !unsaid.includes(label) && !is.includes(was[at] ?? ''),
  )
  for (const { label } of left) faults.push(`${label} is neither given nor told`)
  for (const { status, reason, n } of rebaseAmendment(instructions, old, old))
    if (status !== 'clean') faults.push(`on the same text instruction ${n} is ${status}: ${reason}`)
  return faults
}

function wordsOfGroup({ label, own, parts }: ReturnType<typeof groupRows>[number]): string {
  const words = [label, ...[...(own ? [own] : []), ...parts].map(({ row }) => row.text)].join(' ')
  // The last paragraph of a text ends otherwise than those before it, wherever it was before.
  return words.replace(endMarks, '')
}

function parting(was: readonly string[], is: readonly string[]): string {
  const at = was.findIndex((text, index) => text !== is[index])
  const from = at === -1 ? was.length : at
  return `row ${from} was ${JSON.stringify(was[from]?.slice(0, 200))}, is ${JSON.stringify(is[from]?.slice(0, 200))}`
}
