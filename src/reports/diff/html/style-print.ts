/** How the HTML report is printed: black on white, everything open, nothing to click. */
export const print = `
@page { margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --panel: #fff; --cut: #000; --added: #000;
    --cut-paper: transparent; --added-paper: transparent; --accent: #000; --mark: #000; }
  body { font-size: 10.5pt; line-height: 1.45; } .page, body:has(#view-side:checked) .page { max-width: none; padding: 0; }
  .controls, .skip { display: none; }
  ins { font-weight: 700; } a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, .which { break-after: avoid; } tr, .departed { break-inside: avoid; } p { orphans: 3; widows: 3; }
  .table { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; }
  summary::-webkit-details-marker { display: none; } }
`
