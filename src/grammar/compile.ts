/** The records of a grammar file → the matchers that the stages ask. */
import { readCitations } from './citations.js'
import { Dates } from './dates.js'
import { listItems, splitSponsors } from './names.js'
import { alternatives, Patterns } from './patterns.js'
import { Phrases } from './phrases.js'
import type { CommonFile, Grammar, GrammarFile, ModifierRecord } from './types.js'

/** Compile a grammar file, with what all languages share. */
export function compile(file: GrammarFile, common: CommonFile): Grammar {
  const patterns = new Patterns(common.patterns, file.patterns)
  const dates = new Dates(file)
  const phrases = new Phrases(file)
  const frequent = new Set(file.frequent)
  const hedges = finder(file.hedges)
  const obligations = finder(file.obligations)

  const match = (id: string, text: string, at = 0): RegExpMatchArray | null => {
    const expression = patterns.sticky(id)
    expression.lastIndex = at
    return expression.exec(text)
  }
  const findAll = (id: string, text: string): RegExpExecArray[] => [...text.matchAll(patterns.global(id))]

  return {
    language: file.language,
    match,
    matchAny: (ids, text, at) => {
      for (const id of ids) {
        const found = match(id, text, at)
        if (found) return { id, match: found }
      }
      return null
    },
    findAll,
    lead: (text, role, emphasis) => phrases.lead(text, role, emphasis),
    later: (text, from, role) => phrases.later(text, from, role),
    citations: (text, organ) => readCitations(text, organ ?? null, { findAll, match, file, common }),
    ordinal: (words) => dates.ordinal(words),
    isoDate: (text) => dates.day(text),
    dateRange: (text) => dates.range(text),
    languageCodes: (text) =>
      Object.entries(file.languages)
        .filter(([name]) => text.toLowerCase().includes(name.toLowerCase()))
        .map(([, code]) => code),
    listItems: (text) => listItems(text, file.listSeparators),
    proposalKind: (words) => {
      const plain = words.toLowerCase()
      return file.proposalKinds.find(({ pattern }) => new RegExp(pattern, 'u').test(plain))?.kind ?? 'unknown'
    },
    sponsors: (text) => splitSponsors(text, file),
    label: (printed) => common.labelAliases[printed] ?? printed,
    hedges,
    obligations,
    evidence: (words) => {
      if (words.length === 0) return 0
      let hits = 0
      for (const word of words) if (frequent.has(word)) hits++
      return hits / words.length
    },
  }
}

/** A function that finds the forms of a list as whole words, the longest first. */
function finder(
  records: readonly ModifierRecord[],
): (text: string) => { start: number; end: number; text: string }[] {
  let expression: RegExp | undefined
  return (text) => {
    expression ??= new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${alternatives(records.flatMap((record) => record.forms))})(?![\\p{L}\\p{N}])`,
      'giu',
    )
    return [...text.matchAll(expression)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      text: found[0],
    }))
  }
}
