/** A history as Markdown: the matrix, then the words that changed, paragraph by paragraph. */
import type { PhrasingContent, Root } from 'mdast'
import { sayIn } from '../../language/interface.js'
import type { Edit } from '../../model/change.js'
import type { CompareWords, History, Life } from '../../model/history.js'
import type { Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { table, writeMarkdown } from '../markdown.js'
import {
  type Cell,
  cellsOf,
  chainOf,
  fateTotals,
  hasSeveral,
  isChain,
  lastText,
  lifeName,
  versionNames,
} from './words.js'

export interface HistoryMarkdownOptions {
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/** What a paragraph opens with is shown up to so many characters: a row of a table is one line. */
const shown = 60

/**
 * Write a history as Markdown.
 *
 * Ensures a table with a row for each paragraph and a column for each version,
 * and for each paragraph that changed its words step by step, cut words
 * ~~struck~~ and added ones **bold**.
 */
export function historyToMarkdown(
  history: History,
  compare: CompareWords,
  { ui }: HistoryMarkdownOptions = {},
): string {
  const say = sayIn(ui)
  const names = versionNames(history.versions).map(clean)
  const several = hasSeveral(history)
  const title = history.versions.findLast((version) => version.title !== null)?.title ?? say('history')
  const rows = history.paragraphs.map((life) => [
    ...cellsOf(life).map((cell) => cellWords(cell, say)),
    clean(opening(life)),
  ])
  const children: Root['children'] = [
    { type: 'heading', depth: 2, children: [text(clean(title))] },
    { type: 'paragraph', children: [text(fateTotals(history, say))] },
    table([[...names, say('paragraph')], ...rows]),
  ]
  for (const life of history.paragraphs) {
    if (life.changed.length === 0) continue
    const name = clean(lifeName(life, several))
    const chain = clean(chainOf(life))
    children.push({
      type: 'heading',
      depth: 3,
      children: [text(isChain(chain) ? `${name}: ${chain}` : name)],
    })
    children.push(...steps(life, names, compare))
  }
  return writeMarkdown(children)
}

function opening(life: Life): string {
  const words = isChain(chainOf(life)) ? `${chainOf(life)} …` : lastText(life)
  return words.length > shown ? `${words.slice(0, shown)}…` : words
}

function cellWords({ labels, state, moved, shift }: Cell, say: Say): string {
  if (state === 'absent') return '–'
  const told = [
    state === 'new' ? say('new_short') : '',
    state === 'changed' ? say('changed') : '',
    moved ? say('moved') : '',
    shift === null ? '' : say(shift),
  ].filter((word) => word !== '')
  return clean(told.length === 0 ? labels : say('aside', { words: labels, note: told.join(say('comma')) }))
}

function steps({ texts, changed }: Life, names: readonly string[], compare: CompareWords): Root['children'] {
  return changed.map((version) => {
    const before = texts.slice(0, version).findLast((one) => one !== null) ?? ''
    const edits = compare(before, texts[version] ?? '')
    return {
      type: 'paragraph',
      children: [
        { type: 'emphasis', children: [text(names[version] ?? '')] },
        text(' '),
        ...edits.flatMap(editNodes),
      ],
    }
  })
}

/** Marks are at words, not at the spaces around them, where Markdown would not read them. */
function editNodes({ op, text: words }: Edit): PhrasingContent[] {
  const value = clean(words).replace(/\s+/gu, ' ')
  const inner = value.trim()
  if (op === 'equal' || inner === '') return [text(value)]
  const at = value.indexOf(inner)
  const mark: PhrasingContent =
    op === 'delete'
      ? { type: 'delete', children: [text(inner)] }
      : { type: 'strong', children: [text(inner)] }
  return [text(value.slice(0, at)), mark, text(value.slice(at + inner.length))]
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
