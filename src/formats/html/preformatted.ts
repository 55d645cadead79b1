/** Text whose lines are its author's: read as plain text is. */
import { type Block, concat, type Rich, rich, slice } from '../../model/block.js'
import { blocksOfLines } from '../lines.js'

/** Read the blocks of a preformatted text, their marks and places kept. */
export function preformatted(text: Rich): Block[] {
  const cut = cutter(text)
  return blocksOfLines(text.value).map((block) => ({ ...block, text: found(block.text, cut) }))
}

/** The places of a block are offsets in the text: cut them out of it. */
function found(block: Rich, cut: (start: number, end: number) => Rich): Rich {
  const parts = block.map.map(({ at, start, end }, index) =>
    start === end ? rich(block.value.slice(at, block.map[index + 1]?.at)) : cut(start, end),
  )
  return concat(...parts)
}

/** Slices in rising order: each looks only at the marks and segments behind the last. */
function cutter(text: Rich): (start: number, end: number) => Rich {
  const { value, marks, map } = text
  let segment = 0
  let mark = 0
  return (start, end) => {
    while (segment + 1 < map.length && (map[segment + 1]?.at ?? 0) <= start) segment++
    while (mark < marks.length && (marks[mark]?.end ?? 0) < start) mark++
    let lastSegment = segment
    // The one behind the stretch tells where its last segment ends.
    while (lastSegment < map.length && (map[lastSegment]?.at ?? 0) < end) lastSegment++
    let lastMark = mark
    while (lastMark < marks.length && (marks[lastMark]?.start ?? 0) <= end) lastMark++
    return slice(
      { value, marks: marks.slice(mark, lastMark), map: map.slice(segment, lastSegment + 1) },
      start,
      end,
    )
  }
}
