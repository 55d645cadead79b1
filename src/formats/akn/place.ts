/** Which place a part had in its tree, where Akoma Ntoso prescribes another: an attribute of our own. Both ends. */

const attribute = 'plenary:place'

/** Say the place, from 1. */
export function writePlace(
  element: { attributes: Record<string, string | null | undefined> },
  place: number,
): void {
  element.attributes[attribute] = String(place)
}

/** Read the place that a file tells. */
export function readPlace({ attribs }: { attribs: Record<string, string> }): number | undefined {
  const place = Number(attribs[attribute])
  return place > 0 ? place : undefined
}
