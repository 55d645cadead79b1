/** A diff as Markdown, for a pull request or an e-mail: only what changed. */
import type { List, ListItem, PhrasingContent, Root } from 'mdast'
import { sayIn } from '../../language/interface.js'
import {
  type Change,
  type Diff,
  type Edit,
  type FrontChange,
  flatten,
  type MatterChange,
} from '../../model/change.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { table, writeMarkdown } from '../markdown.js'
import { blocks } from './blocks.js'
import { departures, raised } from './departures.js'
import {
  departure,
  factWords,
  fieldWords,
  foldRepetitions,
  fullName,
  hasSeveral,
  isQuiet,
  names,
  phraseWords,
  placeName,
  proposers,
  selectionWords,
  told,
  totals,
  verbTotals,
  verdicts,
} from './words.js'

export interface DiffMarkdownOptions {
  /** What alone is shown, in names of `selections`. */
  only?: readonly string[]
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/**
 * Write a diff as Markdown.
 *
 * Ensures the verbs as a table, the front matter, and every paragraph that
 * changed, moved or needs another look, with cut words ~~struck~~ and added ones
 * **bold**; the others are counted. No text of the documents can become markup.
 */
export function diffToMarkdown(diff: Diff, { only, ui }: DiffMarkdownOptions = {}): string {
  const say = sayIn(ui)
  const title = diff.new.title ?? diff.old.title ?? say('comparison')
  const symbols = [...new Set([diff.old.symbol, diff.new.symbol])].flatMap((symbol) => symbol ?? [])
  const several = hasSeveral(diff)
  const changed = verbTotals(diff, say)
  const counted = [
    totals(diff, say),
    ...(changed === '' ? [] : [say('told', { name: say('only_verbs'), words: changed })]),
  ].join(say('semicolon'))
  const children: Root['children'] = [{ type: 'heading', depth: 2, children: [text(title)] }]
  if (symbols.length > 0) children.push(paragraph([text(symbols.join(' → '))]))
  children.push(paragraph([text(counted)]))
  if (only) children.push(paragraph([text(selectionWords(only, say))]))
  children.push(...verbs(diff, several, say))
  const outside = [
    ...diff.front.map((front) => frontItem(front, say)),
    ...diff.matter.map((matter) => matterItem(matter, say)),
  ]
  if (outside.length > 0) children.push(list(outside))
  const left = departures(diff.changes)
  const up = raised(diff.changes, left)
  const gone = (next: Change | null) =>
    (left.get(next) ?? []).map((change) =>
      paragraph([{ type: 'emphasis', children: [text(departure(change, up.has(change), say))] }]),
    )
  for (const change of diff.changes) {
    // Where a paragraph left from inside another one, it is missed before that one.
    children.push(...flatten([change]).flatMap(gone))
    if (!isQuiet(change)) children.push(...changeBlocks(change, several, say))
  }
  children.push(...gone(null))
  return writeMarkdown(children)
}

function frontItem(front: FrontChange, say: Say): ListItem {
  const name = text(say('told', { name: say(`field_${front.field}`), words: '' }))
  const edits: Edit[] =
    front.field === 'sponsors'
      ? [
          ...front.joined.map((name) => edit('insert', name)),
          ...front.left.map((name) => edit('delete', name)),
        ]
      : [edit('delete', fieldWords(front, front.old, say)), edit('insert', fieldWords(front, front.new, say))]
  const parts = edits.filter((one) => one.text !== '').map((one) => [one])
  const by = proposers(front, say)
  return item([
    name,
    ...parts.flatMap((part, index) => [...(index > 0 ? [text(say('comma'))] : []), ...redlined(part)]),
    ...(by === '' ? [] : [text(` (${by})`)]),
  ])
}

function matterItem(change: MatterChange, say: Say): ListItem {
  const by = proposers(change, say)
  const note = by === '' ? [] : [text(` (${by})`)]
  return item([
    text(say('told', { name: placeName(change, say), words: '' })),
    ...redlined(change.edits),
    ...note,
  ])
}

function edit(op: Edit['op'], value: string): Edit {
  return { op, text: value }
}

function verbs(diff: Diff, several: boolean, say: Say): Root['children'] {
  const { told: single, repeated } = foldRepetitions(
    flatten(diff.changes).flatMap((change) =>
      change.phrases.map((phrase) => ({ name: clean(fullName(change, several, say)), phrase })),
    ),
  )
  const rows = single.map(({ name, phrase }) => [name, say(phrase.shift), clean(phraseWords(phrase, say))])
  if (repeated.length > 0)
    rows.push([
      listed(
        repeated.map(({ name }) => name),
        say,
      ),
      say('enumerator'),
      say('paragraph_count', { count: repeated.length }),
    ])
  return rows.length === 0 ? [] : [table([[say('paragraph'), say('verb'), say('the_words')], ...rows])]
}

function changeBlocks(change: Change, several: boolean, say: Say): Root['children'] {
  const heading: PhrasingContent[] = [{ type: 'strong', children: [text(fullName(change, several, say))] }]
  const notes = said(change, say)
  if (notes.length > 0) heading.push(text(say('aside', { words: '', note: notes.join(say('semicolon')) })))
  return [paragraph(heading), ...lines(change.edits).map((line) => paragraph(line)), ...parts(change, say)]
}

function parts(change: Change, say: Say): List[] {
  const shown = (change.parts ?? []).filter((part) => !isQuiet(part))
  return shown.length === 0 ? [] : [list(shown.map((part) => partItem(part, say)))]
}

function partItem(change: Change, say: Say): ListItem {
  const notes = said(change, say)
  const name = names(change, say)
  const words = notes.length > 0 ? say('aside', { words: name, note: notes.join(say('semicolon')) }) : name
  const head = say('told', { name: words, words: '' })
  const [first = [], ...rest] = lines(change.edits)
  return {
    ...item([text(head), ...first]),
    children: [paragraph([text(head), ...first]), ...rest.map(paragraph), ...parts(change, say)],
  }
}

function said(change: Change, say: Say): string[] {
  return [
    verdicts(change, say).join(say('comma')),
    ...told(change).map((fact) => factWords(fact, say)),
  ].filter((note) => note !== '')
}

/** The texts of a split or merged paragraph are on lines of their own; a sign marks a seam cut or added. So do old and new where little was kept. */
function lines(edits: readonly Edit[]): PhrasingContent[][] {
  return blocks(edits).flatMap(seamed)
}

function seamed(edits: readonly Edit[]): PhrasingContent[][] {
  const result: Edit[][] = [[]]
  const add = (op: Edit['op'], value: string) => {
    const line = result.at(-1) ?? []
    const last = line.at(-1)
    if (last?.op === op) last.text += value
    else if (value !== '') line.push({ op, text: value })
  }
  for (const { op, text: value } of edits) {
    value.split('\n').forEach((piece, index) => {
      if (index > 0) {
        if (op !== 'equal' && edits.length > 1) add(op, '¶')
        result.push([])
      }
      add(op, piece)
    })
  }
  return result.filter((line) => line.length > 0).map(redlined)
}

/** Marks are at words, not at the spaces around them. */
function redlined(edits: readonly Edit[]): PhrasingContent[] {
  return edits.flatMap(({ op, text: value }, index): PhrasingContent[] => {
    const words = value.trim()
    if (op === 'equal' || words === '') return [text(value)]
    const at = value.indexOf(words)
    const [before, after] = [edits[index - 1], edits[index + 1]]
    const open = value.slice(0, at) || (mustStandApart(before, op, words) ? ' ' : '')
    const end = value.slice(at + words.length) || (closesInWord(words, after) ? ' ' : '')
    const marked: PhrasingContent = { type: op === 'delete' ? 'delete' : 'strong', children: [text(words)] }
    return [...(open === '' ? [] : [text(open)]), marked, ...(end === '' ? [] : [text(end)])]
  })
}

/** A cut word and the one for it would read as one; a mark between a letter and a comma opens nothing. */
function mustStandApart(before: Edit | undefined, op: Edit['op'], words: string): boolean {
  if (before === undefined || before.text === '' || /\s$/u.test(before.text)) return false
  if (before.op !== 'equal') return op === 'insert' && before.op === 'delete'
  return sign.test(words) && !endsInSign.test(before.text)
}

/** A mark between a comma and a letter closes nothing. */
function closesInWord(words: string, after: Edit | undefined): boolean {
  return after?.op === 'equal' && endsInSign.test(words) && !/^\s/u.test(after.text) && !sign.test(after.text)
}

const sign = /^[\p{P}\p{S}]/u
const endsInSign = /[\p{P}\p{S}]$/u

function text(value: string): PhrasingContent {
  return { type: 'text', value: clean(value) }
}

function paragraph(children: PhrasingContent[]): Root['children'][number] & { type: 'paragraph' } {
  return { type: 'paragraph', children }
}

function item(children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(children)] }
}

function list(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children }
}
