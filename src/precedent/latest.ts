/** The latest text of a title. */
import type { LibraryDocument } from '../model/precedent.js'
import type { Library } from './library/library.js'
import { type Draft, Scope, type ScopeOptions } from './scope.js'

/** Find the latest document with the title of a draft, numbers aside; undefined where there is none. */
export function latestOfTitle(
  library: Library,
  draft: Draft,
  options: ScopeOptions = {},
): LibraryDocument | undefined {
  const scope = new Scope(library, draft, options)
  const [latest] = library.documents
    .map((entry, at) => ({ entry, at }))
    .filter(({ at }) => scope.isSameTitle(at))
    .sort((a, b) => ((b.entry.date ?? '') < (a.entry.date ?? '') ? -1 : 1))
  return latest && library.document(latest.at)
}
