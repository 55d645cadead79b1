/** What all reports do when they are printed: black on white, nothing to click, no heading alone at the foot of a page. */

/** The paper and its margins, with the number of the page at its foot. */
export function printPaper(size: string, margin = '14mm 14mm 16mm'): string {
  return `@page { size: ${size}; margin: ${margin}; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`
}

/** Black on white. */
export const printColors = `--paper: #fff; --ink: #000; --quiet: #333; --line: #999; --panel: #fff; --cut: #000; --added: #000;
    --cut-paper: transparent; --added-paper: transparent; --accent: #000; --mark: #000;`

export const printed = `
@media print {
  :root { color-scheme: light; ${printColors} }
  .controls, .skip, .walk, .marks, .link, .copied { display: none; } ins { font-weight: 700; } a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, .which, .step, .notes, summary { break-after: avoid; } thead { display: table-header-group; break-after: avoid; }
  p, li { orphans: 3; widows: 3; } .scroll, .table { overflow: visible; } .departed, summary { break-inside: avoid; }
  summary { list-style: none; } summary::-webkit-details-marker { display: none; } }
`
