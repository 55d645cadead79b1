/** Text boxes: a story of their own inside a paragraph, which is twice in the file. */
import { child, descendants, type Element, sourceOf } from '../../xml/xml.js'
import type { Paragraph } from '../package/manuscript.js'
import type { Marks } from './marks.js'
import type { Splices } from './splices.js'

/** The text box that an element is in. */
export function boxOf(element: Element): Element | undefined {
  for (let one = element.parent as Element | null; one; one = one.parent as Element | null)
    if (one.name === 'txbxContent') return one
  return undefined
}

/** Say in the form for old readers what the one that is shown says after the edits. */
export function mirrorBoxes({ part, element }: Paragraph, splices: Splices, marks: Marks): void {
  for (const alternate of descendants(element)) {
    if (alternate.name !== 'AlternateContent') continue
    const [shown, old] = ['Choice', 'Fallback'].map((name) => {
      const branch = child(alternate, name)
      return branch ? [...descendants(branch)].filter((one) => one.name === 'txbxContent') : []
    })
    shown?.forEach((box, at) => {
      const other = old?.[at]
      const xml = splices.source(part, box)
      if (other && xml !== sourceOf(part, box)) splices.replace(part, other, marks.renumbered(xml))
    })
  }
}
