/** What a text cites, with normalised targets. */
import type { CitationMatch, CommonFile, GrammarFile } from './types.js'

interface Context {
  findAll: (id: string, text: string) => RegExpExecArray[]
  match: (id: string, text: string, at?: number) => RegExpMatchArray | null
  file: GrammarFile
  common: CommonFile
}

/** Read the citations of a text; `organ` is the one whose text it is, for "its resolution". */
export function readCitations(text: string, organ: string | null, context: Context): CitationMatch[] {
  // Every citation has a figure or a roman numeral; most paragraphs have neither.
  if (!/\d|[IVX]\b/u.test(text)) return []
  const found: CitationMatch[] = [
    ...resolutions(text, organ, context),
    ...words('citeTreaty', 'treaty', text, context),
    ...symbols(text, context),
    ...words('citeArticle', 'article', text, context),
    ...words('citeParagraph', 'paragraph', text, context),
  ]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((citation) => {
    if (citation.start < end) return false
    end = citation.end
    return true
  })
}

function resolutions(text: string, own: string | null, context: Context): CitationMatch[] {
  const result: CitationMatch[] = []
  for (const found of context.findAll('citeResolution', text)) {
    const { organ, kind = '', first = '' } = found.groups ?? {}
    const series = seriesOf(organ ?? own, context.file)
    const decision = context.match('decisionWord', kind) !== null
    const add = (start: number, end: number, number: string) =>
      result.push({
        start,
        end,
        kind: decision ? 'decision' : 'resolution',
        ...resolutionTarget(number, series, decision, context.common),
      })
    let end = found.index + found[0].length
    const start = organ
      ? found.index + found[0].indexOf(kind)
      : found.index + Math.max(0, found[0].indexOf(kind))
    add(start, end, first)
    for (let more = context.match('citeMore', text, end); more; more = context.match('citeMore', text, end)) {
      const next = more.groups?.next ?? ''
      const stop = end + more[0].length
      add(stop - next.length, stop, next)
      end = stop
    }
  }
  return result
}

function seriesOf(organ: string | null, file: GrammarFile): string | null {
  if (organ === null) return null
  return file.organSeries.find(({ name }) => organ.endsWith(name))?.series ?? null
}

/** A resolution's number tells its body: 72/178 the Assembly, 1325 (2000) the Security Council, 2017/4 the ECOSOC. */
function resolutionTarget(
  number: string,
  series: string | null,
  decision: boolean,
  common: CommonFile,
): { target: string; url: string | null } {
  const plain = number.replace(/\s*\(/u, ' (').replace(/\s+/gu, ' ')
  const symbol = (head: string) => {
    const target = `${head}/${plain}`
    return { target, url: urlOf(target, common) }
  }
  const nature = decision ? 'DEC' : 'RES'
  if (/\/CP\./u.test(plain)) return { target: plain, url: null }
  if (/\(\d{4}\)$/u.test(plain)) return symbol('S/RES')
  if (/\([SE-]*[IVXL]+\)$/u.test(plain)) return symbol(`${series === 'E' ? 'E' : 'A'}/RES`)
  if (/^\d{4}\//u.test(plain)) return symbol(`${series === 'E/CN.4' ? 'E/CN.4' : 'E'}/${nature}`)
  if (series === 'UNEP/EA') {
    const [session, order] = plain.split('/')
    const target = `UNEP/EA.${session}/${decision ? 'Dec' : 'Res'}.${order}`
    return { target, url: urlOf(target, common) }
  }
  return symbol(`${series === 'A/HRC' ? 'A/HRC' : 'A'}/${nature}`)
}

function symbols(text: string, { findAll, common }: Context): CitationMatch[] {
  if (!text.includes('/')) return []
  return findAll('symbol', text)
    .filter((found) => /\d/u.test(found[0]) && !/[\p{L}\d/]/u.test(text[found.index - 1] ?? ''))
    .map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'document' as const,
      target: found[0].replace(/\*+$/u, ''),
      url: urlOf(found[0].replace(/\*+$/u, ''), common),
    }))
}

function words(id: string, kind: CitationMatch['kind'], text: string, { findAll }: Context): CitationMatch[] {
  return findAll(id, text).map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind,
    target: found[0].replace(/\s+/gu, ' '),
    url: null,
  }))
}

function urlOf(symbol: string, common: CommonFile): string {
  return common.symbolBase + encodeURI(symbol.replace(/\s+/gu, ''))
}
