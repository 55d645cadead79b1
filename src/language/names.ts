/** Lists of names: sponsors, agenda items. */
import { alternatives } from './patterns.js'
import type { GrammarFile } from './records/language.js'

interface Sponsor {
  name: string
  start: number
  end: number
  marks: string
}

/** Splits lists by the joints of a language; names that hold one ("Trinidad and Tobago") are data. */
export class Names {
  readonly #file: GrammarFile
  #sponsors: RegExp | undefined
  #items: RegExp | undefined

  constructor(file: GrammarFile) {
    this.#file = file
  }

  /** @see Grammar.sponsors */
  sponsors(text: string): Sponsor[] {
    this.#sponsors ??= this.#joints()
    const found: Sponsor[] = []
    let start = 0
    const add = (end: number) => {
      const sponsor = named(text, start, end, found.at(-1))
      if (sponsor) found.push(sponsor)
    }
    for (const match of text.matchAll(this.#sponsors)) {
      if (match.groups?.name !== undefined) continue
      add(match.index)
      start = match.index + match[0].length
    }
    add(text.length)
    return found
  }

  /** What parts names, and names and brackets that hold what does. */
  #joints(): RegExp {
    const { compoundNames, listSeparators, spaced } = this.#file
    const words = listSeparators.filter((joint) => /^\s\p{L}/u.test(joint))
    const joints = alternatives(words.filter((joint) => /\s$/u.test(joint)).map((joint) => joint.trim()))
    // A joint without a space behind it is written as one word with what it joins.
    const prefixes = alternatives(words.filter((joint) => !/\s$/u.test(joint)).map((joint) => joint.trim()))
    const compounds = alternatives(compoundNames)
    const prefix = prefixes && `\\s(?:${prefixes})(?=\\p{L})`
    const comma = prefix ? `[,،，、](?:(?!\\s(?:${compounds}))${prefix})?` : '[,،，、]'
    const [compound, joint] = spaced
      ? [
          `(?:(?<!\\p{L})${prefixes && `|(?<=\\s(?:${prefixes}))`})(?:${compounds})(?!\\p{L})`,
          `\\s(?:${joints})(?=\\s)`,
        ]
      : [compounds, alternatives(listSeparators.filter((separator) => /\p{L}/u.test(separator)))]
    return new RegExp(
      `(?<name>${compound}|[(（][^()（）]*[)）])|${comma}|${joint}${prefix && `|${prefix}`}`,
      'gu',
    )
  }

  /** @see Grammar.listItems */
  listItems(text: string): string[] {
    this.#items ??= new RegExp(alternatives(this.#file.listSeparators), 'u')
    const items: string[] = []
    let number = ''
    for (const part of text.split(this.#items)) {
      const item = part.trim().replace(/,$/u, '')
      if (item === '') continue
      // Between commas, as older documents have it: 113, b, of the agenda.
      if (/^\p{L}$/u.test(item) && items.at(-1) === number) items[items.length - 1] = `${number} ${item}`
      else if (/^[(（]|^\p{L}{1,2}\)/u.test(item)) items.push(`${number} ${item}`.trim())
      else {
        number = /^\d+/u.exec(item)?.[0] ?? ''
        items.push(item)
      }
    }
    return items
  }
}

/** The name between two joints, without its marks; marks behind the joint belong to the name before it. */
function named(text: string, from: number, to: number, last: Sponsor | undefined): Sponsor | undefined {
  let start = from
  const stray = /^\s*(\*+)/u.exec(text.slice(from, to))
  if (stray && last) {
    if (last.marks === '') last.marks = stray[1] ?? ''
    start += stray[0].length
  }
  const part = text.slice(start, to)
  const marks = /\*+/u.exec(part)?.[0] ?? ''
  const name = part.replace(/\*+/gu, '').replace(/\s+/gu, ' ').trim()
  if (name === '') return undefined
  const indent = part.length - part.trimStart().length
  return { name, start: start + indent, end: start + part.trimEnd().length, marks }
}
