/** Instructions that change words → the edits of the runs of text that they name. */
import type { AmendmentWarning, Instruction } from '../model/amendment.js'
import type { Splice } from '../model/tree/edit.js'
import type { Draft } from './paragraphs.js'
import { type Stretch, sentenceOf } from './sentences.js'
import { besideAnchor, isRest, restStart, soughtOf } from './sought.js'
import { type Place, type Plan, placesOf, Refusal } from './targets.js'
import { alike, find, inserted, type Range, replaced } from './words.js'

/** Edits of one run of text, all at once. */
interface ClauseEdit {
  place: Place
  splices: Splice[]
}

/** Plan the edits of words that an instruction asks for. */
export function wordPlan(instruction: Instruction, draft: Draft): Plan | Refusal {
  const warnings = new Set<AmendmentWarning>()
  const edits: ClauseEdit[] = []
  let already = 0
  const targets = instruction.target
  const everywhere: Place[] = []
  for (const label of targets) {
    const places = placesOf(label, draft)
    if (places instanceof Refusal) return places
    everywhere.push(...places)
    if (instruction.all) continue
    const edit = wordsIn(label, places, instruction, warnings)
    if (!(edit instanceof Refusal)) edits.push(edit)
    else if (edit.status === 'already') already++
    else return edit
  }
  if (instruction.all) edits.push(...wordsEverywhere(everywhere, instruction, warnings))
  if (edits.length === 0) {
    if (already > 0 || (instruction.all && hasWords(everywhere, instruction.new)))
      return new Refusal('already', targets)
    return new Refusal('not-found', targets, instruction.old)
  }
  return {
    at: [...new Set(edits.map(({ place }) => place.label))],
    warnings,
    run: () => {
      for (const { place, splices } of edits) place.clause.splice(splices)
      return []
    },
  }
}

function hasWords(places: readonly Place[], sought: string | undefined): boolean {
  return sought !== undefined && places.some(({ clause }) => find(clause.text, sought).length > 0)
}

function wordsEverywhere(
  places: readonly Place[],
  { old = '', new: words = '' }: Instruction,
  warnings: Set<AmendmentWarning>,
): ClauseEdit[] {
  return places.flatMap((place) => {
    const ranges = find(place.clause.text, old)
    const splices = ranges.map((range) => spliced(place.clause.text, range, words, warnings))
    return splices.length === 0 ? [] : [{ place, splices }]
  })
}

/** The edit of words in one paragraph. */
function wordsIn(
  label: string,
  places: readonly Place[],
  instruction: Instruction,
  warnings: Set<AmendmentWarning>,
): ClauseEdit | Refusal {
  const { op, where, anchor, old, new: words = '', occurrence, sentence } = instruction
  const inside = sentence === undefined ? undefined : sentenceOf(places, sentence)
  if (inside === null) return new Refusal('not-found', [label])
  if (where === 'start' || where === 'end') return atEdge(places, where, words, warnings, inside)
  // Which words a line has, the draft as printed tells alone; a sentence is there to be read.
  if (op !== 'insert-words' && old === undefined && anchor === undefined)
    return inside ? wholeSentence(inside, words, warnings) : new Refusal('by-hand', [label])
  const sought = soughtOf(instruction)
  const all = besideAnchor(wordsOf(sought, places, warnings), instruction).filter(
    (one) => !inside || isInside(one, inside),
  )
  const found = occurrence === undefined ? all : all.slice(occurrence < 0 ? -1 : occurrence - 1).slice(0, 1)
  if (op !== 'delete-words' && isThere(instruction, places, found)) return new Refusal('already', [label])
  const [one] = found
  if (!one) return new Refusal('not-found', [label], sought)
  if (found.length > 1)
    return new Refusal('ambiguous', [...new Set(found.map((each) => each.place.label))], sought)
  const { place, range } = one
  const { text } = place.clause
  if (op === 'insert-words') {
    const { splice, mended } = inserted(text, where === 'before' ? range.start : range.end, words)
    if (mended) warnings.add('seam')
    return { place, splices: [splice] }
  }
  if (isRest(instruction)) {
    // The mark that ends the paragraph is its own.
    const end = text.length - (/\s?[,;:.]$/u.exec(text)?.[0].length ?? 0)
    const start = Math.min(restStart(instruction, range), end)
    const splice = spliced(text, { start, end }, words, warnings)
    const isApart = splice.text !== '' && !/^[\s,;:.]/u.test(splice.text)
    return { place, splices: [isApart ? { ...splice, text: ` ${splice.text}` } : splice] }
  }
  if (place.isFirst && range.start === 0) warnings.add('opening')
  return { place, splices: [spliced(text, range, words, warnings)] }
}

function isInside({ place, range }: Stretch, sentence: Stretch): boolean {
  return place === sentence.place && range.start >= sentence.range.start && range.end <= sentence.range.end
}

function wholeSentence(
  { place, range }: Stretch,
  words: string,
  warnings: Set<AmendmentWarning>,
): ClauseEdit {
  if (place.isFirst && range.start === 0) warnings.add('opening')
  const { text } = place.clause
  // A last sentence that goes leaves the mark of the paragraph to the one before it.
  const last = text.at(-1) ?? ''
  const isLast = words === '' && range.end === text.length && range.start > 0 && /[;,.]/u.test(last)
  if (!isLast) return { place, splices: [spliced(text, range, words, warnings)] }
  warnings.add('seam')
  const start = text.slice(0, range.start).trimEnd().length - 1
  return { place, splices: [{ start, end: text.length, text: last }] }
}

function spliced(text: string, range: Range, words: string, warnings: Set<AmendmentWarning>): Splice {
  const { splice, mended } = replaced(text, range, words)
  if (mended) warnings.add('seam')
  return splice
}

/** Words in the text as it is now, else as it was issued. */
function wordsOf(sought: string, places: readonly Place[], warnings: Set<AmendmentWarning>): Stretch[] {
  const now = places.flatMap((place) => find(place.clause.text, sought).map((range) => ({ place, range })))
  if (now.length > 0) return now
  const before = places.flatMap((place) =>
    find(place.clause.issued, sought).map((range) => ({ place, range: place.clause.now(range) })),
  )
  if (before.length > 0) warnings.add('overlap')
  return before
}

/** The text says already what the instruction asks for. */
function isThere(
  { op, where, anchor = '', new: words = '' }: Instruction,
  places: readonly Place[],
  found: readonly Stretch[],
): boolean {
  if (op === 'insert-words') {
    const joined =
      where === 'before' ? `${words} ${anchor}` : `${anchor}${/^[,;:.]/u.test(words) ? '' : ' '}${words}`
    return hasWords(places, joined)
  }
  if (found.length === 0) return hasWords(places, words)
  // The words were found as they were issued: an earlier instruction may have made them the new ones.
  return found.every(
    ({ place, range }) => alike(place.clause.text.slice(range.start, range.end)) === alike(words),
  )
}

function atEdge(
  places: readonly Place[],
  where: 'start' | 'end',
  words: string,
  warnings: Set<AmendmentWarning>,
  sentence: Stretch | undefined,
): ClauseEdit | Refusal {
  const place = sentence?.place ?? (where === 'start' ? places[0] : places.at(-1))
  if (!place) return new Refusal('no-target', [])
  const { text } = place.clause
  const { start, end } = sentence?.range ?? { start: 0, end: text.length }
  if (where === 'start' && start === 0) warnings.add('opening')
  // The mark that ends the paragraph stays at its end.
  const stop = end - (/\s?[,;:.。；]$/u.exec(text.slice(start, end))?.[0].length ?? 0)
  const { splice, mended } = inserted(text, where === 'start' ? start : stop, words)
  if (mended) warnings.add('seam')
  return { place, splices: [splice] }
}
