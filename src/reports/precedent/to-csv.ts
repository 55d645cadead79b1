/** Precedents, and the chain of a paragraph, as CSV. */
import { sayIn } from '../../language/interface.js'
import type { Lineage, Precedents } from '../../model/precedent.js'
import { toCsv } from '../csv.js'
import { labelOf, placeName, verbLines } from './words.js'

const heads = [
  'file',
  'label',
  'kind',
  'routine',
  'verbs',
  'score',
  'source',
  'source file',
  'date',
  'title',
  'organ',
  'vote',
  'first use',
  'latest use',
  'uses',
  'clause',
  'text',
]

/** The heads of the columns. */
export const csvHeading = toCsv([heads])

/** Write a row for each match, and one for each paragraph without one. */
export function precedentsToCsv({ paragraphs }: Precedents, file: string): string {
  return toCsv(
    paragraphs.flatMap((paragraph) => {
      const { kind, routine, phrases, text, matches } = paragraph
      const own = [
        file,
        labelOf(paragraph),
        kind,
        routine ? 'routine' : '',
        verbLines(phrases, sayIn()).join('; '),
      ]
      if (matches.length === 0)
        return [[...own, ...Array<string>(heads.length - own.length - 1).fill(''), text]]
      return matches.map((match) => [
        ...own,
        String(match.score),
        placeName(match),
        match.file,
        match.date ?? '',
        match.title ?? '',
        match.organ ?? '',
        match.vote ?? '',
        placeName(match.first),
        placeName(match.latest),
        String(match.uses),
        match.isSource ? text.slice(...match.span).trim() : '',
        text,
      ])
    }),
  )
}

/** Write a row for each use of a paragraph in its chain, the oldest first. */
export function lineageToCsv({ chain }: Lineage): string {
  return toCsv([
    ['source', 'file', 'date', 'title', 'score', 'routine', 'verbs', 'text'],
    ...chain.map((one) => [
      placeName(one),
      one.file,
      one.date ?? '',
      one.title ?? '',
      one.score === null ? '' : String(one.score),
      one.routine ? 'routine' : '',
      verbLines(one.phrases, sayIn()).join('; '),
      one.text,
    ]),
  ])
}
