/** Compare two texts word by word. The only file that knows the `diff` package. */
import { diffArrays } from 'diff'
import type { Edit } from '../model/change.js'
import { required } from './required.js'
import { isSameSetting, type Token, tokens, turningMarks } from './tokens.js'

/** A stretch of both texts: the same on both sides, or old words that new ones replace. */
export interface Span {
  same: boolean
  old: readonly Token[]
  new: readonly Token[]
}

/** Beyond this many words cut and added the texts have nothing to do with each other. */
const mostEdits = 4000

/** Comparisons that are kept, of texts that are no longer than paragraphs are. */
const mostKept = 16
const longestKept = 40_000
/** What is shown of two texts, what is counted in them and what is said of their verbs is asked one after the other. */
const kept: { old: string; now: string; spans: readonly Span[] }[] = []

/**
 * Compare two texts in words.
 *
 * Ensures a shortest script on whole words, numbers and symbols; stretches that
 * are the same and stretches that are not alternate. Texts more than `mostEdits`
 * words apart are one replacement, save for the words that they begin and end with.
 * Swapping the sides gives the same spans swapped.
 */
export function compare(oldText: string, newText: string): readonly Span[] {
  const known = kept.find(({ old, now }) => old === oldText && now === newText)
  if (known) return known.spans
  const spans = compared(oldText, newText)
  if (oldText.length + newText.length <= longestKept) kept.unshift({ old: oldText, now: newText, spans })
  if (kept.length > mostKept) kept.pop()
  return spans
}

function compared(oldText: string, newText: string): readonly Span[] {
  if (oldText === newText) {
    const all = whole(oldText)
    return all.length === 0 ? [] : [{ same: true, old: all, new: all }]
  }
  if (oldText > newText) {
    return compare(newText, oldText).map((span) => ({ same: span.same, old: span.new, new: span.old }))
  }
  const [a, b] = [whole(oldText), whole(newText)]
  const head = common(a, b, (list, index) => list[index])
  const most = Math.min(a.length, b.length) - head
  const tail = Math.min(
    most,
    common(a, b, (list, index) => list[list.length - 1 - index]),
  )
  const spans: Span[] = []
  push(spans, { same: true, old: a.slice(0, head), new: b.slice(0, head) })
  for (const span of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) push(spans, span)
  push(spans, { same: true, old: a.slice(a.length - tail), new: b.slice(b.length - tail) })
  return spans
}

/** The words of a text and what ends it without being seen: a mark of direction behind the last stop. */
function whole(text: string): readonly Token[] {
  const words = tokens(text)
  const last = words.at(-1)
  const end = last ? last.start + last.text.length : 0
  return end === text.length
    ? words
    : [...words, { space: text.slice(end), text: '', key: '', start: text.length }]
}

function common(
  a: readonly Token[],
  b: readonly Token[],
  at: (list: readonly Token[], index: number) => Token | undefined,
): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && at(a, count)?.key === at(b, count)?.key) count++
  return count
}

function middle(a: readonly Token[], b: readonly Token[]): Span[] {
  if (a.length === 0 || b.length === 0) return [{ same: false, old: a, new: b }]
  const ids = new Map<string, number>()
  const intern = (token: Token): number => {
    const id = ids.get(token.key) ?? ids.size
    ids.set(token.key, id)
    return id
  }
  const script = diffArrays(a.map(intern), b.map(intern), { maxEditLength: mostEdits })
  if (!script) return [{ same: false, old: a, new: b }]
  let [i, j] = [0, 0]
  return script.map(({ count, added, removed }) => {
    const span = {
      same: !added && !removed,
      old: added ? [] : a.slice(i, i + count),
      new: removed ? [] : b.slice(j, j + count),
    }
    i += span.old.length
    j += span.new.length
    return span
  })
}

/** Add a span, joined to the last where both are of one kind. */
export function push(spans: Span[], span: Span): void {
  if (span.old.length === 0 && span.new.length === 0) return
  const last = spans.at(-1)
  if (last?.same === span.same) {
    last.old = [...last.old, ...span.old]
    last.new = [...last.new, ...span.new]
  } else spans.push({ ...span })
}

/**
 * Write spans as edits.
 *
 * Ensures `equal` with `delete` gives the old text and `equal` with `insert` the new one, to the
 * letter, where `old` of a kept text is read for the old side. Words that are the same but for their
 * typography are kept; a space that only one side has belongs to the edit that it is beside.
 */
export function toEdits(spans: readonly Span[]): Edit[] {
  const edits: Edit[] = []
  let cut = ''
  let added = ''
  const equal = (text: string, old: string) => {
    if (text === '' && old === '') return
    flush()
    append(edits, 'equal', text, old)
  }
  const flush = () => {
    const [first, last] = [cut, added]
    cut = ''
    added = ''
    // The space before a replaced word is no part of the replacement.
    const space = first !== '' && last !== '' && first.startsWith(' ') && last.startsWith(' ') ? ' ' : ''
    append(edits, 'equal', space)
    append(edits, 'delete', first.slice(space.length))
    append(edits, 'insert', last.slice(space.length))
  }
  for (const [at, span] of spans.entries()) {
    if (!span.same) {
      if (isTypography(span)) equal(write(span.new), write(span.old))
      else {
        cut += write(span.old)
        added += write(span.new)
      }
      continue
    }
    for (const [index, token] of span.old.entries()) {
      const other = required(span.new, index)
      const isInside = index > 0 || (at === 0 && spans.length === 1)
      if (isSameSpace(token, other, isInside)) equal(write([other]), write([token]))
      else {
        cut += token.space
        added += other.space
        equal(other.text, token.text)
      }
    }
  }
  flush()
  return edits
}

/** Spaces between kept words are typography, whatever their width; seams of paragraphs and marks that turn letters are not. */
function isSameSpace({ space, text }: Token, { space: other, text: now }: Token, isInside: boolean): boolean {
  // Nearly all spaces are the same: only others are looked at.
  if (space === other) return true
  if (text === '' || now === '') return false
  const isSpaced = /\s/u.test(space) === /\s/u.test(other)
  return (
    (isInside || isSpaced) && seams(space) === seams(other) && turningMarks(space) === turningMarks(other)
  )
}

/** True of the same words cut otherwise into tokens: a range with a hyphen is one, with a dash three. */
export function isTypography({ same, old, new: now }: Span): boolean {
  if (same || old.length === 0 || now.length === 0) return false
  const [cut, added] = [write(old), write(now)]
  return seams(cut) === seams(added) && isSameSetting(cut, added)
}

/** How many paragraphs end in a text. */
function seams(text: string): number {
  return text.split('\n').length
}

function write(list: readonly Token[]): string {
  return list.map((token) => token.space + token.text).join('')
}

/** Add an edit, joined to the last where both are of one kind. */
function append(edits: Edit[], op: Edit['op'], text: string, old = text): void {
  if (text === '') return
  const last = edits.at(-1)
  if (last?.op !== op) edits.push(text === old ? { op, text } : { op, text, old })
  else {
    if (text !== old || last.old !== undefined) last.old = (last.old ?? last.text) + old
    last.text += text
  }
}
