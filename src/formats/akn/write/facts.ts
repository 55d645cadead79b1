/** What the metadata of a document is made of. */
import { plainText } from '../../../model/tree/text.js'
import type { DocumentKind, Masthead, Resolution, Root, Sponsor } from '../../../model/tree/types.js'
import { iriPart, named } from './names.js'

export interface Facts {
  symbol: string | null
  kind: DocumentKind
  language: string | null
  /** `un-ga-c3`: the body whose document it is. */
  body: string
  /** Its name as printed. */
  bodyName: string
  number: string
  version: string | null
  distribution: { level: string; text: string } | null
  /** ISO 8601 days, null where none is printed. */
  published: string | null
  adopted: string | null
  /** The year that the symbol tells. */
  year: string | null
  sponsors: Sponsor[]
}

/** Gather the facts of a document. */
export function factsOf(tree: Root): Facts {
  const masthead = tree.children.find((node): node is Masthead => node.type === 'masthead')
  const resolution = tree.children.find((node): node is Resolution => node.type === 'resolution')
  const fields = masthead?.children ?? []
  const symbol = fields.find((field) => field.type === 'symbol')?.symbol ?? null
  const names = symbol === null ? undefined : named(symbol)
  const distribution = fields.find((field) => field.type === 'distribution')
  const organs = fields.filter((field) => field.type === 'organ')
  const formula = resolution?.children.find((child) => child.type === 'organLine')
  const closing = resolution?.children.find((child) => child.type === 'closing')
  const dayOf = (dates: readonly { date: string | null }[]) =>
    dates.find(({ date }) => date !== null)?.date ?? null
  return {
    symbol,
    kind: tree.kind,
    language: tree.language,
    body: names?.body ?? 'un',
    bodyName: formula?.name ?? organs.at(-1)?.name ?? names?.body ?? 'United Nations',
    number: names?.number ?? iriPart(resolution?.number ?? resolution?.designation ?? 'nn'),
    version: names?.version ?? null,
    distribution: distribution ? { level: distribution.level, text: plainText(distribution) } : null,
    published: dayOf(fields.filter((field) => field.type === 'date')),
    adopted:
      dayOf(fields.filter((field) => field.type === 'provenance')) ??
      dayOf(closing?.children.filter((child) => child.type === 'date') ?? []),
    year: names?.year ?? null,
    sponsors: tree.children.flatMap((node) =>
      node.type === 'proposal' ? node.children.filter((child) => child.type === 'sponsor') : [],
    ),
  }
}
