/** Edits as lines of a terminal: cut and added words marked, wrapped to a width. */
import sliceAnsi from 'slice-ansi'
import stringWidth from 'string-width'
import type { Edit } from '../model/change.js'
import { clean } from './clean.js'

export interface RedlineOptions {
  /** Columns of a line; 0 for no wrapping. */
  width: number
  color: boolean
  indent: number
}

export type Style = 'plain' | 'cut' | 'added' | 'bold' | 'dim' | 'weak' | 'strong'

const codes: Record<Style, readonly [open: string, close: string]> = {
  plain: ['', ''],
  cut: ['\u001B[31;9m', '\u001B[39;29m'],
  added: ['\u001B[32;4m', '\u001B[39;24m'],
  bold: ['\u001B[1m', '\u001B[22m'],
  dim: ['\u001B[2m', '\u001B[22m'],
  weak: ['\u001B[31m', '\u001B[39m'],
  strong: ['\u001B[32m', '\u001B[39m'],
}
const marks: Partial<Record<Style, readonly [open: string, close: string]>> = {
  cut: ['[-', '-]'],
  added: ['{+', '+}'],
}
const styles: Record<Edit['op'], Style> = { equal: 'plain', delete: 'cut', insert: 'added' }

/** Set text in a style where there is colour; without colour it stays as it is. */
export function paint(text: string, style: Style, color: boolean): string {
  return color && text !== '' ? codes[style].join(text) : text
}

/** A stretch of text that no line end may cut. */
interface Chunk {
  text: string
  style: Style
  space: boolean
  /** A paragraph ends after it. */
  last: boolean
}

/**
 * Write edits as lines.
 *
 * Without colour what was cut is in `[-…-]` and what was added in `{+…+}`, so
 * that nothing is told by colour alone. Control characters of the text are left
 * out: they would command the terminal.
 */
export function redline(edits: readonly Edit[], options: RedlineOptions): string[] {
  const room = options.width > 0 ? Math.max(20, options.width - options.indent) : Number.POSITIVE_INFINITY
  const lines: Chunk[][] = []
  let line: Chunk[] = []
  let used = 0
  const end = () => {
    if (line.length > 0) lines.push(line)
    line = []
    used = 0
  }
  for (const word of words(
    edits.flatMap((edit) => chunks(edit, options.color)),
    options.color,
  )) {
    const width = word.reduce((total, chunk) => total + columns(chunk.text), 0)
    const space = line.length > 0 && word[0]?.space ? 1 : 0
    if (used + space + width > room) end()
    else used += space
    line.push(...word)
    used += width
    if (word.at(-1)?.last) end()
  }
  end()
  return lines.map((each) => ' '.repeat(options.indent) + write(each, options.color))
}

function chunks(edit: Edit, color: boolean): Chunk[] {
  const style = styles[edit.op]
  const [open, close] = (color ? undefined : marks[style]) ?? ['', '']
  const text = clean(edit.text)
  const found: Chunk[] = []
  let space = false
  for (const [piece] of text.matchAll(/\n|\s+|[^\s]+/gu)) {
    if (piece === '\n') found.push({ text: '¶', style, space, last: true })
    else if (piece.trim() === '') space = true
    else {
      for (const part of breakable(piece)) {
        found.push({ text: part, style, space, last: false })
        space = false
      }
    }
  }
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last)
    return space || edit.op !== 'equal' ? [{ text: open + close, style, space, last: false }] : []
  first.text = open + first.text
  last.text += close
  // White space that ends an edit is before what follows it.
  if (space) found.push({ text: '', style, space, last: false })
  return found
}

/** Chunks without space between them belong on one line. */
function words(all: readonly Chunk[], color: boolean): Chunk[][] {
  const result: Chunk[][] = []
  let space = true
  for (const chunk of all) {
    if (chunk.text === '') {
      space = true
      continue
    }
    const last = result.at(-1)
    // Without brackets between them a cut word and the one for it would read as one.
    if (color && chunk.style === 'added' && last?.at(-1)?.style === 'cut') space = true
    const apart = space || chunk.space || last === undefined || last.at(-1)?.last || wide.test(chunk.text)
    const own = { ...chunk, space: chunk.space || space }
    if (apart) result.push([own])
    else last.push(own)
    space = false
  }
  return result
}

function write(line: readonly Chunk[], color: boolean): string {
  let text = ''
  let run = ''
  let style: Style = 'plain'
  line.forEach((chunk, index) => {
    const space = index > 0 && chunk.space ? ' ' : ''
    if (chunk.style === style) {
      run += space + chunk.text
      return
    }
    text += paint(run, style, color) + space
    run = chunk.text
    style = chunk.style
  })
  return text + paint(run, style, color)
}

const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303F\uFF00-\uFF60]/u

/** Scripts without spaces may be broken between any two characters. */
function breakable(text: string): string[] {
  return wide.test(text) ? [...text] : [text]
}

/** How many columns text takes: two for a wide character, none for a combining one. */
export function columns(text: string): number {
  return stringWidth(text)
}

/** Cut text to so many columns, with a sign where something was cut. */
export function fitted(text: string, width: number): string {
  if (columns(text) <= width) return text
  const cut = sliceAnsi(text, 0, width - 1)
  // A wide character that begins in the last column is given whole.
  return `${columns(cut) < width ? cut : sliceAnsi(text, 0, width - 2)}…`
}

/** Fill text with spaces to so many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}
