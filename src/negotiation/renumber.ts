/**
 * Numbers of the paragraphs that are left.
 *
 *     1. …        1. …
 *     2 alt. …    2. …      in the place of the second
 *     3 bis. …    4. …
 *     9. …        10. …     a gap that was there stays
 */
import { concat, type Rich, rich, slice } from '../model/block.js'
import type { NegotiatedParagraph, ParagraphLabel } from '../model/negotiation.js'

/** A paragraph of the result. */
export interface Kept {
  paragraph: NegotiatedParagraph
  text: Rich
  /** Offset in its text behind its label. */
  labelEnd: number
  /** Its number is that of the paragraph in whose place it is. */
  stands?: NegotiatedParagraph
}

/** What is printed before the number, the number, and what ends the label. */
const printed = /^(?<front>[^\p{Nd}]*)\p{Nd}{1,3}(?:.*?)(?<stop>[.):]?\s*)$/u
/** Signs and words that went with the brackets, and those that say that a paragraph is new. */
const loose = /^[\s[*]+|^\p{L}{3,}\s+/gu

type Part = 'preambular' | 'operative'

/** Give each paragraph its number; those of a text with nothing cut or added stay as they are. */
export function renumbered(
  kept: readonly Kept[],
  before: readonly NegotiatedParagraph[],
  { added, passed }: Record<'added' | 'passed', ReadonlySet<NegotiatedParagraph>>,
): Kept[] {
  const left = new Map(kept.map((one) => [one.paragraph, one]))
  /** The number printed last in the text as it was, and the one given last. */
  const series: Record<Part, { was: number; now: number }> = {
    preambular: { was: 0, now: 0 },
    operative: { was: 0, now: 0 },
  }
  let style: ParagraphLabel | undefined
  /** A label of each part as printed. */
  const models: Record<Part, string> = { preambular: '', operative: '' }
  const result: Kept[] = []
  for (const paragraph of before) {
    const one = left.get(paragraph)
    const { label } = paragraph
    if (numberOf(label) !== null && label) {
      const { part } = label
      const count = series[part as Part]
      const value = label.value as number
      // An option that was not taken counts nothing.
      if (!one && passed.has(paragraph)) {
        count.was = Math.max(count.was, value)
        continue
      }
      // Texts for a paragraph that is not there have its number.
      if (label.suffix === null && (label.alternative === null || value > count.was)) {
        // A number that is no higher begins a series: each annex and article has its own.
        // One that is in the place of another has that one's.
        if (value <= count.was && one?.stands) count.was = value - 1
        if (value <= count.was || count.was === 0) count.now = value - 1
        else count.now += value - count.was - 1
        count.was = value
      }
      if (part === 'operative') style = label
      models[part as Part] = paragraph.text.value.slice(0, label.end)
      if (one) result.push(numbered(one, label, ++count.now, models[part as Part]))
      continue
    }
    if (!one) continue
    const own = one.stands?.label ?? null
    if (numberOf(own) !== null && own)
      result.push(
        numbered(one, own, ++series[own.part as Part].now, one.stands?.text.value.slice(0, own.end) ?? ''),
      )
    else if (added.has(paragraph) && label === null && style)
      result.push(numbered(one, style, ++series.operative.now, models.operative))
    else result.push(label?.alternative ? unlabelled(one) : one)
  }
  return result
}

function numberOf(label: ParagraphLabel | null): number | null {
  return label === null || label.part === 'sub' ? null : label.value
}

/** Without "Alt.", which was before a paragraph without a number. */
function unlabelled(one: Kept): Kept {
  return { ...one, text: slice(one.text, one.labelEnd), labelEnd: 0 }
}

function numbered(one: Kept, own: ParagraphLabel, value: number, model: string): Kept {
  const { paragraph, text, labelEnd } = one
  const isSame = paragraph.label?.value === value && own.suffix === null && own.alternative === null
  if (isSame && paragraph.label?.alternative === null) return one
  const { front = '', stop = '. ' } = printed.exec(model)?.groups ?? {}
  const label = `${front.replace(loose, '')}${value}${stop === '' ? ' ' : stop}`
  return { ...one, text: concat(rich(label), slice(text, labelEnd)), labelEnd: label.length }
}
