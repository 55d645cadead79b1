/** Generators of resolutions in true form: what is said, apart from how `print.ts` prints it. */
import fc from 'fast-check'

/** Words of a paragraph; a number stands for the mark of that note. */
export type Words = (string | number)[]

export interface Part {
  label: string
  words: Words
  parts: Part[]
}
export interface Paragraph {
  /** `1.`, or null for a preambular paragraph. */
  label: string | null
  /** What an editor sets in italics. */
  opener: string
  words: Words
  parts: Part[]
  /** Text resumed after the parts. */
  resumed: Words | null
}
export interface Section {
  /** `I`, with a title; null for a resolution without sections. */
  label: string | null
  title: string
  preamble: Paragraph[]
  paragraphs: Paragraph[]
}
export interface Draft {
  organ: string
  symbol: string
  session: string
  agendaItem: string
  agendaTitle: string
  date: string
  sponsors: string[]
  title: string
  preamble: Paragraph[]
  sections: Section[]
  /** Paragraphs of an annex, or none. */
  annex: Paragraph[]
  closing: { meeting: string; date: string } | null
  /** The text of note 1, 2, … */
  notes: string[]
  /** Drives what a printer does at random. */
  seed: number
}

const organs = [
  'General Assembly',
  'Economic and Social Council',
  'Human Rights Council',
  'Security Council',
  'Conference of the Parties to the Convention on Lighthouses',
  'Commission on Small Ports',
]
const sponsors = [
  'Antigua and Barbuda',
  'Bolivia (Plurinational State of)',
  'Cabo Verde',
  'Chile',
  'Fiji',
  'Ghana',
  'Iceland',
  'Malta',
  'Norway',
  'Peru',
  'Tonga',
  'Uruguay',
]
const recitals = [
  'Recalling',
  'Recalling also',
  'Reaffirming',
  'Noting with appreciation',
  'Deeply concerned',
  'Recognizing',
  'Bearing in mind',
  'Emphasizing',
  'Welcoming',
  'Expressing its appreciation',
  'Having considered',
  'Convinced',
  'Mindful',
]
const acts = [
  'Urges',
  'Also urges',
  'Requests',
  'Further requests',
  'Decides',
  'Takes note with appreciation',
  'Calls upon',
  'Strongly encourages',
  'Welcomes',
  'Invites',
  'Notes with concern',
  'Reaffirms',
  'Emphasizes',
]
/** Words that open nothing; capitals, figures and hyphens as in any text. */
const vocabulary = [
  ...'the of and in to for by with on at as its their all every lamp lamps light lights keeper keepers tower oil fog'.split(
    ' ',
  ),
  ...'signal signals pilots harbour coast coasts winter boats wreck register tides channel depth paint relief States'.split(
    ' ',
  ),
  ...'Convention Secretary-General Charter self-righting non-governmental long-term twenty-four 14 2040 the “open” sea'.split(
    ' ',
  ),
]
const notes = [
  'A/97/118.',
  'Resolution 217 A (III).',
  'See resolution 71/12, annex.',
  'Ibid., vol. 3812, No. 70113.',
  'United Nations, Treaty Series, vol. 3811, No. 70112.',
  'Official Records of the General Assembly, Ninety-sixth Session, Supplement No. 23 (A/96/23).',
]
const letters = 'abcdefghij'
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi']

const nouns = ['lamps', 'lights', 'keepers', 'towers', 'pilots', 'boats', 'tides', 'coasts']

/** Words that end in a noun: a figure before a full stop at a line's start would be a paragraph's number. */
const phrase = (minLength: number, maxLength: number) =>
  fc
    .tuple(fc.array(fc.constantFrom(...vocabulary), { minLength, maxLength }), fc.constantFrom(...nouns))
    .map(([words, noun]) => [...words, noun].join(' '))
/** Words that begin as a title or a sub-paragraph does. */
const titled = (minLength: number, maxLength: number) =>
  fc
    .tuple(fc.constantFrom(...nouns), phrase(minLength, maxLength))
    .map(([noun, words]) => capital(`${noun} ${words}`))

interface Raw {
  opener: string
  text: string
  middle: string | null
  noted: boolean
  parts: { text: string; parts: string[] }[]
  resumed: string | null
}
const raw = (openers: readonly string[]): fc.Arbitrary<Raw> =>
  fc.record({
    opener: fc.constantFrom(...openers),
    text: phrase(4, 40),
    middle: fc.option(phrase(2, 20), { nil: null, freq: 2 }),
    noted: fc.boolean(),
    parts: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Raw['parts']>([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            text: titled(2, 25),
            parts: fc.oneof(
              { weight: 4, arbitrary: fc.constant<string[]>([]) },
              { weight: 1, arbitrary: fc.array(titled(2, 12), { minLength: 2, maxLength: 4 }) },
            ),
          }),
          { minLength: 2, maxLength: 6 },
        ),
      },
    ),
    resumed: fc.option(
      phrase(3, 15).map((words) => `and ${words}`),
      { nil: null, freq: 3 },
    ),
  })

/** A resolution of one of the bodies, with all that may be in it. */
export const draft: fc.Arbitrary<Draft> = fc
  .record({
    organ: fc.constantFrom(...organs),
    sponsors: fc.uniqueArray(fc.constantFrom(...sponsors), { minLength: 1, maxLength: 6 }),
    title: titled(2, 12),
    agendaTitle: titled(3, 14),
    preamble: fc.array(raw(recitals), { minLength: 1, maxLength: 7 }),
    operative: fc.array(raw(acts), { minLength: 2, maxLength: 8 }),
    sections: fc.option(
      fc.array(
        fc.record({
          title: titled(2, 6),
          preamble: fc.array(raw(recitals), { maxLength: 2 }),
          paragraphs: fc.array(raw(acts), { minLength: 2, maxLength: 4 }),
        }),
        { minLength: 2, maxLength: 3 },
      ),
      { nil: null, freq: 3 },
    ),
    annex: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Raw[]>([]) },
      { weight: 1, arbitrary: fc.array(raw(['The keepers', 'Every light']), { minLength: 2, maxLength: 4 }) },
    ),
    closing: fc.boolean(),
    notes: fc.infiniteStream(fc.constantFrom(...notes)),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map((one) => {
    const found: string[] = []
    const note = () => found.push(one.notes.next().value as string)
    const preamble = one.preamble.map((paragraph) => build(paragraph, null, ',', note))
    const sections: Section[] = one.sections
      ? one.sections.map((section, index, all) => ({
          label: ['I', 'II', 'III'][index] as string,
          title: section.title,
          preamble: section.preamble.map((paragraph) => build(paragraph, null, ',', note)),
          paragraphs: acted(section.paragraphs, index + 1 === all.length, note),
        }))
      : [
          {
            label: null,
            title: '',
            preamble: [],
            paragraphs: acted(one.operative, true, note),
          },
        ]
    const annex = one.annex.map((paragraph, at) => build(paragraph, `${at + 1}.`, '.', note))
    return {
      organ: one.organ,
      symbol: 'A/97/L.18',
      session: 'Ninety-seventh session',
      agendaItem: 'Agenda item 44 (b)',
      agendaTitle: one.agendaTitle,
      date: '26 November 2041',
      sponsors: [...one.sponsors].sort(),
      title: one.title,
      preamble,
      sections,
      annex,
      closing: one.closing ? { meeting: '54th plenary meeting', date: '15 December 2041' } : null,
      notes: found,
      seed: one.seed,
    }
  })

/** Number the operative paragraphs; only the resolution's last ends in a full stop. */
function acted(paragraphs: readonly Raw[], last: boolean, note: () => number): Paragraph[] {
  return paragraphs.map((paragraph, at) =>
    build(paragraph, `${at + 1}.`, last && at + 1 === paragraphs.length ? '.' : ';', note),
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function build(one: Raw, label: string | null, end: string, note: () => number): Paragraph {
  const words: Words = [`${one.opener} ${one.text}`]
  if (one.middle !== null) words.push(',', ...(one.noted ? [note()] : []), ` ${one.middle}`)
  const list = one.parts.length > 0
  words.push(list ? ':' : end)
  if (!list && one.middle === null && one.noted) words.push(note())
  const resumes = list && one.resumed !== null
  const last = one.parts.length - 1
  const parts = one.parts.map(({ text, parts: inner }, index): Part => {
    const close = index === last ? (resumes ? ',' : end) : end === ',' ? ',' : ';'
    return {
      label: `(${letters[index]})`,
      words: [text, inner.length > 0 ? ':' : close],
      parts: inner.map((words, at) => ({ label: `(${romans[at]})`, words: [words, ';'], parts: [] })),
    }
  })
  return { label, opener: one.opener, words, parts, resumed: resumes ? [one.resumed as string, end] : null }
}

// ---------------------------------------------------------------- what must be read back

export interface ExpectedRow {
  label: string
  role: string
  text: string
}

/** The words without marks, white space collapsed. */
export function plain(words: Words): string {
  return words
    .filter((word) => typeof word === 'string')
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The rows that the outline of the draft has, headings left out. */
export function expectedRows(draft: Draft): ExpectedRow[] {
  const rows: ExpectedRow[] = []
  const partRows = (part: Part, parent: string, role: string) => {
    const label = `${parent}${part.label}`
    rows.push({ label, role, text: plain(part.words) })
    for (const inner of part.parts) partRows(inner, label, role)
  }
  const add = (paragraph: Paragraph, label: string, role: string) => {
    rows.push({ label, role, text: plain(paragraph.words) })
    for (const part of paragraph.parts) partRows(part, label, role === 'annex' ? 'annex' : 'subparagraph')
    if (paragraph.resumed) rows.push({ label, role: 'continuation', text: plain(paragraph.resumed) })
  }
  const addPreamble = (preamble: readonly Paragraph[]) => {
    for (const [index, paragraph] of preamble.entries()) add(paragraph, `PP${index + 1}`, 'preambular')
  }
  addPreamble(draft.preamble)
  for (const { preamble, paragraphs } of draft.sections) {
    addPreamble(preamble)
    for (const paragraph of paragraphs) add(paragraph, `OP${paragraph.label?.replace('.', '')}`, 'operative')
  }
  for (const paragraph of draft.annex) add(paragraph, `Annex ${paragraph.label?.replace('.', '')}`, 'annex')
  return rows
}
