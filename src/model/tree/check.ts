/**
 * The content model of `types.ts`, held at run time.
 *
 * The model is a record typed over the nodes: a node, a field or a place for a
 * child that is added to `types.ts` and not here does not compile.
 */
import type { Paragraph, TableCell, TableRow } from 'mdast'
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
const isText = (value: unknown) => typeof value === 'string'
const isWhole = (value: unknown) => Number.isInteger(value)
const isCount = (value: unknown) => isWhole(value) && (value as number) >= 1
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
const furnitureKind = oneOf<FurnitureKind>({
  pageNumber: true,
  runningHeader: true,
  jobNumber: true,
  barCode: true,
  recycling: true,
  rule: true,
  frontMatter: true,
  lineNumber: true,
  outOfSight: true,
})
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

// ---------------------------------------------------------------- the check

type Loose = Record<string, unknown>

/**
 * List where a tree breaks the content model.
 *
 * Given any value, such as a tree that was read from JSON. Ensures an empty
 * list for a valid tree, else one line for each violation: the path to the
 * node (types, and places among the children) and what was expected there.
 * Positions must lie inside the parent's, where both exist.
 *
 * @param extended the model to hold the tree to, if it has nodes of your own
 * @example check(root([clause([])])) // ['root: unexpected child clause', 'root/clause[0]: …']
 */
export function check(tree: unknown, extended: Readonly<ContentModel> = contentModel): string[] {
  if (!isNode(tree)) return ['unexpected value, expected a node']
  const violations: string[] = []
  if (tree.type !== 'root') violations.push(`${tree.type}: unexpected node, expected root`)
  checkNode(tree, tree.type, 0, extended, violations)
  return violations
}

function checkNode(
  node: Loose & { type: string },
  path: string,
  depth: number,
  model: ContentModel,
  found: string[],
): void {
  const own = Object.hasOwn(model, node.type) ? model[node.type] : undefined
  // Its parent has said that this type is not expected.
  if (!own) return
  for (const [name, { expected, test }] of Object.entries(own.fields))
    if (!test(node[name]))
      found.push(`${path}: unexpected ${name} ${JSON.stringify(node[name])}, expected ${expected}`)
  checkPosition(node.position, path, found)
  checkSource(node.data, path, found)
  if (node.type === 'subparagraph' && node.depth !== depth + 1)
    found.push(`${path}: unexpected depth ${String(node.depth)}, expected ${depth + 1}`)
  if (own.children === null) {
    if (node.children !== undefined) found.push(`${path}: unexpected children`)
    return
  }
  const { children } = node
  if (!Array.isArray(children)) {
    found.push(`${path}: unexpected children, expected a list`)
    return
  }
  if (own.filled && children.length === 0) found.push(`${path}: unexpected empty node`)
  checkChildren(children, own, path, found)
  const inside = node.type === 'subparagraph' ? depth + 1 : node.type === 'clause' ? depth : 0
  children.forEach((child: unknown, index) => {
    if (!isNode(child)) found.push(`${path}: unexpected value at ${index}, expected a node`)
    else {
      const place = `${path}/${child.type}[${index}]`
      if (isOutside(child.position, node.position))
        found.push(`${place}: unexpected position outside its parent's`)
      checkNode(child, place, inside, model, found)
    }
  })
}

function checkChildren(children: readonly unknown[], own: NodeModel, path: string, found: string[]): void {
  const counts = new Map<string, number>()
  let furthest = 0
  for (const child of children) {
    if (!isNode(child)) continue
    const { type } = child
    counts.set(type, (counts.get(type) ?? 0) + 1)
    if (!own.children || !Object.hasOwn(own.children, type)) found.push(`${path}: unexpected child ${type}`)
    const rank = own.order?.indexOf(type) ?? -1
    if (rank === -1) continue
    if (rank < furthest) found.push(`${path}: unexpected ${type} after ${own.order?.[furthest]}`)
    else furthest = rank
  }
  for (const [type, many] of Object.entries(own.children ?? {})) {
    const count = counts.get(type) ?? 0
    if (many !== '*' && count > 1) found.push(`${path}: unexpected ${count} children ${type}, expected one`)
    if (many === '1' && count === 0) found.push(`${path}: missing child ${type}`)
  }
}

function isNode(value: unknown): value is Loose & { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** First and last offset of a position, if it has both. */
function span(position: unknown): [start: number, end: number] | undefined {
  const { start, end } = (position ?? {}) as { start?: Loose; end?: Loose }
  const from = start?.offset
  const to = end?.offset
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : undefined
}

function checkPosition(position: unknown, path: string, found: string[]): void {
  if (position === undefined) return
  const { start, end } = (position ?? {}) as { start?: Loose; end?: Loose }
  const isPoint = (point: Loose | undefined) =>
    point !== undefined && isCount(point.line) && isCount(point.column)
  const offsets = span(position)
  if (!isPoint(start) || !isPoint(end))
    found.push(`${path}: unexpected position, expected lines and columns from 1`)
  else if (offsets && (offsets[0] < 0 || offsets[1] < offsets[0]))
    found.push(`${path}: unexpected position that ends before it starts`)
}

/** `data.source` is a list of places, each of a Word document or of a PDF. */
function checkSource(data: unknown, path: string, found: string[]): void {
  const { source } = (data ?? {}) as { source?: unknown }
  if (source === undefined) return
  const isPlace = (place: unknown) => {
    const { part, paragraph, page, box } = (place ?? {}) as Loose
    const isBox = Array.isArray(box) && box.length === 4 && box.every(Number.isFinite)
    if (page !== undefined) return isCount(page) && (box === undefined || isBox)
    return isText(part) && (paragraph === undefined || isCount(paragraph))
  }
  if (!Array.isArray(source) || source.length === 0 || !source.every(isPlace))
    found.push(`${path}: unexpected source, expected a list of {part, paragraph} or {page, box}`)
}

function isOutside(inner: unknown, outer: unknown): boolean {
  const child = span(inner)
  const parent = span(outer)
  return child !== undefined && parent !== undefined && (child[0] < parent[0] || child[1] > parent[1])
}
