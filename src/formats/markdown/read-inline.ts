/** Inline mdast → text with marks. Inline HTML, whole or broken, is read here. */
import type { Nodes, PhrasingContent, Text } from 'mdast'
import {
  concat,
  type Mark,
  type MarkKind,
  type Notice,
  type Rich,
  type Segment,
  type Side,
  slice,
  sourceOffset,
  trim,
} from '../../model/block.js'
import { RichBuilder, without } from '../../model/rich.js'

/** `*-2` is the second note whose printed mark is `*`: Markdown wants labels that differ. */
export function printedLabel(label: string): string {
  return label.replace(/^(\(?\p{Nd}+\)?|[*†‡§]+)-\d+$/u, '$1')
}

/** What is read of a text with changes, and where its notices go. */
export interface Reading {
  source: string
  revisions: Side
  notices: Notice[]
}

type Change = 'delete' | 'insert'

interface Writer {
  text: RichBuilder
  source: string
  /** Tags that are open, with the offset at which they opened. */
  open: { kind: MarkKind | Change; tag: string; at: number }[]
  /** What is deleted or inserted. */
  changes: { kind: Change; start: number; end: number; signs?: number }[]
}

const tags: Record<string, MarkKind | Change> = {
  sup: 'superscript',
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  ins: 'insert',
}
/** Tags that end a line: what is on both sides of them is not one word. */
const lineTags = /^<\/?(?:br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|center)\b/iu

/**
 * Flatten inline content into text with marks.
 *
 * Ensures line ends are `\n`, marks cover no white space at their ends, and
 * of deleted and inserted text the one side.
 */
export function flattenInline(nodes: readonly PhrasingContent[], reading: Reading): Rich {
  const writer: Writer = { text: new RichBuilder(), source: reading.source, open: [], changes: [] }
  for (const node of nodes) write(node, writer)
  closeAll(writer)
  const text = onSide(writer.text.take(), writer.changes, reading)
  return trim(withoutGluedSigns(repairTags(text, reading.source), reading.source))
}

/** Leave the other side's text out, and tell it. */
function onSide(text: Rich, changes: Writer['changes'], { source, revisions, notices }: Reading): Rich {
  const gone: Change | undefined = { final: 'delete', original: 'insert', both: undefined }[revisions] as
    | Change
    | undefined
  const all = [...changes, ...spanChanges(text, source)].sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts: { start: number; end: number }[] = []
  for (const { kind, start, end } of all) {
    if (kind !== gone || start < (cuts.at(-1)?.end ?? 0)) continue
    cuts.push({ start, end })
    const value = text.value.slice(start, end).trim()
    if (value !== '')
      notices.push({ id: 'other-side', values: { text: value }, ...placeIn(text, start, end) })
  }
  // Of what stays, only the signs around it go.
  for (const { kind, start, end, signs } of all)
    if (kind !== gone && signs) cuts.push({ start, end: start + 1 }, { start: end - signs, end })
  cuts.sort((a, b) => a.start - b.start)
  const shown = revisions === 'both' ? { ...text, marks: withChanges(text, all) } : text
  return cuts.length > 0 ? without(shown, cuts) : shown
}

/** The marks of a text, and one on each change. */
function withChanges({ value, marks }: Rich, changes: Writer['changes']): Mark[] {
  const made = changes.map(({ kind, start, end, signs = 0 }): Mark => {
    const author = /\sauthor="([^"]{1,100})"/u.exec(value.slice(end - signs, end))?.[1] ?? null
    const inner = signs > 0 ? { start: start + 1, end: end - signs } : { start, end }
    return { kind: kind === 'insert' ? 'inserted' : 'deleted', ...inner, author }
  })
  return [...marks, ...made.filter(({ start, end }) => end > start)].sort((a, b) => a.start - b.start)
}

function placeIn(text: Rich, start: number, end: number): Pick<Notice, 'start' | 'end'> {
  const [first, last] = [sourceOffset(text, start), sourceOffset(text, end, true)]
  return first === undefined || last === undefined ? {} : { start: first, end: last }
}

/** The end of a span as pandoc writes tracked changes: `[Urges]{.deletion author="…"}`. */
const spanEnd = /\]\{\.(deletion|insertion)(?=[ }])[^{}]{0,400}\}/gu

function spanChanges(text: Rich, source: string): Writer['changes'] {
  const { value } = text
  const found: Writer['changes'] = []
  for (const match of value.matchAll(spanEnd)) {
    const start = openingBracket(value, match.index)
    const end = match.index + match[0].length
    const place = placeIn(text, match.index, end)
    // Signs with a backslash are text.
    const isEscaped = source !== '' && source.slice(place.start, place.end) !== match[0]
    if (start === -1 || isEscaped) continue
    found.push({ kind: match[1] === 'deletion' ? 'delete' : 'insert', start, end, signs: match[0].length })
  }
  return found
}

/** Characters of a change: longer ones are written paragraph by paragraph. */
const longestSpan = 5000

/** The bracket that one closes. */
function openingBracket(value: string, close: number): number {
  let depth = 0
  for (let at = close - 1; at >= Math.max(0, close - longestSpan); at--) {
    if (value[at] === ']') depth++
    else if (value[at] === '[' && depth-- === 0) return at
  }
  return -1
}

/** `<sup>` that OCR opened twice and escaped once: `<sup>&lt;sup>1</sup>`, `<sup>&</sup>lt;sup>1</sup>`. */
const strayTag = /(?:&lt;|<)(\/?)sup(?:>|&gt;)/giu

/** Take escaped remains of tags out of the text; what an opening one was before is raised. */
function repairTags(text: Rich, source: string): Rich {
  if (!/sup(?:>|&gt;)/iu.test(text.value)) return text
  const parts: Rich[] = []
  let from = 0
  for (const match of text.value.matchAll(strayTag)) {
    // Behind a backslash it is text.
    if (source[(sourceOffset(text, match.index) ?? 0) - 1] === '\\') continue
    parts.push(slice(text, from, match.index))
    from = match.index + match[0].length
    const raised = match[1] === '' ? /^\s*(?:\d{1,3}|\*{1,4})/u.exec(text.value.slice(from)) : null
    if (!raised) continue
    const sign = slice(text, from, from + raised[0].length)
    parts.push({ ...sign, marks: [{ kind: 'superscript', start: 0, end: sign.value.length }] })
    from += raised[0].length
  }
  parts.push(slice(text, from))
  return concat(...parts.filter((part) => part.value !== '' || part.marks.length > 0))
}

/**
 * An italic stop that is glued to its word: CommonMark opens no emphasis there.
 *
 *     Urges the Mission*;*
 *                      ^ ^ signs, no text
 */
const gluedSigns = /(?<=[\p{L}\p{N}”’")])(\*{1,2})[,;:.،؛。；，](\*{1,2})(?=\s|\[|$)/gu

function withoutGluedSigns(text: Rich, source: string): Rich {
  if (!text.value.includes('*')) return text
  const cuts: { start: number; end: number }[] = []
  for (const match of text.value.matchAll(gluedSigns)) {
    const [whole, open = '', close = ''] = match
    // Behind a backslash it is text.
    const isEscaped = source[(sourceOffset(text, match.index) ?? 0) - 1] === '\\'
    if (open !== close || isEscaped) continue
    const end = match.index + whole.length
    cuts.push({ start: match.index, end: match.index + open.length }, { start: end - close.length, end })
  }
  return cuts.length > 0 ? without(text, cuts) : text
}

function write(node: PhrasingContent, writer: Writer): void {
  switch (node.type) {
    case 'text':
      writeText(node, writer)
      break
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const at = writer.text.length
      for (const child of node.children) write(child, writer)
      close(node.type, at, writer)
      break
    }
    case 'break':
      writeRaw('\n', node, writer)
      break
    case 'html':
      writeTag(node.value, node, writer)
      break
    case 'footnoteReference': {
      const { identifier, position } = node
      const place = position && { source: placeOf(node) }
      writer.text.refer({ identifier, label: printedLabel(node.label ?? identifier), ...place })
      break
    }
    case 'inlineCode':
      writeRaw(node.value, node, writer)
      break
    case 'image':
    case 'imageReference':
      if (node.alt) writeRaw(node.alt, node, writer)
      break
    case 'link':
    case 'linkReference':
      for (const child of node.children) write(child, writer)
      break
    default:
  }
}

function placeOf({ position }: Nodes): { start: number; end: number } {
  const start = position?.start.offset ?? 0
  return { start, end: position?.end.offset ?? start }
}

function writeRaw(value: string, node: Nodes, writer: Writer): void {
  const { start, end } = placeOf(node)
  if (node.position) writer.text.add(value, {}, start, end)
  else writer.text.add(value)
}

function writeText(node: Text, writer: Writer): void {
  const { value } = node
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) writer.text.add(value)
  else if (end - start === value.length) writer.text.add(value, {}, start, end)
  else {
    const parts = align(value, writer.source, start, end)
    // What could not be found stays with the piece before it.
    parts.forEach((part, index) => {
      const from = index === 0 ? 0 : part.at
      writer.text.add(value.slice(from, parts[index + 1]?.at), {}, part.start, part.end)
    })
    if (parts.length === 0) writer.text.add(value, {}, start, end)
  }
}

/** Find where each stretch of a text's value is, past escapes, entities and line prefixes. */
function align(value: string, source: string, start: number, end: number): (Segment & { length: number })[] {
  const parts: (Segment & { length: number })[] = []
  let run: (Segment & { length: number }) | undefined
  let at = 0
  let from = start
  const finish = () => {
    if (run) parts.push(run)
    run = undefined
  }
  while (at < value.length && from < end) {
    const entity = source[from] === '&' ? /^&[#\w]{1,32};/u.exec(source.slice(from, from + 34)) : null
    if (entity && !value.startsWith(entity[0], at)) {
      finish()
      // A few entities stand for two UTF-16 units; the next literal character shows which.
      const size = (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      parts.push({ at, start: from, end: from + entity[0].length, length: size })
      at += size
      from += entity[0].length
    } else if (source[from] === value[at]) {
      run ??= { at, start: from, end: from, length: 0 }
      run.end = ++from
      run.length++
      at++
    } else {
      finish()
      from++
    }
  }
  finish()
  return parts
}

function close(kind: MarkKind | Change, from: number, { text, changes }: Writer): void {
  if (kind === 'delete' || kind === 'insert') changes.push({ kind, start: from, end: text.length })
  else text.mark(kind, from)
}

function writeTag(html: string, node: Nodes, writer: Writer): void {
  const match = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(html)
  if (!match) return
  const tag = (match[2] as string).toLowerCase()
  if (lineTags.test(html)) {
    const { value } = writer.text
    if (value !== '' && !value.endsWith('\n')) writeRaw('\n', node, writer)
    return
  }
  const kind = tags[tag]
  if (!kind) return
  if (match[1] === '') writer.open.push({ kind, tag, at: writer.text.length })
  else {
    const index = writer.open.findLastIndex((open) => open.tag === tag)
    if (index === -1) return
    const [open] = writer.open.splice(index, 1)
    if (open) close(kind, open.at, writer)
  }
}

/** A tag that is never closed: a superscript reaches over its digits or stars, typography to the end, a change over nothing. */
function closeAll({ open, text }: Writer): void {
  for (const { kind, at } of open) {
    if (kind === 'delete' || kind === 'insert') continue
    if (kind !== 'superscript') text.mark(kind, at)
    else {
      const sign = /^\s*(?:\d{1,3}|\*{1,4})/u.exec(text.value.slice(at))
      if (sign) text.mark(kind, at, at + sign[0].length)
    }
  }
}
