/** The page and its measures, in twentieths of a point, as documents of the United Nations have them. */
import type { Element } from 'xast'
import { commonPatterns } from '../../../language/common.js'
import { w } from './wordml.js'

export interface Page {
  width: number
  height: number
  margin: { top: number; bottom: number; side: number; header: number; footer: number }
  /** Where the column of text begins and ends, inside the margins. */
  indent: { left: number; right: number }
  /** The step of the tab stops: first lines, labels and lists are set in by it. */
  step: number
  /** The foot of a page says how many there are. */
  counted: boolean
}

const pages: Record<'a4' | 'letter', Page> = {
  letter: {
    width: 12240,
    height: 15840,
    margin: { top: 1440, bottom: 1728, side: 1200, header: 432, footer: 504 },
    indent: { left: 1267, right: 1260 },
    step: 475,
    counted: true,
  },
  a4: {
    width: 11906,
    height: 16838,
    margin: { top: 1417, bottom: 1134, side: 1134, header: 850, footer: 567 },
    indent: { left: 1134, right: 1134 },
    step: 567,
    counted: false,
  },
}

/** The paper that is asked for, else that on which documents of this symbol are printed. */
export function pageOf(symbol: string | null, paper: 'a4' | 'letter' | undefined): Page {
  const printedOn = () => (commonPatterns().match('letterPaper', symbol ?? '', 0) ? 'letter' : 'a4')
  return pages[paper ?? printedOn()]
}

/** Width between the margins. */
export function textWidth({ width, margin }: Page): number {
  return width - 2 * margin.side
}

/** Size and margins, as a section has them. */
export function pageSetting({ width, height, margin: { side, ...edges } }: Page): Element[] {
  return [w('pgSz', { w: width, h: height }), w('pgMar', { ...edges, left: side, right: side, gutter: 0 })]
}
