/** What a library holds, for people. */
import type { LibraryFacts } from '../../model/precedent.js'
import { clean, cleanName } from '../clean.js'

/** A library as its report needs it. */
export interface LibraryTotals {
  name: string
  built: string
  documents: readonly LibraryFacts[]
  paragraphs: number
  /** How many different texts the paragraphs have. */
  usedTexts: number
  /** Bytes of its file, and of the texts in it. */
  size: { file: number; texts: number }
}

/** Write what a library holds: how much, of which bodies and languages, from when to when. */
export function libraryToText(library: LibraryTotals): string {
  const { name, built, documents, paragraphs, usedTexts, size } = library
  const dates = documents.flatMap(({ date }) => date ?? []).sort()
  const lines: [string, string][] = [
    ['built', built],
    ['documents', String(documents.length)],
    ['paragraphs', `${paragraphs}, ${usedTexts} of them different`],
    ['size', `${megabytes(size.file)}, of which ${megabytes(size.texts)} texts`],
    [
      'dates',
      dates.length === 0
        ? 'none'
        : `${dates[0]} to ${dates.at(-1)}, ${documents.length - dates.length} without`,
    ],
    ['bodies', counted(documents.map(({ organ }) => organ ?? 'unknown'))],
    ['languages', counted(documents.map(({ language }) => language ?? 'unknown'))],
  ]
  return [cleanName(name), ...lines.map(([label, value]) => `${label.padEnd(12)}${clean(value)}`), ''].join(
    '\n',
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
