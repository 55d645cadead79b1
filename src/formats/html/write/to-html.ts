/** Tree → a web page of the document: what a reader sees of it, with nothing loaded from elsewhere. */
import type { Element, ElementContent } from 'hast'
import { toHtml as writeHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { match } from 'ts-pattern'
import { directionOf } from '../../../language/load.js'
import { factsOf } from '../../../model/tree/facts.js'
import { isHolder, isLine, isOnTitleLine, isParagraph, isPhrasing } from '../../../model/tree/kinds.js'
import { plainText } from '../../../model/tree/text.js'
import type {
  AnyNode,
  FootnoteDefinition,
  FootnoteReference,
  Node,
  Root,
  Table,
} from '../../../model/tree/types.js'
import { writeKept } from '../kept.js'
import { Notes } from './notes.js'
import { style } from './style.js'

/** Nothing is loaded and no script runs, whatever the document says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
const deepestHeading = 6
const deepestSubparagraph = 6

/** Write a tree as a web page: every paragraph is one of HTML with its number as printed. `kept` is a tree as JSON that the page keeps. */
export function writePage(tree: Root, kept?: string): string {
  const notes = new Notes(tree.children.filter((node) => node.type === 'footnoteDefinition'))
  const body = tree.children.flatMap((node) => blocks(node, notes))
  const { symbol, title } = factsOf(tree)
  const name = [symbol ?? '', title ? plainText(title) : ''].filter((text) => text !== '').join(' · ')
  const { language } = tree
  const page = h('html', { lang: language, dir: language === null ? undefined : directionOf(language) }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      ...(kept === undefined ? [] : [writeKept(kept)]),
      h('title', name),
      h('style', style),
    ]),
    h('body', [...body, ...noteSection(notes)]),
  ])
  return `${writeHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`
}

function blocks(node: Node, notes: Notes): Element[] {
  const inline = (nodes: readonly AnyNode[]) => nodes.flatMap((one) => inlineOf(one, notes))
  const written = (name: string, nodes: readonly AnyNode[]) => [h('p', { className: [name] }, inline(nodes))]
  const all = (nodes: readonly AnyNode[]) => nodes.flatMap((one) => blocks(one as Node, notes))
  return match(node)
    .with({ type: 'title' }, ({ label, children }) => {
      const text = inline(children)
      if (isOnTitleLine(label)) return [h('h1', [`${label} `, ...text])]
      return [...(label === null ? [] : [h('h1', label)]), ...(text.length > 0 ? [h('h1', text)] : [])]
    })
    .with({ type: 'heading' }, ({ depth, children }) => [
      h(`h${Math.min(deepestHeading, depth + 1)}`, inline(children)),
    ])
    .when(isParagraph, (one) => {
      const depth = one.type === 'subparagraph' ? Math.min(one.depth, deepestSubparagraph) : 0
      const name = depth > 0 ? `sub-${depth}` : 'paragraph'
      const [first, ...rest] = one.children
      const opening = first?.type === 'clause' ? inline(first.children) : []
      const words = [...(one.label === null ? [] : [`${one.label} `]), ...opening]
      return [
        ...(words.length > 0 ? [h('p', { className: [name] }, words)] : []),
        ...all(first?.type === 'clause' ? rest : one.children),
      ]
    })
    .with({ type: 'table' }, (table) => [tableOf(table, inline)])
    .with({ type: 'masthead' }, ({ children }) => [h('div', { className: ['masthead'] }, all(children))])
    .with({ type: 'quotation' }, ({ children }) => [h('div', { className: ['quoted'] }, all(children))])
    .when(isHolder, ({ children }) => all(children))
    .when(isLine, ({ type, children }) => written(type, children))
    .with({ type: 'footnoteDefinition' }, { type: 'furniture' }, { type: 'comment' }, () => [])
    .when(isPhrasing, (one) => written('clause', [one]))
    .exhaustive()
}

function inlineOf(node: AnyNode, notes: Notes): ElementContent[] {
  if (isMark(node)) return [notes.mark(node)]
  if (node.type === 'break') return [h('br')]
  if ('value' in node && typeof node.value === 'string') return [{ type: 'text', value: node.value }]
  if (!('children' in node) || !Array.isArray(node.children)) return []
  const children = (node.children as AnyNode[]).flatMap((child) => inlineOf(child, notes))
  if (node.type === 'emphasis') return [h('em', children)]
  if (node.type === 'strong') return [h('strong', children)]
  if (node.type === 'citation' && 'url' in node && typeof node.url === 'string')
    return [h('a', { href: node.url, rel: ['noreferrer'] }, children)]
  return children
}

function isMark(node: AnyNode): node is FootnoteReference {
  return node.type === 'footnoteReference'
}

function tableOf(table: Table, inline: (nodes: readonly AnyNode[]) => ElementContent[]): Element {
  const rows = table.children.map(({ children }, at) =>
    h(
      'tr',
      children.map((cell) =>
        at === 0
          ? h('th', { scope: 'col' }, inline(cell.children as AnyNode[]))
          : h('td', inline(cell.children as AnyNode[])),
      ),
    ),
  )
  return h('table', [h('thead', rows.slice(0, 1)), h('tbody', rows.slice(1))])
}

/** The notes in their order, each behind the mark that leads back to its first place. */
function noteSection(notes: Notes): Element[] {
  if (notes.all.length === 0) return []
  const one = (definition: FootnoteDefinition) => {
    const [first = [], ...rest] = definition.children.map((child) =>
      'children' in child ? child.children.flatMap((part) => inlineOf(part as AnyNode, notes)) : [],
    )
    const { id, back } = notes.of(definition)
    return h('div', { id }, [h('p', [back, ' ', ...first]), ...rest.map((text) => h('p', text))])
  }
  return [h('section', { className: ['notes'] }, [h('hr'), ...notes.all.map(one)])]
}
