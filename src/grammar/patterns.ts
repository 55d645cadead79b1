/** Named patterns: records of a grammar file → regular expressions, compiled when first used. */
import type { PatternRecord } from './types.js'

/** `{name}` names another pattern; `\p{Lu}` and `{1,3}` are the expression's own. */
const placeholder = /(?<!\\[pP])\{([A-Za-z]\w*)\}/gu

export class Patterns {
  readonly #records = new Map<string, PatternRecord>()
  readonly #compiled = new Map<string, RegExp>()

  constructor(...files: readonly (readonly PatternRecord[])[]) {
    for (const file of files) for (const record of file) this.#records.set(record.id, record)
  }

  /** The source of a pattern with all that it names put in. */
  source(id: string, within: readonly string[] = []): string {
    const record = this.#records.get(id)
    if (!record) throw new Error(`No pattern ${id} in the grammar`)
    if (within.includes(id)) throw new Error(`Pattern ${id} names itself: ${[...within, id].join(' → ')}`)
    return record.pattern.replace(
      placeholder,
      (_, name: string) => `(?:${this.source(name, [...within, id])})`,
    )
  }

  sticky(id: string): RegExp {
    return this.#expression(id, 'uy')
  }

  global(id: string): RegExp {
    return this.#expression(id, 'ug')
  }

  #expression(id: string, flags: string): RegExp {
    const key = `${flags}:${id}`
    let found = this.#compiled.get(key)
    if (!found) {
      found = new RegExp(this.source(id), flags)
      this.#compiled.set(key, found)
    }
    return found
  }
}

/** Escape text for a regular expression. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/** Alternatives, the longest first, so that a short one does not hide a long one. */
export function alternatives(texts: readonly string[]): string {
  return [...new Set(texts)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literal)
    .join('|')
}
