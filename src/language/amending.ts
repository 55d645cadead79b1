/** The forms of a language's amending documents, compiled: words that name paragraphs, words that ask for a change. */
import { readGrammar } from './files.js'
import { load } from './load.js'
import { Patterns } from './patterns.js'
import type { AmendmentForm, AmendmentRecords, AmendmentTarget, PatternRecord } from './types.js'

/** A form at the place where it was tried. */
export interface FormMatch {
  form: AmendmentForm
  end: number
  groups: Record<string, string | undefined>
}

export interface Amending {
  quotes: AmendmentRecords['quotes']
  /** A whole sentence, or one that opens with a command and goes on with the text it gives. */
  command(text: string): FormMatch | null
  /** "In operative paragraph 3, ": the end of it, and what it names. */
  inside(text: string): { end: number; target: string } | null
  edit(text: string, at: number): FormMatch | null
  /** The end of what parts two edits; null where nothing does. */
  editJoint(text: string, at: number): number | null
  /** The quoted words are in the next paragraph. */
  wordsFollow(text: string): boolean
  /** Labels of the paragraphs that words name, as the outline has them; null where they name none. */
  labels(text: string): string[] | null
  /** The draft that a text names. */
  amends(text: string): { symbol: string; what: string } | null
  /** A pattern of the file matches a text, whole: for the proof of its examples. */
  matches(id: string, text: string): boolean
}

const loaded = new Map<string, Amending | null>()

/** Load the forms of a language; null where it has none. */
export function loadAmending(language: string): Amending | null {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const file = readGrammar(language)
  const amending = file.amendments ? compileAmending(file.amendments, file, load(language).ordinal) : null
  loaded.set(language, amending)
  return amending
}

/** An item of a list of numbers: `5`, `5 bis (a)`, or `(b)` alone. */
const numbered = /^(?<number>\p{Nd}{1,3})?(?: ?(?<suffix>\p{L}+))?(?<letters>(?: ?\(\p{L}+\))*)$/u
/** More paragraphs than one range names are a mistake of reading. */
const longestRange = 300

/** The first token of a form, where it must be there: the name of a pattern, a word, or alternatives. */
const opening = /^(?:\{\w+\}|\[\p{L}{2}\]\p{L}+|\(\?:[^()<{}]+\))(?![?*+{])/u

function compileAmending(
  records: AmendmentRecords,
  file: { ordinals: Record<string, number>; tens: Record<string, number> },
  ordinal: (words: string) => number | null,
): Amending {
  const { amends, wordsFollow, range, joint, editJoint, inside, patterns: shared } = records
  const single = [amends, wordsFollow, range, joint, editJoint, inside]
  const all: readonly PatternRecord[] = [
    ...shared,
    ...single,
    ...records.targets,
    ...records.commands,
    ...records.edits,
  ]
  const patterns = new Patterns(false, all)
  patterns.list('unitWord', () => Object.keys(file.ordinals))
  patterns.list('tensWord', () => Object.keys(file.tens))
  patterns.add('target', records.targets.map(({ id }) => `{${id}}`).join('|'))
  patterns.add('targets', '{target}(?:{joint}{target}){0,12}')
  // What a form opens with is tried before the whole of it: to compile one form with all its targets takes as
  // long as to read a page, and most forms open with another verb.
  const heads = new Map<AmendmentForm, string>()
  for (const form of [...records.commands, ...records.edits]) {
    const [head] = opening.exec([form.pattern].flat().join('')) ?? []
    if (head === undefined) continue
    patterns.add(`head ${head}`, head)
    heads.set(form, `head ${head}`)
  }
  const tried = (form: AmendmentForm, text: string, at: number): FormMatch | null => {
    const head = heads.get(form)
    if (head !== undefined && !patterns.match(head, text, at)) return null
    const match = patterns.match(form.id, text, at)
    return match && { form, end: at + match[0].length, groups: match.groups ?? {} }
  }
  const endOf = (id: string, text: string, at: number): number | null => {
    const match = patterns.match(id, text, at)
    return match && at + match[0].length
  }
  const list = (words: string): string[] => {
    const found: { number: string; letters: string; start: number; end: number }[] = []
    for (const { 0: printed, index } of patterns.all('item', words)) {
      const groups = numbered.exec(printed)?.groups
      const last = found.at(-1)
      const isWhole = groups?.number !== undefined
      const number = isWhole ? `${groups.number}${groups.suffix ?? ''}` : (last?.number ?? '')
      const letters = (groups?.letters ?? '').replace(/\s/gu, '')
      const between = last ? words.slice(last.end, index) : ''
      if (last && isWhole && endOf('range', between, 0) === between.length)
        found.push(
          ...numbersBetween(last.number, number).map((one) => ({
            number: one,
            letters: '',
            start: 0,
            end: 0,
          })),
        )
      found.push({ number, letters, start: index, end: index + printed.length })
    }
    return found.map(({ number, letters }) => `${number}${letters}`)
  }
  const ordinals = (words: string): string[] => {
    const found = patterns.all('ordinal', words)
    return found.flatMap((match, at) => {
      const value = ordinal(match[0])
      const last = found[at - 1]
      const between = last ? words.slice(last.index + last[0].length, match.index) : ''
      const isRange = last !== undefined && endOf('range', between, 0) === between.length
      const first = isRange ? ordinal(last[0]) : null
      return value === null
        ? []
        : [...(first === null ? [] : numbersBetween(`${first}`, `${value}`)), `${value}`]
    })
  }
  const labelsOf = ({ part, all: whole }: AmendmentTarget, groups: Record<string, string | undefined>) => {
    if (part === 'title') return ['title']
    if (part === 'text') return ['title', 'PP*', 'OP*']
    const prefix = part === 'preambular' ? 'PP' : 'OP'
    if (whole) return [`${prefix}*`]
    if (groups.last !== undefined) return [`${prefix}$`]
    const named = groups.ordinals === undefined ? list(groups.numbers ?? '') : ordinals(groups.ordinals)
    return named.map((one) => `${prefix}${one}${groups.letters ?? ''}`)
  }
  return {
    quotes: records.quotes,
    command: (text) => {
      for (const form of records.commands) {
        const match = tried(form, text, 0)
        if (!match) continue
        const goesOn = form.follows !== undefined && text[match.end - 1] === ':'
        if (match.end === text.length || goesOn) return match
      }
      return null
    },
    inside: (text) => {
      const match = patterns.match('inside', text, 0)
      return match && { end: match[0].length, target: match.groups?.target ?? '' }
    },
    edit: (text, at) => {
      for (const form of records.edits) {
        const match = tried(form, text, at)
        if (match) return match
      }
      return null
    },
    editJoint: (text, at) => endOf('editJoint', text, at),
    wordsFollow: (text) => endOf('wordsFollow', text, 0) === text.length,
    labels: (text) => {
      const labels: string[] = []
      let at = 0
      while (at < text.length) {
        const found = longest(records.targets, (target) => patterns.match(target.id, text, at))
        if (!found) return null
        labels.push(...labelsOf(found.record, found.match.groups ?? {}))
        at += found.match[0].length
        if (at < text.length) {
          const end = endOf('joint', text, at)
          if (end === null) return null
          at = end
        }
      }
      return labels
    },
    amends: (text) => {
      const { symbol, what } = patterns.first('amends', text)?.groups ?? {}
      return symbol === undefined ? null : { symbol, what: what ?? '' }
    },
    matches: (id, text) => patterns.match(id, text, 0)?.[0].length === text.length,
  }
}

/** The record whose match is the longest. */
function longest<Record>(
  records: readonly Record[],
  match: (record: Record) => RegExpMatchArray | null,
): { record: Record; match: RegExpMatchArray } | null {
  let best: { record: Record; match: RegExpMatchArray } | null = null
  for (const record of records) {
    const found = match(record)
    if (found && (!best || found[0].length > best.match[0].length)) best = { record, match: found }
  }
  return best
}

/** The numbers between two, without them: 5 and 8 → 6, 7. */
function numbersBetween(first: string, last: string): string[] {
  const count = Number(last) - Number(first) - 1
  if (!(count > 0 && count < longestRange)) return []
  return Array.from({ length: count }, (_, at) => String(Number(first) + 1 + at))
}
