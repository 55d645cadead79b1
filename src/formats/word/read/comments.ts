/** Comments of a Word document → blocks of their own, which are no text of it. */
import { type Block, placesOf, rich } from '../../../model/block.js'
import { isoTime } from '../../iso-time.js'
import { attribute } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import { type CommentStory, commentId } from '../package/reading.js'
import { blocksOf } from './blocks.js'

/** Given a context with which the other stories were read: they say which words the comment is on. */
export function commentBlock(comment: CommentStory, context: Context): Block {
  const { element, part, items } = comment
  const anchor = context.comments.anchorOf(commentId(comment))
  const texts = blocksOf(items).map(({ text }) => text)
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
}
