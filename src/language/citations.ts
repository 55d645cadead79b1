/** What a text cites, with normalised targets. */
import type { Bodies } from './bodies.js'
import type { Dates } from './dates.js'
import { fold } from './lexicon.js'
import { alternatives, type Patterns } from './patterns.js'
import type { CommonFile, NumberShape, SeriesRecord } from './records/common.js'
import type { GrammarFile } from './records/language.js'
import { foldScript, latinDigits } from './script.js'
import { natureOf, normalSymbol } from './symbols.js'
import type { CitationMatch } from './types.js'

/** Every citation has a figure or a roman numeral, or a number in Chinese; most paragraphs have none. */
const needed = /\p{Nd}|(?<!\p{L})[IVXL]+(?!\p{L})/u

/** Characters of what joins the name of a body and "its". */
const longestLead = 40

/** The body that a citation names, and the one whose text it is in. */
interface Whose {
  named: string | null
  speaker: string | null
}

/** A number of a list and where it is. */
interface Numbered {
  start: number
  end: number
  number: string
  date?: string
}

/** Letters that two resolutions of one number have: 47/120 A and B; not A-B, which is one document. */
const twoLetters = /^(.*?\d ?)(\p{Lu}{1,2})(?:\s\p{L}+\s|\p{sc=Han}+|、)(\p{Lu}{1,2})( ?\(.*\))?$/u

/** The resolutions that a number with two letters names, and the words of each. */
function lettered(printed: string): { printed: string; number: string }[] {
  const [, base = '', one = '', other = '', session = ''] = twoLetters.exec(printed) ?? []
  if (other === '') return [{ printed, number: printed }]
  return [
    { printed: base + one, number: base + one + session },
    { printed: other + session, number: base + other + session },
  ]
}

type Target = Pick<CitationMatch, 'target' | 'url'>

export class Citations {
  readonly #file: GrammarFile
  readonly #common: CommonFile
  readonly #patterns: Patterns
  readonly #dates: Dates
  readonly #bodies: Bodies
  readonly #letters: ReadonlyMap<string, string>
  readonly #signs: ReadonlyMap<string, string>
  #words: RegExp | undefined
  #jointed: RegExp | undefined
  #places: ReadonlyMap<string, string> | undefined

  constructor(file: GrammarFile, common: CommonFile, patterns: Patterns, dates: Dates, bodies: Bodies) {
    this.#dates = dates
    this.#bodies = bodies
    this.#file = file
    this.#common = common
    this.#patterns = patterns
    this.#letters = foldedMap(file.numberLetters)
    this.#signs = foldedMap(file.sessionSigns)
    patterns.list('numberLetter', () => Object.keys(file.numberLetters ?? {}))
    patterns.list('sessionSign', () => Object.keys(file.sessionSigns ?? {}))
    patterns.add(
      'numberWord',
      '(?<!\\p{L})(?:(?<letter>{numberLetter})(?!\\p{L})|(?<sign>{sessionSign}) ?[-‑–] ?(?<order>\\d{1,2}))',
    )
    patterns.list('body', () => file.bodies.map(({ name }) => name))
    for (const { id, pattern } of common.numberShapes) patterns.add(`number ${id}`, `(?:${pattern})$`)
    for (const { series, decisionNumbers } of common.series)
      if (decisionNumbers) patterns.add(`decisions ${series}`, `(?:${decisionNumbers})`)
  }

  /** @see Grammar.citations */
  find(text: string, organ: string | null): CitationMatch[] {
    if (this.#file.spaced && !needed.test(text)) return []
    const found = [
      ...this.#resolutions(text, organ),
      ...this.#treaties(text),
      ...this.#symbols(text),
      ...this.#cited('citeArticle', 'article', text),
      ...this.#cited('citeParagraph', 'paragraph', text),
    ]
    found.sort((a, b) => a.start - b.start || b.end - a.end)
    let end = 0
    return found.filter((citation) => {
      if (citation.start < end) return false
      end = citation.end
      return true
    })
  }

  /** "its resolutions 71/12 of 5 December 2015, 94/86 and 2200 A (XXI)": one citation a number. */
  #resolutions(text: string, speaker: string | null): CitationMatch[] {
    const result: CitationMatch[] = []
    let read = 0
    for (const found of this.#patterns.all('citeResolution', text)) {
      // The next of a list may look like the first of another.
      if (found.index < read) continue
      const { own, resolution, first = '' } = found.groups ?? {}
      const kind = resolution === undefined ? 'decision' : 'resolution'
      const numbers: Numbered[] = []
      let end = found.index + found[0].length
      let from = found.index
      // Some languages name the body behind the first number.
      const firstEnd = found.index + found[0].lastIndexOf(first) + first.length
      const add = (start: number, number: string, to: number) => {
        const date = this.#date(text, from, start, to)
        const parts = lettered(number)
        for (const [index, part] of parts.entries()) {
          const last = index === parts.length - 1
          const partEnd = to - number.length + part.printed.length
          numbers.push({
            start: index === 0 ? start : to - part.printed.length,
            // What is behind the first number (第73/8号) belongs to it.
            end: !last ? partEnd : start === found.index ? end : to,
            number: part.number,
            ...(date && { date }),
          })
        }
        from = to
      }
      add(found.index, first, firstEnd)
      for (;;) {
        const more = this.#patterns.match('citeMore', text, end)
        const next = more?.groups?.next
        if (!more || next === undefined) break
        end += more[0].length
        add(end - next.length, next, end)
      }
      const { named, start } = this.#named(found, text, end)
      const [opening] = numbers
      if (opening) opening.start = start
      for (const { number, ...place } of numbers) {
        // A list that begins with the speaker's own goes on with others' where the numbers are of another kind.
        const others = own && this.#shape(number) !== this.#shape(first)
        const whose = { named: others ? null : (named ?? (own ? speaker : null)), speaker }
        result.push({ ...place, kind, ...this.#target(number, whose, kind) })
      }
      read = end
    }
    return result
  }

  /** The body whose numbers a list holds, by its whole name, and where the citation begins with it. */
  #named(found: RegExpExecArray, text: string, end: number): { named: string | null; start: number } {
    const { organ, own } = found.groups ?? {}
    const start = found.index
    const opens = organ !== undefined && found[0].startsWith(organ)
    const its = own ? this.#ownOf(text, start) : null
    if (its !== null) return { named: its, start }
    const before = own ? null : this.#bodies.before(text, start + (opens ? organ.length + 1 : 0))
    if (before !== null)
      return { named: before, start: opens ? Math.min(start, text.lastIndexOf(before, start)) : start }
    const after = this.#bodies.after(text, end)
    if (after !== null || organ === undefined) return { named: after, start }
    const named = opens ? organ : this.#bodies.whole(organ, text, text.indexOf(organ, start))
    return { named, start }
  }

  /** Another body than the speaker: "the Commission on Narcotic Drugs in |its resolution". */
  #ownOf(text: string, at: number): string | null {
    if (!this.#patterns.has('citeOwnOf')) return null
    const words = text.slice(Math.max(0, at - longestLead), at)
    const joint = this.#patterns.first('citeOwnOf', words)?.[0]
    if (joint === undefined) return null
    const end = at - joint.length
    return this.#bodies.before(text, end) ?? this.#bodies.endingAt(text, end)
  }

  /** The day of what is cited: behind its number, or between the number before and its own. */
  #date(text: string, from: number, start: number, end: number): string | null {
    const behind = this.#patterns.has('citeDate')
      ? this.#patterns.match('citeDate', text, end)?.[0]
      : undefined
    if (behind !== undefined) return this.#dates.day(behind)
    return this.#file.spaced ? null : this.#dates.day(text.slice(from, start === from ? end : start))
  }

  /** The number of a resolution tells whose it is, with the body that is named or that speaks. */
  #target(printed: string, { named, speaker }: Whose, kind: 'resolution' | 'decision'): Target {
    const number = this.#spacedNumber(printed)
    const shape = this.#shape(number)
    if (shape?.series === null && shape.others.length === 0) return { target: number, url: null }
    const series = shape ? this.#bodies.series(shape, named, speaker) : null
    const record = this.#common.series.find((one) => one.series === series)
    const template = record && this.#numbers(record, number, named, kind) ? record[kind] : null
    if (!template) return { target: named ? `${named}, ${kind} ${number}` : `${kind} ${number}`, url: null }
    const [session = '', order = ''] = number.split('/')
    const parts: Record<string, string> = { number, session, order }
    const target = template.replace(/\{(\w+)\}/gu, (_, name: string) => parts[name] ?? '')
    return { target, url: shape?.unlinked ? null : this.#address(target) }
  }

  /** A decision that names no body has a number as the body's decisions have. */
  #numbers(
    record: SeriesRecord,
    number: string,
    named: string | null,
    kind: 'resolution' | 'decision',
  ): boolean {
    if (kind === 'resolution' || named !== null || record.decisionNumbers === undefined) return true
    return this.#patterns.match(`decisions ${record.series}`, number, 0) !== null
  }

  #shape(printed: string): NumberShape | undefined {
    const number = this.#spacedNumber(printed)
    return this.#common.numberShapes.find(({ id }) => this.#patterns.match(`number ${id}`, number, 0))
  }

  /** `2200A(XXI)` → `2200 A (XXI)`; letters beyond Z are double (`53/77 AA`), which some languages print as two words. */
  #spacedNumber(printed: string): string {
    return this.#plainNumber(printed.replace(/[‑–]/gu, '-'))
      .replace(/(?<=\d ?\p{Lu}{0,2})\s*\(/u, ' (')
      .replace(/(?<=\d)(?=\p{Lu})/u, ' ')
      .replace(/(?<=\d \p{Lu}) (?=\p{Lu}$)/u, '')
      .replace(/\s+/gu, ' ')
  }

  /** A number in the form that all languages share: its letters and its session as English prints them. */
  #plainNumber(printed: string): string {
    const number = latinDigits(printed)
    const { numberLetters, sessionSigns } = this.#file
    if (!numberLetters && !sessionSigns) return number
    return this.#patterns
      .all('numberWord', number)
      .reverse()
      .reduce((text, found) => {
        const { letter, sign, order } = found.groups ?? {}
        const session =
          order && /^\s*[)(]/u.test(text.slice(found.index + found[0].length)) ? roman(order) : order
        const plain = letter
          ? this.#letters.get(fold(letter))
          : `${this.#signs.get(fold(sign ?? ''))}${session}`
        return `${text.slice(0, found.index)}${plain}${text.slice(found.index + found[0].length)}`
      }, number)
  }

  #symbols(text: string): CitationMatch[] {
    if (!text.includes('/')) return []
    return this.#patterns.all('symbol', text).map((found) => {
      const target = normalSymbol(found[0])
      const nature = natureOf(target)
      const kind = nature === 'draft' || nature === null ? 'document' : nature
      return {
        start: found.index,
        end: found.index + found[0].length,
        kind,
        target,
        url: this.#patterns.match('linkedSymbol', target, 0) ? this.#address(target) : null,
      }
    })
  }

  #treaties(text: string): CitationMatch[] {
    return this.#patterns.all('citeTreaty', text).map((found) => {
      const { volume = '', number = '' } = found.groups ?? {}
      const { addresses, treatyTarget } = this.#common
      const url = addresses.treaty.replaceAll('{volume}', volume)
      const target = treatyTarget.replace('{volume}', volume).replace('{number}', number)
      return { start: found.index, end: found.index + found[0].length, kind: 'treaty', target, url }
    })
  }

  #cited(id: string, kind: CitationMatch['kind'], text: string): CitationMatch[] {
    return this.#patterns.all(id, text).map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind,
      target: found.groups?.unit ? this.#counted(found.groups) : this.#place(found[0]),
      url: null,
    }))
  }

  /** A place whose unit is behind its number: 上文第3(b)段 → `paragraph 3 (b) above`. */
  #counted({ unit = '', number = '', side }: Record<string, string | undefined>): string {
    const figures = this.#place(number)
      .replace(/\p{sc=Han}+/gu, (words) => String(this.#dates.ordinal(words) ?? words))
      .replace(/(?<=\d)\(/gu, ' (')
      .replace(this.#joints, ' $1 ')
      .replace(/,(?=\d)/gu, ', ')
    const one = this.#place(unit)
    const place = /, \d| \p{L}+ \d/u.test(figures) ? (this.#common.placePlurals[one] ?? one) : one
    return `${place} ${figures}${side ? ` ${this.#place(side)}` : ''}`
  }

  /** What joins two numbers in the normal form. */
  get #joints(): RegExp {
    this.#jointed ??= new RegExp(`(?<=[\\d)]) ?(${this.#patterns.source('targetJoint')}) ?(?=\\d)`, 'gu')
    return this.#jointed
  }

  /** A place in the words and brackets of its normal form: *paragraphe 3 b)* → `paragraph 3 (b)`. */
  #place(text: string): string {
    const { places, spaced } = this.#file
    const plain = text.replace(/\s+/gu, ' ').replace(/‑/gu, '-')
    if (!places) return plain
    this.#words ??= new RegExp(
      foldScript(
        spaced
          ? `(?<!\\p{L})(?:${alternatives(Object.keys(places))})(?!\\p{L})`
          : alternatives(Object.keys(places)),
      ),
      'giu',
    )
    this.#places ??= foldedMap(places)
    return foldScript(plain)
      .replace(/\((\p{Lo})\)/gu, (whole, letter: string) => this.#latinLetter(letter) ?? whole)
      .replace(this.#words, (word) => this.#places?.get(fold(word)) ?? word)
      .replace(/(?<![\p{L}(])([a-z]{1,4}|\d{1,2})\)/gu, '($1)')
  }

  /** The letter that English counts with where a label counts with this one. */
  #latinLetter(letter: string): string | undefined {
    const [latin = ''] = this.#common.letterOrders
    const index = this.#file.letterOrders?.map((order) => foldScript(order).indexOf(foldScript(letter)))
    const at = index?.find((one) => one >= 0)
    return at !== undefined && latin[at] ? `(${latin[at]})` : undefined
  }

  #address(symbol: string): string {
    return this.#common.addresses.symbol.replace('{symbol}', encodeURI(symbol.replace(/\s+/gu, '')))
  }
}

function foldedMap(record: Record<string, string> = {}): ReadonlyMap<string, string> {
  return new Map(Object.entries(record).map(([word, value]) => [fold(word), value]))
}

const numerals = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** `25` → `XXV`: sessions up to the thirtieth were counted so. */
function roman(figure: string): string {
  let rest = Number(figure)
  let text = ''
  for (const [sign, value] of numerals) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}
