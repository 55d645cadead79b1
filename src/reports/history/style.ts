/** The style sheet of a history: a matrix that scrolls sideways, and redlines that open below a row. */
import { tokens } from '../diff/html/style.js'
import { printed, printPaper } from '../print-style.js'

export const historyStyle = `
:root { color-scheme: light dark; ${tokens('light')}
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Noto Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 3rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--serif); overflow-wrap: break-word; }
header, .matrix, h2, .step, .versions, .totals, .controls { font-family: var(--sans); }
h1 { font-size: 1.5rem; line-height: 1.28; margin: 0 0 1rem; font-weight: 650; text-wrap: balance; max-width: 46rem; text-align: match-parent; }
h2 { font-size: 1.1rem; margin-block: 2rem .5rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.kicker, .quiet { color: var(--quiet); font-size: .875rem; } .kicker { margin: 0 0 .5rem; }
.versions { margin: 0 0 1rem; padding-inline-start: 1.4rem; font-size: .9375rem; } .versions bdi + bdi { margin-inline-start: .75em; color: var(--quiet); }
.totals { font-size: .9375rem; font-weight: 600; }
.scroll { overflow-x: auto; }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
.matrix th, .matrix td { text-align: start; vertical-align: baseline; padding-block: .4rem; padding-inline: 0 .9rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
.matrix thead th { position: sticky; top: 0; background: var(--paper); color: var(--quiet); font-weight: 500; border-bottom-color: var(--ink); }
.matrix .words { white-space: normal; min-width: 16rem; width: 100%; font-family: var(--serif); }
.matrix .words > span { display: block; } .matrix tbody th { font-weight: 600; }
.new { color: var(--added); } .changed { font-weight: 650; } .absent { color: var(--quiet); }
.weaker, .dropped { color: var(--cut); } .stronger, .added { color: var(--added); }
details { margin: 0; } summary { cursor: pointer; } details[open] > summary { margin-bottom: .6rem; }
.step { font-size: .8125rem; color: var(--quiet); margin: .8rem 0 .2rem; } .life p { margin: 0 0 .3rem; }
ins, del { unicode-bidi: isolate; border-radius: 2px; } del + ins { margin-inline-start: .2em; }
ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-decoration-thickness: .07em; text-underline-offset: .2em; }
del { color: var(--cut); background: var(--cut-paper); text-decoration: line-through; text-decoration-thickness: .07em; }
tr:target > * { background: var(--panel); }
.controls { font-size: .875rem; margin: 1rem 0; } .controls label { display: inline-flex; gap: .4rem; align-items: baseline; }
body:has(#only:checked) tr.unchanged { display: none; }
@media (max-width: 40rem) { h1 { font-size: 1.2rem; } body { padding: 1.25rem .9rem 3rem; } 
  .matrix, .matrix thead, .matrix tbody { display: block; } .matrix tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); } .matrix thead tr { position: sticky; top: 0; background: var(--paper); }
  .matrix th, .matrix td { flex: 1 1 4.5rem; min-width: 0; white-space: normal; border: 0; padding-bottom: .1rem; } .matrix .words { flex: 1 0 100%; padding-block: 0 .5rem; } .matrix thead th:last-child { display: none; } }
${printed} ${printPaper('A4 landscape')}
@media print { body { font-size: 8.5pt; max-width: none; padding: 0; } .matrix { font-size: 8pt; } .matrix th, .matrix td { padding-block: 1mm; } .matrix thead th { position: static; }
  .life::details-content { content-visibility: visible; block-size: auto; } body:not(:has(#whole:checked)) tr.unchanged { display: none; } }
`
