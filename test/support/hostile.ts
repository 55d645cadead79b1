/** Texts that make a careless expression slow, and the ways to read them. */
import type { PatternRecord } from '../../src/language/records/pattern.js'
import type { Grammar } from '../../src/language/types.js'
import { readCommon, readLanguage } from './grammars.js'

/** Texts of about so many characters that make a backtracking expression quadratic or worse. */
export const hostile: Record<string, (length: number) => string> = {
  capitals: (n) => `The ${'Lamp '.repeat(n / 5)}`,
  'capitals and small words': (n) => `Conference of the ${'Lamp and '.repeat(n / 9)}`,
  figures: (n) => '1'.repeat(n),
  'numbers and strokes': (n) => `A/${'1/'.repeat(n / 2)}`,
  resolutions: (n) => `resolutions ${'72/1, '.repeat(n / 6)}`,
  articles: (n) => `articles ${'7 and '.repeat(n / 6)}`,
  'open brackets': (n) => `[on the ${'('.repeat(n)}`,
  spaces: (n) => `1${' '.repeat(n)}x`,
  stars: (n) => `Chile${'*'.repeat(n)}: x`,
  degrees: (n) => `Notes with ${'deep and '.repeat(n / 9)}x`,
  enumerators: (n) => `Also ${'also '.repeat(n / 5)}x`,
  joints: (n) => `Urges ${'a, and urges which '.repeat(n / 19)}`,
  'joints without verbs': (n) => `Recognizing that ${'x, and '.repeat(n / 7)}`,
  'verbs of others': (n) =>
    `Notes ${'x, and supports the '.repeat(n / 40)}that ${'x, and supports the '.repeat(n / 40)}`,
  'relatives and asides': (n) => `Notes ${'which, x, urges the '.repeat(n / 20)}`,
  'nested drafts': (n) => 'adoption following draft '.repeat(n / 25),
  agenda: (n) => `Agenda items ${'7 (a), '.repeat(n / 7)}`,
}

/** Everything that a grammar reads in a text. */
export function readings(grammar: Grammar): Record<string, (text: string) => unknown> {
  const records: PatternRecord[] = [...readCommon().patterns, ...readLanguage(grammar.language).patterns]
  const found = ['nestedDraft', 'provenance', 'agendaItem', 'session']
  return {
    patterns: (text) => records.map(({ id }) => grammar.match(id, text)),
    lead: (text) => grammar.lead(text, 'any'),
    later: (text) => [grammar.later(text, 0, 'operative'), grammar.later(text, 0, 'preambular')],
    citations: (text) => grammar.citations(text),
    sponsors: (text) => grammar.sponsors(text),
    hedges: (text) => [grammar.hedges(text), grammar.obligations(text)],
    found: (text) => found.map((id) => grammar.findAll(id, text)),
  }
}
