/** Prints a generated draft as a PDF, with Chromium. */
import { printedPdf } from './browser.js'
import type { Draft, Paragraph, Part, Words } from './generate.js'
import { sponsorLine } from './print.js'

/** Print a draft; gives the bytes of a PDF. */
export const pdfDocument = (draft: Draft): Promise<Uint8Array> => printedPdf(printedPage(draft))

const style = `
  @page {
    size: letter;
    margin: 30mm 40mm 30mm 40mm;
    @top-left { content: var(--symbol); font: bold 8.5pt serif }
    @bottom-left { content: counter(page) "/" counter(pages); font: bold 8.5pt serif }
  }
  @page :first { @top-left { content: none } @bottom-left { content: "41-20711 (E)"; font: 10pt serif } }
  body { font: 10pt/12pt serif; margin: 0 }
  p { margin: 0 0 6pt; text-align: justify }
  h2 { font-size: 12pt }
  table { width: 100%; margin-bottom: 20pt }
  td { vertical-align: top }
  p.act { text-indent: 18pt }
  .note { font-size: 8.5pt; line-height: 10pt }
  sup { font-size: 5.5pt; line-height: 0 }
  .rule { width: 72pt; border-top: 0.5pt solid; margin: 12pt 0 3pt }
`

/** A page as the United Nations sets one; its notes are at the end, since Chromium sets none at a page's foot. */
function printedPage(draft: Draft): string {
  const words = (text: Words) =>
    text.map((word) => (typeof word === 'string' ? word : `<sup>${word}</sup>`)).join('')
  const opened = ({ opener, words: all }: Paragraph) => {
    const [first = '', ...rest] = all
    return `<i>${opener}</i>${words([typeof first === 'string' ? first.slice(opener.length) : first, ...rest])}`
  }
  const labelled = (label: string | null, html: string) =>
    `<p class="act">${label === null ? '' : `${label}&emsp;`}${html}</p>\n`
  const part = (one: Part): string => labelled(one.label, words(one.words)) + one.parts.map(part).join('')
  const whole = (one: Paragraph) =>
    labelled(one.label, opened(one)) +
    one.parts.map(part).join('') +
    (one.resumed ? `<p>${words(one.resumed)}</p>\n` : '')
  const bold = (text: string) => `<p><b>${text}</b></p>\n`
  const body = [
    `<table><tr><td style="font-size: 14pt">United Nations</td><td>${draft.symbol}</td></tr>`,
    `<tr><td style="font: bold 20pt/22pt serif; width: 65%">${draft.organ}</td><td>Distr.: Limited<br>${draft.date}<br><br>Original: English</td></tr></table>`,
    ...[draft.session, draft.agendaItem, draft.agendaTitle].map(bold),
    bold(sponsorLine(draft)),
    `<h2>${draft.title}</h2>`,
    `<p class="act"><i>The ${draft.organ}</i>,</p>`,
    ...draft.preamble.map(whole),
    ...draft.sections.flatMap(({ label, title, preamble, paragraphs }) => [
      ...(label === null ? [] : [`<p style="text-align: center"><b>${label}</b></p>`, bold(title)]),
      ...preamble.map(whole),
      ...paragraphs.map(whole),
    ]),
    ...(draft.closing
      ? [`<p style="text-align: right"><i>${draft.closing.meeting}<br>${draft.closing.date}</i></p>`]
      : []),
    ...(draft.annex.length > 0 ? ['<h2>Annex</h2>', ...draft.annex.map(whole)] : []),
    ...(draft.notes.length > 0 ? ['<div class="rule"></div>'] : []),
    ...draft.notes.map((text, at) => `<div class="note"><sup>${at + 1}</sup> ${text}</div>`),
  ]
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>:root { --symbol: "${draft.symbol}" } ${style}</style></head><body>${body.join('')}</body></html>`
}
