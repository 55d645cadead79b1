/**
 * Builders: one small typed function for each node of resast.
 *
 * Each takes the node's fields and its children. Fields that have a neutral
 * value may be left out, the whole object too when all of them have one.
 * Where text may be, a string stands for a text node.
 *
 * @example
 * operativeParagraph({ label: '3.', number: { value: 3, suffix: null, alternative: null }, ordinal: 3 }, [
 *   clause([phrase({ role: 'operative', lead: true, verb: 'urge' }, ['Urges']), ' States to keep their lamps lit;']),
 * ])
 */
import type { Paragraph, TableCell, TableRow } from 'mdast'
import type {
  AgendaItem,
  AgendaTitle,
  Annex,
  AnnexParagraph,
  Break,
  Citation,
  Clause,
  Closing,
  Command,
  Comment,
  DateField,
  Distribution,
  DocumentSymbol,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Furniture,
  FurnitureKind,
  GivenParagraph,
  Heading,
  JobNumber,
  Masthead,
  Meeting,
  Operative,
  OperativeParagraph,
  Organ,
  OrganLine,
  OriginalLanguage,
  Parent,
  Phrase,
  PlainContent,
  Preamble,
  PreambularParagraph,
  Proposal,
  Provenance,
  Quotation,
  Resolution,
  Root,
  Section,
  Session,
  Sponsor,
  Strong,
  Subparagraph,
  Table,
  Text,
  Title,
  Unknown,
  Venue,
  Vote,
} from './types.js'

/** What a builder can make: the parents of resast and the mdast parents inside them. */
export type Buildable = Parent | Paragraph | TableRow | TableCell
export type Structure = 'type' | 'children' | 'position' | 'data'
/** A node's own fields: `Free` names those that have a neutral value and may be left out. */
export type Fields<N extends Buildable, Free extends keyof N> = Omit<N, Structure | Free> & {
  [K in Free]?: N[K]
} & Partial<Pick<N, 'position' | 'data'>>
export type Children<N extends Buildable> =
  | N['children'][number]
  | (Extract<N['children'][number], Text> extends never ? never : string)

export type Builder<N extends Buildable, Free extends keyof N> = (
  fields: Fields<N, Free>,
  children?: readonly Children<N>[],
) => N
/** A builder whose fields may all be left out. */
export interface FreeBuilder<N extends Buildable, Free extends keyof N> extends Builder<N, Free> {
  (children: readonly Children<N>[]): N
}
type BuilderOf<N extends Buildable, Free extends keyof N> =
  object extends Fields<N, Free> ? FreeBuilder<N, Free> : Builder<N, Free>

function builder<N extends Buildable, Free extends keyof N = never>(
  type: N['type'],
  neutral: Required<Pick<N, Free>>,
): BuilderOf<N, Free> {
  const build = (fields: object, children: readonly unknown[] = []): N => {
    const bare = Array.isArray(fields)
    const content: readonly unknown[] = bare ? fields : children
    return {
      type,
      ...neutral,
      ...(bare ? {} : fields),
      children: content.map((child) => (typeof child === 'string' ? text(child) : child)),
    } as unknown as N
  }
  return build as BuilderOf<N, Free>
}

// ---------------------------------------------------------------- the document

/** Build the root: `root({language: 'en', kind: 'draft'}, […])`. */
export const root = builder<Root, 'language' | 'kind'>('root', { language: null, kind: 'unknown' })
/** Build a masthead of fields. */
export const masthead = builder<Masthead>('masthead', {})
/** Build the organ's name in a masthead: `organ({name: 'General Assembly'}, ['General Assembly'])`. */
export const organ = builder<Organ>('organ', {})
/** Build a document symbol: `symbol({symbol: 'A/C.2/97/L.12'}, ['A/C.2/97/L.12'])`. */
export const symbol = builder<DocumentSymbol>('symbol', {})
/** Build a distribution line: `distribution({level: 'limited'}, ['Distr.: Limited'])`. */
export const distribution = builder<Distribution>('distribution', {})
/** Build a date of a masthead or a closing: `date({date: '2031-05-04'}, ['4 May 2031'])`. */
export const date = builder<DateField, 'date'>('date', { date: null })
/** Build the line that names the original language. */
export const originalLanguage = builder<OriginalLanguage>('originalLanguage', {})
/** Build a session line: `session({number: 6}, ['Sixth session'])`. */
export const session = builder<Session, 'number' | 'kind'>('session', { number: null, kind: 'regular' })
/** Build the line of place and days. */
export const venue = builder<Venue, 'place' | 'from' | 'to'>('venue', { place: null, from: null, to: null })
/** Build an agenda item: `agendaItem({items: ['72 (b)']}, ['Agenda item 72 (b)'])`. */
export const agendaItem = builder<AgendaItem>('agendaItem', {})
/** Build the agenda item's title. */
export const agendaTitle = builder<AgendaTitle>('agendaTitle', {})
/** Build the line that says how a text came about. */
export const provenance = builder<Provenance, 'date' | 'symbols'>('provenance', { date: null, symbols: [] })
/** Build a job number of a masthead. */
export const jobNumber = builder<JobNumber>('jobNumber', {})
/** Build a proposal: sponsors and the words between them. */
export const proposal = builder<Proposal, 'kind'>('proposal', { kind: 'unknown' })
/** Build a sponsor: `sponsor({name: 'Chile'}, ['Chile'])`. */
export const sponsor = builder<Sponsor, 'noteMarks' | 'onBehalfOf'>('sponsor', {
  noteMarks: [],
  onBehalfOf: null,
})

// ---------------------------------------------------------------- the resolution

/** Build a resolution. */
export const resolution = builder<Resolution, 'number' | 'designation'>('resolution', {
  number: null,
  designation: null,
})
/** Build a title; `label` is the number printed before it. */
export const title = builder<Title, 'label'>('title', { label: null })
/** Build an organ line: `organLine({name: 'General Assembly'}, ['The General Assembly,'])`. */
export const organLine = builder<OrganLine>('organLine', {})
/** Build a preamble. */
export const preamble = builder<Preamble>('preamble', {})
/** Build a preambular paragraph. */
export const preambularParagraph = builder<PreambularParagraph, 'label'>('preambularParagraph', {
  label: null,
})
/** Build an operative part. */
export const operative = builder<Operative>('operative', {})
/** Build a section of an operative part. */
export const section = builder<Section, 'label'>('section', { label: null })
/** Build an operative paragraph; without a label and a number it is an unnumbered one. */
export const operativeParagraph = builder<OperativeParagraph, 'label' | 'number'>('operativeParagraph', {
  label: null,
  number: null,
})
/** Build a sub-paragraph: `subparagraph({label: '(a)', depth: 1}, [clause(['To report;'])])`. */
export const subparagraph = builder<Subparagraph>('subparagraph', {})
/** Build a run of text. */
export const clause = builder<Clause>('clause', {})
/** Build a heading. */
export const heading = builder<Heading>('heading', {})
/** Build a quotation: the draft that a paragraph recommends. */
export const quotation = builder<Quotation>('quotation', {})
/** Build a command of an amending document. */
export const command = builder<Command, 'label'>('command', { label: null })
/** Build a paragraph that a command gives. */
export const givenParagraph = builder<GivenParagraph, 'label'>('givenParagraph', { label: null })
/** Build a closing: meeting, date and vote. */
export const closing = builder<Closing>('closing', {})
/** Build the meeting line of a closing. */
export const meeting = builder<Meeting, 'number'>('meeting', { number: null })
/** Build the vote of a closing. */
export const vote = builder<Vote>('vote', {})
/** Build an annex. */
export const annex = builder<Annex, 'label'>('annex', { label: null })
/** Build a paragraph of an annex. */
export const annexParagraph = builder<AnnexParagraph, 'label' | 'number'>('annexParagraph', {
  label: null,
  number: null,
})

// ---------------------------------------------------------------- inline

/** Build a phrase: `phrase({role: 'operative', lead: true, verb: 'urge'}, ['Urges'])`. */
export const phrase = builder<
  Phrase,
  'verb' | 'enumerator' | 'intensifier' | 'qualifier' | 'force' | 'stance'
>('phrase', { verb: null, enumerator: null, intensifier: null, qualifier: null, force: null, stance: null })
/** Build a citation: `citation({kind: 'resolution', target: 'A/RES/96/4'}, ['resolution 96/4'])`. */
export const citation = builder<Citation, 'url'>('citation', { url: null })
/** Build a text. */
export function text(value: string): Text {
  return { type: 'text', value }
}
/** Build emphasised text. */
export const emphasis = builder<Emphasis>('emphasis', {})
/** Build strong text. */
export const strong = builder<Strong>('strong', {})
/** Build a line break (`break` is a word of JavaScript's own). */
export function lineBreak(): Break {
  return { type: 'break' }
}
/** Build a reference to a footnote: `footnoteReference('1')`. */
export function footnoteReference(identifier: string, label: string = identifier): FootnoteReference {
  return { type: 'footnoteReference', identifier, label }
}

// ---------------------------------------------------------------- the rest

/** Build a footnote of one paragraph: `footnoteDefinition('1', ['A/97/12.'])`. */
export function footnoteDefinition(
  identifier: string,
  children: readonly (PlainContent | string)[],
  label: string = identifier,
): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier, label, children: [paragraph(children)] }
}
const paragraph = builder<Paragraph>('paragraph', {})
const tableRow = builder<TableRow>('tableRow', {})
const tableCell = builder<TableCell>('tableCell', {})
/** Build a table from rows of cells, the first row being the header: `table([['Port', 'Lamps'], ['North Cape', '2']])`. */
export function table(rows: readonly (readonly (string | readonly (PlainContent | string)[])[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) =>
      tableRow(cells.map((cell) => tableCell(typeof cell === 'string' ? [cell] : cell))),
    ),
  }
}
/** Build what the page, not the author, put there: `furniture('pageNumber', '2/9')`. */
export function furniture(kind: FurnitureKind, value: string): Furniture {
  return { type: 'furniture', kind, value }
}
/** Build a comment: `comment({author: 'Fiji', quote: 'all lights'}, 'Only those of ports?')`. */
export function comment(
  fields: Partial<Pick<Comment, 'author' | 'date' | 'quote' | 'data'>>,
  value: string,
): Comment {
  return { type: 'comment', author: null, date: null, quote: '', ...fields, value }
}
/** Build text that no rule could place. */
export const unknown = builder<Unknown>('unknown', {})
