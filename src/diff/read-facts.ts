/** One text → what a reader of the law looks for in it: citations, sums, dates, sessions, hedges, words of obligation. */
import type { Grammar } from '../language/types.js'
import type { FactKind } from '../model/change.js'
import { canonical, tokens, turning } from './tokens.js'
import type { Unit } from './units.js'

/** Something found in a text. */
export interface Found {
  kind: FactKind
  /** What makes two of them the same. */
  key: string
  text: string
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  /** Too common a word to be told where nothing answers it: "one", "first". */
  weak?: boolean
}

/** What facts are read from. */
type Readable = Pick<Unit, 'text' | 'citations'> & Partial<Pick<Unit, 'phrases'>>

/** A text of which what was found is blanked out, so that a symbol's digits are no numbers. */
interface Rest {
  text: string
}

/** Beyond this much between a number and the word "session" they do not belong together. */
const sessionReach = 40

const known = new WeakMap<Readable, readonly Found[]>()
const figured = new WeakMap<Readable, Figures>()

/** What was found first, and the text without it. */
interface Figures {
  found: readonly Found[]
  rest: string
}

/**
 * Find the facts of a text but for its notes and addressees.
 *
 * Ensures that no characters are in two facts, but for those of negations
 * ("shall not" is an obligation and a negation). A text is read once: what is told of it, and whether that is
 * routine, are asked one after the other.
 */
export function readFacts(unit: Readable, grammar: Grammar | null): readonly Found[] {
  const found = known.get(unit) ?? factsIn(unit, grammar)
  known.set(unit, found)
  return found
}

/** Find what has numbers among the facts of a text, and what else is found with it: all but hedges, words of obligation and negations. */
export function readFigures(unit: Readable, grammar: Grammar | null): readonly Found[] {
  return figuresOf(unit, grammar).found
}

function figuresOf(unit: Readable, grammar: Grammar | null): Figures {
  const figures = figured.get(unit) ?? figuresIn(unit, grammar)
  figured.set(unit, figures)
  return figures
}

function figuresIn(unit: Readable, grammar: Grammar | null): Figures {
  const rest: Rest = { text: unit.text }
  const hidden = [...unit.text.matchAll(turning)].map(({ 0: mark, index }): Found => {
    const name = `U+${mark.charCodeAt(0).toString(16).toUpperCase()}`
    return { kind: 'hidden', key: name, text: name, start: index, end: index + 1 }
  })
  const found: Found[] = unit.citations.map(({ citation: { kind, target }, text, start, end }) => ({
    kind: kind === 'paragraph' ? 'reference' : 'citation',
    key: target,
    text,
    start,
    end,
  }))
  for (const range of found) blank(rest, range)
  found.push(...hidden)
  if (!grammar) return { found: [...found, ...figures(rest)].sort(byPlace), rest: rest.text }
  const take = (kind: FactKind, list: readonly Range[]) => {
    for (const fact of told(kind, list, grammar)) {
      found.push(fact)
      blank(rest, fact)
    }
  }
  for (const range of matches('numberName', rest, grammar)) blank(rest, range)
  for (const id of ['dateRange', 'date', 'moment']) take('date', matches(id, rest, grammar))
  for (const sum of sums(rest, grammar)) {
    found.push(sum)
    blank(rest, sum)
  }
  take('cycle', matches('cycle', rest, grammar))
  take('resources', matches('resources', rest, grammar))
  take('session', sessions(rest, grammar))
  // In Chinese 一 (one) is in words for all and for some.
  take('quantifier', matches('quantifier', rest, grammar))
  const counted = numbers(rest, grammar)
  found.push(...counted)
  for (const range of counted) blank(rest, range)
  return { found, rest: rest.text }
}

function factsIn(unit: Readable, grammar: Grammar | null): readonly Found[] {
  const { found: figures, rest: text } = figuresOf(unit, grammar)
  if (!grammar) return figures
  const rest: Rest = { text }
  const hedges = [...grammar.hedges(text), ...matches('hedge', rest, grammar)]
    .reduce<Range[]>(apart, [])
    .filter(({ start }) => !isOrgansOwn(unit, start))
  for (const range of hedges) blank(rest, range)
  const negated = matches('negation', rest, grammar)
  for (const range of matches('noObligation', rest, grammar)) blank(rest, range)
  return [
    ...figures,
    ...told('hedge', hedges, grammar),
    ...told('obligation', grammar.obligations(rest.text), grammar),
    ...told('negation', negated, grammar),
  ].sort(byPlace)
}

function told(kind: FactKind, list: readonly Range[], grammar: Grammar): Found[] {
  return list.map((range) => ({ kind, key: keyOf(kind, range, grammar), ...range }))
}

interface Range {
  start: number
  end: number
  text: string
  /** What it means, where several words mean the same. */
  id?: string
}

function byPlace(a: Found, b: Found): number {
  return a.start - b.start || b.end - a.end
}

function folded({ text }: Range): string {
  return canonical(text).toLowerCase()
}

function keyOf(kind: FactKind, range: Range, grammar: Grammar): string {
  if (kind !== 'date') return range.id ?? folded(range)
  const days = grammar.dateRange(range.text)
  return days?.from && days.to ? `${days.from} ${days.to}` : folded(range)
}

/** Where a pattern matches; words in one group of it mean the same. */
function matches(id: string, { text }: Rest, grammar: Grammar): Range[] {
  return grammar.findAll(id, text).map(({ 0: words, index, groups = {} }) => {
    const range = { start: index, end: index + words.length, text: words }
    const group = Object.keys(groups).find((name) => groups[name] !== undefined)
    return group === undefined || id === 'dateRange' || id === 'date' ? range : { ...range, id: group }
  })
}

function blank(rest: Rest, { start, end }: { start: number; end: number }): void {
  rest.text = rest.text.slice(0, start) + ' '.repeat(end - start) + rest.text.slice(end)
}

/** What is right behind a verb is what the organ itself does: it "decides to consider", and asks nobody less. */
function isOrgansOwn({ text, phrases = [] }: Readable, start: number): boolean {
  return phrases.some(({ end }) => end < start && text.slice(end, start).trim() === '')
}

/** Add a range to those before it, unless it meets one of them. */
function apart<T extends Range>(list: T[], range: T): T[] {
  const meets = list.some(({ start, end }) => range.start < end && start < range.end)
  return meets ? list : [...list, range]
}

/**
 * Sums of money: a number beside the name or sign of a currency.
 *
 * Ensures that "US$ 4 million", "USD 4,000,000" and "four million United States dollars" are the same.
 */
function sums({ text }: Rest, grammar: Grammar): Found[] {
  const currencies = grammar.findAll('currency', text)
  if (currencies.length === 0) return []
  const list = grammar.numbers(text)
  return currencies
    .flatMap(({ 0: words, index, groups = {} }): Found[] => {
      const end = index + words.length
      const isBeside = (from: number, to: number) =>
        from <= to && /^\.?[\s\p{Cf}]{0,3}$/u.test(text.slice(from, to))
      const amount =
        list.find((each) => isBeside(end, each.start)) ?? list.findLast((each) => isBeside(each.end, index))
      if (!amount) return []
      const [code = words] = Object.keys(groups).filter((name) => groups[name] !== undefined)
      const place = { start: Math.min(index, amount.start), end: Math.max(end, amount.end) }
      const key = `${amount.values[0]} ${code}`
      return [{ kind: 'money', key, ...place, text: text.slice(place.start, place.end) }]
    })
    .reduce<Found[]>(apart, [])
}

/** "seventy-sixth session", "seventy-fourth and seventy-fifth sessions", "2024 session": each number one. */
function sessions(rest: Rest, grammar: Grammar): Range[] {
  const names = matches('sessionName', rest, grammar)
  if (names.length === 0) return []
  const list = grammar.numbers(rest.text)
  const signs = new Map(matches('ordinalSign', rest, grammar).map(({ start, end }) => [end, start]))
  const startOf = (number: { start: number }) => signs.get(number.start) ?? number.start
  return names.flatMap((name): Range[] => {
    const before = list.findLastIndex(({ end }) => end === name.start)
    const after = list.find(({ start }) => start === name.end)
    if (before < 0)
      return after ? [{ ...after, start: name.start, text: rest.text.slice(name.start, after.end) }] : []
    const last = list[before]
    if (!last) return []
    const from = startOf(last)
    const whole = [{ start: from, end: name.end, text: rest.text.slice(from, name.end) }]
    for (let at = before - 1, next = last; at >= 0; at--) {
      const one = list[at]
      if (!one || next.start - one.start > sessionReach) break
      const between = rest.text.slice(one.end, next.start)
      if (!isJoint(between, grammar)) break
      whole.unshift({
        start: startOf(one),
        end: one.end,
        text: `${rest.text.slice(startOf(one), one.end)}${rest.text.slice(name.start, name.end)}`,
      })
      next = one
    }
    return whole
  })
}

/** What is between two numbers of a list. */
function isJoint(text: string, grammar: Grammar): boolean {
  const words = text
    .trim()
    .replace(/^[,،、]/u, '')
    .trim()
  return words === '' ? text.trim() !== '' : grammar.isSeparator(words)
}

const yearDigits = /^(?:19|20)\p{Nd}{2}$/u

/** Numbers in figures and in words; a year is a date. */
function numbers(rest: Rest, grammar: Grammar): Found[] {
  const figured = figures(rest)
  const spelled = grammar
    .numbers(rest.text)
    .filter(({ spelled, start, end }) => spelled && counts(rest.text.slice(start, end), grammar))
    .map(({ start, end, values: [value = ''] }): Found => {
      const text = rest.text.slice(start, end)
      return { kind: 'number', key: value, text, start, end, weak: Number(value) <= 2 }
    })
  return [...figured, ...spelled].sort(byPlace)
}

/** Names of months are among the words that are numbers, and so are decades and halves. */
function counts(word: string, grammar: Grammar): boolean {
  const name = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
  return !['month', 'noNumber'].some((id) =>
    [word, name].some((form) => grammar.match(id, form)?.[0] === form),
  )
}

function figures({ text }: Rest): Found[] {
  return tokens(text)
    .filter(({ key }) => /^\p{Nd}[\p{Nd},.]*$/u.test(key))
    .map(({ key, text: figure, start }) => ({
      kind: yearDigits.test(key) ? 'date' : 'number',
      key,
      text: figure,
      start,
      end: start + figure.length,
    }))
}
