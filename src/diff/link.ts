/** What alignment finds: items of one side that became items of the other. */
export interface Link {
  /** Neighbours, ascending; more than one on one side at most. */
  old: number[]
  new: number[]
  similarity: number
  /** Words that the link keeps, for weighing one order against another. */
  words: number
  moved: boolean
}

/** One link seen from the other side. */
export function flip(link: Link): Link {
  return { ...link, old: link.new, new: link.old }
}
