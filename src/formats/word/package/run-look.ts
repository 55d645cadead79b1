/** How a run looks, by its own properties and its styles, and whether it is printed. */
import { type Element, flag, valOf } from '../../xml/xml.js'
import type { Context } from './context.js'
import type { Change, Look } from './rich-builder.js'

/** A look, and whether a run that has it is printed; `marked` of one that an author marked as gone. */
export interface RunLook extends Look {
  hidden: boolean
  marked: boolean
}

export const plainLook: RunLook = {
  emphasis: false,
  strong: false,
  superscript: false,
  hidden: false,
  marked: false,
}

type Properties = Element | undefined
type Toggle = (name: string) => boolean

/** The look of a run with these properties, in a paragraph of this style. */
export function lookOf(properties: Properties, style: string | undefined, context: Context): RunLook {
  const { styles, side } = context
  const character = styles.idOf('character', valOf(properties, 'rStyle'))
  // Arabic and Hebrew runs have toggles of their own.
  const complex = (flag(properties, 'rtl') ?? false) || (flag(properties, 'cs') ?? false)
  const toggle: Toggle = (name) => flag(properties, name) ?? styles.toggle(name, style, character)
  // A title that its style sets in bold stands out as a whole: nothing in it does.
  const bold = complex ? 'bCs' : 'b'
  const stressed = () => toggle(bold) && styles.toggle(bold, undefined, character)
  const marked = isMarked(properties, toggle, context)
  return {
    emphasis: toggle(complex ? 'iCs' : 'i') || (side === 'both' && isUnderlined(properties)),
    strong: flag(properties, bold) ?? stressed(),
    superscript:
      (valOf(properties, 'vertAlign') ?? styles.runValue('vertAlign', style, character)) === 'superscript',
    hidden: toggle('vanish') || marked,
    marked,
    byHand: side === 'both' ? byHand(properties, toggle, context) : undefined,
  }
}

/** Underlined by hand: in a negotiating text that may be who wants it, as in a web page it is emphasis. */
function isUnderlined(properties: Properties): boolean {
  const line = valOf(properties, 'u')
  return line !== undefined && line !== 'none'
}

/** Struck by hand, or, where something is, under a double line. */
function byHand(properties: Properties, toggle: Toggle, { isStruck }: Context): Change['kind'] | undefined {
  if (isStruckThrough(toggle)) return 'deleted'
  return isStruck && isDoubleLined(properties) ? 'inserted' : undefined
}

/** Marked by hand as gone on this side, as tracked changes are by Word. */
function isMarked(properties: Properties, toggle: Toggle, { side, isStruck }: Context): boolean {
  if (side === 'both') return false
  if (side === 'final') return isStruckThrough(toggle)
  // Where nothing is struck, a double line is emphasis.
  return isStruck && isDoubleLined(properties)
}

const isStruckThrough = (toggle: Toggle) => toggle('strike') || toggle('dstrike')
const isDoubleLined = (properties: Properties) => valOf(properties, 'u') === 'double'
