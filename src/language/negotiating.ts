/** The words of negotiating texts, compiled: names of parties, what they want, labels of options, marks of agreement. */

import { rich } from '../model/block.js'
import type { Act, Attribution, ParagraphState } from '../model/negotiation.js'
import { type Amending, loadAmending } from './amending.js'
import { readCommand } from './commands.js'
import { fallbackLanguage } from './fallback.js'
import { readGrammar } from './files.js'
import { load } from './load.js'
import { romanValue } from './numerals.js'
import { Patterns } from './patterns.js'
import { mask, quotations } from './quotations.js'
import type { NegotiationRecords } from './records/negotiation.js'

/** Attributions, and the offset behind them. */
export interface Attributed {
  end: number
  by: Attribution[]
}

export interface OptionLabel {
  end: number
  /** As printed: `1`, `I`, `a`. */
  printed: string
  /** What it counts as. */
  value: number
  /** Of labels of one style, which follow each other. */
  style: string
}

/** Quoted words of a command, as UTF-16 offsets in its text. */
export interface QuotedWords {
  start: number
  end: number
}

/** What a command in brackets wants of the paragraph that it is in. */
export interface QuotedEdit {
  /** The words that are to go. */
  old?: QuotedWords
  /** The words that are to come. */
  new?: QuotedWords
  /** Where: at words that the paragraph has, or at one of its ends; where the bracket is if absent. */
  where?: 'before' | 'after' | 'start' | 'end'
  anchor?: QuotedWords
}

export interface Negotiating {
  /** Names with or without what they want, from an offset to the end of the text: " US; G77 delete". */
  tail(text: string, from: number): Attribution[] | null
  /** "US, EU add: ": names with a colon; `by` is empty for a colon behind a command. */
  head(text: string): Attributed | null
  /** All of a text is a list of names that are known. */
  isParties(text: string): boolean
  /** All of a text is what a party wants: "delete para". */
  act(text: string): Act | null
  /** "INSERT: " or "DELETE: ": the end of it. */
  command(text: string, at: number): { act: 'propose' | 'delete'; end: number } | null
  /** All of a text is a command about quoted words: "replace “light” with “lamps”". */
  edit(text: string): QuotedEdit | null
  option(text: string, at: number): OptionLabel | null
  /** "Alt." before a paragraph: the end of it. */
  alternative(text: string, at: number): number | null
  /** "New " before a number: the end of it. */
  newParagraph(text: string, at: number): number | null
  /** "(new)" behind a number: the end of it. */
  newBehind(text: string, at: number): number | null
  /** All of a text says how far a paragraph is. */
  state(text: string): ParagraphState | null
  /** All of a text stands for what is still to be filled in. */
  isBlank(text: string): boolean
  isOldNumber(text: string): boolean
  isNoText(text: string): boolean
  /** All of a text is a word of obligation. */
  isModal(text: string): boolean
  /** All of a text is one number, in words or figures. */
  isNumber(text: string): boolean
  /** Take the abbreviations of a line on top as names. */
  define(line: string): boolean
  /** A pattern matches a text, whole: for the proof of its examples. */
  matches(id: string, text: string): boolean
}

/** A name that is on no list has no more words than this. */
const longestUnlisted = 3

/**
 * Compile the words of a language, those of the fallback behind them: names and notes of the room are
 * often in its working language. Every document has its own, for it may define abbreviations.
 */
export function loadNegotiating(language: string): Negotiating {
  const layers = [...new Set([language, fallbackLanguage])].flatMap(
    (one) => readGrammar(one).negotiation ?? [],
  )
  if (layers.length === 0) throw new Error('There are words of negotiating texts')
  return compile(layers, language)
}

const compiled = new Map<NegotiationRecords, Patterns>()

function patternsOf(records: NegotiationRecords): Patterns {
  let patterns = compiled.get(records)
  if (!patterns) {
    patterns = new Patterns(false, records.states, records.acts, records.patterns)
    patterns.list('party', () => records.parties)
    for (const [id, words] of Object.entries(records.lists)) patterns.list(id, () => words)
    compiled.set(records, patterns)
  }
  return patterns
}

function compile(layers: readonly NegotiationRecords[], language: string): Negotiating {
  const all = layers.map(patternsOf)
  const { compoundNames } = readGrammar(language)
  const amending = loadAmending(language)
  const defined = new Set<string>()
  const listed = new Set([...layers.flatMap(({ parties }) => parties), ...compoundNames])
  const countries = [...new Set([language, fallbackLanguage])].map(regions)
  const not = new Set(layers.flatMap(({ notParties }) => notParties))
  const isKnown = (who: string) =>
    listed.has(who) || defined.has(who) || countries.some((names) => names.has(who))
  const matchOf = (id: string, text: string, at: number): RegExpExecArray | null => {
    for (const patterns of all) {
      const match = patterns.has(id) ? patterns.match(id, text, at) : null
      if (match && match[0] !== '') return match
    }
    return null
  }
  const endOf = (id: string, text: string, at: number): number | null => {
    const match = matchOf(id, text, at)
    return match && at + match[0].length
  }
  const isWhole = (id: string, text: string) => text !== '' && endOf(id, text, 0) === text.length
  const isName = (name: string) => {
    if (isKnown(name)) return true
    const [first = ''] = name.split(' ')
    if (not.has(first)) return false
    return isAbbreviation(name) || name.split(' ').length <= longestUnlisted
  }
  /** One name at an offset; a listed one before one of that form. */
  const name = (text: string, at: number): { who: string; end: number } | null => {
    for (const one of [...defined, ...compoundNames])
      if (text.startsWith(one, at) && !/[\p{L}\p{N}]/u.test(text[at + one.length] ?? ''))
        return { who: one, end: at + one.length }
    const known = endOf('party', text, at)
    const end =
      known !== null && !/[\p{L}\p{N}]/u.test(text[known] ?? '') ? known : endOf('partyName', text, at)
    if (end === null) return null
    const who = text.slice(at, end).replace(/\.$/u, '')
    return isName(who) ? { who, end: at + who.length } : null
  }
  const act = (text: string, at: number): { act: Act; end: number } | null => {
    for (const record of layers.flatMap(({ acts }) => acts)) {
      const end = endOf(record.id, text, at)
      if (end !== null && !/[\p{L}\p{N}]/u.test(text[end] ?? '')) return { act: record.act, end }
    }
    return null
  }
  /** Names, each run of them with what it wants: "US; G77, EU delete". */
  const attributions = (text: string, from: number): Attributed | null => {
    const by: Attribution[] = []
    let names: string[] = []
    /** What is wanted by the names behind it. */
    let front: { act: Act; end: number } | null = null
    let end = from
    let at = from
    const settle = (what: Act) => {
      for (const who of names) by.push({ who, act: what })
      names = []
    }
    for (;;) {
      // "delete – US": what is wanted may be before who wants it.
      const before = names.length === 0 ? act(text, at) : null
      if (before && before.act !== 'propose') front = before
      const found = name(text, front === before && before ? behindSeparator(text, before.end) : at)
      if (!found) break
      names.push(found.who)
      end = endOf('others', text, found.end) ?? found.end
      if (end > found.end) names[names.length - 1] = text.slice(at, end)
      const wants = act(text, spaces(text, end, /[ ,:]/u))
      if (wants) {
        front = null
        settle(wants.act)
        end = wants.end
      }
      const joint = matchOf('partyJoint', text, end)
      if (!joint) break
      if (joint.groups?.stop) {
        settle(front?.act ?? 'propose')
        front = null
      }
      at = end + joint[0].length
    }
    settle(front?.act ?? 'propose')
    return by.length > 0 ? { by, end } : null
  }
  return {
    tail: (text, from) => {
      const found = attributions(text, from)
      return found && /^[\s.]*$/u.test(text.slice(found.end)) ? found.by : null
    },
    head: (text) => {
      const found = attributions(text, 0)
      const colon = found && /^\s?:\s*/u.exec(text.slice(found.end))
      return colon ? { by: found.by, end: found.end + colon[0].length } : null
    },
    isParties: (text) => {
      const found = attributions(text.trim(), 0)
      return found !== null && found.end === text.trim().length && found.by.every(({ who }) => isKnown(who))
    },
    act: (text) => {
      const found = act(text.trim(), 0)
      return found && /^[\s.]*$/u.test(text.trim().slice(found.end)) ? found.act : null
    },
    command: (text, at) => {
      const into = endOf('insertCommand', text, at)
      if (into !== null) return { act: 'propose', end: into }
      const out = endOf('deleteCommand', text, at)
      return out === null ? null : { act: 'delete', end: out }
    },
    edit: (text) => {
      if (!amending) return null
      const placed = editOf(text, amending)
      if (placed) return placed
      // "insert “lamps”": where the bracket is.
      const said = act(mask(text, amending.quotes).text, 0)
      const [words, ...more] = quotedIn(text, amending)
      const rest = said && mask(text, amending.quotes).text.slice(said.end)
      if (said?.act !== 'propose' || !words || more.length > 0 || !/^\s?“0”[.;]?\s*$/u.test(rest ?? ''))
        return null
      return { new: words }
    },
    option: (text, at) => {
      const match = matchOf('options', text, at)
      if (!match) return null
      const { inParentheses, plain = '' } = match.groups ?? {}
      const printed = inParentheses ?? plain
      const counted = optionValue(printed)
      const style = `${inParentheses === undefined ? '' : '()'}${counted.style}`
      return { end: at + match[0].length, printed, value: counted.value, style }
    },
    alternative: (text, at) => endOf('alternatives', text, at),
    newParagraph: (text, at) => {
      const end = endOf('newParagraph', text, at)
      return end !== null && /\p{Nd}/u.test(text[end] ?? '') ? end : null
    },
    newBehind: (text, at) => endOf('newBehind', text, at),
    state: (text) =>
      layers.flatMap(({ states }) => states).find(({ id }) => isWhole(id, text.trim()))?.state ?? null,
    isBlank: (text) => isWhole('unknown', text.trim()),
    isOldNumber: (text) => isWhole('oldNumber', text.trim()),
    isNoText: (text) => isWhole('noText', text.trim()),
    isModal: (text) => isWhole('modal', text.trim()),
    isNumber: (text) => {
      const words = text.trim()
      const [one, ...others] = load(language).numbers(words)
      return one?.start === 0 && one.end === words.length && others.length === 0
    },
    define: (line) => {
      const found =
        all
          .map((patterns) => (patterns.has('abbreviation') ? patterns.all('abbreviation', line) : []))
          .find(({ length }) => length > 0) ?? []
      const covered = found.reduce((sum, [all]) => sum + all.length, 0)
      // A line of abbreviations holds nothing else, but what it is called in front.
      const title = line.slice(0, found[0]?.index).trimEnd()
      const list = title.endsWith(':') ? line.slice(title.length) : line
      if (found.length === 0 || covered < list.replace(/[;,\s]+/gu, ' ').length * 0.8) return false
      for (const { groups } of found) if (groups?.short) defined.add(groups.short)
      return true
    },
    matches: (id, text) => isWhole(id, text),
  }
}

/** One edit of words, which a command of an amending document may ask for. */
function editOf(text: string, amending: Amending): QuotedEdit | null {
  const read = readCommand(rich(text), amending, ['OP1'])
  const [edit, ...others] = read?.edits ?? []
  if (!read || !edit || others.length > 0 || !/^[\s.;]*$/u.test(text.slice(read.end))) return null
  const { where } = edit
  if (where === 'as' || where === 'from') return null
  const isOfWords = edit.op === 'delete-words' || edit.op === 'insert-words' || edit.op === 'replace-words'
  if (!isOfWords || edit.oldEnd !== undefined || edit.sentence !== undefined) return null
  const words = quotedIn(text, amending)
  // A mark that is named ("a comma") has no place in the text.
  if ([...read.masked.text.matchAll(/“\d+”/gu)].length !== words.length) return null
  const [old, now] = [edit.old, edit.new].map((quoted) => (quoted === undefined ? undefined : words[quoted]))
  const anchor = typeof edit.anchor === 'number' ? words[edit.anchor] : undefined
  return {
    ...(old && { old }),
    ...(now && { new: now }),
    ...(where && edit.op !== 'delete-words' && { where }),
    ...(anchor && edit.op !== 'delete-words' && { anchor }),
  }
}

function quotedIn(text: string, { quotes }: Amending): QuotedWords[] {
  let at = 0
  return quotations(text, quotes).flatMap(({ text: part, isQuoted }) => {
    const start = at
    at += part.length
    const lead = /^\s*/u.exec(part)?.[0].length ?? 0
    return isQuoted ? [{ start: start + lead, end: start + Math.max(lead, part.trimEnd().length) }] : []
  })
}

/** The offset behind what may part an act from the names behind it. */
function behindSeparator(text: string, at: number): number {
  return at + (/^(?:\s?[-–—:]\s?|\s)/u.exec(text.slice(at))?.[0].length ?? 0)
}

/** The offset behind one character that may part a name from what it wants. */
function spaces(text: string, at: number, sign: RegExp): number {
  let end = at
  while (end < at + 2 && sign.test(text[end] ?? '')) end++
  return end
}

/** EU, G77, LMDC, SIDS: mostly capitals. */
function isAbbreviation(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&/.-]{1,9}s?$/u.test(name)
}

const known = new Map<string, ReadonlySet<string>>()

/** Names of countries in a language, as the runtime knows them. */
function regions(language: string): ReadonlySet<string> {
  const names = known.get(language) ?? new Set(namesOfRegions(language))
  known.set(language, names)
  return names
}

function* namesOfRegions(language: string): Generator<string> {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const name = display.of(String.fromCharCode(first, second))
      if (name) yield name
    }
}

/** 3, c, iii, III → 3, and the style it is in. */
function optionValue(printed: string): { value: number; style: string } {
  if (/^\p{Nd}+$/u.test(printed)) return { value: Number(printed), style: 'digit' }
  const lower = printed.toLowerCase()
  const roman = romanValue(lower)
  const isLower = printed === lower
  if (roman !== undefined && (lower.length > 1 || lower === 'i'))
    return { value: roman, style: isLower ? 'roman' : 'Roman' }
  return { value: lower.charCodeAt(0) - 96, style: isLower ? 'letter' : 'upperLetter' }
}
