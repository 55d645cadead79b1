/**
 * Fields that Word counts itself: AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM and SEQ.
 * Files keep no result of the first four.
 *
 * @see ECMA-376 part 1, 17.16.5
 */
import { formatNumber } from './number-format.js'

/** How the paragraph of a field is numbered. */
export interface Numbered {
  /** Heading level, from 1. */
  outline: number | undefined
  /** Level of its own automatic number, from 1. */
  level: number | undefined
}

type Level = readonly [format: string, text: string]

const outlineLevels: readonly Level[] = [
  ['upperRoman', '%.'],
  ['upperLetter', '%.'],
  ['decimal', '%.'],
  ['lowerLetter', '%)'],
  ['decimal', '(%)'],
  ['lowerLetter', '(%)'],
  ['lowerRoman', '(%)'],
  ['lowerLetter', '(%)'],
  ['lowerRoman', '(%)'],
]
/** The list that LISTNUM counts in unless it names another. */
const numberLevels: readonly Level[] = [
  ['decimal', '%)'],
  ['lowerLetter', '%)'],
  ['lowerRoman', '%)'],
  ['decimal', '(%)'],
  ['lowerLetter', '(%)'],
  ['lowerRoman', '(%)'],
  ['decimal', '%.'],
  ['lowerLetter', '%.'],
  ['lowerRoman', '%.'],
]
const deepest = 9

/** What `\*` says of the form of a number. */
const switches: Record<string, string> = {
  arabic: 'decimal',
  roman: 'lowerRoman',
  ROMAN: 'upperRoman',
  Roman: 'upperRoman',
  alphabetic: 'lowerLetter',
  ALPHABETIC: 'upperLetter',
  Alphabetic: 'upperLetter',
  ordinal: 'ordinal',
  arabicdash: 'numberInDash',
  chinesenum1: 'chineseCounting',
  chinesenum2: 'chineseLegalSimplified',
  chinesenum3: 'chineseCountingThousand',
  gb1: 'decimalEnclosedFullstop',
  gb2: 'decimalEnclosedParen',
  gb3: 'decimalEnclosedCircleChinese',
  arabicalpha: 'arabicAlpha',
  arabicabjad: 'arabicAbjad',
  hebrew2: 'hebrew2',
}

interface Instruction {
  name: string
  /** What follows the name and is no switch. */
  argument: string | undefined
  switches: Map<string, string>
}

export class AutoNumbers {
  #paragraph: Numbered = { outline: undefined, level: undefined }
  /** Numbers of each kind of paragraph number and each list, by level from 1. */
  readonly #counts = new Map<string, number[]>()
  /** How many LISTNUM fields of the paragraph have been counted. */
  #before = 0
  /** The level of the last heading that AUTONUM numbered. */
  #heading = 0

  enter(paragraph: Numbered): void {
    this.#paragraph = paragraph
    this.#before = 0
  }

  /** Count a field; undefined for one that Word does not count. */
  next(text: string): string | undefined {
    const field = readInstruction(text)
    switch (field.name) {
      case 'AUTONUM':
      case 'AUTONUMLGL':
      case 'AUTONUMOUT':
        return this.#autoNumber(field)
      case 'LISTNUM':
        return this.#listNumber(field)
      case 'SEQ':
        return this.#sequence(field)
      default:
        return undefined
    }
  }

  /** Headings count by their level; what is no heading counts below the last of them. */
  #autoNumber({ name, switches }: Instruction): string {
    const { outline } = this.#paragraph
    const level = outline ?? this.#heading + 1
    if (outline !== undefined) this.#heading = outline
    const numbers = this.#count('autonum', level)
    const value = numbers[level] ?? 1
    if (name === 'AUTONUMOUT') return printed(outlineLevels, level, value)
    const format = formatOf(switches)
    const all = upTo(numbers, level).map((number) => formatNumber(number, format))
    const end = switches.has('e') ? '' : (switches.get('s') ?? '.')
    return (name === 'AUTONUMLGL' ? all.join('.') : (all.at(-1) ?? '')) + end
  }

  #listNumber({ argument, switches }: Instruction): string {
    const list = argument ?? 'NumberDefault'
    const own = this.#paragraph.level ?? 0
    const asked = whole(switches.get('l'))
    const level = Math.min(deepest, Math.max(1, asked ?? own + 1 + this.#before))
    this.#before++
    const start = whole(switches.get('s'))
    const numbers = this.#count(`list ${list}`, level)
    if (start !== undefined) numbers[level] = start
    const value = numbers[level] ?? 1
    if (list === 'LegalDefault') return `${upTo(numbers, level).join('.')}.`
    return printed(list === 'OutlineDefault' ? outlineLevels : numberLevels, level, value)
  }

  #sequence({ argument, switches }: Instruction): string {
    const key = `seq ${argument ?? ''}`
    const numbers = this.#counts.get(key) ?? []
    const reset = whole(switches.get('r'))
    // \c says the last number again.
    if (reset !== undefined) numbers[1] = reset
    else if (!switches.has('c')) numbers[1] = (numbers[1] ?? 0) + 1
    this.#counts.set(key, numbers)
    if (switches.has('h') && !switches.has('*')) return ''
    return formatNumber(numbers[1] ?? 0, formatOf(switches))
  }

  /** Count one more on a level: those below begin anew. */
  #count(key: string, level: number): number[] {
    const numbers = this.#counts.get(key) ?? []
    this.#counts.set(key, numbers)
    numbers[level] = (numbers[level] ?? 0) + 1
    numbers.length = level + 1
    return numbers
  }
}

/** The numbers of a level and those above it; one for what was not counted. */
function upTo(numbers: readonly (number | undefined)[], level: number): number[] {
  return Array.from({ length: level }, (_, at) => numbers[at + 1] ?? 1)
}

function printed(levels: readonly Level[], level: number, value: number): string {
  const [format, text] = levels[Math.min(level, deepest) - 1] as Level
  return text.replace('%', formatNumber(value, format))
}

function formatOf(given: ReadonlyMap<string, string>): string {
  const name = given.get('*') ?? ''
  return switches[name] ?? switches[name.toLowerCase()] ?? 'decimal'
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : undefined
}

/** Switches that take a value. */
const valued = /^[*#@lrs]$/u

/** `SEQ Table \* ROMAN \r 3` → its name, its argument and its switches. */
export function readInstruction(text: string): Instruction {
  const words = text.match(/"[^"]*"|\\[*#@a-z]|[^\s"\\]+/giu) ?? []
  const [name = '', ...rest] = words
  const found: Instruction = { name: name.toUpperCase(), argument: undefined, switches: new Map() }
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string
    if (!word.startsWith('\\')) {
      found.argument ??= word.replace(/"/gu, '')
      continue
    }
    const key = word.slice(1).toLowerCase()
    const value = valued.test(key) ? rest[at + 1] : undefined
    if (value === undefined || value.startsWith('\\')) {
      found.switches.set(key, '')
      continue
    }
    at++
    // MERGEFORMAT keeps the look of the result; it says nothing of the number.
    if (!/^(?:MERGEFORMAT|CHARFORMAT)$/iu.test(value)) found.switches.set(key, value.replace(/"/gu, ''))
  }
  return found
}
