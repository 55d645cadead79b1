/** Versions as texts: Markdown for a reader of documents, lines for a tool that knows lines and words. */
import type { Version } from './generate.js'
import type { Row } from './model.js'
import { random } from './random.js'

/** Print as Markdown. */
export function markdown(version: Version): string {
  const { emphasis } = version.style
  const blocks = spaced(version).map(({ row, text }) => {
    if (row.paragraph.role === 'heading') return `## ${text}`
    const body = text.slice(row.lead.length)
    const opened = row.lead === '' ? body : `${emphasis}${row.lead}${emphasis}${body}`
    return row.mark === '' ? opened : `${row.mark} ${opened}`
  })
  return `${['*The General Assembly*,', ...blocks].join('\n\n')}\n`
}

/** Print a line for each row: its number and its text. */
export function lines(version: Version): string {
  return spaced(version)
    .map(({ row, text }) => `${row.mark === '' ? '' : `${row.mark} `}${text}\n`)
    .join('')
}

/** Texts with the stray spaces of the style, which fall after the opening phrase. */
function spaced({ rows, style }: Version): { row: Row; text: string }[] {
  const source = random(style.spaces)
  const stray = (text: string) => text.replace(/ /gu, () => (source.chance(0.03) ? '  ' : ' '))
  return rows.map((row) => {
    const body = row.text.slice(row.lead.length)
    return { row, text: style.spaces === 0 ? row.text : row.lead + stray(body) }
  })
}
