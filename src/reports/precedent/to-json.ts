/** Precedents, and the chain of a paragraph, as JSON. */
import type { Lineage, Match, Place, Precedent, PrecedentSummary, Precedents } from '../../model/precedent.js'
import { placeName } from './words.js'

/** A match with its first and latest use by name. */
export interface MatchDocument extends Omit<Match, 'first' | 'latest'> {
  first: string
  latest: string
}

export interface PrecedentDocument extends Omit<Precedent, 'matches'> {
  matches: MatchDocument[]
}

export interface PrecedentsDocument {
  format: 'plenary-precedent'
  version: 1
  file: string
  symbol: string | null
  title: string | null
  library: { documents: number; paragraphs: number }
  paragraphs: PrecedentDocument[]
  summary: PrecedentSummary
}

/**
 * Describe precedents as plain data, as `precedent --format json` prints them.
 *
 * @param file the draft as it was named
 */
export function precedentsDocument(found: Precedents, file: string): PrecedentsDocument {
  const { symbol, title, library, paragraphs, summary } = found
  return {
    format: 'plenary-precedent',
    version: 1,
    file,
    symbol,
    title,
    library,
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      matches: paragraph.matches.map(({ first, latest, ...match }) => ({
        ...match,
        first: placeName(first),
        latest: placeName(latest),
      })),
    })),
    summary,
  }
}

export interface LineageDocument extends Lineage {
  format: 'plenary-lineage'
  version: 1
  asked: Place
}

/** Describe the chain of a paragraph as plain data, as `precedent --history --format json` prints it. */
export function lineageDocument(found: Lineage): LineageDocument {
  return { format: 'plenary-lineage', version: 1, ...found }
}
