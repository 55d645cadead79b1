/** Paragraphs of both documents that belong together → what is done to the characters of the old ones. */
import type { Edit } from '../../../model/change.js'
import type { Paragraph } from '../package/manuscript.js'
import { type Edits, type Inserted, unedited } from './edit.js'
import { cut, type Fresh, insertedFrom, markAt, type Unit, unitsOf } from './fresh.js'
import { type Look, sameLook } from './run-look.js'

/** Stands for the end of a paragraph inside a group; it is no white space, so that it is compared. */
const end = '\uE000'

/** Compares two texts word by word. */
export type Compare = (old: string, now: string) => Edit[]

export interface Group {
  old: readonly Paragraph[]
  new: readonly Fresh[]
  /** Properties of the paragraphs that a new mark ends, by their place in `new`. */
  properties: (at: number) => string
  /** Whether a changed look of kept words is a change. */
  looks: boolean
  compare: Compare
}

/**
 * Plan the edits of a group.
 *
 * Ensures that what is kept and added reads as the new paragraphs, and what is
 * kept and cut as the old ones; white space at the ends of paragraphs, which
 * only places text on the page, stays where its paragraph does.
 */
export function planWords({ old, new: now, properties, looks, compare }: Group): Edits[] {
  const result = old.map(({ text }) => unedited(text.length))
  const oldUnits = old.map(unitsOf)
  const bodies = old.map(({ text }) => body(text))
  const fresh = now.map((one) => trimmed(one))
  const key = keys()
  const before = bodies.map(({ from, to }, at) =>
    key(cut({ text: (old[at] as Paragraph).text, units: oldUnits[at] ?? [] }, from, to)),
  )
  for (const [at, one] of fresh.entries()) fresh[at] = { ...one, text: key(one) }
  const after = fresh.map(({ text }) => text)
  const [label, spaced] = labelSpace(before[0] ?? '', after[0] ?? '')
  if (spaced !== undefined) fresh[0] = respaced(fresh[0] as Fresh, label, spaced)
  const lead = (old[0]?.text ?? '').slice(0, bodies[0]?.from ?? 0)
  let [line, at] = [0, bodies[0]?.from ?? 0]
  let [freshLine, freshAt] = [0, 0]
  const insert = (list: Inserted[]) => {
    const { insertions } = result[line] as Edits
    insertions.set(at, [...(insertions.get(at) ?? []), ...list])
  }
  for (const { op, text } of exact(
    compare(safe(before), safe(fresh.map((one) => one.text))),
    before,
    fresh,
  )) {
    for (const piece of pieces(text)) {
      if (piece === end) {
        if (op !== 'insert') {
          const edits = result[line] as Edits
          if (op === 'delete') {
            edits.mark = 'del'
            drop(edits, bodies[line]?.to ?? 0, edits.keep.length)
            drop(result[line + 1] as Edits, 0, bodies[line + 1]?.from ?? 0)
          }
          line++
          at = bodies[line]?.from ?? 0
        }
        if (op !== 'delete') {
          if (op === 'insert') {
            insert([{ kind: 'break', properties: properties(freshLine) }])
            const look = fresh[freshLine + 1]?.units[0]?.look
            if (lead !== '' && look) insert([{ kind: 'text', text: lead, look: noLook }])
          }
          freshLine++
          freshAt = 0
        }
        continue
      }
      const source = fresh[freshLine] as Fresh
      if (op === 'insert') insert(insertedFrom(source, freshAt, freshAt + piece.length))
      if (op === 'delete') drop(result[line] as Edits, at, at + piece.length)
      if (op === 'equal') {
        const edits = result[line] as Edits
        for (let index = 0; index < piece.length; index++) {
          const unit = source.units[freshAt + index]
          if (unit?.note) edits.notes.set(at + index, unit.note)
          if (looks && unit && piece[index]?.trim() !== '' && !unit.note)
            if (!sameLook(unit.look, oldUnits[line]?.[at + index]?.look ?? noLook))
              edits.looks.set(at + index, unit.look)
        }
      }
      if (op !== 'insert') at += piece.length
      if (op !== 'delete') freshAt += piece.length
    }
  }
  for (const edits of result) unify(edits)
  return result
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
      // What stands between two such characters is white space, or has the right look already.
      if (keep.slice(last, at).every((stays) => stays) && at - last === 2) looks.set(last + 1, before)
    }
    last = at
  }
}

/** Marks that were typed: a note with another one is not the same. */
function keys(): (fresh: Fresh) => string {
  const known = new Map<string, string>()
  return (fresh) =>
    [...fresh.units.keys()]
      .map((at) => {
        const { note } = fresh.units[at] as Unit
        if (!note?.custom) return fresh.text[at]
        const mark = `${note.kind} ${markAt(fresh, at)}`
        const key = known.get(mark) ?? String.fromCharCode(firstKey + (known.size % keyCount))
        known.set(mark, key)
        return key
      })
      .join('')
}

/** Of the private use area, as the other characters that stand for something. */
const firstKey = 0xe100
const keyCount = 0x100

function drop({ keep }: Edits, from: number, to: number): void {
  keep.fill(false, from, to)
}

function pieces(text: string): string[] {
  return text.match(/\uE000|[^\uE000]+/gu) ?? []
}

function body(text: string): { from: number; to: number } {
  const from = text.length - text.trimStart().length
  return { from, to: Math.max(from, text.trimEnd().length) }
}

function trimmed(fresh: Fresh): Fresh {
  const { from, to } = body(fresh.text)
  return cut(fresh, from, to)
}

/** A text as it is compared: without characters that have a meaning here. */
function safe(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\uE000/gu, '\uFFFD')).join(end)
}

/** White space between a label and its text only sets the label off: the old one's is as good. */
function labelSpace(old: string, now: string): [label: number, space: string | undefined] {
  const pattern = /^(\S{1,12})(\s+)/u
  const [before, after] = [pattern.exec(old), pattern.exec(now)]
  if (!before?.[2] || !after?.[1] || !after[2] || before[2] === after[2]) return [0, undefined]
  const isLabel = `${before[2]}${after[2]}`.includes('\t')
  return isLabel ? [after[1].length, before[2]] : [0, undefined]
}

function respaced(fresh: Fresh, label: number, space: string): Fresh {
  const rest = fresh.text.slice(label)
  const width = rest.length - rest.trimStart().length
  const unit = fresh.units[label] as Fresh['units'][number]
  return {
    text: fresh.text.slice(0, label) + space + fresh.text.slice(label + width),
    units: [
      ...fresh.units.slice(0, label),
      ...Array.from({ length: space.length }, () => unit),
      ...fresh.units.slice(label + width),
    ],
  }
}

/** Edits that join to both texts to the letter: what a comparison left out at the ends is cut and added. */
function exact(edits: readonly Edit[], before: readonly string[], fresh: readonly Fresh[]): readonly Edit[] {
  const old = safe(before)
  const now = safe(fresh.map(({ text }) => text))
  const join = (op: Edit['op']) =>
    edits.reduce((text, edit) => (edit.op === 'equal' || edit.op === op ? text + edit.text : text), '')
  if (join('delete') === old && join('insert') === now) return edits.flatMap(withoutSpace)
  const whole: Edit[] = []
  if (old !== '') whole.push({ op: 'delete', text: old })
  if (now !== '') whole.push({ op: 'insert', text: now })
  return whole
}

/** White space that opens both sides of a replacement is no part of it. */
function withoutSpace(edit: Edit, at: number, all: readonly Edit[]): Edit[] {
  const [cutOut, added] = edit.op === 'insert' ? [all[at - 1], edit] : [edit, all[at + 1]]
  if (cutOut?.op !== 'delete' || added?.op !== 'insert') return [edit]
  const [before, after] = [leadingSpace(cutOut.text), leadingSpace(added.text)]
  const space = before === after ? before.length : 0
  const rest = edit.text.slice(space)
  const kept: Edit[] = space > 0 && edit === cutOut ? [{ op: 'equal', text: before }] : []
  return rest === '' ? kept : [...kept, { op: edit.op, text: rest }]
}

function leadingSpace(text: string): string {
  return /^\s*/u.exec(text)?.[0] ?? ''
}
