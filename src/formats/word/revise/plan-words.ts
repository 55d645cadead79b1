/**
 * Paragraphs of both documents that belong together → what is done to the characters of the old ones.
 *
 *     old   Urges States to act|and to report.|     | is the end of a paragraph, a character like others
 *     new   Urges all States to act.|
 *                 ^ only new                        inserted there, in the looks that it has in the new one
 *           Urges     States to act                 kept; looks that differ become a change of looks
 *     old                          |and to report   only old: cut, and with the end its mark, so that what
 *                                  ^                is behind it joins the paragraph before
 *                                                .  kept, as it is in both
 *
 * White space around a paragraph's words is compared with nothing and stays. Fields that Word computes, and
 * marks with their notes, are one character in the comparison: they stay or go as a whole.
 */
import type { Stretch } from '../../../model/change.js'
import type { Paragraph } from '../package/manuscript.js'
import { type Edits, type Inserted, unedited } from './edit.js'
import { wholeEquations } from './equations.js'
import { emptyFieldsOf, type Field } from './fields.js'
import { cut, type Fresh, insertedFrom, markAt, type Unit, unitsOf } from './fresh.js'
import { type Look, sameLook } from './run-look.js'

/** Is for the end of a paragraph inside a group; it is no white space, so that it is compared. */
const end = '\uE000'

/** Compares two texts word by word. */
export type Compare = (old: string, now: string) => Stretch[]

export interface Group {
  old: readonly Paragraph[]
  new: readonly Fresh[]
  /** Properties of the paragraphs that a new mark ends, by their place in `new`. */
  properties: (at: number) => string
  /** Whether a changed look of kept words is a change. */
  looks: boolean
  /** The new ones say what is printed, and not by which means: a note is a note. */
  isLoose: boolean
  compare: Compare
}

/**
 * Plan the edits of a group.
 *
 * Ensures that what is kept and added reads as the new paragraphs, and what is
 * kept and cut as the old ones; white space at the ends of paragraphs, which
 * only places text on the page, stays where its paragraph does.
 */
export function planWords({ old, new: now, properties, looks, isLoose, compare }: Group): Edits[] {
  const result = old.map(({ text }) => unedited(text.length))
  const whole = old.map((paragraph) => ({
    text: paragraph.text,
    units: unitsOf(paragraph),
    empty: emptyFieldsOf(paragraph.element),
  }))
  const bodies = old.map(({ text }) => body(text))
  const before = whole.map((fresh, at) => cut(fresh, bodies[at]?.from ?? 0, bodies[at]?.to))
  const after = now.map(trimmed)
  const key = keys(before, after, isLoose)
  const [oldText, newText] = [before, after].map((side) => side.map(key).join(end)) as [string, string]
  const lead = (old[0]?.text ?? '').slice(0, bodies[0]?.from ?? 0)
  let [line, at] = [0, bodies[0]?.from ?? 0]
  let [freshLine, freshAt] = [0, 0]
  const insert = (list: Inserted[]) => {
    const { insertions } = result[line] as Edits
    insertions.set(at, [...(insertions.get(at) ?? []), ...list])
  }
  /** Pass what is cut, or kept. */
  const passOld = (piece: string, stays: boolean) => {
    const edits = result[line] as Edits
    if (piece !== end) {
      if (!stays) drop(edits, at, at + piece.length)
      at += piece.length
      return
    }
    if (!stays) {
      edits.mark = 'del'
      drop(edits, bodies[line]?.to ?? 0, edits.keep.length)
      drop(result[line + 1] as Edits, 0, bodies[line + 1]?.from ?? 0)
    }
    line++
    at = bodies[line]?.from ?? 0
  }
  const add = (piece: string) => {
    if (piece !== end) {
      const fresh = after[freshLine] as Fresh
      const to = freshAt + piece.length
      // The rest of a field that was kept as one character is no text.
      while (piece.startsWith(invisible, freshAt - to + piece.length) && fresh.units[freshAt]?.field)
        freshAt++
      insert(insertedFrom(fresh, freshAt, to))
      freshAt = to
      return
    }
    insert([{ kind: 'break', properties: properties(freshLine) }])
    if (lead !== '' && after[freshLine + 1]?.text) insert([{ kind: 'text', text: lead, look: noLook }])
    freshLine++
    freshAt = 0
  }
  const stretches = wholeEquations(compare(oldText, newText), equationsIn(before), equationsIn(after))
  const isBlock = old.length === 1 && now.length === 1 && isRewritten(stretches, oldText, newText)
  for (const { same, old: from, new: to } of isBlock ? asBlock(stretches) : stretches) {
    const [cutOut, added] = [pieces(oldText.slice(...from)), pieces(newText.slice(...to))]
    if (!same) {
      for (const piece of cutOut) passOld(piece, false)
      for (const piece of added) add(piece)
      continue
    }
    // The same words with the same ends between them: white space may be none on one side.
    const [kept, shown] = [lines(cutOut), lines(added)]
    kept.forEach((piece, index) => {
      const other = shown[index] ?? ''
      keep(result[line] as Edits, piece, other)
      passOld(piece, true)
      freshAt += other.length
      if (index === kept.length - 1) return
      passOld(end, true)
      freshLine++
      freshAt = 0
    })
  }
  result.forEach((edits, index) => {
    const next = result[index + 1]
    if (edits.mark === 'del' && next) keepSpaceAtJoint(index, edits, next)
    unify(edits)
    wholeFields(edits, (whole[index] as Fresh).units)
  })
  return result

  /** White space that placed one of two paragraphs stays where the new text has it between them. */
  function keepSpaceAtJoint(index: number, edits: Edits, next: Edits) {
    const [{ to }, { from }] = [bodies[index], bodies[index + 1]] as [Body, Body]
    const [tail, head] = [
      (old[index] as Paragraph).text.slice(to),
      (old[index + 1] as Paragraph).text.slice(0, from),
    ]
    const [first, ...rest] = next.insertions.get(from) ?? []
    if (first?.kind !== 'text') return
    const kept = [tail + head, tail, head].find((space) => space !== '' && first.text.startsWith(space))
    if (kept === undefined && head !== '' && rest.length === 0 && first.text.endsWith(head)) {
      // What comes is before the white space that the second paragraph has.
      next.keep.fill(true, 0, from)
      next.insertions.delete(from)
      next.insertions.set(0, [{ ...first, text: first.text.slice(0, -head.length) }])
      return
    }
    if (kept === undefined) return
    if (kept !== head) edits.keep.fill(true, to)
    if (kept !== tail) next.keep.fill(true, 0, from)
    const text = first.text.slice(kept.length)
    const left = text === '' ? rest : [{ ...first, text }, ...rest]
    if (left.length > 0) next.insertions.set(from, left)
    else next.insertions.delete(from)
  }

  /** Note the notes and the looks that kept characters have in the new document. */
  function keep(edits: Edits, piece: string, other: string): void {
    const { units } = after[freshLine] as Fresh
    const own = (whole[line] as Fresh).units
    if (piece.length === other.length)
      for (let index = 0; index < piece.length; index++) {
        const [unit, had] = [units[freshAt + index], own[at + index]]
        if (unit?.note && had?.note) edits.notes.set(at + index, unit.note)
        else if (looks && unit && had && isWord(unit) && isWord(had) && piece[index]?.trim() !== '')
          if (!sameLook(unit.look, had.look)) edits.looks.set(at + index, unit.look)
      }
    else {
      const notes = units.slice(freshAt, freshAt + other.length).flatMap(({ note }) => note ?? [])
      for (let index = 0; index < piece.length; index++)
        if (own[at + index]?.note) {
          const note = notes.shift()
          if (note) edits.notes.set(at + index, note)
        }
    }
  }
}

/** A look says something of it. */
function isWord({ note, field, equation }: Unit): boolean {
  return !note && !field?.isComputed && !equation
}

/** Where equations are in the texts, joined by their ends. */
function equationsIn(texts: readonly Fresh[]): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  let start = 0
  for (const { units } of texts) {
    units.forEach(({ equation }, at) => {
      if (!equation) return
      const last = units[at - 1]?.equation === equation ? found.at(-1) : undefined
      if (last) last[1]++
      else found.push([start + at, start + at + 1])
    })
    start += units.length + end.length
  }
  return found
}

/** A computed field stays or goes as a whole; so does a typed mark with its note, and a figure that refers to one. */
function wholeFields({ keep }: Edits, units: readonly Unit[]): void {
  units.forEach(({ field, isMark, isFurther }, at) => {
    const goesOn =
      isMark ||
      (isFurther && units[at - 1]?.isFurther) ||
      (field?.isComputed && units[at - 1]?.field === field)
    if (at > 0 && goesOn) keep[at] = keep[at - 1] as boolean
  })
}

/** Where less than this part of either text is kept, words here and there are no help to a reader. */
const leastKept = 1 / 3

/** Most of both texts is other words; a note or a field that is kept is no word to cut. */
function isRewritten(stretches: readonly Stretch[], old: string, now: string): boolean {
  const size = (text: string) => text.replace(/\s+/gu, '').length
  const kept = stretches.filter(({ same }) => same).map(({ old: [from, to] }) => old.slice(from, to))
  const length = size(kept.join(''))
  if (kept.length < 2 || kept.some((text) => /[\uE000-\uF8FF]/u.test(text))) return false
  return length < leastKept * size(old) && length < leastKept * size(now)
}

/** What is between the same beginning (a number) and the same end, as one change. */
function asBlock(stretches: readonly Stretch[]): Stretch[] {
  const first = stretches.findIndex(({ same }) => !same)
  const last = stretches.findLastIndex(({ same }) => !same)
  const [from, to] = [stretches[first], stretches[last]]
  if (!from || !to) return [...stretches]
  return [
    ...stretches.slice(0, first),
    { same: false, old: [from.old[0], to.old[1]], new: [from.new[0], to.new[1]] },
    ...stretches.slice(last + 1),
  ]
}

/** The texts between ends. */
function lines(list: readonly string[]): string[] {
  const found = ['']
  for (const piece of list) {
    if (piece === end) found.push('')
    else found[found.length - 1] += piece
  }
  return found
}

const noLook: Look = { emphasis: false, strong: false, superscript: false }

/** White space between characters that change their looks alike changes with them; one object for each stretch. */
function unify({ looks, keep }: Edits): void {
  const places = [...looks.keys()].sort((a, b) => a - b)
  let last: number | undefined
  for (const at of places) {
    const look = looks.get(at)
    const before = last === undefined ? undefined : looks.get(last)
    if (last !== undefined && look && before && sameLook(look, before)) {
      looks.set(at, before)
      // What is between two such characters is white space, or has the right look already.
      if (keep.slice(last, at).every((stays) => stays) && at - last === 2) looks.set(last + 1, before)
    }
    last = at
  }
}

/**
 * What the characters of both sides are compared as, as many as there are.
 *
 * A note whose mark was typed is not the same as one with another mark. A field that Word
 * computes is one character, whatever its result was, where both sides have it, and none where a
 * side has not computed it yet.
 */
function keys(before: readonly Fresh[], after: readonly Fresh[], isLoose: boolean): (fresh: Fresh) => string {
  const known = new Map<string, string>()
  const keyOf = (name: string) => {
    const key = known.get(name) ?? String.fromCharCode(firstKey + (known.size % keyCount))
    known.set(name, key)
    return key
  }
  const empty = new Set([...before, ...after].flatMap((fresh) => fresh.empty ?? []))
  const codes = (side: readonly Fresh[]) =>
    new Set(
      side.flatMap((fresh) => [
        ...fresh.units.flatMap(({ field }) => (field?.isComputed ? field.code : [])),
        ...(fresh.empty ?? []),
      ]),
    )
  const [old, now] = [codes(before), codes(after)]
  const shared = (field: Field | undefined): field is Field =>
    field?.isComputed === true && old.has(field.code) && now.has(field.code)
  // Word counts a further mark that is a field; one that was typed has to be typed anew.
  // A break that becomes the end of a paragraph, or was one, is a character of its own.
  const isDivided = before.length !== after.length
  const isTyped = before.some(({ units }) => units.some(({ isFurther, field }) => isFurther && !field))
  return (fresh) =>
    fresh.units
      .map(({ note, field, isMark, isFurther }, at) => {
        const char = fresh.text[at] === end ? '\uFFFD' : (fresh.text[at] as string)
        if (isLoose && note) return anyNote
        if (isLoose && (isMark || (isFurther && fresh.units[at - 1]?.isFurther))) return invisible
        if (isLoose && isFurther) return isTyped && !field ? keyOf(`note ${furtherAt(fresh, at)}`) : anyNote
        if (isDivided && char === '\n') return lineEnd
        if (note?.custom) return keyOf(`${note.kind} ${markAt(fresh, at)}`)
        if (!shared(field)) return char
        return fresh.units[at - 1]?.field === field || empty.has(field.code) ? invisible : keyOf(field.code)
      })
      .join('')
}

/** Of the private use area, as the other characters that stand for something. */
const firstKey = 0xe100
const keyCount = 0x100
/** A note, where nothing is known of its kind. */
const anyNote = '\uE0FF'
/** A line's end inside of a paragraph. */
const lineEnd = '\uE0FE'
/** A comparison takes it for white space, but sees none in it. */
const invisible = '\u200B'

/** The figure that begins here and refers to a note once more. */
function furtherAt({ text, units }: Fresh, at: number): string {
  let end = at
  while (units[end]?.isFurther) end++
  return text.slice(at, end)
}

function drop({ keep }: Edits, from: number, to: number): void {
  keep.fill(false, from, to)
}

function pieces(text: string): string[] {
  return text.match(/\uE000|[^\uE000]+/gu) ?? []
}

/** Where the text of a paragraph begins and ends, without the white space around it. */
interface Body {
  from: number
  to: number
}

function body(text: string): Body {
  const from = text.length - text.trimStart().length
  return { from, to: Math.max(from, text.trimEnd().length) }
}

function trimmed(fresh: Fresh): Fresh {
  const { from, to } = body(fresh.text)
  return cut(fresh, from, to)
}
