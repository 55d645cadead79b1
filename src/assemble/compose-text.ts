/**
 * Write letters and the marks on them as one character where Unicode has one:
 * programs of one kind type `é`, those of another `e` and a mark.
 *
 * After it: texts are in the form in which the languages' words are written, and
 * still know their place in the source.
 */
import { type Block, concat, type Rich, slice, withTexts } from '../model/block.js'

const marked = /\P{M}\p{M}+/gu

export function composeText(blocks: Block[]): Block[] {
  return blocks.map((block) => withTexts(block, composed))
}

function composed(text: Rich): Rich {
  if (text.value.normalize('NFC') === text.value) return text
  const parts: Rich[] = []
  let from = 0
  for (const { 0: found, index } of text.value.matchAll(marked)) {
    const value = found.normalize('NFC')
    if (value === found) continue
    parts.push(slice(text, from, index), letter(slice(text, index, index + found.length), value))
    from = index + found.length
  }
  if (parts.length === 0) return text
  parts.push(slice(text, from))
  return concat(...parts.filter((part) => part.value !== '' || part.marks.length > 0))
}

/** A stretch as another value: its place in the source is all of it, or none of its inside. */
function letter({ marks, map }: Rich, value: string): Rich {
  const [first, last] = [map[0], map.at(-1)]
  return {
    value,
    marks: marks.map((mark) => ({
      ...mark,
      start: Math.min(mark.start, value.length),
      end: Math.min(mark.end, value.length),
    })),
    map: first && last ? [{ ...first, at: 0, end: last.end }] : [],
  }
}
