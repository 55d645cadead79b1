/** Accepting and rejecting tracked changes in the file gives what the reader sees on that side. */
import test from 'ava'
import { WordDocument } from '../src/formats/word/package/document.js'
import { hasRevisions, resolveRevisions } from '../src/formats/word/package/resolve.js'
import { parse } from '../src/pipeline.js'
import { redline } from '../src/redline.js'
import { withoutSources } from './support/redline.js'
import { treeLines } from './support/tree-lines.js'
import { p, r, word } from './support/word.js'

const by = 'w:id="1" w:author="A" w:date="2041-01-01T00:00:00Z"'
const cut = (text: string) =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const added = (text: string) => `<w:ins ${by}>${r(text)}</w:ins>`
const goneMark = `<w:rPr><w:del ${by}/></w:rPr>`
const newMark = `<w:rPr><w:ins ${by}/></w:rPr>`
const body = [
  p('The Conference of the Parties to the Convention on Lighthouses,'),
  p(`${r('Recalling its decision ')}${cut('3/CP.2')}${added('4/CP.3')}${r(' on lamps,')}`),
  p(cut('Noting the report on fog signals,'), goneMark),
  p(added('Noting also the report on buoys,'), newMark),
  p(r('1. Urges Parties to keep the lamps lit, '), goneMark),
  p(r('and to report on the cost of oil;')),
  p(r('2. Invites Parties to paint their towers;'), newMark),
  p(r('3. Decides to meet again.')),
  `<w:p><w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>Annex</w:t></w:r></w:p>`,
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${['a', 'b', 'c']
    .map(
      (name, at) =>
        `<w:tr>${at === 1 ? `<w:trPr><w:ins ${by}/></w:trPr>` : ''}<w:tc>${p(name)}</w:tc><w:tc>${p(`${name}${name}`)}</w:tc></w:tr>`,
    )
    .join('')}</w:tbl>`,
].join('')

test('both sides, resolved, are what the reader sees', async (t) => {
  const bytes = word({ body })
  const document = new WordDocument(bytes, { name: 'tracked.docx' })
  t.true(hasRevisions(document))
  for (const side of ['final', 'original'] as const) {
    const resolved = resolveRevisions(document, side)
    t.false(hasRevisions(resolved))
    const bytesOf = resolved.bytes()
    t.false(hasRevisions(new WordDocument(bytesOf, { name: 'resolved.docx' })))
    const seen = withoutSources((await parse(bytes, { revisions: side })).tree)
    const read = withoutSources((await parse(bytesOf)).tree)
    t.is(treeLines(read), treeLines(seen))
    t.deepEqual(read, seen)
  }
})

test('a base with tracked changes is refused, unless a side of them is named', async (t) => {
  const bytes = word({ body })
  const options = { author: 'B', date: '2041-02-01', names: { old: 'old.docx', new: 'new.docx' } }
  await t.throwsAsync(redline(bytes, bytes, options), {
    message: /old\.docx: it has tracked changes already/u,
  })
  const result = await redline(bytes, bytes, { ...options, revisions: { old: 'original' } })
  for (const side of ['final', 'original'] as const)
    t.deepEqual(
      withoutSources((await parse(result, { revisions: side })).tree),
      withoutSources((await parse(bytes, { revisions: side })).tree),
    )
})
