/** Negotiating texts as JSON: `brackets --format json` and `clean --format json`. */
import type { BlockSource } from '../../model/block.js'
import type {
  Attribution,
  Choice,
  Negotiation,
  NegotiationComparison,
  OpenPoint,
  ParagraphState,
  PointChangeKind,
  PointChoice,
  PointKind,
  PointOutcome,
} from '../../model/negotiation.js'
import type { Root } from '../../model/tree/types.js'
import { type Outline, outline } from '../outline.js'
import { type PartySummary, summaryOf } from './summary.js'

export interface PointDocument {
  id: string
  at: string
  kind: PointKind
  options: string[]
  depth: number
  parent?: string
  /** It is all of its paragraph. */
  whole?: true
  by: Attribution[]
  offsets?: { start: number; end: number }
  sources?: BlockSource[]
}

/** The object that `brackets --format json` prints. */
export interface NegotiationDocument {
  format: 'plenary-brackets'
  version: 1
  file: string
  parties: string[]
  points: PointDocument[]
  /** Paragraphs that are marked as agreed. */
  agreed: string[]
  paragraphs: { label: string; open: boolean; state?: ParagraphState; points: string[] }[]
  summary: {
    paragraphs: number
    agreed: number
    open: number
    points: number
    byParty: Record<string, PartySummary>
  }
  /** What is still to be filled in. */
  blanks: { at: string; text: string }[]
  messages: { at: string; id: string; text: string }[]
  /** What became of the points of an earlier version, where one is given. */
  since?: SinceDocument
}

export interface SinceDocument {
  file: string
  points: {
    change: PointChangeKind
    /** The point as this text numbers it, and as the earlier one did. */
    point?: string
    old?: string
    at: string
    options: string[]
    outcome?: PointOutcome
    joined?: Attribution[]
    left?: Attribution[]
  }[]
  agreed: string[]
  reopened: string[]
  added: string[]
  cut: string[]
}

/** Give the open points of a text their format, version and file. */
export function negotiationDocument(
  negotiation: Negotiation,
  file: string,
  since?: { file: string; comparison: NegotiationComparison },
): NegotiationDocument {
  const { parties, points, blanks, messages } = negotiation
  const { paragraphs, ...counts } = summaryOf(negotiation)
  return {
    format: 'plenary-brackets',
    version: 1,
    file,
    parties,
    points: points.map(pointDocument),
    agreed: paragraphs.filter(({ state }) => state === 'agreed').map(({ label }) => label),
    paragraphs: paragraphs.map(({ label, state, points: own }) => ({
      label,
      open: own.length > 0,
      ...(state ? { state } : {}),
      points: own.map(({ id }) => id),
    })),
    summary: { paragraphs: paragraphs.length, ...counts },
    blanks,
    messages: messages.map(({ at, id, text }) => ({ at, id, text })),
    ...(since ? { since: sinceDocument(since) } : {}),
  }
}

function sinceDocument({
  file,
  comparison,
}: {
  file: string
  comparison: NegotiationComparison
}): SinceDocument {
  const { points, ...paragraphs } = comparison
  return {
    file,
    points: points.map(({ change, old, new: now, outcome, joined, left }) => ({
      change,
      ...(now ? { point: now.id } : {}),
      ...(old ? { old: old.id } : {}),
      at: (now ?? old)?.at ?? '',
      options: (now ?? old)?.options ?? [],
      ...(outcome ? { outcome } : {}),
      ...(joined.length > 0 ? { joined } : {}),
      ...(left.length > 0 ? { left } : {}),
    })),
    ...paragraphs,
  }
}

function pointDocument({
  places: _places,
  signs: _signs,
  parent,
  whole,
  ...point
}: OpenPoint): PointDocument {
  return { ...point, ...(parent === null ? {} : { parent }), ...(whole ? { whole: true as const } : {}) }
}

/** The object that `clean --format json` prints. */
export interface CleanDocument {
  format: 'plenary-clean'
  version: 1
  file: string
  /** What was chosen at every point but those that were chosen one by one. */
  choose: Choice
  /** What was chosen of each point. */
  choices: PointChoice[]
  result: Outline
}

/** Give the text that choices gave its format, version and file. */
export function cleanDocument(
  choose: Choice,
  choices: PointChoice[],
  tree: Root,
  file: string,
): CleanDocument {
  return { format: 'plenary-clean', version: 1, file, choose, choices, result: outline(tree) }
}
