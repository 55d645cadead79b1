/** Whether paragraphs that correspond bear one number. */
import type { Difference } from './compare.js'
import type { Unit } from './units.js'

/**
 * Follow the numbers of a text beside those of the reference.
 *
 * Ensures a function for the paragraphs in order, which tells of a number that
 * is neither the reference's nor what remains of it where paragraphs before it
 * are missing or added, and of a run of such numbers once.
 */
export function labelling(): (reference: Unit | null, other: Unit | null) => Difference[] {
  let absent = 0
  let told = 0
  return (reference, other) => {
    if (!reference || !other) {
      if (reference?.number !== undefined) absent++
      if (other?.number !== undefined) absent--
      return []
    }
    const [one, two] = [reference.number, other.number]
    if (one === undefined || two === undefined || one === two) return []
    const shift = Number.parseInt(one, 10) - Number.parseInt(two, 10)
    if (shift !== 0 && (shift === absent || shift === told)) return []
    told = shift
    const found = (number: string) => [{ text: number, value: number }]
    return [{ kind: 'label', reference: found(one), other: found(two) }]
  }
}
