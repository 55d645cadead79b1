/**
 * What is in one pair of brackets → the texts it offers, and who wants which.
 *
 *     [extreme - US; G77 delete]                    one text, two parties
 *     [old words - EU retain / new words - US]      two texts
 *     [US add: as appropriate]                      the party in front
 *     [INSERT: new words; DELETE: old words]        commands
 */

import type { Negotiating } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import { rich } from '../model/block.js'
import type { Act, Attribution } from '../model/negotiation.js'

/** Offsets in the text of the paragraph, end exclusive. */
export interface Part {
  start: number
  end: number
}

export interface Proposal {
  options: Part[]
  by: Attribution[]
  /** Names, strokes and commands. */
  signs: Part[]
  /** There is no text in it: a party wants this of what is around it. */
  act?: true
  /** `insert` or `delete`, as a command says. */
  command?: 'insert' | 'delete'
}

/** A stroke between two texts. */
const stroke = /\s\/\s|(?<=[\p{L})])\s?\/(?=\s?\p{Lu})/gu
/** A dash before names. */
const dash = /(?:^|\s|(?<=[,.;:]))[-–—‒]\s?(?=\p{Lu})/gu

/**
 * Read the inside of brackets.
 *
 * Given the text of the paragraph in which what is nested deeper is blanked out.
 */
export function proposalOf(
  masked: string,
  { start, end }: Part,
  words: Negotiating,
  openings: Openings,
): Proposal {
  const inner = masked.slice(start, end)
  const commands = commandsOf(masked, start, end, words)
  if (commands) return commands
  const signs: Part[] = []
  const by: Attribution[] = []
  let from = start + (/^\s*/u.exec(inner)?.[0].length ?? 0)
  const head = words.head(masked.slice(from, end))
  if (head) {
    signs.push({ start: from, end: from + head.end })
    from += head.end
    const act = words.act(masked.slice(from, end))
    if (act) return { options: [], by: head.by.map(({ who }) => ({ who, act })), signs, act: true }
    by.push(...head.by)
  } else {
    const all = words.tail(masked.slice(from, end), 0)
    if (all?.some(({ act }) => act !== 'propose')) return { options: [], by: all, signs: [], act: true }
    from = start
  }
  const parts = partsOf(masked, from, end, words, openings)
  const options = parts.map((part, index) => {
    const before = parts[index - 1]
    if (before) signs.push({ start: before.end, end: part.start })
    const add = (one: Attribution) => by.push(parts.length > 1 ? { ...one, option: index + 1 } : one)
    const own = index > 0 ? words.head(masked.slice(part.start, part.end)) : null
    const start = part.start + (own?.end ?? 0)
    if (own) {
      signs.push({ start: part.start, end: start })
      own.by.forEach(add)
    }
    const tail = tailOf(masked, { start, end: part.end }, words)
    if (!tail) return { start, end: part.end }
    signs.push({ start: tail.start, end: tail.end })
    tail.by.forEach(add)
    return { start, end: tail.end < part.end ? part.end : tail.start }
  })
  // A name in front is of the first text, where the others have their own; else of the last.
  if (head && options.length > 1) {
    const option = by.some((one) => one.option !== undefined && one.option > 1) ? 1 : options.length
    return { options, by: by.map((one) => ({ option, ...one })), signs }
  }
  return { options, by, signs }
}

/** Names behind a dash, up to the end of the part, or in parentheses there: a mark behind these is of the text. */
function tailOf(
  masked: string,
  { start, end }: Part,
  words: Negotiating,
): (Part & { by: Attribution[] }) | null {
  const inner = masked.slice(start, end)
  for (const { index, 0: sign } of inner.matchAll(dash)) {
    if (index === 0) continue
    const by = words.tail(inner, index + sign.length)
    if (by) return { start: start + index, end, by }
  }
  // "[words (Norland)]", "[words (EU, CANZ) (US: delete)]"
  const by: Attribution[] = []
  const mark = /\)(?<mark>\s?[,;]\s*)$/u.exec(inner)?.groups?.mark ?? ''
  const whole = inner.slice(0, inner.length - mark.length)
  let left = whole.trimEnd()
  for (;;) {
    const said = /\s\((?<words>[^()[\]]{1,80})\)$/u.exec(left)
    const named =
      said && (words.isParties(said.groups?.words ?? '') ? words.tail(said.groups?.words ?? '', 0) : null)
    if (!said || !named) break
    by.unshift(...named)
    left = left.slice(0, said.index)
  }
  const last = mark === '' ? end : start + whole.length
  return by.length > 0 ? { start: start + left.length, end: last, by } : null
}

/** All of a text opens a paragraph, but for a preposition behind it; some verbs are known by what they are done to. */
export function isOpening(text: string, openings: Openings, object = ''): boolean {
  const words = text.trim()
  const lead = openings.lead(rich(`${words}${object}`), 'any')
  return lead?.known === true && Math.abs(words.length - lead.end) <= 5
}

/** The texts that strokes part; one inside of a phrase is no such stroke. */
function partsOf(masked: string, from: number, end: number, words: Negotiating, openings: Openings): Part[] {
  const inner = masked.slice(from, end)
  const strokes = [...inner.matchAll(stroke)]
  const cuts = strokes.filter(({ index, 0: sign }, at) => {
    if (/^\s.*\s$/u.test(sign)) return true
    const [before, after] = [strokes[at - 1], strokes[at + 1]]
    // [Welcomes/Takes note of/Notes]: what is on each side is a known opening, whole.
    return [
      inner.slice(before ? before.index + before[0].length : 0, index),
      inner.slice(index + sign.length, after?.index),
    ].every((side) => isOpening(side, openings))
  })
  // shall/should/may, need/importance: words of obligation, or one word each.
  const modals = inner.split('/')
  const isWord = (one: string) => words.isModal(one) || (/^\p{Ll}{4,}$/u.test(one) && !/\s/u.test(inner))
  if (cuts.length === 0 && modals.length > 1 && modals.every(isWord)) {
    let at = from
    return modals.map((one) => {
      const part = { start: at, end: at + one.length }
      at += one.length + 1
      return part
    })
  }
  const result: Part[] = []
  let start = from
  for (const { index, 0: sign } of cuts) {
    result.push({ start, end: from + index })
    start = from + index + sign.length
  }
  result.push({ start, end })
  return result.filter((part) => masked.slice(part.start, part.end).trim() !== '' || result.length === 1)
}

/** "INSERT: x; DELETE: y": what goes is what the text had. */
function commandsOf(masked: string, start: number, end: number, words: Negotiating): Proposal | null {
  const found: { act: Act; sign: Part; part: Part }[] = []
  let at = start + (/^\s*/u.exec(masked.slice(start, end))?.[0].length ?? 0)
  let command = words.command(masked, at)
  while (command && command.end <= end) {
    const sign = { start: found.at(-1)?.part.end ?? at, end: command.end }
    const next = nextCommand(masked, command.end, end, words)
    found.push({ act: command.act, sign, part: { start: command.end, end: next?.from ?? end } })
    if (!next) break
    at = next.at
    command = words.command(masked, at)
  }
  if (found.length === 0) return null
  const signs = found.map(({ sign }) => sign)
  const cut = found.filter(({ act }) => act === 'delete')
  const put = found.filter(({ act }) => act !== 'delete')
  const options = [...cut, ...put].map(({ part }) => part)
  if (options.length > 1) return { options, by: [], signs }
  return { options, by: [], signs, command: cut.length > 0 ? 'delete' : 'insert' }
}

function nextCommand(
  masked: string,
  from: number,
  end: number,
  words: Negotiating,
): { from: number; at: number } | null {
  for (const { index, 0: sign } of masked.slice(from, end).matchAll(/[;,/]\s*/gu)) {
    const at = from + index + sign.length
    if (words.command(masked, at)) return { from: from + index, at }
  }
  return null
}
