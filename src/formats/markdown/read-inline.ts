/** Inline mdast → text with marks. Inline HTML, whole or broken, is read here. */
import type { Nodes, PhrasingContent, Text } from 'mdast'
import { concat, type Mark, type MarkKind, type Rich, type Segment, slice, trim } from '../../model/block.js'

/** `*-2` is the second note whose printed mark is `*`: Markdown wants labels that differ. */
export function printedLabel(label: string): string {
  return label.replace(/^(\(?\p{Nd}+\)?|[*†‡§]+)-\d+$/u, '$1')
}

interface Writer {
  value: string
  marks: Mark[]
  map: Segment[]
  source: string
  /** Tags that are open, with the offset at which they opened. */
  open: { kind: MarkKind; tag: string; at: number }[]
}

const tags: Record<string, MarkKind> = {
  sup: 'superscript',
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
}
/** Tags that end a line: what stands on both sides of them is not one word. */
const lineTags = /^<\/?(?:br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|center)\b/iu

/**
 * Flatten inline content into text with marks.
 *
 * Ensures line ends are `\n`, and marks cover no white space at their ends.
 */
export function flattenInline(nodes: readonly PhrasingContent[], source: string): Rich {
  const writer: Writer = { value: '', marks: [], map: [], source, open: [] }
  for (const node of nodes) write(node, writer)
  closeAll(writer)
  writer.marks.sort((a, b) => a.start - b.start)
  return trim(repairTags({ value: writer.value, marks: writer.marks, map: writer.map }))
}

/** `<sup>` that OCR opened twice and escaped once: `<sup>&lt;sup>1</sup>`, `<sup>&</sup>lt;sup>1</sup>`. */
const strayTag = /(?:&lt;|<)(\/?)sup(?:>|&gt;)/giu

/** Take escaped remains of tags out of the text; what an opening one stood before is raised. */
function repairTags(text: Rich): Rich {
  if (!/sup(?:>|&gt;)/iu.test(text.value)) return text
  const parts: Rich[] = []
  let from = 0
  for (const match of text.value.matchAll(strayTag)) {
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

function write(node: PhrasingContent, writer: Writer): void {
  switch (node.type) {
    case 'text':
      writeText(node, writer)
      break
    case 'emphasis':
    case 'strong': {
      const at = writer.value.length
      for (const child of node.children) write(child, writer)
      addMark(node.type, at, writer)
      break
    }
    case 'break':
      writeRaw('\n', node, writer)
      break
    case 'html':
      writeTag(node.value, node, writer)
      break
    case 'footnoteReference': {
      const { start, end } = segment(writer, node)
      writer.marks.push({
        kind: 'noteReference',
        start: writer.value.length,
        end: writer.value.length,
        identifier: node.identifier,
        label: printedLabel(node.label ?? node.identifier),
        ...(node.position ? { source: { start, end } } : {}),
      })
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
    case 'delete':
      for (const child of node.children) write(child, writer)
      break
    default:
  }
}

function segment(writer: Writer, node: Nodes): Segment {
  const start = node.position?.start.offset ?? 0
  return { at: writer.value.length, start, end: node.position?.end.offset ?? start }
}

function writeRaw(value: string, node: Nodes, writer: Writer): void {
  if (node.position) writer.map.push(segment(writer, node))
  writer.value += value
}

function writeText(node: Text, writer: Writer): void {
  const { value } = node
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start !== undefined && end !== undefined) {
    if (end - start === value.length) writer.map.push({ at: writer.value.length, start, end })
    else
      for (const part of align(value, writer.source, start, end))
        writer.map.push({ at: writer.value.length + part.at, start: part.start, end: part.end })
  }
  writer.value += value
}

/** Find where each stretch of a text's value stands, past escapes, entities and line prefixes. */
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

function addMark(kind: MarkKind, from: number, writer: Writer): void {
  const text = writer.value.slice(from)
  const start = from + (text.length - text.trimStart().length)
  const end = from + text.trimEnd().length
  if (end > start) writer.marks.push({ kind, start, end })
}

function writeTag(html: string, node: Nodes, writer: Writer): void {
  const match = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(html)
  if (!match) return
  const tag = (match[2] as string).toLowerCase()
  if (lineTags.test(html)) {
    if (writer.value !== '' && !writer.value.endsWith('\n')) writeRaw('\n', node, writer)
    return
  }
  const kind = tags[tag]
  if (!kind) return
  if (match[1] === '') writer.open.push({ kind, tag, at: writer.value.length })
  else {
    const index = writer.open.findLastIndex((open) => open.tag === tag)
    if (index === -1) return
    const [open] = writer.open.splice(index, 1)
    if (open) addMark(kind, open.at, writer)
  }
}

/** A tag that is never closed: a superscript reaches over its digits or stars, the rest to the end. */
function closeAll(writer: Writer): void {
  for (const { kind, at } of writer.open) {
    if (kind !== 'superscript') addMark(kind, at, writer)
    else {
      const sign = /^\s*(?:\d{1,3}|\*{1,4})/u.exec(writer.value.slice(at))
      if (sign) writer.marks.push({ kind, start: at, end: at + sign[0].length })
    }
  }
}
