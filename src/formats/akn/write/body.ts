/** The parts of a resolution: preamble, operative part, sections, drafts in it. */
import type { Element } from 'xast'
import { isOnTitleLine } from '../../../model/tree/kinds.js'
import type {
  AnnexContent,
  AnyNode,
  Closing,
  ClosingContent,
  Heading,
  OperativeContent,
  OrganLine,
  PreambleContent,
  Quotation,
  Resolution,
  ResolutionContent,
  Section,
  SectionContent,
  Table,
  Title,
  Unknown,
} from '../../../model/tree/types.js'
import type { Context } from './context.js'
import { words } from './inline.js'
import { command, openingWords, paragraph, preambular, preambularBlocks } from './paragraphs.js'
import { element, type Xml } from './xml.js'

/** An element that must hold one: an empty line, where there is nothing to hold. */
export function filled(children: readonly Element[]): Element[] {
  return children.length > 0 ? [...children] : [element('p')]
}

// ---------------------------------------------------------------- lines

/** The title of a resolution. */
export function title(node: Title, prefix: string, context: Context): Element {
  const { label, children } = node
  const number: Xml[] =
    label === null ? [] : [element('docNumber', {}, ...(context.revision?.number(node, label) ?? [label]))]
  const text: Xml[] = children.length === 0 ? [] : [element('docTitle', {}, ...words(node, context))]
  const isOneLine = label === null || isOnTitleLine(label)
  const lines = isOneLine
    ? [element('p', {}, ...number, ...(number.length > 0 && text.length > 0 ? [' '] : []), ...text)]
    : [element('p', {}, ...number), ...(text.length > 0 ? [element('p', {}, ...text)] : [])]
  const eId = context.ids.next(`${prefix}container`)
  return element('container', { name: 'title', eId, status: context.revision?.status(node) }, ...lines)
}

export function formula(node: OrganLine, prefix: string, context: Context): Element {
  const eId = context.ids.next(`${prefix}formula`)
  return element('formula', { name: 'enactingFormula', eId }, line(node, context))
}

export function line(node: OrganLine | Unknown, context: Context): Element {
  return element('p', {}, ...words(node, context))
}

/** The lines after the last paragraph; a meeting and its date are one, as published files have them. */
export function closingLines({ children }: Closing, context: Context): Element[] {
  const lines: Element[] = []
  children.forEach((node, index) => {
    const text = closingText(node, context)
    const line = lines.at(-1)
    if (line && node.type === 'date' && children[index - 1]?.type === 'meeting')
      line.children.push(element('eol'), ...(element('p', {}, ...text).children as Element[]))
    else lines.push(element('p', {}, ...text))
  })
  return lines
}

function closingText(node: ClosingContent, context: Context): Xml[] {
  const text = words(node, context)
  switch (node.type) {
    case 'meeting':
      return [element('inline', { name: 'adoptionMeeting', title: node.number }, ...text)]
    case 'date':
      return [dated(node.date, 'dateOfAdoption', 'Date of adoption', text, context)]
    case 'vote':
      return [element('outcome', {}, ...text)]
    case 'unknown':
      return text
  }
}

/** A date whose day is known is one to a machine, too. */
export function dated(
  date: string | null,
  concept: string,
  showAs: string,
  text: readonly Xml[],
  { references }: Context,
): Element {
  if (date === null) return element('inline', { name: 'akn4un:date' }, ...text)
  return element('docDate', { date, refersTo: references.concept(concept, showAs) }, ...text)
}

/** A heading between paragraphs, where only blocks may be. */
function headingBlock(node: Heading | Title, prefix: string, context: Context): Element {
  const eId = context.ids.next(`${prefix}blockContainer`)
  return element('blockContainer', { eId }, crossHeading(node, eId, context))
}

function crossHeading(node: Heading | Title, prefix: string, context: Context): Element {
  const label = 'label' in node && node.label !== null ? [node.label, ' '] : []
  const eId = context.ids.next(`${prefix.replace(/(?:__)?$/u, prefix === '' ? '' : '__')}crossHeading`)
  return element('crossHeading', identify(node, eId, context), ...label, ...words(node, context))
}

/** What identifies a heading, which the old text may have had under another name. */
export function identify(node: AnyNode, eId: string, { revision }: Context) {
  revision?.written(node, eId)
  return { eId, wId: revision?.wasId(node) }
}

export function table({ children }: Table, prefix: string, context: Context): Element {
  const rows = children.map((row, index) =>
    element('tr', {}, ...cells(row.children, index === 0 ? 'th' : 'td', context)),
  )
  return element('table', { eId: context.ids.next(`${prefix}table`) }, ...rows)
}

function cells(nodes: Table['children'][number]['children'], name: string, context: Context): Element[] {
  const written = nodes.map((cell) => element(name, {}, element('p', {}, ...words(cell, context))))
  return written.length > 0 ? written : [element(name, {}, element('p'))]
}

// ---------------------------------------------------------------- preamble

/** What is before the operative part: the enacting formula, the recitals, headings among them. */
export function preambleElements(
  nodes: readonly (OrganLine | PreambleContent)[],
  prefix: string,
  context: Context,
): Element[] {
  return nodes.flatMap((node) => [
    ...(context.revision?.before(node, 'container') ?? []),
    preambleElement(node, prefix, context),
    ...(context.revision?.after(node, 'container') ?? []),
  ])
}

function preambleElement(node: OrganLine | PreambleContent, prefix: string, context: Context): Element {
  switch (node.type) {
    case 'organLine':
      return formula(node, prefix, context)
    case 'preambularParagraph':
      return preambular(node, prefix, context)
    case 'heading':
      return headingBlock(node, prefix, context)
    case 'table':
      return table(node, prefix, context)
    case 'unknown':
      return line(node, context)
  }
}

// ---------------------------------------------------------------- operative part

type BodyContent = OperativeContent | SectionContent | AnnexContent

/** Write what is where blocks and paragraphs may: in the body of a document, or in a draft that is quoted. */
export function bodyElements(nodes: readonly BodyContent[], prefix: string, context: Context): Element[] {
  return nodes.flatMap((node) => [
    ...bodyElement(node, nodes, prefix, context),
    ...(context.revision?.after(node, 'hierarchy') ?? []),
  ])
}

function bodyElement(
  node: BodyContent,
  siblings: readonly BodyContent[],
  prefix: string,
  context: Context,
): Element[] {
  switch (node.type) {
    case 'operativeParagraph':
    case 'annexParagraph':
      return [paragraph(node, prefix, siblings, context)]
    case 'section':
      return [section(node, prefix, context)]
    case 'heading':
    case 'title':
      return [headingBlock(node, prefix, context)]
    case 'table':
      return [table(node, prefix, context)]
    case 'command':
      return [command(node, prefix, context)]
    case 'quotation':
      return quotation(node, prefix, context)
    case 'resolution':
      return [embedded(node, prefix, context)]
    case 'unknown':
      return [line(node, context)]
    case 'organLine':
      return [element('block', { name: 'enactingFormula' }, ...words(node, context))]
    case 'preamble':
      return preambleBlocks(node.children, prefix, context)
  }
}

/** A section's own recitals: containers may not be in it. */
function preambleBlocks(nodes: readonly PreambleContent[], prefix: string, context: Context): Element[] {
  return nodes.flatMap((node) => {
    if (node.type === 'heading') return [headingBlock(node, prefix, context)]
    if (node.type === 'unknown') return [line(node, context)]
    if (node.type === 'table') return [table(node, prefix, context)]
    const eId = context.ids.next(`${prefix}blockContainer`)
    context.revision?.written(node, eId)
    const attributes = {
      eId,
      wId: context.revision?.wasId(node),
      status: context.revision?.status(node),
      class: 'preambularParagraph',
      title: openingWords(node),
    }
    return [
      element('blockContainer', attributes, ...filled(preambularBlocks(node, eId, context))),
      ...(context.revision?.after(node, 'block') ?? []),
    ]
  })
}

/** A section: its numeral, its headings, what introduces it, its paragraphs. */
function section(node: Section, prefix: string, context: Context): Element {
  const eId = context.ids.take(`${prefix}sec_${node.label ?? `nn${context.ids.count(`${prefix}sec`)}`}`)
  const inner = `${eId}__`
  const own = node.children.findIndex((child) => child.type !== 'heading')
  const heads = node.children.slice(0, own === -1 ? undefined : own) as Heading[]
  const rest = own === -1 ? [] : node.children.slice(own)
  const lastIntro = rest.findLastIndex((child) => child.type === 'organLine' || child.type === 'preamble')
  const intro = rest.slice(0, lastIntro + 1)
  const introId = `${inner}intro`
  return element(
    'section',
    { eId },
    ...sectionHeads(heads, node.label, inner, context),
    ...(intro.length > 0
      ? [
          element(
            'intro',
            { eId: introId },
            ...intro.flatMap((child) => bodyElement(child, [], `${introId}__`, context)),
          ),
        ]
      : []),
    ...heads.flatMap((head) => context.revision?.after(head, 'hierarchy') ?? []),
    ...rest
      .slice(lastIntro + 1)
      .flatMap((child) => [
        ...hierarchical(child, rest, inner, context),
        ...(context.revision?.after(child, 'hierarchy') ?? []),
      ]),
  )
}

/** `I` above its title; `I. Title` on one line; a title without a numeral. */
function sectionHeads(
  heads: readonly Heading[],
  label: string | null,
  prefix: string,
  context: Context,
): Element[] {
  const written: Element[] = []
  const write = (head: Heading, text: readonly Xml[]) => {
    const name = written.some((one) => one.name === 'heading') ? 'subheading' : 'heading'
    written.push(element(name, identify(head, context.ids.next(`${prefix}${name}`), context), ...text))
  }
  heads.forEach((head, index) => {
    const printed =
      index === 0 && label !== null && !context.revision?.of(head) ? splitLabel(head, label) : undefined
    if (!printed) write(head, words(head, context))
    else {
      written.push(element('num', {}, printed.num))
      if (printed.rest !== '') write(head, [printed.rest])
    }
  })
  return written
}

/** The numeral of a heading of plain text, and what follows on its line. */
function splitLabel({ children }: Heading, label: string): { num: string; rest: string } | undefined {
  const [only, ...others] = children
  if (only?.type !== 'text' || others.length > 0 || !only.value.startsWith(label)) return undefined
  const rest = only.value.slice(label.length)
  if (rest === '') return { num: label, rest }
  const run = /^(?<stop>[.:]) (?=\S)/u.exec(rest)
  return run ? { num: `${label}${run.groups?.stop}`, rest: rest.slice(run[0].length) } : undefined
}

/** Write what is where only paragraphs and headings may. */
function hierarchical(
  node: SectionContent,
  siblings: readonly SectionContent[],
  prefix: string,
  context: Context,
): Element[] {
  if (node.type === 'heading') return [crossHeading(node, prefix, context)]
  if (node.type === 'operativeParagraph' || node.type === 'section')
    return bodyElement(node, siblings, prefix, context)
  const eId = context.ids.next(`${prefix}hcontainer`)
  const inner = bodyElement(node, siblings, `${eId}__`, context)
  return [
    element(
      'hcontainer',
      { name: node.type, eId },
      element('content', { eId: `${eId}__content` }, ...filled(inner)),
    ),
  ]
}

// ---------------------------------------------------------------- drafts inside a text

function quotation({ children }: Quotation, prefix: string, context: Context): Element[] {
  return children.map((draft) => embedded(draft, prefix, context))
}

/** A resolution that another text holds. */
function embedded({ children }: Resolution, prefix: string, context: Context): Element {
  const eId = context.ids.next(`${prefix}embeddedStructure`)
  const inner = `${eId}__`
  const parts = children.flatMap((child) => resolutionElements(child, inner, context))
  return element('p', {}, element('embeddedStructure', { eId }, ...filled(parts)))
}

function resolutionElements(node: ResolutionContent, prefix: string, context: Context): Element[] {
  switch (node.type) {
    case 'title':
      return [title(node, prefix, context)]
    case 'table':
      return [table(node, prefix, context)]
    case 'organLine':
      return [formula(node, prefix, context)]
    case 'preamble':
      return preambleElements(node.children, prefix, context)
    case 'operative':
      return bodyElements(node.children, prefix, context)
    case 'closing': {
      const eId = context.ids.next(`${prefix}container`)
      return [element('container', { name: 'closing', eId }, ...filled(closingLines(node, context)))]
    }
    case 'unknown':
      return [line(node, context)]
  }
}
