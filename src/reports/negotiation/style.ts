/** The style sheet of a negotiating text: the text in one column, its labels beside it. */
import { tokens } from '../diff/html/style.js'
import { printed, printPaper } from '../print-style.js'

export const negotiationStyle = `
:root { color-scheme: light dark; ${tokens('light')}
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Noto Serif", "Times New Roman", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--serif); overflow-wrap: break-word; }
header, h2, table, .label, .points { font-family: var(--sans); }
h1 { font-size: 1.5rem; line-height: 1.28; margin: 0 0 1rem; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.1rem; margin-block: 2rem .5rem; } h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.kicker { color: var(--quiet); font-size: .875rem; margin: 0 0 .5rem; }
.totals { font-weight: 600; } .totals, .agreed { font-size: .9375rem; margin: 0 0 .4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: start; vertical-align: baseline; padding-block: .4rem; padding-inline: 0 .9rem; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; }
article { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.label { font-size: .8125rem; color: var(--quiet); } .open > .label { color: var(--ink); font-weight: 600; }
.state { display: block; font-weight: 400; color: var(--quiet); } .settled .state { color: var(--added); }
.words p { margin: 0; }
mark { color: inherit; background: var(--panel); border-radius: 2px; text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: .2em; }
mark.insert { background: var(--added-paper); } mark.delete { background: var(--cut-paper); }
.points { font-size: .8125rem; margin: .4rem 0 0; padding-inline-start: 0; list-style: none; } .points ol { margin: .1rem 0 .3rem; padding-inline-start: 1.4rem; }
.id { font-weight: 600; } .kind { color: var(--quiet); } .who { color: var(--accent); }
.points li:target { background: var(--panel); }
.closed, .narrowed { color: var(--added); } .opened, .widened { color: var(--cut); }
@media (max-width: 40rem) { body { padding: 1.25rem .9rem 3rem; } article { grid-template-columns: 1fr; } }
${printed} ${printPaper('A4')}
@media print { body { font-size: 9.5pt; max-width: none; padding: 0; } article { break-inside: avoid; } }
`
