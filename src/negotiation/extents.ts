/** Where points and their signs are, and what is left beside them. */
import { grouped } from '../model/grouped.js'
import type { Attribution, Extent, OpenPoint } from '../model/negotiation.js'
import { before } from './options.js'
import type { Part } from './proposals.js'
import type { Place, Span } from './spans.js'

/** A point before it has its number, its paragraph and its text. */
export type Draft = Pick<OpenPoint, 'kind' | 'depth' | 'whole' | 'by' | 'places' | 'signs' | 'goal'>

export function kindOf(by: readonly Attribution[]): 'insert' | 'delete' | 'optional' {
  if (by.some(({ act }) => act === 'propose')) return 'insert'
  return by.some(({ act }) => act === 'delete') ? 'delete' : 'optional'
}

/** The signs of a span themselves. */
export function glyphs({ start, end, sign }: Span): Extent[] {
  if (sign === 0) return []
  return [
    { paragraph: start.paragraph, start: start.offset, end: start.offset + sign },
    { paragraph: end.paragraph, start: end.offset - sign, end: end.offset },
  ]
}

export function everySpan(spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => [span, ...everySpan(span.children)])
}

/** What is left of a stretch beside others. */
export function without(stretch: Extent, gone: readonly Part[] | readonly Extent[]): Extent[] {
  let left = [stretch]
  for (const one of gone) {
    if ('paragraph' in one && one.paragraph !== stretch.paragraph) continue
    left = left.flatMap((part) => {
      if (one.end <= part.start || one.start >= part.end) return [part]
      return [
        { ...part, end: one.start },
        { ...part, start: one.end },
      ].filter(({ start, end }) => end > start)
    })
  }
  return left
}

/** Signs by the paragraphs that they are in. */
export function byParagraph(signs: readonly Extent[]): Map<number, Extent[]> {
  return grouped(signs, ({ paragraph }) => paragraph)
}

/** Where a point begins. */
export function placeOf({ places, signs }: Pick<Draft, 'places' | 'signs'>): Place {
  const all = [...places.flat(), ...signs].map(({ paragraph, start }) => ({ paragraph, offset: start }))
  return all.reduce((first, one) => (before(one, first) ? one : first), all[0] ?? { paragraph: 0, offset: 0 })
}

export function byPlace(a: Draft, b: Draft): number {
  const [one, other] = [placeOf(a), placeOf(b)]
  return one.paragraph - other.paragraph || one.offset - other.offset || a.depth - b.depth
}
