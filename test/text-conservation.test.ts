/**
 * Nothing of a page, a Markdown file, an Akoma Ntoso file or a text is lost: each word of each part is in
 * the tree, or named in a message. What only the markup says (comments, tooltips, a page's own title) is no word.
 */
import test from 'ava'
import fc from 'fast-check'
import { parse } from '../src/pipeline.js'
import { runs } from './support/properties.js'

/** Makes a new word each time. */
type Next = () => string
/** Ways in which words may be in a document. */
type Places = Record<string, (next: Next) => string>

interface Kind {
  name: string
  places: Places
  whole(parts: readonly string[], next: Next): string
}

const html: Kind = {
  name: 'draft.html',
  places: {
    paragraph: (next) => `<p>Noting the ${next()} of lamps,</p>`,
    inline: (next) =>
      `<p>Noting <b>${next()}</b> <i>${next()}</i> <u>${next()}</u> <span>${next()}</span> <a href="#x">${next()}</a> <code>${next()}</code> <kbd>${next()}</kbd> <q>${next()}</q> <cite>${next()}</cite> <abbr title="lamp">${next()}</abbr> <sub>${next()}</sub> <sup>${next()}</sup> <mark>${next()}</mark> <small>${next()}</small> <font>${next()}</font> <time>${next()}</time> <data value="1">${next()}</data> <var>${next()}</var> <samp>${next()}</samp> <dfn>${next()}</dfn> <bdo dir="ltr">${next()}</bdo> <bdi>${next()}</bdi> <odd>${next()}</odd>,</p>`,
    changes: (next) => `<p>Noting <del>${next()}</del> <ins>${next()}</ins> <s>${next()}</s>,</p>`,
    'changed blocks': (next) => `<del><p>${next()}</p></del><ins><p>${next()}</p></ins>`,
    lists: (next) =>
      `<ol><li>${next()}<ol type="a"><li>${next()}<ul><li><p>${next()}</p><p>${next()}</p></li></ul>${next()}</li></ol></li><li value="7">${next()}</li></ol><ol>${next()}<li>${next()}</li></ol><menu><li>${next()}</li></menu><li>${next()}</li>`,
    definitions: (next) =>
      `<dl><dt>${next()}</dt><dd>${next()}</dd><div><dt>${next()}</dt><dd><p>${next()}</p></dd></div></dl>`,
    details: (next) => `<details><summary>${next()}</summary>${next()}<p>${next()}</p></details>`,
    figure: (next) => `<figure><img src="x.png" alt="${next()}"><figcaption>${next()}</figcaption></figure>`,
    picture: (next) =>
      `<p><img alt="${next()}"><picture><source><img alt="${next()}"></picture></p><map><area alt="${next()}"></map>`,
    table: (next) =>
      `<table><caption>${next()}</caption><thead><tr><th>${next()}</th><th>${next()}</th></tr></thead><tbody><tr><td><p>${next()}</p><p>${next()}</p></td><td>${next()}<table><tr><td>${next()}</td><td>${next()}</td></tr></table></td></tr></tbody><tfoot><tr><td colspan="2">${next()}</td></tr></tfoot></table>`,
    'table of a page': (next) =>
      `<table><tr><td><p>${next()}</p><table><tr><td>${next()}</td></tr></table></td></tr></table>`,
    'words astray in a table': (next) => `<table>${next()}<tr>${next()}<td>${next()}</td></tr></table>`,
    form: (next) =>
      `<form><fieldset><legend>${next()}</legend><label>${next()}</label><textarea>${next()}</textarea><input value="${next()}"><select><optgroup label="${next()}"><option>${next()}</option></optgroup></select><button>${next()}</button><output>${next()}</output><meter>${next()}</meter><progress>${next()}</progress></fieldset></form>`,
    template: (next) => `<template><p>${next()}</p></template>`,
    fallbacks: (next) =>
      `<noscript>${next()}</noscript><iframe>${next()}</iframe><object>${next()}</object><video>${next()}</video><audio>${next()}</audio><canvas>${next()}</canvas><noframes>${next()}</noframes><noembed>${next()}</noembed>`,
    'old elements': (next) =>
      `<center>${next()}</center><tt>${next()}</tt><strike>${next()}</strike><marquee>${next()}</marquee><xmp>${next()}</xmp><listing>${next()}</listing><dir><li>${next()}</li></dir>`,
    pre: (next) => `<pre>${next()}\n\n${next()}</pre>`,
    ruby: (next) => `<p><ruby>${next()}<rp>(</rp><rt>${next()}</rt><rp>)</rp></ruby></p>`,
    hidden: (next) =>
      `<p hidden>${next()}</p><p style="display:none">${next()}</p><p aria-hidden="true">${next()}</p><span style="visibility:hidden">${next()}</span>`,
    parts: (next) =>
      `<header>${next()}</header><nav>${next()}</nav><main>${next()}<section><h2>${next()}</h2>${next()}</section></main><aside>${next()}</aside><footer>${next()}</footer><address>${next()}</address><article>${next()}</article><search>${next()}</search><hgroup><h1>${next()}</h1></hgroup><dialog>${next()}</dialog>`,
    note: (next) =>
      `<p>Noting<sup><a id="r1" href="#n1">1</a></sup> ${next()},</p><div id="n1"><p><a href="#r1">1</a> ${next()}</p><p>${next()}</p></div>`,
    math: (next) => `<p><math><mi>${next()}</mi><mo>=</mo><mn>${next()}</mn></math></p>`,
    svg: (next) => `<svg><title>${next()}</title><text>${next()}</text><desc>${next()}</desc></svg>`,
    'text between blocks': (next) => `${next()}<p>${next()}</p>${next()}<br>${next()}<hr>${next()}`,
    quotation: (next) => `<blockquote><p>${next()}</p>${next()}</blockquote>`,
    slots: (next) => `<odd-part><p slot="x">${next()}</p>${next()}</odd-part>`,
  },
  whole: (parts, next) =>
    `<!doctype html><html lang="en"><body><p>The Conference of the Parties,</p>${parts.join('\n')}<p>1. Urges Parties to ${next()} lamps.</p></body></html>`,
}

const markdown: Kind = {
  name: 'draft.md',
  places: {
    paragraph: (next) => `Noting the ${next()}\nof ${next()} lamps,`,
    inline: (next) =>
      `Noting *${next()}* **${next()}** ~~${next()}~~ \`${next()}\` [${next()}](https://lamps.example "lamp") [${next()}][known] ![${next()}](a.png "lamp") ![${next()}][known] <${next()}@lamps.example> <ins>${next()}</ins> <del>${next()}</del> [${next()}]{.mark},\n\n[known]: https://lamps.example "lamp"`,
    headings: (next) => `# ${next()}\n\n${next()}\n===\n\n### ${next()} ###`,
    lists: (next) =>
      `1. ${next()}\n\n   ${next()}\n\n   - ${next()}\n     - ${next()}\n\n       ${next()}\n2. ${next()}\n\n- [ ] ${next()}\n- [x] ${next()}`,
    table: (next) =>
      `| ${next()} | ${next()} |\n|---|---|\n| ${next()} | *${next()}* |\n| ${next()} | ![${next()}](a.png) | ${next()} |`,
    notes: (next) =>
      `Noting[^a] lamps,[^b]\n\n[^a]: ${next()}\n\n    ${next()}\n\n    - ${next()}\n\n[^b]: ${next()}\n\n[^c]: ${next()}`,
    'note in a line': (next) => `Noting^[${next()}] lamps,`,
    code: (next) => `    ${next()}\n\n\`\`\`${next()}\n${next()}\n\`\`\``,
    quotation: (next) => `> ${next()}\n>\n> - ${next()}`,
    'HTML block': (next) =>
      `<div class="x">\n\n${next()}\n\n</div>\n\n<p>${next()}</p>\n<table><tr><td>${next()}</td></tr></table>`,
    'HTML details': (next) => `<details><summary>${next()}</summary>\n\n${next()}\n\n</details>`,
    definition: (next) => `${next()}\n: ${next()}`,
    'hard break': (next) => `${next()}  \n${next()}\\\n${next()}`,
    math: (next) => `$${next()}$\n\n$$\n${next()}\n$$`,
    directive: (next) => `::: ${next()}\n${next()}\n:::`,
    'page of OCR': (next) =>
      `<page_number>${next()}</page_number>\n\n<header>${next()}</header>\n\n![${next()}](img-0.jpeg)`,
    'link that names no one': (next) => `[${next()}][none] [${next()}]`,
    'unused definition': (next) => `[${next()}]: https://lamps.example "lamp"`,
  },
  whole: (parts, next) =>
    `---\ntitle: ${next()}\n---\n\nThe Conference of the Parties,\n\n${parts.join('\n\n')}\n\n1. Urges Parties to ${next()} lamps.`,
}

const akn: Kind = {
  name: 'draft.akn',
  places: {
    container: (next) => `<container name="op"><p>${next()}</p></container>`,
    paragraphs: (next) =>
      `<paragraph eId="p1"><num>1.</num><heading>${next()}</heading><subheading>${next()}</subheading><content><p>Urges ${next()}</p></content></paragraph><paragraph><num>2.</num><intro><p>${next()}</p></intro><subparagraph><num>(a)</num><content><p>${next()}</p></content></subparagraph><wrapUp><p>${next()}</p></wrapUp></paragraph>`,
    hierarchy: (next) =>
      `<section><num>${next()}</num><heading>${next()}</heading><crossHeading>${next()}</crossHeading><paragraph><content><p>${next()}</p></content></paragraph></section><article><num>A</num><alinea><content><p>${next()}</p></content></alinea></article><hcontainer name="x"><content><p>${next()}</p></content></hcontainer><level><list><intro><p>${next()}</p></intro><point><content><p>${next()}</p></content></point></list></level>`,
    inline: (next) =>
      `<paragraph><content><p><i>${next()}</i><b>${next()}</b><u>${next()}</u><sup>${next()}</sup><sub>${next()}</sub><ref href="#x">${next()}</ref><term refersTo="#t">${next()}</term><date date="2031-01-01">${next()}</date><span>${next()}</span><inline name="x">${next()}</inline><entity refersTo="#e">${next()}</entity><organization refersTo="#o">${next()}</organization><def>${next()}</def><quotedText>${next()}</quotedText><ins>${next()}</ins><del>${next()}</del><omissis>${next()}</omissis><placeholder originalText="x">${next()}</placeholder><rref from="#a" upTo="#b">${next()}</rref><mref>${next()}</mref><img src="x" alt="${next()}"/><abbr title="lamp">${next()}</abbr><fillIn>${next()}</fillIn><remark>${next()}</remark></p></content></paragraph>`,
    notes: (next) =>
      `<paragraph><content><p>Urges<authorialNote marker="1" placement="bottom"><p>${next()}</p><p>${next()}</p></authorialNote> lamps<noteRef href="#n2" marker="2"/></p></content></paragraph>`,
    table: (next) =>
      `<paragraph><content><table><caption>${next()}</caption><tr><th><p>${next()}</p></th></tr><tr><td><p>${next()}</p><p>${next()}</p></td><td><table><tr><td><p>${next()}</p></td></tr></table></td></tr></table></content></paragraph>`,
    lists: (next) =>
      `<paragraph><content><blockList><listIntroduction>${next()}</listIntroduction><item><num>(a)</num><heading>${next()}</heading><p>${next()}</p><blockList><item><p>${next()}</p></item></blockList></item><listWrapUp>${next()}</listWrapUp></blockList><ul><li>${next()}</li><li><p>${next()}</p></li></ul></content></paragraph>`,
    blocks: (next) =>
      `<paragraph><content><block name="x">${next()}</block><blockContainer><p>${next()}</p></blockContainer><foreign><x xmlns="urn:x">${next()}</x></foreign><tblock><heading>${next()}</heading><p>${next()}</p></tblock><toc><tocItem href="#x" level="1">${next()}</tocItem></toc></content></paragraph>`,
    quoted: (next) =>
      `<paragraph><content><p>Adopts <quotedStructure><paragraph><num>1.</num><content><p>${next()}</p></content></paragraph></quotedStructure></p><embeddedStructure><p>${next()}</p></embeddedStructure></content></paragraph>`,
    'bare words': (next) => `<paragraph>${next()}<content>${next()}<p>${next()}</p></content></paragraph>`,
    odd: (next) => `<odd>${next()}</odd><paragraph><odd><p>${next()}</p></odd></paragraph>`,
    comments: (next) =>
      `<paragraph><content><p>${next()}<!-- lamps --><![CDATA[${next()}]]></p></content></paragraph>`,
  },
  whole: (parts, next) =>
    `<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><coverPage><p>${next()}</p></coverPage><preface><p><docType>${next()}</docType><docNumber>${next()}</docNumber><docTitle>${next()}</docTitle><docProponent>${next()}</docProponent><docDate date="2031-01-01">${next()}</docDate><docStage>${next()}</docStage><session value="1">${next()}</session><shortTitle>${next()}</shortTitle></p><longTitle><p>${next()}</p></longTitle><container name="x"><p>${next()}</p></container></preface><preamble><formula name="enacting"><p>The Conference of the Parties,</p></formula><recitals><intro><p>${next()}</p></intro><recital><num>${next()}</num><heading>${next()}</heading><p>Noting ${next()},</p></recital></recitals><citations><citation><p>${next()}</p></citation></citations><p>${next()}</p></preamble><mainBody>${parts.join('')}<paragraph><num>9.</num><content><p>Urges ${next()}.</p></content></paragraph></mainBody><conclusions><p>${next()}</p><signature>${next()}</signature></conclusions><attachments><attachment><heading>${next()}</heading><doc name="annex"><preface><p>${next()}</p></preface><mainBody><p>${next()}</p></mainBody></doc></attachment></attachments></statement></akomaNtoso>`,
}

const text: Kind = {
  name: 'draft.txt',
  places: {
    paragraph: (next) => `Noting the ${next()}\nof ${next()} lamps,`,
    lists: (next) => `2. Requests ${next()}:\n\n(a) ${next()};\n\n    (i) ${next()};\n\n• ${next()}`,
    table: (next) => `${next()} | ${next()}\n${next()} | ${next()}\n\n${next()}\t${next()}`,
    heading: (next) => `${next().toUpperCase()}\n\nII. ${next()}`,
    page: (next) => `${next()}\f12/34 31-99999\n${next()}`,
    notes: (next) => `Noting lamps,1\n\n_______________\n1 ${next()}.\n2 ${next()}.`,
    marks: (next) => `*${next()}* _${next()}_ <b>${next()}</b> &${next()}; [${next()}] {${next()}}`,
    closing: (next) => `9th plenary meeting\n1 May 2031\n\n[Adopted by ${next()}.]\n\nAnnex\n\n1. ${next()}.`,
    'lines of white': (next) => `\n\n   ${next()}\u00a0${next()}\u200b${next()}\r\n\r${next()}`,
  },
  whole: (parts, next) =>
    `LIGHTS/9/L.4\n${next()}\n\nThe Conference of the Parties,\n\n${parts.join('\n\n')}\n\n3. Urges Parties to ${next()} lamps.`,
}

/** Words that no other word holds. */
const unique = (at: number) =>
  `wick${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}o`

function documentOf({ places, whole }: Kind, names: readonly string[], words: (at: number) => string) {
  let count = 0
  const next = () => words(count++)
  return whole(
    names.map((name) => (places[name] as Places[string])(next)),
    next,
  )
}

async function told({ name }: Kind, document: string): Promise<string> {
  const { tree, messages } = await parse(new TextEncoder().encode(document), { name, language: 'en' })
  return `${JSON.stringify(tree)}${messages.join('\n')}`.toLowerCase()
}

for (const kind of [html, markdown, akn, text]) {
  for (const name of ['', ...Object.keys(kind.places)])
    test(`${kind.name}: every word is told: ${name || 'the rest'}`, async (t) => {
      let count = 0
      const document = documentOf(kind, name === '' ? [] : [name], (at) => {
        count = Math.max(count, at + 1)
        return unique(at)
      })
      const all = await told(kind, document)
      const lost = Array.from({ length: count }, (_, at) => unique(at)).filter((one) => !all.includes(one))
      t.deepEqual(lost, [])
    })

  test(`${kind.name}: a word changed anywhere changes the tree or a message`, async (t) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(kind.places)), { minLength: 1, maxLength: 6 }),
        fc.nat(1000),
        async (names, pick) => {
          let count = 0
          const before = await told(
            kind,
            documentOf(kind, names, (at) => {
              count = Math.max(count, at + 1)
              return unique(at)
            }),
          )
          const changed = pick % count
          const after = await told(
            kind,
            documentOf(kind, names, (at) => (at === changed ? 'mantleq' : unique(at))),
          )
          t.false(before.includes('mantleq'))
          return after.includes('mantleq') && !after.includes(unique(changed))
        },
      ),
      { numRuns: runs(60) },
    )
  })
}
