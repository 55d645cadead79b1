/** What a library knows of a text that a draft cites. */
import { grouped } from '../model/grouped.js'
import type { CitedText } from '../model/lint.js'
import type { Library, LibraryEntry } from './library/library.js'
import { titleKey } from './scope.js'

/** Look up texts by their symbols; of a symbol in several languages that of the draft is meant. */
export function citedIn(
  library: Library,
): (symbol: string, language: string | null) => CitedText | undefined {
  const bySymbol = grouped(library.documents, ({ symbol }) => symbol)
  const byTitle = grouped(library.documents, ({ title }) => titleKey(title))
  return (symbol, language) => {
    const known = bySymbol.get(symbol) ?? []
    const entry = known.find((one) => one.language === language) ?? known[0]
    if (!entry) return undefined
    const own = entry.language === language
    return {
      date: entry.date,
      title: own ? entry.title : null,
      later: own ? laterThan(entry, byTitle.get(titleKey(entry.title)) ?? []) : null,
    }
  }
}

/** The latest text of the same title, numbers aside, that is later than an entry. */
function laterThan(entry: LibraryEntry, alike: readonly LibraryEntry[]): CitedText['later'] {
  if (entry.title === null || entry.date === null) return null
  let latest: CitedText['later'] = null
  for (const { symbol, date, language } of alike)
    if (
      symbol !== null &&
      date !== null &&
      language === entry.language &&
      date > (latest?.date ?? entry.date)
    )
      latest = { symbol, date }
  return latest
}
