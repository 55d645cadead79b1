/** What a history is called in words, wherever it is shown. */

import type { Shift } from '../../model/change.js'
import type { History, HistoryVersion, Life } from '../../model/history.js'
import { counted, listed, type Say } from '../../model/words.js'
import { arrowed } from '../direction.js'

/** What a cell of the matrix says of a paragraph in one version. */
export interface Cell {
  /** Its labels in that version; empty where it is absent. */
  labels: string
  state: 'absent' | 'new' | 'same' | 'changed'
  moved: boolean
  shift: Shift | null
}

/** Say what a paragraph is in each version. */
export function cellsOf(life: Life): Cell[] {
  const first = life.path.findIndex((labels) => labels.length > 0)
  return life.path.map((labels, version) => ({
    labels: labels.join(', '),
    state: stateOf(life, version, first),
    moved: life.moved.includes(version),
    shift: life.shifts[version] ?? null,
  }))
}

function stateOf({ path, changed }: Life, version: number, first: number): Cell['state'] {
  if (path[version]?.length === 0) return 'absent'
  if (version === first) return version === 0 ? 'same' : 'new'
  if (path[version - 1]?.length === 0) return 'new'
  return changed.includes(version) ? 'changed' : 'same'
}

/** "moved", "verb weaker": what is told of a cell beside its labels. */
export function cellNotes({ moved, shift }: Cell, say: Say): string[] {
  return [
    ...(moved ? [say('moved')] : []),
    ...(shift === null ? [] : [say('verdict_verb', { shift: say(shift) })]),
  ]
}

/** "L.2", "L.2/Rev.1": the end of a symbol that tells versions of one draft apart; else the number of the version. */
export function versionNames(versions: readonly HistoryVersion[]): string[] {
  const symbols = versions.map(({ symbol }) => symbol)
  const told = new Set(symbols).size === symbols.length && symbols.every((symbol) => symbol !== null)
  if (!told) return versions.map((_, at) => `v${at + 1}`)
  const parts = symbols.map((symbol) => (symbol ?? '').split('/'))
  let shared = 0
  while (parts.every((each) => each.length > shared + 1 && each[shared] === parts[0]?.[shared])) shared++
  return parts.map((each) => each.slice(shared).join('/'))
}

/** "Urges → Calls upon → Encourages": the leading words of a paragraph where they changed. */
export function chainOf({ leads, shifts }: Life): string {
  const words: string[] = []
  leads.forEach((lead, version) => {
    if (lead === null || lead === words.at(-1)) return
    if (words.length === 0 || shifts[version] !== null || leads[version - 1] === null) words.push(lead)
  })
  return arrowed(words)
}

/** Whether a chain has a change in it. */
export function isChain(chain: string): boolean {
  return /[→←]/u.test(chain)
}

/** The last words of a paragraph: those of the last version that has it. */
export function lastText({ texts }: Life): string {
  return texts.findLast((text) => text !== null)?.split('\n')[0] ?? ''
}

/** "OP7": what a paragraph is called: its label in the last version that has it. */
export function lifeName({ path, resolution }: Life, several: boolean): string {
  const label = path.findLast((labels) => labels.length > 0)?.join(', ') ?? ''
  return several && resolution !== undefined ? `${resolution}, ${label}` : label
}

/** True if a text holds several resolutions, whose labels are the same. */
export function hasSeveral({ paragraphs }: History): boolean {
  return new Set(paragraphs.flatMap(({ resolution }) => resolution ?? [])).size > 1
}

/** "12 kept, 3 inserted, 1 deleted". */
export function fateTotals({ paragraphs }: History, say: Say): string {
  const counts = new Map<string, number>()
  for (const { fate } of paragraphs) counts.set(fate, (counts.get(fate) ?? 0) + 1)
  return listed(
    [...counts].map(([fate, count]) => counted(count, `fate_${fate}`, say)),
    say,
  )
}

/**
 * Find the lives that a label names: in the last version that has it, or in
 * the version that is before it (`2:OP7`).
 */
export function findLives({ paragraphs }: History, name: string): Life[] {
  const { version, label = name } = /^(?:(?<version>\d+):)(?<label>.+)$/u.exec(name)?.groups ?? {}
  if (version !== undefined)
    return paragraphs.filter(({ path }) => path[Number(version) - 1]?.includes(label))
  return paragraphs.filter(({ path }) => path.findLast((labels) => labels.length > 0)?.includes(label))
}
