/**
 * Equations → text in the linear form in which Word itself writes and reads them:
 * a fraction is `(a+b)/2`, a power `x^2`.
 *
 * @see Unicode Technical Note 28, UnicodeMath
 */
import {
  attribute,
  child,
  childrenOf,
  dataOf,
  descendants,
  type Element,
  flag,
  valOf,
} from '../../xml/xml.js'

/** A sign of the linear form, or an element that holds more of the equation. */
export type MathPart = string | Element

/** What an object of an equation prints; undefined for one that only holds others. */
export function mathParts(node: Element): MathPart[] | undefined {
  const part = (name: string) => child(node, name)
  const own = child(node, `${node.name}Pr`)
  const chr = (fallback: string) => attribute(child(own, 'chr'), 'val') ?? fallback
  switch (node.name) {
    case 'f':
      return [...grouped(part('num')), valOf(own, 'type') === 'noBar' ? '¦' : '/', ...grouped(part('den'))]
    case 'sSup':
      return [...grouped(part('e')), ...script('^', part('sup'))]
    case 'sSub':
      return [...grouped(part('e')), ...script('_', part('sub'))]
    case 'sSubSup':
      return [...grouped(part('e')), ...script('_', part('sub')), ...script('^', part('sup'))]
    case 'sPre':
      return [...script('_', part('sub')), ...script('^', part('sup')), ...whole(part('e'))]
    case 'rad': {
      const degree = part('deg')
      if (degree && textOf(degree) !== '' && !flag(own, 'degHide'))
        return ['√(', degree, '&', ...whole(part('e')), ')']
      return ['√', ...grouped(part('e'))]
    }
    case 'nary':
      return [chr('∫'), ...script('_', part('sub')), ...script('^', part('sup')), ' ', ...whole(part('e'))]
    case 'd': {
      const between = attribute(child(own, 'sepChr'), 'val') ?? '|'
      const open = attribute(child(own, 'begChr'), 'val') ?? '('
      const close = attribute(child(own, 'endChr'), 'val') ?? ')'
      return [open, ...joined(childrenOf(node, 'e'), between), close]
    }
    case 'func':
      return [...whole(part('fName')), ' ', ...whole(part('e'))]
    case 'limLow':
      return [...whole(part('e')), ...script('_', part('lim'))]
    case 'limUpp':
      return [...whole(part('e')), ...script('^', part('lim'))]
    case 'acc':
      return [...whole(part('e')), chr('\u0302')]
    case 'bar':
      return [...whole(part('e')), valOf(own, 'pos') === 'top' ? '\u0305' : '\u0332']
    case 'm':
      return ['■(', ...joined(childrenOf(node, 'mr'), '@'), ')']
    case 'mr':
      return joined(childrenOf(node, 'e'), '&')
    case 'eqArr':
      return joined(childrenOf(node, 'e'), '\n')
    case 'oMathPara':
      return joined(childrenOf(node, 'oMath'), '\n')
    default:
      return undefined
  }
}

/** A letter, a word or a number needs no brackets. */
const single = /^(?:[\p{L}\p{M}]*|[\p{N}.,]*|.)$/u

function grouped(part: Element | undefined): MathPart[] {
  if (!part) return []
  return single.test(textOf(part)) ? [part] : ['(', part, ')']
}

function script(sign: string, part: Element | undefined): MathPart[] {
  return part && textOf(part) !== '' ? [sign, ...grouped(part)] : []
}

function whole(part: Element | undefined): MathPart[] {
  return part ? [part] : []
}

function joined(parts: readonly Element[], sign: string): MathPart[] {
  return parts.flatMap((part, at) => (at > 0 ? [sign, part] : [part]))
}

function textOf(part: Element): string {
  let text = ''
  for (const element of descendants(part)) if (element.name === 't') text += dataOf(element)
  return text
}
