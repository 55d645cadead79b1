/** Notes and their marks, as all passes over notes know them. */

import { latinDigits } from '../language/script.js'
import type { Block, BlockOf, Rich } from '../model/block.js'

/** A mark without the brackets that some print about it, in digits of 0–9: `(١)` → `1`. */
export function plainMark(printed: string): string {
  return latinDigits(printed).replace(/^\(|\)$/gu, '')
}

/** `the reefs, 1/` or `the reefs,1/`: the form of documents before 1996. */
export const slashMark =
  /(?<=[\p{L}\p{N})\]”"'’:,;.》）：，；。、،؛])[ \u00a0]?(?<![\p{L}\p{N}])(\p{Nd}{1,3}|[*†‡§]{1,4})\/(?=[\s:,;.)：，；。、）،؛]|$)/gu

/** `the reefs,[1]`: the form of notes that were copied as plain text from a word processor or a page. */
export const squareMark = /(?<=[\p{L}\p{M}\p{N})\]”"’'»,;:.》）：，；。、،؛])\[(\p{Nd}{1,3}|[ivxl]{1,6})\]/gu

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Superscript digits as plain ones: `¹²` → `12`. */
export function loweredDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(raised.indexOf(digit)))
}

/** The number that a mark is; 0 where there is none, NaN for a sign. */
export function numberOf(label: string | undefined): number {
  return Number(plainMark(label ?? ''))
}

/** A note of a block, with its mark, on the page of the block. */
export function note(block: Block, label: string, text: Rich): BlockOf<'note'> {
  const result: BlockOf<'note'> = { kind: 'note', label, identifier: label, text }
  if (block.page !== undefined) result.page = block.page
  return result
}
