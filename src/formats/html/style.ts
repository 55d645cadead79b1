/** Style sheets and `style` attributes, as far as they say what a text is. */
import { type Element, isText, walk } from '../xml/elements.js'
import { keyOf, keysOf, matches, readSelector, type Selector } from './selector.js'

/** What is said of an element itself; undefined where nothing is. */
export interface Style {
  italic?: boolean
  bold?: boolean
  raised?: boolean
  underlined?: boolean
  hidden?: boolean
  block?: boolean
  /** White space is kept. */
  kept?: boolean
  /** `lower-alpha`, `none`, or a text in quotes. */
  listStyle?: string
  /** A font whose letters are pictures: Symbol, Wingdings. */
  pictures?: boolean
  bordered?: boolean
  /** What a style sheet prints before the text: `counter(x, lower-latin) ") "`. */
  before?: string
}

interface Rule {
  selector: Selector
  style: Style
  order: number
}

/** Rules kept: a document saved with its styles has some hundreds. */
const maxRules = 5000
/** Rules of one name: each is tried on every element of that name. */
const maxRulesOfKey = 50

/** Styles kept for the next element that has them: few are written again and again. */
const maxKnown = 1000
const longestKnown = 1000

const hiding =
  /^(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-response|element-invisible|msocomanchor|msocomtxt|msocomoff)$/iu

/** Tells the style of each element of a document. */
export class Styles {
  readonly #rules = new Map<string, Rule[]>()
  readonly #inline = new Map<string, Style>()
  readonly #ruledBefore = new Map<string, Style>()
  #count = 0

  constructor(root: Element) {
    walk(root, {
      enter: (element) => {
        if (element.name !== 'style') return true
        this.#read(element.children.map((child) => (isText(child) ? child.value : '')).join(''))
        return false
      },
      leave: () => undefined,
      text: () => undefined,
    })
  }

  of(element: Element): Style {
    const style: Style = { ...this.#ruled(element, false) }
    const { attributes } = element
    if (attributes.style !== undefined) Object.assign(style, this.#ofAttribute(attributes.style))
    if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') style.hidden = true
    if (attributes.class?.split(/\s+/u).some((name) => hiding.test(name))) style.hidden = true
    const before = this.#ruled(element, true).before
    if (before !== undefined) style.before = before
    return style
  }

  #ofAttribute(value: string): Style {
    let style = this.#inline.get(value)
    if (!style) {
      style = readDeclarations(value)
      if (this.#inline.size < maxKnown && value.length < longestKnown) this.#inline.set(value, style)
    }
    return style
  }

  #ruled(element: Element, before: boolean): Style {
    if (this.#rules.size === 0) return {}
    const keys = keysOf(element)
    const name = `${before} ${keys.join(' ')}`
    const known = this.#ruledBefore.get(name)
    if (known) return known
    const found: Rule[] = []
    let alike = true
    for (const key of keys)
      for (const rule of this.#rules.get(key) ?? []) {
        if (rule.selector.before !== before) continue
        if (rule.selector.compounds.length > 1) alike = false
        if (matches(rule.selector, element)) found.push(rule)
      }
    found.sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order)
    const style = Object.assign({}, ...found.map((rule) => rule.style)) as Style
    // Where no rule asks for what is around, elements of the same names look alike.
    if (alike && this.#ruledBefore.size < maxKnown && name.length < longestKnown)
      this.#ruledBefore.set(name, style)
    return style
  }

  #read(sheet: string): void {
    for (const { prelude, body } of rulesOf(sheet)) {
      const style = readDeclarations(body)
      if (Object.keys(style).length === 0) continue
      for (const text of prelude.split(',')) {
        const selector = readSelector(text.trim())
        if (!selector || this.#count >= maxRules) continue
        const key = keyOf(selector)
        const list = this.#rules.get(key) ?? []
        if (list.length >= maxRulesOfKey) continue
        list.push({ selector, style, order: this.#count++ })
        this.#rules.set(key, list)
      }
    }
  }
}

/** The rules of a sheet for the screen; what stands in other at-rules (fonts, pages, print) is left out. */
function* rulesOf(sheet: string): Generator<{ prelude: string; body: string }> {
  const text = withoutComments(sheet)
  const open: string[] = []
  let from = 0
  for (const match of text.matchAll(/[{};]/gu)) {
    const piece = text.slice(from, match.index).trim()
    if (match[0] === ';') {
      // Declarations hold semicolons; between rules one ends an @import.
      if (open.length > 0 && !isGroup(open.at(-1) as string)) continue
    } else if (match[0] === '{') open.push(piece)
    else {
      const prelude = open.pop() ?? ''
      if (prelude !== '' && !prelude.startsWith('@') && open.every(isGroup)) yield { prelude, body: piece }
    }
    from = match.index + 1
  }
}

function isGroup(prelude: string): boolean {
  return /^@(?:media(?! *print)|supports|layer)\b/iu.test(prelude)
}

function withoutComments(sheet: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = sheet.indexOf('/*'); at !== -1; at = sheet.indexOf('/*', from)) {
    parts.push(sheet.slice(from, at))
    const end = sheet.indexOf('*/', at + 2)
    from = end === -1 ? sheet.length : end + 2
  }
  parts.push(sheet.slice(from))
  // Old pages hide their styles from older browsers.
  return parts.join('').replace(/<!--|-->/gu, '')
}

/** Read `name: value; …`. */
function readDeclarations(text: string): Style {
  const style: Style = {}
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const raw = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/iu, '')
      .trim()
    apply(style, name, raw)
  }
  return style
}

function apply(style: Style, name: string, raw: string): void {
  const value = raw.toLowerCase()
  switch (name) {
    case 'font-style':
      style.italic = /^(?:italic|oblique)/u.test(value)
      break
    case 'font-weight':
      style.bold = /^(?:bold|bolder|[6-9]00)$/u.test(value)
      break
    case 'font':
      if (/\b(?:italic|oblique)\b/u.test(value)) style.italic = true
      if (/\bbold\b/u.test(value)) style.bold = true
      style.pictures = isPictures(value)
      break
    case 'font-family':
      style.pictures = isPictures(value)
      break
    case 'text-decoration':
    case 'text-decoration-line':
      style.underlined = /\bunderline\b/u.test(value)
      break
    case 'vertical-align':
      style.raised = value === 'super'
      break
    case 'display':
      style.hidden = value === 'none'
      style.block = value === 'block'
      break
    case 'visibility':
      style.hidden = value === 'hidden'
      break
    case 'mso-hide':
      style.hidden = value === 'all'
      break
    case 'mso-element':
      if (value === 'comment-list') style.hidden = true
      break
    case 'white-space':
      style.kept = value === 'pre' || value === 'pre-wrap' || value === 'break-spaces'
      break
    case 'list-style-type':
    case 'list-style': {
      const type = /"[^"]*"|'[^']*'/u.exec(raw)?.[0] ?? listType.exec(value)?.[0]
      if (type) style.listStyle = type
      break
    }
    case 'content':
      style.before = raw
      break
    case 'border':
    case 'border-top':
    case 'border-bottom':
      style.bordered = /\b(?:solid|double|dotted|dashed|ridge|groove|inset|outset)\b/u.test(value)
      break
    default:
  }
}

const listType =
  /\b(?:none|disc|circle|square|decimal(?:-leading-zero)?|(?:lower|upper)-(?:alpha|latin|roman|greek)|arabic-indic|persian|cjk-decimal)\b/u

function isPictures(value: string): boolean {
  return /\b(?:symbol|wingdings|webdings|zapfdingbats)\b/u.test(value)
}
