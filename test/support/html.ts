/** The reading of HTML at once, as the other text formats have it: `read` itself waits for its parser. */
import type { VFileMessage } from 'vfile-message'
import { assemble } from '../../src/assemble/index.js'
import { fromHtml as read } from '../../src/formats/html/from-html.js'
import { load } from '../../src/language/load.js'
import { Openings } from '../../src/language/openings.js'
import type { Block } from '../../src/model/block.js'
import type { Root } from '../../src/model/tree/types.js'
import { parse } from '../../src/parse/index.js'
import type { AnyBlock } from './blocks.js'

/** Parse HTML in English. */
export function fromHtml(value: string, { messages = [] }: { messages?: VFileMessage[] } = {}): Root {
  const openings = new Openings(load('en'))
  const { blocks, text } = read(value)
  return parse(assemble(blocks, { openings, messages }), { openings, language: 'en', text, messages })
}

/** The blocks of a page, each as a line: what it is, and its text. */
export function lines(value: string): string[] {
  return read(value).blocks.map(line)
}

/** `heading 2: Annex`, `note 1: See above.`; italics in `*`, bold in `**`, raised text in `^`, marks of notes as `[^1]`. */
export function line(block: AnyBlock): string {
  const { kind, level, label, text, table } = block
  const rows = table?.rows.map((row) => row.map((cell) => cell.value).join(' | ')).join(' / ')
  const name = [kind === 'paragraph' ? '' : kind, level, label].filter(
    (part) => part !== undefined && part !== '',
  )
  return `${name.length > 0 ? `${name.join(' ')}: ` : ''}${rows ?? marked(text)}`
}

const signs = { emphasis: '*', strong: '**', superscript: '^', inserted: '++', deleted: '~~' }

/** A text with its typography as signs. */
export function marked({ value, marks }: Block['text']): string {
  const inserts = marks.flatMap((mark, index) =>
    mark.kind === 'noteReference'
      ? [{ at: mark.start, text: `[^${mark.identifier}]`, order: index }]
      : [
          { at: mark.start, text: signs[mark.kind], order: index },
          { at: mark.end, text: signs[mark.kind], order: -index - 1 },
        ],
  )
  inserts.sort((a, b) => b.at - a.at || b.order - a.order)
  return inserts.reduce((text, { at, text: sign }) => text.slice(0, at) + sign + text.slice(at), value)
}
