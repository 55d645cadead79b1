/**
 * Lint: a tree → what the drafting rules say of it.
 *
 * Rules that languages state as words are data; the others are modules in `rules/`.
 */
import type { WordRule } from '../language/drafting.js'
import type { LintMessage, LintResult, LintSeverity } from '../model/lint.js'
import type { Root } from '../model/tree/types.js'
import { contextOf, type Finding, type LintContext } from './context.js'
import type { LintRule } from './rule.js'
import { citations } from './rules/citations.js'
import { masthead } from './rules/masthead.js'
import { notes } from './rules/notes.js'
import { openers } from './rules/openers.js'
import { punctuation } from './rules/punctuation.js'
import { repetition } from './rules/repetition.js'
import { structure } from './rules/structure.js'
import { findMixed, findWords, verbForms } from './rules/words.js'

export { fixSource } from './fix.js'
export { asPlugin, type LintRule } from './rule.js'

/** The rules that are not words of a language. */
export const lintRules: readonly LintRule[] = [
  ...structure,
  ...punctuation,
  ...repetition,
  ...verbForms,
  ...openers,
  ...notes,
  ...masthead,
  ...citations,
]

/** Whose rules: the General Assembly's, the Security Council's, those of other bodies, of a simulation. */
export const lintProfiles = ['GA', 'SC', 'HRC', 'ECOSOC', 'MUN'] as const

export interface LintOptions {
  /** GA if absent. */
  profile?: string
  /** Rules of one's own. */
  rules?: readonly LintRule[]
  /** Severities by rule id, in place of the profile's. */
  severities?: Readonly<Record<string, LintSeverity | 'off'>>
  /** The text that the tree was read from: places are then those of the words, and comments in it turn rules off. */
  source?: string
  /** What is known of a text by its symbol: citations are checked against it. */
  cited?: LintContext['cited']
}

interface Rule {
  id: string
  severity: LintSeverity
  says: string
  profiles?: Record<string, LintSeverity | 'off'>
  check(context: LintContext): Finding[]
}

/**
 * Say what breaks a drafting rule.
 *
 * Ensures messages in the order of the text, each with the paragraph, the words
 * and, where the rule knows better ones, the fix; a rule that cannot be judged
 * on the source (italics in one that has none) says nothing.
 *
 * @example lint(fromMarkdown('…')).messages[0]?.rule // 'PUN-001'
 */
export function lint(tree: Root, options: LintOptions = {}): LintResult {
  const { profile = 'GA', severities = {} } = options
  const context = contextOf(tree, profile, options.source, options.cited)
  const off = disabledIn(options.source)
  const rules: Rule[] = [
    ...lintRules,
    ...(context.drafting?.words ?? []).map(asRule),
    ...(context.drafting?.consistent ?? []).map((mixed) => ({
      ...mixed,
      severity: 'info' as const,
      check: (seen: LintContext) => findMixed(mixed, seen),
    })),
    ...(options.rules ?? []),
  ]
  const messages = rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.profiles?.[profile] ?? rule.severity
    if (severity === 'off' || off.has(rule.id) || off.has('')) return []
    return rule
      .check(context)
      .map((finding) => ({ finding, message: messageOf(rule, severity, finding, options.source) }))
  })
  const order = new Map(context.rows.map(({ label }, at) => [label, at]))
  const place = ({ finding }: { finding: Finding }) =>
    finding.offset ?? finding.node.position?.start.offset ?? order.get(finding.at) ?? -1
  messages.sort((a, b) => place(a) - place(b))
  const summary = { error: 0, warning: 0, info: 0 }
  for (const { message } of messages) summary[message.severity]++
  return { profile, messages: messages.map(({ message }) => message), summary }
}

function asRule(rule: WordRule): Rule {
  const { id, severity, says, profiles } = rule
  return {
    id,
    severity,
    says,
    ...(profiles ? { profiles } : {}),
    check: (context) => findWords(rule, context),
  }
}

function messageOf(
  rule: Rule,
  severity: LintSeverity,
  finding: Finding,
  source: string | undefined,
): LintMessage {
  const start = placeOf(finding, source)
  const message: LintMessage = {
    rule: rule.id,
    severity,
    at: finding.at,
    line: start?.line ?? null,
    column: start?.column ?? null,
    text: finding.text,
    message: finding.message ?? rule.says,
    edits: finding.edits ?? [],
  }
  if (finding.fix !== undefined) message.fix = { text: finding.fix }
  return message
}

/** Line and column of a finding: of its words, where the source is known, else of the node that holds them. */
function placeOf(
  { node, offset }: Finding,
  source: string | undefined,
): { line: number; column: number } | undefined {
  if (offset === undefined || source === undefined) return node.position?.start
  const before = source.slice(0, offset).split(/\r\n|\n|\r/u)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** The rules that a comment `<!-- plenary-disable WRD-010 PUN-012 -->` turns off; the empty id stands for all. */
function disabledIn(source: string | undefined): Set<string> {
  const off = new Set<string>()
  for (const [, ids = ''] of (source ?? '').matchAll(/<!-- ?plenary-disable([A-Z0-9\s,-]{0,400}?) ?-->/gu)) {
    const named = ids.split(/[\s,]+/u).filter((id) => id !== '')
    for (const id of named.length > 0 ? named : ['']) off.add(id)
  }
  return off
}
