/** Verbs that do the same, as data: what one language parts another may say with one word. */
import { readFileSync } from 'node:fs'

export interface VerbClass {
  id: string
  /** Ids of verbs of which each may stand opposite each other. */
  verbs: string[]
  why: string
}

let classes: ReadonlyMap<string, ReadonlySet<string>> | undefined

function loaded(): ReadonlyMap<string, ReadonlySet<string>> {
  if (!classes) {
    const { classes: records } = JSON.parse(
      readFileSync(new URL('../../grammars/concordance.json', import.meta.url), 'utf8'),
    ) as { classes: VerbClass[] }
    const map = new Map<string, Set<string>>()
    for (const { verbs } of records)
      for (const verb of verbs) {
        const others = map.get(verb) ?? new Set()
        for (const other of verbs) others.add(other)
        map.set(verb, others)
      }
    classes = map
  }
  return classes
}

/** Tell whether two verbs may stand opposite each other in versions of one text. */
export function areOneClass(one: string, other: string): boolean {
  return one === other || (loaded().get(one)?.has(other) ?? false)
}
