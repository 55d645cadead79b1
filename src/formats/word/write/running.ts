/**
 * What is printed on every page but the first, the outer edges mirrored:
 *
 *     A/RES/97/4          Lamps of the banks │ Lamps of the banks          A/RES/97/4
 *     2/7                           41-20711 │ 41-20711                          3/7
 *
 * The head of a draft has the symbol alone.
 */
import type { Element } from 'xast'
import type { Facts } from '../../../model/tree/facts.js'
import { plainText } from '../../../model/tree/text.js'
import type { Root } from '../../../model/tree/types.js'
import { textRuns } from './inline.js'
import { type Page, textWidth } from './page.js'
import type { Typography } from './typography.js'
import { cell, field, paragraph, row, run, table } from './wordml.js'

/** Pages with even numbers, and all others. */
export type Side = 'even' | 'default'

interface Setting {
  page: Page
  typography: Typography
}

/** Part of the width that a title has beside the symbol, and least height of the line. */
const title = { share: 0.635, height: 864 }

export function runningHeader(side: Side, { kind }: Root, facts: Facts, setting: Setting): Element[] {
  const words = kind === 'adopted' && facts.title ? plainText(facts.title) : ''
  const runs = (text: string) => textRuns(text, {}, setting.typography)
  const ends = { outer: runs(facts.symbol ?? ''), inner: runs(words) }
  return line('PageHeader', side, ends, setting)
}

export function runningFooter(side: Side, { job }: Facts, setting: Setting): Element[] {
  const total = setting.page.counted ? [run({}, '/'), ...field('NUMPAGES')] : []
  const ends = {
    outer: [...field('PAGE'), ...total],
    inner: job === null ? [] : [run({ bold: false, size: 14 }, job)],
  }
  return line('PageFooter', side, ends, setting)
}

/** A line with something at the outer edge of its page, and at the inner one. */
function line(
  style: 'PageHeader' | 'PageFooter',
  side: Side,
  { outer, inner }: { outer: Element[]; inner: Element[] },
  { page, typography: { rtl } }: Setting,
): Element[] {
  const isHead = style === 'PageHeader'
  const width = textWidth(page)
  const wide = Math.floor(width * title.share)
  const cells = [
    { runs: outer, width: width - wide },
    { runs: inner, width: wide },
  ]
  if (side === 'default') cells.reverse()
  const columns = cells.map((one) => one.width)
  const written = cells.map((one, index) =>
    cell(
      one.width,
      // Numbers of pages are read from left to right in every language.
      [
        paragraph(
          { style, rtl: rtl && isHead, align: (index === 0) === (isHead || !rtl) ? 'start' : 'end' },
          one.runs,
        ),
      ],
      isHead ? 'bottom' : undefined,
    ),
  )
  return [
    table({ columns, rtl, rules: isHead ? { bottom: 2 } : {}, margin: 0 }, [
      row(isHead ? { height: title.height } : {}, written),
    ]),
    paragraph({ style: 'TableGap' }),
  ]
}
