/** Documents of other formats that are set into a document (`w:altChunk`): Word reads them when it opens it. */
import { attribute, descendants } from '../../xml/xml.js'
import type { WordDocument } from './document.js'

export interface ChunkEntry {
  /** Of the relationship. */
  id: string
  /** Of the part. */
  name: string
  bytes: Uint8Array
}

/** The documents that are set into the body. */
export function chunksOf({ word, body }: WordDocument): ChunkEntry[] {
  const found = new Map<string, ChunkEntry>()
  for (const element of descendants(body)) {
    if (element.name !== 'altChunk') continue
    const id = attribute(element, 'id') ?? ''
    const entry = found.has(id) ? undefined : word.entryById(id)
    if (entry) found.set(id, { id, ...entry })
  }
  return [...found.values()]
}
