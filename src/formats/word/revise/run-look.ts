/** How a run looks, and properties that make it look so. */

import { type Element, flag, valOf, type Xml } from '../../xml/xml.js'
import type { Styles } from '../package/styles.js'
import { Properties } from './properties.js'

export interface Look {
  emphasis: boolean
  strong: boolean
  superscript: boolean
}

export function sameLook(a: Look, b: Look): boolean {
  return a.emphasis === b.emphasis && a.strong === b.strong && a.superscript === b.superscript
}

/** A run whose properties are copied. */
export interface Pattern {
  xml: Xml
  /** Its `w:rPr`. */
  properties: Element | undefined
  look: Look
}

/**
 * The properties of a run like another one that looks as asked.
 *
 * Ensures that what is right already is left as it is written.
 */
export function lookingLike(
  pattern: Pattern | undefined,
  look: Look,
  context: { prefix: string; styles: Styles; style: string | undefined },
): Properties {
  const { prefix, styles, style } = context
  const own = pattern?.properties
  const result = new Properties('rPr', prefix, pattern?.xml, own)
  result.remove('rPrChange', 'ins', 'del', 'moveFrom', 'moveTo', 'vanish', 'specVanish', 'webHidden')
  const character = styles.idOf('character', valOf(own, 'rStyle'))
  const had: Look = pattern?.look ?? {
    emphasis: styles.toggle('i', style, undefined),
    strong: styles.toggle('b', style, undefined),
    superscript: styles.runValue('vertAlign', style, undefined) === 'superscript',
  }
  const complex = (flag(own, 'rtl') ?? false) || (flag(own, 'cs') ?? false)
  for (const [key, name] of [
    ['emphasis', 'i'],
    ['strong', 'b'],
  ] as const) {
    if (had[key] === look[key]) continue
    for (const each of [name, `${name}Cs`]) {
      const styled = styles.toggle(each, style, character)
      const read = each === (complex ? `${name}Cs` : name)
      // A toggle that the styles give already need not be said; one that is read must be right.
      if (styled === look[key] && (read || !look[key])) result.remove(each)
      else result.set(each, look[key] ? `<${prefix}:${each}/>` : `<${prefix}:${each} ${prefix}:val="0"/>`)
    }
  }
  if (had.superscript !== look.superscript) {
    const styled = styles.runValue('vertAlign', style, character) === 'superscript'
    if (styled === look.superscript) result.remove('vertAlign')
    else {
      const value = look.superscript ? 'superscript' : 'baseline'
      result.set('vertAlign', `<${prefix}:vertAlign ${prefix}:val="${value}"/>`)
    }
  }
  return result
}
