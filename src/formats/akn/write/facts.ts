/** What the metadata of a document is made of. */
import { type Facts as DocumentFacts, factsOf as documentFacts } from '../../../model/tree/facts.js'
import { plainText } from '../../../model/tree/text.js'
import type { DocumentKind, Root } from '../../../model/tree/types.js'
import { iriPart, named } from './names.js'

export interface Facts extends Pick<DocumentFacts, 'symbol' | 'published' | 'adopted' | 'sponsors'> {
  kind: DocumentKind
  language: string | null
  /** `un-ga-c3`: the body whose document it is. */
  body: string
  /** Its name as printed. */
  bodyName: string
  number: string
  version: string | null
  distribution: { level: string; text: string } | null
  /** The year that the symbol tells. */
  year: string | null
}

/** Gather the facts of a document. */
export function factsOf(tree: Root): Facts {
  const { symbol, fields, resolution, organ, published, adopted, sponsors } = documentFacts(tree)
  const names = symbol === null ? undefined : named(symbol)
  const distribution = fields.find((field) => field.type === 'distribution')
  return {
    symbol,
    kind: tree.kind,
    language: tree.language,
    body: names?.body ?? 'un',
    bodyName: organ ?? names?.body ?? 'United Nations',
    number: names?.number ?? iriPart(resolution?.number ?? resolution?.designation ?? 'nn'),
    version: names?.version ?? null,
    distribution: distribution ? { level: distribution.level, text: plainText(distribution) } : null,
    published,
    adopted,
    year: names?.year ?? null,
    sponsors,
  }
}
