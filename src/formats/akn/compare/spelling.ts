/** Kept words that are set otherwise: either text must read as it was, so words that are parted or joined are a change here. */
import type { Edit } from '../../../model/change.js'

interface Word {
  text: string
  start: number
  end: number
}

/** Cut and add, word by word, what the comparison kept although white space or a hyphen parts its words otherwise. */
export function spelled(edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit) =>
    edit.op === 'equal' && edit.old !== undefined ? respelled(edit.old, edit.text) : [edit],
  )
}

function respelled(old: string, now: string): Edit[] {
  const [before, after] = [wordsOf(old), wordsOf(now)]
  const edits: Edit[] = []
  let written = 0
  const keep = (until: number) => {
    if (until > written) edits.push({ op: 'equal', text: now.slice(written, until) })
    written = Math.max(written, until)
  }
  for (let [i, j] = [0, 0]; i < before.length || j < after.length; i++, j++) {
    const [first, other] = [i, j]
    let [was, is] = [before[i]?.text ?? '', after[j]?.text ?? '']
    // The letters of both are the same: the shorter one goes on with the next word.
    while (was !== is && (i + 1 < before.length || j + 1 < after.length))
      if (j + 1 >= after.length || (was.length < is.length && i + 1 < before.length)) was += before[++i]?.text
      else is += after[++j]?.text
    if (i === first && j === other && was === is) continue
    const [cut, added] = [spanOf(before, first, i), spanOf(after, other, j)]
    keep(added?.start ?? now.length)
    if (cut) edits.push({ op: 'delete', text: old.slice(cut.start, cut.end) })
    if (added) edits.push({ op: 'insert', text: now.slice(added.start, added.end) })
    written = added?.end ?? written
  }
  keep(now.length)
  return edits
}

function spanOf(
  words: readonly Word[],
  first: number,
  last: number,
): { start: number; end: number } | undefined {
  const [from, to] = [words[first], words[Math.min(last, words.length - 1)]]
  return from && to ? { start: from.start, end: to.end } : undefined
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))
}
