/** Automatic numbering: definitions, and the labels that Word prints by them. */

import { attribute, child, childrenOf, type Element, flag, integer, valOf } from '../../xml/xml.js'
import { formatNumber } from './number-format.js'
import type { Styles } from './styles.js'
import { symbolText } from './symbols.js'

interface Level {
  start: number
  format: string
  /** With `%1` … `%9` for the numbers of the levels. */
  text: string
  /** What follows the label. */
  suffix: string
  /** The level (from 1) whose use restarts this one; 0 for none. */
  restart: number | undefined
  /** Print the numbers of all levels in figures. */
  legal: boolean
  style: string | undefined
}

interface List {
  levels: (Level | undefined)[]
  /** The style of lists that defines it in its place. */
  link: string | undefined
}

interface Instance {
  list: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

/** How far a list has come; lists of one definition count together. */
interface Count {
  /** Number of each level; undefined before its first paragraph. */
  numbers: (number | undefined)[]
  used: Set<string>
}

const levelCount = 9
const suffixes: Record<string, string> = { tab: '\t', space: ' ', nothing: '' }

export class Numbering {
  readonly #lists = new Map<string, List>()
  readonly #instances = new Map<string, Instance>()
  readonly #counts = new Map<string, Count>()
  readonly #styles: Styles

  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles
    for (const element of childrenOf(root, 'abstractNum')) {
      const levels: (Level | undefined)[] = []
      for (const one of childrenOf(element, 'lvl')) {
        const at = integer(attribute(one, 'ilvl'))
        if (at !== undefined && at >= 0 && at < levelCount) levels[at] = readLevel(one)
      }
      this.#lists.set(attribute(element, 'abstractNumId') ?? '', {
        levels,
        link: valOf(element, 'numStyleLink'),
      })
    }
    for (const element of childrenOf(root, 'num')) {
      const instance: Instance = {
        list: valOf(element, 'abstractNumId') ?? '',
        starts: new Map(),
        levels: new Map(),
      }
      for (const override of childrenOf(element, 'lvlOverride')) {
        const at = integer(attribute(override, 'ilvl'))
        if (at === undefined || at < 0 || at >= levelCount) continue
        const start = integer(valOf(override, 'startOverride'))
        if (start !== undefined) instance.starts.set(at, start)
        const level = child(override, 'lvl')
        if (level) instance.levels.set(at, readLevel(level))
      }
      this.#instances.set(attribute(element, 'numId') ?? '', instance)
    }
  }

  /** The level of a list that a paragraph style is bound to. */
  levelOfStyle(numId: string, style: string | undefined): number | undefined {
    const found = style === undefined ? undefined : this.#find(numId)
    if (!found) return undefined
    for (let at = 0; at < levelCount; at++) if (levelOf(found, at)?.style === style) return at
    return undefined
  }

  /**
   * Count a paragraph and give its label with what follows it; '' if it prints none.
   *
   * Call it once for each numbered paragraph, in the order of the document.
   */
  next(numId: string, at: number): string {
    const found = this.#find(numId)
    const level = found && levelOf(found, at)
    if (!found || !level) return ''
    const { numbers } = this.#count(numId, found)
    numbers[at] = (numbers[at] ?? startOf(found, at) - 1) + 1
    for (let below = at + 1; below < levelCount; below++) {
      const restart = levelOf(found, below)?.restart ?? below
      if (at < restart) numbers[below] = undefined
    }
    const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const other = Number(digit) - 1
      const format = levelOf(found, other)?.format ?? 'decimal'
      const value = numbers[other] ?? startOf(found, other)
      return formatNumber(value, level.legal && format !== 'none' ? 'decimal' : format)
    })
    return label.trim() === '' ? '' : label + level.suffix
  }

  /** Undo what is counted after this call by calling what it returns. */
  mark(): () => void {
    const before = [...this.#counts].map(
      ([key, { numbers, used }]) =>
        [key, { numbers: [...numbers], used: new Set(used) }] satisfies [string, Count],
    )
    return () => {
      this.#counts.clear()
      for (const [key, count] of before) this.#counts.set(key, count)
    }
  }

  #count(numId: string, { key, instance }: Found): Count {
    let count = this.#counts.get(key)
    if (!count) {
      count = { numbers: [], used: new Set() }
      this.#counts.set(key, count)
    }
    // An instance that sets its own starts begins anew where it is first used.
    if (!count.used.has(numId)) {
      count.used.add(numId)
      for (const at of instance.starts.keys()) count.numbers[at] = undefined
    }
    return count
  }

  /** An instance with the list that defines it, through the style of lists if it says so. */
  #find(numId: string, depth = 0): Found | undefined {
    const instance = this.#instances.get(numId)
    const list = instance && this.#lists.get(instance.list)
    if (!instance || !list) return undefined
    if (list.link === undefined || list.levels.length > 0) return { key: instance.list, instance, list }
    const linked = valOf(this.#styles.listNumbering(list.link), 'numId')
    const target = linked === undefined || depth > 4 ? undefined : this.#find(linked, depth + 1)
    return target && { key: target.key, instance, list: target.list }
  }
}

interface Found {
  key: string
  instance: Instance
  list: List
}

function levelOf({ instance, list }: Found, at: number): Level | undefined {
  return instance.levels.get(at) ?? list.levels[at]
}

function startOf(found: Found, at: number): number {
  return found.instance.starts.get(at) ?? levelOf(found, at)?.start ?? 1
}

function readLevel(element: Element): Level {
  const format =
    child(element, 'numFmt') ?? child(child(child(element, 'AlternateContent'), 'Fallback'), 'numFmt')
  const text = valOf(element, 'lvlText') ?? ''
  const font = attribute(child(child(element, 'rPr'), 'rFonts'), 'ascii')
  const name = attribute(format, 'val') ?? 'decimal'
  return {
    start: integer(valOf(element, 'start')) ?? 0,
    format: name,
    text: name === 'bullet' ? symbolText(text, font) : text,
    suffix: suffixes[valOf(element, 'suff') ?? 'tab'] ?? '\t',
    restart: integer(valOf(element, 'lvlRestart')),
    legal: flag(element, 'isLgl') ?? false,
    style: valOf(element, 'pStyle'),
  }
}
