/** Two texts → edits, as readable as they are asked for. */
import type { Edit, EditLevel, Stretch } from '../model/change.js'
import { compare, isTypography, type Span, toEdits } from './compare.js'
import { required } from './required.js'
import { simplify } from './simplify.js'
import { canonical, type Token } from './tokens.js'

/**
 * Compare two texts word by word.
 *
 * Ensures that joining `equal` and `delete` gives the old text, `equal` and
 * `insert` the new, but for white space at the ends. Typography is no edit: kept
 * text that is set otherwise in the old one says so in `old`.
 */
export function compareTexts(old: string, now: string, level: EditLevel = 'clause'): Edit[] {
  if (old === now) return now === '' ? [] : [{ op: 'equal', text: now }]
  return toEdits(simplify(compare(old, now), level))
}

/**
 * Compare two texts word by word, and say where each stretch is in both.
 *
 * Ensures that the stretches cover both texts in order. What is the same may
 * differ in white space, quotation marks and dashes: a comparison of drafts does
 * not see these. Symbols are compared in their segments.
 *
 * @example compareStretches('See A/80/L.1', 'See A/80/L.1/Rev.1') // See, A/80/L.1 the same, then '' for '/Rev.1'
 */
export function compareStretches(old: string, now: string): Stretch[] {
  const spans = simplify(compare(old, now), 'clause')
  const isSame = canonical(old) === canonical(now)
  if (isSame && spans.some(({ same }) => !same)) return [stretch(true, [0, old.length], [0, now.length])]
  const result: Stretch[] = []
  let [i, j] = [0, 0]
  const until = (same: boolean, oldEnd: number, newEnd: number) => {
    if (oldEnd > i || newEnd > j) result.push(stretch(same, [i, oldEnd], [j, newEnd]))
    i = oldEnd
    j = newEnd
  }
  const pieces = spans.flatMap(inSegments)
  for (const [at, { same, old: cut, new: added }] of pieces.entries()) {
    const place = same ? undefined : behindSpace(cut, added, pieces[at + 1])
    if (place) {
      until(true, ...place.from)
      until(false, ...place.to)
    } else if (same)
      cut.forEach((token, at) => {
        const other = required(added, at)
        until(isSame || isSpaced(token) === isSpaced(other), token.start, other.start)
        until(true, endOf(token), endOf(other))
      })
    else {
      const [first, second] = [cut[0], added[0]]
      // The space before a replaced word is no part of the replacement.
      if (first && second && isSpaced(first) && isSpaced(second)) until(true, first.start, second.start)
      const [last, other] = [cut.at(-1), added.at(-1)]
      until(isTypography({ same, old: cut, new: added }), last ? endOf(last) : i, other ? endOf(other) : j)
    }
  }
  until(true, old.length, now.length)
  return result
}

/**
 * Words that came, or went, between two kept ones: they take the white space that the other side has not.
 *
 * Given the tokens of a stretch and the stretch behind it. Ensures undefined where it makes no difference.
 *
 * @example "1.⇥Urges" → "1.⇥Strongly urges": the tab stays, and what comes ends with a space
 */
function behindSpace(
  cut: readonly Token[],
  added: readonly Token[],
  next: Span | undefined,
): { from: [number, number]; to: [number, number] } | undefined {
  const [old, now] = [next?.old[0], next?.new[0]]
  const [first] = cut.length === 0 ? added : cut
  if (!next?.same || !old || !now || !first || (cut.length > 0 && added.length > 0)) return undefined
  const [kept, other] = cut.length === 0 ? [old, now] : [now, old]
  if (!isSpaced(first) || kept.space !== first.space || !isSpaced(other) || other.space === first.space)
    return undefined
  const from: [number, number] = cut.length === 0 ? [old.start, first.start] : [first.start, now.start]
  return { from, to: [old.start, now.start] }
}

/** Whether two texts differ in white space, quotation marks and dashes at most. */
export function sameWords(old: string, now: string): boolean {
  return canonical(old) === canonical(now)
}

function stretch(same: boolean, old: Stretch['old'], now: Stretch['new']): Stretch {
  return { same, old, new: now }
}

function isSpaced({ space }: Token): boolean {
  return /\s/u.test(space)
}

function endOf({ start, text }: Token): number {
  return start + text.length
}

/** A symbol in the place of another: the segments at its ends that both have are the same. */
function inSegments(span: Span): Span[] {
  const [old, now] = [span.old[0], span.new[0]]
  if (span.same || !old || !now || span.old.length > 1 || span.new.length > 1) return [span]
  const [before, after] = [segments(old), segments(now)]
  if (before.length + after.length < 3) return [span]
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && required(before, head).key === required(after, head).key) head++
  let tail = 0
  while (
    tail < most - head &&
    required(before, before.length - 1 - tail).key === required(after, after.length - 1 - tail).key
  )
    tail++
  const cut = (same: boolean, from: number, oldTo: number, newTo: number): Span[] => {
    const one = { same, old: before.slice(from, oldTo), new: after.slice(from, newTo) }
    return one.old.length > 0 || one.new.length > 0 ? [one] : []
  }
  const [oldTail, newTail] = [before.length - tail, after.length - tail]
  return [
    ...cut(true, 0, head, head),
    ...cut(false, head, oldTail, newTail),
    ...(tail > 0 ? [{ same: true, old: before.slice(oldTail), new: after.slice(newTail) }] : []),
  ]
}

/** `A/80/L.1` → `A`, `/80`, `/L.1`. */
function segments(token: Token): Token[] {
  const found: Token[] = []
  for (const { 0: text, index } of token.text.matchAll(/\/?[^/]+|\//gu))
    found.push({
      space: index === 0 ? token.space : '',
      text,
      key: canonical(text),
      start: token.start + index,
    })
  return found
}
