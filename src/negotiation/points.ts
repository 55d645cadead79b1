/** Spans, options and alternative paragraphs → open points: what there is to choose from, and who wants what. */
import type { Negotiating } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import type { Extent } from '../model/negotiation.js'
import { draftAlternatives, draftNewParagraphs } from './alternative-points.js'
import { draftAsides, draftBrackets } from './bracket-points.js'
import { Drafting } from './drafting.js'
import type { Draft } from './extents.js'
import { joinItems } from './lists.js'
import { draftOptions } from './option-points.js'
import type { OptionGroup } from './options.js'
import type { Piece } from './paragraphs.js'
import type { Place, Span } from './spans.js'

export interface Drafted {
  points: Draft[]
  /** What is still to be filled in. */
  blanks: Extent[]
  /** Commands about words that their paragraph does not have once. */
  unfound: Place[]
}

/** Draft all points; a span that is part of one is no other's. */
export function draftPoints(
  pieces: readonly Piece[],
  spans: readonly Span[],
  groups: readonly OptionGroup[],
  reading: { words: Negotiating; openings: Openings },
): Drafted {
  const drafting = new Drafting(pieces, reading)
  for (const group of groups) draftOptions(group, spans, drafting)
  draftAlternatives(spans, drafting)
  draftNewParagraphs(drafting)
  draftBrackets(spans, drafting)
  draftAsides(drafting)
  return { points: joinItems(drafting.points, pieces), blanks: drafting.blanks, unfound: drafting.unfound }
}
