/** What a tree prints and what a source prints, as counts of characters: the law that nothing is lost. */
import { writable } from '../../src/formats/xml/characters.js'
import type { AnyNode } from '../../src/model/tree/types.js'

export type Format = 'markdown' | 'text' | 'html' | 'akn'

/** Nodes whose `label` is printed and is in no leaf (the labels of sections and annexes are in headings too). */
const labelled = new Set([
  'title',
  'preambularParagraph',
  'operativeParagraph',
  'annexParagraph',
  'subparagraph',
  'command',
  'givenParagraph',
  'footnoteReference',
  'footnoteDefinition',
])

/** Everything the tree says was printed: leaves and labels, one a line. */
export function printed(node: AnyNode): string {
  const pieces: string[] = []
  const visit = (one: AnyNode): void => {
    const { type, value, label, children } = one as AnyNode & Record<string, unknown>
    if (labelled.has(type) && typeof label === 'string') pieces.push(label)
    if (typeof value === 'string') pieces.push(value)
    if (Array.isArray(children)) for (const child of children as AnyNode[]) visit(child)
  }
  visit(node)
  return pieces.join('\n')
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  nbsp: ' ',
  shy: '',
  eacute: 'é',
}
const tag = /<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/giu
/** What Markdown takes for a tag: one of which a name is damaged is text. */
const tagInMarkdown =
  /<\/?[a-z][a-z\d-]*(?:\s+[a-z_:][a-z\d_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/gi

/** The source of a Markdown document without what Markdown and HTML put there. */
export function withoutMarkup(source: string, tags = tag): string {
  return source
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(tags, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal) return String.fromCodePoint(Number(decimal))
      return entities[name ?? ''] ?? whole
    })
    .replace(tags, '')
    .replace(/\]\([^()\s]*\)/gu, ']')
}

/** Elements of which nothing is printed, and what the fixtures mark as no part of the document. */
const unseen =
  /<!-- not the document -->[\s\S]*?<!-- the document -->|<(script|style|title|nav)\b[\s\S]*?<\/\1>|<!\[[^>]*>|<![a-z][^>]*>/giu

/** Metadata, of which only what the page added is printed, and what was cut from the text. */
const unprinted =
  /<\?[\s\S]*?\?>|<(meta|del)\b[\s\S]*?<\/\1>|<(\w+)\b[^<>]*\bstatus="removed"[\s\S]*?<\/\2>/gu
const added = /<(docketNumber|\w+:furniture|note)\b[\s\S]*?<\/\1>/gu

/** The brackets of a mark are its signs, as in Markdown; within a note, and about any other number, they are kept as text. */
export function withoutSigns(text: string): string {
  return text.replace(/\[\^([^\]\s]{1,20})\]|\[(\d{1,3}|[ivxl]{1,6})\]/gu, ' $1$2 ')
}

/** The source without what its format put there. */
function withoutFormat(source: string, format: Format): string {
  if (format === 'text') return withoutSigns(source)
  if (format === 'akn') {
    const printed = source.replace(unprinted, (whole) => whole.match(added)?.join('\n') ?? '')
    return withoutMarkup(printed.replace(/<[^<>]*\smarker="([^"]*)"[^<>]*>/gu, ' $1 '))
  }
  return format === 'html' ? withoutMarkup(source.replace(unseen, '')) : withoutMarkup(source, tagInMarkdown)
}

/**
 * The characters that count. In Markdown letters and digits: all else may be
 * markup. In plain text all but white space and hyphens, which line ends add.
 */
export function counted(text: string, format: Format): string {
  const plain = text.normalize('NFKC')
  return format !== 'text' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : plain.replace(/[\s\p{Cc}\p{Cf}\-‐]/gu, '')
}

/** The lines that a text draws. */
const rules = /[|_]/gu

/** Characters that the second text prints more or less often than the first: white space and hyphens aside, which the ends of lines add. */
export function lostBetween(one: string, other: string): string[] {
  const [want, have] = [one, other].map((text) => tally(counted(text.replace(rules, ''), 'text')))
  return faultsBetween(want ?? new Map(), have ?? new Map())
}

function hasTable(node: AnyNode): boolean {
  return node.type === 'table' || ('children' in node && (node.children as AnyNode[]).some(hasTable))
}

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Characters that one side prints more often than the other: `lost "1" 2 times`. */
export function lostCharacters(tree: AnyNode, source: string, format: Format): string[] {
  // A character that XML cannot hold is read as U+FFFD, with a message.
  const plain = withoutFormat(writable(source.replace(/[\f\v]/gu, ' ')), format)
  const shown = format === 'text' ? withoutSigns(printed(tree)) : printed(tree)
  // A table that a text draws is cells in its tree, without the strokes between them.
  const isDrawn = format === 'text' && hasTable(tree)
  const [want, have] = [plain, shown].map((text) =>
    tally(counted(isDrawn ? text.replace(rules, '') : text, format)),
  ) as [Map<string, number>, Map<string, number>]
  // A page prints the numbers of its lists, which the source does not hold.
  // A note of Akoma Ntoso is its own mark.
  return faultsBetween(want, have).filter(
    (fault) => !((format === 'html' || format === 'akn') && fault.startsWith('added')),
  )
}

function faultsBetween(want: ReadonlyMap<string, number>, have: ReadonlyMap<string, number>): string[] {
  return [...new Set([...want.keys(), ...have.keys()])].flatMap((character) => {
    const difference = (have.get(character) ?? 0) - (want.get(character) ?? 0)
    return difference === 0
      ? []
      : [`${difference < 0 ? 'lost' : 'added'} ${JSON.stringify(character)} ${Math.abs(difference)} times`]
  })
}
