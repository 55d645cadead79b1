/**
 * A command in brackets about words of the paragraph that it is in → an open point.
 *
 *     1. Urges coastal States to light lamps; [US: replace “light” with “dim”]
 *     replace: light | dim, which goes where light is
 */
import type { QuotedWords } from '../language/negotiating.js'
import type { Extent } from '../model/negotiation.js'
import type { Drafting } from './drafting.js'
import { type Draft, without } from './extents.js'
import type { Span } from './spans.js'

/**
 * Put what a bracket commands among the points; false where it commands nothing.
 *
 * Ensures that a command about words that the paragraph does not have, or has twice, is told, and is no point.
 */
export function draftCommand(span: Span, drafting: Drafting): boolean {
  const { stretch, words } = drafting
  const { paragraph, offset } = span.start
  if (paragraph !== span.end.paragraph || span.what !== 'bracket') return false
  const inner = drafting.inner(span)
  // The verb behind the colon is the command's.
  const colon = inner.indexOf(':')
  const by = colon < 0 ? null : words.tail(inner.slice(0, colon), 0)
  const front = by ? colon + (/^:\s*/u.exec(inner.slice(colon))?.[0].length ?? 0) : 0
  const edit = words.edit(inner.slice(front))
  if (!edit) return false
  const shift = offset + span.sign + front
  const said = (quoted: QuotedWords | undefined): Extent[] =>
    quoted ? [{ paragraph, start: quoted.start + shift, end: quoted.end + shift }] : []
  const sign = { paragraph, start: offset, end: span.end.offset }
  const around = without(stretch.body(paragraph), [sign])
  const had = [...said(edit.old), ...said(edit.anchor)].map((one) =>
    onlyPlace(stretch.text(paragraph).slice(one.start, one.end), around, stretch.text(paragraph)),
  )
  const now = said(edit.new)
  // What is nested in the command would be a point of its own.
  for (const child of span.children) drafting.taken.add(child)
  if (had.includes(null)) {
    drafting.unfound.push(span.start)
    return true
  }
  const [place] = had.flatMap((one) => one ?? [])
  const old = edit.old && place ? [place] : []
  const kind = old.length === 0 ? 'insert' : now.length === 0 ? 'delete' : 'replace'
  const goal = goalOf(edit.where, place ?? null, around)
  const draft: Draft = {
    kind,
    depth: span.depth,
    whole: false,
    by: (by ?? []).map(({ who }) =>
      kind === 'replace'
        ? { who, act: 'propose', option: 2 }
        : { who, act: kind === 'delete' ? 'delete' : 'propose' },
    ),
    places: [old, now].filter((one) => one.length > 0),
    signs: without(sign, now),
    ...(goal !== null && now.length > 0 && { goal: { paragraph, offset: goal } }),
  }
  drafting.points.push(draft)
  return true
}

/** Where new words go; null for where the command is. */
function goalOf(where: string | undefined, place: Extent | null, around: readonly Extent[]): number | null {
  if (where === 'start') return around[0]?.start ?? null
  if (where === 'end') return around.at(-1)?.end ?? null
  if (where === 'before') return place?.start ?? null
  return place?.end ?? null
}

/** The one place of words in stretches of a text, no part of longer words; null if there are none or several. */
function onlyPlace(said: string, stretches: readonly Extent[], text: string): Extent | null {
  const found = stretches.flatMap((stretch) => {
    const places: Extent[] = []
    for (let at = text.indexOf(said, stretch.start); at >= 0 && at + said.length <= stretch.end; ) {
      const end = at + said.length
      if (!isInWord(text, at) && !isInWord(text, end)) places.push({ ...stretch, start: at, end })
      at = text.indexOf(said, end)
    }
    return places
  })
  return said !== '' && found.length === 1 ? (found[0] ?? null) : null
}

/** A letter or figure is on both sides of a place. */
function isInWord(text: string, at: number): boolean {
  const isLetter = (one: string | undefined) => /[\p{L}\p{N}]/u.test(one ?? '')
  return isLetter(text[at - 1]) && isLetter(text[at])
}
