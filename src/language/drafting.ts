/** A language's drafting rules, compiled: what looks for words, and what the words should be. */
import { readGrammar } from './files.js'
import type { LintRecords, LintWordRecord } from './records/lint.js'

/** Words that break a rule: UTF-16 offsets, end exclusive. */
export interface WordFault {
  start: number
  end: number
  /** The words instead; null where people must decide. */
  fix: string | null
}

export interface WordRule extends Omit<LintWordRecord, 'pattern' | 'fix' | 'id'> {
  /** The rule's id, which several records may share. */
  id: string
  find(text: string): WordFault[]
}

export interface Drafting extends Omit<LintRecords, 'words' | 'addresseeEnd'> {
  /** What follows whom a verb asks. */
  addresseeEnd: RegExp | null
  words: WordRule[]
  /** The first word of each opener of a part, in small letters → as it is written. */
  openers: Record<'preambular' | 'operative', ReadonlyMap<string, string>>
  /** The form of a verb for a part of the text: Encourage → Encourages. */
  rightForm(text: string, role: 'preambular' | 'operative'): WrongForm | null
}

/** An opening in a form of the other part, or in none of a paragraph's. */
export interface WrongForm {
  /** Where the wrong form ends in the text. */
  start: number
  end: number
  form: string
  /** `base`: Encourage; `other`: a form of the other part. */
  kind: 'base' | 'other'
}

const loaded = new Map<string, Drafting | null>()

/** Load the drafting rules of a language; null where it has none. */
export function loadDrafting(language: string): Drafting | null {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const file = readGrammar(language)
  const { lint } = file
  const drafting = lint
    ? {
        ...lint,
        addresseeEnd: lint.addresseeEnd === undefined ? null : new RegExp(lint.addresseeEnd, 'u'),
        words: lint.words.map((record) =>
          wordRule(
            record,
            file.months.map((month) => [month].flat()[0] ?? ''),
            ordinals(file),
          ),
        ),
        openers: {
          preambular: firstWords(file.verbs, 'preambular'),
          operative: firstWords(file.verbs, 'operative'),
        },
        rightForm: rightForm(
          file.verbs,
          file.enumerators.flatMap(({ forms }) => forms),
          lint.past ?? [],
        ),
      }
    : null
  loaded.set(language, drafting)
  return drafting
}

function firstWords(
  verbs: readonly { forms: Record<'preambular' | 'operative', string[]> }[],
  role: 'preambular' | 'operative',
): Map<string, string> {
  const words = verbs.flatMap(({ forms }) => forms[role].map((form) => form.split(' ')[0] ?? form))
  return new Map(words.map((word) => [word.toLowerCase(), word]))
}

function wordRule(
  record: LintWordRecord,
  months: readonly string[],
  ordinal: (value: number) => string,
): WordRule {
  const { pattern, fix, ...rest } = record
  const expression = new RegExp(pattern.replaceAll('{monthName}', months.join('|')), 'gu')
  return {
    ...rest,
    id: record.rule ?? record.id,
    find: (text) =>
      [...text.matchAll(expression)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        fix: fix === undefined ? null : filled(fix, namedGroups(match.groups ?? {}, months), ordinal),
      })),
  }
}

/** A group that two alternatives share is numbered in the second: `month2` is read as `month`; its name is written out. */
function namedGroups(
  groups: Record<string, string | undefined>,
  months: readonly string[],
): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(groups))
    if (value !== undefined) result[name.replace(/\d$/u, '')] = value
  const { month } = result
  if (month !== undefined) result.month = months.find((name) => name.startsWith(month.slice(0, 3))) ?? month
  return result
}

function filled(fix: string, groups: Record<string, string>, ordinal: (value: number) => string): string {
  const text = fix.replace(/\{(\w+)(:ordinal)?\}/gu, (_, name: string, inWords?: string) => {
    const value = groups[name] ?? ''
    return inWords ? ordinal(Number(value)) : value
  })
  // A part that an alternative lacks leaves its space.
  return groups.year === undefined && fix.endsWith('{year}') ? text.trimEnd() : text
}

/** 76 → seventy-sixth, from the words that read it. */
function ordinals(file: {
  ordinals: Record<string, number>
  tens: Record<string, number>
}): (value: number) => string {
  const words = new Map(Object.entries(file.ordinals).map(([word, value]) => [value, word]))
  const tens = new Map(Object.entries(file.tens).map(([word, value]) => [value, word]))
  return (value) => {
    const whole = words.get(value)
    if (whole !== undefined) return whole
    const [ten, unit] = [tens.get(value - (value % 10)), words.get(value % 10)]
    return ten !== undefined && unit !== undefined ? `${ten}-${unit}` : String(value)
  }
}

/** Of the forms of a verb the one with the most words of another, the first of several. */
function nearest(forms: readonly string[], other: string): string | undefined {
  const words = new Set(other.toLowerCase().split(' '))
  const shared = (form: string) =>
    form
      .toLowerCase()
      .split(' ')
      .filter((word) => words.has(word)).length
  return forms.reduce<string | undefined>(
    (best, form) => (best !== undefined && shared(best) >= shared(form) ? best : form),
    undefined,
  )
}

function rightForm(
  verbs: readonly { forms: { preambular: string[]; operative: string[]; base: string[] } }[],
  enumerators: readonly string[],
  past: readonly string[],
): Drafting['rightForm'] {
  const repeated = new RegExp(`^(?:${enumerators.join('|')}) `, 'iu')
  const other = { preambular: 'operative', operative: 'preambular' } as const
  const wrongForms = (role: 'preambular' | 'operative') => {
    const found = new Map<string, Pick<WrongForm, 'form' | 'kind'>>()
    const right = new Set(verbs.flatMap(({ forms }) => forms[role].map((form) => form.toLowerCase())))
    for (const { forms } of verbs) {
      const add = (wrong: string, kind: WrongForm['kind']) => {
        const folded = wrong.toLowerCase()
        const form = nearest(forms[role], wrong)
        if (form !== undefined && !right.has(folded) && !found.has(folded)) found.set(folded, { form, kind })
      }
      if (role === 'operative')
        for (const base of forms.base) {
          add(base, 'base')
          // The verb itself is the first word: called upon.
          for (const ending of past)
            add(
              base.replace(/^\p{L}+/u, (verb) => verb + ending),
              'base',
            )
        }
      for (const wrong of forms[other[role]]) add(wrong, 'other')
    }
    return [...found].sort(([a], [b]) => b.length - a.length)
  }
  const wrong = { preambular: wrongForms('preambular'), operative: wrongForms('operative') }
  return (text, role) => {
    const start = repeated.exec(text)?.[0].length ?? 0
    const rest = text.slice(start).toLowerCase()
    const [folded, found] =
      wrong[role].find(([form]) => rest.startsWith(form) && !/^[\p{L}-]/u.test(rest.slice(form.length))) ?? []
    if (folded === undefined || found === undefined) return null
    const form = start === 0 ? found.form : found.form.charAt(0).toLowerCase() + found.form.slice(1)
    return { start, end: start + folded.length, form, kind: found.kind }
  }
}
