/** Text → the content of a run. */
import { escapeXml } from '../../xml/characters.js'

/** Text as one element, its white space kept. */
export function textElement(prefix: string, name: string, text: string): string {
  return `<${prefix}:${name} xml:space="preserve">${escapeXml(text)}</${prefix}:${name}>`
}

/** Text as the content of a run: tabs and line ends are elements. */
export function runText(prefix: string, text: string): string {
  return (text.match(/\t|\n|[^\t\n]+/gu) ?? [])
    .map((piece) => {
      if (piece === '\t') return `<${prefix}:tab/>`
      return piece === '\n' ? `<${prefix}:br/>` : textElement(prefix, 't', piece)
    })
    .join('')
}
