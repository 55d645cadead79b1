/**
 * Read an item that is known to be there.
 *
 * @throws RangeError if it is not: a mistake of the program, not of the document.
 */
export function required<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`No item ${index} among ${list.length}`)
  return item
}
