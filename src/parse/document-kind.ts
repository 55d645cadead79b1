import { isRevision, natureOf } from '../language/symbols.js'
import type { DocumentKind, Resolution, Root } from '../model/tree/types.js'

/** Tell what a document is from its proposal line, its provenance, its symbol and its closing, in that order. */
export function documentKind(root: Root): DocumentKind {
  let byField: DocumentKind = 'unknown'
  for (const node of root.children) {
    if (node.type === 'proposal') {
      switch (node.kind) {
        case 'amendment':
          return 'amendment'
        case 'revisedDraftResolution':
          return 'revisedDraft'
        case 'draftDecision':
        case 'revisedDraftDecision':
          return 'draftDecision'
        default:
          byField = 'draft'
      }
    }
    if (node.type === 'resolution' && hasCommands(node)) return 'amendment'
    // Only what was adopted closes with a meeting or a vote.
    if (node.type === 'resolution' && byField === 'unknown' && node.children.at(-1)?.type === 'closing')
      byField = 'adopted'
    if (node.type !== 'masthead') continue
    for (const field of node.children) {
      if (field.type === 'provenance') byField = 'adopted'
      if (field.type !== 'symbol') continue
      if (isRevision(field.symbol)) return 'revisedDraft'
      const nature = natureOf(field.symbol)
      if (nature !== null) byField = nature === 'resolution' ? 'adopted' : nature
    }
  }
  return byField
}

function hasCommands({ children }: Resolution): boolean {
  return children.some(
    (part) => part.type === 'operative' && part.children.some(({ type }) => type === 'command'),
  )
}
