/** A drafting rule as a module, and as the plugin that remark users know. */
import { lintRule } from 'unified-lint-rule'
import type { LintSeverity } from '../model/lint.js'
import type { Root } from '../model/tree/types.js'
import { contextOf, type Finding, type LintContext } from './context.js'

export interface LintRule {
  /** `PUN-001`. */
  id: string
  severity: LintSeverity
  /** The rule in one plain sentence. */
  says: string
  /** Why: a count, or what goes wrong otherwise. */
  why: string
  /** Who says so. */
  source: string
  /** A source that breaks it and one that does not, for people and for the test. */
  examples: { bad: string; good: string }
  /** Severities where it is another than the General Assembly's. */
  profiles?: Record<string, LintSeverity | 'off'>
  check(context: LintContext): Finding[]
}

/**
 * Make a rule a unified plugin, for chains of others: `unified().use(asPlugin(rule))`.
 *
 * Each finding is a message on the file, with the words as `actual` and the
 * words instead as `expected`.
 */
export function asPlugin(rule: LintRule) {
  return lintRule<Root>({ origin: `plenary-lint:${rule.id.toLowerCase()}` }, (tree, file) => {
    for (const finding of rule.check(contextOf(tree, 'GA'))) {
      const message = file.message(finding.message ?? rule.says, { place: finding.node.position })
      message.actual = finding.text
      if (finding.fix !== undefined) message.expected = [finding.fix]
      message.note = rule.why
    }
  })
}
