/** How far a negotiating text is, for its chair: what is agreed, what is open and whose it is, what changed. */
import type { PhrasingContent, Root } from 'mdast'
import { sayIn } from '../../language/interface.js'
import type { Negotiation, NegotiationComparison, PointChange } from '../../model/negotiation.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { table, writeMarkdown } from '../markdown.js'
import { summaryOf } from './summary.js'
import { changeWords, kindWords, optionWords, partyWords, sinceWords, totalWords } from './words.js'

export interface NegotiationReportOptions {
  /** The name of the text, for the title. */
  file: string
  /** What changed since an earlier version, and its name. */
  since?: { file: string; comparison: NegotiationComparison } | undefined
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/**
 * Write a report on a negotiating text as Markdown.
 *
 * Ensures the totals, the paragraphs that are agreed, each open point under its paragraph with its texts
 * and who wants them, a table of the parties, and, given an earlier version, what became of its points.
 */
export function negotiationToMarkdown(
  negotiation: Negotiation,
  { file, since, ui }: NegotiationReportOptions,
): string {
  const say = sayIn(ui)
  const summary = summaryOf(negotiation)
  const agreed = summary.paragraphs.filter(({ state }) => state === 'agreed').map(({ label }) => label)
  const children: Root['children'] = [
    heading(1, say('open_points_of', { file })),
    paragraph([text(say('sentence', { words: totalWords(summary, say) }))]),
  ]
  if (since) children.push(...changes(since, say))
  if (agreed.length > 0)
    children.push(
      heading(2, say('agreed_head')),
      paragraph([text(say('sentence', { words: listed(agreed, say) }))]),
    )
  const open = summary.paragraphs.filter(({ points }) => points.length > 0)
  if (open.length > 0) {
    children.push(heading(2, say('by_paragraph')))
    const rows = open.flatMap(({ label, points }) =>
      points.flatMap((point, at) =>
        optionWords(point, say).map(({ text: words, who }, index) => [
          at === 0 && index === 0 ? clean(label) : '',
          index === 0 ? point.id : '',
          index === 0 ? kindWords(point, say) : '',
          `${point.options.length > 1 ? `${index + 1}. ` : ''}${clean(words)}`,
          clean(who),
        ]),
      ),
    )
    children.push(table([[say('paragraph'), say('point'), say('what'), say('text'), say('who')], ...rows]))
  }
  const parties = Object.entries(summary.byParty)
  if (parties.length > 0) {
    children.push(heading(2, say('points_by_delegation')))
    const rows = parties.map(([name, wants]) => {
      const own = negotiation.points.filter(({ by }) => by.some(({ who }) => who === name))
      return [clean(name), partyWords(wants, say), own.map(({ id, at }) => `${at} (${id})`).join(', ')]
    })
    children.push(table([[say('delegation'), say('points'), say('where')], ...rows]))
  }
  if (negotiation.blanks.length > 0) {
    children.push(heading(2, say('to_fill')))
    for (const { at, text: words } of negotiation.blanks)
      children.push(paragraph([text(clean(`${at}: ${words}`))]))
  }
  if (negotiation.messages.length > 0) {
    children.push(heading(2, say('unread_brackets')))
    for (const { at, text: words } of negotiation.messages)
      children.push(paragraph([text(clean(`${at}: ${words}`))]))
  }
  return writeMarkdown(children)
}

function changes(
  { file, comparison }: NonNullable<NegotiationReportOptions['since']>,
  say: Say,
): Root['children'] {
  const told = comparison.points.filter(({ change }) => change !== 'same')
  const children: Root['children'] = [
    heading(2, say('since', { file })),
    paragraph([text(say('sentence', { words: sinceWords(comparison, say) }))]),
  ]
  if (told.length > 0)
    children.push(
      table([
        [say('paragraph'), say('became'), say('text')],
        ...told.map((one) => [placeOf(one), changeWords(one, say), textOf(one)]),
      ]),
    )
  return children
}

function placeOf({ old, new: now }: PointChange): string {
  const [before, after] = [old?.at ?? '', now?.at ?? '']
  return clean(before === '' || after === '' || before === after ? after || before : `${before} → ${after}`)
}

function textOf({ old, new: now }: PointChange): string {
  return clean((now ?? old)?.options.join(' / ') ?? '')
}

function heading(depth: 1 | 2, value: string): Root['children'][number] {
  return { type: 'heading', depth, children: [text(clean(value))] }
}

function paragraph(children: PhrasingContent[]): Root['children'][number] {
  return { type: 'paragraph', children }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
