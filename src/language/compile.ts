/** The records of a grammar file → the matchers that the stages ask. */
import type { ProposalKind } from '../model/tree/types.js'
import { Bodies } from './bodies.js'
import { Citations } from './citations.js'
import { patternsWith } from './common.js'
import { Dates } from './dates.js'
import { Later } from './later.js'
import { fold } from './lexicon.js'
import { Names } from './names.js'
import { numberReader } from './numbers.js'
import { alternatives, type Patterns, widen } from './patterns.js'
import { Phrases } from './phrases.js'
import type { CommonFile } from './records/common.js'
import type { GrammarFile } from './records/language.js'
import type { ModifierRecord, VerbSense } from './records/verbs.js'
import { foldScript } from './script.js'
import { stemmer } from './stems.js'
import type { Grammar, Modifier } from './types.js'

/**
 * Compile a grammar file, with what all languages share and the language's commonest words.
 *
 * Ensures that no regular expression is made before it is first needed.
 */
export function compile(file: GrammarFile, common: CommonFile, words: readonly string[]): Grammar {
  return compileParts(file, common, words).grammar
}

/** Put into each pattern of a file what it names: what the build keeps, so that no reader waits for it. */
export function expand(file: GrammarFile, common: CommonFile): Record<string, string> {
  return compileParts(file, common, []).patterns.expanded()
}

function compileParts(
  file: GrammarFile,
  common: CommonFile,
  words: readonly string[],
): { grammar: Grammar; patterns: Patterns } {
  const patterns = patternsWith(common, file.patterns, file.folded === true)
  patterns.expand(file.expanded ?? {})
  patterns.list('monthName', () => file.months.flat())
  patterns.list('languageName', () =>
    Object.keys(file.languages).flatMap((name) => [name, name.toUpperCase()]),
  )
  for (const [id, words] of Object.entries(file.lists)) patterns.list(id, () => words)
  const dates = new Dates(file, patterns)
  const names = new Names(file)
  const phrases = new Phrases(file, patterns)
  const later = new Later(file, patterns, phrases)
  const openingOf = (text: string) => {
    const lead = phrases.lead(text, 'any')
    return lead?.known ? lead.end : 0
  }
  const bodies = new Bodies(file, patterns, openingOf)
  const citations = new Citations(file, common, patterns, dates, bodies)
  const sections = new Map(
    Object.entries(file.sectionLabels ?? {}).map(([word, label]) => [fold(word), label]),
  )
  const frequent = new Set(words)
  const separators = new Set(file.listSeparators.map((separator) => separator.trim()))
  const languages = new Map(Object.entries(file.languages).map(([name, code]) => [name.toLowerCase(), code]))

  const having = (effect: string) =>
    new Set(file.verbs.flatMap((verb) => (verb.effect === effect && !verb.impersonal ? [verb.id] : [])))
  const [directive, carriers] = [having('directive'), having('carrier')]
  const senses = new Map<string, VerbSense>(file.verbs.map((verb) => [verb.id, verb]))
  let kinds: { kind: ProposalKind; expression: RegExp }[] | undefined
  const plain = (words: string) => (file.folded ? foldScript(words) : words.toLowerCase())
  const kindOf = (words: string) => {
    kinds ??= file.proposalKinds.map(({ kind, pattern }) => ({
      kind,
      expression: new RegExp(file.folded ? foldScript(pattern) : pattern, 'u'),
    }))
    return kinds.find(({ expression }) => expression.test(plain(words)))
  }
  const match = (id: string, text: string, at = 0) => patterns.match(id, text, at)
  const grammar: Grammar = {
    language: file.language,
    direction: file.direction ?? 'ltr',
    decimalComma: file.decimalComma === true,
    capitals: phrases.capitals,
    spaced: file.spaced,
    match,
    isWhole: (id, text) => match(id, text)?.[0].length === text.length,
    matchAny: (ids, text, at) => {
      for (const id of ids) {
        const found = match(id, text, at)
        if (found) return { id, match: found }
      }
      return null
    },
    findAll: (id, text) => patterns.all(id, text),
    lead: (text, role, emphasis) => phrases.lead(text, role, emphasis),
    later: (text, from, role) => later.find(text, from, role),
    citations: (text, organ) => citations.find(text, organ ?? null),
    numbers: numberReader(file),
    ordinal: (words) => dates.ordinal(words),
    isoDate: (text) => dates.day(text),
    dateRange: (text) => dates.range(text),
    languageCodes: (text) => {
      const codes = patterns.all('languageName', text).map(([name]) => languages.get(name.toLowerCase()))
      return codes.filter((code) => code !== undefined)
    },
    listItems: (text) => names.listItems(text),
    proposalKind: (words) => kindOf(words)?.kind ?? 'unknown',
    withoutProposalKind: (words) => {
      const kind = kindOf(words)
      return kind ? plain(words).replace(kind.expression, '') : plain(words)
    },
    addressee: (text, at, { verb, force }) => {
      const asks = directive.has(verb ?? '') || (carriers.has(verb ?? '') && (force ?? 0) > 0)
      return asks ? (patterns.match('addressee', text, at)?.groups?.addressee ?? null) : null
    },
    force: (verb) => senses.get(verb ?? '')?.force ?? null,
    sense: (verb) => senses.get(verb ?? '') ?? null,
    object: (words) => phrases.object(words),
    degree: (phrase) => Math.max(0, ...degreesIn(phrase, file)),
    sponsors: (text) => names.sponsors(text),
    letterOrders: [...common.letterOrders, ...(file.letterOrders ?? [])].map((order) => [
      ...foldScript(order),
    ]),
    sectionLabel: (printed) => sections.get(fold(printed)) ?? printed,
    label: (printed) => common.labelAliases[printed] ?? printed,
    hedges: finder(file.hedges, file.spaced),
    obligations: finder(file.obligations, file.spaced),
    stem: stemmer(file.inflection),
    isSeparator: (word) => separators.has(word.toLowerCase()),
    isFrequent: (word) => frequent.has(word.toLowerCase()),
  }
  return { grammar, patterns }
}

/** The ranks of the words of degree in a phrase. */
function degreesIn(phrase: string, { degrees, intensifiers, spaced }: GrammarFile): number[] {
  const words = fold(phrase)
  const ranks = Object.entries(degrees).flatMap(([word, rank]) =>
    holds(words, fold(word), spaced) ? [rank] : [],
  )
  const others = intensifiers.some(({ forms }) => forms.some((form) => holds(words, fold(form), spaced)))
  return others && ranks.length === 0 ? [1] : ranks
}

function holds(text: string, word: string, spaced: boolean): boolean {
  return spaced ? ` ${text} `.includes(` ${word} `) : text.includes(word)
}

function wholeWords(forms: string, spaced: boolean): RegExp {
  return new RegExp(spaced ? `(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])` : forms, 'giu')
}

/** A function that finds the forms of a list, as whole words where there are spaces, the longest first. */
function finder(records: readonly ModifierRecord[], spaced: boolean): (text: string) => Modifier[] {
  let expression: RegExp | undefined
  let ids: Map<string, string> | undefined
  let exceptions: Map<string, RegExp> | undefined
  return (text) => {
    expression ??= wholeWords(widen(alternatives(records.flatMap((record) => record.forms))), spaced)
    exceptions ??= new Map(
      records.flatMap(({ forms, except }) =>
        except === undefined ? [] : forms.map((form) => [fold(form), new RegExp(except, 'uy')] as const),
      ),
    )
    ids ??= new Map(records.flatMap(({ id, forms }) => forms.map((form) => [fold(form), id])))
    return [...text.matchAll(expression)].flatMap((found) => {
      const form = fold(found[0].replace(/[\u00a0\u202f]/gu, ' '))
      const except = exceptions?.get(form)
      if (except) {
        except.lastIndex = found.index
        if (except.test(text)) return []
      }
      const id = ids?.get(form) ?? found[0]
      return [{ id, start: found.index, end: found.index + found[0].length, text: found[0] }]
    })
  }
}
