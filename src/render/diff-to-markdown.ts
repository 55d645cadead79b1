/** A diff as Markdown, for a pull request or an e-mail: only what changed. */
import type { List, ListItem, PhrasingContent, Root } from 'mdast'
import { type Change, type Diff, type Edit, type FrontChange, flatten } from '../change.js'
import { factWords, names, phraseWords, spaced, toldFacts, totals, verdicts } from './diff-words.js'
import { table, writeMarkdown } from './markdown-writer.js'

/**
 * Write a diff as Markdown.
 *
 * Ensures the front matter, the verbs as a table, and every paragraph that
 * changed or moved, with cut words ~~struck~~ and added ones **bold**; the others
 * are counted. No text of the documents can become markup.
 */
export function diffToMarkdown(diff: Diff): string {
  const title = diff.new.title ?? diff.old.title ?? 'Comparison'
  const symbols = [...new Set([diff.old.symbol, diff.new.symbol])].flatMap((symbol) => symbol ?? [])
  const children: Root['children'] = [{ type: 'heading', depth: 2, children: [text(title)] }]
  if (symbols.length > 0) children.push(paragraph([text(symbols.join(' → '))]))
  children.push(paragraph([text(totals(diff))]))
  if (diff.front.length > 0) children.push(list(diff.front.map(frontItem)))
  children.push(...verbs(diff), ...diff.changes.filter(isShown).flatMap(changeBlocks))
  return writeMarkdown(children)
}

function frontItem(front: FrontChange): ListItem {
  const name = text(`${spaced(front.field)}: `)
  const edits: Edit[] =
    front.field === 'sponsors'
      ? [
          ...front.joined.map((name) => edit('insert', name)),
          ...front.left.map((name) => edit('delete', name)),
        ]
      : [edit('delete', shown(front, front.old)), edit('insert', shown(front, front.new))]
  const parts = edits.filter((one) => one.text !== '').map((one) => [one])
  return item([
    name,
    ...parts.flatMap((part, index) => [...(index > 0 ? [text(', ')] : []), ...redlined(part)]),
  ])
}

/** A kind of proposal is a name of the tree's, not words of the text. */
function shown({ field }: FrontChange, value: string | null): string {
  return field === 'proposal' ? spaced(value ?? '') : (value ?? '')
}

function edit(op: Edit['op'], value: string): Edit {
  return { op, text: value }
}

function verbs(diff: Diff): Root['children'] {
  const rows = flatten(diff.changes).flatMap((change) =>
    change.phrases.map((phrase) => [change.new[0] ?? change.old[0] ?? '', phrase.shift, phraseWords(phrase)]),
  )
  return rows.length === 0 ? [] : [table([['Paragraph', 'Verb', 'Words'], ...rows])]
}

function isShown(change: Change): boolean {
  return change.kind !== 'unchanged' || change.moved
}

function changeBlocks(change: Change): Root['children'] {
  const notes = [verdicts(change).join(', '), ...told(change)].filter((note) => note !== '')
  const heading: PhrasingContent[] = [{ type: 'strong', children: [text(names(change))] }]
  if (notes.length > 0) heading.push(text(` (${notes.join('; ')})`))
  const parts = (change.parts ?? []).filter(isShown)
  const blocks: Root['children'] = [paragraph(heading), ...lines(change.edits).map((line) => paragraph(line))]
  if (parts.length > 0) blocks.push(list(parts.map(partItem)))
  return blocks
}

function partItem(change: Change): ListItem {
  const notes = [verdicts(change).join(', '), ...told(change)].filter((note) => note !== '')
  const head = `${names(change)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}: `
  const [first = [], ...rest] = lines(change.edits)
  return {
    ...item([text(head), ...first]),
    children: [paragraph([text(head), ...first]), ...rest.map(paragraph)],
  }
}

function told({ facts }: Change): string[] {
  return facts.filter(({ kind }) => toldFacts.includes(kind)).map(factWords)
}

/** The texts of a split or merged paragraph stand on lines of their own. */
function lines(edits: readonly Edit[]): PhrasingContent[][] {
  const result: Edit[][] = [[]]
  for (const { op, text: value } of edits) {
    value.split('\n').forEach((piece, index) => {
      if (index > 0) result.push([])
      if (piece !== '') result.at(-1)?.push({ op, text: piece })
    })
  }
  return result.filter((line) => line.length > 0).map(redlined)
}

/** Marks stand at words, not at the spaces around them. */
function redlined(edits: readonly Edit[]): PhrasingContent[] {
  return edits.flatMap(({ op, text: value }, index): PhrasingContent[] => {
    if (op === 'equal' || value.trim() === '') return [text(value)]
    // A cut word and the one for it would read as one.
    const apart = op === 'insert' && edits[index - 1]?.op === 'delete' && /^\S/u.test(value)
    const [before, words, after] = [
      /^\s*/u.exec(value)?.[0] ?? '',
      value.trim(),
      /\s*$/u.exec(value)?.[0] ?? '',
    ]
    const marked: PhrasingContent = { type: op === 'delete' ? 'delete' : 'strong', children: [text(words)] }
    const space = apart ? ' ' : before
    return [...(space === '' ? [] : [text(space)]), marked, ...(after === '' ? [] : [text(after)])]
  })
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
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
