/** HTML → a tree that cheerio's selectors search, and whose texts know their place in the source. */

import { type CheerioAPI, load } from 'cheerio/slim'
import type { AnyNode } from 'domhandler'
import { Parser } from 'htmlparser2'
import { Element, TreeBuilder } from '../xml/elements.js'

/** A page that was parsed, with what searches it by selectors. */
export interface Dom {
  root: Element
  $: CheerioAPI
}

/**
 * Browsers stop nesting at 512, and unclosed tags of a whole document rarely
 * come near this; the parser's stack costs time in proportion to its depth.
 */
const maxDepth = 3000

class TooDeep extends Error {}

/**
 * Parse HTML as browsers forgive it.
 *
 * Ensures every text of the source is in the tree, each character
 * reference as a text of its own; undefined where elements nest deeper than
 * any document's do.
 */
export function parseHtml(source: string): Dom | undefined {
  const builder = new TreeBuilder()
  const parser: Parser = new Parser(
    {
      onopentag(name, attribs) {
        if (builder.depth >= maxDepth) throw new TooDeep()
        builder.open(name, attribs, Math.min(parser.endIndex + 1, source.length))
      },
      onclosetag: () => void builder.close(),
      ontext: (value) => builder.text(value, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  )
  try {
    parser.end(source)
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
  const { document, root } = builder.finish()
  return { root, $: load(document, { xml: { xmlMode: false, decodeEntities: true } }) }
}

/** The elements of a page that a selector names. */
export function select({ $ }: Dom, selector: string): Element[] {
  return elementsOf($(selector).get())
}

export function elementsOf(nodes: readonly AnyNode[]): Element[] {
  return nodes.filter((node): node is Element => node instanceof Element)
}
