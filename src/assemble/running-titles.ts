/** The title of a document that its pages repeat: what the lines before the formula have, and where it is repeated behind it. */
import type { Openings } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, slice, trim } from '../model/block.js'
import { furniture, squeezed, symbolOf } from './furniture.js'
import { lineEnds } from './lines.js'
import { isFlow } from './pass.js'

/** A title takes so many lines at most. */
const mostTitleLines = 6
/** So much of a title tells it where a running header cuts it. */
const leastOfTitle = 20

/** What may be the title: the last lines before the formula, from each of them on, without the number of the resolution. */
export function titlesOf(front: readonly Block[], { grammar }: Openings): string[] {
  const last = front
    .filter(isFlow)
    .flatMap(({ text: { value } }) => lineEnds(value).map(([start, end]) => value.slice(start, end).trim()))
    .filter((line) => line !== '')
    .slice(-mostTitleLines)
  return last.flatMap((_, from) => {
    const text = squeezed(last.slice(from).join(' '))
    const number = grammar.match('resolutionTitle', text)?.[0].length ?? 0
    return [text, ...(number > 0 ? [text.slice(number).trim()] : [])].filter((title) => title !== '')
  })
}

/** Whether words are the title of the document, or as much of its beginning as a header has room for. */
export function isTitle(value: string, titles: readonly string[]): boolean {
  const words = squeezed(value).replace(/ ?(?:…|\.{3})$/u, '')
  return titles.some((title) => title === words || (words.length >= leastOfTitle && title.startsWith(words)))
}

/** Behind the formula, the title of the document beside what the foot or the head of a page has is of the running header. */
export function cutTitles(
  blocks: readonly Block[],
  titles: readonly string[],
  symbol: string | undefined,
  grammar: Grammar,
): Block[] {
  if (titles.length === 0) return [...blocks]
  const isHeader = (value: string) => isTitle(withoutSymbol(value.trim(), symbol, grammar), titles)
  const isPage = (block: Block | undefined) => block?.kind === 'furniture' && block.furniture !== 'rule'
  const whole = wholeHeaders(blocks, titles, symbol, grammar)
  return blocks.flatMap((block, index) => {
    if (!isFlow(block)) return [block]
    if (whole.has(block)) return [furniture(block, 'runningHeader')]
    const { value } = block.text
    const ends = lineEnds(value)
    const most = Math.min(ends.length, mostTitleLines)
    if (isPage(blocks[index - 1])) {
      for (let count = most; count > 0; count--) {
        const [, end] = ends[count - 1] as readonly [number, number]
        if (isHeader(value.slice(0, end))) return cutAt(block, end, 'before')
      }
    }
    if (isPage(blocks[index + 1])) {
      for (let count = most; count > 0; count--) {
        const [start] = ends[ends.length - count] as readonly [number, number]
        if (isHeader(value.slice(start))) return cutAt(block, start, 'behind')
      }
    }
    return [block]
  })
}

/** The blocks at the head of a page that together are the title, the symbol perhaps between its lines. */
function wholeHeaders(
  blocks: readonly Block[],
  titles: readonly string[],
  symbol: string | undefined,
  grammar: Grammar,
): Set<Block> {
  const found = new Set<Block>()
  for (const [first, block] of blocks.entries()) {
    if (!block.pageStart) continue
    let words = ''
    const head: Block[] = []
    for (const next of blocks.slice(first, first + mostTitleLines)) {
      if (head.length > 0 && (next.gap || next.pageStart)) break
      head.push(next)
      words = squeezed(`${words} ${withoutSymbol(next.text.value, symbol, grammar)}`)
      if (!titles.includes(words)) continue
      for (const one of head) found.add(one)
      break
    }
  }
  return found
}

/** The words of a running header without the symbol of the document at its beginning or end. */
function withoutSymbol(value: string, symbol: string | undefined, grammar: Grammar): string {
  const [first = ''] = /^\S+/u.exec(value) ?? []
  const [last = ''] = /\S+$/u.exec(value) ?? []
  if (symbol === undefined) return value
  if (symbolOf(first, grammar) === symbol) return value.slice(first.length).trim()
  return symbolOf(last, grammar) === symbol ? value.slice(0, -last.length).trim() : value
}

/** A block cut in two at an offset, one of the two a running header. */
function cutAt(block: Block, at: number, header: 'before' | 'behind'): Block[] {
  const [first, second] = [trim(slice(block.text, 0, at)), trim(slice(block.text, at))]
  return [first, second]
    .map((text, index): Block => {
      const part = { ...block, text, ...(index > 0 && first.value !== '' ? { pageStart: false } : {}) }
      return (index === 0) === (header === 'before') ? furniture(part, 'runningHeader') : part
    })
    .filter(({ text }) => text.value !== '')
}
