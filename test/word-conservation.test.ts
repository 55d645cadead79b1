/** Nothing of a Word package is lost: each word of each part is in the tree, or named in a message. */
import test from 'ava'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { parse } from '../src/pipeline.js'
import { runs } from './support/properties.js'
import { levels, numbered, p, r, type WordParts, word } from './support/word.js'

const by = 'w:id="1" w:author="Skerry" w:date="2041-01-01T00:00:00Z"'
const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const unit = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const ruled = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`
const bare = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const shape = (content: string) =>
  `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`
const vml = (content: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`
const complex = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** Each way in which a word may be in the body; the argument makes a new word. */
const inBody: Record<string, (next: () => string) => string> = {
  paragraph: (next) => p(r(`Noting the ${next()} of lamps,`)),
  numbered: (next) => p(r(`Urges Parties to ${next()} the lamps;`), numbered(1)),
  bulleted: (next) => p(r(next()), numbered(2)),
  box: (next) => p(`<w:r><w:drawing>${shape(p(next()) + p(next()))}</w:drawing></w:r>${r(next())}`),
  'box of old': (next) => p(`<w:r>${vml(p(next()))}</w:r>`),
  'box in a box': (next) =>
    p(`<w:r><w:drawing>${shape(p(`<w:r>${vml(p(next()))}</w:r>${r(next())}`))}</w:drawing></w:r>`),
  'both forms of a box, which differ': (next) =>
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${shape(p(next()))}</w:drawing></mc:Choice><mc:Fallback>${vml(p(next()))}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  'a choice that is not understood': (next) =>
    p(
      `<w:r><mc:AlternateContent xmlns:far="urn:example:far"><mc:Choice Requires="far"><w:t>${next()}</w:t></mc:Choice><mc:Fallback><w:t>${next()}</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  equation: (next) =>
    p(
      `<m:oMath ${math}><m:f><m:num>${unit(next())}</m:num><m:den>${unit(next())}</m:den></m:f><m:sSup><m:e>${unit(next())}</m:e><m:sup>${unit(next())}</m:sup></m:sSup><m:d><m:e>${unit(next())}</m:e><m:e>${unit(next())}</m:e></m:d><m:rad><m:deg>${unit(next())}</m:deg><m:e>${unit(next())}</m:e></m:rad><m:nary><m:sub>${unit(next())}</m:sub><m:sup>${unit(next())}</m:sup><m:e>${unit(next())}</m:e></m:nary><m:m><m:mr><m:e>${unit(next())}</m:e></m:mr></m:m><m:box><m:e>${unit(next())}</m:e></m:box></m:oMath>`,
    ),
  'equation revised': (next) =>
    p(
      `<m:oMath ${math}><m:r><w:ins ${by}><w:rPr/><m:t>${next()}</m:t></w:ins></m:r><w:ins ${by}>${unit(next())}</w:ins></m:oMath>`,
    ),
  changes: (next) =>
    p(
      `${r('Noting ')}<w:ins ${by}>${r(next())}</w:ins><w:del ${by}><w:r><w:delText>${next()}</w:delText></w:r></w:del>${r(next(), '<w:strike/>')}`,
    ),
  'whole paragraphs and rows cut': (next) =>
    p(`<w:del ${by}><w:r><w:delText>${next()}</w:delText></w:r></w:del>`, `<w:rPr><w:del ${by}/></w:rPr>`) +
    ruled(row(cell(p(next()))), `<w:tr><w:trPr><w:del ${by}/></w:trPr>${cell(p(next()))}</w:tr>`) +
    `<w:del ${by}>${p(next())}</w:del>`,
  'insertion in a run': (next) => p(`<w:r><w:ins ${by}><w:t>${next()}</w:t></w:ins></w:r>`),
  'table of figures': (next) =>
    ruled(
      row(cell(p(next())), cell(p(next()), p(next()))),
      row(
        cell(p(next()), bare(row(cell(p(next()))))),
        cell(ruled(row(cell(p(next())), cell(p(next()))), row(cell(p(next())), cell(p(next())))), p('')),
      ),
    ),
  'table of a page': (next) => bare(row(cell(p(next())), cell(p(next())))),
  control: (next) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${p(next())}</w:sdtContent></w:sdt>`,
  'control in a line': (next) => p(`<w:sdt><w:sdtContent>${r(next())}</w:sdtContent></w:sdt>`),
  prompt: (next) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(next())}</w:sdtContent></w:sdt>${p(`<w:sdt><w:sdtPr><w:showingPlcHdr w:val="true"/></w:sdtPr><w:sdtContent>${r(next())}</w:sdtContent></w:sdt>`)}`,
  wrapped: (next) =>
    p(
      `<w:smartTag>${r(next())}</w:smartTag><w:hyperlink>${r(next())}</w:hyperlink><w:dir>${r(next())}</w:dir><w:customXml>${r(next())}</w:customXml><x:odd xmlns:x="urn:example:odd">${r(next())}</x:odd>`,
    ),
  'wrapped whole': (next) =>
    `<w:customXml>${p(next())}</w:customXml><x:odd xmlns:x="urn:example:odd">${p(next())}</x:odd>`,
  ruby: (next) =>
    p(`<w:r><w:ruby><w:rt>${r(next())}</w:rt><w:rubyBase>${r(next())}</w:rubyBase></w:ruby></w:r>`),
  hidden: (next) => p(r('seen') + r(next(), '<w:vanish/>')),
  fields: (next) =>
    p(`${complex(' REF a ', r(next()))}<w:fldSimple w:instr="DATE">${r(next())}</w:fldSimple>`),
  'text out of place': (next) => r(next()) + p(`<w:t>${next()}</w:t>`),
  drawn: (next) =>
    p(
      `<w:r><w:drawing><a:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>${next()}</a:t></a:r></a:p></a:sp></w:drawing></w:r>`,
    ),
  'run-in heading': (next) =>
    p(r(next()), `${numbered(1)}<w:rPr><w:vanish/><w:specVanish/></w:rPr>`) + p(r(next())),
}

const story = (next: () => string) =>
  p(next()) + bare(row(cell(p(next())))) + p(`<w:r>${vml(p(next()))}</w:r>`)
const xml = (root: string, content: string) =>
  strToU8(
    `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${root}>`,
  )

/** A document with the constructs named, and words in all its other parts. */
function documentOf(names: readonly string[], words: (at: number) => string): WordParts {
  let count = 0
  const next = () => words(count++)
  const pages = ['header1', 'footer1', 'header2', 'footer2', 'header3', 'footer3']
  const references = pages.map((id, at) => {
    const kind = id.startsWith('header') ? 'header' : 'footer'
    return `<w:${kind}Reference w:type="${['default', 'first', 'even'][at >> 1]}" r:id="${id}"/>`
  })
  const body = [
    p('The Conference of the Parties,'),
    ...names.map((name) => (inBody[name] as (typeof inBody)[string])(next)),
    p(
      `${r('Noting')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' and ')}<w:r><w:endnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>${r('this')}<w:commentRangeEnd w:id="0"/>`,
    ),
    `<w:sectPr>${references.join('')}<w:titlePg/></w:sectPr>`,
  ].join('')
  const note = (kind: string, id: number) => `<w:${kind} w:id="${id}">${story(next)}</w:${kind}>`
  return {
    body,
    numbering: `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'])}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels(['bullet', '•'])}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
    footnotes: note('footnote', 2) + note('footnote', 3),
    endnotes: note('endnote', 2),
    comments: `<w:comment w:id="0" w:author="Skerry">${p(next()) + p(next())}</w:comment><w:comment w:id="1">${p(next())}</w:comment>`,
    pages: Object.fromEntries(pages.map((id) => [id, story(next)])),
    entries: {
      'word/glossary/document.xml': xml('glossaryDocument', p(next())),
      'word/charts/chart1.xml': strToU8(`<c:chart xmlns:c="c"><c:v>${next()}</c:v></c:chart>`),
      'word/diagrams/data1.xml': strToU8(
        `<d:model xmlns:d="d" xmlns:a="a"><a:p><a:t>${next()}</a:t></a:p></d:model>`,
      ),
    },
  }
}

/** Words that no other word holds. */
const unique = (at: number) =>
  `wick${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}o`
const told = async (parts: WordParts) => {
  const { tree, messages } = await parse(word(parts), { name: 'draft.docx', language: 'en' })
  return JSON.stringify(tree) + messages.join('\n')
}

for (const name of Object.keys(inBody))
  test(`every word is told: ${name}`, async (t) => {
    let count = 0
    const all = await told(
      documentOf([name], (at) => {
        count = Math.max(count, at + 1)
        return unique(at)
      }),
    )
    const lost = Array.from({ length: count }, (_, at) => unique(at)).filter((one) => !all.includes(one))
    t.deepEqual(lost, [])
  })

test('a word changed anywhere changes the tree or a message', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(inBody)), { minLength: 1, maxLength: 6 }),
      fc.nat(1000),
      async (names, pick) => {
        let count = 0
        const counting = (at: number) => {
          count = Math.max(count, at + 1)
          return unique(at)
        }
        const before = await told(documentOf(names, counting))
        const changed = pick % count
        const after = await told(documentOf(names, (at) => (at === changed ? 'mantleq' : unique(at))))
        t.false(before.includes('mantleq'))
        return after.includes('mantleq') && !after.includes(unique(changed))
      },
    ),
    { numRuns: runs(60) },
  )
})
