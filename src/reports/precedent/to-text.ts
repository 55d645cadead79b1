/** Precedents in a terminal: a table, a reading text with redlines, or one page for the delegation. */
import type { Precedent, PrecedentKind, Precedents } from '../../model/precedent.js'
import { clean, cleanName } from '../clean.js'
import { columns, fitted, padded, paint, redline, type Style } from '../terminal.js'
import { labelOf, placeName, shareLines, sourceLine, verbLines } from './words.js'

export interface PrecedentTextOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
}

const styles: Record<PrecedentKind, Style> = {
  identical: 'dim',
  edited: 'plain',
  composed: 'bold',
  new: 'added',
}
/** Columns left for the words even on a narrow terminal. */
const leastWords = 16
/** Signs that a verb is weaker or stronger than in the agreed text. */
const arrows = { weaker: '↓', stronger: '↑' } as const

/** Write a line for each paragraph: what it is, its nearest source, and how near that is. */
export function precedentsToTable(
  found: Precedents,
  file: string,
  options: PrecedentTextOptions = {},
): string {
  const { width = 80, color = false } = options
  const heads = { label: 'LABEL', kind: 'KIND', score: 'LIKE', source: 'SOURCE', date: 'DATE', words: 'TEXT' }
  const rows = found.paragraphs.map((paragraph) => {
    const [match] = paragraph.matches
    return {
      label: clean(labelOf(paragraph)),
      kind: `${paragraph.kind}${signs(paragraph)}`,
      score: match ? match.score.toFixed(2) : '',
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
    ...heading(found, file, color),
    line(heads, 'dim'),
    ...rows.map((row) => line(row, row.style)),
    '',
    ...shareLines(found.summary),
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
  return [
    ...heading(found, file, color),
    ...found.paragraphs.flatMap((paragraph) => [...paragraphLines(paragraph, options), '']),
    ...shareLines(found.summary),
    '',
  ].join('\n')
}

/** Write one page: the shares, the verbs that are weaker or stronger than agreed, the edits that matter, and what is new. */
export function summaryToText(found: Precedents, file: string, options: PrecedentTextOptions = {}): string {
  const { color = false } = options
  const parts: [title: string, paragraphs: Precedent[]][] = [
    [
      'Verbs that are weaker or stronger than agreed',
      found.paragraphs.filter(({ phrases }) => verbLines(phrases).length > 0),
    ],
    [
      'Edited',
      found.paragraphs.filter(
        (one) => one.kind === 'edited' && !one.routine && verbLines(one.phrases).length === 0,
      ),
    ],
    ['Composed of several texts', found.paragraphs.filter(({ kind }) => kind === 'composed')],
    ['New', found.paragraphs.filter(({ kind }) => kind === 'new')],
  ]
  const routine = found.paragraphs.filter((one) => one.kind === 'edited' && one.routine)
  return [
    ...heading(found, file, color),
    ...shareLines(found.summary),
    '',
    ...parts.flatMap(([title, paragraphs]) =>
      paragraphs.length === 0
        ? []
        : [
            paint(title, 'bold', color),
            '',
            ...paragraphs.flatMap((one) => [...paragraphLines(one, options, 1), '']),
          ],
    ),
    ...(routine.length === 0
      ? []
      : [`Edited in routine only: ${routine.map(labelOf).map(clean).join(', ')}`, '']),
  ].join('\n')
}

function paragraphLines(
  paragraph: Precedent,
  { width = 80, color = false }: PrecedentTextOptions,
  most?: number,
): string[] {
  const { kind, matches, text, routine, phrases } = paragraph
  const title = `${clean(labelOf(paragraph))} · ${kind}${routine ? ' (routine)' : ''}`
  const shown = kind === 'composed' ? matches.filter(({ isSource }) => isSource) : matches.slice(0, most ?? 1)
  const look = { width, color, indent: 2 }
  if (kind === 'new')
    return [
      paint(title, styles[kind], color),
      ...redline([{ op: 'equal', text }], look),
      ...shown.map((match) => paint(`  the nearest: ${clean(sourceLine(match))}`, 'dim', color)),
    ]
  return [
    paint(title, kind === 'identical' ? 'dim' : 'bold', color),
    ...verbLines(phrases).map((line) => `  ${clean(line)}`),
    ...(kind === 'identical' && matches[0] ? redline(matches[0].edits, look) : []),
    ...shown.flatMap((match) => [
      paint(`  ${clean(sourceLine(match))}`, 'dim', color),
      ...(kind === 'composed'
        ? redline([{ op: 'equal', text: `“${text.slice(...match.span).trim()}”` }], { ...look, indent: 4 })
        : []),
      ...(kind === 'edited' ? redline(match.edits, look) : []),
    ]),
  ]
}

function heading({ title, library }: Precedents, file: string, color: boolean): string[] {
  const { documents, paragraphs } = library
  return [
    cleanName(file),
    ...(title === null ? [] : [paint(clean(title), 'bold', color)]),
    `against ${documents} documents, ${paragraphs} paragraphs`,
    '',
  ]
}

function signs({ phrases }: Precedent): string {
  return (['weaker', 'stronger'] as const)
    .map((shift) => (phrases.some((one) => one.shift === shift) ? ` ${arrows[shift]}` : ''))
    .join('')
}
