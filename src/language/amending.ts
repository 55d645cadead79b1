/** The phrases of a language's amending documents, compiled: words that name paragraphs, words that ask for a change. */
import { readGrammar } from './files.js'
import { load } from './load.js'
import { Patterns } from './patterns.js'
import { type Masked, mask } from './quotations.js'
import type { AmendmentPhrase, AmendmentRecords, AmendmentTarget } from './records/amendments.js'
import type { PatternRecord } from './records/pattern.js'

/** A phrase of a command at its place; paragraphs that are named have labels, quoted words the number of their quotation. */
export interface Token {
  role: AmendmentPhrase['role'] | 'target' | 'colon' | 'stop'
  verb?: AmendmentPhrase['verb']
  passive?: true
  relation?: AmendmentPhrase['relation']
  labels?: string[]
  quoted?: number
  /** That of the last words, where quoted words tell only the first and the last. */
  quotedEnd?: number
  /** To the end of the paragraph from quoted words on. */
  toEnd?: true
  /** Of a sentence of a paragraph, and of the time that words appear: 1 is the first, -1 the last; absent of others. */
  count?: number
  start: number
  end: number
}

export interface Amending {
  quotes: AmendmentRecords['quotes']
  /** Put quotations aside, and marks that are named. */
  mask(text: string): Masked
  /** The phrases of a text from an offset on, to its end or to what is none. */
  tokens(text: string, from: number): Token[]
  /** Labels of the paragraphs that words name, as the outline has them; null where they name none. */
  labels(text: string): string[] | null
  /** The draft that a text names. */
  amends(text: string): { symbol: string; what: string } | null
  /** A pattern of the file matches a text, whole: for the proof of its examples. */
  matches(id: string, text: string): boolean
}

const loaded = new Map<string, Amending | null>()

/** Load the phrases of a language; null where it has none. */
export function loadAmending(language: string): Amending | null {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const file = readGrammar(language)
  const amending = file.amendments ? compileAmending(file.amendments, file, load(language).ordinal) : null
  loaded.set(language, amending)
  return amending
}

/** An item of a list of numbers: `5`, `5 bis (a)`, `5 a)`, or `(b)` alone. */
const numbered =
  /^(?<number>\p{Nd}{1,3})?(?: ?(?<suffix>\p{L}+)(?!\)|\p{L}))?(?<letters>(?: ?\(?\p{L}+\))*)$/u
/** More paragraphs than one range names are a mistake of reading. */
const longestRange = 300
/** Marks that mean the same in every language. */
const marks: readonly (readonly [Token['role'], RegExp])[] = [
  ['joint', /[,،，、;؛；–—]/uy],
  ['colon', /[:：]/uy],
  ['stop', /[.。]/uy],
]
/** No letter is behind the last one, in scripts that part their words. */
const wordEnd = '(?!(?<=(?!\\p{Script=Han})\\p{L})(?!\\p{Script=Han})\\p{L})'
const space = /\s*/uy
/** A letter, in scripts that part their words. */
const letterOfWord = /(?!\p{Script=Han})\p{L}/u

function compileAmending(
  records: AmendmentRecords,
  file: { ordinals: Record<string, number>; tens: Record<string, number> },
  ordinal: (words: string) => number | null,
): Amending {
  const { amends, range, joint, targets, phrases, marks: signs = [], patterns: shared } = records
  const bounded = phrases.map((phrase) => ({ ...phrase, pattern: `(?:${phrase.pattern})${wordEnd}` }))
  const all: readonly PatternRecord[] = [...shared, amends, range, joint, ...signs, ...targets, ...bounded]
  const patterns = new Patterns(false, all)
  patterns.list('unitWord', () => Object.keys(file.ordinals))
  patterns.list('tensWord', () => Object.keys(file.tens))
  const endOf = (id: string, text: string, at: number): number | null => {
    const match = patterns.match(id, text, at)
    return match && at + match[0].length
  }
  const fills = (id: string, text: string) => endOf(id, text, 0) === text.length
  const list = (words: string): string[] => {
    const found: { number: string; letters: string; end: number }[] = []
    for (const { 0: printed, index } of patterns.all('item', words)) {
      const groups = numbered.exec(printed)?.groups
      const last = found.at(-1)
      const isWhole = groups?.number !== undefined
      const number = isWhole ? `${groups.number}${groups.suffix ?? ''}` : (last?.number ?? '')
      const letters = bracketed(groups?.letters ?? '')
      const end = index + printed.length
      if (last && fills('range', words.slice(last.end, index))) {
        const between = isWhole
          ? numbersBetween(last.number, number).map((one) => ({ number: one, letters: '', end }))
          : lettersBetween(last.letters, letters).map((one) => ({ number, letters: one, end }))
        found.push(...between)
      }
      found.push({ number, letters, end })
    }
    return found.map(({ number, letters }) => `${number}${letters}`)
  }
  const ordinals = (words: string): string[] => {
    const found = patterns.all('ordinal', words)
    return found.flatMap((match, at) => {
      const value = ordinal(match[0])
      const last = found[at - 1]
      const isRange =
        last !== undefined && fills('range', words.slice(last.index + last[0].length, match.index))
      const first = isRange ? ordinal(last[0]) : null
      return value === null
        ? []
        : [...(first === null ? [] : numbersBetween(`${first}`, `${value}`)), `${value}`]
    })
  }
  const prefixes = { preambular: 'PP', operative: 'OP', annex: 'Annex ', relative: '' }
  const labelsOf = ({ part, all: whole }: AmendmentTarget, groups: Record<string, string | undefined>) => {
    if (part === 'title') return ['title']
    if (part === 'text') return ['title', 'PP*', 'OP*']
    const prefix = prefixes[part]
    if (whole) return [`${prefix}*`]
    if (groups.last !== undefined) return [`${prefix}$`]
    if (groups.penultimate !== undefined) return [`${prefix}$-1`]
    const named = groups.ordinals === undefined ? list(groups.numbers ?? '') : ordinals(groups.ordinals)
    return named.map((one) => `${prefix}${one}${bracketed(groups.letters ?? '')}`)
  }
  /** All the paragraphs that are named from an offset on, and where the words end. */
  const named = (text: string, from: number): { labels: string[]; end: number } | null => {
    const labels: string[] = []
    let end = from
    for (let at: number | null = from; at !== null; at = endOf('joint', text, end)) {
      const start: number = at
      const found = longest(targets, (target) => patterns.match(target.id, text, start))
      if (!found) break
      const own = labelsOf(found.record, found.match.groups ?? {})
      // "Operative paragraph 3, subparagraphs (a) and (b)": letters behind a comma are of the paragraph before it.
      const isIn = found.record.part === 'relative' && /^,\s*$/u.test(text.slice(end, start))
      const base = isIn ? labels.pop() : undefined
      labels.push(...own.map((label) => `${base ?? ''}${label}`))
      end = start + found.match[0].length
    }
    return end === from ? null : { labels, end }
  }
  const token = (text: string, start: number): Token | null => {
    for (const [role, mark] of marks) {
      mark.lastIndex = start
      if (mark.test(text)) return { role, start, end: mark.lastIndex }
    }
    const target = named(text, start)
    const found = longest(phrases, ({ id }) => patterns.match(id, text, start))
    const end = start + (found?.match[0].length ?? 0)
    if (target && target.end >= end) return { role: 'target', labels: target.labels, start, end: target.end }
    if (!found || end === start) return null
    const { role, verb, passive, relation, toEnd } = found.record
    const { ordinal: word, last } = found.match.groups ?? {}
    const [quotation, lastQuotation] = [...found.match[0].matchAll(/“(\d+)”/gu)].map(([, number]) =>
      Number(number),
    )
    const count = last === undefined ? word && ordinal(word) : -1
    return {
      role,
      ...(verb ? { verb } : {}),
      ...(passive ? { passive } : {}),
      ...(relation ? { relation } : {}),
      ...(toEnd ? { toEnd } : {}),
      ...(quotation === undefined ? {} : { quoted: quotation }),
      ...(lastQuotation === undefined ? {} : { quotedEnd: lastQuotation }),
      ...(typeof count === 'number' ? { count } : {}),
      start,
      end,
    }
  }
  const namedMark = (text: string, at: number) => {
    if (letterOfWord.test(text[at - 1] ?? '')) return null
    const found = longest(signs, ({ id }) => patterns.match(id, text, at))
    return found && { words: found.record.mark, end: at + found.match[0].length }
  }
  return {
    quotes: records.quotes,
    mask: (text) => mask(text, records.quotes, namedMark),
    tokens: (text, from) => {
      const found: Token[] = []
      for (let at = from; ; ) {
        space.lastIndex = at
        space.test(text)
        const next = token(text, space.lastIndex)
        if (!next) return found
        found.push(next)
        at = next.end
      }
    },
    labels: (text) => {
      const found = named(text, 0)
      return found?.end === text.length ? found.labels : null
    },
    amends: (text) => {
      const { symbol, what } = patterns.first('amends', text)?.groups ?? {}
      return symbol === undefined ? null : { symbol, what: what ?? '' }
    },
    matches: (id, text) => fills(id, text),
  }
}

/** The record whose match is the longest. */
function longest<Record>(
  records: readonly Record[],
  match: (record: Record) => RegExpMatchArray | null,
): { record: Record; match: RegExpMatchArray } | null {
  let best: { record: Record; match: RegExpMatchArray } | null = null
  for (const record of records) {
    const found = match(record)
    if (found && (!best || found[0].length > best.match[0].length)) best = { record, match: found }
  }
  return best
}

/** Letters as labels of the outline have them: ` a) ii)` → `(a)(ii)`. */
function bracketed(letters: string): string {
  return letters.replace(/\s*\(?(\p{L}+)\)/gu, '($1)')
}

/** The numbers between two, without them: 5 and 8 → 6, 7. */
function numbersBetween(first: string, last: string): string[] {
  const count = Number(last) - Number(first) - 1
  if (!(count > 0 && count < longestRange)) return []
  return Array.from({ length: count }, (_, at) => String(Number(first) + 1 + at))
}

/** The letters between two, without them: (b) and (e) → (c), (d). */
function lettersBetween(first: string, last: string): string[] {
  const [from, to] = [first, last].map((letters) => /^\((\p{Ll})\)$/u.exec(letters)?.[1]?.codePointAt(0))
  if (from === undefined || to === undefined || to <= from) return []
  return Array.from({ length: to - from - 1 }, (_, at) => `(${String.fromCodePoint(from + 1 + at)})`)
}
