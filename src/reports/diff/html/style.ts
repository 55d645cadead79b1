/** The style sheet of the HTML report: colours, type and order. */
import type { Say } from '../../../model/words.js'
import { print } from './style-print.js'

/** Colours by name, on light paper and on dark. */
export const colors = {
  light: {
    paper: '#ffffff',
    ink: '#1b1e23',
    quiet: '#565d67',
    line: '#d9dde3',
    panel: '#f5f6f8',
    cut: '#8a1420',
    'cut-paper': '#fdeeee',
    added: '#0b5a2b',
    'added-paper': '#e8f5ec',
    accent: '#0b4f8a',
    mark: '#c28a00',
  },
  dark: {
    paper: '#14171b',
    ink: '#e7e9ec',
    quiet: '#a3abb6',
    line: '#343a42',
    panel: '#1c2026',
    cut: '#ffa8a3',
    'cut-paper': '#381a1c',
    added: '#8be0a9',
    'added-paper': '#14301f',
    accent: '#8cc4ff',
    mark: '#d9a520',
  },
} as const

/** The colours of a paper as custom properties. */
export function tokens(paper: keyof typeof colors): string {
  return Object.entries(colors[paper])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')
}

/** The frame: the colours and letters of the whole page. */
const frame = `
:root { color-scheme: light dark; ${tokens('light')}
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Noto Serif", "Times New Roman", "Liberation Serif", "DejaVu Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.skip:focus { position: static; width: auto; height: auto; clip-path: none; }
@media (max-width: 40rem) { body { font-size: 1rem; } }
`

/** What is in the page; `body` is where it lies, which in the web page is a part of it. */
export const content = `
.page { max-width: 42rem; margin: 0 auto; padding: 2.75rem 1.25rem 6rem; overflow-wrap: break-word; }
body:has(#view-side:checked) .page { max-width: 76rem; }
header, h2, h3, h4, h5, table, .controls, summary, .legend, .notes, .which, .empty, .departed, .kept b, .skip, .walk, .copied { font-family: var(--sans); }
h2 { font-size: 1.15rem; margin: 2.75rem 0 .6rem; padding-bottom: .4rem; border-bottom: 1px solid var(--ink); }
.name { font-size: 1.55rem; line-height: 1.28; margin: 0 0 1.1rem; padding: 0; border: 0; font-weight: 650; text-wrap: balance; text-align: match-parent; }
h3 { font-size: 1rem; font-weight: 650; margin: 2.25rem 0 1.1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h4, h5 { font-size: .9375rem; line-height: 1.5; margin: 0; font-weight: 650; font-variant-numeric: tabular-nums; }
#text > article > h3 { margin: 0; padding: 0; border: 0; font-size: .9375rem; line-height: 1.5; }
#text:focus { outline: none; }
.skip, ins::before, ins::after, del::before, del::after {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.kicker { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; }
.texts { margin: 0 0 1rem; font-size: .9375rem; line-height: 1.5; }
.texts { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: .75rem; } .texts div { display: contents; }
dt { color: var(--quiet); } dd { margin: 0; min-width: 0; } dd b { font-weight: 650; margin-inline-end: .75rem; }
.file { color: var(--quiet); display: inline-block; max-width: 100%; }
.totals { margin: 0; font-size: .9375rem; line-height: 1.5; font-variant-numeric: tabular-nums; } .totals + .totals { margin-top: .4rem; }
time { display: inline-block; margin-inline-end: .75rem; } .made { margin: .4rem 0 0; font-size: .8125rem; color: var(--quiet); }

ins, del { unicode-bidi: isolate; border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-decoration-thickness: .07em;
  text-underline-offset: .2em; }
del { color: var(--cut); background: var(--cut-paper); text-decoration: line-through; text-decoration-thickness: .07em; }
sup { line-height: 0; font-size: .7em; } sup a { text-decoration: none; } .footnotes p { margin: .3rem 0; font-size: .9375rem; }
/* Scripts without italics: the openings that a document has in them are bold. */
:is(em, i):is(:lang(ar), :lang(zh)) { font-style: normal; font-weight: 700; }
ins.apart { margin-inline-start: .2em; }
ins::after, del::after { content: "] "; }

.table { overflow-x: auto; } .table p { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45; }
th, td { text-align: start; vertical-align: baseline; padding-block: .5rem; padding-inline: 0 1.25rem; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-size: .8125rem; color: var(--quiet); font-weight: 500; padding-bottom: .3rem; }
tbody th { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1%; padding-inline-end: 1.75rem; }
.verbs td:nth-child(2) { width: 30%; } .verbs td:nth-child(3), .verbs td:nth-child(4) { width: 27%; }
.front td { width: 42%; } .front td.date { font-variant-numeric: tabular-nums; }
.shift { white-space: nowrap; font-weight: 600; } .enumerator .shift { font-weight: 400; }
.sign { display: inline-block; width: 1.35em; }
.weaker .shift, .dropped .shift { color: var(--cut); } .stronger .shift, .added .shift { color: var(--added); }
.note { display: block; color: var(--quiet); font-size: .8125rem; } .shift + .note { margin-inline-start: 1.65em; }
.none, .empty { color: var(--quiet); }

.controls { display: grid; gap: .6rem; margin: 1rem 0 1rem; padding: .8rem 1rem; background: var(--panel); border-radius: 6px; font-size: .875rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem;
  position: relative; padding-inline-start: 3.5rem; }
fieldset[hidden] { display: none; }
legend { position: absolute; inset-inline-start: 0; padding: 0; color: var(--quiet); }
label { display: inline-flex; align-items: baseline; gap: .4rem; } input { margin: 0; accent-color: var(--accent); translate: 0 .1em; }
.count { color: var(--quiet); font-variant-numeric: tabular-nums; }
kbd { font: inherit; font-weight: 650; padding: 0 .3em; border: 1px solid var(--line); border-radius: 3px; background: var(--paper); }
.legend { margin: 0 0 1.75rem; color: var(--quiet); font-size: .875rem; }

.change { margin: 0 0 1.9rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.change.inserted { border-color: var(--added); } .change.deleted { border-color: var(--cut); }
.change.modified, .change.split, .change.merged { border-color: var(--mark); }
.change:target, .departed:target, .kept:target { background: var(--panel); box-shadow: 0 0 0 .5rem var(--panel); }
.what { font-weight: 400; color: var(--quiet); }
.notes { margin: .05rem 0 0; padding: 0; list-style: none; font-size: .875rem; line-height: 1.5; color: var(--quiet); }
.notes bdi { color: var(--ink); }
.change p { margin: .4rem 0 0; }
.parts { margin-block-start: 1.1rem; margin-inline-start: 1rem; } .parts .change, .parts details, .parts .departed { margin-bottom: 1.1rem; }
.departed { margin: 0 0 1.9rem; padding-inline-start: 1rem; border-inline-start: 3px dotted var(--line); color: var(--quiet); font-size: .875rem; }
.side { display: none; }
body:has(#view-side:checked) .side { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; }
body:has(#view-side:checked) .inline { display: none; }
body:has(#view-side:checked) .same, body:has(#view-side:checked) details p { max-width: 42rem; }
.side .which { margin: .35rem 0 -.2rem; font-size: .8125rem; color: var(--quiet); } .side .empty { font-size: .875rem; }
details { margin: 0 0 1.9rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); }
summary { cursor: pointer; font-size: .875rem; font-variant-numeric: tabular-nums; }
.kept { margin: .8rem 0 0; } .kept p { margin: 0; } .kept b { font-size: .8125rem; font-weight: 600; font-variant-numeric: tabular-nums; }

body:has(#show-modified:not(:checked)) .is-modified, body:has(#show-inserted:not(:checked)) .is-inserted,
body:has(#show-deleted:not(:checked)) .is-deleted, body:has(#show-regrouped:not(:checked)) .is-regrouped,
body:has(#show-moved:not(:checked)) :is(.is-moved, .departed), body:has(#show-unchanged:not(:checked)) .is-unchanged,
body:has(#show-routine:not(:checked)) .is-routine, body:has(#show-modified:not(:checked)) details.is-routine,
body:has(#show-verbs:checked) #text :is(.change:not(.has-verb, .parts *), details:not(:has(.has-verb)), .departed),
body:has(#show-weaker:checked) #text :is(.change:not(.has-weaker, .parts *), details:not(:has(.has-weaker)), .departed),
body:has(#show-verbs:checked) .walk li:not(.has-verb), body:has(#show-weaker:checked) .walk li:not(.has-weaker) { display: none; }

.link { padding-inline: .3em; color: var(--quiet); font-weight: 400; text-decoration: none; } .link:hover { text-decoration: underline; }
.reading { display: contents; } .walk { display: contents; font-size: .875rem; line-height: 1.45; }
.steps { position: sticky; top: 0; z-index: 1; margin: 0 0 .6rem; padding: .4rem 0; display: flex; gap: .4rem; align-items: center; background: var(--paper); font-size: .875rem; font-variant-numeric: tabular-nums; }
.steps[hidden] { display: none; }
.steps button { font: inherit; color: inherit; min-width: 2.25rem; min-height: 2.25rem; background: var(--paper); border: 1px solid var(--quiet); border-radius: .35rem; cursor: pointer; }
.at { margin-inline-start: .4rem; color: var(--quiet); }
.walk details { margin: 0 0 1.5rem; padding: 0; border: 0; color: var(--ink); }
.walk ol { position: relative; margin: .4rem 0 0; padding: 0; list-style: none; max-height: 16rem; overflow-y: auto; } .walk li { padding: .25rem .5rem; border-inline-start: 3px solid var(--line); }
.walk li.inserted { border-color: var(--added); } .walk li.deleted { border-color: var(--cut); } .walk li:is(.modified, .split, .merged) { border-color: var(--mark); }
.walk li:has([aria-current]) { background: var(--panel); } .walk [aria-current] { font-weight: 650; }
.marks { position: fixed; top: 0; bottom: 0; inset-inline-end: 0; width: .5rem; } .marks i { position: absolute; inset-inline: 0; min-height: 3px; background: var(--quiet); cursor: pointer; }
.marks .inserted { background: var(--added); } .marks .deleted { background: var(--cut); } .marks :is(.modified, .split, .merged) { background: var(--mark); }
.copied { position: fixed; bottom: .75rem; inset-inline-start: .75rem; margin: 0; padding: .4rem .8rem; background: var(--panel); border-radius: 6px; font-size: .875rem; } .copied:empty { display: none; }
@media (min-width: 72rem) {
  .page:has(.walk) { max-width: 62rem; } .page:has(.walk) > header, .legend { max-width: 46rem; }
  .reading:has(.walk) { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 2.25rem; }
  .walk { display: block; position: sticky; top: 0; align-self: start; } .walk ol { max-height: calc(100vh - 6.5rem); } }
@media (max-width: 40rem) {
  .page { padding-top: 1.5rem; }
  body:has(#view-side:checked) .side { grid-template-columns: 1fr; gap: .5rem; }
  table { font-size: .875rem; } th, td { padding-inline-end: .6rem; } tbody th { white-space: normal; padding-inline-end: .6rem; }
  .shift { white-space: normal; } .sign { width: 1.1em; } .shift + .note { margin-inline-start: 0; }
  fieldset { padding: 0; } legend { position: static; width: 100%; } .parts { margin-inline-start: .25rem; } }
`

/** What a screen reader says of cut and added words. */
export function spoken(say: Say, within = ''): string {
  const said = { del: say('spoken_cut'), ins: say('spoken_added') }
  const rules = Object.entries(said).map(
    ([tag, word]) => `${within}${tag}::before { content: " [${word}: "; }`,
  )
  return `${rules.join(' ')}\n`
}

/** The style sheet of a report in a language. */
export function styleOf(say: Say): string {
  return `${frame}${content}${print}${spoken(say)}`
}
