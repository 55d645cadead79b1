/** Also and further: the cycle of paragraphs that open alike. */
import type { Drafting } from '../../language/drafting.js'
import { plainText } from '../../model/tree/text.js'
import type { Phrase } from '../../model/tree/types.js'
import type { Block } from '../blocks.js'
import { type Finding, type LintContext, wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

const manual = 'United Nations Editorial Manual'
/** Plain, also, further, plain, … */
const cycle = [null, 'also', 'further'] as const

type Word = (typeof cycle)[number]

/** The word that counts, where the first verb has it: “Inviting further use” and “and further inviting” count nothing. */
function counted(phrase: Phrase, { drafting }: LintContext): Word | undefined {
  const word = cycle.find((one) => one === phrase.enumerator)
  if (!word) return word
  const joints = drafting?.joints?.and ?? []
  const text = plainText(phrase).toLowerCase()
  const ends = joints.flatMap((joint) => {
    const at = text.indexOf(` ${joint} `)
    return at < 0 ? [] : [at]
  })
  return text.slice(0, Math.min(text.length, ...ends)).includes(word) ? word : null
}

/** What makes two openers the same: the verb and all that completes it. */
function keyOf({ verb, qualifier, intensifier }: Phrase): string | null {
  return verb === null ? null : [verb, qualifier ?? '', intensifier ?? ''].join(' ')
}

interface Step {
  block: Block
  phrase: Phrase
  before: Phrase | undefined
  /** What its place in the run asks for. */
  expected: Word
  /** What it has. */
  word: Word
}

/** Each paragraph whose opener the cycle counts, with the word that its place asks for. */
function* steps(
  context: LintContext,
  role: Block['role'],
  alike: (one: Block, other: Block) => boolean,
): Generator<Step> {
  let place = 0
  let before: Block | undefined
  for (const block of context.sentence) {
    const { phrase } = block
    if (block.role !== role || !phrase) {
      before = undefined
      continue
    }
    const runs = before?.phrase && !block.apart && alike(before, block)
    // An excerpt, or a run that somebody marked otherwise, goes on from its own word.
    place = runs ? place + 1 : 0
    const word = counted(phrase, context)
    // Other words (once again) neither count nor are counted.
    if (word !== undefined)
      yield {
        block,
        phrase,
        word,
        before: block.apart ? undefined : before?.phrase,
        expected: cycle[place % 3] ?? null,
      }
    before = block
  }
}

const sameOpener = (one: Block, other: Block) =>
  one.phrase !== undefined &&
  other.phrase !== undefined &&
  keyOf(one.phrase) !== null &&
  keyOf(one.phrase) === keyOf(other.phrase)

/** Characters of the longest addressee, and of one whose end is not found. */
const [longestAddressee, shortAddressee] = [120, 60]

/** The words behind the opener, up to its first verb or comma: whom the verb asks. */
function addresseeOf({ phrase, rows: [row] }: Block, drafting: Drafting | null): string {
  const words = row && phrase ? row.text.slice(plainText(phrase).length) : ''
  const end = drafting?.addresseeEnd ? words.search(drafting.addresseeEnd) : -1
  return words
    .slice(0, end < 0 || end > longestAddressee ? shortAddressee : end)
    .trim()
    .toLowerCase()
}

/** The verbs of a paragraph, its later ones too. */
function verbsOf({ rows }: Block): Set<string | null> {
  return new Set(
    rows.flatMap(
      (row) => row.clause?.children.flatMap((node) => (node.type === 'phrase' ? [node.verb] : [])) ?? [],
    ),
  )
}

/** It has the words anywhere: “Conscious of the dark, requests …”. */
function says({ rows }: Block, words: string): boolean {
  return rows.some(({ text }) => text.toLowerCase().includes(words.toLowerCase()))
}

/** Where the word that counts is written in an opener. */
function placeOfEnumerator(phrase: Phrase): 'before' | 'behind' {
  return phrase.enumerator !== null && plainText(phrase).toLowerCase().startsWith(phrase.enumerator)
    ? 'before'
    : 'behind'
}

/** The opener with the word that counts, or without it, where its part of the text has it. */
function reworded(phrase: Phrase, word: string | null, place: 'before' | 'behind'): string {
  const text = plainText(phrase)
  const bare = phrase.enumerator === null ? text : withoutWord(text, phrase.enumerator)
  if (word === null) return capital(bare)
  if (place === 'before') return capital(`${word} ${bare.charAt(0).toLowerCase()}${bare.slice(1)}`)
  const [verb = '', ...rest] = capital(bare).split(' ')
  return [verb, word, ...rest].join(' ')
}

function withoutWord(text: string, word: string): string {
  const at = text.toLowerCase().search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'))
  return at < 0 ? text : (text.slice(0, at) + text.slice(at + word.length)).replace(/\s+/gu, ' ').trim()
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function finding({ rows: [row] }: Block, phrase: Phrase, fix: string, message?: string): Finding[] {
  if (!row) return []
  const found = wordsFinding(row, 0, plainText(phrase).length, fix)
  return [message === undefined ? found : { ...found, message }]
}

/** The part of the text in which a language writes the word before the verb, or behind it. */
function places({ drafting }: LintContext): Partial<Record<Block['role'], 'before' | 'behind'>> {
  return drafting?.enumerators ?? {}
}

function misplaced(context: LintContext, role: Block['role']): Finding[] {
  const place = places(context)[role]
  if (!place) return []
  return context.sentence.flatMap((block) => {
    const { phrase } = block
    if (block.role !== role || !phrase || phrase.verb === null || !counted(phrase, context)) return []
    return placeOfEnumerator(phrase) === place
      ? []
      : finding(block, phrase, reworded(phrase, phrase.enumerator, place))
  })
}

export const repetition: LintRule[] = [
  {
    id: 'REP-001',
    severity: 'info',
    says: 'Recitals in a row that open alike are plain, “also”, “further”, plain again, …',
    why: 'After a plain opener, 2,445 texts have “also” and 61 have none.',
    source: manual,
    profiles: { SC: 'off' },
    examples: {
      bad: '*Recalling* its resolution 5/2,\n\n*Recalling* its resolution 5/3,',
      good: '*Recalling* its resolution 5/2,\n\n*Recalling also* its resolution 5/3,',
    },
    check: (context) => {
      const place = places(context).preambular
      if (!place) return []
      return [...steps(context, 'preambular', sameOpener)].flatMap(
        ({ block, phrase, before, expected, word }) =>
          before && expected !== null && word !== expected
            ? finding(block, phrase, reworded(phrase, expected, place))
            : [],
      )
    },
  },
  {
    id: 'REP-002',
    severity: 'warning',
    says: 'In the preamble “also” and “further” follow the verb.',
    why: '4,916 recitals of the General Assembly have them so, 36 before it.',
    source: manual,
    profiles: { SC: 'off' },
    examples: { bad: '*Also recalling* its resolution 5/3,', good: '*Recalling also* its resolution 5/3,' },
    check: (context) => misplaced(context, 'preambular'),
  },
  {
    id: 'REP-003',
    severity: 'warning',
    says: 'In the operative part “also” and “further” precede the verb.',
    why: '4,338 paragraphs of the General Assembly have them so, 181 behind it.',
    source: manual,
    profiles: { SC: 'off' },
    examples: { bad: '2. *Requests also* a report;', good: '2. *Also requests* a report;' },
    check: (context) => misplaced(context, 'operative'),
  },
  {
    id: 'REP-005',
    severity: 'info',
    says: 'Operative paragraphs in a row with the same verb and the same addressee are plain, “also”, “further”, …',
    why: 'With the same addressee 1,083 paragraphs have “also” and 159 none; with another, 1,353 are plain.',
    source: manual,
    profiles: { SC: 'off' },
    examples: {
      bad: '1. *Welcomes* the fund;\n\n2. *Welcomes* the report;',
      good: '1. *Welcomes* the fund;\n\n2. *Also welcomes* the report;',
    },
    check: (context) => {
      const place = places(context).operative
      if (!place) return []
      return [...steps(context, 'operative', sameOpener)].flatMap(
        ({ block, phrase, before, expected, word }) => {
          if (!before || expected === null || word === expected) return []
          const at = context.sentence.indexOf(block)
          const previous = context.sentence[at - 1]
          const asks = (phrase.force ?? 0) > 0
          const asked = (one: Block) => addresseeOf(one, context.drafting)
          if (asks && previous && asked(previous) !== asked(block)) return []
          return finding(block, phrase, reworded(phrase, expected, place))
        },
      )
    },
  },
  {
    id: 'REP-006',
    severity: 'warning',
    says: 'There is no “also” or “further” where the paragraph before has another verb.',
    why: '39 of 8,629 paragraphs with such a word lack what it counts.',
    source: manual,
    profiles: { SC: 'off' },
    examples: {
      bad: '1. *Welcomes* the fund;\n\n2. *Also requests* a report;',
      good: '1. *Welcomes* the fund;\n\n2. *Requests* a report;',
    },
    check: (context) =>
      context.sentence.flatMap((block, at) => {
        const { phrase, role } = block
        const place = places(context)[role]
        if (!place || !phrase || phrase.verb === null || !counted(phrase, context)) return []
        const previous = context.sentence[at - 1]
        if (block.apart || previous?.role !== role) return []
        if (verbsOf(previous).has(phrase.verb) || says(previous, reworded(phrase, null, place))) return []
        return finding(block, phrase, reworded(phrase, null, place))
      }),
  },
]
