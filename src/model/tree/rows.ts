/**
 * A tree as rows: one for each paragraph, sub-paragraph, heading and table row, in the
 * order printed, with the labels (PP1, OP3(a)) by which people name them. The
 * outline prints these rows but those of tables, the diff aligns them all.
 */
import type { TableRow } from 'mdast'
import { match } from 'ts-pattern'
import { plainText } from './text.js'
import type {
  AnnexContent,
  AnnexParagraph,
  Clause,
  Command,
  GivenParagraph,
  Heading,
  OperativeParagraph,
  ParagraphNumber,
  Phrase,
  PreambleContent,
  PreambularParagraph,
  Quotation,
  Resolution,
  ResolutionContent,
  Root,
  SectionContent,
  Subparagraph,
  Table,
  Unknown,
} from './types.js'

export type RowRole =
  | 'preambular'
  | 'operative'
  | 'subparagraph'
  | 'heading'
  | 'continuation'
  | 'annex'
  | 'table'
  /** A command of an amending document, and a paragraph that it gives. */
  | 'instruction'
  | 'given'
  | 'unknown'

export interface Row {
  /** `PP1`, `OP3`, `OP3(a)(ii)`; empty for headings. */
  label: string
  role: RowRole
  /** As printed, without its full stop. */
  number?: string
  /** Leading words, as a UN editor would set them in italics. */
  phrase?: string
  /** Grammar id of the leading verb. */
  verb?: string
  /** The row's own words: no number, no note marks, white space collapsed. */
  text: string
  /** Which resolution, in a document with several. */
  resolution?: string
  /** The paragraph, sub-paragraph, heading or row of a table. */
  node:
    | PreambularParagraph
    | OperativeParagraph
    | AnnexParagraph
    | Subparagraph
    | Heading
    | Command
    | GivenParagraph
    | TableRow
    | Unknown
  /** The run of text this row shows; absent for headings and unknown text. */
  clause?: Clause
  /** The top-level paragraph that this row is, or is inside; absent for headings, tables and unknown text. */
  paragraph?: TopParagraph
}

/** A paragraph that no other one holds. */
export type TopParagraph = PreambularParagraph | OperativeParagraph | AnnexParagraph

/** Rows that belong together: a heading, or a top-level paragraph with its sub-paragraphs. */
export interface RowGroup {
  label: string
  role: RowRole
  resolution?: string
  /** The first row and its number among all rows, from 0; null for a paragraph that opens with a sub-paragraph. */
  own: NumberedRow | null
  /** Sub-paragraphs, at any depth, and text resumed after them. */
  parts: NumberedRow[]
}

export interface NumberedRow {
  row: Row
  at: number
}

/** `5`, `5bis`, `5Alt2`: how a label writes a number. */
export function numberLabel(number: ParagraphNumber): string {
  return `${number.value}${number.suffix ?? ''}${number.alternative ?? ''}`
}

/** A label between quotation marks of its own. */
const quotedLabel = /^[‘’']\p{N}{1,3}[‘’']$/u

/** The label without its stop or dash, quotation mark and part: `5.` → `5`, `5 -` → `5`, `OP5` → `5`; `(a)` and `‘1’` stay. */
export function printedNumber(label: string): string {
  const whole = label.trim()
  if (quotedLabel.test(whole)) return whole
  return (
    whole
      .replace(/^[“"«‘„\s\p{Cf}]*(?:PP|OP|\((?:PP|OP)\))?\s*/u, '')
      .replace(/(?<=[\p{L}\p{N}])\s*[-–—]$/u, '')
      .replace(/\s?[.．。:]$/u, '')
      // What OCR makes of parentheses, and the spaces that it puts into them.
      .replace(/^[({]\s?(?=[\p{L}\p{N}])/u, '(')
      .replace(/(?<=[\p{L}\p{N}])\s?[)}]$/u, ')')
  )
}

/** What working drafts print before a recital: `PP5.`, `(PP 5 bis)`, `P.P. 4 Alt.2`. */
const recitalLabel = /^\(?P\.?\s?P\.?\)?\s?(\p{Nd}{1,3})\s?(\p{L}+(?:[.\s]*\p{Nd}{1,2})?)?/iu

/**
 * The label of a top-level paragraph: by the number printed, else by its place.
 * In an annex text and numbered paragraphs stand together, so a place has a sign: `Annex ¶1`, `Annex 1`.
 */
export function paragraphLabel(node: TopParagraph): string {
  if (node.type === 'preambularParagraph') {
    const [, number, suffix] = recitalLabel.exec(node.label ?? '') ?? []
    return `PP${number === undefined ? node.ordinal : number + (suffix ?? '').replace(/[.\s]/gu, '')}`
  }
  const number = node.number ? numberLabel(node.number) : null
  if (node.type === 'annexParagraph') return `Annex ${number ?? `¶${node.ordinal}`}`
  return `OP${number ?? node.ordinal}`
}

/**
 * List the rows of a document.
 *
 * Ensures every paragraph, sub-paragraph, heading, table row and text resumed
 * after sub-paragraphs gives exactly one row, in the order printed.
 */
export function rows(tree: Root): Row[] {
  const result: Row[] = []
  const several = tree.children.filter((node) => node.type === 'resolution').length > 1
  for (const top of tree.children)
    match(top)
      .with({ type: 'resolution' }, (node) =>
        resolutionRows(node, result, several ? (node.designation ?? undefined) : undefined),
      )
      .with({ type: 'annex' }, ({ children }) => {
        for (const child of children) annexRows(child, result)
      })
      .with({ type: 'unknown' }, (node) => result.push(unknownRow(node)))
      .with(
        { type: 'masthead' },
        { type: 'proposal' },
        { type: 'footnoteDefinition' },
        { type: 'furniture' },
        { type: 'comment' },
        () => undefined,
      )
      .exhaustive()
  return result
}

/**
 * List the rows of a document by the paragraphs that hold them.
 *
 * Ensures every row is in exactly one group, in the order printed.
 */
export function groupRows(tree: Root): RowGroup[] {
  const groups: RowGroup[] = []
  let open: TopParagraph | undefined
  rows(tree).forEach((row, at) => {
    const { paragraph } = row
    const isOwn = paragraph === undefined || row.node === paragraph
    const last = groups.at(-1)
    if (paragraph !== undefined && paragraph === open && last) last.parts.push({ row, at })
    else if (isOwn && row.role !== 'continuation') groups.push(groupOf(row, row, { row, at }, []))
    else if (paragraph) {
      const top = { label: paragraphLabel(paragraph), role: topRoles[paragraph.type] }
      groups.push(groupOf(top, row, null, [{ row, at }]))
    }
    open = paragraph
  })
  return groups
}

const topRoles = {
  preambularParagraph: 'preambular',
  operativeParagraph: 'operative',
  annexParagraph: 'annex',
} as const

function groupOf(
  { label, role }: Pick<Row, 'label' | 'role'>,
  { resolution }: Row,
  own: NumberedRow | null,
  parts: NumberedRow[],
): RowGroup {
  return { label, role, ...(resolution === undefined ? {} : { resolution }), own, parts }
}

function annexRows(annex: AnnexContent, result: Row[]): void {
  match(annex)
    .with({ type: 'resolution' }, (node) => resolutionRows(node, result, undefined))
    .with({ type: 'annexParagraph' }, (node) => paragraphRows(node, 'annex', result, undefined))
    .with({ type: 'heading' }, { type: 'title' }, (node) => {
      const text = plainText(node)
      if (text) result.push({ label: '', role: 'annex', text, node: node as Heading })
    })
    .with({ type: 'table' }, (node) => tableRows(node, result, undefined))
    .with({ type: 'unknown' }, (node) => result.push(unknownRow(node)))
    .exhaustive()
}

function tableRows({ children }: Table, result: Row[], designation: string | undefined): void {
  for (const node of children) {
    const text = node.children.map(plainText).join(' | ')
    result.push(withResolution({ label: '', role: 'table', text, node }, designation))
  }
}

type Inside = ResolutionContent | PreambleContent | SectionContent | Quotation['children'][number]

function resolutionRows(resolution: Resolution, result: Row[], designation: string | undefined): void {
  const visit = (inside: Inside): void =>
    match(inside)
      .with({ type: 'preambularParagraph' }, (node) => paragraphRows(node, 'preambular', result, designation))
      .with({ type: 'operativeParagraph' }, (node) => paragraphRows(node, 'operative', result, designation))
      .with({ type: 'heading' }, (node) => {
        result.push(withResolution({ label: '', role: 'heading', text: plainText(node), node }, designation))
      })
      .with({ type: 'table' }, (node) => tableRows(node, result, designation))
      .with({ type: 'command' }, (node) => commandRows(node, result, designation))
      .with({ type: 'unknown' }, (node) => {
        result.push(withResolution(unknownRow(node), designation))
      })
      .with(
        { type: 'preamble' },
        { type: 'operative' },
        { type: 'section' },
        { type: 'quotation' },
        { type: 'resolution' },
        ({ children }) => {
          for (const child of children as Inside[]) visit(child)
        },
      )
      // What a resolution is called, adopted by and when: fields of the outline, no rows of it.
      .with({ type: 'title' }, { type: 'organLine' }, { type: 'closing' }, () => undefined)
      .exhaustive()
  for (const child of resolution.children) visit(child)
}

/** The sentence, and each paragraph that it gives; neither has a label of the draft. */
function commandRows(command: Command, result: Row[], designation: string | undefined): void {
  for (const node of command.children) {
    const [row, label]: [Row, string | null] =
      node.type === 'clause'
        ? [
            { label: '', role: 'instruction', text: plainText(node), node: command, clause: node },
            command.label,
          ]
        : [{ label: '', role: 'given', text: node.children.map(plainText).join(' '), node }, node.label]
    if (label !== null) row.number = printedNumber(label)
    result.push(withResolution(row, designation))
  }
}

function paragraphRows(
  node: TopParagraph,
  role: RowRole,
  result: Row[],
  designation: string | undefined,
): void {
  const label = paragraphLabel(node)
  let seen = false
  for (const child of node.children) {
    if (child.type === 'subparagraph') {
      const partRole = role === 'annex' ? 'annex' : 'subparagraph'
      subparagraphRows(child, label, partRole, result, { paragraph: node, designation })
    } else {
      const row: Row = {
        label,
        role: seen ? 'continuation' : role,
        text: plainText(child),
        node,
        clause: child,
        paragraph: node,
      }
      if (!seen && node.label !== null) row.number = printedNumber(node.label)
      if (!seen) addPhrase(row, child)
      result.push(withResolution(row, designation))
    }
    // Text that follows a sub-paragraph resumes; a paragraph that opens with one has no chapeau.
    seen = true
  }
}

function subparagraphRows(
  node: Subparagraph,
  parent: string,
  role: RowRole,
  result: Row[],
  inside: { paragraph: TopParagraph; designation: string | undefined },
): void {
  const label = `${parent}${printedNumber(node.label).replace(/^([^(‘’'].*?)\)?$/u, '($1)')}`
  let seen = false
  for (const child of node.children) {
    if (child.type === 'subparagraph') subparagraphRows(child, label, role, result, inside)
    else {
      const row: Row = {
        label,
        role: seen ? 'continuation' : role,
        text: plainText(child),
        node,
        clause: child,
        paragraph: inside.paragraph,
      }
      if (!seen) row.number = printedNumber(node.label)
      if (!seen) addPhrase(row, child)
      result.push(withResolution(row, inside.designation))
    }
    seen = true
  }
}

function addPhrase(row: Row, clause: Clause): void {
  const phrase = clause.children.find((node): node is Phrase => node.type === 'phrase' && node.lead)
  if (!phrase) return
  row.phrase = plainText(phrase)
  if (phrase.verb !== null) row.verb = phrase.verb
}

function unknownRow(node: Unknown): Row {
  return { label: '', role: 'unknown', text: plainText(node), node }
}

function withResolution(row: Row, designation: string | undefined): Row {
  if (designation !== undefined) row.resolution = designation
  return row
}

/** The label of the paragraph that a row is inside: `OP2` of `OP2(a)(ii)`. */
export function topLabel(label: string): string {
  const cut = label.indexOf('(')
  return cut < 0 ? label : label.slice(0, cut)
}
