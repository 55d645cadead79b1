/** How far a text is: by paragraph, by party. */
import type { Act, Negotiation, OpenPoint, ParagraphState } from '../../model/negotiation.js'

/** How many points a party wants what of. */
export type PartySummary = Partial<Record<Act, number>>

export interface ParagraphSummary {
  label: string
  state: ParagraphState | null
  points: OpenPoint[]
  /** Its first words. */
  text: string
}

export interface Summary {
  paragraphs: ParagraphSummary[]
  agreed: number
  open: number
  points: number
  byParty: Record<string, PartySummary>
}

/** Count what is open and what is agreed; one line for all paragraphs of one label. */
export function summaryOf({ paragraphs, points }: Negotiation): Summary {
  const rows = new Map<string, ParagraphSummary>()
  for (const { at, state, text } of paragraphs) {
    const isParagraph = at !== '' && at !== 'title' && at !== 'heading'
    if (!isParagraph && !points.some((point) => point.at === at)) continue
    const row = rows.get(at)
    if (row) row.state ??= state
    else
      rows.set(at, { label: at, state, points: points.filter((point) => point.at === at), text: text.value })
  }
  const all = [...rows.values()]
  const byParty: Record<string, PartySummary> = {}
  for (const { by } of points)
    for (const { who, act } of by) {
      const own = byParty[who] ?? {}
      own[act] = (own[act] ?? 0) + 1
      byParty[who] = own
    }
  return {
    paragraphs: all,
    agreed: all.filter(({ state }) => state === 'agreed').length,
    open: all.filter((row) => row.points.length > 0).length,
    points: points.length,
    byParty,
  }
}
