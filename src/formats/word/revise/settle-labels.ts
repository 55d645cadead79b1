/**
 * What paragraphs of the result print before their text, and by which properties.
 *
 * A number that Word counts is left to Word as long as it counts what the new
 * document prints; where it does not, the number is typed.
 */

import { child, type Element, valOf } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import type { Paragraph } from '../package/manuscript.js'
import { numberLabel, paragraphProperties } from '../package/paragraph.js'
import { cut, type Fresh, freshOf } from './fresh.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import type { NewParagraph } from './revised.js'

/** A paragraph as it will be. */
export interface Settled {
  fresh: Fresh
  /** Properties for a paragraph that is made, without marks of revision. */
  properties: Properties
  /** They are others than the model's: one that stays has to change. */
  changed: boolean
}

export class Labels {
  readonly #context: Context

  /** @param context of the base: it counts the numbers of the result */
  constructor(context: Context) {
    this.#context = context
  }

  /** A paragraph of the base that stays without a new side, or is no text: it may count. */
  pass({ element }: Paragraph): void {
    numberLabel(paragraphProperties(child(element, 'pPr'), this.#context), this.#context)
  }

  /**
   * Settle the next paragraph of the result, in its order.
   *
   * @param model the paragraph of the base whose properties it has or takes
   */
  settle(now: NewParagraph, model: Paragraph | undefined, outlines: boolean): Settled {
    const pPr = model && child(model.element, 'pPr')
    const prefix = model ? prefixOf(model.part) : 'w'
    const properties = new Properties('pPr', prefix, model?.part, pPr).remove('sectPr', 'pPrChange')
    const had = paragraphProperties(pPr, this.#context)
    this.#cleanMark(properties, model, pPr, prefix)
    const { numbering } = this.#context
    const undo = numbering.mark()
    const counted = numberLabel(had, this.#context)
    const full = freshOf(now)
    let fresh = full
    let changed = false
    if (counted !== '') {
      const text = withoutLabel(full, now, counted)
      if (text) fresh = text
      else if (now.isLoose && (now.label === '' || isSameKind(now.label, counted)))
        // The list counts, whatever was typed elsewhere.
        fresh = cut(full, now.label.length)
      else {
        undo()
        changed = true
        if (this.#onOtherLevel(full, now, had, properties, prefix)) fresh = cut(full, now.label.length)
        else
          properties.set('numPr', `<${prefix}:numPr><${prefix}:numId ${prefix}:val="0"/></${prefix}:numPr>`)
      }
    }
    if (outlines && now.outline !== had.outline && now.text.trim() !== '') {
      const level = now.outline === undefined ? 9 : now.outline - 1
      properties.set('outlineLvl', `<${prefix}:outlineLvl ${prefix}:val="${level}"/>`)
      changed = true
    }
    return { fresh, properties, changed }
  }

  /** The list of the base has the number on another level: `(a)` below `1.`. */
  #onOtherLevel(
    full: Fresh,
    now: NewParagraph,
    had: ReturnType<typeof paragraphProperties>,
    properties: Properties,
    prefix: string,
  ): boolean {
    const { numbering, styles } = this.#context
    const numId =
      valOf(had.numPr, 'numId') ?? valOf(styles.paragraphProperty(had.style, 'numPr')?.element, 'numId')
    if (numId === undefined || now.label === '') return false
    for (let level = 0; level < 9; level++) {
      const retry = numbering.mark()
      const counted = numbering.next(numId, level)
      if (counted !== '' && withoutLabel(full, now, counted)) {
        properties.set(
          'numPr',
          `<${prefix}:numPr><${prefix}:ilvl ${prefix}:val="${level}"/><${prefix}:numId ${prefix}:val="${numId}"/></${prefix}:numPr>`,
        )
        // How far it is set in is the level's to say.
        properties.remove('ind')
        return true
      }
      retry()
    }
    return false
  }

  /** A mark that is made bears the looks of the model's mark, not its revisions. */
  #cleanMark(
    properties: Properties,
    model: Paragraph | undefined,
    pPr: Element | undefined,
    prefix: string,
  ): void {
    const rPr = child(pPr, 'rPr')
    if (!model || !rPr) return
    const looks = new Properties('rPr', prefix, model.part, rPr)
    const clean = looks.remove('ins', 'del', 'moveFrom', 'moveTo', 'rPrChange').toString()
    if (clean === '') properties.remove('rPr')
    else properties.set('rPr', clean)
  }
}

/** Both are numbers, or letters, between the same marks. */
function isSameKind(label: string, counted: string): boolean {
  const shape = (text: string) =>
    text
      .trim()
      .replace(/\p{N}+/gu, '1')
      .replace(/\p{L}+/gu, 'a')
  return shape(label) === shape(counted)
}

/** The text without the number, if it is the one that is counted. */
function withoutLabel(full: Fresh, now: NewParagraph, counted: string): Fresh | undefined {
  const label = counted.trim()
  if (now.label !== '') return now.label.trim() === label ? cut(full, now.label.length) : undefined
  const start = full.text.length - full.text.trimStart().length
  if (!full.text.startsWith(label, start)) return undefined
  const rest = full.text.slice(start + label.length)
  // A number goes as far as white space: 1. is not the beginning of 1.2.
  if (rest !== '' && rest.trimStart() === rest) return undefined
  return cut(full, start + label.length)
}
