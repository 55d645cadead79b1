/** How the HTML report is printed: what changed, and all of the text where the reader asks for it. */
import { printed, printPaper } from '../../print-style.js'

export const print = `
${printPaper('A4')}
${printed}
@media print {
  body { font-size: 10pt; line-height: 1.4; } .page, body:has(#view-side:checked) .page { max-width: none; padding: 0; }
  h2 { margin-top: 1.5rem; } .notes { break-inside: avoid; } .inline, .side, .same { break-before: avoid; } .change { margin-bottom: 1.1rem; } tr { break-inside: avoid; } .change > h3, .change > h4, .change > h5 { break-after: avoid; }
  .is-routine::details-content, td details::details-content { content-visibility: visible; block-size: auto; }
  body:has(#whole:checked) .is-unchanged::details-content { content-visibility: visible; block-size: auto; }
  body:not(:has(#whole:checked)) .kept { display: none; } details.is-unchanged { break-inside: auto; margin-bottom: 1.1rem; } }
`
