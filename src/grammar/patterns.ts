/** Named patterns and lists of a grammar file → regular expressions, compiled when first used. */
import { aroundMatch, widen } from './script.js'
import type { PatternRecord } from './types.js'

/** `{name}` names another pattern or a list; `\p{Lu}` and `{1,3}` are the expression's own. */
const placeholder = /(?<!\\[pP])\{([A-Za-z]\w*)\}/gu
/** A name of a group, which may stand once in an expression: inside another pattern it goes. */
const groupName = /\(\?<(?![=!])\w+>/gu
/** `year2` is the group `year` in another alternative. */
const variant = /\(\?<((?![=!])(\w*[A-Za-z_])\d+)>/gu

interface Expression {
  pattern: RegExp
  /** Groups that are variants of others: the group, and the variant's name. */
  variants: readonly (readonly [base: string, name: string])[]
}

/** What a language's texts hold besides what their patterns are written in. */
export interface Script {
  /** Figures may be printed in digits of another script. */
  otherDigits: boolean
  /** Text runs from right to left, and marks of direction may stand in it. */
  directed: boolean
}

export class Patterns {
  readonly #records = new Map<string, string>()
  readonly #lists = new Map<string, () => readonly string[]>()
  readonly #compiled = new Map<string, Map<string, Expression>>()

  readonly #script: Script

  constructor(script: Script, ...files: readonly (readonly PatternRecord[])[]) {
    this.#script = script
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

  /** Match at an offset. */
  match(id: string, text: string, at: number, flags = ''): RegExpExecArray | null {
    const expression = this.#expression(id, flags === '' ? 'uy' : `uy${flags}`)
    expression.pattern.lastIndex = at
    return merged(expression, expression.pattern.exec(text))
  }

  /** Match everywhere, left to right, not overlapping. */
  all(id: string, text: string): RegExpExecArray[] {
    const expression = this.#expression(id, 'ug')
    const found = [...text.matchAll(expression.pattern)]
    if (expression.variants.length > 0) for (const match of found) merged(expression, match)
    return found
  }

  /** The first match anywhere. */
  first(id: string, text: string): RegExpExecArray | null {
    const expression = this.#expression(id, 'u')
    return merged(expression, expression.pattern.exec(text))
  }

  /** The source of a pattern with all that it names put in. */
  source(id: string, within: readonly string[] = []): string {
    const list = this.#lists.get(id)
    if (list) return alternatives(list())
    const pattern = this.#records.get(id)
    if (pattern === undefined) throw new Error(`No pattern ${id} in the grammar`)
    if (within.includes(id)) throw new Error(`Pattern ${id} names itself: ${[...within, id].join(' → ')}`)
    return pattern.replace(
      placeholder,
      (_, name: string) => `(?:${this.source(name, [...within, id]).replace(groupName, '(?:')})`,
    )
  }

  #expression(id: string, flags: string): Expression {
    let group = this.#compiled.get(flags)
    if (!group) {
      group = new Map()
      this.#compiled.set(flags, group)
    }
    let found = group.get(id)
    if (!found) {
      const inner = widen(this.source(id), this.#script)
      // Marks of direction stand at the ends of lines, where they belong to nothing.
      const source = this.#script.directed && flags.includes('y') ? aroundMatch(inner) : inner
      const variants = [...source.matchAll(variant)].map(([, name = '', base = '']) => [base, name] as const)
      found = { pattern: new RegExp(source, flags), variants }
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

/** Escape text for a regular expression. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/** Alternatives, the longest first, so that a short one does not hide a long one. */
export function alternatives(texts: readonly string[]): string {
  return [...new Set(texts)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literal)
    .join('|')
}
