/** Declarations of a style, as far as they say what a text is. */
import type { CssNode, DeclarationList } from 'css-tree'
import parse from 'css-tree/parser'

/** What is said of an element itself; undefined where nothing is. */
export interface Style {
  italic?: boolean
  bold?: boolean
  raised?: boolean
  underlined?: boolean
  /** Struck through: the text is deleted. */
  struck?: boolean
  /** It takes no place: `display: none`. */
  removed?: boolean
  /** It takes a place and shows nothing: `visibility: hidden`. */
  invisible?: boolean
  /** A word processor's own note that it does not print. */
  unprinted?: boolean
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

/** What declarations say, those marked `!important` apart. */
export interface Declared {
  plain: Style
  important: Style
}

/** Read a `style` attribute. */
export function readStyle(text: string): Declared {
  const list = parse(text, { context: 'declarationList', parseValue: false }) as DeclarationList
  return declaredIn(list.children)
}

/** What the declarations of a rule say. */
export function declaredIn(nodes: Iterable<CssNode>): Declared {
  const declared: Declared = { plain: {}, important: {} }
  for (const node of nodes) {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw') continue
    const raw = node.value.value.trim()
    apply(node.important === false ? declared.plain : declared.important, node.property.toLowerCase(), raw)
  }
  return declared
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
      style.struck = /\bline-through\b/u.test(value)
      break
    case 'vertical-align':
      style.raised = value === 'super'
      break
    case 'display':
      style.removed = value === 'none'
      style.block = value === 'block'
      break
    case 'visibility':
      style.invisible = value === 'hidden' || value === 'collapse'
      break
    case 'mso-hide':
      style.unprinted = value === 'all'
      break
    case 'mso-element':
      if (value === 'comment-list') style.unprinted = true
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
