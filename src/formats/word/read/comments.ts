/** Comments of a Word document → blocks of their own, which are no text of it. */
import { type Block, placesOf, rich } from '../../../model/block.js'
import { isoTime } from '../../iso-time.js'
import { attribute, elements } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import type { WordPackage } from '../package/package.js'
import { StoryReader } from './story.js'

/**
 * Read the comments, in the order of their part.
 *
 * Given a package whose other stories have been read with the context: they say
 * which words a comment is on.
 */
export function readComments(word: WordPackage, context: Context): Block[] {
  const part = word.byRole('comments')
  if (!part) return []
  const story = new StoryReader(part, context, { layout: true })
  return elements(part.root)
    .filter(({ name }) => name === 'comment')
    .map((element): Block => {
      const anchor = context.comments.anchorOf(attribute(element, 'id') ?? '')
      const texts = story.read(element).map(({ text }) => text)
      const place = texts.flatMap((text) => placesOf(text))[0] ?? { part: part.name }
      return {
        kind: 'comment',
        text: rich(texts.map(({ value }) => value).join('\n')),
        source: place,
        comment: {
          author: attribute(element, 'author')?.trim() || null,
          date: isoTime(attribute(element, 'date')),
          quote: (anchor?.quote ?? '').replace(/\s+/gu, ' ').trim(),
          places: anchor?.places ?? [],
        },
      }
    })
}
