/** What Word is strict about in a document: what breaks it here, Word calls unreadable content or repairs by dropping. */
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import { firsts, paragraphParents, ranges, revisions, runParents, sequences } from './word-schema.js'

/** The part of the parser's tree that is looked at; prefixes are kept. */
interface Node {
  type: string
  name: string
  attribs: Record<string, string>
  children: (Node | { type: string; data: string })[]
}
interface Part {
  name: string
  root: Node
}

/**
 * List what is wrong with a Word document.
 *
 * @param base the document that a redline was written into: what it has, and its rsids, stay
 */
export function wordFaults(bytes: Uint8Array, base?: Uint8Array): string[] {
  const entries = unzipSync(bytes)
  const parts = Object.entries(entries)
    .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
    .map(([name, data]): Part => ({ name, root: rootOf(strFromU8(data), name) }))
  const stories = parts.filter(({ name }) => /^word\/(?!_rels)/u.test(name))
  return [
    ...duplicateEntries(bytes),
    ...packageFaults(new Set(Object.keys(entries)), parts),
    ...stories.flatMap((part) => [
      ...orderFaults(part),
      ...placeFaults(part),
      ...textFaults(part),
      ...prefixFaults(part),
      ...rangeFaults(part),
    ]),
    ...idFaults(stories),
    ...moveFaults(stories),
    ...noteFaults(stories),
    ...(base ? rsidFaults(stories, base) : []),
  ]
}

function rootOf(xml: string, name: string): Node {
  const root = elements(parseDocument(xml, { xmlMode: true }) as unknown as Node)[0]
  if (!root) throw new Error(`${name} has no element`)
  return root
}

function elements(node: Pick<Node, 'children'>): Node[] {
  return node.children.filter((child): child is Node => 'attribs' in child)
}

/** An element's name where it is of WordprocessingML, else undefined. */
function wordName({ name }: Node): string | undefined {
  return name.startsWith('w:') ? name.slice(2) : undefined
}

function* walk(
  node: Node,
  ancestors: readonly Node[] = [],
): Generator<{ node: Node; ancestors: readonly Node[] }> {
  yield { node, ancestors }
  const inner = [...ancestors, node]
  for (const child of elements(node)) yield* walk(child, inner)
}

// ---------------------------------------------------------------- the package

/** Names in the directory of the archive, as often as they are there. */
function duplicateEntries(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<string>()
  const faults: string[] = []
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end--
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).toLowerCase()
    if (seen.has(name)) faults.push(`the archive has ${name} twice`)
    seen.add(name)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return faults
}

function packageFaults(names: ReadonlySet<string>, parts: readonly Part[]): string[] {
  const faults: string[] = []
  const types = parts.find(({ name }) => name === '[Content_Types].xml')
  const known = new Set<string>()
  const extensions = new Set<string>()
  for (const node of types ? elements(types.root) : []) {
    const part = node.attribs.PartName?.replace(/^\//u, '')
    const extension = node.attribs.Extension?.toLowerCase()
    if (part !== undefined) {
      if (known.has(part)) faults.push(`the type of ${part} is given twice`)
      if (!names.has(part)) faults.push(`there is a type for ${part}, which is missing`)
      known.add(part)
    }
    if (extension !== undefined) extensions.add(extension)
  }
  for (const name of names) {
    if (name === '[Content_Types].xml' || name.endsWith('/')) continue
    if (!known.has(name) && !extensions.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
      faults.push(`${name} has no type`)
  }
  for (const { name, root } of parts) {
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]*$/u, '')
    const ids = new Set<string>()
    for (const { attribs } of elements(root)) {
      const { Id = '', Target = '', TargetMode } = attribs
      if (ids.has(Id)) faults.push(`${name} has ${Id} twice`)
      ids.add(Id)
      const target = Target.startsWith('/') ? Target.slice(1) : resolve(folder + Target)
      if (TargetMode !== 'External' && !names.has(target))
        faults.push(`${name} points at ${target}, which is missing`)
    }
    const owner = parts.find(
      (part) => name === `${part.name.replace(/[^/]*$/u, '')}_rels/${part.name.replace(/^.*\//u, '')}.rels`,
    )
    if (!owner) continue
    for (const { node } of walk(owner.root))
      for (const [key, value] of Object.entries(node.attribs))
        if (/^r:(?:id|embed|link|pict)$/u.test(key) && value !== '' && !ids.has(value))
          faults.push(`${owner.name} refers to ${value}, which ${name} does not have`)
  }
  return faults
}

function resolve(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

// ---------------------------------------------------------------- elements and their places

function orderFaults({ name, root }: Part): string[] {
  const faults: string[] = []
  for (const { node } of walk(root)) {
    const parent = wordName(node)
    if (parent === undefined) continue
    const children = elements(node).flatMap((child) => wordName(child) ?? [])
    const first = firsts[parent]
    if (first !== undefined && children.lastIndexOf(first) > 0)
      faults.push(`${name}: ${first} is not the first in ${parent}`)
    const order = sequences[parent]
    if (!order) continue
    let last = -1
    const seen = new Set<string>()
    for (const child of children) {
      if (ranges.has(child)) continue
      const at = order.findIndex((entry) => entry.split('|').includes(child))
      if (at === -1) {
        faults.push(`${name}: ${child} has no place in ${parent}`)
        continue
      }
      if (at < last) faults.push(`${name}: ${child} stands too late in ${parent}: ${children.join(' ')}`)
      const isRepeated =
        order[at]?.includes('|') || /^(?:style|tblStylePr)$/u.test(child) || parent === 'settings'
      if (seen.has(child) && !isRepeated) faults.push(`${name}: ${parent} has ${child} twice`)
      seen.add(child)
      last = Math.max(last, at)
    }
  }
  return faults
}

function placeFaults({ name, root }: Part): string[] {
  const faults: string[] = []
  for (const { node, ancestors } of walk(root)) {
    const own = wordName(node)
    const parent = ancestors.at(-1)
    const holder = parent && (wordName(parent) ?? parent.name.replace(/^.*:/u, ''))
    if (own === undefined || holder === undefined) continue
    if (own === 'r' && !runParents.has(holder)) faults.push(`${name}: a run in ${holder}`)
    if (own === 'p' && !paragraphParents.has(holder)) faults.push(`${name}: a paragraph in ${holder}`)
    const isRange = /^(?:ins|del|moveFrom|moveTo)$/u.test(own) && !/^(?:rPr|trPr|numPr)$/u.test(holder)
    if (isRange) {
      const outer = ancestors.slice(ancestors.findLastIndex((one) => wordName(one) === 'p')).map(wordName)
      if (outer.includes(own)) faults.push(`${name}: ${own} inside ${own}`)
      if (outer.includes('del') && own !== 'del') faults.push(`${name}: ${own} inside del`)
      if (elements(node).length === 0) faults.push(`${name}: an empty ${own}`)
    }
    if (
      own === 'tc' &&
      wordName(elements(node).at(-1) ?? node) !== 'p' &&
      !/^(?:sdt|customXml|.*(?:End|Start))$/u.test(wordName(elements(node).at(-1) ?? node) ?? '')
    )
      faults.push(`${name}: a cell that does not end with a paragraph`)
    if (
      own === 'tr' &&
      !elements(node).some((child) => /^(?:tc|sdt|customXml)$/u.test(wordName(child) ?? ''))
    )
      faults.push(`${name}: a row without a cell`)
    if (revisions.has(own) && node.attribs['w:id'] === undefined) faults.push(`${name}: ${own} without an id`)
    if (revisions.has(own) && node.attribs['w:author'] === undefined)
      faults.push(`${name}: ${own} without an author`)
    const date = node.attribs['w:date']
    if (date !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/u.test(date))
      faults.push(`${name}: ${own} on ${date}`)
  }
  return faults
}

const texts = new Set(['t', 'delText', 'instrText', 'delInstrText'])

function textFaults({ name, root }: Part): string[] {
  const faults: string[] = []
  for (const { node, ancestors } of walk(root)) {
    const own = wordName(node)
    if (own === undefined || !texts.has(own)) continue
    const text = node.children.map((child) => ('data' in child ? child.data : '')).join('')
    if (/^[ \t\r\n]|[ \t\r\n]$/u.test(text) && node.attribs['xml:space'] !== 'preserve')
      faults.push(`${name}: the spaces of “${text}” are not kept`)
    const isDeleted = ancestors.some((one) => wordName(one) === 'del')
    if (own.startsWith('del') !== isDeleted)
      faults.push(`${name}: ${own} ${isDeleted ? 'in' : 'outside'} del: “${text.slice(0, 30)}”`)
    if (ancestors.at(-1) && wordName(ancestors.at(-1) as Node) !== 'r')
      faults.push(`${name}: ${own} outside a run`)
  }
  return faults
}

/** Prefixes that nothing binds: an element copied from another document may bring one. */
function prefixFaults({ name, root }: Part): string[] {
  const faults = new Set<string>()
  for (const { node, ancestors } of walk(root)) {
    const bound = new Set(['xml', 'xmlns'])
    for (const one of [...ancestors, node])
      for (const key of Object.keys(one.attribs)) if (key.startsWith('xmlns:')) bound.add(key.slice(6))
    for (const key of [node.name, ...Object.keys(node.attribs)]) {
      const prefix = /^([^:]+):/u.exec(key)?.[1]
      if (prefix !== undefined && !bound.has(prefix))
        faults.add(`${name}: nothing binds the prefix of ${key}`)
    }
  }
  return [...faults]
}

// ---------------------------------------------------------------- what belongs together

/** Ranges open before they close, once each, in one part. */
function rangeFaults({ name, root }: Part): string[] {
  const faults: string[] = []
  const open = new Map<string, Set<string>>()
  for (const { node } of walk(root)) {
    const [, kind = '', end] =
      /^(bookmark|commentRange|moveFromRange|moveToRange)(Start|End)$/u.exec(wordName(node) ?? '') ?? []
    if (kind === '') continue
    const id = node.attribs['w:id'] ?? ''
    const ids = open.get(kind) ?? new Set()
    open.set(kind, ids)
    if (end === 'Start') {
      if (ids.has(id)) faults.push(`${name}: ${kind} ${id} opens twice`)
      ids.add(id)
    } else if (!ids.delete(id)) faults.push(`${name}: ${kind} ${id} ends and was not open`)
  }
  for (const [kind, ids] of open) for (const id of ids) faults.push(`${name}: ${kind} ${id} does not end`)
  return faults
}

function idFaults(stories: readonly Part[]): string[] {
  const faults: string[] = []
  const seen = {
    revision: new Set<string>(),
    bookmark: new Set<string>(),
    'name of a bookmark': new Set<string>(),
  }
  const note = (kind: keyof typeof seen, value: string | undefined) => {
    if (value === undefined) return
    if (seen[kind].has(value)) faults.push(`${kind} ${value} is there twice`)
    seen[kind].add(value)
  }
  for (const { root } of stories)
    for (const { node } of walk(root)) {
      const own = wordName(node) ?? ''
      if (revisions.has(own)) note('revision', node.attribs['w:id'])
      if (own === 'bookmarkStart') {
        note('bookmark', node.attribs['w:id'])
        note('name of a bookmark', node.attribs['w:name'])
      }
    }
  return faults
}

/** Each move has a name, one source and one target, and its runs are in its range. */
function moveFaults(stories: readonly Part[]): string[] {
  const faults: string[] = []
  const names = { moveFrom: new Map<string, number>(), moveTo: new Map<string, number>() }
  for (const { name, root } of stories) {
    const open = { moveFrom: 0, moveTo: 0 }
    for (const { node, ancestors } of walk(root)) {
      const [, kind, end] = /^(moveFrom|moveTo)(RangeStart|RangeEnd)?$/u.exec(wordName(node) ?? '') ?? []
      if (kind !== 'moveFrom' && kind !== 'moveTo') continue
      if (end === 'RangeStart') {
        open[kind]++
        const called = node.attribs['w:name'] ?? ''
        names[kind].set(called, (names[kind].get(called) ?? 0) + 1)
      } else if (end === 'RangeEnd') open[kind]--
      else if (open[kind] === 0 && wordName(ancestors.at(-1) ?? node) !== 'rPr')
        faults.push(`${name}: ${kind} outside its range`)
    }
  }
  for (const [one, other] of [
    ['moveFrom', 'moveTo'],
    ['moveTo', 'moveFrom'],
  ] as const)
    for (const [called, times] of names[one]) {
      if (times > 1) faults.push(`${one} ${called} is there ${times} times`)
      if (!names[other].has(called)) faults.push(`${one} ${called} has no ${other}`)
    }
  return faults
}

/** Marks refer to notes and comments that are there, once each. */
function noteFaults(stories: readonly Part[]): string[] {
  const faults: string[] = []
  for (const kind of ['footnote', 'endnote', 'comment']) {
    const ids = new Set<string>()
    for (const { name, root } of stories) {
      if (name !== `word/${kind}s.xml`) continue
      for (const node of elements(root)) {
        const id = node.attribs['w:id'] ?? ''
        if (ids.has(id)) faults.push(`${kind} ${id} is there twice`)
        ids.add(id)
      }
    }
    const marked = new Set<string>()
    for (const { root } of stories)
      for (const { node, ancestors } of walk(root)) {
        if (wordName(node) !== `${kind}Reference`) continue
        const id = node.attribs['w:id'] ?? ''
        if (!ids.has(id)) faults.push(`${kind} ${id} is marked and missing`)
        // What moved is marked where it was and where it is.
        const isMoved = ancestors.some((one) => wordName(one) === 'moveFrom')
        if (marked.has(id) && !isMoved) faults.push(`${kind} ${id} is marked twice`)
        if (!isMoved) marked.add(id)
      }
  }
  return faults
}

function rsidFaults(stories: readonly Part[], base: Uint8Array): string[] {
  const known = new Set<string>()
  for (const [name, data] of Object.entries(unzipSync(base)))
    if (/^word\/[^/]*\.xml$/u.test(name))
      for (const match of strFromU8(data).matchAll(/w:rsid\w*="([^"]*)"/gu)) known.add(match[1] as string)
  return stories.flatMap(({ name, root }) =>
    [...walk(root)].flatMap(({ node }) =>
      Object.entries(node.attribs)
        .filter(([key, value]) => key.startsWith('w:rsid') && !known.has(value))
        .map(([key, value]) => `${name}: ${key} ${value} is new`),
    ),
  )
}
