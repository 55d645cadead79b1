/** What of a page is the document: not its navigation, its forms, its programs. */
import type { Side } from '../../model/block.js'
import { type Element, type Text, walk } from '../xml/elements.js'
import type { Style } from './declarations.js'
import { type Dom, select } from './dom.js'
import { isList } from './labels.js'
import { Styles } from './style.js'

/** Elements that hold no text: programs, styles, and what a page says of itself. */
const codes = 'head title, meta, link, style, script, base, xml, rp'
/** Elements whose text stands for what is no text: pictures, films, what is filled in later. */
const standIns =
  'title, template, noframes, img, applet, frame, object, embed, audio, video, map, svg, canvas, iframe'
/** Words of a page that are no text of an element: of a picture, and of what was filled in. */
const spoken: Readonly<Record<string, string>> = {
  img: 'alt',
  area: 'alt',
  input: 'value',
  optgroup: 'label',
}
/** Elements that print nothing of the document. */
const controls = 'noscript, nav, select, option, datalist, button, input, textarea, dialog, rt'
const roles = ['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu']
/**
 * Elements that belong to the site unless they are in the article itself. A
 * header with an identifier of its own, as pandoc writes the title's, is the document's.
 */
const article = ':is(article, main, section)'
const frames = [`:is(header, aside):not(#title-block-header, ${article} *)`, `footer:not(${article} [role])`]
const furniture = [codes, standIns, controls, ...roles.map((role) => `[role="${role}"]`), ...frames].join(
  ', ',
)
const furnitureNames =
  /^(?:(?:site|global)[-_](?:header|footer)|(?:site|page|global|main)[-_](?:nav(?:igation)?|menu)|nav(?:bar|igation)?|breadcrumbs?|menu|sidebar|skip-link|skiplink|sharedaddy|cookie[\w-]*)$/iu
/** Names are words: longer ones are data. */
const longestNames = 400

/** A part holds the document if it holds this share of the page's text. */
const mainShare = 0.5
/** Characters of a text left out that one message shows: what is longer takes several. */
const longestSample = 400
/** A list of so many links and no other text leads elsewhere. */
const fewestLinks = 2

export interface Content {
  /** The part of the page that holds the document. */
  root: Element
  styles: Styles
  /** Both sides of deletions and insertions are read. */
  hasBothSides: boolean
  /** Left out of the document. */
  isSkipped(element: Element, style: Style): boolean
  tables: ReadonlyMap<Element, TableFacts>
  /** Texts of the page that are not read as text of the document. */
  left: Left[]
}

/** A text that is left out, for it is no part of the document, or is deleted from it. */
export interface Left extends Text {
  id: 'left-out' | 'other-side'
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
  /** No text of the document is before it. */
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

/** Look a page over, once: what it holds, and how much text is where. */
export function contentOf(dom: Dom, revisions: Side): Content {
  const { root } = dom
  const styles = new Styles(dom)
  const added = furnitureOf(dom)
  const mains = new Set(select(dom, 'main, article, [role="main"]'))
  const menus = new Set<Element>()
  const tables = new Map<Element, TableFacts>()
  const articles: Count[] = []
  const open: Count[] = []
  const openTables: TableFacts[] = []
  let written = 0
  const isSkipped = (element: Element, style: Style) =>
    isHidden(style) || menus.has(element) || added.has(element) || isOtherSide(element, style, revisions)

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
          if (outer && element.attribs.href !== undefined && !element.attribs.href.includes('#')) {
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
          if (mains.has(element)) articles.push(count)
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
  const main = mainOf(articles, root)
  const hasBothSides = revisions === 'both'
  return {
    root: main,
    styles,
    hasBothSides,
    isSkipped,
    tables,
    left: leftOut(dom, main, { isSkipped, styles, revisions }),
  }
}

/** What a page adds to the document: by names of elements, by roles, and by the names that sites give them. */
function furnitureOf(dom: Dom): Set<Element> {
  const named = select(dom, '[id], [class]').filter(({ attribs: { id = '', class: names = '' } }) => {
    const all = `${id} ${names}`
    return all.length < longestNames && all.split(/\s+/u).some((one) => furnitureNames.test(one))
  })
  return new Set([...select(dom, furniture), ...named])
}

function isHidden({ removed, invisible, unprinted }: Style): boolean {
  return removed === true || invisible === true || unprinted === true
}

/** Text that is deleted is not in the final text, and what is inserted is not in the original one. */
function isOtherSide({ name }: Element, { struck }: Style, revisions: Side): boolean {
  if (revisions === 'both') return false
  if (revisions === 'original') return name === 'ins'
  return struck === true || name === 'del' || name === 's' || name === 'strike'
}

/** The texts that are left out: deleted ones, hidden ones, those that belong to the site, and what is around the main part. */
function leftOut(
  dom: Dom,
  main: Element,
  { isSkipped, styles, revisions }: Pick<Content, 'isSkipped' | 'styles'> & { revisions: Side },
): Left[] {
  const found: Left[] = []
  const code = new Set(select(dom, codes))
  /** Elements around what is read now that are left out. */
  let skipped = 0
  let id: Left['id'] = 'left-out'
  let inMain = 0
  /** The stretch that the next text goes on with. */
  let open: Left | undefined
  const add = ({ value, start, end }: Text) => {
    if (open?.id === id && open.value.length < longestSample) {
      open.end = end
      open.value += ` ${value.trim()}`
    } else {
      open = { id, value: value.trim(), start, end }
      found.push(open)
    }
  }
  walk(dom.root, {
    enter(element) {
      if (code.has(element)) return false
      const style = styles.of(element)
      if (skipped > 0 || isSkipped(element, style)) {
        if (skipped++ === 0) id = isOtherSide(element, style, revisions) ? 'other-side' : 'left-out'
      }
      if (element === main) inMain++
      const words = wordsOf(element)
      if (/\S/u.test(words)) {
        const outer = id
        if (skipped === 0) id = 'left-out'
        add({ value: words, start: element.start, end: element.start })
        id = outer
      }
      return true
    },
    leave(element) {
      if (skipped > 0) skipped--
      if (element === main) inMain--
    },
    text({ value, start, end }) {
      if (!/\S/u.test(value)) return
      if (inMain > 0 && skipped === 0) {
        open = undefined
        return
      }
      if (skipped === 0) id = 'left-out'
      add({ value, start, end })
    },
  })
  return found
}

/** What an element says and does not hold; what is hidden in a form says nothing. */
function wordsOf({ name, attribs }: Element): string {
  const attribute = spoken[name]
  return attribute === undefined || attribs.type === 'hidden' ? '' : (attribs[attribute] ?? '')
}

function tableFacts({ attribs }: Element, style: Style, first: boolean): TableFacts {
  const border = attribs.border
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

/** The innermost part that is said to be the main one and holds most of the text. */
function mainOf(counts: readonly Count[], root: Element): Element {
  const whole = counts.at(-1)?.text ?? 0
  return counts.find((count) => count.text > 0 && count.text >= whole * mainShare)?.element ?? root
}
