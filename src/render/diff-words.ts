/** What a diff is called in words, wherever it is shown. */
import type { Change, Diff, Fact } from '../change.js'

/** Facts that a redline itself does not show. */
export const toldFacts: readonly Fact['kind'][] = [
  'hedge',
  'obligation',
  'addressee',
  'money',
  'footnote',
  'enumerator',
  'reference',
]

/** "OP3 → OP4", "PP2", "heading". */
export function names(change: Change): string {
  const [from, to] = [change.old.join(', '), change.new.join(', ')]
  if (from === '' && to === '') return change.role
  if (from === '' || to === '' || from === to) return to || from
  return `${from} → ${to}`
}

/** What happened to the paragraph as a whole: "split, moved, verb weaker". */
export function verdicts(change: Change): string[] {
  const words: string[] = []
  if (change.kind !== 'modified' && change.kind !== 'unchanged') words.push(change.kind)
  if (change.moved) words.push('moved')
  if (change.oldRole !== undefined) words.push(`was ${change.oldRole}`)
  for (const { shift, explained } of change.phrases) {
    if (shift !== 'enumerator') words.push(`verb ${shift}`)
    else if (explained === false) words.push('enumerator not explained by its neighbours')
  }
  return words
}

/** "hedge added: as appropriate". */
export function factWords({ kind, op, text, should }: Fact): string {
  if (op === 'stale') return `stale ${kind}: ${text}${should === undefined ? '' : `, now ${should}`}`
  return `${kind} ${op === 'insert' ? 'added' : 'dropped'}: ${text}`
}

/** "5 modified, 1 inserted, 31 unchanged". */
export function totals({ summary }: Diff): string {
  const changed = (['modified', 'inserted', 'deleted', 'split', 'merged', 'moved'] as const).filter(
    (key) => summary[key] > 0,
  )
  const rest = (['renumbered', 'unchanged'] as const).filter((key) => summary[key] > 0)
  const counted = [...changed, ...rest].map((key) => `${summary[key]} ${key}`).join(', ')
  return changed.length === 0 ? `No change of text${counted === '' ? '' : `: ${counted}`}` : counted
}

/** "draftResolution" → "draft resolution". */
export function spaced(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}
