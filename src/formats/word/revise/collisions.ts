/** Where a new change cannot be beside a tracked change that the base has: told before anything is written. */
import { PlenaryError } from '../../../model/message.js'
import { attribute, child, descendants, elements } from '../../xml/xml.js'
import type { Paragraph } from '../package/manuscript.js'
import type { Edits } from './edit.js'

const markChanges: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo'])
/** Characters of a paragraph that a message shows. */
const mostShown = 80

/** Names of the tracked changes that the mark of a paragraph has. */
export function markChangesOf({ element }: Paragraph): string[] {
  const mark = child(child(element, 'pPr'), 'rPr')
  return (mark ? elements(mark) : []).map(({ name }) => name).filter((name) => markChanges.has(name))
}

/**
 * Refuse edits of a paragraph that its tracked changes do not admit.
 *
 * Words may change beside them and be cut inside of them, and a paragraph that another inserted may be cut.
 *
 * @throws PlenaryError `tracked-collision` where a mark is to change that has another change, or properties
 * that were changed already
 */
export function refuseCollision(paragraph: Paragraph, { mark, properties }: Edits, file: string): void {
  const isCut = mark === 'del' || mark === 'moveFrom'
  const isMarked = markChangesOf(paragraph).some((name) => !(isCut && /^(?:ins|moveTo)$/u.test(name)))
  const isSet = child(child(paragraph.element, 'pPr'), 'pPrChange') !== undefined
  if ((mark !== 'keep' && isMarked) || (properties && isSet)) throw collision(file, [paragraph])
}

/** The error that names whose changes they are, and where. */
export function collision(file: string, paragraphs: readonly Paragraph[]): PlenaryError {
  const authors = paragraphs.flatMap(({ element }) =>
    [...descendants(element)].flatMap((one) =>
      markChanges.has(one.name) || one.name.endsWith('PrChange') ? (attribute(one, 'author') ?? []) : [],
    ),
  )
  const text = paragraphs.map((one) => one.text).join(' ')
  return new PlenaryError('tracked-collision', {
    file,
    authors: [...new Set(authors)].join(', '),
    text: text.length > mostShown ? `${text.slice(0, mostShown)}…` : text,
  })
}
