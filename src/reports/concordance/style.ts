/** The style sheet of a concordance: languages beside each other, each running its own way. */
import { tokens } from '../diff/html/style.js'
import { printed, printPaper } from '../print-style.js'

export const concordStyle = `
:root { color-scheme: light dark; ${tokens('light')}
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Noto Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--serif); }
header, main > section, h2, .said, .label, .texts thead, .controls, .skip { font-family: var(--sans); }
header, main > section, main > h2, .controls { max-width: 76rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-top: 2.5rem; }
.kicker { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; }
h1 { font-size: 1.5rem; line-height: 1.28; margin: 0 0 1rem; font-weight: 650; text-wrap: balance; max-width: 46rem; text-align: match-parent; }
h2 { font-size: 1.15rem; margin-block: 2.25rem .6rem; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: static; width: auto; height: auto; clip-path: none; }
.versions { margin: 0 0 1rem; font-size: .9375rem; line-height: 1.5; }
.versions div { display: grid; grid-template-columns: 6.5rem 1fr; }
dt { color: var(--quiet); } dd bdi + bdi { margin-inline-start: .9em; color: var(--quiet); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.totals { margin: 0; font-size: .9375rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; }
.scroll { overflow-x: auto; }
.found { font-size: .9375rem; }
.found th, .found td { padding-block: .45rem; padding-inline: 0 1.1rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
.found thead th, .texts thead th { font-size: .8125rem; color: var(--quiet); font-weight: 500; }
.found tbody th { font-weight: 600; white-space: nowrap; }
.none { color: var(--quiet); }
.controls { margin-block: 1rem; font-size: .875rem; } label { display: inline-flex; align-items: baseline; gap: .4rem; }
.side { padding-inline: 1.25rem; }
.texts { --texts: 7; table-layout: fixed; min-width: calc(5.5rem + var(--texts) * 15rem); max-width: calc(5.5rem + var(--texts) * 36rem); margin-inline: auto; }
.of-2 { --texts: 2; } .of-3 { --texts: 3; } .of-4 { --texts: 4; } .of-5 { --texts: 5; } .of-6 { --texts: 6; }
.texts col.names { width: 5.5rem; } .texts thead th:first-child { padding-inline: 0; }
.texts thead th { position: sticky; top: 0; background: var(--paper); padding: .5rem .9rem; border-bottom: 1px solid var(--ink); }
.texts td { padding: .6rem .9rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.texts td p { margin: 0; } .texts td p + p { margin-top: .5rem; }
.texts .label { font-size: .8125rem; font-weight: 600; padding-block: .7rem .6rem; padding-inline: 0 .5rem; border-bottom: 1px solid var(--line); white-space: nowrap; font-variant-numeric: tabular-nums; }
.texts .own { display: block; color: var(--quiet); font: 600 .8125rem var(--sans); }
.part .label { padding-inline-start: .5rem; font-weight: 400; } .part td { padding-inline-start: 1.9rem; }
.heading td { font-weight: 650; }
.differs > .label { box-shadow: inset 3px 0 var(--cut); padding-inline-start: .6rem; color: var(--cut); }
.texts .differs > * { border-bottom-color: transparent; }
.said td { padding-top: 0; font-size: .875rem; color: var(--cut); } .said ul { margin: 0; padding: 0; list-style: none; }
.said .label { box-shadow: inset 3px 0 var(--cut); }
.empty { color: var(--cut); background: var(--cut-paper); font: .875rem var(--sans); }
mark { color: var(--cut); background: var(--cut-paper); text-decoration: underline; text-decoration-thickness: .07em; text-underline-offset: .2em; border-radius: 2px; }
tr:target > * { background: var(--panel); }
body:has(#only:checked) .texts tbody tr:not(.differs, .said) { display: none; }
@media (max-width: 40rem) {
  h1 { font-size: 1.2rem; }
  .texts, .texts tbody, .texts tr, .texts td, .texts .label { display: block; } .texts { min-width: 0; max-width: none; } .texts thead, .texts .said .label { display: none; }
  .texts tbody tr { border-bottom: 1px solid var(--line); padding-block: .6rem; } .texts .differs { padding-bottom: 0; border-bottom: 0; }
  .texts .label, .texts td { border: 0; padding: 0; } .texts td { margin-top: .5rem; } .texts td:empty { display: none; } .part td { padding-inline-start: 1rem; }
  .texts td[data-version]::before { content: attr(data-version); display: block; direction: ltr; unicode-bidi: plaintext; text-align: start; color: var(--quiet); font: 500 .75rem var(--sans); }
  .versions div { grid-template-columns: 1fr; } .differs > .label, .said .label { box-shadow: none; padding: 0; } }
${printed} ${printPaper('A4 landscape', '9mm 9mm 11mm')}
@media print {
  body { font-size: 7pt; line-height: 1.25; } header { padding-top: 0; } header, main > section, main > h2, .side { max-width: none; padding-inline: 0; }
  h1 { font-size: 13pt; margin-bottom: 2mm; } h2 { font-size: 10pt; margin-block: 4mm 1mm; } .found, .versions, .totals { font-size: 8pt; } .kicker { font-size: 7pt; }
  .versions { margin-bottom: 1mm; } .found th, .found td { padding-block: .6mm; } .found thead th, .texts thead th, .texts .label, .texts .own, .said td { font-size: 7pt; }
  .texts { min-width: 0; max-width: none; } .texts col.names { width: 11mm; } .texts thead th { position: static; } .texts thead th:first-child { visibility: hidden; }
  .texts thead th, .texts td { padding: .5mm 1mm; } .texts .label { padding: .5mm 0; } .texts .differs > .label { padding-inline-start: 1.2mm; } .texts p { orphans: 2; widows: 2; } .part td { padding-inline-start: 4mm; } .said td { padding-top: 0; } .found tr, .said { break-inside: avoid; } .texts .differs { break-after: avoid; }
  body:not(:has(#whole:checked)) .some tbody tr:not(.differs, .said) { display: none; } }
`
