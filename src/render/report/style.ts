/** The style sheet of the HTML report. Its hash stands in the page's policy: see policy.ts. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --quiet: #5a616b; --line: #d9dde3; --panel: #f5f6f8;
  --cut: #8a1420; --cut-paper: #fdecec; --added: #0b5a2b; --added-paper: #e5f4ea; --accent: #0b4f8a; --mark: #f2b705; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #e7e9ec; --quiet: #a3abb6; --line: #343a42; --panel: #1c2026;
    --cut: #ffa8a3; --cut-paper: #3a1719; --added: #8be0a9; --added-paper: #12301d; --accent: #8cc4ff; --mark: #f2b705; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 "Iowan Old Style", Charter, Georgia, "Times New Roman", "Noto Serif", serif; }
.page { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; overflow-wrap: break-word; }
body:has(#view-side:checked) .page { max-width: 76rem; }
h1, h2, h3, h4, .kicker, .totals, .symbols, .what, .notes, table, fieldset, summary, .keys, .skip {
  font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2.75rem 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h3, h4 { font-size: .95rem; line-height: 1.5; margin: 0; font-weight: 600; }
.kicker { margin: 0 0 .5rem; color: var(--quiet); font-size: .85rem; letter-spacing: .04em; text-transform: uppercase; }
.symbols { margin: 0 0 .25rem; font-weight: 550; }
.totals { margin: 0; color: var(--quiet); font-size: .95rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip, .hidden, ins::before, ins::after, del::before, del::after {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: static; width: auto; height: auto; clip-path: none; }
ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-decoration-thickness: .09em;
  text-underline-offset: .18em; border-radius: 2px; }
del { color: var(--cut); background: var(--cut-paper); text-decoration: line-through; border-radius: 2px; }
.inline del + ins { margin-inline-start: .2em; }
ins::before { content: " [added: "; } del::before { content: " [cut: "; } ins::after, del::after { content: "] "; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .8rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 600; white-space: nowrap; }
.shift { white-space: nowrap; }
.weaker, .dropped { color: var(--cut); } .stronger, .added { color: var(--added); } .contested { font-weight: 600; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 1.5rem; padding: .75rem 1rem; background: var(--panel);
  border-radius: 8px; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border: 0; margin: 0; padding: 0; font-size: .9rem; }
legend { float: inline-start; padding: 0; margin-inline-end: .9rem; color: var(--quiet); }
label { display: inline-flex; align-items: center; gap: .35rem; }
.keys { margin: -.75rem 0 1.5rem; color: var(--quiet); font-size: .85rem; }
kbd { font: inherit; font-weight: 600; padding: 0 .35em; border: 1px solid var(--line); border-radius: 4px; }
.change { margin: 0 0 1.75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.change.inserted { border-color: var(--added); } .change.deleted { border-color: var(--cut); }
.change.modified, .change.split, .change.merged { border-color: var(--mark); }
.change:target { background: var(--panel); }
.what { font-weight: 400; color: var(--quiet); }
.notes { margin: .1rem 0 .35rem; padding: 0; list-style: none; font-size: .875rem; color: var(--quiet); }
.change p { margin: .35rem 0 0; }
.parts { margin: 1rem 0 0 .75rem; } .parts .change { margin-bottom: .9rem; }
.side { display: none; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
body:has(#view-side:checked) .side { display: grid; } body:has(#view-side:checked) .inline { display: none; }
.side > div { min-width: 0; } .side .empty { color: var(--quiet); }
details { margin: 0 0 1.75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); }
summary { cursor: pointer; font-size: .9rem; } details p { margin: .6rem 0 0; }
details b { font: 600 .85rem system-ui, "Segoe UI", Roboto, Arial, sans-serif; margin-inline-end: .5rem; }
body:has(#show-modified:not(:checked)) .is-modified, body:has(#show-inserted:not(:checked)) .is-inserted,
body:has(#show-deleted:not(:checked)) .is-deleted, body:has(#show-regrouped:not(:checked)) .is-regrouped,
body:has(#show-moved:not(:checked)) .is-moved, body:has(#show-unchanged:not(:checked)) .is-unchanged { display: none; }
body:has(#show-verbs:checked) #text .change:not(.has-verb, .parts *), body:has(#show-verbs:checked) #text details { display: none; }
@media (max-width: 44rem) {
  body { font-size: 1rem; } .page { padding-top: 1.5rem; } .side { grid-template-columns: 1fr; gap: .75rem; }
  th, td { padding-inline-end: .6rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --panel: #fff; --cut: #000; --added: #000;
    --cut-paper: transparent; --added-paper: transparent; --accent: #000; }
  body { font-size: 10.5pt; } .page { max-width: none; padding: 0; } .controls, .keys, .skip { display: none; }
  ins { font-weight: 700; } a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; } p { orphans: 3; widows: 3; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; } }
`
