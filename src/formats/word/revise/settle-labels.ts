/**
 * What paragraphs of the result print before their text, and by which properties.
 *
 * A number that Word counts is left to Word as long as it counts what the new
 * document prints; where it does not, the number is typed.
 */

import { child, type Element, valOf } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import type { Manuscript, Paragraph } from '../package/manuscript.js'
import { numberLabel, type ParagraphProperties, paragraphProperties } from '../package/paragraph.js'
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
  /** The lists of the base, in its order. */
  readonly #lists: ReadonlySet<string>
  /** The one that counted last. */
  #last: string | undefined

  /** Given the base, whose lists count the numbers of the result. */
  constructor({ document, paragraphs }: Manuscript) {
    this.#context = document.context('final')
    this.#lists = new Set(
      paragraphs.flatMap(({ label, element }) =>
        label === '' ? [] : (this.#listOf(paragraphProperties(child(element, 'pPr'), this.#context)) ?? []),
      ),
    )
  }

  /** A paragraph of the base that stays without a new side, or is no text: it may count. */
  pass({ element }: Paragraph): void {
    this.#count(paragraphProperties(child(element, 'pPr'), this.#context))
  }

  #count(had: ParagraphProperties): string {
    const counted = numberLabel(had, this.#context)
    const list = counted === '' ? undefined : this.#listOf(had)
    if (list !== undefined) this.#last = list
    return counted
  }

  #listOf({ numPr, style }: ParagraphProperties): string | undefined {
    return (
      valOf(numPr, 'numId') ?? valOf(this.#context.styles.paragraphProperty(style, 'numPr')?.element, 'numId')
    )
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
    const counted = this.#count(had)
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
        const numbered = this.#inList([this.#listOf(had)], full, now, properties, prefix)
        if (numbered) fresh = numbered
        else
          properties.set('numPr', `<${prefix}:numPr><${prefix}:numId ${prefix}:val="0"/></${prefix}:numPr>`)
      }
    } else if (model && labelled.test(full.text) && !labelled.test(model.text)) {
      // A recital that became operative has no number to have its place in the list by.
      const numbered = this.#inList([this.#last, ...this.#lists], full, now, properties, prefix)
      if (numbered) {
        fresh = numbered
        changed = true
      }
    }
    if (outlines && now.outline !== had.outline && now.text.trim() !== '') {
      const level = now.outline === undefined ? 9 : now.outline - 1
      properties.set('outlineLvl', `<${prefix}:outlineLvl ${prefix}:val="${level}"/>`)
      changed = true
    }
    return { fresh, properties, changed }
  }

  /** Number a paragraph in the first list whose next number, on one of its levels, is what it prints: `(a)` below `1.`. */
  #inList(
    lists: readonly (string | undefined)[],
    full: Fresh,
    now: NewParagraph,
    properties: Properties,
    prefix: string,
  ): Fresh | undefined {
    const { numbering } = this.#context
    const places = lists.flatMap((numId) =>
      numId === undefined ? [] : Array.from({ length: 9 }, (_, level) => ({ numId, level })),
    )
    for (const { numId, level } of places) {
      const retry = numbering.mark()
      const counted = numbering.next(numId, level)
      const text = counted === '' ? undefined : withoutLabel(full, now, counted)
      if (text) {
        properties.set(
          'numPr',
          `<${prefix}:numPr><${prefix}:ilvl ${prefix}:val="${level}"/><${prefix}:numId ${prefix}:val="${numId}"/></${prefix}:numPr>`,
        )
        // How far it is set in is the level's to say.
        properties.remove('ind')
        return text
      }
      retry()
    }
    return undefined
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

/** A number or letters, between marks, and text behind them. */
const labelled = /^\s*\(?[\p{L}\p{N}]{1,5}(?:[.)]| -)\s/u

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
