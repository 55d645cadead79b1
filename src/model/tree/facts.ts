/** What a document is: its symbol, title, organ and days, wherever in the tree they are. The one place that looks for them. */
import { plainText } from './text.js'
import type { Closing, MastheadContent, Resolution, Root, Sponsor, Title } from './types.js'

export interface Facts {
  /** Fields of the masthead, in order. */
  fields: readonly MastheadContent[]
  /** The first resolution. */
  resolution: Resolution | undefined
  /** Normalised, null where none is printed. */
  symbol: string | null
  /** The first title that has words. */
  title: Title | undefined
  /** The body that speaks, as its formula or else the masthead names it. */
  organ: string | null
  /** Day of the document, and day of adoption, ISO 8601; null where none is printed. */
  published: string | null
  adopted: string | null
  sponsors: Sponsor[]
  /** The number of the print job without what follows it: `41-20711`. */
  job: string | null
}

/** Gather the facts of a document. */
export function factsOf(tree: Root): Facts {
  const fields = tree.children.flatMap((node) => (node.type === 'masthead' ? node.children : []))
  const resolutions = tree.children.filter((node): node is Resolution => node.type === 'resolution')
  const parts = resolutions.flatMap((resolution) => resolution.children)
  const closing = parts.find((part): part is Closing => part.type === 'closing')
  const jobs = fields.flatMap((field) => (field.type === 'jobNumber' ? [plainText(field)] : []))
  return {
    fields,
    resolution: resolutions[0],
    symbol: fields.find((field) => field.type === 'symbol')?.symbol ?? null,
    title: parts.find((part): part is Title => part.type === 'title' && part.children.length > 0),
    organ:
      parts.find((part) => part.type === 'organLine')?.name ??
      fields.findLast((field) => field.type === 'organ')?.name ??
      null,
    published: dayOf(fields.filter((field) => field.type === 'date')),
    adopted:
      dayOf(fields.filter((field) => field.type === 'provenance')) ??
      dayOf(closing?.children.filter((child) => child.type === 'date') ?? []),
    sponsors: tree.children.flatMap((node) =>
      node.type === 'proposal' ? node.children.filter((child) => child.type === 'sponsor') : [],
    ),
    job: jobs.map((text) => /^\S*\d/u.exec(text)?.[0]).find((job) => job !== undefined) ?? null,
  }
}

function dayOf(dates: readonly { date: string | null }[]): string | null {
  return dates.find(({ date }) => date !== null)?.date ?? null
}
