/** The open points of a negotiating text, for a terminal. */
import { sayIn } from '../../language/interface.js'
import type { Negotiation, NegotiationComparison } from '../../model/negotiation.js'
import { listed } from '../../model/words.js'
import { clean, cleanName } from '../clean.js'
import { columns, fitted, padded, paint } from '../terminal.js'
import { summaryOf } from './summary.js'
import { changeWords, kindWords, optionWords, sinceWords, totalWords } from './words.js'

export interface NegotiationTextOptions {
  /** Columns of a line. */
  width: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** What changed since an earlier version, and its name. */
  since?: { file: string; comparison: NegotiationComparison } | undefined
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/** A label of a paragraph in front of its points: `OP12 bis (a)`. */
const widestLabel = 14

/** Write a line for each text of each open point, with who wants it, and the totals. */
export function negotiationToText(
  negotiation: Negotiation,
  file: string,
  { width, color = false, since, ui }: NegotiationTextOptions,
): string {
  const say = sayIn(ui)
  const summary = summaryOf(negotiation)
  const { points } = negotiation
  const ids = Math.max(2, ...points.map(({ id }) => id.length))
  const labels = Math.min(widestLabel, Math.max(2, ...points.map(({ at }) => columns(at))))
  const lines = points.flatMap((point) => {
    const front = `${padded(point.id, ids)}  ${padded(fitted(clean(point.at), labels), labels)}  `
    const inset = '  '.repeat(Math.min(4, point.depth - 1))
    return optionWords(point, say).map(({ text, who }, index) => {
      const sign = point.options.length > 1 ? `${index + 1} ` : ''
      const said = who === '' ? '' : ` – ${who}`
      const lead = index === 0 ? front : ' '.repeat(front.length)
      const kind = index === 0 ? say('told', { name: kindWords(point, say), words: '' }) : ''
      const room = Math.max(12, width - columns(`${lead}${inset}${kind}${sign}${said}`))
      return fitted(`${lead}${inset}${kind}${sign}${fitted(clean(text), room)}${clean(said)}`, width)
    })
  })
  const agreed = summary.paragraphs.filter(({ state }) => state === 'agreed').map(({ label }) => label)
  const foot =
    agreed.length > 0
      ? [fitted(clean(say('told', { name: say('agreed_now'), words: listed(agreed, say) })), width)]
      : []
  const before = since
    ? [
        '',
        paint(
          fitted(
            clean(
              say('told', {
                name: say('since_text', { file: cleanName(since.file) }),
                words: sinceWords(since.comparison, say),
              }),
            ),
            width,
          ),
          'bold',
          color,
        ),
        ...since.comparison.points.flatMap((change) => {
          if (change.change === 'same') return []
          const point = change.new ?? change.old
          const said = say('told', {
            name: `${point?.at ?? ''}  ${changeWords(change, say)}`,
            words: point?.options.join(' / ') ?? '',
          })
          return [fitted(clean(said), width)]
        }),
      ]
    : []
  const head = paint(totalWords(summary, say), 'bold', color)
  return `${[cleanName(file), head, '', ...lines, ...foot, ...before].join('\n')}\n`
}
