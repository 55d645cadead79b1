/** One block of the front → one field of the masthead. */
import { evidence } from '../language/evidence.js'
import { latinDigits } from '../language/script.js'
import { normalSymbol } from '../language/symbols.js'
import type { Grammar } from '../language/types.js'
import type { Block } from '../model/block.js'
import type { MastheadContent, PlainContent } from '../model/tree/types.js'
import { plainContent } from './inline.js'
import { enclose, type Places } from './place.js'

interface FieldContext {
  grammar: Grammar
  places: Places
}

type Build = (match: RegExpMatchArray, children: PlainContent[], grammar: Grammar) => MastheadContent

const builders: readonly (readonly [id: string, build: Build])[] = [
  ['unitedNations', unitedNations],
  [
    'symbolLine',
    (match, children) => ({
      type: 'symbol',
      symbol: normalSymbol(match.groups?.symbol ?? match[0]),
      children,
    }),
  ],
  [
    'distribution',
    (match, children) => ({
      type: 'distribution',
      level: clean(match.groups?.level ?? '').toLowerCase(),
      children,
    }),
  ],
  [
    'provisionalLine',
    (match, children) => ({ type: 'distribution', level: clean(match[0]).toLowerCase(), children }),
  ],
  [
    'originalLanguage',
    (match, children, grammar) => ({
      type: 'originalLanguage',
      languages: grammar.languageCodes(match.groups?.languages ?? match.groups?.only ?? ''),
      children,
    }),
  ],
  [
    'session',
    (match, children, grammar) => {
      const { ordinal, year, kind } = match.groups ?? {}
      const number = ordinal ? grammar.ordinal(ordinal) : year ? Number(latinDigits(year)) : null
      return { type: 'session', number, kind: kind ? clean(kind).toLowerCase() : 'regular', children }
    },
  ],
  [
    'agendaItem',
    (match, children, grammar) => ({
      type: 'agendaItem',
      items: grammar.listItems(latinDigits(match.groups?.items ?? '')),
      children,
    }),
  ],
  [
    'venue',
    (match, children, grammar) => {
      const { from, to } = grammar.dateRange(match.groups?.dates ?? '') ?? { from: null, to: null }
      return { type: 'venue', place: clean(match.groups?.place ?? '') || null, from, to, children }
    },
  ],
  ['date', (match, children, grammar) => ({ type: 'date', date: grammar.isoDate(match[0]), children })],
  [
    'dateRange',
    (match, children, grammar) => {
      const { from, to } = grammar.dateRange(match[0]) ?? { from: null, to: null }
      return { type: 'venue', place: null, from, to, children }
    },
  ],
  ['scResolution', provenance],
  ['provenance', provenance],
  ['provenanceNote', provenance],
  // Texts of the nineties print the meeting that adopted them, and its day, above the title.
  ['closingLine', provenance],
  ['organField', organ],
  ['organ', organ],
]

/** Read a block as a masthead field; undefined if it is none, whole. */
export function mastheadField(block: Block, context: FieldContext): MastheadContent | undefined {
  const { value } = evidence(block.text.value)
  if (block.kind === 'furniture')
    return enclose({ type: 'jobNumber', children: plainContent(block.text, context) })
  for (const [id, build] of builders) {
    const match = context.grammar.match(id, value)
    if (match && match[0].trimEnd().length === value.length && match[0] !== '')
      return enclose(build(match, plainContent(block.text, context), context.grammar))
  }
  return undefined
}

/** The letterhead: in old ones the first letter of the symbol is between its words. */
function unitedNations(match: RegExpMatchArray, children: PlainContent[]): MastheadContent {
  const { letter = '' } = match.groups ?? {}
  return { type: 'organ', name: clean(match[0].replace(letter, '')), children }
}

function organ(match: RegExpMatchArray, children: PlainContent[]): MastheadContent {
  return { type: 'organ', name: clean(match.groups?.name ?? match[0]), children }
}

function provenance(match: RegExpMatchArray, children: PlainContent[], grammar: Grammar): MastheadContent {
  const dates = grammar.findAll('date', match[0])
  const symbols = grammar.findAll('symbol', match[0]).map((found) => normalSymbol(found[0]))
  return { type: 'provenance', date: dates[0] ? grammar.isoDate(dates[0][0]) : null, symbols, children }
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
