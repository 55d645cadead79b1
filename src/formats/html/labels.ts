/** The labels of list items: what a browser prints, as typed documents write it. */
import { inFigures, lettered, roman } from '../../language/numerals.js'
import { type Element, isText } from '../xml/elements.js'
import type { Style } from './declarations.js'

const types: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const bullet = '•'

/** A list that is open: the number of its next item, and how it prints. */
export class List {
  readonly ordered: boolean
  readonly #format: string
  readonly #nested: boolean
  readonly #step: number
  #next: number

  constructor(element: Element, style: Style, outer: readonly List[]) {
    const { type, start, reversed } = element.attribs
    this.ordered = element.name === 'ol'
    this.#nested = outer.some((list) => list.ordered)
    this.#format = style.listStyle ?? types[type ?? ''] ?? (this.ordered ? 'decimal' : 'disc')
    this.#step = reversed === undefined ? 1 : -1
    const items = () => element.children.filter((child) => !isText(child) && child.name === 'li').length
    this.#next = integer(start) ?? (reversed === undefined ? 1 : items())
  }

  /** The label of the next item; empty where none is printed. */
  label({ attribs }: Element, style: Style): string {
    const number = integer(attribs.value) ?? this.#next
    this.#next = number + this.#step
    if (style.before !== undefined) {
      const printed = printContent(style.before, number)
      if (printed !== '') return printed
    }
    const format = style.listStyle ?? types[attribs.type ?? ''] ?? this.#format
    const quoted = /^["'](.*)["']$/u.exec(format)
    if (quoted) return (quoted[1] as string).trim()
    return print(format, number, this.#nested)
  }
}

/** How typed documents write a number of a list: `1.`, inside another list `(1)`; `(a)`, `(i)`, `A.`, `I.` */
function print(format: string, number: number, nested: boolean): string {
  switch (format) {
    case 'none':
      return ''
    case 'lower-alpha':
    case 'lower-latin':
    case 'lower-roman':
      return `(${figure(format, number)})`
    case 'upper-alpha':
    case 'upper-latin':
    case 'upper-roman':
      return `${figure(format, number)}.`
    case 'disc':
    case 'circle':
    case 'square':
      return bullet
    default:
      return nested ? `(${figure(format, number)})` : `${figure(format, number)}.`
  }
}

function figure(format: string, number: number): string {
  if (/(?:alpha|latin)$/u.test(format) && number > 0 && number < 26 * 4) {
    const letter = lettered(number, 'abcdefghijklmnopqrstuvwxyz')
    return format.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (format.endsWith('roman') && number > 0 && number < 400) {
    const numeral = roman(number)
    return format.startsWith('upper') ? numeral.toUpperCase() : numeral
  }
  if (format === 'arabic-indic') return inFigures(number, 0x660)
  if (format === 'persian') return inFigures(number, 0x6f0)
  return String(number)
}

/** What a `content` property prints that counts: `"(" counter(lst, lower-latin) ") "`. */
function printContent(content: string, number: number): string {
  if (!/counters?\(/iu.test(content)) return bulletOf(content)
  let result = ''
  let counters = 0
  for (const [, double, single, args] of content.matchAll(/"([^"]*)"|'([^']*)'|counters?\(([^)]*)\)/giu)) {
    if (args !== undefined) {
      // A label of several counters (1.2.) is known by its last.
      counters++
      const format = args.split(',').at(-1)?.trim().toLowerCase() ?? ''
      result = counters > 1 ? '' : result
      result += figure(args.includes(',') ? format : 'decimal', number)
    } else result += double ?? single ?? ''
  }
  return result.trim()
}

/** A list whose bullets the style sheet prints. */
function bulletOf(content: string): string {
  const text = /^["'](.*)["']$/u.exec(content.trim())?.[1]?.trim() ?? ''
  return /^[\p{L}\p{N}]{2,}/u.test(text) ? '' : text.replace(/^[\u25cf\u25cb\u25a0\uf0b7]$/u, bullet)
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*[+-]?\d{1,6}\s*$/u.test(value) ? Number(value) : undefined
}

/** Lists by their names, whether or not they number. */
export function isList({ name }: Element): boolean {
  return name === 'ol' || name === 'ul' || name === 'menu' || name === 'dir'
}
