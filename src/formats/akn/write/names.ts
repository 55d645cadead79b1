/** Names in Akoma Ntoso: IRIs of documents, concepts and bodies, after the AKN4UN guidelines. */
import { commonFile, commonPatterns } from '../../../language/common.js'
import { versionOf } from '../../../language/symbols.js'

const session1946 = 1945
/** The only date that a published file gives where it knows none. */
export const noDate = '0001-01-01'

/** A symbol in the parts of which names are made. */
export interface Named {
  /** `un-ga-c3`. */
  body: string
  /** `A-C.3-79-L.25`, `76-65`. */
  number: string
  /** `Rev.1`, or null. */
  version: string | null
  /** The year that the symbol tells, as a session of the Assembly begins in one; null if none. */
  year: string | null
}

/**
 * Take a symbol apart.
 *
 * @example named('A/C.3/79/L.25/Rev.1') // {body: 'un-ga-c3', number: 'A-C.3-79-L.25', version: 'Rev.1', year: '2024'}
 */
export function named(symbol: string): Named {
  const { base, version } = versionOf(symbol)
  const parts = base.split('/')
  const kindOf = (part: string) => commonPatterns().match('symbolKindElement', part, 0)
  const figures = parts.findIndex(
    (part, index) => index > 0 && (/^(?:E?S-)?\d/u.test(part) || kindOf(part) !== null),
  )
  const series = parts.slice(0, figures === -1 ? Math.max(1, parts.length - 1) : figures)
  const cited = kindOf(parts[series.length] ?? '')?.groups?.cited
  const own = cited === undefined ? undefined : parts.slice(series.length + 1)
  return {
    body: bodyOf(series),
    number: iriPart((own ?? parts).join('-')),
    version,
    year: yearOf(own ?? parts.slice(series.length), series[0] === 'A'),
  }
}

function bodyOf(series: readonly string[]): string {
  const known = commonFile()
    .series.filter(
      ({ series: own, akn }) => akn !== undefined && `${series.join('/')}/`.startsWith(`${own}/`),
    )
    .sort((a, b) => b.series.length - a.series.length)[0]
  const rest = series
    .slice(known?.series.split('/').length ?? 0)
    .map((part) => part.toLowerCase().replace(/\./gu, ''))
  return [known?.akn ?? 'un', ...rest].join('-')
}

function yearOf([first = '', second = '']: readonly string[], assembly: boolean): string | null {
  const printed = /\((\d{4})\)/u.exec(`${first} ${second}`)?.[1] ?? /^\d{4}$/u.exec(first)?.[0]
  if (printed) return printed
  return assembly && /^\d{2,3}$/u.test(first) ? String(session1946 + Number(first)) : null
}

/** A symbol as a part of an IRI: strokes become hyphens, spaces low lines. */
export function iriPart(text: string): string {
  return encodeURIComponent(text.trim().replace(/\//gu, '-').replace(/\s+/gu, '_'))
}

/** The IRI of a work. */
export function workIri(body: string, date: string | null, number: string): string {
  return `/akn/un/statement/deliberation/${body}/${date ?? noDate}/${number}`
}

/** The IRI of what a symbol names. */
export function symbolIri(symbol: string): string {
  const { body, number, year } = named(symbol)
  return workIri(body, year, number)
}

/** Words as an identifier: letters and digits, parted by hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

const languages: Readonly<Record<string, string>> = {
  ar: 'ara',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  ru: 'rus',
  zh: 'zho',
}

/** ISO 639-1 → ISO 639-2, which AKN asks for; `und` for no language. */
export function languageCode(language: string | null): string {
  return language === null ? 'und' : (languages[language] ?? language)
}
