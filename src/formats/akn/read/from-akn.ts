/** Akoma Ntoso → blocks: the files that the United Nations publish, and what plenary writes. */
import { type Block, rich, type Source } from '../../../model/block.js'
import { PlenaryError } from '../../../model/message.js'
import { isoTime } from '../../iso-time.js'
import { type Element, isText, textOf, walk } from '../../xml/elements.js'
import { readXml } from '../../xml/read-xml.js'
import { readPlace } from '../place.js'
import { Body } from './body.js'
import type { Placed } from './elements.js'
import { Notes } from './notes.js'

export interface AknOptions {
  /** File name, for messages. */
  name: string
  /** Which side of a comparison to read: by default the new text. */
  revisions?: 'final' | 'original'
}

/** Nesting of published files stays below 20. */
const maxDepth = 256
/** Text below 8 MiB holds no more tags than this. */
const maxTags = 4_000_000

/**
 * Read Akoma Ntoso into blocks.
 *
 * Given the text of a file, well formed or not. Ensures a block for each
 * paragraph, heading, table and note, its number before it, whatever its
 * identifiers say; offsets into the text; entities are never resolved.
 *
 * @throws PlenaryError `too-deep` or `too-complex` beyond a bound.
 */
export function fromAkn(text: string, { name, revisions = 'final' }: AknOptions): Source {
  const reading = readXml(text, { maxTags, maxDepth })
  if (reading.kind === 'tags')
    throw new PlenaryError('too-complex', { file: name, part: 'the text', limit: maxTags, unit: 'tags' })
  if (reading.kind === 'depth')
    throw new PlenaryError('too-deep', { file: name, part: 'the text', limit: maxDepth })
  const { root, broken } = reading
  const divided = revisions === 'original' ? dividedIn(root) : new Map<string, string>()
  const meta = metadata(root, revisions)
  const body = new Body(new Notes(root), text, { side: revisions, divided, tellsParts: meta.isOurs })
  body.read(root)
  return {
    blocks: [
      ...body.blocks,
      ...inOrder([...meta.furniture, ...body.notes, ...body.otherNotes]),
      ...meta.comments,
    ],
    text,
    ...(meta.language === undefined ? {} : { language: meta.language }),
    ...(meta.kept === undefined ? {} : { kept: meta.kept }),
    notices: [
      ...(broken
        ? [{ id: 'malformed-markup', values: { reason: broken.reason }, start: broken.at } as const]
        : []),
      ...body.notices,
    ],
  }
}

/** What a comparison says to have been divided: each of its new parts → the first of them. */
function dividedIn(root: Element): Map<string, string> {
  const found = new Map<string, string>()
  walk(root, {
    enter(element) {
      if (element.name !== 'textualMod' || element.attribs.type !== 'split') return true
      const parts = element.children.flatMap((child) =>
        !isText(child) && child.name === 'new' ? (child.attribs.href ?? '') : [],
      )
      for (const part of parts) found.set(part.replace(/^#/u, ''), parts[0] ?? '')
      return false
    },
    leave: () => undefined,
    text: () => undefined,
  })
  return found
}

/** ISO 639-2 → ISO 639-1. */
const languages: Readonly<Record<string, string>> = {
  ara: 'ar',
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  rus: 'ru',
  spa: 'es',
  zho: 'zh',
  chi: 'zh',
}

interface Metadata {
  language: string | undefined
  /** What the page added. */
  furniture: Placed[]
  /** What readers wrote at the margin. */
  comments: Block[]
  /** The tree that this side of the text is said to be. */
  kept: string | undefined
  /** plenary wrote the file. */
  isOurs: boolean
}

/** What the metadata say of the text, and what of it they hold. */
function metadata(root: Element, side: 'final' | 'original'): Metadata {
  let language: string | undefined
  let kept: string | undefined
  let isOurs = false
  const furniture: Placed[] = []
  const comments: Block[] = []
  const add = (element: Element, kind: string) => {
    const { value, start, end } = textOf(element, longestFurniture)
    if (value.trim() === '') return
    const text = { value, marks: [], map: [{ at: 0, start, end }] }
    furniture.push({ place: readPlace(element), block: { kind: 'furniture', furniture: kind, text } })
  }
  walk(root, {
    enter(element) {
      const { name, attribs } = element
      if (name === 'FRBRlanguage') language ??= languages[attribs.language ?? ''] ?? attribs.language
      else if (name === 'FRBRauthor') isOurs ||= attribs.href === '#plenary'
      else if (name === 'furniture') add(element, attribs.kind ?? 'runningHeader')
      else if (name === 'docketNumber' && within(element, 'presentation')) add(element, 'jobNumber')
      else if (name === 'comment' && within(element, 'proprietary')) comments.push(commentOf(element))
      else if (
        name === 'tree' &&
        [side, 'both'].includes(attribs.side ?? '') &&
        within(element, 'proprietary')
      )
        kept = textIn(element)
      return true
    },
    leave: () => undefined,
    text: () => undefined,
  })
  return { language, furniture, comments, kept, isOurs }
}

/** A comment as plenary writes it. */
function commentOf({ attribs, children }: Element): Block {
  const text = (name: string) => {
    const child = children.find((one): one is Element => !isText(one) && one.name === name)
    return child ? textIn(child) : ''
  }
  const comment = {
    author: attribs.author ?? null,
    date: isoTime(attribs.date),
    quote: text('quote'),
    places: [],
  }
  return { kind: 'comment', text: rich(text('text')), comment }
}

/** All text right inside an element. */
function textIn({ children }: Element): string {
  return children.map((one) => (isText(one) ? one.value : '')).join('')
}

/** Notes and what the page added are in the order that plenary gave them, else in that of the file. */
function inOrder(placed: readonly Placed[]): Block[] {
  return [...placed].sort((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ block }) => block)
}

const longestFurniture = 10_000

function within({ parent }: Element, name: string): boolean {
  for (let outer = parent; outer; outer = outer.parent) if (outer.name === name) return true
  return false
}
