/**
 * The depth of sub-paragraphs from their labels alone. `(i)` may follow `(h)`
 * or open a list inside it: the labels after it decide.
 */

interface Reading {
  style: string
  kind: 'letter' | 'roman' | 'digit' | 'capital' | 'bullet'
  value: number
}

const roman: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** Read `xiv` as 14; undefined if it is no roman numeral in its normal form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu.test(text) || text === '') return undefined
  const values = [...text.toLowerCase()].map((char) => roman[char] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

/** `a` → 1, `z` → 26, `aa` → 27, `bb` → 28: UN texts double the letter. */
function letterValue(text: string): number | undefined {
  const [first] = text
  if (!first || [...text].some((char) => char !== first)) return undefined
  return (text.length - 1) * 26 + (first.charCodeAt(0) - 96)
}

/** What a label may mean, the more usual reading first. */
function readings(label: string): Reading[] {
  const match = /^[“"«‘„]?\s*(\(?)([\p{L}\p{N}]+)([).]?)/u.exec(label)
  if (!match?.[2]) return [{ style: label.trim(), kind: 'bullet', value: 0 }]
  const style = `${match[1]}_${match[3]}`
  const core = match[2]
  if (/^\d+$/u.test(core)) return [{ style, kind: 'digit', value: Number(core) }]
  const result: Reading[] = []
  const lower = core.toLowerCase()
  const upper = core !== lower
  const letter = letterValue(lower)
  const numeral = romanValue(lower)
  if (letter !== undefined) result.push({ style, kind: upper ? 'capital' : 'letter', value: letter })
  if (numeral !== undefined)
    result.push({ style: upper ? `${style}^` : style, kind: 'roman', value: numeral })
  return result.length > 0 ? result : [{ style, kind: 'letter', value: 0 }]
}

interface Level extends Reading {
  depth: number
}

/** Follows the labels of one paragraph and tells the depth of each. */
export class Depths {
  #levels: Level[] = []

  /**
   * The depth of the next label, from 1.
   *
   * Given the label and the one after it in the same paragraph, if any.
   */
  next(label: string, following: string | undefined): number {
    const options = readings(label)
    const chosen = this.#choose(options, following)
    const level = this.#find(chosen, (known) => this.#follows(known, chosen))
    const same = level ?? (chosen.value === 1 ? undefined : this.#find(chosen, () => true))
    const depth = same ? same.depth : (this.#levels.at(-1)?.depth ?? 0) + 1
    this.#levels = [...this.#levels.filter((known) => known.depth < depth), { ...chosen, depth }]
    return depth
  }

  #choose(options: readonly Reading[], following: string | undefined): Reading {
    const [first] = options
    if (!first || options.length === 1) return first as Reading
    const continuing = options.filter((option) => this.#find(option, (known) => this.#follows(known, option)))
    const starting = options.filter((option) => option.value === 1)
    const next = following === undefined ? [] : readings(following)
    const leads = (option: Reading) =>
      next.some(
        (other) =>
          other.style === option.style && other.kind === option.kind && other.value === option.value + 1,
      )
    const candidates = [...continuing, ...starting.filter((option) => !continuing.includes(option))]
    return candidates.find(leads) ?? candidates[0] ?? options.find(leads) ?? first
  }

  #follows(known: Level, option: Reading): boolean {
    return option.kind === 'bullet' || known.value + 1 === option.value
  }

  /** The deepest open level of the same make. */
  #find(option: Reading, test: (level: Level) => boolean): Level | undefined {
    return this.#levels.findLast(
      (level) => level.style === option.style && level.kind === option.kind && test(level),
    )
  }
}
