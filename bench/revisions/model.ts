/** A resolution as its author knows it: words with their provenance, paragraphs with their origin. */
import type { Opener } from './words.js'

/** A word between two spaces. Its id follows it into a revision; what is rewritten gets another. */
export interface Word {
  id: number
  text: string
}

export interface Paragraph {
  /** Names the paragraph in this version. */
  id: number
  /** Ids of the paragraphs of the old version that it was made of; in an old version its own. */
  from: number[]
  role: 'preambular' | 'operative' | 'subparagraph' | 'heading'
  /** Which opening phrases fit its sentence; null for one without. */
  opener: Opener | null
  /** Also, Further: the word that counts repetitions, then the phrase. */
  enumerator: Word[]
  lead: Word[]
  /** The sentence, then what qualifies it. */
  clauses: Word[][]
  parts: Paragraph[]
  /** Id of the word at which a second sentence begins ("and requests …"), where it may be split; or null. */
  seam: number | null
  /** Printed as the number before it with "bis", and numbers nothing after it anew. */
  bis: boolean
}

export interface Section {
  heading: Paragraph | null
  paragraphs: Paragraph[]
}

export interface Draft {
  preamble: Paragraph[]
  sections: Section[]
}

/** Everything on which a version may differ and say the same. */
export interface Style {
  /** `(a)`, `(i)`. */
  parts: 'letters' | 'numerals'
  /** `1.`, `OP1.`. */
  numbers: 'plain' | 'prefixed'
  emphasis: '*' | '_' | ''
  quotes: 'curly' | 'straight'
  /** Seed of stray spaces; 0 for none. */
  spaces: number
}

export const plain: Style = { parts: 'letters', numbers: 'plain', emphasis: '*', quotes: 'curly', spaces: 0 }

/** One printed paragraph, sub-paragraph or heading. */
export interface Row {
  paragraph: Paragraph
  /** As an outline names it: `PP1`, `OP3`, `OP3(a)`; empty for a heading. */
  label: string
  /** As printed before the text, or empty. */
  mark: string
  /** Opening words, or empty. */
  lead: string
  text: string
}

/** The words of a paragraph without its sub-paragraphs, in order. */
export function wordsOf({ enumerator, lead, clauses }: Paragraph): Word[] {
  return [...enumerator, ...lead, ...clauses.flat()]
}

/** Every paragraph that takes part in an order of its own: the preamble, each section, each list of parts. */
export function paragraphs(draft: Draft): Paragraph[] {
  return [
    ...draft.preamble,
    ...draft.sections.flatMap(({ heading, paragraphs }) => [...(heading ? [heading] : []), ...paragraphs]),
  ]
}

const mostNumbers = 900

/**
 * Number and write out the paragraphs of a draft, in the order printed.
 *
 * Ensures a row for each paragraph, sub-paragraph and heading.
 */
export function rows(draft: Draft, style: Style = plain): Row[] {
  const all = paragraphs(draft)
  const result: Row[] = []
  let [recital, number, section] = [0, 0, 0]
  // No document counts to a thousand: long ones begin anew in each section.
  const anew = all.filter(({ role }) => role === 'operative').length > mostNumbers
  const lastOperative = all.findLast(({ role }) => role === 'operative')
  for (const paragraph of all) {
    const last = paragraph === lastOperative
    const end = paragraph.role === 'preambular' ? ',' : paragraph.role === 'heading' ? '' : last ? '.' : ';'
    let label = ''
    let mark = ''
    if (paragraph.role === 'preambular') label = `PP${++recital}`
    else if (paragraph.role === 'operative') {
      if (!paragraph.bis) number++
      const bis = paragraph.bis ? ' bis' : ''
      label = `OP${number}${bis.trim()}`
      mark = `${style.numbers === 'plain' ? '' : 'OP'}${number}${bis}.`
    }
    const printed = row(paragraph, label, mark, paragraph.parts.length > 0 ? ':' : end, style)
    if (paragraph.role === 'heading') {
      printed.text = `${roman(++section)}. ${printed.text}`
      if (anew) number = 0
    }
    result.push(printed)
    paragraph.parts.forEach((part, index) => {
      const inner = `(${partLabel(index, style)})`
      const closes = index === paragraph.parts.length - 1
      result.push(row(part, `${label}${inner}`, inner, closes ? end : ';', style))
    })
  }
  return result
}

const numerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function roman(number: number): string {
  const signs = { C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 }
  let [rest, result] = [number, '']
  for (const [sign, value] of Object.entries(signs)) for (; rest >= value; rest -= value) result += sign
  return result
}

function partLabel(index: number, style: Style): string {
  const label = style.parts === 'letters' ? String.fromCharCode(97 + index) : numerals[index]
  if (label === undefined || index > 25) throw new RangeError(`No label for part ${index + 1}`)
  return label
}

function row(paragraph: Paragraph, label: string, mark: string, end: string, style: Style): Row {
  const write = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')
  const lead = write([...paragraph.enumerator, ...paragraph.lead])
  const body = paragraph.clauses.map(write).join(', ')
  const text = `${lead === '' ? '' : `${lead} `}${body}${end}`
  const quoted = style.quotes === 'curly' ? text : text.replace(/[“”]/gu, '"')
  return { paragraph, label, mark, lead, text: quoted }
}
