import test from 'ava'
import { strToU8, zipSync } from 'fflate'
import { type DocxOptions, fromDocx } from '../src/formats/word/read/from-docx.js'
import { check, parse } from '../src/index.js'
import { PlenaryError } from '../src/model/message.js'
import { cellsOf } from './support/blocks.js'
import { entries, p, r, word } from './support/word.js'

const name = 'draft.docx'
/** The id of the fault, or how many blocks were read. */
function outcome(bytes: Uint8Array, options: Partial<DocxOptions> = {}): string | number {
  try {
    return fromDocx(bytes, { name, ...options }).blocks.length
  } catch (error) {
    if (error instanceof PlenaryError) return error.id
    throw error
  }
}
const megabyte = 1024 * 1024
const draft = word({
  body: Array.from({ length: 40 }, (_, at) =>
    p(`${r('Urges', '<w:i/>')}${r(` Party ${at} to keep its light`)}`),
  ).join(''),
  styles: '<w:style w:type="paragraph" w:styleId="A"/>',
  numbering: '<w:num w:numId="1"/>',
})

test('a zip that is no Word document says what it is', async (t) => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((one) => [one, strToU8('<a/>')])))
  const wording = async (bytes: Uint8Array) =>
    (await t.throwsAsync(parse(bytes, { name }), { instanceOf: PlenaryError })).message
  t.regex(await wording(zip('xl/workbook.xml')), /draft\.docx: it is an Excel workbook/u)
  t.regex(await wording(zip('ppt/presentation.xml')), /a PowerPoint/u)
  t.regex(await wording(zip('content.xml', 'mimetype')), /OpenDocument is not read; save it as .docx/u)
  t.regex(await wording(zip('a.txt')), /a zip archive/u)
  t.is(outcome(zip('word/document.xml')), 'not-word')
})

test('old and protected containers are named, with what to do', async (t) => {
  const compound = (stream: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(100),
    ])
  const fault = (bytes: Uint8Array) => t.throwsAsync(parse(bytes, { name }), { instanceOf: PlenaryError })
  t.regex(
    (await fault(compound('WordDocument'))).message,
    /old Word format \(\.doc\) is not read; .*save it as \.docx/u,
  )
  t.regex((await fault(compound('EncryptedPackage'))).message, /protected by a password/u)
  t.regex((await fault(compound('Workbook'))).message, /an old Office format/u)
  t.regex((await fault(Buffer.from('{\\rtf1 a}'))).message, /RTF is not read; .*save it as \.docx/u)
  t.regex(
    (await t.throwsAsync(parse('text', { format: 'docx' }), { instanceOf: PlenaryError })).message,
    /not a zip/u,
  )
})

test('a document cut short anywhere is a fault', (t) => {
  for (let length = 4; length < draft.length; length += 37)
    t.is(outcome(draft.subarray(0, length)), 'damaged')
})

test('flipped bits are a fault or make no difference that throws', (t) => {
  let seed = 20260101
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed % below
  }
  const seen = new Set<string>()
  for (let round = 0; round < 400; round++) {
    const bytes = draft.slice()
    for (let flips = 1 + random(3); flips > 0; flips--) {
      const at = random(bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << random(8))
    }
    seen.add(typeof outcome(bytes))
  }
  t.true(seen.has('string'))
})

test('broken XML is a fault of its part, whatever is broken in it', (t) => {
  const bound = (xml: string) => xml.replace('<w:document', '<w:document xmlns:w="urn:w"')
  const body = (xml: string) =>
    zipSync({ ...entries({ body: '' }), 'word/document.xml': strToU8(bound(xml)) })
  t.is(
    outcome(zipSync({ ...entries({ body: '' }), 'word/document.xml': strToU8('<w:document/>') })),
    'damaged',
  )
  const broken = [
    '',
    'text',
    '<w:document><w:body>',
    '<w:document></w:body></w:document>',
    '<w:document><w:body></w:document>',
    '<w:document a="<w:body></w:body></w:document>',
    '<!DOCTYPE a [<!ENTITY b "c">]><w:document><w:body/></w:document>',
    '<w:document><w:body/><!-- </w:document>',
    '<w:document/>',
  ]
  for (const xml of broken) t.is(outcome(body(xml)), 'damaged', xml)
  t.is(
    outcome(
      body(
        '<?xml version="1.0"?><w:document><!-- < --><w:body><w:p><w:r><w:t><![CDATA[a<b]]></w:t></w:r></w:p></w:body></w:document>',
      ),
    ),
    1,
  )
  t.is(outcome(zipSync({ ...entries({ body: p('a') }), 'word/styles.xml': strToU8('<a>') })), 'damaged')
})

test('missing parts leave the text as it is', (t) => {
  const all = entries({
    body:
      p(
        r('a') + '<w:r><w:footnoteReference w:id="4"/></w:r>',
        '<w:pStyle w:val="None"/><w:numPr><w:numId w:val="3"/></w:numPr>',
      ) + '<w:sectPr><w:headerReference w:type="default" r:id="none"/></w:sectPr>',
    footnotes: '',
    styles: '',
  })
  for (const gone of [
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    'word/footnotes.xml',
  ]) {
    const { [gone]: _, ...rest } = all
    t.is(outcome(zipSync(rest)), 1, gone)
  }
})

test('bombs: what expands beyond the limit, or is more than it says, is refused', (t) => {
  const bomb = zipSync({ ...entries({ body: p('a') }), 'word/document.xml': new Uint8Array(20 * megabyte) })
  t.true(bomb.length < megabyte)
  t.is(outcome(bomb, { maxSize: megabyte }), 'expands')
  // The directory says that it is small.
  const liar = bomb.slice()
  const view = new DataView(liar.buffer)
  for (let at = 0; at + 46 < liar.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20 * megabyte)
      view.setUint32(at + 24, 1000, true)
  t.is(outcome(liar, { maxSize: megabyte }), 'expands')
  t.is(outcome(word(p('a'.repeat(megabyte / 2))), { maxSize: megabyte }), 'expands')
  // What no part of the text needs is not expanded at all.
  t.is(
    outcome(zipSync({ ...entries({ body: p('a') }), 'word/media/a.png': new Uint8Array(20 * megabyte) }), {
      maxSize: megabyte,
    }),
    1,
  )
})

test('too many entries, too many tags, too deep', (t) => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`a${at}`, new Uint8Array()]))
  t.is(outcome(zipSync({ ...entries({ body: p('a') }), ...many }, { level: 0 })), 'too-many-entries')
  t.is(outcome(word('<w:p/>'.repeat(100_000)), { maxSize: megabyte }), 'too-complex')
  const nested = (depth: number) =>
    word('<w:sdt><w:sdtContent>'.repeat(depth) + p('a') + '</w:sdtContent></w:sdt>'.repeat(depth))
  t.is(outcome(nested(100)), 1)
  t.is(outcome(nested(200)), 'too-deep')
})

test('hostile figures fill no memory', (t) => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const at = (level: number) => p('x', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
  const wide = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${p('a')}</w:tc>`.repeat(2)}</w:tr>`.repeat(2)}</w:tbl>`
  const { blocks } = fromDocx(word({ numbering, body: at(0) + at(1) + at(-1) + at(99) + wide }), { name })
  t.true(blocks.every(({ text }) => text.value.length < 60))
  t.true((cellsOf(blocks.at(-1))?.[0]?.length ?? 0) <= 128)
})

test('a long document is read', (t) => {
  t.is(outcome(word(p('Urges all Parties to keep their lights;').repeat(100_000))), 100_000)
})

test('elements left out, doubled and exchanged make a tree that holds the model, or a fault', async (t) => {
  let seed = 7
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return (seed >>> 8) % below
  }
  const all = entries({
    body: [
      p(`${r('The General Assembly', '<w:i/>')}${r(',')}`, '<w:sectPr><w:titlePg/></w:sectPr>'),
      p('Urges all', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'),
      p(
        `<w:ins>${r('Parties;')}</w:ins><w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`,
      ),
      `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${`<w:tr>${`<w:tc>${p('cell')}</w:tc>`.repeat(3)}</w:tr>`.repeat(2)}</w:tbl>`,
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    ].join(''),
    footnotes: `<w:footnote w:id="2">${p('* A note.')}</w:footnote>`,
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  })
  const seen = new Set<string>()
  for (let round = 0; round < 150; round++) {
    const part = ['word/document.xml', 'word/document.xml', 'word/numbering.xml', 'word/footnotes.xml'][
      random(4)
    ] as string
    const pieces = new TextDecoder()
      .decode(all[part] as Uint8Array)
      .split(/(?=<w:p>|<w:r>|<w:tc>|<w:tr>|<\/w:p>)/u)
    for (let times = 1 + random(2); times > 0; times--) {
      const at = random(pieces.length)
      const action = random(3)
      if (action === 0) pieces.splice(at, 1)
      else if (action === 1) pieces.splice(at, 0, pieces[at] ?? '')
      else pieces[at] = (pieces[at] ?? '').replace(/ w:(\w+)="[^"]*"/gu, ' w:$1="-1"')
    }
    const bytes = zipSync({ ...all, [part]: strToU8(pieces.join('')) })
    for (const revisions of ['final', 'original'] as const)
      try {
        const { tree } = await parse(bytes, { name, revisions })
        t.deepEqual(check(tree), [])
        seen.add('tree')
      } catch (error) {
        if (!(error instanceof PlenaryError)) throw error
        seen.add(error.id)
      }
  }
  t.deepEqual([...seen].sort(), ['damaged', 'tree'])
})
