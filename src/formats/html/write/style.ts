/** How the page of a document looks: a page of print on paper, a column on a screen of any width. */
export const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, 'Times New Roman', serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; }
.masthead { border-block-end: 1px solid; margin-block-end: 1.5rem; }
.masthead p { margin: 0; unicode-bidi: plaintext; }
[dir='rtl'] .masthead p { text-align: right; }
h1 { font-size: 1.3rem; line-height: 1.3; }
h2, h3, h4, h5, h6 { font-size: 1.05rem; }
p { margin: 0 0 .8rem; }
:is(em, i):is(:lang(ar), :lang(zh)) { font-style: normal; font-weight: 700; }
.sub-1 { margin-inline-start: 2rem; }
.sub-2 { margin-inline-start: 4rem; }
.sub-3 { margin-inline-start: 6rem; }
.sub-4, .sub-5, .sub-6 { margin-inline-start: 8rem; }
.quoted { margin-inline-start: 2rem; }
.meeting, .vote { text-align: end; }
table { border-collapse: collapse; margin-block-end: 1rem; }
th, td { border: 1px solid; padding: .2rem .5rem; text-align: start; vertical-align: top; }
.notes { font-size: .9rem; }
sup { line-height: 0; }
@media (max-width: 30rem) { [class^='sub-'] { margin-inline-start: 1.5rem; } }
`
