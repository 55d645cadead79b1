/**
 * Tree → Akoma Ntoso 3.0, after the guidelines of the United Nations (AKN4UN).
 *
 * One resolution is a statement; several are a collection of them. What is
 * before the enacting formula is cover page and preface, the recitals are the
 * preamble, the operative part is the main body; annexes are attached.
 */
import { match } from 'ts-pattern'
import type { Element } from 'xast'
import type {
  Annex,
  Closing,
  DocumentKind,
  Operative,
  OrganLine,
  PreambleContent,
  Resolution,
  Root,
  RootContent,
  Table,
  Title,
  Unknown,
} from '../../../model/tree/types.js'
import { writePlace } from '../place.js'
import { bodyElements, closingLines, filled, identify, line, preambleElements, table, title } from './body.js'
import { type Context, type Kept, newContext } from './context.js'
import { type Facts, factsOf } from './facts.js'
import { coverPage, proposal } from './front.js'
import { otherNotes, words } from './inline.js'
import {
  agentOf,
  furniture,
  identification,
  type Names,
  namesOf,
  presentation,
  proprietary,
  publication,
  referenceList,
  workflow,
} from './meta.js'
import { iriPart } from './names.js'
import { element, namespace, writeAkn } from './xml.js'

/**
 * Write a tree as Akoma Ntoso 3.0.
 *
 * Given a valid tree. Ensures a document that is valid against the schema of
 * OASIS, the identifiers of whose paragraphs are the numbers printed
 * (`para_5bis`), with what is kept beside the text. Characters that XML cannot hold become U+FFFD.
 *
 * @see https://unsceb-hlcm.github.io/ the guidelines
 */
export function writeTree(tree: Root, kept: Kept = {}): string {
  return writeAkn(aknDocument(tree, newContext(tree), { kept }))
}

/** One resolution with what is around it at the root. */
interface Unit {
  resolution: Resolution | undefined
  /** Text that no rule could place, behind the resolution. */
  rest: Unknown[]
  annexes: Annex[]
}

/** What is before the first resolution, and the resolutions. */
function unitsOf(tree: Root): { before: Unknown[]; units: Unit[] } {
  const before: Unknown[] = []
  const units: Unit[] = []
  const open = () => {
    const last = units.at(-1)
    if (last) return last
    const made: Unit = { resolution: undefined, rest: [], annexes: [] }
    units.push(made)
    return made
  }
  for (const node of tree.children) {
    if (node.type === 'resolution') units.push({ resolution: node, rest: [], annexes: [] })
    else if (node.type === 'annex') open().annexes.push(node)
    else if (node.type === 'unknown') (units.length === 0 ? before : open().rest).push(node)
  }
  return { before, units: units.length > 0 ? units : [open()] }
}

/** What a comparison adds to the metadata. */
export interface Additions {
  /** The IRI of the work, which the old text named. */
  work?: string
  /** What is still to be put into the parts of the document. */
  finish?(parts: readonly Element[]): void
  lifecycle?(context: Context): Element[]
  analysis?(context: Context): Element[]
  kept?: Kept
}

/** Build the document of a tree. */
export function aknDocument(tree: Root, context: Context, additions?: Additions): Element {
  const facts = factsOf(tree)
  const { before, units } = unitsOf(tree)
  const names = namesOf(facts, additions?.work === undefined ? {} : { work: additions.work })
  const several = units.length > 1
  const cover = ofType(tree, 'masthead').map((node) => coverPage(node, context))
  const front = [
    ...ofType(tree, 'proposal').map((node) => proposal(node, context)),
    ...before.map((node) => line(node, context)),
  ]
  const body = several
    ? [...preface(front), collectionBody(units, facts, context)]
    : unitElements(units[0] as Unit, '', front, names, facts, context)
  const added = new Map(ofType(tree, 'furniture').map((node) => [node, furniture(node)]))
  const comments = ofType(tree, 'comment')
  const { kept = {} } = additions ?? {}
  additions?.finish?.(body)
  const loose = otherNotes(ofType(tree, 'footnoteDefinition'), context)
  // The metadata are first and are written last, when all is known that they list.
  const lead = [
    identification(facts, names, context),
    ...publication(facts),
    ...(additions?.lifecycle?.(context) ?? []),
    ...workflow(facts, context),
    ...(additions?.analysis?.(context) ?? []),
  ]
  const meta = element(
    'meta',
    {},
    ...lead,
    referenceList(context),
    ...(loose.length > 0 ? [element('notes', { source: agentOf(context) }, ...loose)] : []),
    ...proprietary(comments, kept, context),
    ...presentation([...added.values()], context),
  )
  const own = keepOrder(tree, new Map<RootContent, Element>([...added, ...context.written]))
  const attributes = {
    name: documentNames[tree.kind],
    contains: context.revision ? 'multipleVersions' : 'singleVersion',
  }
  const document = element(several ? 'documentCollection' : 'statement', attributes, meta, ...cover, ...body)
  const isOurs = own || added.size + comments.length + Object.keys(kept).length > 0
  const vocabulary = isOurs ? { 'xmlns:plenary': 'urn:plenary' } : {}
  return element('akomaNtoso', { xmlns: namespace, ...vocabulary }, document)
}

/**
 * Number the notes and what the page added where they are in another order
 * than in the file; true if they do.
 */
function keepOrder(tree: Root, written: ReadonlyMap<RootContent, Element>): boolean {
  const nodes = tree.children.filter((node) => written.has(node))
  if ([...written.keys()].every((node, index) => node === nodes[index])) return false
  nodes.forEach((node, index) => {
    const made = written.get(node)
    if (made) writePlace(made, index + 1)
  })
  return true
}

const documentNames: Record<DocumentKind, string> = {
  draft: 'resolutionDraft',
  revisedDraft: 'resolutionDraft',
  adopted: 'resolution',
  amendment: 'amendment',
  decision: 'decision',
  draftDecision: 'decisionDraft',
  unknown: 'resolution',
}

function ofType<T extends RootContent['type']>(tree: Root, type: T): Extract<RootContent, { type: T }>[] {
  return tree.children.filter((node): node is Extract<RootContent, { type: T }> => node.type === type)
}

function preface(children: readonly Element[]): Element[] {
  return children.length > 0 ? [element('preface', {}, ...children)] : []
}

/** Several resolutions of one document: each is a statement of its own. */
function collectionBody(units: readonly Unit[], facts: Facts, context: Context): Element {
  const components = units.map((unit) => {
    const { number = null, designation = null } = unit.resolution ?? {}
    const own = [number ?? facts.number, designation].filter((part) => part !== null).join('-')
    const names = namesOf(facts, { number: iriPart(own) })
    const eId = designation === null ? context.ids.next('cmp') : context.ids.take(`cmp_${designation}`)
    const parts = unitElements(unit, `${eId}__`, [], names, facts, context)
    const meta = element('meta', {}, identification(facts, names, context))
    const statement = element(
      'statement',
      { name: documentNames[facts.kind], contains: 'singleVersion' },
      meta,
      ...parts,
    )
    return element('component', { eId }, statement)
  })
  return element('collectionBody', {}, ...components)
}

/** A resolution and what is around it: preface, preamble, main body, conclusions, attachments. */
function unitElements(
  { resolution, rest, annexes }: Unit,
  prefix: string,
  front: readonly Element[],
  names: Names,
  facts: Facts,
  context: Context,
): Element[] {
  const { head, recitals, operative, end } = zonesOf(resolution?.children ?? [])
  const before = [...front, ...head.flatMap((node) => headElements(node, prefix, context))]
  const preamble = preambleElements(recitals, prefix, context)
  const body = operative.flatMap((node) =>
    node.type === 'unknown'
      ? [line(node, context)]
      : [
          ...(context.revision?.inside(node, 'hierarchy') ?? []),
          ...bodyElements(node.children, prefix, context),
        ],
  )
  const after = [...end, ...rest].flatMap((node) =>
    node.type === 'unknown' ? [line(node, context)] : closingLines(node, context),
  )
  const attachments = annexes.map((annex) => attachment(annex, prefix, names, facts, context))
  return [
    ...preface(before),
    ...(preamble.length > 0 ? [element('preamble', {}, ...preamble)] : []),
    element('mainBody', {}, ...filled(body)),
    ...(after.length > 0
      ? [element('conclusions', { eId: context.ids.next(`${prefix}conclusions`) }, ...after)]
      : []),
    ...(attachments.length > 0 ? [element('attachments', {}, ...attachments)] : []),
  ]
}

function headElements(node: Title | Table | Unknown, prefix: string, context: Context): Element[] {
  switch (node.type) {
    case 'title':
      return [title(node, prefix, context)]
    case 'table':
      return [table(node, prefix, context)]
    case 'unknown':
      return [line(node, context)]
  }
}

interface Zones {
  head: (Title | Table | Unknown)[]
  recitals: (OrganLine | PreambleContent)[]
  operative: (Operative | Unknown)[]
  end: (Closing | Unknown)[]
}

/** Part a resolution as AKN does; text that no rule could place stays where it is. */
function zonesOf(children: Resolution['children']): Zones {
  const zones: Zones = { head: [], recitals: [], operative: [], end: [] }
  for (const child of children)
    match(child)
      .with({ type: 'title' }, { type: 'table' }, (node) => zones.head.push(node))
      .with({ type: 'organLine' }, (node) => zones.recitals.push(node))
      .with({ type: 'preamble' }, (node) => zones.recitals.push(...node.children))
      .with({ type: 'operative' }, (node) => zones.operative.push(node))
      .with({ type: 'closing' }, (node) => zones.end.push(node))
      .with({ type: 'unknown' }, (node) => {
        const { head, recitals, operative, end } = zones
        return ([end, operative, recitals].find((zone) => zone.length > 0) ?? head).push(node)
      })
      .exhaustive()
  return zones
}

/** An annex: a document of its own under the heading that it is attached with. */
function attachment(annex: Annex, prefix: string, names: Names, facts: Facts, context: Context): Element {
  const number = annex.label ?? String(context.ids.count(`${prefix}att`))
  const eId = context.ids.take(`${prefix}att_${number}`)
  const inner = `${eId}__`
  const [first] = annex.children
  const headed = first?.type === 'heading'
  const heading = headed
    ? [element('heading', identify(first, `${inner}heading`, context), ...words(first, context))]
    : []
  const body = [
    ...(headed ? (context.revision?.after(first, 'hierarchy') ?? []) : []),
    ...bodyElements(headed ? annex.children.slice(1) : annex.children, inner, context),
  ]
  const part = { ...names, part: `!annex_${iriPart(number)}` }
  const meta = element('meta', {}, identification(facts, part, context))
  const document = element(
    'doc',
    { name: 'annex', contains: 'singleVersion' },
    meta,
    element('mainBody', {}, ...filled(body)),
  )
  return element('attachment', { eId }, ...heading, document)
}
