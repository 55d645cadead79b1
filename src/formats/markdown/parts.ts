/**
 * Markdown is read in parts. The library keeps every event of a text until its end, and copies them all where a
 * note ends: of a long text that takes hundreds of megabytes, and time that grows with the square of its notes.
 */
import type { Root, RootContent } from 'mdast'
import type { gfmFootnote } from 'micromark-extension-gfm-footnote'

type Footnotes = ReturnType<typeof gfmFootnote>

/** Characters of a part at least; most resolutions are one part or a few. */
const partLength = 8000
/** An empty line before a line that is not set in: whatever was open is closed there. */
const seam = /\n[ \t]*\r?\n(?=\S)/gu
const lineEnd = /\r\n|\r|\n/gu

interface Part {
  text: string
  /** Characters and lines before it. */
  offset: number
  line: number
}

/** The parts of a text, which put together are the text, of so many characters at least. */
export function partsOf(value: string, length = partLength): Part[] {
  const parts: Part[] = []
  let [offset, line] = [0, 0]
  const add = (end: number) => {
    const text = value.slice(offset, end)
    parts.push({ text, offset, line })
    offset = end
    line += text.match(lineEnd)?.length ?? 0
  }
  for (const { 0: gap, index } of value.matchAll(seam))
    if (index + gap.length - offset >= length) add(index + gap.length)
  if (offset < value.length || parts.length === 0) add(value.length)
  return parts
}

/** A line that looks like the beginning of a note. */
const noteLine = /^[ \t>]*\[\^([^\][\s]{1,999})\]:/gmu

/** The notes of a text, as the library asks for them: of a part, those of the other parts are known too. */
export class KnownNotes {
  /** What the lines look like, until all parts are read. */
  readonly #likely: ReadonlySet<string>
  readonly #found = new Set<string>()
  #asked = new Set<string>()
  #isWhole = false

  constructor(text: string) {
    const names = [...text.matchAll(noteLine)].map(([, name = '']) => name)
    // As the library compares them.
    this.#likely = new Set(names.map((name) => name.toLowerCase().toUpperCase()))
  }

  /** Where a note begins. */
  readonly defined = {
    includes: (identifier: string) => this.#found.has(identifier),
    push: (identifier: string) => this.#found.add(identifier),
  }

  /** Where a note is referred to. */
  readonly called = {
    includes: (identifier: string) => {
      this.#asked.add(identifier)
      return (this.#isWhole ? this.#found : this.#likely).has(identifier)
    },
  }

  /** Which were referred to since this was asked last. */
  asked(): ReadonlySet<string> {
    const asked = this.#asked
    this.#asked = new Set()
    return asked
  }

  /** All parts are read: whether an answer was not what is known now. */
  misled(asked: ReadonlySet<string>): boolean {
    this.#isWhole = true
    return [...asked].some((identifier) => this.#likely.has(identifier) !== this.#found.has(identifier))
  }
}

/** The syntax of notes, with what is known of them in place of the list that a part's parser makes. */
export function sharing(footnotes: Footnotes, { defined, called }: KnownNotes): Footnotes {
  for (const [constructs, known] of [
    [footnotes.document, defined],
    [footnotes.text, called],
  ] as const)
    for (const construct of Object.values(constructs ?? {}).flatMap((one) => one ?? [])) {
      const { tokenize } = construct
      construct.tokenize = function (...given) {
        Object.assign(this.parser, { gfmFootnotes: known })
        return tokenize.apply(this, given)
      }
    }
  return footnotes
}

/** Read a text part by part, and a part again where a line only looked like a note, or a note was none of the likely. */
export function readParts(
  parts: readonly Part[],
  notes: KnownNotes,
  read: (text: string, at: number) => Root,
): Root {
  const readPart = ({ text, offset, line }: Part, at: number) => {
    const { children } = read(text, at)
    if (offset > 0) for (const child of children) shift(child, offset, line)
    return children
  }
  const first = parts.map((part, at) => ({ children: readPart(part, at), asked: notes.asked() }))
  const children = parts.flatMap((part, at) => {
    const { children = [], asked = new Set<string>() } = first[at] ?? {}
    return notes.misled(asked) ? readPart(part, at) : children
  })
  return { type: 'root', children }
}

/** Move a node's place to where its part begins. */
function shift(node: RootContent, offset: number, line: number): void {
  if (node.position)
    for (const point of [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + offset
      point.line += line
    }
  if ('children' in node) for (const child of node.children) shift(child, offset, line)
}
