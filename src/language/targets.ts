/** What the normal form of a reference to paragraphs says: `paragraphs 1 and 2 (a) above`. */
import { commonPatterns } from './common.js'

export interface ParagraphTarget {
  /** `1`, `5bis`: whole paragraphs, without the sub-paragraphs in their brackets. */
  numbers: string[]
  /** Where in the same text it points; null where it does not say. */
  side: 'above' | 'below' | null
}

/** Read a target; null where it names more than paragraphs. */
export function paragraphTarget(target: string): ParagraphTarget | null {
  const patterns = commonPatterns()
  if (!patterns.match('paragraphTarget', target, 0)) return null
  const side = patterns.first('targetSide', target)?.groups
  return {
    numbers: patterns
      .all('paragraphTargetNumber', target)
      .map(({ groups }) => `${groups?.value}${groups?.suffix?.trim() ?? ''}`),
    side: side === undefined ? null : side.above === undefined ? 'below' : 'above',
  }
}
