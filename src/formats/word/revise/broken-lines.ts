/** Lines that one document parts by a break and the other by the ends of paragraphs. */
import type { ParagraphOutcome } from '../../../model/change.js'
import type { Item } from '../package/manuscript.js'
import type { NewItem } from './revised.js'

/** Pair a paragraph of several lines with the paragraphs that are these lines: more than half are the same. */
export function pairBrokenLines(old: readonly Item[], now: readonly NewItem[]): ParagraphOutcome[] {
  const [before, after] = [old.map(linesOf), now.map(linesOf)]
  const broken = find(before, after).map(({ one, others }) => ({ old: [one], new: others, moved: false }))
  const joined = find(after, before).map(({ one, others }) => ({ old: others, new: [one], moved: false }))
  const taken = { old: new Set<number>(), new: new Set<number>() }
  return [...broken, ...joined].filter((outcome) => {
    if (outcome.old.some((at) => taken.old.has(at)) || outcome.new.some((at) => taken.new.has(at)))
      return false
    for (const at of outcome.old) taken.old.add(at)
    for (const at of outcome.new) taken.new.add(at)
    return true
  })
}

function find(side: readonly string[][], other: readonly string[][]): { one: number; others: number[] }[] {
  const places = new Map<string, number[]>()
  other.forEach((lines, at) => {
    const [line] = lines
    if (line !== undefined && lines.length === 1) places.set(line, [...(places.get(line) ?? []), at])
  })
  return side.flatMap((lines, one) => {
    if (lines.length < 2) return []
    // The paragraphs stand together; any line that is the same says where.
    const starts = lines.flatMap((line, at) => (places.get(line) ?? []).map((place) => place - at))
    const start = starts.find((from) => {
      const own = lines.map((_, at) => other[from + at] ?? [])
      const same = lines.filter((line, at) => own[at]?.[0] === line).length
      return own.every((all) => all.length === 1) && same * 2 > lines.length - 1
    })
    return start === undefined ? [] : [{ one, others: lines.map((_, at) => start + at) }]
  })
}

function linesOf(item: Item | NewItem): string[] {
  if (item.kind === 'table') return []
  return `${item.label}${item.text}`
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
}
