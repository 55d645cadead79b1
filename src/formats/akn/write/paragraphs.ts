/** Paragraphs with their sub-paragraphs → paragraph, list and point; in a preamble, container and blockList. */
import type { Element } from 'xast'
import { quotations } from '../../../language/quotations.js'
import { numberLabel, printedNumber } from '../../../model/tree/rows.js'
import { plainText } from '../../../model/tree/text.js'
import type {
  AnnexParagraph,
  Clause,
  Command,
  GivenParagraph,
  OperativeParagraph,
  ParagraphContent,
  PreambularParagraph,
  Subparagraph,
} from '../../../model/tree/types.js'
import type { Context, WrittenCommand } from './context.js'
import { words } from './inline.js'
import { element, type Xml } from './xml.js'

/** A run of sub-paragraphs with the text before and behind it. */
interface List {
  intro: Clause[]
  points: Subparagraph[]
  wrapUp: Clause[]
}

/** Part what a paragraph holds: text before its sub-paragraphs is their introduction, text behind them wraps them up. */
function listsOf(children: readonly ParagraphContent[]): List[] {
  const lists: List[] = []
  let open: List = { intro: [], points: [], wrapUp: [] }
  for (const child of children) {
    if (child.type === 'clause') (open.points.length > 0 ? open.wrapUp : open.intro).push(child)
    else {
      if (open.wrapUp.length > 0) {
        lists.push(open)
        open = { intro: [], points: [], wrapUp: [] }
      }
      open.points.push(child)
    }
  }
  return [...lists, open]
}

function p(clause: Clause, context: Context): Element {
  return element('p', {}, ...words(clause, context))
}

// ---------------------------------------------------------------- operative part and annexes

/** Write a numbered paragraph, or one that bears no number. */
export function paragraph(
  node: OperativeParagraph | AnnexParagraph,
  prefix: string,
  siblings: readonly { type: string; number?: unknown }[],
  context: Context,
): Element {
  const eId = context.ids.take(`${prefix}para_${paragraphNumber(node, siblings)}`)
  const alternative = node.number?.alternative
    ? `#${prefix}para_${node.number.value}${node.number.suffix?.replace(/\s+/gu, '') ?? ''}`
    : null
  const attributes = { ...identity(node, eId, context), alternativeTo: alternative }
  return element('paragraph', attributes, ...numbered(node, eId, context))
}

/** Write a command of an amending document, with the paragraphs that it gives behind its sentence. */
export function command(node: Command, prefix: string, context: Context): Element {
  const number =
    node.label === null ? `nn${context.ids.count(`${prefix}command`)}` : printedNumber(node.label)
  const eId = context.ids.take(`${prefix}para_${number}`)
  const num = node.label === null ? [] : [element('num', {}, ...label(node, node.label, context))]
  const inner = `${eId}__content`
  const written: WrittenCommand = { eId, quoted: [], given: [] }
  const lines = node.children.map((child) => {
    if (child.type === 'clause')
      return context.commands ? element('p', {}, modification(child, written, context)) : p(child, context)
    const printed = child.label === null ? [] : [...label(child, child.label, context), ' ']
    const own = context.commands ? context.ids.next(`${inner}__p`) : undefined
    if (own) written.given.push(own)
    return element('p', { class: 'given', eId: own }, ...printed, ...words(child, context))
  })
  context.commands?.push(written)
  const own = element('content', { eId: context.ids.take(`${eId}__content`) }, ...lines)
  return element('paragraph', { ...identity(node, eId, context), class: 'command' }, ...num, own)
}

/** The sentence of a command, the words that it quotes apart. */
function modification(clause: Clause, { eId, quoted }: WrittenCommand, context: Context): Element {
  const own = context.ids.next(`${eId}__mod`)
  const [first, ...rest] = clause.children
  if (first?.type !== 'text' || rest.length > 0)
    return element('mod', { eId: own }, ...words(clause, context))
  const parts = quotations(first.value, context.quotes).map(({ text, isQuoted }) => {
    if (!isQuoted) return text
    const id = context.ids.next(`${own}__qtext`)
    quoted.push({ eId: id, words: text })
    return element('quotedText', { eId: id }, text)
  })
  return element('mod', { eId: own }, ...parts)
}

/** The number printed, else the place; one that no numbered paragraph of the same part can have. */
function paragraphNumber(
  { number, ordinal }: OperativeParagraph | AnnexParagraph,
  siblings: readonly { type: string; number?: unknown }[],
): string {
  if (number) return numberLabel(number).replace(/\s+/gu, '')
  return siblings.some((one) => one.number) ? `nn${ordinal}` : String(ordinal)
}

function identity(
  node: Subparagraph | PreambularParagraph | OperativeParagraph | AnnexParagraph | Command,
  eId: string,
  { revision }: Context,
) {
  revision?.written(node, eId)
  return { eId, wId: revision?.wasId(node), status: revision?.status(node) }
}

function numbered(
  node: OperativeParagraph | AnnexParagraph | Subparagraph,
  eId: string,
  context: Context,
): Element[] {
  const num = node.label === null ? [] : [element('num', {}, ...label(node, node.label, context))]
  const lists = listsOf(node.children)
  const gone = context.revision?.inside(node, 'point') ?? []
  if (lists.every(({ points }) => points.length === 0) && gone.length === 0)
    return [...num, content(node.children as Clause[], eId, context)]
  return [
    ...num,
    ...lists.map((list, index) =>
      listElement(list, `${eId}__list_${index + 1}`, index === 0 ? gone : [], context),
    ),
  ]
}

function label(
  node: Subparagraph | OperativeParagraph | AnnexParagraph | PreambularParagraph | Command | GivenParagraph,
  printed: string,
  { revision }: Context,
): Xml[] {
  return revision?.number(node, printed) ?? [printed]
}

function content(clauses: readonly Clause[], eId: string, context: Context): Element {
  const paragraphs = clauses.length > 0 ? clauses.map((clause) => p(clause, context)) : [element('p')]
  return element('content', { eId: context.ids.take(`${eId}__content`) }, ...paragraphs)
}

function listElement(
  { intro, points, wrapUp }: List,
  wanted: string,
  gone: readonly Element[],
  context: Context,
): Element {
  const eId = context.ids.take(wanted)
  const part = (name: string, clauses: readonly Clause[]) =>
    clauses.length === 0
      ? []
      : [element(name, { eId: `${eId}__${name}` }, ...clauses.map((clause) => p(clause, context)))]
  const lead = part('intro', intro)
  const list = points.flatMap((point, index) => {
    const own = context.ids.take(`${eId}__point_${pointNumber(point, index)}`)
    return [
      element('point', identity(point, own, context), ...numbered(point, own, context)),
      ...(context.revision?.after(point, 'point') ?? []),
    ]
  })
  return element('list', { eId }, ...lead, ...gone, ...list, ...part('wrapUp', wrapUp))
}

/** `(a)` → `a`; a dash or bullet is known by its place. */
function pointNumber({ label: printed }: Subparagraph, index: number): string {
  return printedNumber(printed).replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || String(index + 1)
}

// ---------------------------------------------------------------- preamble

/** Write a preambular paragraph as blocks: its text, and lists of its sub-paragraphs. */
export function preambularBlocks(node: PreambularParagraph, eId: string, context: Context): Element[] {
  const blocks = blocksOf(node, eId, context)
  if (node.label === null) return blocks
  const inner = blocks.length > 0 ? blocks : [element('p')]
  const num = element('num', {}, ...label(node, node.label, context))
  return [element('blockContainer', { eId: context.ids.take(`${eId}__blockContainer_1`) }, num, ...inner)]
}

/** Write a preambular paragraph; its name is its opening words. */
export function preambular(node: PreambularParagraph, prefix: string, context: Context): Element {
  const eId = context.ids.next(`${prefix}container`)
  const attributes = { name: openingWords(node), ...identity(node, eId, context) }
  const blocks = preambularBlocks(node, eId, context)
  return element('container', attributes, ...(blocks.length > 0 ? blocks : [element('p')]))
}

export function openingWords({ children }: PreambularParagraph): string {
  const phrase = children
    .find((child) => child.type === 'clause')
    ?.children.find((child) => child.type === 'phrase')
  return (phrase && plainText(phrase)) || 'preambularParagraph'
}

function blocksOf(node: PreambularParagraph | Subparagraph, eId: string, context: Context): Element[] {
  return listsOf(node.children).flatMap(({ intro, points, wrapUp }, index) => {
    const gone = index === 0 ? (context.revision?.inside(node, 'item') ?? []) : []
    if (points.length + gone.length === 0) return [...intro, ...wrapUp].map((clause) => p(clause, context))
    const own = context.ids.take(`${eId}__list_${index + 1}`)
    // A list has one line before and one behind it; what else there is stands outside.
    const lead = intro.at(-1)
    const [tail, ...rest] = wrapUp
    return [
      ...intro.slice(0, -1).map((clause) => p(clause, context)),
      element(
        'blockList',
        { eId: own },
        ...(lead ? [element('listIntroduction', {}, ...words(lead, context))] : []),
        ...gone,
        ...points.flatMap((point, place) => [
          item(point, own, place, context),
          ...(context.revision?.after(point, 'item') ?? []),
        ]),
        ...(tail ? [element('listWrapUp', {}, ...words(tail, context))] : []),
      ),
      ...rest.map((clause) => p(clause, context)),
    ]
  })
}

function item(point: Subparagraph, list: string, place: number, context: Context): Element {
  const eId = context.ids.take(`${list}__item_${pointNumber(point, place)}`)
  const attributes = identity(point, eId, context)
  const num = element('num', {}, ...label(point, point.label, context))
  const blocks = blocksOf(point, eId, context)
  return element('item', attributes, num, ...(blocks.length > 0 ? blocks : [element('p')]))
}
