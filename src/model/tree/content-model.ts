/**
 * The content model of `types.ts` as data, which `check.ts` holds a tree to.
 *
 * The model is a record typed over the nodes: a node, a field or a place for a
 * child that is added to `types.ts` and not here does not compile.
 */
import type { Paragraph, TableCell, TableRow } from 'mdast'
import { furnitureKinds } from './kinds.js'
import type {
  CitationKind,
  DocumentKind,
  FurnitureKind,
  Node,
  ParagraphNumber,
  PhraseRole,
  PlainContentMap,
  ProposalKind,
} from './types.js'

// ---------------------------------------------------------------- fields

/** What a field may hold: in words, and as a test. */
export interface FieldRule<T = unknown> {
  expected: string
  test: (value: unknown) => value is T
}

const rule = <T>(expected: string, test: (value: unknown) => boolean): FieldRule<T> => ({
  expected,
  test: (value): value is T => test(value),
})
export const isText = (value: unknown) => typeof value === 'string'
const isWhole = (value: unknown) => Number.isInteger(value)
export const isCount = (value: unknown) => isWhole(value) && (value as number) >= 1
const orNull = <T>({ expected, test }: FieldRule<T>) =>
  rule<T | null>(`${expected} or null`, (value) => value === null || test(value))
const optional = <T>({ expected, test }: FieldRule<T>) =>
  rule<T>(`${expected}, or no such field`, (value) => value === undefined || test(value))
/** One of the names that are the keys; the record makes a missing name fail to compile. */
const oneOf = <T extends string>(names: Record<T, true>) =>
  rule<T>(
    `one of ${Object.keys(names).join(', ')}`,
    (value) => isText(value) && Object.hasOwn(names, value as string),
  )

const string = rule<string>('a string', isText)
const strings = rule<string[]>('a list of strings', (value) => Array.isArray(value) && value.every(isText))
const boolean = rule<boolean>('true or false', (value) => typeof value === 'boolean')
const count = rule<number>('a whole number from 1', isCount)
const whole = rule<number>('a whole number', isWhole)
const isoDate = rule<string>(
  'an ISO 8601 date',
  (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/u.test(value as string),
)
const isoTime = rule<string>(
  'an ISO 8601 time',
  (value) => isText(value) && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(value as string),
)
const paragraphNumber = rule<ParagraphNumber>('{value, suffix, alternative}', (value) => {
  if (typeof value !== 'object' || value === null) return false
  const { value: own, suffix, alternative } = value as Partial<ParagraphNumber>
  const texts = [suffix, alternative].every((part) => part === null || isText(part))
  return isWhole(own) && texts
})
const documentKind = oneOf<DocumentKind>({
  draft: true,
  revisedDraft: true,
  adopted: true,
  amendment: true,
  decision: true,
  draftDecision: true,
  unknown: true,
})
const proposalKind = oneOf<ProposalKind>({
  draftResolution: true,
  revisedDraftResolution: true,
  draftDecision: true,
  revisedDraftDecision: true,
  amendment: true,
  unknown: true,
})
const citationKind = oneOf<CitationKind>({
  resolution: true,
  decision: true,
  document: true,
  article: true,
  paragraph: true,
  treaty: true,
})
const furnitureKind = oneOf<FurnitureKind>(furnitureKinds)
const phraseRole = oneOf<PhraseRole>({ preambular: true, operative: true })

// ---------------------------------------------------------------- the model

/** How many children of a type: none or one, any, exactly one. */
export type Many = '?' | '*' | '1'

/** What a node holds. */
export interface NodeModel {
  fields: Record<string, FieldRule>
  /** Types of child and how many of each; null for a node without children. */
  children: Record<string, Many> | null
  /** Types of child that are in this order; other types are anywhere. */
  order?: readonly string[]
  /** True where a node without children has no reason to be. */
  filled?: boolean
}
export type ContentModel = Record<string, NodeModel>

/** Nodes of mdast that are inside resast's, and in no content map of it. */
type Inner = Paragraph | TableRow | TableCell
/** Where mdast lets more in than resast does. */
interface Narrowed {
  emphasis: keyof PlainContentMap
  strong: keyof PlainContentMap
  footnoteDefinition: 'paragraph'
  paragraph: keyof PlainContentMap
  tableCell: keyof PlainContentMap
}
type Every = Node | Inner
type NodeOf<T> = Extract<Every, { type: T }>
type ChildType<N, T> = T extends keyof Narrowed
  ? Narrowed[T]
  : N extends { children: (infer C)[] }
    ? C extends { type: infer K extends string }
      ? K
      : never
    : never
/** `align` and the identifier's twin `label` are optional in mdast; resast asks for the label, since it is printed. */
type FieldName<N> = Exclude<keyof N, 'type' | 'children' | 'position' | 'data' | 'align'>
type Model = {
  [T in Every['type']]: Omit<NodeModel, 'fields' | 'children'> & {
    fields: { [K in FieldName<NodeOf<T>>]-?: FieldRule<Exclude<NodeOf<T>[K], undefined>> }
    children: NodeOf<T> extends { children: unknown } ? Record<ChildType<NodeOf<T>, T>, Many> : null
  }
}

const plain = { text: '*', emphasis: '*', strong: '*', break: '*', footnoteReference: '*' } as const
const parts = { clause: '*', subparagraph: '*' } as const
const operativeContent = {
  operativeParagraph: '*',
  section: '*',
  heading: '*',
  table: '*',
  quotation: '*',
  command: '*',
  unknown: '*',
} as const
const plainNode = { fields: {}, children: plain }

const model: Model = {
  root: {
    fields: { language: orNull(string), kind: documentKind },
    children: {
      masthead: '?',
      proposal: '?',
      resolution: '*',
      annex: '*',
      footnoteDefinition: '*',
      furniture: '*',
      comment: '*',
      unknown: '*',
    },
    order: ['masthead', 'proposal', 'resolution'],
  },
  masthead: {
    fields: {},
    children: {
      organ: '*',
      symbol: '*',
      distribution: '*',
      date: '*',
      originalLanguage: '*',
      session: '*',
      venue: '*',
      agendaItem: '*',
      agendaTitle: '*',
      provenance: '*',
      jobNumber: '*',
      unknown: '*',
    },
    filled: true,
  },
  organ: { fields: { name: string }, children: plain },
  symbol: { fields: { symbol: string }, children: plain },
  distribution: { fields: { level: string }, children: plain },
  date: { fields: { date: orNull(isoDate) }, children: plain },
  originalLanguage: { fields: { languages: strings }, children: plain },
  session: { fields: { number: orNull(count), kind: string }, children: plain },
  venue: { fields: { place: orNull(string), from: orNull(isoDate), to: orNull(isoDate) }, children: plain },
  agendaItem: { fields: { items: strings }, children: plain },
  agendaTitle: plainNode,
  provenance: { fields: { date: orNull(isoDate), symbols: strings }, children: plain },
  jobNumber: plainNode,
  proposal: {
    fields: { kind: proposalKind },
    children: { sponsor: '*', text: '*', footnoteReference: '*' },
    filled: true,
  },
  sponsor: { fields: { name: string, noteMarks: strings, onBehalfOf: orNull(string) }, children: plain },

  resolution: {
    fields: { number: orNull(string), designation: orNull(string) },
    children: {
      title: '*',
      table: '*',
      organLine: '?',
      preamble: '?',
      operative: '?',
      closing: '?',
      unknown: '*',
    },
    order: ['title', 'organLine', 'preamble', 'operative', 'closing'],
  },
  title: { fields: { label: orNull(string) }, children: plain },
  organLine: { fields: { name: string }, children: plain },
  preamble: {
    fields: {},
    children: { preambularParagraph: '*', heading: '*', table: '*', unknown: '*' },
    filled: true,
  },
  preambularParagraph: { fields: { ordinal: count, label: orNull(string) }, children: parts },
  operative: { fields: {}, children: operativeContent, filled: true },
  section: {
    fields: { label: orNull(string) },
    children: { ...operativeContent, organLine: '?', preamble: '?' },
    order: ['organLine', 'preamble', 'operativeParagraph'],
  },
  operativeParagraph: {
    fields: { label: orNull(string), number: orNull(paragraphNumber), ordinal: count },
    children: parts,
  },
  subparagraph: { fields: { label: string, depth: count }, children: parts },
  clause: {
    fields: {},
    children: { ...plain, phrase: '*', citation: '*' },
    filled: true,
  },
  heading: { fields: { depth: count }, children: plain },
  quotation: { fields: {}, children: { resolution: '*' }, filled: true },
  command: { fields: { label: orNull(string) }, children: { clause: '*', givenParagraph: '*' } },
  givenParagraph: { fields: { label: orNull(string) }, children: { clause: '*' } },
  closing: { fields: {}, children: { meeting: '*', date: '*', vote: '*', unknown: '*' }, filled: true },
  meeting: { fields: { number: orNull(count) }, children: plain },
  vote: plainNode,
  annex: {
    fields: { label: orNull(string) },
    children: { title: '*', heading: '*', annexParagraph: '*', resolution: '*', table: '*', unknown: '*' },
  },
  annexParagraph: {
    fields: { label: orNull(string), number: orNull(paragraphNumber), ordinal: count },
    children: parts,
  },

  phrase: {
    fields: {
      role: phraseRole,
      lead: boolean,
      verb: orNull(string),
      alternatives: optional(strings),
      enumerator: orNull(string),
      intensifier: orNull(string),
      qualifier: orNull(string),
      force: orNull(whole),
      stance: orNull(string),
    },
    children: plain,
    filled: true,
  },
  citation: {
    fields: { kind: citationKind, target: string, url: orNull(string), date: optional(string) },
    children: plain,
    filled: true,
  },
  text: { fields: { value: string }, children: null },
  emphasis: { ...plainNode, filled: true },
  strong: { ...plainNode, filled: true },
  break: { fields: {}, children: null },
  footnoteReference: { fields: { identifier: string, label: string }, children: null },

  footnoteDefinition: { fields: { identifier: string, label: string }, children: { paragraph: '*' } },
  paragraph: plainNode,
  table: { fields: {}, children: { tableRow: '*' }, filled: true },
  tableRow: { fields: {}, children: { tableCell: '*' } },
  tableCell: plainNode,
  furniture: { fields: { kind: furnitureKind, value: string }, children: null },
  comment: {
    fields: { author: orNull(string), date: orNull(isoTime), quote: string, value: string },
    children: null,
  },
  unknown: plainNode,
}

/** The content model as data: what `check` holds a tree to. Extend a copy of it to add nodes of your own. */
export const contentModel: Readonly<ContentModel> = model
