/** The style sheet of precedents: the draft at the left, its source at the right, the redline between. */
import { historyStyle } from '../history/style.js'

export const precedentStyle = `${historyStyle}
body { max-width: 96rem; }
.paragraph { display: grid; grid-template-columns: 1fr 1.2fr 1fr; gap: 0 1.5rem; border-top: 1px solid var(--line); padding: .8rem 0; }
.paragraph h2 { grid-column: 1 / -1; font-size: .9375rem; margin: 0 0 .4rem; } .paragraph p { margin: 0 0 .4rem; }
.paragraph h3, .source { font: .8125rem/1.4 var(--sans); color: var(--quiet); margin: 0 0 .3rem; font-weight: 500; }
.identical h2 { color: var(--quiet); font-weight: 500; } .paragraph.new h2 { color: var(--added); }
.paragraph.new { color: inherit; }
body:has(#only:checked) .identical, body:has(#only:checked) .routine { display: none; }
.shares { font-family: var(--sans); font-size: .9375rem; padding-inline-start: 1.2rem; }
@media (max-width: 60rem) { .paragraph { grid-template-columns: 1fr; } }
`
