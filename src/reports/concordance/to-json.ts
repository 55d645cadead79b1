/** A concordance as JSON: `concord --format json`. */
import type {
  Concordance,
  ConcordanceSummary,
  Correspondence,
  Discrepancy,
  Version,
} from '../../model/concordance.js'

/** The object that `concord --format json` prints. */
export interface ConcordanceDocument {
  format: 'plenary-concordance'
  version: 1
  /** The reference first, each with its file as given. */
  texts: (Version & { file: string })[]
  front: Discrepancy[]
  correspondences: Correspondence[]
  summary: ConcordanceSummary
}

/** Give a concordance its name, version and files, which are as many as its texts. */
export function concordanceDocument(concordance: Concordance, files: readonly string[]): ConcordanceDocument {
  return {
    format: 'plenary-concordance',
    version: 1,
    texts: concordance.texts.map((text, index) => ({ file: files[index] ?? '', ...text })),
    front: concordance.front,
    correspondences: concordance.correspondences,
    summary: concordance.summary,
  }
}

/** Write a concordance as JSON; `indent` 0 gives one line. */
export function concordToJson(concordance: Concordance, files: readonly string[], indent = 2): string {
  return JSON.stringify(concordanceDocument(concordance, files), null, indent)
}
