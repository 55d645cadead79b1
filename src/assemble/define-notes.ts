/**
 * Find the notes: what is under the rule at a page's foot, paragraphs that
 * open with a superscript or a star, numbered lines that continue the count.
 *
 *     Recalling the Code of Keepers,* and the tables,3
 *                                   ^ carried by the text: a line that opens with it is a note, and no bullet
 *     ───────────
 *     * Adopted in 2031.       a note: its star is carried above
 *     3 A/90/14, annex.        a note: under a rule a number opens one
 *     4 See A/90/15,           a note: the next number
 *     31 October, para. 5.     goes on: 31 is not 5
 *     ^
 *                              the foot of the page: behind it no rule counts
 *     5 The lamps of 2030.     a note: a number without a stop that continues the count
 *     5. Requests a report.    a paragraph: the stop
 *      ^
 *     5. See A/90/16. ↩        a note: it leads back to its mark
 *                     ^
 *
 * After it: every note is a block of kind `note` with its mark as `label` and
 * an `identifier` that no other note has.
 */
import { narrowing } from '../language/narrow.js'
import type { Openings } from '../language/openings.js'
import { type Block, type BlockOf, concat, type Rich, rich, slice, trim } from '../model/block.js'
import { furniture } from './furniture.js'
import { loweredDigits, note, numberOf, slashMark, squareMark } from './note-marks.js'
import { type Context, isFlow, isRule } from './pass.js'
import { isClosed } from './starts.js'

const numbered = /^(\p{Nd}{1,3}|[*†‡§]{1,4})[\s\u00a0]+(?=\S)/u
/** Under a rule the mark may be between brackets: `(1) See A/50/3.` */
const bracketed = /^(\((?:\p{Nd}{1,3}|[*†‡§]{1,4})\))[\s\u00a0]+(?=\S)/u
/** As older documents have it: `1/ See A/50/3.` */
const slashed = /^(\p{Nd}{1,3}|[*†‡§]{1,4})\/(?:[\s\u00a0]+(?=\S)|(?=\p{Lu}))/u
/** As a word processor copies its notes into plain text: `[1] See A/50/3.` */
const squared = /^\[(\p{Nd}{1,3}|[ivxl]{1,6})\][\s\u00a0]*(?=\S)/u
/** Raised by the characters themselves: `¹ See A/50/3.` */
const raised = /^([⁰¹²³⁴-⁹]{1,3})[\s\u00a0]*(?=\S)/u
const starred = /^([*†‡§]{1,4})[\s\u00a0]*(?=[\p{Lu}\p{Lo}\p{Nd}])/u

/** Notes that a page on a screen lists at its end lead back to their marks, and are printed so: `1. See A/50/3. ↩` */
const listed = /^(\p{Nd}{1,3})[.)]?[\s\u00a0]+(?=\S)/u
const leadsBack = /[\s\u00a0]*[↑↩]\ufe0e?$/u

export function defineNotes(blocks: Block[], context: Context): Block[] {
  return withoutHeading(findNotes(blocks, context), context)
}

/** The word above the last notes ("Notes") is the page's, as a rule would be. */
function withoutHeading(blocks: Block[], { grammar }: Context): Block[] {
  const at = blocks.findLastIndex(isFlow)
  const block = blocks[at]
  const isAboveNotes = blocks[at + 1]?.kind === 'note'
  if (!block || !isAboveNotes || grammar.match('notesHeading', block.text.value) === null) return blocks
  return blocks.with(at, furniture(block, 'rule'))
}

function findNotes(blocks: Block[], { openings }: Context): Block[] {
  const result: Block[] = []
  const starMarks = referredStars(blocks)
  const slashMarks = referred(blocks, '/', slashMark)
  const squareMarks = referred(blocks, '[', squareMark)
  let underRule = false
  let last = 0
  let open: BlockOf<'note'> | undefined
  let flow: Block | undefined
  const glued = gluedFigures(blocks)
  for (const block of joinListed(blocks)) {
    if (isRule(block)) {
      underRule = true
      open = undefined
      result.push(block)
      continue
    }
    if (block.kind === 'note') {
      last = Math.max(last, numberOf(block.label) || 0)
      result.push(block)
      continue
    }
    if (!isFlow(block)) {
      // The foot of the page ends its notes; a rule in the text does not outlive it.
      if (block.kind === 'furniture') underRule = false
      result.push(block)
      continue
    }
    if (block.pageStart) underRule = false
    const back = leadsBack.exec(block.text.value)
    const item = back && listed.exec(block.text.value)
    if (item && numberOf(item[1]) === last + 1) {
      const [label, end] = [item[1] as string, item[0].length]
      result.push(note(block, label, trim(slice(block.text, end, back.index))))
      // The page's list has the stop and the arrow, the note neither.
      const added = concat(slice(block.text, label.length, end), slice(block.text, back.index))
      result.push({ ...block, kind: 'furniture', furniture: 'runningHeader', text: trim(added) })
      last++
      continue
    }
    const cut = superscriptLabel(block.text)
    if (cut) {
      result.push(...notesOf(block))
      last = numberOf(cut.label) || last
      continue
    }
    if (underRule || raised.test(block.text.value)) {
      const notes = linesAsNotes(block, last)
      if (notes) {
        // A first line without a mark runs on from the note before.
        if (notes.rest && open) open.text = concat(open.text, rich('\n'), notes.rest)
        else if (notes.rest) result.push({ ...block, text: notes.rest })
        result.push(...notes.found)
        open = notes.found.at(-1) ?? open
        last = numberOf(open?.label) || last
        continue
      }
      // Some tools part the lines of a note as they part paragraphs.
      const goesOn =
        open && !endsNote.test(open.text.value) && continuesNote(block) && openings.start(block.text) === null
      if (open && (!block.gap || goesOn)) {
        open.text = concat(open.text, rich('\n'), block.text)
        continue
      }
      underRule = false
    }
    const star = starred.exec(block.text.value)
    const opens = openings.start(unstarred(block.text))?.kind
    if (star && starMarks.has(star[1] as string) && (/\s$/u.test(star[0]) || !opens)) {
      for (const note of notesOfLines(block, starred, starMarks)) {
        const notes = linesWithCount(note, last, glued)
        result.push(...notes)
        last = Math.max(last, ...notes.map(({ label }) => numberOf(label) || 0))
      }
      continue
    }
    const square = squared.exec(block.text.value)
    if (square && squareMarks.has(square[1] as string)) {
      const notes = notesOfLines(block, squared, squareMarks)
      result.push(...notes)
      last = numberOf(notes.at(-1)?.label) || last
      continue
    }
    const slash = slashed.exec(block.text.value)
    if (slash && slashMarks.has(slash[1] as string)) {
      result.push(note(block, slash[1] as string, trim(slice(block.text, slash[0].length))))
      last = numberOf(slash[1]) || last
      continue
    }
    const count = numbered.exec(block.text.value)
    const number = numberOf(count?.[1])
    const goesOn = number === last + 1 && (last > 0 || glued.has(1))
    if (
      count &&
      block.kind === 'paragraph' &&
      isNoteText(block.text.value) &&
      (goesOn || opensCount(block, number, glued, openings))
    ) {
      // Without a rule above, a further line is a note where the line before has ended.
      const notes = linesAsNotes(block, number - 1, true)?.found ?? []
      result.push(...notes)
      last = Math.max(number, ...notes.map(({ label }) => numberOf(label) || 0))
      continue
    }
    const before = result.at(-1)
    // A note that a page cut goes on under it, unless a paragraph was cut there too.
    if (
      before?.kind === 'note' &&
      !/[.)\]”"。）》»]$/u.test(before.text.value) &&
      flow &&
      isClosed(flow.text.value) &&
      continuesNote(block) &&
      openings.start(block.text) === null
    ) {
      before.text = concat(before.text, rich('\n'), block.text)
      continue
    }
    flow = block
    result.push(block)
  }
  return identify(result)
}

/**
 * Join the parts of a listed note that the end of a page, or its indent, parted.
 *
 *     5. See A/90/15. ↩
 *     6. Report of the Conference of 26 August–
 *     4 September 2032, annex. ↩
 *     ^ none of the list: 4 is not 6
 */
function joinListed(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  const flow = blocks.filter(isFlow)
  const next = new Map(flow.map((block, at) => [block, flow[at + 1]]))
  const before = new Map(flow.map((block, at) => [block, flow[at - 1]]))
  const joined = new Set<Block>()
  for (const block of blocks) {
    if (joined.has(block)) continue
    const number = listNumber(block)
    const rest = next.get(block)
    const isCut =
      number > 0 &&
      rest !== undefined &&
      !leadsBack.test(block.text.value) &&
      leadsBack.test(rest.text.value) &&
      !(listNumber(rest) === number + 1 && hasStop(rest) === hasStop(block)) &&
      (isListed(before.get(block), number - 1) || isListed(next.get(rest), number + 1))
    if (!isCut) {
      result.push(block)
      continue
    }
    joined.add(rest)
    result.push({ ...block, text: concat(block.text, rich('\n'), rest.text) })
  }
  return result
}

/** The number of a list that a block opens with. */
function listNumber({ text }: Block): number {
  return numberOf(listed.exec(text.value)?.[1])
}

function hasStop({ text }: Block): boolean {
  return /^\p{Nd}+[.)]/u.test(text.value)
}

/** A note of a list, of that number, that leads back to its mark. */
function isListed(block: Block | undefined, number: number): boolean {
  return block !== undefined && leadsBack.test(block.text.value) && listNumber(block) === number
}

/** A text without the stars before it. */
function unstarred(text: Rich): Rich {
  return slice(text, /^[*]*/u.exec(text.value)?.[0].length ?? 0)
}

/** The rest of a note opens with a bracket, a small letter, a figure or a symbol. */
function continuesNote({ text }: Block): boolean {
  return (
    /^(?:[(“"«《（]?[\p{Ll}\p{Lo}\p{N}(]|\p{Lu}{1,8}\/)/u.test(text.value) &&
    !/^\d{1,3}[.)]\s/u.test(text.value)
  )
}

/** A figure that is glued to a word, or to the mark behind one. The expression begins with the figure: that is found fast. */
const gluedFigure = narrowing(
  /(?<!\p{Nd})\p{Nd}{1,3}(?<=(?:[\p{Ll}\p{Lo}]{2}|[)\]”"’»》）])[,;.:，；：。、]?\p{Nd}{1,3})(?=[\s,;:.，；：。、]|$)/gu,
)

/** The figures that are glued to words: a line that opens with one of them may be a note. */
function gluedFigures(blocks: readonly Block[]): Set<number> {
  const found = new Set<number>()
  for (const { text } of blocks)
    for (const [figure] of text.value.matchAll(gluedFigure(text.value))) found.add(numberOf(figure))
  return found
}

/** On a page of a volume the notes go on with the count of the pages before: a mark in the text has the number, or the next. */
function opensCount(block: Block, number: number, glued: ReadonlySet<number>, openings: Openings): boolean {
  if (number < 2 || !(glued.has(number) || glued.has(number + 1))) return false
  const words = trim(slice(block.text, numbered.exec(block.text.value)?.[0].length ?? 0))
  return openings.lead(words, 'any')?.known !== true
}

/** Stars that something in the running text carries: without one, a starred line is a bullet. */
function referredStars(blocks: readonly Block[]): Set<string> {
  const marks = new Set<string>()
  for (const block of blocks) {
    if (!isFlow(block) || !/[*†‡§]/u.test(block.text.value)) continue
    for (const match of block.text.value.matchAll(
      /(?<=[\p{L}\p{N})\]”"'’:,;.》）：，；。、])[ \u00a0]?([*†‡§]{1,4})(?=[\s:,;.)：，；。）]|$)/gu,
    ))
      marks.add(match[1] as string)
  }
  return marks
}

/** The marks of one form (`the reefs, 1/`, `the reefs,[1]`), which have that sign, that the running text carries. */
function referred(blocks: readonly Block[], sign: string, mark: RegExp): Set<string> {
  const marks = new Set<string>()
  for (const block of blocks) {
    if (!isFlow(block) || !block.text.value.includes(sign)) continue
    for (const match of block.text.value.matchAll(mark)) marks.add(match[1] as string)
  }
  return marks
}

/** A numbered line that is no paragraph of the resolution: those have a stop after the number. */
function isNoteText(value: string): boolean {
  return /^\p{Nd}{1,3}[\s\u00a0]+(?:[\p{Lu}\p{Lo}]|[“"«《])/u.test(value) && /[.)”"»。）]$/u.test(value)
}

function superscriptLabel(text: Rich): { label: string; end: number } | undefined {
  const mark = text.marks.find((one) => one.kind === 'superscript')
  if (mark?.start !== 0) return undefined
  const label = raisedLabel(text.value.slice(0, mark.end).replace(/^\\/u, ''))
  return label === undefined ? undefined : { label, end: mark.end }
}

/** The mark in what is raised: `1`, `*`, `[1]`, `1/`. */
function raisedLabel(raised: string): string | undefined {
  return /^\s*[[(]?(\p{Nd}{1,3}|[*†‡§]{1,4})[\])]?\/?\s*$/u.exec(raised)?.[1]
}

/** The notes of a block that opens with a superscript; further lines may open with one too. */
function notesOf(block: Block): BlockOf<'note'>[] {
  const starts: { at: number; end: number; label: string }[] = []
  for (const mark of block.text.marks) {
    if (mark.kind !== 'superscript') continue
    if (mark.start > 0 && block.text.value[mark.start - 1] !== '\n') continue
    const label = raisedLabel(block.text.value.slice(mark.start, mark.end))
    if (label !== undefined) starts.push({ at: mark.start, end: mark.end, label })
  }
  return starts.map(({ end, label }, index) => {
    const stop = starts[index + 1]?.at ?? block.text.value.length
    return note(block, label, trim(slice(block.text, end, stop)))
  })
}

/** The notes of a block that opens with a mark of one form; further lines may open with others that the text carries. */
function notesOfLines(block: Block, opening: RegExp, marks: ReadonlySet<string>): BlockOf<'note'>[] {
  const starts = [...block.text.value.matchAll(/^[^\n]+/gmu)].flatMap(({ index, 0: line }) => {
    const mark = opening.exec(line)
    const label = mark?.[1] ?? ''
    return mark && (index === 0 || marks.has(label))
      ? [{ at: index, end: index + mark[0].length, label }]
      : []
  })
  return starts.map(({ end, label }, index) =>
    note(block, label, trim(slice(block.text, end, starts[index + 1]?.at ?? block.text.value.length))),
  )
}

/** A note ends with a stop, an address, or the bracket or quote of what it names. */
const endsNote = /(?:[.)”"»。）]|\S\/\S*)$/u

/** A starred note, and the numbered ones on the lines below it. */
function linesWithCount(star: BlockOf<'note'>, last: number, glued: ReadonlySet<number>): BlockOf<'note'>[] {
  const { value } = star.text
  const first = [...value.matchAll(/^[^\n]+/gmu)].find(
    ({ 0: line, index }) =>
      index > 0 &&
      numberOf(numbered.exec(line)?.[1]) === last + 1 &&
      (last > 0 || glued.has(1) || glued.has(2)) &&
      endsNote.test(value.slice(0, index - 1)),
  )
  if (!first) return [star]
  const rest = linesAsNotes({ ...star, text: slice(star.text, first.index) }, last, true)?.found ?? []
  return [{ ...star, text: trim(slice(star.text, 0, first.index)) }, ...rest]
}

/** The notes among the lines of a block under a rule, or behind another note; undefined if no line opens one. */
function linesAsNotes(
  block: Block,
  last: number,
  isStrict = false,
): { found: BlockOf<'note'>[]; rest: Rich | undefined } | undefined {
  const { value } = block.text
  const starts: { at: number; end: number; label: string }[] = []
  let expected = last
  for (const match of value.matchAll(/^[^\n]+/gmu)) {
    const sign = [numbered, bracketed, starred, raised].map((one) => one.exec(match[0])).find(Boolean)
    if (!sign) continue
    const label = loweredDigits(sign[1] as string)
    const number = numberOf(label)
    // A wrapped line may open with a figure; only the next number opens a note.
    if (number && (expected > 0 || isStrict) && number !== expected + 1) continue
    if (isStrict && match.index > 0 && !endsNote.test(value.slice(0, match.index - 1))) continue
    if (number) expected = number
    starts.push({ at: match.index, end: match.index + sign[0].length, label })
  }
  const [first] = starts
  if (!first) return undefined
  const rest = first.at > 0 ? trim(slice(block.text, 0, first.at)) : undefined
  const found = starts.map(({ end, label }, index) =>
    note(block, label, trim(slice(block.text, end, starts[index + 1]?.at ?? value.length))),
  )
  return { found, rest }
}

/** Marks start again on a page or in an annex; identifiers may not. */
function identify(blocks: Block[]): Block[] {
  const seen = new Map<string, number>()
  for (const block of blocks) {
    if (block.kind !== 'note') continue
    const label = block.identifier ?? block.label ?? ''
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    if (times > 1) block.identifier = `${label}-${times}`
  }
  return blocks
}
