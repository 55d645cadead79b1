/** Discrepancies put into one language version of a text, at random from a seed, as editors meet them. */
import { figuresOf } from '../../src/concord/figures.js'
import { mayCorrespond } from '../../src/language/classes.js'
import { load } from '../../src/language/load.js'
import type { VerbRecord } from '../../src/language/records/verbs.js'
import type { DiscrepancyKind } from '../../src/model/concordance.js'
import { phrase as phraseNode } from '../../src/model/tree/build.js'
import { rows } from '../../src/model/tree/rows.js'
import { plainText } from '../../src/model/tree/text.js'
import type { AnyNode, Phrase, Root } from '../../src/model/tree/types.js'
import { readLanguage } from './grammars.js'

export const seededKinds = [
  'paragraph',
  'number',
  'date',
  'citation',
  'verb',
  'footnote',
  'subparagraphs',
] as const
export type SeededKind = (typeof seededKinds)[number]

/** A text with a discrepancy in it. */
export interface Seeded {
  source: string
  /** The outline's label of the paragraph that was changed, as it was. */
  label: string
  /** What was there, and what is there now. */
  before: string
  after: string
  /** The kinds of discrepancy of which one must be told. */
  told: DiscrepancyKind[]
}

/** Make a generator of numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A top-level paragraph and its words in the source. */
interface Paragraph {
  label: string
  node: AnyNode
  start: number
  end: number
  words: string
}

/**
 * Put one discrepancy into a text.
 *
 * Given its source, its tree and labels that are to be left alone. Null where
 * the text has nothing that can be changed so.
 */
export function seed(
  kind: SeededKind,
  source: string,
  tree: Root,
  next: () => number,
  but: ReadonlySet<string> = new Set(),
): Seeded | null {
  const candidates = paragraphs(source, tree).filter(({ label }) => !but.has(label))
  // Shuffled: the first that can be changed is taken.
  for (let last = candidates.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    ;[candidates[last], candidates[other]] = [candidates[other] as Paragraph, candidates[last] as Paragraph]
  }
  for (const paragraph of candidates) {
    const change = changes[kind](paragraph, tree, next)
    if (!change) continue
    const { start, end, label } = paragraph
    const after = change.words
    return {
      source: source.slice(0, start) + after + source.slice(end),
      label,
      before: change.before,
      after: change.after,
      told: change.told,
    }
  }
  return null
}

interface Change {
  words: string
  before: string
  after: string
  told: DiscrepancyKind[]
}

function paragraphs(source: string, tree: Root): Paragraph[] {
  const seen = new Set<string>()
  return rows(tree).flatMap(({ label, node }) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    const top = node.type === 'preambularParagraph' || node.type === 'operativeParagraph'
    if (!top || start === undefined || end === undefined || seen.has(label)) return []
    seen.add(label)
    // The label and what opens the italics are before the node.
    const line = source.lastIndexOf('\n', start) + 1
    return [{ label, node: node as AnyNode, start: line, end, words: source.slice(line, end) }]
  })
}

const changes: Record<SeededKind, (paragraph: Paragraph, tree: Root, next: () => number) => Change | null> = {
  paragraph: ({ words, label }) => ({
    words: '',
    before: words.slice(0, 60),
    after: '',
    told: label.startsWith('PP') ? ['missing', 'added'] : ['missing', 'added', 'structure'],
  }),
  number: (paragraph, tree, next) =>
    changedFigure(paragraph, tree, next, ({ kind, bare }, cited) => kind === 'number' && bare && !cited),
  date: (paragraph, tree, next) => changedFigure(paragraph, tree, next, ({ kind }) => kind === 'date'),
  citation: (paragraph, tree, next) =>
    changedFigure(
      paragraph,
      tree,
      next,
      ({ kind, values }, cited) => kind === 'symbol' || (cited && /^\d+\/\d+$/u.test(values[0] ?? '')),
    ),
  verb: weakened,
  footnote: ({ words }) => {
    const mark = /\[\^\d+\]/u.exec(words)
    return mark && { words: words.replace(mark[0], ''), before: mark[0], after: '', told: ['footnote'] }
  },
  subparagraphs: ({ node, words }) => {
    const lines = words.split('\n\n')
    const count = inside(node, 'subparagraph').length
    if (count < 2 || lines.length < 3) return null
    const joined = lines.map((line, at) => (at === 0 ? line : line.replace(/^\W?[\p{L}\d]{1,4}\)\s+/u, '')))
    return {
      words: joined.join(' '),
      before: `${count} sub-paragraphs`,
      after: 'running text',
      told: ['structure', 'missing', 'added'],
    }
  },
}

type Figures = ReturnType<typeof figuresOf>

/** Change the last digit of one figure of a kind, by one to eight. */
function changedFigure(
  { node, words }: Paragraph,
  { language }: Root,
  next: () => number,
  fits: (figure: Figures[number], cited: boolean) => boolean,
): Change | null {
  const cited = inside(node, 'citation').map(plainText)
  const bare = words.replace(/\[\^\d+\]|<[^>]*>|^[^\s*]{1,5}(?: -)?\s/gu, (mark) =>
    '\u0001'.repeat(mark.length),
  )
  const list = figuresOf(bare, language ? load(language) : null).filter(
    (figure) =>
      figure.required &&
      fits(
        figure,
        cited.some((one) => one.includes(figure.text)),
      ) &&
      /\p{Nd}/u.test(figure.text),
  )
  const figure = list[Math.floor(next() * list.length)]
  if (!figure) return null
  // The day is the first number of a date, or the last where the year comes first.
  const digits = [...figure.text.matchAll(/\p{Nd}+/gu)]
  const day = digits[0]?.[0].length === 4 ? digits.at(-1) : digits[0]
  const run = figure.kind === 'date' ? day : digits.at(-1)
  if (!run) return null
  const at = figure.start + words.slice(figure.start).indexOf(figure.text) + run.index
  const shift = 1 + Math.floor(next() * 8)
  const last = at + run[0].length - 1
  const value = ((words.codePointAt(last) ?? 0) - zeroOf(words[last] ?? '0') + shift) % 10
  const changed = String.fromCodePoint(zeroOf(words[last] ?? '0') + value)
  const result = words.slice(0, last) + changed + words.slice(last + 1)
  const told: DiscrepancyKind[] = ['number', 'date', 'citation', 'symbol']
  return { words: result, before: figure.text, after: result.slice(figure.start, figure.end), told }
}

function zeroOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 48
  return [0x660, 0x6f0].find((zero) => code >= zero && code < zero + 10) ?? 48
}

/** What a verb may become that asks or says less. */
const weaker: Record<string, string> = {
  demand: 'request',
  decide: 'recommend',
  urge: 'invite',
  request: 'encourage',
  'call-upon': 'invite',
  condemn: 'note',
  deplore: 'take-note',
  welcome: 'take-note',
  commend: 'note',
  reaffirm: 'recall',
  stress: 'note',
  emphasize: 'note',
  encourage: 'note',
  concerned: 'aware',
  convinced: 'recall',
}

/** Set another verb of the same language in the place of the opening one. */
function weakened({ node, words }: Paragraph, { language }: Root): Change | null {
  const lead = inside(node, 'phrase').find((one) => (one as Phrase).lead) as Phrase | undefined
  const target = weaker[lead?.verb ?? '']
  if (!lead || !language || target === undefined) return null
  const record = verbs(language).find(({ id, forms }) => id === target && forms[lead.role].length > 0)
  const before = plainText(lead)
  const form = record?.forms[lead.role][0]
  if (!record || form === undefined || !words.includes(before)) return null
  const { alternatives, force, stance } = record
  const put = phraseNode(
    { role: lead.role, lead: true, verb: target, force, stance, ...(alternatives && { alternatives }) },
    [form],
  )
  if (mayCorrespond(lead, put) !== false) return null
  return { words: words.replace(before, form), before, after: form, told: ['verb'] }
}

const known = new Map<string, VerbRecord[]>()

function verbs(language: string): VerbRecord[] {
  const list = known.get(language) ?? readLanguage(language).verbs
  known.set(language, list)
  return list
}

function inside(node: AnyNode, type: string): AnyNode[] {
  const deeper =
    'children' in node ? (node.children as AnyNode[]).flatMap((child) => inside(child, type)) : []
  return node.type === type ? [node, ...deeper] : deeper
}
