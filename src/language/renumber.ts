/** Number the paragraphs of an edited tree anew, each in the form that its neighbours have. */
import type { Node, OperativeParagraph, Parent, Root, Subparagraph } from '../model/tree/types.js'
import { inFigures, lettered, roman } from './numerals.js'
import type { Grammar } from './types.js'

/** A label as the text before its number, the number's first letter or figure, and the text behind. */
const labelled = /^(?<before>[^\p{L}\p{N}]*)(?<core>[\p{L}\p{N}]+)(?<after>.*)$/su
const operative = /^(?<before>[^\p{N}]*)\p{N}+(?<after>.*)$/su

/**
 * Number operative paragraphs, recitals and sub-paragraphs in the order they are in.
 *
 * Given a tree that was edited, which is changed, and the tree that it was made
 * of. Ensures that the operative paragraphs of each resolution count on from the
 * first number before the edit, in the form and the figures of its numbered ones, that ordinals are places, and that the
 * sub-paragraphs of a list are lettered or numbered as its first one is. Lists
 * of dashes, and lists that do not begin at their beginning, stay as they are.
 */
export function renumber(tree: Root, grammar: Grammar | null, before: Root): void {
  const first = firstNumber(before)
  const visit = (node: Parent) => {
    if (node.type === 'preamble')
      recitals(node.children.filter((child) => child.type === 'preambularParagraph'))
    if (node.type === 'operative') operatives(operativesIn(node), first)
    const subparagraphs = (node.children as Node[]).filter((child) => child.type === 'subparagraph')
    if (subparagraphs.length > 0) reletter(subparagraphs, grammar)
    for (const child of node.children as Node[]) if ('children' in child) visit(child)
  }
  visit(tree)
}

/** An excerpt may begin at 10: the lowest number printed. */
function firstNumber(tree: Root): number {
  const numbers: number[] = []
  const visit = (node: Node) => {
    if (node.type === 'operativeParagraph' && node.number) numbers.push(node.number.value)
    else if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  visit(tree)
  return numbers.length > 0 ? Math.min(...numbers) : 1
}

function recitals(paragraphs: { ordinal: number }[]): void {
  paragraphs.forEach((paragraph, at) => {
    paragraph.ordinal = at + 1
  })
}

/** The paragraphs of a part, those of its sections too; a nested draft counts its own. */
function operativesIn(node: Parent): OperativeParagraph[] {
  return (node.children as Node[]).flatMap((child): OperativeParagraph[] => {
    if (child.type === 'operativeParagraph') return [child]
    return child.type === 'section' ? operativesIn(child) : []
  })
}

function operatives(paragraphs: readonly OperativeParagraph[], first: number): void {
  const model = paragraphs.find(({ label, number }) => label !== null && number?.suffix === null)
  const form = model?.label == null ? null : operative.exec(model.label)?.groups
  const figures = figuresOf(model?.label ?? '')
  let next = first
  paragraphs.forEach((paragraph, at) => {
    paragraph.ordinal = at + 1
    if (!form) return
    paragraph.number = { value: next, suffix: null, alternative: null }
    paragraph.label = `${form.before}${inFigures(next, figures)}${form.after}`
    next++
  })
}

/** The zero of the figures that a label is written in. */
function figuresOf(label: string): number {
  const figure = /\p{Nd}/u.exec(label)?.[0]?.codePointAt(0)
  if (figure === undefined) return 0x30
  // Figures of a script stand together, from zero to nine.
  let zero = figure
  while (figure - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return zero
}

function reletter(list: readonly Subparagraph[], grammar: Grammar | null): void {
  const parts = labelled.exec(list[0]?.label ?? '')?.groups
  const core = parts?.core
  const count = core === undefined ? undefined : counterOf(core, grammar)
  if (!parts || !count) return
  list.forEach((subparagraph, at) => {
    subparagraph.label = `${parts.before}${count(at + 1)}${parts.after}`
  })
}

/** How a list goes on whose first label is this; undefined where it is no beginning. */
function counterOf(core: string, grammar: Grammar | null): ((value: number) => string) | undefined {
  if (/^\p{Nd}+$/u.test(core)) {
    const zero = figuresOf(core)
    return core === inFigures(1, zero) ? (value) => inFigures(value, zero) : undefined
  }
  if (core === 'i') return roman
  if (core === 'I') return (value) => roman(value).toUpperCase()
  const small = core.toLowerCase()
  const order = grammar?.letterOrders.find((letters) => letters[0] === small)
  if (!order) return undefined
  return (value) => {
    const letter = lettered(value, order)
    return core === small ? letter : letter.toUpperCase()
  }
}
