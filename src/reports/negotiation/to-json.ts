/** Negotiating texts as JSON: `brackets --format json` and `clean --format json`. */
import type { BlockSource } from '../../model/block.js'
import type {
  Attribution,
  Negotiation,
  OpenPoint,
  ParagraphState,
  PointChoice,
  PointKind,
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
}

/** Give the open points of a text their format, version and file. */
export function negotiationDocument(negotiation: Negotiation, file: string): NegotiationDocument {
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
  /** What was chosen of each point. */
  choices: PointChoice[]
  result: Outline
}

/** Give the text that choices gave its format, version and file. */
export function cleanDocument(choices: PointChoice[], tree: Root, file: string): CleanDocument {
  return { format: 'plenary-clean', version: 1, file, choices, result: outline(tree) }
}
