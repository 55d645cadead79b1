/** The rules as a page of the documentation. */
import { readGrammar } from '../language/files.js'
import { languages } from '../language/load.js'

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

type Rules = readonly (Omit<RuleEntry, 'bad' | 'good'> & { examples: { bad: string; good: string } })[]

/**
 * Write `docs/rules.md`: a section a rule, in the order of their ids; first those that are no
 * words of a language with the English ones, then each other language's words.
 */
export function rulesPage(rules: Rules): string {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const others = languages().filter((language) => language !== 'en')
  const sections = [
    `# Drafting rules\n\nWhat \`plenary lint\` looks for. This page is written from the rules: \`npm run rules\`.`,
    ...entriesOf(rules, 'en'),
    ...others.flatMap((language) => [`# Words of ${names.of(language)}`, ...entriesOf([], language)]),
  ]
  return `${sections.join('\n\n')}\n`
}

function entriesOf(rules: Rules, language: string): string[] {
  const { words = [], consistent = [] } = readGrammar(language).lint ?? {}
  const entries = new Map<string, RuleEntry>()
  for (const { examples, ...rule } of rules) entries.set(rule.id, { ...rule, ...examples })
  for (const { rule, id, examples, ...record } of words) {
    const [bad = '', good = null] = examples[0] ?? []
    if (!entries.has(rule ?? id)) entries.set(rule ?? id, { ...record, id: rule ?? id, bad, good })
  }
  for (const {
    forms: [good, bad],
    ...record
  } of consistent)
    entries.set(record.id, {
      ...record,
      severity: 'info',
      good: good.replaceAll('\\b', ''),
      bad: bad.replaceAll('\\b', ''),
    })
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(section)
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
