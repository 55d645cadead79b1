/** XML → a tree of elements: strictly, and what breaks the rules of XML as far as it goes. The one reader of XML. */
import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { type Element, TreeBuilder } from './elements.js'

export interface XmlLimits {
  /** Elements. */
  maxTags: number
  maxDepth: number
}

/** Where a document breaks the rules of XML first. */
export interface Broken {
  reason: string
  at: number
}

/** A document that was read, and what is wrong with it; none, where a limit was reached. */
export type XmlReading =
  | { kind: 'read'; root: Element; broken?: Broken }
  | { kind: 'tags' }
  | { kind: 'depth' }

class Beyond extends Error {
  constructor(readonly limit: 'tags' | 'depth') {
    super(limit)
  }
}

/** The first fault ends the strict reading. */
class Fault extends Error {
  constructor(readonly broken: Broken) {
    super(broken.reason)
  }
}

/**
 * Read XML.
 *
 * Given its text. Ensures elements named without their prefix, with their
 * places, and texts that hold each character reference apart. Entities are
 * never resolved, but for the five of XML itself and numbers. Linear.
 */
export function readXml(source: string, limits: XmlLimits): XmlReading {
  try {
    return { kind: 'read', root: strictly(source, limits) }
  } catch (error) {
    if (error instanceof Beyond) return { kind: error.limit }
    if (!(error instanceof Fault)) throw error
    const { broken } = error
    try {
      return { kind: 'read', root: leniently(source, limits), broken }
    } catch (second) {
      if (second instanceof Beyond) return { kind: second.limit }
      throw second
    }
  }
}

/** Builds the tree within the limits. */
class Bounded extends TreeBuilder {
  #tags = 0
  readonly #limits: XmlLimits

  constructor(limits: XmlLimits) {
    super()
    this.#limits = limits
  }

  override open(...args: Parameters<TreeBuilder['open']>): Element {
    if (++this.#tags > this.#limits.maxTags) throw new Beyond('tags')
    if (this.depth >= this.#limits.maxDepth) throw new Beyond('depth')
    return super.open(...args)
  }
}

function strictly(source: string, limits: XmlLimits): Element {
  const builder = new Bounded(limits)
  const parser = new SaxesParser({ xmlns: true, position: true })
  /** The end of the last markup, where the next text begins; where the open tag begins. */
  let end = 0
  let tagStart = 0
  const mark = () => {
    end = parser.position
  }
  parser.on('opentagstart', () => {
    tagStart = source.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({ local, attributes }) => {
    mark()
    const attribs: Record<string, string> = {}
    for (const name in attributes) attribs[name] = (attributes[name] as { value: string }).value
    builder.open(local, attribs, end).startIndex = tagStart
  })
  parser.on('closetag', () => {
    mark()
    builder.close().endIndex = end - 1
  })
  parser.on('text', () => {
    const until = source[parser.position - 1] === '<' ? parser.position - 1 : parser.position
    for (const piece of pieces(source, end, until)) builder.text(...piece)
    end = until
  })
  parser.on('cdata', () => {
    const start = source.lastIndexOf('<![CDATA[', parser.position) + '<![CDATA['.length
    builder.text(source.slice(start, parser.position - 3), start, parser.position - 3)
    mark()
  })
  parser.on('comment', () => {
    // The parser tells of a comment when it has read its hyphens.
    end = parser.position + 1
  })
  for (const event of ['processinginstruction', 'xmldecl'] as const) parser.on(event, mark)
  parser.on('doctype', () => {
    throw new Fault({
      reason: 'a document type declaration',
      at: source.lastIndexOf('<!DOCTYPE', parser.position),
    })
  })
  parser.on('error', ({ message }) => {
    throw new Fault(faultOf(message.replace(/^\d+:\d+: /u, ''), source, { from: end, to: parser.position }))
  })
  parser.write(source).close()
  return builder.finish().root
}

/** A sign that begins no reference; the parser reads on to the next semicolon, wherever it is. */
const bareSign = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/giu

/** What the parser says is wrong, in our words, and where: between the last markup and where it stopped. */
function faultOf(
  message: string,
  source: string,
  { from, to: position }: { from: number; to: number },
): Broken {
  const closing = source.lastIndexOf('</', position)
  if (message.includes('entity')) {
    bareSign.lastIndex = from
    const at = bareSign.exec(source)?.index ?? position - 1
    const name = /^&\w{1,30};/u.exec(source.slice(at, at + 32))?.[0]
    return { reason: name ? `${name}, which XML does not know` : 'an & that begins no entity', at }
  }
  if (/^un(?:expected close|matched closing) tag/u.test(message)) {
    const name = /^[^\s>]{1,40}/u.exec(source.slice(closing + 2, position))?.[0] ?? ''
    return { reason: `</${name}> closes nothing`, at: closing }
  }
  const unclosed = /^unclosed tag: (.{1,40})/u.exec(message)?.[1]
  if (unclosed !== undefined) return { reason: `<${unclosed}> is not closed`, at: source.length }
  if (message.startsWith('document must contain')) return { reason: 'no element', at: 0 }
  if (message === 'unexpected end.') return { reason: 'markup that does not end', at: source.length }
  return { reason: `a fault of XML (${message.replace(/\.$/u, '')})`, at: Math.max(0, position - 1) }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text as the parser decodes it, cut so that what is not verbatim is a piece of its own. */
function* pieces(source: string, from: number, to: number): Generator<[string, number, number]> {
  const raw = source.slice(from, to)
  let at = 0
  for (const match of raw.matchAll(/&(#?\w{1,32});|\r\n?/gu)) {
    if (match.index > at) yield [raw.slice(at, match.index), from + at, from + match.index]
    at = match.index + match[0].length
    yield [match[1] === undefined ? '\n' : decoded(match[1]), from + match.index, from + at]
  }
  if (at < raw.length) yield [raw.slice(at), from + at, to]
}

function decoded(name: string): string {
  const number = /^#(?:x([\da-f]+)|(\d+))$/iu.exec(name)
  if (!number) return named[name] as string
  return String.fromCodePoint(Number.parseInt(number[1] ?? (number[2] as string), number[1] ? 16 : 10))
}

/** What breaks the rules: tags that close nothing are passed over, and what is left open is closed. */
function leniently(source: string, limits: XmlLimits): Element {
  const builder = new Bounded(limits)
  const parser: Parser = new Parser(
    {
      onopentag(name, attribs) {
        const local = name.slice(name.indexOf(':') + 1)
        builder.open(local, attribs, Math.min(parser.endIndex + 1, source.length)).startIndex =
          parser.startIndex
      },
      onclosetag() {
        builder.close().endIndex = parser.endIndex
      },
      ontext: (value) => builder.text(value, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true, recognizeSelfClosing: true, xmlMode: true },
  )
  parser.end(source)
  return builder.finish().root
}
