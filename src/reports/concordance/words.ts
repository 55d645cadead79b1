/** What a concordance is called in words, wherever it is shown. */
import type { Concordance, Correspondence, Discrepancy, Found } from '../../model/concordance.js'
import { counted, listed, type Say, upper } from '../../model/words.js'

/** "number", "verb"; of the front the field; with the number of its note, if it is in one. */
export function kindWords({ kind, field, note }: Discrepancy, say: Say): string {
  const word = say(field === undefined ? `d_${kind}` : `field_${field}`)
  return note === undefined ? word : [word, say('in_note', { note })].join(say('comma'))
}

/** "English", "French": the texts by language, numbered where that is not enough. */
export function versionNames({ texts }: Pick<Concordance, 'texts'>, say: Say): string[] {
  const languageNames = new Intl.DisplayNames(say.language, { type: 'language' })
  const names = texts.map(({ language }) => upper((language && languageNames.of(language)) ?? say('text')))
  return names.map((name, index) => {
    const same = names.filter((one) => one === name)
    return same.length === 1
      ? name
      : `${name} ${names.slice(0, index + 1).filter((one) => one === name).length}`
  })
}

/** "OP3", "OP3, OP4"; the reference's name, and that of the first text that has it where it has not. */
export function nameOf({ members, role, resolution }: Correspondence, several: boolean, say: Say): string {
  const labels = members.find((member) => member !== null)?.labels ?? []
  const name = labels.length > 0 ? labels.join(', ') : say(`role_${role}`)
  return several && resolution !== undefined ? `${resolution}, ${name}` : name
}

/** So much of a heading tells it from others. */
const headingLength = 30

/** The names of all rows; where several have one name, each is told by the heading that it is under. */
export function rowNames(
  { correspondences }: Pick<Concordance, 'correspondences'>,
  say: Say,
): Map<Correspondence, string> {
  const several = hasSeveral({ correspondences })
  const result = new Map<Correspondence, string>()
  const under = new Map<Correspondence, string>()
  const counts = new Map<string, number>()
  let heading = ''
  let before: Correspondence | undefined
  const visit = (each: Correspondence) => {
    const name = nameOf(each, several, say)
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
export function sidesOf(
  { texts, reference, other }: Discrepancy,
  names: readonly string[],
  say: Say,
): [Side, Side] {
  return [
    { texts: [0], who: names[0] ?? '', found: reference },
    {
      texts,
      who: listed(
        texts.map((text) => names[text] ?? ''),
        say,
      ),
      found: other,
    },
  ]
}

/** "Urges (urge)", "30, 40", "2 (1, 2)": what a side has, in words; null for nothing. */
export function foundWords({ kind }: Discrepancy, found: readonly Found[], say: Say): string | null {
  if (kind === 'footnote') return found.length === 0 ? say('none') : found.map(({ text }) => text).join(', ')
  if (found.length === 0) return null
  if (kind === 'verb') return found.map(({ text, value }) => `${text} (${value})`).join(', ')
  return found.map(({ text }) => text).join(', ')
}

/** "3 discrepancies (2 number, 1 verb); 24 paragraphs correspond". */
export function concordTotals({ summary }: Concordance, say: Say): string {
  const { discrepancies, corresponding } = summary
  const kinds = Object.entries(summary.kinds).map(([kind, count]) => counted(count, `d_${kind}`, say))
  const said =
    discrepancies === 0
      ? say('no_discrepancies')
      : say('aside', { words: say('discrepancies', { count: discrepancies }), note: listed(kinds, say) })
  return [said, say('corresponding', { count: corresponding })].join(say('semicolon'))
}
