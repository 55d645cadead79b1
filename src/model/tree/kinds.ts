/**
 * Kinds of node that writers treat alike, each listed here once. A writer asks for them in turn (`match(node).when(isLine, …)`):
 * a new type is in one of the lists, or writers do not compile.
 */
import type { FurnitureKind, Node, Title } from './types.js'

type Types = readonly Node['type'][]

/** What hold lines, and print none of their own. */
export const holderTypes = [
  'root',
  'masthead',
  'resolution',
  'preamble',
  'operative',
  'section',
  'quotation',
  'annex',
  'closing',
] as const satisfies Types

/** What is before the text: who speaks to whom, and who proposes. */
export const frontTypes = ['masthead', 'proposal'] as const satisfies Types

/** What is beside the flow of a text. */
export const besideTypes = ['footnoteDefinition', 'furniture', 'comment'] as const satisfies Types

/** Paragraphs at any depth, of which each may have a label. */
export const paragraphTypes = [
  'preambularParagraph',
  'operativeParagraph',
  'annexParagraph',
  'subparagraph',
  'command',
  'givenParagraph',
] as const satisfies Types

/** What a document says of itself: who proposes and who speaks, fields of a masthead and of a closing. */
export const fieldTypes = [
  'proposal',
  'organLine',
  'organ',
  'symbol',
  'distribution',
  'date',
  'originalLanguage',
  'session',
  'venue',
  'agendaItem',
  'agendaTitle',
  'provenance',
  'meeting',
  'vote',
] as const satisfies Types

/** What is a line of its own and has words alone: fields, and text between paragraphs. */
const lineTypes = [...fieldTypes, 'jobNumber', 'clause', 'unknown'] as const satisfies Types

/** What is inside a line. */
const phrasingTypes = [
  'text',
  'emphasis',
  'strong',
  'break',
  'footnoteReference',
  'phrase',
  'citation',
  'sponsor',
] as const satisfies Types

export const isHolder = oneOf(holderTypes)
export const isParagraph = oneOf(paragraphTypes)
export const isLine = oneOf(lineTypes)
export const isPhrasing = oneOf(phrasingTypes)

function oneOf<const T extends Types>(types: T) {
  const set: ReadonlySet<string> = new Set(types)
  return (node: Node): node is Extract<Node, { type: T[number] }> => set.has(node.type)
}

/** A number is on the line of its title, and what a dash or a colon parts from it; a letter is on a line of its own. */
export function isOnTitleLine(label: Title['label']): label is string {
  return label !== null && /\d|[\p{Pd}:：]$/u.test(label)
}

export const furnitureKinds: Readonly<Record<FurnitureKind, true>> = {
  pageNumber: true,
  runningHeader: true,
  jobNumber: true,
  barCode: true,
  recycling: true,
  rule: true,
  frontMatter: true,
  lineNumber: true,
  outOfSight: true,
}

/** Is a word, as a file may have it, a kind of furniture? */
export function isFurnitureKind(word: string | undefined): word is FurnitureKind {
  return word !== undefined && Object.hasOwn(furnitureKinds, word)
}
