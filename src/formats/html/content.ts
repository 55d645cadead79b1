/** What of a page is the document: not its navigation, its forms, its programs. */
import { type Element, walk } from '../xml/elements.js'
import { isList } from './labels.js'
import { type Style, Styles } from './style.js'

/** Elements that print nothing, or nothing of the document. */
const unseen = new Set(
  `title meta link style script base noscript template nav svg canvas iframe object embed audio video map
  select option datalist button input textarea dialog rp rt xml applet frame noframes img`.split(/\s+/u),
)
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu'])
const furnitureNames =
  /^(?:(?:site|global)[-_](?:header|footer)|(?:site|page|global|main)[-_](?:nav(?:igation)?|menu)|nav(?:bar|igation)?|breadcrumbs?|menu|sidebar|skip-link|skiplink|sharedaddy|cookie[\w-]*)$/iu
/** Elements that belong to the site unless they stand in the article itself. */
const frames = new Set(['header', 'footer', 'aside'])

/** A part holds the document if it holds this share of the page's text. */
const mainShare = 0.5
/** A list of so many links and no other text leads elsewhere. */
const fewestLinks = 2

export interface Content {
  /** The part of the page that holds the document. */
  root: Element
  styles: Styles
  /** Left out of the document. */
  isSkipped(element: Element, style: Style): boolean
  tables: ReadonlyMap<Element, TableFacts>
}

export interface TableFacts {
  rows: number
  /** Cells of the longest row, and of all rows. */
  columns: number
  cells: number
  filled: number
  /** Characters of the longest cell. */
  longest: number
  header: boolean
  bordered: boolean
  holdsTable: boolean
  /** No text of the document stands before it. */
  first: boolean
}

interface Count {
  element: Element
  /** Characters of text, and of links to other places. */
  text: number
  linked: number
  links: number
  /** The table whose cell, or the cell's row, this is. */
  table?: TableFacts
  cells: number
}

/** Look a page over, once: what it holds, and how much text stands where. */
export function contentOf(root: Element): Content {
  const styles = new Styles(root)
  const menus = new Set<Element>()
  const tables = new Map<Element, TableFacts>()
  const articles: Count[] = []
  const open: Count[] = []
  const openTables: TableFacts[] = []
  let written = 0
  const isSkipped = (element: Element, style: Style) =>
    style.hidden === true || menus.has(element) || isFurniture(element)

  walk(root, {
    enter(element) {
      const style = styles.of(element)
      if (isSkipped(element, style)) return false
      const count: Count = { element, text: 0, linked: 0, links: 0, cells: 0 }
      if (element.name === 'table') {
        const outer = openTables.at(-1)
        if (outer) outer.holdsTable = true
        openTables.push(tableFacts(element, style, written === 0))
      }
      const table = openTables.at(-1)
      if (table) {
        count.table = table
        if (/^(?:th|thead|caption)$/u.test(element.name)) table.header = true
        if (/^t[dh]$/u.test(element.name)) table.bordered ||= style.bordered === true
      }
      open.push(count)
      return true
    },
    leave(element) {
      const count = open.pop() as Count
      const outer = open.at(-1)
      if (outer) {
        outer.text += count.text
        outer.linked += count.linked
        outer.links += count.links
      }
      switch (element.name) {
        case 'a':
          if (outer && element.attributes.href !== undefined && !element.attributes.href.includes('#')) {
            outer.linked += count.text - count.linked
            outer.links++
          }
          break
        case 'td':
        case 'th':
          countCell(count, open)
          break
        case 'tr':
          if (count.table && count.cells > 0) {
            count.table.rows++
            count.table.columns = Math.max(count.table.columns, count.cells)
          }
          break
        case 'table':
          tables.set(element, openTables.pop() as TableFacts)
          break
        default:
          if (isMain(element)) articles.push(count)
          if (isList(element) && count.links >= fewestLinks && count.linked === count.text) menus.add(element)
      }
      if (element === root) articles.push(count)
    },
    text({ value }) {
      const length = value.replace(/\s+/gu, '').length
      const top = open.at(-1)
      if (top) top.text += length
      written += length
    },
  })
  return { root: mainOf(articles, root), styles, isSkipped, tables }
}

function tableFacts({ attributes }: Element, style: Style, first: boolean): TableFacts {
  const border = attributes.border
  return {
    rows: 0,
    columns: 0,
    cells: 0,
    filled: 0,
    longest: 0,
    header: false,
    bordered: style.bordered === true || (border !== undefined && border !== '0'),
    holdsTable: false,
    first,
  }
}

function countCell(cell: Count, open: readonly Count[]): void {
  const { table } = cell
  if (!table) return
  table.cells++
  if (cell.text > 0) table.filled++
  table.longest = Math.max(table.longest, cell.text)
  const row = open.findLast((count) => count.element.name === 'tr')
  if (row && row.table === table) row.cells++
}

function isMain({ name, attributes }: Element): boolean {
  return name === 'main' || name === 'article' || attributes.role === 'main'
}

/** The innermost part that is said to be the main one and holds most of the text. */
function mainOf(counts: readonly Count[], root: Element): Element {
  const whole = counts.at(-1)?.text ?? 0
  return counts.find((count) => count.text > 0 && count.text >= whole * mainShare)?.element ?? root
}

function isFurniture(element: Element): boolean {
  const { name, attributes } = element
  if (unseen.has(name)) return true
  if (attributes.role !== undefined && furnitureRoles.has(attributes.role)) return true
  if (frames.has(name)) return !isInArticle(element)
  const names = `${attributes.id ?? ''} ${attributes.class ?? ''}`
  return names !== ' ' && names.length < 400 && names.split(/\s+/u).some((one) => furnitureNames.test(one))
}

/** A header in an article, or one with an id of its own as pandoc writes the title's, is the document's. */
function isInArticle({ name, parent, attributes }: Element): boolean {
  if (attributes.id === 'title-block-header') return true
  for (let one = parent; one; one = one.parent) {
    if (one.name === 'article' || one.name === 'main' || one.name === 'section')
      return name !== 'footer' || !!attributes.role
  }
  return false
}
