/**
 * Equations: a reader sees one thing, so they are cut, added and moved as a whole.
 *
 *     old   below |1.5 °C| at sea       between bars is an equation
 *     new   below |2 °C| at sea
 *           same  | chg |               what is the same of an equation that changes, changes with it
 */
import type { Stretch } from '../../../model/change.js'
import { type Element, sourceOf } from '../../xml/xml.js'
import type { Part } from '../package/package.js'

export interface Equation {
  part: Part
  element: Element
}

/** From one place of a text to another. */
type Range = readonly [from: number, to: number]

/** The equation that an element is, or is of. */
export function equationOf(element: Element): Element | undefined {
  let found: Element | undefined
  for (let one = element as Element | null; one && one.name !== 'p'; one = one.parent as Element | null)
    if (one.name === 'oMath' || one.name === 'oMathPara') found = one
  return found
}

/** An equation as it may be in any part: it declares the prefixes that it uses. */
export function equationSource({ part, element }: Equation): string {
  const xml = sourceOf(part, element)
  const open = /^<[^>]*/u.exec(xml)?.[0] ?? ''
  const used = new Set([...xml.matchAll(/[<\s]([\w.-]+):[\w.-]+(?=[\s=/>])/gu)].map(([, prefix]) => prefix))
  const declared = [...used].flatMap((prefix) => {
    const name = `xmlns:${prefix}`
    if (prefix === 'xmlns' || prefix === 'xml' || open.includes(` ${name}=`)) return []
    for (let one = element.parent as Element | null; one; one = one.parent as Element | null) {
      const value = one.attribs?.[name]
      if (value !== undefined) return [` ${name}="${value}"`]
    }
    return []
  })
  const name = /^<[^\s/>]+/u.exec(xml)?.[0] ?? ''
  return name + declared.join('') + xml.slice(name.length)
}

/** Have what is the same of an equation change where the rest of it does, on both sides. */
export function wholeEquations(
  stretches: readonly Stretch[],
  old: readonly Range[],
  now: readonly Range[],
): Stretch[] {
  let all = [...stretches]
  if (old.length === 0 && now.length === 0) return all
  for (let isOpen = true; isOpen; ) {
    const next = all.flatMap((stretch) => {
      const cuts = stretch.same ? [...beyond(stretch.old, old), ...beyond(stretch.new, now)] : []
      return divided(stretch, cuts)
    })
    isOpen = next.some((stretch, at) => stretch !== all[at]) || next.length !== all.length
    all = next
  }
  return all
}

/** The parts of a stretch, counted from its beginning, that are of ranges that go beyond it. */
function beyond([from, to]: Range, ranges: readonly Range[]): Range[] {
  return ranges.flatMap(([first, last]): Range[] => {
    const isInside = first >= from && last <= to
    const isBeside = last <= from || first >= to
    return isInside || isBeside ? [] : [[Math.max(first, from) - from, Math.min(last, to) - from]]
  })
}

/** A stretch without the parts that change; all of it changes where its sides are of other white space. */
function divided(stretch: Stretch, cuts: readonly Range[]): Stretch[] {
  if (cuts.length === 0) return [stretch]
  const { old, new: now } = stretch
  const length = old[1] - old[0]
  if (length !== now[1] - now[0]) return [{ ...stretch, same: false }]
  const isCut = (at: number) => cuts.some(([from, to]) => from <= at && at < to)
  const result: Stretch[] = []
  for (let from = 0; from < length; ) {
    let to = from + 1
    while (to < length && isCut(to) === isCut(from)) to++
    result.push({
      same: !isCut(from),
      old: [old[0] + from, old[0] + to],
      new: [now[0] + from, now[0] + to],
    })
    from = to
  }
  return result
}
