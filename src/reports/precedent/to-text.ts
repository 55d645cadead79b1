/** Precedents in a terminal: a table, a reading text with redlines, or one page for the delegation. */
import { sayIn } from '../../language/interface.js'
import type { Edit } from '../../model/change.js'
import type { Precedent, PrecedentKind, Precedents } from '../../model/precedent.js'
import { listed, type Say, upper } from '../../model/words.js'
import { clean, cleanName } from '../clean.js'
import { columns, fitted, padded, paint, redline, type Style } from '../terminal.js'
import { labelOf, placeName, shareLines, shownScore, sourceLine, verbLines } from './words.js'

export interface PrecedentTextOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

const styles: Record<PrecedentKind, Style> = {
  identical: 'dim',
  edited: 'plain',
  composed: 'bold',
  new: 'added',
}
/** Columns left for the words even on a narrow terminal. */
const leastWords = 16
/** Characters that one page shows of kept words beside a change, and of those that open a paragraph. */
const beside = 60
const opening = 160
/** Signs that a verb is weaker or stronger than in the agreed text. */
const arrows = { weaker: '↓', stronger: '↑' } as const

/** Write a line for each paragraph: what it is, its nearest source, and how near that is. */
export function precedentsToTable(
  found: Precedents,
  file: string,
  options: PrecedentTextOptions = {},
): string {
  const { width = 80, color = false } = options
  const say = sayIn(options.ui)
  const heads = {
    label: say('head_label'),
    kind: say('head_kind'),
    score: say('head_score'),
    source: say('head_source'),
    date: say('head_date'),
    words: say('head_text'),
  }
  const rows = found.paragraphs.map((paragraph) => {
    const [match] = paragraph.matches
    return {
      label: clean(labelOf(paragraph)),
      kind: `${say(`precedent_${paragraph.kind}`)}${signs(paragraph)}`,
      score: match ? shownScore(match.score) : '',
      source: match ? clean(placeName(match)) : '–',
      date: match?.date ?? '',
      words: clean(paragraph.text),
      style: styles[paragraph.kind],
    }
  })
  const names = ['label', 'kind', 'score', 'source', 'date'] as const
  const sizes = names.map((name) => Math.max(...[heads, ...rows].map((row) => columns(row[name]))))
  const room = Math.max(leastWords, width - sizes.reduce((total, size) => total + size + 2, 0))
  const line = (row: typeof heads, style: Style) =>
    [
      ...names.map((name, at) =>
        paint(padded(row[name], sizes[at] ?? 0), name === 'kind' ? style : 'plain', color),
      ),
      paint(fitted(row.words.replace(/\s+/gu, ' '), room), style, color),
    ]
      .join('  ')
      .trimEnd()
  return [
    ...heading(found, file, { color, say }),
    line(heads, 'dim'),
    ...rows.map((row) => line(row, row.style)),
    '',
    ...shareLines(found.summary, say),
    '',
  ].join('\n')
}

/** Write each paragraph with its sources and the words that differ; what is routine is told in one line. */
export function precedentsToText(
  found: Precedents,
  file: string,
  options: PrecedentTextOptions = {},
): string {
  const { color = false } = options
  const say = sayIn(options.ui)
  return [
    ...heading(found, file, { color, say }),
    ...found.paragraphs.flatMap((paragraph) => [...paragraphLines(paragraph, options), '']),
    ...shareLines(found.summary, say),
    '',
  ].join('\n')
}

/** Write one page: the shares, the verbs that are weaker or stronger than agreed, the edits that matter, and what is new. */
export function summaryToText(found: Precedents, file: string, options: PrecedentTextOptions = {}): string {
  const { color = false } = options
  const say = sayIn(options.ui)
  const parts: [title: string, paragraphs: Precedent[]][] = [
    [say('verbs_agreed'), found.paragraphs.filter(({ phrases }) => verbLines(phrases, say).length > 0)],
    [
      say('remark_edited'),
      found.paragraphs.filter(
        (one) => one.kind === 'edited' && !one.routine && verbLines(one.phrases, say).length === 0,
      ),
    ],
    [say('remark_composed'), found.paragraphs.filter(({ kind }) => kind === 'composed')],
    [upper(say('precedent_new')), found.paragraphs.filter(({ kind }) => kind === 'new')],
  ]
  const routine = found.paragraphs.filter((one) => one.kind === 'edited' && one.routine)
  return [
    ...heading(found, file, { color, say }),
    ...shareLines(found.summary, say),
    '',
    ...parts.flatMap(([title, paragraphs]) =>
      paragraphs.length === 0
        ? []
        : [
            paint(title, 'bold', color),
            '',
            ...paragraphs.flatMap((one) => [...paragraphLines(one, options, true), '']),
          ],
    ),
    ...(routine.length === 0
      ? []
      : [
          say('told', {
            name: say('routine_only'),
            words: listed(routine.map(labelOf).map(clean), say),
          }),
          '',
        ]),
  ].join('\n')
}

function paragraphLines(
  paragraph: Precedent,
  { width = 80, color = false, ui }: PrecedentTextOptions,
  isShort = false,
): string[] {
  const { kind, matches, text, routine, phrases } = paragraph
  const cut = isShort ? shortened : (edits: readonly Edit[]) => edits
  const say = sayIn(ui)
  const word = say(`precedent_${kind}`)
  const told = routine ? say('aside', { words: word, note: say('routine') }) : word
  const title = `${clean(labelOf(paragraph))} · ${told}`
  const shown = kind === 'composed' ? matches.filter(({ isSource }) => isSource) : matches.slice(0, 1)
  const look = { width, color, indent: 2 }
  if (kind === 'new')
    return [
      paint(title, styles[kind], color),
      ...redline(cut([{ op: 'equal', text }]), look),
      ...shown.map((match) =>
        paint(`  ${clean(say('nearest_told', { words: sourceLine(match, say) }))}`, 'dim', color),
      ),
    ]
  return [
    paint(title, kind === 'identical' ? 'dim' : 'bold', color),
    ...verbLines(phrases, say).map((line) => `  ${clean(line)}`),
    ...(kind === 'identical' && matches[0] ? redline(matches[0].edits, look) : []),
    ...shown.flatMap((match) => [
      paint(`  ${clean(sourceLine(match, say))}`, 'dim', color),
      ...(kind === 'composed'
        ? redline(cut([{ op: 'equal', text: `“${text.slice(...match.span).trim()}”` }]), {
            ...look,
            indent: 4,
          })
        : []),
      ...(kind === 'edited' ? redline(cut(match.edits), look) : []),
    ]),
  ]
}

/** Edits without what is far from every change. */
function shortened(edits: readonly Edit[]): Edit[] {
  return edits.map((edit, at) => {
    if (edit.op !== 'equal') return edit
    const isLast = at === edits.length - 1
    const text = withoutMiddle(edit.text, at > 0 ? beside : opening, isLast ? 0 : beside)
    return { op: 'equal', text }
  })
}

/** The first and the last of a text's words; the whole where little would be left out. */
function withoutMiddle(text: string, first: number, last: number): string {
  const characters = [...text]
  if (characters.length <= first + last + beside) return text
  const head = characters
    .slice(0, first)
    .join('')
    .replace(/\s+\S*$/u, '')
  const tail =
    last === 0
      ? ''
      : characters
          .slice(-last)
          .join('')
          .replace(/^\S*\s+/u, ' ')
  return `${head} …${tail}`
}

function heading(
  { title, library }: Precedents,
  file: string,
  { color, say }: { color: boolean; say: Say },
): string[] {
  const { documents, paragraphs } = library
  return [
    cleanName(file),
    ...(title === null ? [] : [paint(clean(title), 'bold', color)]),
    say('against', { documents, paragraphs }),
    '',
  ]
}

function signs({ phrases }: Precedent): string {
  return (['weaker', 'stronger'] as const)
    .map((shift) => (phrases.some((one) => one.shift === shift) ? ` ${arrows[shift]}` : ''))
    .join('')
}
