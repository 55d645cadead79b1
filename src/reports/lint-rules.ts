/** The rules as a page of the documentation. */
import type { LintWordRecord } from '../language/types.js'

/** What the page says of a rule. */
interface RuleEntry {
  id: string
  severity: string
  says: string
  why: string
  source: string
  profiles?: Readonly<Record<string, string>>
  bad: string
  good: string | null
}

/** Write `docs/rules.md`: a section a rule, in the order of their ids. */
export function rulesPage(
  rules: readonly (Omit<RuleEntry, 'bad' | 'good'> & { examples: { bad: string; good: string } })[],
  words: readonly LintWordRecord[],
): string {
  const entries = new Map<string, RuleEntry>()
  for (const { examples, ...rule } of rules) entries.set(rule.id, { ...rule, ...examples })
  for (const { rule, id, examples, ...record } of words) {
    const [bad = '', good = null] = examples[0] ?? []
    if (!entries.has(rule ?? id)) entries.set(rule ?? id, { ...record, id: rule ?? id, bad, good })
  }
  const sections = [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(section)
  return `# Drafting rules\n\nWhat \`plenary lint\` looks for. This page is written from the rules: \`npm run rules\`.\n\n${sections.join('\n\n')}\n`
}

function section({ id, severity, says, why, source, profiles, bad, good }: RuleEntry): string {
  const others = Object.entries(profiles ?? {}).map(([name, other]) => `${name}: ${other}`)
  const line = (text: string) => text.replace(/\n+/gu, ' ¶ ')
  return [
    `## ${id}`,
    '',
    says,
    '',
    `${why} (${source})`,
    '',
    `- ${[severity, ...others].join('; ')}`,
    `- \`${line(bad)}\`${good === null ? '' : ` → \`${line(good)}\``}`,
  ].join('\n')
}
