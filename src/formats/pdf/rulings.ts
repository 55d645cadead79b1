/** The rules of a page → frames that may hold tables. */
import type { Stroke } from './glyphs.js'

export interface Span {
  from: number
  to: number
}

/** What is on one line, straight across or straight down: the parts that are drawn. */
export interface Ruling {
  at: number
  spans: Span[]
}

/** Rules one below the other that begin and end at the same place, and what is drawn between them. */
export interface Frame {
  left: number
  right: number
  /** Heights of its rules from side to side, from top to bottom: two at least. */
  levels: number[]
  /** Rules that go down between its sides. */
  uprights: Ruling[]
  /** Those at its left, and at its right. */
  sides: Ruling[][]
}

/** Shorter rules, in points, are strokes of letters or bullets. */
const shortestAcross = 20
const shortestDown = 5
/** Rules this near, in points, are one: double rules, and sides of cells. */
const sameLine = 3
/** The rules of two columns keep this far apart, in points, in tables of the United Nations. */
const joint = 16
/** Rules of one table begin and end within so many points. */
const sameEdge = 6

/** Find the frames of a page. */
export function framesOf(strokes: readonly Stroke[]): Frame[] {
  const across = rulings(
    strokes
      .filter(({ x, right, y, bottom }) => right - x >= shortestAcross && bottom - y < sameLine)
      .map(({ x, right, y, bottom }) => ({ at: (y + bottom) / 2, from: x, to: right })),
    joint,
  )
  const down = rulings(
    strokes
      .filter(({ x, right, y, bottom }) => bottom - y >= shortestDown && right - x < sameLine)
      .map(({ x, right, y, bottom }) => ({ at: (x + right) / 2, from: y, to: bottom })),
    sameLine,
  )
  const frames: Frame[] = []
  for (const { at, spans } of across)
    for (const { from, to } of spans) {
      const known = frames.findLast(
        ({ left, right }) => Math.abs(left - from) < sameEdge && Math.abs(right - to) < sameEdge,
      )
      if (known) known.levels.push(at)
      else frames.push({ left: from, right: to, levels: [at], uprights: [], sides: [] })
    }
  return frames.filter(({ levels }) => levels.length > 1).map((frame) => withUprights(frame, down))
}

/** Gather strokes that lie on one line, and join those that meet. */
function rulings(strokes: (Span & { at: number })[], apart: number): Ruling[] {
  const found: Ruling[] = []
  for (const { at, from, to } of strokes.sort((a, b) => a.at - b.at)) {
    const last = found.at(-1)
    if (last && at - last.at < sameLine) last.spans.push({ from, to })
    else found.push({ at, spans: [{ from, to }] })
  }
  for (const ruling of found) ruling.spans = joined(ruling.spans, apart)
  return found
}

function joined(spans: Span[], apart: number): Span[] {
  const result: Span[] = []
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from - last.to <= apart) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

function withUprights(frame: Frame, down: readonly Ruling[]): Frame {
  const { left, right, levels } = frame
  const [top, bottom] = [levels[0] as number, levels.at(-1) as number]
  const inside = down.filter(
    ({ at, spans }) =>
      at > left - sameEdge &&
      at < right + sameEdge &&
      spans.some(({ from, to }) => from < bottom && to > top),
  )
  const isSide = ({ at }: Ruling, side: number) => Math.abs(at - side) < sameEdge
  return {
    ...frame,
    sides: [left, right].map((side) => inside.filter((one) => isSide(one, side))),
    uprights: inside.filter((one) => !isSide(one, left) && !isSide(one, right)),
  }
}

/** Whether a rule goes down by the most of a band. */
export function isBeside({ spans }: Ruling, top: number, bottom: number): boolean {
  return spans.some(({ from, to }) => Math.min(to, bottom) - Math.max(from, top) > 0.5 * (bottom - top))
}
