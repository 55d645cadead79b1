/** What a concordance is called in words, wherever it is shown. */
import type {
  Concordance,
  Correspondence,
  Discrepancy,
  DiscrepancyKind,
  Found,
} from '../../model/concordance.js'

const kinds: Record<DiscrepancyKind, string> = {
  missing: 'missing',
  added: 'added',
  structure: 'structure',
  label: 'label',
  verb: 'verb',
  number: 'number',
  date: 'date',
  symbol: 'symbol',
  citation: 'citation',
  footnote: 'notes',
  front: 'front',
}

const fields: Record<NonNullable<Discrepancy['field']>, string> = {
  symbol: 'symbol',
  date: 'date',
  session: 'session',
  agendaItem: 'agenda item',
  number: 'number',
  title: 'title',
  sponsors: 'sponsors',
  adopted: 'day of adoption',
}

/** "number", "verb"; of the front the field. */
export function kindWords({ kind, field }: Discrepancy): string {
  return field === undefined ? kinds[kind] : fields[field]
}

let languageNames: Intl.DisplayNames | undefined

/** "English", "French": the texts by language, numbered where that is not enough. */
export function versionNames({ texts }: Pick<Concordance, 'texts'>): string[] {
  languageNames ??= new Intl.DisplayNames('en', { type: 'language' })
  const names = texts.map(({ language }) => (language && languageNames?.of(language)) ?? 'Text')
  return names.map((name, index) => {
    const same = names.filter((one) => one === name)
    return same.length === 1
      ? name
      : `${name} ${names.slice(0, index + 1).filter((one) => one === name).length}`
  })
}

/** "OP3", "OP3, OP4"; the reference's name, and that of the first text that has it where it has not. */
export function nameOf({ members, role, resolution }: Correspondence, several: boolean): string {
  const labels = members.find((member) => member !== null)?.labels ?? []
  const name = labels.length > 0 ? labels.join(', ') : role
  return several && resolution !== undefined ? `${resolution}, ${name}` : name
}

/** So much of a heading tells it from others. */
const headingLength = 30

/** The names of all rows; where several have one name, each is told by the heading that it stands under. */
export function rowNames({
  correspondences,
}: Pick<Concordance, 'correspondences'>): Map<Correspondence, string> {
  const several = hasSeveral({ correspondences })
  const result = new Map<Correspondence, string>()
  const under = new Map<Correspondence, string>()
  const counts = new Map<string, number>()
  let heading = ''
  let before: Correspondence | undefined
  const visit = (each: Correspondence) => {
    const name = nameOf(each, several)
    result.set(each, name)
    under.set(each, heading)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    each.parts?.forEach(visit)
  }
  for (const each of correspondences) {
    // Of "II" and the title under it the first is enough.
    if (each.role === 'heading' && before?.role !== 'heading')
      heading = each.members.find((member) => member !== null)?.text ?? ''
    before = each
    visit(each)
  }
  for (const [each, name] of result) {
    const place = under.get(each) ?? ''
    if ((counts.get(name) ?? 0) < 2 || place === '' || each.role === 'heading') continue
    result.set(each, `${place.length > headingLength ? `${place.slice(0, headingLength)}…` : place}: ${name}`)
  }
  return result
}

/** True if a text holds several resolutions, whose labels are the same. */
export function hasSeveral({ correspondences }: Pick<Concordance, 'correspondences'>): boolean {
  return new Set(correspondences.flatMap(({ resolution }) => resolution ?? [])).size > 1
}

/** One text's side of a discrepancy: what it has, by whom. */
export interface Side {
  /** Numbers of the texts. */
  texts: number[]
  /** Their names. */
  who: string
  /** What they have; nothing where they lack it. */
  found: readonly Found[]
}

/** The two sides of a discrepancy: the reference's, and the others'. */
export function sidesOf({ texts, reference, other }: Discrepancy, names: readonly string[]): [Side, Side] {
  return [
    { texts: [0], who: names[0] ?? '', found: reference },
    { texts, who: texts.map((text) => names[text]).join(', '), found: other },
  ]
}

/** "Urges (urge)", "30, 40", "2 (1, 2)": what a side has, in words; null for nothing. */
export function foundWords({ kind }: Discrepancy, found: readonly Found[]): string | null {
  if (kind === 'footnote') return found.length === 0 ? 'none' : found.map(({ text }) => text).join(', ')
  if (found.length === 0) return null
  if (kind === 'verb') return found.map(({ text, value }) => `${text} (${value})`).join(', ')
  return found.map(({ text }) => text).join(', ')
}

/** "3 discrepancies (2 number, 1 verb); 24 paragraphs correspond". */
export function concordTotals({ summary }: Concordance): string {
  const { discrepancies, corresponding } = summary
  const parts = Object.entries(summary.kinds).map(
    ([kind, count]) => `${count} ${kinds[kind as DiscrepancyKind]}`,
  )
  const said =
    discrepancies === 0
      ? 'no discrepancies'
      : `${discrepancies} ${discrepancies === 1 ? 'discrepancy' : 'discrepancies'} (${parts.join(', ')})`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}; ${corresponding} ${corresponding === 1 ? 'paragraph corresponds' : 'paragraphs correspond'}`
}
