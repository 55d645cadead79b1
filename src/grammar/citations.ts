/** What a text cites, with normalised targets. */
import { fold } from './lexicon.js'
import { alternatives, type Patterns } from './patterns.js'
import { normalSymbol } from './symbols.js'
import type { CitationMatch, CommonFile, GrammarFile, NumberShape } from './types.js'

/** Every citation has a figure or a roman numeral; most paragraphs have neither. */
const needed = /\d|(?<!\p{L})[IVXL]+(?!\p{L})/u

/** The body that a citation names, and the one whose text it stands in. */
interface Whose {
  named: string | null
  speaker: string | null
}

type Target = Pick<CitationMatch, 'target' | 'url'>

export class Citations {
  readonly #file: GrammarFile
  readonly #common: CommonFile
  readonly #patterns: Patterns
  #words: RegExp | undefined

  constructor(file: GrammarFile, common: CommonFile, patterns: Patterns) {
    this.#file = file
    this.#common = common
    this.#patterns = patterns
    patterns.list('body', () => file.bodies.map(({ name }) => name))
    for (const { id, pattern } of common.numberShapes) patterns.add(`number ${id}`, `${pattern}$`)
  }

  /** @see Grammar.citations */
  find(text: string, organ: string | null): CitationMatch[] {
    if (!needed.test(text)) return []
    const found = [
      ...this.#resolutions(text, organ),
      ...this.#treaties(text),
      ...this.#symbols(text),
      ...this.#places('citeArticle', 'article', text),
      ...this.#places('citeParagraph', 'paragraph', text),
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
    for (const found of this.#patterns.all('citeResolution', text)) {
      const { organ, own, resolution, first = '' } = found.groups ?? {}
      const whose = { named: organ ?? (own && speaker) ?? null, speaker }
      const kind = resolution === undefined ? 'decision' : 'resolution'
      const add = (start: number, end: number, number: string) =>
        result.push({ start, end, kind, ...this.#target(number, whose, kind) })
      let end = found.index + found[0].length
      add(found.index, end, first)
      for (;;) {
        const more = this.#patterns.match('citeMore', text, end)
        const next = more?.groups?.next
        if (!more || next === undefined) break
        end += more[0].length
        add(end - next.length, end, next)
      }
    }
    return result
  }

  /** The number of a resolution tells whose it is, with the body that is named or that speaks. */
  #target(printed: string, { named, speaker }: Whose, kind: 'resolution' | 'decision'): Target {
    const number = printed
      .replace(/\s*\(/u, ' (')
      .replace(/(?<=\d)(?=\p{Lu})/u, ' ')
      .replace(/\s+/gu, ' ')
    const shape = this.#common.numberShapes.find(({ id }) => this.#patterns.match(`number ${id}`, number, 0))
    const series = shape && this.#series(shape, named, speaker)
    const record = this.#common.series.find((one) => one.series === series)
    const template = record?.[kind]
    if (shape?.series === null) return { target: number, url: null }
    if (!template) return { target: named ? `${named}, ${kind} ${number}` : `${kind} ${number}`, url: null }
    const [session = '', order = ''] = number.split('/')
    const parts: Record<string, string> = { number, session, order }
    const target = template.replace(/\{(\w+)\}/gu, (_, name: string) => parts[name] ?? '')
    return { target, url: this.#address(target) }
  }

  /** A body that is named numbers so or the series is unknown; the speaker's is only the likeliest of those that do. */
  #series({ series, others }: NumberShape, named: string | null, speaker: string | null): string | null {
    const organ = named ?? speaker
    const body = this.#file.bodies.find(
      ({ name }) => organ !== null && (organ.endsWith(name) || organ.includes(`${name} `)),
    )
    const own = body?.series.find((one) => one === series || others.includes(one))
    return own ?? (named === null ? series : null)
  }

  #symbols(text: string): CitationMatch[] {
    if (!text.includes('/')) return []
    return this.#patterns.all('symbol', text).map((found) => {
      const target = normalSymbol(found[0])
      const nature = /\/(?:(RES|Res)|(DEC|Dec))[./]/u.exec(target)
      const kind = nature?.[1] ? 'resolution' : nature?.[2] ? 'decision' : 'document'
      return {
        start: found.index,
        end: found.index + found[0].length,
        kind,
        target,
        url: this.#address(target),
      }
    })
  }

  #treaties(text: string): CitationMatch[] {
    return this.#patterns.all('citeTreaty', text).map((found) => {
      const { volume = '', number = '' } = found.groups ?? {}
      const url = this.#common.addresses.treaty.replaceAll('{volume}', volume)
      const target = `UNTS ${volume}/${number}`
      return { start: found.index, end: found.index + found[0].length, kind: 'treaty', target, url }
    })
  }

  #places(id: string, kind: CitationMatch['kind'], text: string): CitationMatch[] {
    return this.#patterns.all(id, text).map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind,
      target: this.#place(found[0]),
      url: null,
    }))
  }

  /** A place in the words and brackets of its normal form: *paragraphe 3 b)* → `paragraph 3 (b)`. */
  #place(text: string): string {
    const { places } = this.#file
    const plain = text.replace(/\s+/gu, ' ')
    if (!places) return plain
    this.#words ??= new RegExp(`(?<!\\p{L})(?:${alternatives(Object.keys(places))})(?!\\p{L})`, 'giu')
    return plain
      .replace(this.#words, (word) => places[fold(word)] ?? word)
      .replace(/(?<![\p{L}(])([a-z]{1,4}|\d{1,2})\)/gu, '($1)')
  }

  #address(symbol: string): string {
    return this.#common.addresses.symbol.replace('{symbol}', encodeURI(symbol.replace(/\s+/gu, '')))
  }
}
