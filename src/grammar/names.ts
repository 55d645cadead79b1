/** Lists of names: sponsors, agenda items. */
import { alternatives } from './patterns.js'
import type { GrammarFile } from './types.js'

const expressions = new WeakMap<GrammarFile, RegExp>()

/** The names of a sponsor list; names that hold a joint ("Trinidad and Tobago") are data. */
export function splitSponsors(
  text: string,
  file: GrammarFile,
): { name: string; start: number; end: number; marks: string }[] {
  let expression = expressions.get(file)
  if (!expression) {
    const joints = alternatives(
      file.listSeparators.map((joint) => joint.trim()).filter((joint) => /\p{L}/u.test(joint)),
    )
    expression = new RegExp(`(?:${alternatives(file.compoundNames)})|,|\\s(?:${joints})(?=\\s)`, 'gu')
    expressions.set(file, expression)
  }
  const borders: { from: number; to: number }[] = []
  for (const found of text.matchAll(expression)) {
    const separates = found[0] === ',' || /^\s/u.test(found[0])
    if (separates && !insideBrackets(text, found.index))
      borders.push({ from: found.index, to: found.index + found[0].length })
  }
  borders.push({ from: text.length, to: text.length })
  const names: { name: string; start: number; end: number; marks: string }[] = []
  let start = 0
  for (const { from, to } of borders) {
    const part = text.slice(start, from)
    const marks = /\*{1,4}/u.exec(part)?.[0] ?? ''
    const name = part.replace(/\*+/gu, '').trim()
    if (name !== '') {
      const lead = part.length - part.trimStart().length
      // A mark behind the comma is the name's before it.
      const stray = /^\s*(\*+)/u.exec(part)
      const last = names.at(-1)
      if (stray && last && last.marks === '') last.marks = stray[1] as string
      const skip = stray
        ? stray[0].length +
          (part.slice(stray[0].length).length - part.slice(stray[0].length).trimStart().length)
        : lead
      names.push({ name, start: start + skip, end: start + part.trimEnd().length, marks: stray ? '' : marks })
    }
    start = to
  }
  return names
}

function insideBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at)
}

/** "13 and 117" → ["13", "117"]; "20 (a), (b) and 21" → ["20 (a)", "20 (b)", "21"]. */
export function listItems(text: string, separators: readonly string[]): string[] {
  const items: string[] = []
  let number = ''
  for (const part of text.split(new RegExp(alternatives(separators), 'u'))) {
    const item = part.trim()
    if (item === '') continue
    if (/^\(/u.test(item)) items.push(`${number} ${item}`.trim())
    else {
      number = /^\d+/u.exec(item)?.[0] ?? ''
      items.push(item)
    }
  }
  return items
}
