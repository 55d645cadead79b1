/** Named patterns and lists of a grammar file → regular expressions, compiled when first used. */
import { matchesOf } from './matches.js'
import { isCommon, narrowed } from './narrow.js'
import type { PatternRecord } from './records/pattern.js'
import { type Folded, folded, foldedAt, foldScript } from './script.js'

/** `{name}` names another pattern or a list; `\p{Lu}` and `{1,3}` are the expression's own. */
const placeholder = /(?<!\\[pP])\{([A-Za-z]\w*)\}/gu
/** A name of a group, which may be once in an expression: inside another pattern it goes. */
const groupName = /\(\?<(?![=!])\w+>/gu
/** `year2` is the group `year` in another alternative. */
const variant = /\(\?<((?![=!])(\w*[A-Za-z_])\d+)>/gu

interface Expression {
  pattern: RegExp
  /** Groups that are variants of others: the group, and the variant's name. */
  variants: readonly (readonly [base: string, name: string])[]
}

/** Characters of a text that may be read through anew for every pattern. */
const brief = 100

/** A text that patterns are asked of. */
interface Asked {
  text: string
  /** As the patterns meet it. */
  value: string
  /** All its characters are common ones. */
  narrow: boolean
  /** Its folded form; undefined where it is the same. */
  plain: Folded | undefined
}

/** A space in a pattern is any space that does not break the line: PDF and HTML tools write all of them; so with apostrophes and hyphens. */
const kin: Readonly<Record<string, string>> = {
  ' ': '[ \\u00a0\\u202f]',
  '’': "[’']",
  '-': '[-‑]',
}

export class Patterns {
  readonly #records = new Map<string, string>()
  readonly #lists = new Map<string, () => readonly string[]>()
  readonly #expanded = new Map<string, string>()
  readonly #compiled = new Map<string, Map<string, Expression>>()
  readonly #folds: boolean
  /** The two texts asked of last: a paragraph, and a part of it that is looked at in between. */
  #last: Asked[] = []
  /** The brief text asked of last. */
  #brief: Asked | undefined

  /** `folds`: patterns and texts meet folded, without marks and in digits of 0–9. */
  constructor(folds: boolean, ...files: readonly (readonly PatternRecord[])[]) {
    this.#folds = folds
    for (const file of files) for (const { id, pattern } of file) this.#records.set(id, pattern)
  }

  /** Add a pattern that is no record of its own. */
  add(id: string, pattern: string): void {
    this.#records.set(id, pattern)
  }

  /** Add a list of words that patterns may name; it is asked when first needed. */
  list(id: string, words: () => readonly string[]): void {
    this.#lists.set(id, words)
  }

  /** Take patterns whose names were put in before, see `expanded`. */
  expand(sources: Readonly<Record<string, string>>): void {
    for (const [id, source] of Object.entries(sources)) this.#expanded.set(id, source)
  }

  /** All patterns and lists as expressions name nothing more. */
  expanded(): Record<string, string> {
    const ids = [...this.#records.keys(), ...this.#lists.keys()]
    return Object.fromEntries(ids.map((id) => [id, this.#whole(id)]))
  }

  #whole(id: string): string {
    return this.#expanded.get(id) ?? widen(this.#folds ? foldScript(this.source(id)) : this.source(id))
  }

  /** Whether there is a pattern or list of that id: some serve only languages that need them. */
  has(id: string): boolean {
    return this.#records.has(id) || this.#lists.has(id)
  }

  /** Match at an offset. */
  match(id: string, text: string, at: number, flags = ''): RegExpExecArray | null {
    const { plain, value, narrow } = this.#asked(text)
    const expression = this.#expression(id, flags === '' ? 'uy' : `uy${flags}`, narrow)
    expression.pattern.lastIndex = plain ? foldedAt(plain, at) : at
    const match = expression.pattern.exec(value)
    return merged(expression, match && plain ? unfolded(match, plain, text, at) : match)
  }

  /** Match everywhere, left to right, not overlapping. */
  all(id: string, text: string): RegExpExecArray[] {
    const { plain, value, narrow } = this.#asked(text)
    const expression = this.#expression(id, 'ug', narrow)
    const found = matchesOf(expression.pattern, value)
    for (const match of found) merged(expression, plain ? unfolded(match, plain, text) : match)
    return found
  }

  /** The matches of `all`, one after the other: of a long text they are many, and all at once take their room. */
  *each(id: string, text: string): Generator<RegExpExecArray, undefined> {
    const { plain, value, narrow } = this.#asked(text)
    const expression = this.#expression(id, 'ug', narrow)
    for (const match of value.matchAll(expression.pattern)) {
      merged(expression, plain ? unfolded(match, plain, text) : match)
      yield match
    }
  }

  /** The first match anywhere. */
  first(id: string, text: string): RegExpExecArray | null {
    const { plain, value, narrow } = this.#asked(text)
    const expression = this.#expression(id, 'u', narrow)
    const match = expression.pattern.exec(value)
    return merged(expression, match && plain ? unfolded(match, plain, text) : match)
  }

  /** What is known of a text: a long one is read through once, though its parts are asked in turns with it. */
  #asked(text: string): Asked {
    if (text.length <= brief) {
      if (this.#brief?.text !== text) this.#brief = this.#ask(text)
      return this.#brief
    }
    const [last, before] = this.#last
    if (last?.text === text) return last
    const asked = before?.text === text ? before : this.#ask(text)
    this.#last = last ? [asked, last] : [asked]
    return asked
  }

  #ask(text: string): Asked {
    const plain = this.#folds ? folded(text) : undefined
    const value = plain?.value ?? text
    return { text, value, narrow: isCommon(value), plain: value === text ? undefined : plain }
  }

  /** The source of a pattern with all that it names put in. */
  source(id: string, within: readonly string[] = []): string {
    const list = this.#lists.get(id)
    if (list) return alternatives(this.#folds ? list().map(foldScript) : list())
    const pattern = this.#records.get(id)
    if (pattern === undefined) throw new Error(`No pattern ${id} in the grammar`)
    if (within.includes(id)) throw new Error(`Pattern ${id} names itself: ${[...within, id].join(' → ')}`)
    return pattern.replace(
      placeholder,
      (_, name: string) => `(?:${this.source(name, [...within, id]).replace(groupName, '(?:')})`,
    )
  }

  /** The expression of a pattern, for a text of common characters or for any. */
  #expression(id: string, flags: string, isCommonText: boolean): Expression {
    const narrow = isCommonText && !flags.includes('i')
    const key = narrow ? `${flags} narrow` : flags
    let group = this.#compiled.get(key)
    if (!group) {
      group = new Map()
      this.#compiled.set(key, group)
    }
    let found = group.get(id)
    if (!found) {
      const source = narrow ? narrowed(this.#whole(id)) : this.#whole(id)
      const variants = [...source.matchAll(variant)].map(([, name = '', base = '']) => [base, name] as const)
      found = { pattern: new RegExp(source, this.#folds ? `${flags}d` : flags), variants }
      group.set(id, found)
    }
    return found
  }
}

/** Give a group that has variants the value of the one that took part. */
function merged({ variants }: Expression, match: RegExpExecArray | null): RegExpExecArray | null {
  const groups = match?.groups
  if (groups) for (const [base, name] of variants) groups[base] ??= groups[name] as string
  return match
}

/** A match in the folded form of a text as one in the text itself; what is silent behind it belongs to it. */
function unfolded(match: RegExpExecArray, { offsets }: Folded, text: string, at?: number): RegExpExecArray {
  const place = (offset: number) => offsets?.[offset] ?? offset
  const part = ([from, to]: [number, number]) => text.slice(place(from), place(to))
  const { groups, indices } = match
  const named = indices?.groups
  if (groups && named) for (const [name, span] of Object.entries(named)) if (span) groups[name] = part(span)
  const end = place(match.index + match[0].length)
  match.index = at ?? place(match.index)
  match[0] = text.slice(match.index, end)
  return match
}

/** Let a space, an apostrophe or a hyphen outside of a character class match its kin. */
export function widen(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|[ ’-]/gsu, (part) => kin[part] ?? part)
}

/** Escape text for a regular expression. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/** Texts that share their first characters; one may end here. */
interface Branch {
  next: Map<string, Branch>
  ends: boolean
}

/**
 * Alternatives, the longest first, so that a short one does not hide a long one.
 *
 * Texts that begin alike share what they begin with: of lists of some hundred
 * forms the engine makes, and tries, a tenth.
 *
 * @example alternatives(['lamp', 'lamps', 'light']) // 'l(?:amp(?:s)?|ight)'
 */
export function alternatives(texts: readonly string[]): string {
  const root: Branch = { next: new Map(), ends: false }
  for (const text of [...texts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    let branch = root
    for (const character of text) branch = branchOf(branch, character)
    branch.ends = true
  }
  return choices(root).join('|')
}

function branchOf({ next }: Branch, character: string): Branch {
  const known = next.get(character)
  if (known) return known
  const made: Branch = { next: new Map(), ends: false }
  next.set(character, made)
  return made
}

/** What may follow, a text each; single letters that end are one class. */
function choices({ next }: Branch): string[] {
  const all = [...next].map(([character, branch]) => literal(character) + rest(branch))
  const letters = all.filter((choice) => /^\p{L}$/u.test(choice))
  if (letters.length < 2) return all
  return [...all.filter((choice) => !letters.includes(choice)), `[${letters.join('')}]`]
}

function rest(branch: Branch): string {
  const all = choices(branch)
  const [only] = all
  if (only === undefined) return ''
  if (all.length === 1 && !branch.ends) return only
  return `(?:${all.join('|')})${branch.ends ? '?' : ''}`
}
