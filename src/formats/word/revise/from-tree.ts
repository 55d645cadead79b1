/** A tree → the paragraphs that the base is to have, whatever the tree was read from. */
import type { Node as UnistNode } from 'unist'
import type { Row } from '../../../model/tree/rows.js'
import type { Root, Table } from '../../../model/tree/types.js'
import type { Region } from '../package/manuscript.js'
import { noteCharacter } from '../package/walk.js'
import type { Fresh, Unit } from './fresh.js'
import type { NewItem, NewNotes, NewParagraph, NewTable } from './revised.js'
import type { Look } from './run-look.js'

const plain: Look = { emphasis: false, strong: false, superscript: false }
const raised: Look = { ...plain, superscript: true }

/** Any node of a tree, by the fields that are read here. */
interface Loose extends UnistNode {
  children?: Loose[]
  value?: unknown
  identifier?: string
  label?: string | null
  lead?: boolean
  depth?: number
}

/** A paragraph or a table of a tree, and the rows of the tree that it holds. */
export interface TreeItem {
  item: NewItem
  rows: number[]
}

/** List the rows of a tree as items; the rows of a table are one. */
export function treeItems(tree: Root, rows: readonly Row[]): TreeItem[] {
  const writer = new TreeReader(tree)
  const tables = tablesOf(tree)
  const result: TreeItem[] = []
  let open: Table | undefined
  rows.forEach((row, at) => {
    const table = tables.get(row.node)
    if (table && table === open) result.at(-1)?.rows.push(at)
    else if (table) result.push({ item: writer.table(table), rows: [at] })
    else result.push({ item: writer.row(row), rows: [at] })
    open = table
  })
  return result
}

/** Read the notes of a tree; each has one paragraph. */
export function treeNotes(tree: Root): NewNotes {
  const writer = new TreeReader(tree)
  const all = new Map(
    tree.children
      .filter((node) => node.type === 'footnoteDefinition')
      .map((node) => [node.identifier, node as Loose]),
  )
  return {
    of: (_, id) => {
      const definition = all.get(id)
      return definition ? [writer.paragraph(definition.children ?? [], 'note')] : []
    },
    order: () => [...all.keys()],
  }
}

/** Which table each row is of. */
function tablesOf(tree: Root): Map<UnistNode, Table> {
  const found = new Map<UnistNode, Table>()
  const visit = (node: Loose): void => {
    for (const child of node.children ?? [])
      if (node.type === 'table') found.set(child, node as unknown as Table)
      else visit(child)
  }
  visit(tree as Loose)
  return found
}

class TreeReader {
  /** The first reference to each note: the others only print its number again. */
  readonly #first = new Map<string, Loose>()
  /** The source showed no looks: what the house style has in italics is set so. */
  readonly #house: boolean

  constructor(tree: Root) {
    this.#house = !hasLooks(tree as Loose)
    visit(tree as Loose, (node) => {
      const name = node.identifier ?? ''
      if (node.type === 'footnoteReference' && !this.#first.has(name)) this.#first.set(name, node)
    })
  }

  #isFurther(node: Loose): boolean {
    return this.#first.get(node.identifier ?? '') !== node
  }

  row(row: Row): NewParagraph {
    const { node, clause, number } = row
    const { label, depth } = node as Loose
    const { children = [] } = (clause ?? node) as Loose
    const paragraph = this.paragraph(children, 'body')
    return {
      ...paragraph,
      label: number !== undefined && label ? `${label}\t` : '',
      setting: `${row.role} ${depth ?? ''}`,
    }
  }

  table(table: Table): NewTable {
    return {
      kind: 'table',
      region: 'body',
      container: 'body',
      isLoose: true,
      rows: table.children.map(({ children }) => ({
        cells: children.map((cell) => ({
          columns: 1,
          paragraphs: [this.paragraph(cell.children as Loose[], 'body')],
        })),
      })),
    }
  }

  paragraph(nodes: readonly Loose[], region: Region): NewParagraph {
    const fresh: Fresh = { text: '', units: [] }
    for (const node of nodes) this.#add(node, plain, fresh)
    const set = { region, label: '', outline: undefined, container: 'body', setting: '', isLoose: true }
    return { kind: 'paragraph', ...set, ...fresh }
  }

  #add(node: Loose, look: Look, fresh: Fresh): void {
    if (node.type === 'break') add(fresh, '\n', { look, note: undefined, isMark: false })
    else if (node.type === 'footnoteReference' && this.#isFurther(node))
      add(fresh, node.label ?? node.identifier ?? '', {
        look: raised,
        note: undefined,
        isMark: false,
        isFurther: true,
      })
    else if (node.type === 'footnoteReference') {
      const note = { kind: 'footnote' as const, id: node.identifier ?? '', custom: false, isAny: true }
      add(fresh, noteCharacter(note), { look: raised, note, isMark: false })
    } else if (typeof node.value === 'string')
      add(fresh, node.value, { look, note: undefined, isMark: false })
    else {
      const emphasis =
        look.emphasis ||
        node.type === 'emphasis' ||
        (this.#house && node.type === 'phrase' && node.lead === true)
      const strong = look.strong || node.type === 'strong'
      for (const child of node.children ?? []) this.#add(child, { ...look, emphasis, strong }, fresh)
    }
  }
}

function add(fresh: Fresh, text: string, unit: Unit): void {
  fresh.text += text
  for (let at = 0; at < text.length; at++) fresh.units.push(unit)
}

function visit(node: Loose, meet: (node: Loose) => void): void {
  meet(node)
  for (const child of node.children ?? []) visit(child, meet)
}

function hasLooks({ type, children }: Loose): boolean {
  return type === 'emphasis' || (children ?? []).some(hasLooks)
}
