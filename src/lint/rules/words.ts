/** Words: what each language's data says, and verbs in the form of their part of the text. */
import type { WordRule } from '../../language/drafting.js'
import type { Row } from '../../model/tree/rows.js'
import { type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'
type MixedForms = NonNullable<LintContext['drafting']>['consistent'] extends (infer One)[] | undefined
  ? One
  : never
/** Rows whose words are the drafter's. */
const drafted: readonly Row['role'][] = [
  'preambular',
  'operative',
  'subparagraph',
  'continuation',
  'heading',
  'annex',
]

/** The faults of one rule in a text: not those between quotation marks, where it is not for them. */
export function findWords(rule: WordRule, { rows, drafting }: LintContext): Finding[] {
  const named = new Set<string>()
  return rows
    .filter(({ role }) => drafted.includes(role))
    .flatMap((row) => {
      const faults = rule.find(row.text)
      // Most rules find nothing in most rows.
      if (faults.length === 0) return []
      const quoted =
        rule.quoted || !drafting
          ? []
          : quotations(
              row.text,
              drafting.quotes.map((mark) => mark.trim()),
            )
      return faults.flatMap(({ start, end, fix }) => {
        if (quoted.some((quote) => start >= quote.start && end <= quote.end)) return []
        const words = row.text.slice(start, end)
        if (rule.first) {
          const number = /\d+\/\d+.*$/u.exec(words)?.[0] ?? words
          if (named.has(number)) return []
          named.add(number)
        }
        return [wordsFinding(row, start, end, fix === null ? undefined : fix)]
      })
    })
}

function quotations(
  text: string,
  [open = '', close = '']: readonly string[],
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = text.indexOf(open)
  while (from >= 0) {
    const to = text.indexOf(close, from)
    if (to < 0) break
    found.push({ start: from, end: to + 1 })
    from = text.indexOf(open, to)
  }
  return found
}

/** A finding where an opener has a form that its part of the text does not. */
function wrongForms(context: LintContext, kind: 'base' | 'other'): Finding[] {
  const { sentence, drafting } = context
  if (!drafting) return []
  return sentence.flatMap(({ role, phrase, rows: [row] }) => {
    // A verb that is known in its part may still be in the form of a declaration.
    const known = phrase !== undefined && phrase.verb !== null && phrase.role === role
    if (!row || (known && kind === 'other')) return []
    const wrong = drafting.rightForm(row.text, role)
    // “Conscious of …, requests …” has its finite verb behind the comma.
    if (kind === 'other' && role === 'operative' && hasMainVerb(row, drafting.openers.operative)) return []
    return wrong?.kind === kind ? [wordsFinding(row, wrong.start, wrong.end, wrong.form)] : []
  })
}

/** A verb of the organ's is behind a comma, joined by no “and” to what is before it. */
function hasMainVerb({ text }: Row, verbs: ReadonlyMap<string, string>): boolean {
  return [...text.matchAll(/[,،] (\p{L}+)(?: (\p{L}+))?/gu)].some(
    ([, word = '', next = '']) => verbs.has(word) || verbs.has(next),
  )
}

/** Two forms of one term in one document: the rarer one is told. */
export function findMixed({ forms, says }: MixedForms, { rows }: LintContext): Finding[] {
  const [first = [], second = []] = forms.map((form) =>
    rows
      .filter(({ role }) => drafted.includes(role))
      .flatMap((row) =>
        [...row.text.matchAll(new RegExp(form, 'gu'))].map(({ index, 0: words }) =>
          wordsFinding(row, index, index + words.length),
        ),
      ),
  )
  if (first.length === 0 || second.length === 0) return []
  const rarer = first.length < second.length ? first : second
  return rarer.map((finding) => ({
    ...finding,
    message: `${says} Here it is ${rarer.length} of ${first.length + second.length} times.`,
  }))
}

export const verbForms: LintRule[] = [
  {
    id: 'WRD-035',
    severity: 'error',
    says: 'The verb of an operative paragraph is in the third person singular.',
    why: 'Its subject is the organ.',
    source: manual,
    examples: { bad: '1. *Request* a report;', good: '1. *Requests* a report;' },
    check: (context) => wrongForms(context, 'base'),
  },
  {
    id: 'WRD-036',
    severity: 'error',
    says: 'A preambular paragraph opens with a participle, an operative one with a finite verb.',
    why: 'A resolution is one sentence, with the organ as its subject.',
    source: manual,
    examples: { bad: '1. *Requesting* a report;', good: '1. *Requests* a report;' },
    check: (context) => wrongForms(context, 'other'),
  },
]
