/** Remarks on words of a document with revisions → Word comments on them. */
import type { BlockSource } from '../../../model/block.js'
import { escapeXml } from '../../xml/characters.js'
import { attribute, childrenOf, dataOf, descendants, type Element, elements, integer } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import type { Part } from '../package/package.js'
import { directions } from '../write/inline.js'
import type { Author } from './marks.js'
import { newPart } from './new-parts.js'
import { prefixOf } from './prefix.js'
import { Splices } from './splices.js'
import type { Written } from './write.js'

/** What is to be said of some words. */
export interface Remark {
  text: string
  /** The words as they were, and as they are; null where there are none on that side. */
  old: string | null
  new: string | null
  /** The paragraphs, one of which holds them. */
  places: readonly BlockSource[]
}

/** A run of a paragraph, and the sides of the revisions on which it is read. */
interface Run {
  element: Element
  /** The child of the paragraph that is the run, or holds it. */
  top: Element
  text: string
  isOld: boolean
  isNew: boolean
}

/**
 * Write remarks as comments, and pack the document.
 *
 * Given a document with revisions, opened. Ensures that each comment is on the words cut
 * and added, or on the whole paragraph where they are not found in it, and that
 * nothing else is touched. Word knows comments only in the text itself: what
 * is in a header or a note gets none.
 */
export function annotate(
  { document, left }: Written,
  remarks: readonly Remark[],
  author: Author,
): Uint8Array {
  const { word } = document
  const splices = new Splices()
  const paragraphs = [...descendants(word.main.root)].filter(({ name }) => name === 'p')
  const placed = remarks.flatMap((remark) => {
    const own = remark.places
      .filter(({ part }) => part === word.main.name)
      .flatMap(({ paragraph }) => paragraphs[(paragraph ?? 0) - 1] ?? [])
      .map(runsOf)
    const runs = own.map((all) => concerned(all, remark)).find(({ length }) => length > 0)
    const range = runs ?? own.find(({ length }) => length > 0)
    return range ? [{ text: remark.text, first: range[0] as Run, last: range.at(-1) as Run }] : []
  })
  if (placed.length === 0) return word.rewrite(new Map(), left)
  const part = word.byRole('comments') ?? newPart('comments', document, splices)
  const next = Math.max(
    -1,
    ...childrenOf(part.root, 'comment').map((one) => integer(attribute(one, 'id')) ?? 0),
  )
  placed.forEach(({ text, first, last }, at) => {
    const id = next + 1 + at
    anchor(word.main, first, last, id, splices, document)
    splices.append(part, part.root, comment(text, id, author, prefixOf(part), document))
  })
  return word.rewrite(splices.edited, left)
}

function anchor(
  main: Part,
  first: Run,
  last: Run,
  id: number,
  splices: Splices,
  document: WordDocument,
): void {
  const w = prefixOf(main)
  // What is cut goes as a whole: a comment must not go with it.
  const mark = (run: Run) => (run.isNew ? run.element : run.top)
  splices.before(main, mark(first), `<${w}:commentRangeStart ${w}:id="${id}"/>`)
  splices.after(main, mark(last), `<${w}:commentRangeEnd ${w}:id="${id}"/>`)
  const look = style(document, 'character', 'CommentReference', w)
  splices.after(main, last.top, `<${w}:r>${look}<${w}:commentReference ${w}:id="${id}"/></${w}:r>`)
}

function comment(
  text: string,
  id: number,
  { author, date }: Author,
  w: string,
  document: WordDocument,
): string {
  const initials = [...author.matchAll(/(?:^|\s)(\p{L})/gu)].map(([, letter]) => letter).join('')
  const who = `${w}:author="${escapeXml(author)}" ${w}:date="${escapeXml(date)}" ${w}:initials="${escapeXml(initials)}"`
  const mark = `<${w}:r>${style(document, 'character', 'CommentReference', w)}<${w}:annotationRef/></${w}:r>`
  // As a page does of `dir="auto"`: the first letter says which way the line runs.
  const isLeftward = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
  const parts = isLeftward ? directions(text) : [{ text, latin: true }]
  const words = parts
    .map((part) => {
      const look = part.latin ? '' : `<${w}:rPr><${w}:rtl/></${w}:rPr>`
      return `<${w}:r>${look}<${w}:t xml:space="preserve">${escapeXml(part.text)}</${w}:t></${w}:r>`
    })
    .join('')
  const set = paragraphLook(document, isLeftward, w)
  return `<${w}:comment ${w}:id="${id}" ${who}><${w}:p>${set}${mark}${words}</${w}:p></${w}:comment>`
}

function paragraphLook(document: WordDocument, isLeftward: boolean, w: string): string {
  const look = style(document, 'paragraph', 'CommentText', w)
  if (!isLeftward) return look
  const bidi = `<${w}:bidi/></${w}:pPr>`
  return look === '' ? `<${w}:pPr>${bidi}` : look.replace(`</${w}:pPr>`, bidi)
}

/** A style of Word's own, where the document has it. */
function style({ styles }: WordDocument, type: 'character' | 'paragraph', name: string, w: string): string {
  if (styles.idOf(type, name) !== name) return ''
  return type === 'character'
    ? `<${w}:rPr><${w}:rStyle ${w}:val="${name}"/></${w}:rPr>`
    : `<${w}:pPr><${w}:pStyle ${w}:val="${name}"/></${w}:pPr>`
}

function runsOf(paragraph: Element): Run[] {
  const found: Run[] = []
  const walk = (parent: Element, top: Element | undefined, isOld: boolean, isNew: boolean): void => {
    for (const node of elements(parent)) {
      const outer = top ?? node
      if (node.name === 'r') found.push({ element: node, top: outer, text: textOf(node), isOld, isNew })
      else if (node.name === 'ins' || node.name === 'moveTo') walk(node, outer, false, isNew)
      else if (node.name === 'del' || node.name === 'moveFrom') walk(node, outer, isOld, false)
      else if (node.name !== 'pPr') walk(node, outer, isOld, isNew)
    }
  }
  walk(paragraph, undefined, true, true)
  return found.filter(({ text }) => text !== '')
}

function textOf(run: Element): string {
  return elements(run)
    .map((node) => {
      if (node.name === 't' || node.name === 'delText') return dataOf(node)
      return node.name === 'tab' || node.name === 'br' ? ' ' : ''
    })
    .join('')
}

/** The runs from the first to the last that print the words of either side. */
function concerned(runs: readonly Run[], remark: Remark): readonly Run[] {
  const found = [
    ...holding(
      runs.filter(({ isOld }) => isOld),
      remark.old,
    ),
    ...holding(
      runs.filter(({ isNew }) => isNew),
      remark.new,
    ),
  ].map((run) => runs.indexOf(run))
  return found.length === 0 ? [] : runs.slice(Math.min(...found), Math.max(...found) + 1)
}

/** The runs that print some words; where they are several times, those that were changed. */
function holding(runs: readonly Run[], words: string | null): readonly Run[] {
  if (words === null || words.trim() === '') return []
  const text = runs.map((run) => run.text).join('')
  const pattern = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('\\s+')
  const all = [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ 0: { length }, index }) => {
    let start = 0
    return runs.filter((run) => {
      const from = start
      start += run.text.length
      return from < index + length && start > index
    })
  })
  return all.find((one) => one.some(({ isOld, isNew }) => !isOld || !isNew)) ?? all[0] ?? []
}
