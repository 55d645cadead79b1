/**
 * Split blocks at lines that open a paragraph of their own, and join the other
 * lines: tools that drop empty lines run paragraphs together.
 *
 *     1. Urges States to light their
 *     lamps;                           goes on
 *     2. Requests the keepers to       the next number
 *     ^ report on 1. the lamps of      no number: it is not at the beginning
 *     31. October;                     no number: the line before has not ended, 31 is not 3
 *     8. Invites the owners;           a number: the line before has ended, a verb follows
 *     ^
 *     9. Affirms the need              a list without a colon above it: its second label
 *     (a) To light the lamps;          ^ begins a line behind the end of the first
 *     (b) To train the keepers.
 *
 * Where nearly all lines end as paragraphs do, each is one.
 *
 * After it: no text holds a line end, and white space is single spaces.
 */

import type { Openings, Start } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, furnitureOf, type Rich, rich, slice, trim, withTexts } from '../model/block.js'
import { joinLines, lineEnds, wordsOf } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { goesOn, isClosed } from './starts.js'

export function splitLines(blocks: Block[], { grammar, openings }: Context): Block[] {
  const result: Block[] = []
  const divided = blocks.some(({ text }) => /\p{Ll}-\n\p{Ll}/u.test(text.value))
  const words = divided ? wordsOf(blocks.map(({ text }) => text.value)) : undefined
  const isParted = !grammar.capitals && partsParagraphs(blocks, openings)
  let last = 0
  for (const [at, block] of blocks.entries()) {
    if (!isFlow(block)) {
      // The lines of front matter are YAML's.
      const isWhole = furnitureOf(block) === 'frontMatter'
      result.push(isWhole ? block : withTexts(block, (text) => joinLines(text, grammar, words)))
      continue
    }
    const next = blocks[at + 1]
    const below = next && isFlow(next) && !next.gap ? linesOf(next.text)[0] : undefined
    const cuts = new LineStarts(block, openings, { last, isParted, below }).find()
    // Up to the end of the line before: a mark at the beginning of a line is the next one's.
    const ends = [...cuts.slice(1).map((start) => start - 1), block.text.value.length]
    for (const [index, from] of cuts.entries()) {
      const piece = part(block, [from, ends[index] as number], grammar, words)
      result.push(piece)
      last = openings.label(piece.text)?.number?.value || last
    }
  }
  return result
}

function part(
  block: Block,
  [from, to]: readonly [from: number, to: number],
  grammar: Grammar,
  words: ReadonlySet<string> | undefined,
): Block {
  const text = joinLines(trim(slice(block.text, from, to)), grammar, words)
  if (from === 0) return { ...block, text }
  const { pageStart: _, ...rest } = block
  return { ...rest, text, gap: false }
}

/**
 * The source parts its recitals: more blocks open as one than lines inside of
 * them. Where no capital tells the two apart, such a line is a wrapped one.
 * Behind the first number, which tells by itself, nothing is counted.
 */
function partsParagraphs(blocks: readonly Block[], openings: Openings): boolean {
  let [opening, inside] = [0, 0]
  for (const block of blocks) {
    if (!isFlow(block)) continue
    if (openings.label(block.text)?.number) break
    let before: Rich | undefined
    for (const line of linesOf(block.text)) {
      // A line that goes on with its sentence opens nothing, whatever its words.
      const asked = before === undefined || isClosed(before.value)
      if (asked && openings.start(line)?.kind === 'opener') before === undefined ? opening++ : inside++
      before = line
    }
  }
  return opening > inside
}

function isLined(lines: readonly Rich[]): boolean {
  const closed = lines.map(({ value }) => isClosed(value))
  const body = closed.slice(closed.indexOf(true), closed.lastIndexOf(true) + 1)
  return body.length >= leastLined && body.filter(Boolean).length >= leastClosed * body.length
}

function linesOf(text: Rich): Rich[] {
  return lineEnds(text.value).map(([from, to]) => trim(slice(text, from, to)))
}

/** All of a text is bold, line by line. */
function isBold({ value, marks }: Rich): boolean {
  const bold = marks.filter(({ kind }) => kind === 'strong')
  const ends = bold.length > 0 ? lineEnds(value) : []
  return (
    ends.length > 0 && ends.every(([from, to]) => bold.some(({ start, end }) => start <= from && end >= to))
  )
}

const nothing = rich('')
/** So many lines tell that a text has a paragraph on each: of wrapped ones a third ends as a paragraph does. */
const leastLined = 6
const leastClosed = 0.9
/** The first part of a list has fewer lines. */
const longestItem = 40
/** The first label of a list, and what its second one begins with. */
const firstLabel = /^([(（]?)(a|i)([)）.])\s/u
/** A heading above a recital is no longer than its line. */
const longestHeading = 90

/** Finds the lines of a block at which a new paragraph begins. */
class LineStarts {
  readonly #openings: Openings
  readonly #lines: readonly Rich[]
  readonly #ends: readonly (readonly [from: number, to: number])[]
  readonly #value: string
  readonly #isParted: boolean
  /** The line below the block, where no gap is between them. */
  readonly #below: Rich | undefined
  /** A source that marks its paragraphs (Word), or shows a heading as one (PDF, bold type), says that a label and the lines below it are one. */
  readonly #isMarked: boolean
  /** Each line is a paragraph. */
  readonly #isLined: boolean
  #last: number

  constructor(
    { text, source, kind }: Block,
    openings: Openings,
    { last, isParted, below }: { last: number; isParted: boolean; below: Rich | undefined },
  ) {
    this.#openings = openings
    this.#ends = lineEnds(text.value)
    this.#lines = this.#ends.length > 1 ? linesOf(text) : []
    this.#value = text.value
    this.#isParted = isParted
    this.#below = below
    this.#isMarked =
      source?.paragraph !== undefined || (kind === 'heading' && source?.page !== undefined) || isBold(text)
    this.#isLined = isLined(this.#lines)
    this.#last = last
  }

  /** Offsets; the first is 0. */
  find(): number[] {
    const starts = [0]
    const first = this.#lines[0]
    if (!first) return starts
    this.#last = this.#openings.label(first)?.number?.value ?? this.#last
    let isBelowHeading = false
    for (let index = 1; index < this.#lines.length; index++) {
      const [from] = this.#ends[index] as readonly [number, number]
      const start = this.#opens(index, starts.at(-1) ?? 0)
      if (start) this.#last = start.value ?? this.#last
      // An annex counts its own paragraphs.
      if (this.#isAnnex(index)) this.#last = 0
      const isHeading = !start && this.#isHeading(index)
      if (start || isHeading || isBelowHeading || this.#endsHeading(index, starts.at(-1) ?? 0))
        starts.push(from)
      isBelowHeading = isHeading
    }
    return starts
  }

  #isAnnex(index: number): boolean {
    return this.#openings.grammar.isWhole('annexHeading', this.#line(index).value)
  }

  #line(index: number): Rich {
    return this.#lines[index] ?? nothing
  }

  /** How a line opens a paragraph, if it does. */
  #opens(index: number, opened: number): Start | null {
    const line = this.#line(index)
    const before = this.#line(index - 1).value
    const [from] = this.#ends[index] as readonly [number, number]
    // A label with its text on the next line opens no paragraph there.
    if (/^\S{1,8}$/u.test(before) && this.#openings.label(rich(`${before} `))?.number) return null
    const closed = isClosed(before)
    const label = this.#openings.label(line)
    // Where the line before has not ended, only the next number opens a paragraph, and a list without a colon.
    if (!closed && this.#opensList(index)) return { kind: 'label' }
    const start = this.#openings.start(line)
    if (!closed && label?.number?.value !== this.#last + 1)
      return start?.kind === 'structure' && this.#isAboveNext(index) ? start : null
    if (!start && closed && this.#isLined && /^[\p{Lu}\p{Lo}]/u.test(line.value)) return { kind: 'opener' }
    if (!start || (this.#isParted && start.kind === 'opener')) return null
    if (start.kind === 'label' && goesOn(this.#value.slice(opened, from - 1), line.value)) return null
    if (start.kind !== 'number' || !label) return closed ? start : null
    // A wrapped line may begin with a figure and a stop: the next number opens a paragraph, the first, or one before a verb.
    const { value } = start
    if (value === this.#last + 1 || (closed && value === 1)) return start
    return closed && this.#openings.opensAfter(line, label) ? start : null
  }

  /** The next number is on the line below. */
  #isAboveNext(index: number): boolean {
    const next = this.#lines[index + 1] ?? this.#below ?? nothing
    return this.#openings.label(next)?.number?.value === this.#last + 1
  }

  /** The first label of a list of which the second begins a line behind the end of a step. */
  #opensList(index: number): boolean {
    const [, open = '', letter = '', close = ''] = firstLabel.exec(this.#line(index).value) ?? []
    if (letter === '' || /\p{N}$/u.test(this.#line(index - 1).value)) return false
    const second = `${open}${letter === 'a' ? 'b' : 'ii'}${close} `
    const below = this.#lines.slice(index + 1, index + longestItem)
    const lines = below.findIndex(({ value }) => value.startsWith(second))
    return lines !== -1 && /[;；,]\s*(?:\p{L}{1,3})?$/u.test(this.#line(index + lines).value)
  }

  /** A line between the end of one paragraph and the number of the next, that ends as no sentence does. */
  #isHeading(index: number): boolean {
    const [before, line] = [this.#line(index - 1).value, this.#line(index).value]
    if (!isClosed(before) || isClosed(line) || !/^[\p{Lu}\p{Lo}]/u.test(line)) return false
    if (this.#isAboveNext(index)) return true
    const next = this.#lines[index + 1] ?? this.#below ?? nothing
    // A sentence that has not ended goes on in no word with a capital that opens paragraphs.
    return (
      this.#openings.grammar.capitals &&
      line.length <= longestHeading &&
      !this.#endsOpen(line) &&
      !/[“«"][^”»"]*$/u.test(line) &&
      /^\p{Lu}/u.test(next.value) &&
      this.#openings.start(next)?.kind === 'opener'
    )
  }

  /** "Lamps and the": a line that has not ended. */
  #endsOpen(line: string): boolean {
    const word = /\s(\p{Ll}+)$/u.exec(line)?.[1]
    return word !== undefined && this.#openings.grammar.isFrequent(word)
  }

  /** The line before opened a paragraph, and is a heading by itself. */
  #endsHeading(index: number, opened: number): boolean {
    const before = this.#line(index - 1)
    const line = this.#line(index)
    const [beforeFrom] = this.#ends[index - 1] as readonly [number, number]
    // Figures alone are no paragraph: the year that a wrapped title ends with.
    if (opened !== beforeFrom || !/\p{L}/u.test(line.value)) return false
    if (this.#openings.start(before)?.kind !== 'structure') return false
    if (this.#endsOpen(before.value)) return false
    const rest = this.#lines.slice(index).map(({ value }) => value)
    return !(this.#isMarked && this.#isTitledSection([before.value, ...rest].join(' ')))
  }

  /** A section's label with its title on the line below is one heading. */
  #isTitledSection(text: string): boolean {
    return !isClosed(text) && this.#openings.grammar.isWhole('sectionHeading', text)
  }
}
