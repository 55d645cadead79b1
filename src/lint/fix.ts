/** Mend a source as the rules say, until they say nothing more that they can mend. */
import type { LintMessage, SourceEdit } from '../model/lint.js'

/** A fix may ask for another; what is not mended after so many rounds goes in circles. */
const mostRounds = 10

export interface FixedSource {
  source: string
  /** How many faults were mended. */
  fixed: number
  /** What was said of each, in the order in which they were mended. */
  mended: LintMessage[]
}

/**
 * Apply fixes to a source.
 *
 * Given the source and what the rules say of one. Ensures that fixes that touch
 * are applied one after the other, each to the text as it then is, and that
 * fixing twice changes nothing.
 */
export function fixSource(
  source: string,
  lintSource: (source: string) => readonly LintMessage[],
): FixedSource {
  let text = source
  const mended: LintMessage[] = []
  const seen = new Set([text])
  for (let round = 0; round < mostRounds; round++) {
    const messages = chosen(firstOf(lintSource(text)))
    const next = applied(
      text,
      messages.flatMap(({ edits }) => edits),
    )
    if (messages.length === 0 || seen.has(next)) break
    seen.add(next)
    text = next
    mended.push(...messages)
  }
  return { source: text, fixed: mended.length, mended }
}

/** A wrong number or label makes other rules see another list: these are mended before all else. */
function firstOf(messages: readonly LintMessage[]): readonly LintMessage[] {
  const structural = messages.filter(({ rule, edits }) => rule.startsWith('STR-') && edits.length > 0)
  return structural.length > 0 ? structural : messages
}

/** What has a fix, in the order of the text, without those whose fix touches one before. */
function chosen(messages: readonly LintMessage[]): LintMessage[] {
  const fixable = messages.filter(({ edits }) => edits.length > 0)
  const start = ({ edits }: LintMessage) => Math.min(...edits.map((edit) => edit.start))
  const end = ({ edits }: LintMessage) => Math.max(...edits.map((edit) => edit.end))
  fixable.sort((a, b) => start(a) - start(b))
  let reached = -1
  return fixable.filter((message) => {
    if (start(message) <= reached) return false
    reached = end(message)
    return true
  })
}

function applied(source: string, edits: readonly SourceEdit[]): string {
  let text = source
  for (const { start, end, text: words } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end))
    text = text.slice(0, start) + words + text.slice(end)
  return text
}
