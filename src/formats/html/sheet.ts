/** The rules of a style sheet for the screen of a desk, each with one selector. */
import type { CssNode, Rule as CssRule, Selector } from 'css-tree'
import generate from 'css-tree/generator'
import parse from 'css-tree/parser'
import { tokenize } from 'css-tree/tokenizer'
import { type Declared, declaredIn } from './declarations.js'
import { holds } from './media.js'

export interface Rule {
  /** As css-select reads it. */
  selector: string
  /** The name, `.class` or `#id` that its last part asks for; `*` for none. */
  key: string
  /** It is what is printed before the element's text that is styled. */
  isBefore: boolean
  /** Its specificity as one number. */
  weight: number
  /** How many elements are looked at for each that it may name. */
  cost: 'one' | 'siblings'
  declared: Declared
}

/** Braces and brackets inside one another: sheets nest five or six deep. */
const deepest = 32
/** Selectors of rules inside rules are as long as all of them: more is no sheet's. */
const longestSelector = 2000

/** Pseudo-classes that hold of a page nobody touches, and whether siblings are counted for them. */
const pseudoClasses: Readonly<Record<string, 'one' | 'siblings'>> = {
  root: 'one',
  empty: 'one',
  link: 'one',
  'any-link': 'one',
  not: 'one',
  is: 'one',
  where: 'one',
  matches: 'one',
  has: 'siblings',
  'first-child': 'siblings',
  'last-child': 'siblings',
  'only-child': 'siblings',
  'first-of-type': 'siblings',
  'last-of-type': 'siblings',
  'only-of-type': 'siblings',
  'nth-child': 'siblings',
  'nth-last-child': 'siblings',
  'nth-of-type': 'siblings',
  'nth-last-of-type': 'siblings',
}

/**
 * Read a style sheet.
 *
 * Given its text, and the `media` it is said to be for. Ensures the rules in
 * their order; what is in other at-rules (fonts, pages, print) and what a page
 * shows only when it is touched is left out.
 */
export function rulesOf(sheet: string, media: string): Rule[] {
  if (media.trim() !== '' && !holds(parsed(media, 'mediaQueryList'))) return []
  const root = isShallow(sheet) ? parsed(sheet, 'stylesheet') : null
  return root?.type === 'StyleSheet' ? [...rulesIn(root.children, undefined)] : []
}

function parsed(text: string, context: string): CssNode | null {
  return parse(text, { context, parseValue: false, onParseError: () => undefined })
}

/** The parser calls itself for each level. */
function isShallow(sheet: string): boolean {
  let depth = 0
  let most = 0
  tokenize(sheet, (_type, start, end) => {
    const last = sheet[end - 1]
    if (last === '{' || last === '(' || last === '[') most = Math.max(most, ++depth)
    else if (end - start === 1 && (last === '}' || last === ')' || last === ']'))
      depth = Math.max(0, depth - 1)
  })
  return most <= deepest
}

function* rulesIn(nodes: Iterable<CssNode>, outer: string | undefined): Generator<Rule> {
  for (const node of nodes) {
    if (node.type === 'Atrule' && node.block && isScreen(node.name, node.prelude))
      yield* rulesIn(node.block.children, outer)
    else if (node.type === 'Rule') yield* rulesOfRule(node, outer)
  }
}

function isScreen(name: string, prelude: CssNode | null): boolean {
  const kind = name.toLowerCase()
  return kind === 'layer' || ((kind === 'media' || kind === 'supports') && holds(prelude))
}

function* rulesOfRule({ prelude, block }: CssRule, outer: string | undefined): Generator<Rule> {
  if (prelude.type !== 'SelectorList') return
  const selectors = prelude.children.toArray().filter((node) => node.type === 'Selector')
  const declared = declaredIn(block.children)
  const says = Object.keys(declared.plain).length + Object.keys(declared.important).length > 0
  for (const selector of selectors) {
    const rule = says ? ruleOf(selector, declared, outer) : undefined
    if (rule) yield rule
  }
  const inner = `:is(${selectors.map((one) => within(generate(one), outer)).join(',')})`
  if (inner.length <= longestSelector) yield* rulesIn(block.children, inner)
}

/** A selector inside a rule: `&` is what the rule names. */
function within(selector: string, outer: string | undefined): string {
  return outer === undefined ? selector : selector.replaceAll('&', outer)
}

function ruleOf(node: Selector, declared: Declared, outer: string | undefined): Rule | undefined {
  const parts = node.children.toArray()
  const last = parts.at(-1)
  const isBefore =
    (last?.type === 'PseudoElementSelector' || last?.type === 'PseudoClassSelector') &&
    last.name.toLowerCase() === 'before'
  const plain = isBefore ? parts.slice(0, -1) : parts
  const cost = costOf(plain)
  if (!cost) return undefined
  const selector = within(plain.map((part) => generate(part)).join(''), outer)
  if (selector.length > longestSelector) return undefined
  const weight = weightOf(plain) + (outer === undefined ? 0 : 1)
  return { selector: selector || '*', key: keyOf(plain), isBefore, weight, cost, declared }
}

/** What the last part of a selector asks for: an identifier before a class before a name. */
function keyOf(parts: readonly CssNode[]): string {
  let key = '*'
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] as CssNode
    if (part.type === 'Combinator') break
    if (part.type === 'IdSelector') return `#${part.name}`
    if (part.type === 'ClassSelector') key = `.${part.name}`
    else if (part.type === 'TypeSelector' && key === '*') key = part.name.toLowerCase()
  }
  // Names with escapes, and names in a namespace, are left to the selector.
  return /[\\|]/u.test(key) ? '*' : key
}

/** How much a selector asks for; undefined where it names nothing of a page at rest. */
function costOf(parts: readonly CssNode[]): Rule['cost'] | undefined {
  let cost: Rule['cost'] = 'one'
  for (const part of parts) {
    if (part.type === 'PseudoElementSelector') return undefined
    if (part.type === 'Combinator' && /[+~]/u.test(part.name)) cost = 'siblings'
    if (part.type !== 'PseudoClassSelector') continue
    const own = pseudoClasses[part.name.toLowerCase()]
    const inner = selectorsIn(part).map(({ children }) => costOf(children.toArray()))
    if (own === undefined || inner.includes(undefined)) return undefined
    if (own === 'siblings' || inner.includes('siblings')) cost = 'siblings'
  }
  return cost
}

function selectorsIn(node: CssNode): Selector[] {
  if (node.type === 'Selector') return [node]
  if (node.type === 'SelectorList' || (node.type === 'PseudoClassSelector' && node.children))
    return (node.children?.toArray() ?? []).flatMap(selectorsIn)
  return node.type === 'Nth' && node.selector ? selectorsIn(node.selector) : []
}

/** Specificity: identifiers count more than any classes, and these more than any names. */
const weights = { id: 1_000_000, class: 1_000, name: 1 }

function weightOf(parts: readonly CssNode[]): number {
  return parts.reduce((sum, part) => sum + weightOfPart(part), 0)
}

function weightOfPart(part: CssNode): number {
  switch (part.type) {
    case 'IdSelector':
      return weights.id
    case 'ClassSelector':
    case 'AttributeSelector':
      return weights.class
    case 'TypeSelector':
      return part.name === '*' ? 0 : weights.name
    case 'PseudoClassSelector': {
      const name = part.name.toLowerCase()
      if (name === 'where') return 0
      const inner = selectorsIn(part).map(({ children }) => weightOf(children.toArray()))
      const most = Math.max(0, ...inner)
      return /^(?:is|not|has|matches)$/u.test(name) ? most : weights.class + most
    }
    default:
      return 0
  }
}
