/**
 * Lines of text → blocks: lines that people typed, and lines as PDF tools write
 * them, wrapped, with form feeds, columns and notes at the foot of the page.
 * A plain text is such lines, and so is preformatted text inside another format.
 */
import { type Block, concat, type Rich, rich } from '../model/block.js'

interface Line {
  text: string
  /** Offset of the first character that is not white space. */
  start: number
  /** Columns before it. */
  indent: number
}

/** A run of this many spaces inside a line separates columns: justified text stays below it. */
const columnGap = 4
/** Lines that start this far to the right of their neighbours are set right (the symbol, the date). */
const rightward = 20
const tabWidth = 8
/** What stands before the words of a paragraph, or of a title (`72/178.`). */
const label =
  /^(?:\d{1,4}\/\d{1,4}\.|(?:PP|OP)?\s?\d{1,3}(?:\s?[a-z]{3,12})?[.)]|\([a-z0-9]{1,5}\)|[a-z]{1,4}[.)]|[•–—*-])(?=\s|$)/u
/** Stars between two parts of a text. */
const starLine = /^\*(?: ?\*){2,}$/u
const ruleLine = /^(?:_{5,}|-{5,}|—{3,}|={5,}|─{5,})$/u

/**
 * Give a block for each run of lines that belong together by indentation and
 * empty lines. Line ends, of any kind in the source, are kept as `\n`.
 */
export function blocksOfLines(value: string): Block[] {
  const blocks: Block[] = []
  let page = 1
  let group: Line[] = []
  let gap = true
  let pageStart = false
  const full = fullLine(value)

  const flush = () => {
    const [first] = group
    if (first) {
      const block: Block = { kind: ruleLine.test(first.text) ? 'rule' : 'paragraph', text: join(group), page }
      if (first.indent > 0) block.indent = first.indent
      if (gap) block.gap = true
      if (pageStart) block.pageStart = true
      blocks.push(block)
      gap = false
      pageStart = false
    }
    group = []
  }

  for (const raw of lines(value)) {
    if (raw.page) {
      flush()
      page++
      gap = true
      pageStart = true
    }
    const cells = columns(raw.text, raw.start)
    if (cells.length === 0) {
      flush()
      gap = true
      continue
    }
    for (const cell of cells) {
      if (cells.length > 1 || startsBlock(cell, group)) {
        const opening = cells.length === 1 ? opensAbove(cell, group, full) : undefined
        if (opening) group.pop()
        flush()
        if (opening) group.push(opening)
      }
      group.push(cell)
    }
    // What is in columns is no running text: the next line does not continue it.
    if (cells.length > 1) flush()
  }
  flush()
  return blocks
}

function* lines(value: string): Generator<{ text: string; start: number; page: boolean }> {
  const end = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu
  let start = 0
  let page = false
  for (const match of value.matchAll(end)) {
    yield { text: value.slice(start, match.index), start, page }
    page = match[0] === '\f'
    start = match.index + match[0].length
  }
  yield { text: value.slice(start), start, page }
}

/** Cut a line at wide gaps; a label and the tab after it stay with their paragraph. */
function columns(text: string, start: number): Line[] {
  const cells: Line[] = []
  let column = 0
  let from = -1
  let fromColumn = 0
  let space = 0
  let last = 0
  for (let at = 0; at <= text.length; at++) {
    const char = text[at]
    if (char === undefined || /\s/u.test(char)) {
      column += char === '\t' ? tabWidth - (column % tabWidth) : 1
      space++
      continue
    }
    if (from === -1) {
      from = at
      fromColumn = column
    } else if (space >= columnGap && !label.test(text.slice(from, last + 1))) {
      cells.push({ text: text.slice(from, last + 1), start: start + from, indent: fromColumn })
      from = at
      fromColumn = column
    }
    last = at
    space = 0
    column++
  }
  if (from !== -1) cells.push({ text: text.slice(from, last + 1), start: start + from, indent: fromColumn })
  return cells
}

function startsBlock(line: Line, group: readonly Line[]): boolean {
  const [first, second] = group
  const previous = group.at(-1)
  if (!first || !previous) return true
  if ([line, previous].some(({ text }) => ruleLine.test(text) || starLine.test(text))) return true
  if (Math.abs(line.indent - previous.indent) >= rightward) return true
  if (line.indent > previous.indent + 1) {
    // A labelled paragraph may hang its further lines under its first word.
    const hangs = !second && label.test(first.text) && !label.test(line.text)
    return !hangs
  }
  // Back to the left of where the paragraph's further lines are.
  return second !== undefined && line.indent < second.indent - 1
}

/**
 * The last line of a group, where it opens the paragraph that a line further
 * left goes on with: under lines indented alike (paragraphs of one line each)
 * a full one has more to say.
 */
function opensAbove(line: Line, group: readonly Line[], full: number): Line | undefined {
  const last = group.at(-1)
  if (!last || group.length < 2 || line.indent >= last.indent - 1) return undefined
  const alike = group.every(({ indent }) => indent === last.indent)
  return alike && last.indent + last.text.length >= full ? last : undefined
}

/** Columns from which on a line is full: four fifths of what nearly all lines keep within. */
function fullLine(value: string): number {
  const lengths = value.split(/\r?\n/u).flatMap((line) => (line.trim() === '' ? [] : [line.trimEnd().length]))
  lengths.sort((a, b) => a - b)
  return 0.8 * (lengths[Math.floor(lengths.length * 0.9)] ?? 0)
}

function join(group: readonly Line[]): Rich {
  const parts: Rich[] = []
  for (const line of group) {
    if (parts.length > 0) parts.push(rich('\n'))
    parts.push(rich(line.text, line.start))
  }
  return concat(...parts)
}
