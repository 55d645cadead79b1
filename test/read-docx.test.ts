import test from 'ava'
import { fromDocx, type Revisions } from '../src/formats/word/read/from-docx.js'
import type { Block } from '../src/model/block.js'
import { type AnyBlock, cellsOf } from './support/blocks.js'
import { levels, numbered, p, r, type WordParts, word } from './support/word.js'

const read = (parts: WordParts | string, revisions: Revisions = 'final') =>
  fromDocx(word(parts), { name: 'draft.docx', revisions }).blocks
const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text.value)
/** The stretches that bear a mark of that kind. */
const marked = (block: Block | undefined, kind: string) =>
  block?.text.marks
    .filter((mark) => mark.kind === kind)
    .map((mark) => (kind === 'noteReference' ? mark.label : block.text.value.slice(mark.start, mark.end)))

test('paragraphs, tabs, breaks, hyphens and spaces', (t) => {
  const blocks = read(
    [
      p('<w:r><w:tab/><w:t>1.</w:t><w:tab/></w:r><w:r><w:t xml:space="preserve">Lights </w:t></w:r>'),
      p('  '),
      p(
        '<w:r><w:t>first</w:t><w:br/><w:t>second</w:t><w:cr/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>eration 3\u00a0May</w:t></w:r>',
      ),
      p('<w:r><w:t>  trimmed\u00a0</w:t></w:r>'),
      p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> a &lt;b&gt; &#233;</w:t></w:r>'),
    ].join(''),
  )
  t.deepEqual(texts(blocks), ['1.\tLights', 'first\nsecond\nco-operation 3\u00a0May', 'trimmed', '•a <b> é'])
  t.deepEqual(
    blocks.map(({ source }) => source),
    [1, 3, 4, 5].map((paragraph) => ({ part: 'word/document.xml', paragraph })),
  )
})

const styles = [
  '<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>',
  '<w:style w:type="paragraph" w:styleId="Slanted"><w:rPr><w:i/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Inherits"><w:basedOn w:val="Slanted"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Upright"><w:basedOn w:val="Slanted"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Circle2"><w:basedOn w:val="Circle"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
].join('')
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`
const emphasis = '<w:rStyle w:val="Emphasis"/>'

test('italics: direct, by styles, inherited, and cancelled by a second style', (t) => {
  const blocks = read({
    styles,
    body: [
      p(r('Urges', '<w:i/>') + r(' all') + r(' Parties', '<w:i w:val="0"/>')),
      p(r('Urges', emphasis) + r(' all')),
      p(r('Urges') + r(' all ', emphasis) + r('Parties', '<w:i w:val="false"/>'), styled('Slanted')),
      p(r('Urges'), styled('Inherits')),
      p(r('Urges'), styled('Upright')),
      p(r('Also ', '<w:i/>') + r(' ') + r('urges ', '<w:i/>') + r('all'), styled('Circle')),
      p(r('Deep', '<w:b/><w:i/>') + r('2', '<w:rStyle w:val="Raised"/>')),
    ].join(''),
  })
  t.deepEqual(
    blocks.map((block) => marked(block, 'emphasis')),
    [['Urges'], ['Urges'], ['Urges'], ['Urges'], [], ['Also  urges'], ['Deep']],
  )
  t.deepEqual(marked(blocks[6], 'strong'), ['Deep'])
  t.deepEqual(marked(blocks[6], 'superscript'), ['2'])
})

test('hidden text is left out, comments too, and an outline level makes a heading', (t) => {
  const blocks = read({
    styles,
    body: [
      p(r('seen') + r(' unseen', '<w:vanish/>')),
      p(
        `${r('with')}<w:commentRangeStart w:id="1"/>${r(' comment')}<w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      p('Section', styled('Heading2')),
      p('Body', '<w:outlineLvl w:val="9"/>'),
    ].join(''),
    entries: { 'word/comments.xml': new TextEncoder().encode('<c>A remark</c>') },
  })
  t.deepEqual(texts(blocks), ['seen', 'with comment', 'Section', 'Body'])
  t.deepEqual(
    blocks.map(({ kind, level }: AnyBlock) => [kind, level]),
    [
      ['paragraph', undefined],
      ['paragraph', undefined],
      ['heading', 2],
      ['paragraph', undefined],
    ],
  )
})

const list = (id: number, content: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`
const instance = (id: number, of: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`

test('automatic numbers: levels, restarts, formats', (t) => {
  const numbering =
    list(
      0,
      levels(['decimal', '%1.'], ['lowerLetter', '(%2)'], ['lowerRoman', '(%3)', '<w:suff w:val="space"/>']),
    ) + instance(1, 0)
  const at = (level: number) => p('x', numbered(1, level))
  t.deepEqual(texts(read({ numbering, body: [0, 1, 1, 2, 2, 0, 1, 2, 0].map(at).join('') })), [
    '1.\tx',
    '(a)\tx',
    '(b)\tx',
    '(i) x',
    '(ii) x',
    '2.\tx',
    '(a)\tx',
    '(i) x',
    '3.\tx',
  ])
})

test('automatic numbers: lists of one definition count on, an override begins anew, a level may not restart', (t) => {
  const numbering =
    list(
      0,
      levels(
        ['upperRoman', '%1'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['decimal', '%3)', '<w:lvlRestart w:val="0"/>'],
        ['decimal', '[%4]', '<w:lvlRestart w:val="1"/>'],
      ),
    ) +
    instance(1, 0) +
    instance(2, 0) +
    instance(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>') +
    instance(4, 0, `<w:lvlOverride w:ilvl="0">${levels(['upperLetter', 'Part %1:'])}</w:lvlOverride>`)
  const body = (
    [
      [1, 0],
      [2, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 0],
      [1, 2],
      [1, 3],
      [3, 0],
      [3, 0],
      [4, 0],
    ] as const
  ).map(([id, level]) => p('x', numbered(id, level)))
  t.deepEqual(
    texts(read({ numbering, body: body.join('') })).map((text) => text.split('\t')[0]),
    ['I', 'II', '2.1', '1)', '[1]', '2.2', '2)', '[2]', 'III', '3)', '[1]', 'VII', 'VIII', 'Part I:'],
  )
})

test('automatic numbers: through paragraph styles, styles of lists, and taken away', (t) => {
  const numbering =
    list(
      0,
      levels(
        ['decimal', '%1.', '<w:pStyle w:val="Para"/>'],
        ['lowerLetter', '(%2)', '<w:pStyle w:val="Sub"/>'],
      ),
    ) +
    list(1, '<w:numStyleLink w:val="House"/>') +
    list(2, levels(['bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'], ['none', 'Note'])) +
    instance(1, 0) +
    instance(2, 1) +
    instance(3, 2)
  const own = '<w:numPr><w:numId w:val="1"/></w:numPr>'
  const more = [
    `<w:style w:type="paragraph" w:styleId="Para"><w:pPr>${own}</w:pPr></w:style>`,
    `<w:style w:type="paragraph" w:styleId="Sub"><w:pPr>${own}</w:pPr></w:style>`,
    `<w:style w:type="numbering" w:styleId="House"><w:pPr>${own}</w:pPr></w:style>`,
  ].join('')
  const blocks = read({
    styles: styles + more,
    numbering,
    body: [
      p('x', styled('Para')),
      p('x', styled('Sub')),
      p('x', `${styled('Para')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      p('x', styled('Para')),
      p('x', numbered(2)),
      p('x', numbered(3)),
      p('x', numbered(3, 1)),
      p('x', numbered(99)),
    ].join(''),
  })
  t.deepEqual(texts(blocks), ['1.\tx', '(a)\tx', 'x', '2.\tx', '3.\tx', '•\tx', 'Note\tx', 'x'])
})

test('number formats of other scripts', (t) => {
  const formats = [
    'lowerLetter',
    'upperRoman',
    'chineseCounting',
    'arabicAlpha',
    'russianLower',
    'hindiNumbers',
    'decimalZero',
  ]
  const numbering = formats
    .map(
      (format, id) =>
        list(id, levels([format, '%1']).replace('w:start w:val="1"', 'w:start w:val="28"')) +
        instance(id + 1, id),
    )
    .join('')
  const body = formats.map((_, id) => p('x', numbered(id + 1))).join('')
  t.deepEqual(
    texts(read({ numbering, body })).map((text) => text.split('\t')[0]),
    ['bb', 'XXVIII', '二十八', 'ي', 'ю', '२८', '28'],
  )
})

const ins = (content: string) => `<w:ins w:id="1" w:author="a">${content}</w:ins>`
const del = (text: string) =>
  `<w:del w:id="2" w:author="a"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const markGone = (name: string) => `<w:rPr><w:${name} w:id="3" w:author="a"/></w:rPr>`

test('tracked changes: words, paragraphs, moves and joins on both sides', (t) => {
  const body = [
    p(`${r('Urges ')}${del('all')}${ins(r('some'))}${r(' Parties')}`),
    p(ins(r('New paragraph')), markGone('ins')),
    p(del('Old paragraph'), markGone('del')),
    p(r('One, ') + ins(r('and')), markGone('del')),
    p('two'),
    p(
      `<w:moveFromRangeStart w:id="5"/><w:moveFrom w:id="6">${r('Moved')}</w:moveFrom>`,
      markGone('moveFrom'),
    ),
    p('Stays'),
    p(`<w:moveTo w:id="7">${r('Moved')}</w:moveTo>`, markGone('moveTo')),
    p(`${ins(del('never accepted'))}${r('End')}`),
  ].join('')
  t.deepEqual(texts(read(body)), [
    'Urges some Parties',
    'New paragraph',
    'One, andtwo',
    'Stays',
    'Moved',
    'End',
  ])
  t.deepEqual(texts(read(body, 'original')), [
    'Urges all Parties',
    'Old paragraph',
    'One,',
    'two',
    'Moved',
    'Stays',
    'End',
  ])
})

test('tracked changes: looks, numbers, rows and cells on both sides', (t) => {
  const numbering = list(0, levels(['decimal', '%1.'])) + instance(1, 0)
  const parts: WordParts = {
    numbering,
    body: [
      p('First'),
      p(r('Urges', '<w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>')),
      p('number taken', `<w:pPrChange w:id="1"><w:pPr>${numbered(1)}</w:pPr></w:pPrChange>`),
      p('number given', numbered(1).replace('</w:numPr>', '<w:ins w:id="9"/></w:numPr>')),
      p(
        'renumbered',
        numbered(1).replace(
          '</w:numPr>',
          '<w:numberingChange w:id="8" w:original="%1:4:0:.%2:3:4:)"/></w:numPr>',
        ),
      ),
      p(del('gone'), numbered(1) + markGone('del')),
      p('counted', numbered(1)),
      table(
        [
          row(['a', 'b']),
          row(['c', 'd'], '<w:trPr><w:ins w:id="4"/></w:trPr>'),
          row(['e', 'f'], '<w:trPr><w:del w:id="4"/></w:trPr>'),
        ],
        ruled,
      ),
    ].join(''),
  }
  const final = read(parts)
  const original = read(parts, 'original')
  t.deepEqual(texts(final), [
    'First',
    'Urges',
    'number taken',
    '1.\tnumber given',
    '2.\trenumbered',
    '3.\tcounted',
    '',
  ])
  t.deepEqual(texts(original), [
    'First',
    'Urges',
    '1.\tnumber taken',
    'number given',
    '4.c)\trenumbered',
    '2.\tgone',
    '3.\tcounted',
    '',
  ])
  t.deepEqual(marked(final[1], 'emphasis'), [])
  t.deepEqual(marked(original[1], 'emphasis'), ['Urges'])
  t.deepEqual(cellsOf(final.at(-1)), [
    ['a', 'b'],
    ['c', 'd'],
  ])
  t.deepEqual(cellsOf(original.at(-1)), [
    ['a', 'b'],
    ['e', 'f'],
  ])
})

const ruled = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
const table = (rows: string[], properties = '') => `<w:tbl>${properties}${rows.join('')}</w:tbl>`
const row = (cells: string[], properties = '') =>
  `<w:tr>${properties}${cells.map((text) => `<w:tc>${text.startsWith('<') ? text : p(text)}</w:tc>`).join('')}</w:tr>`

test('tables: a ruled one is a table, one without rules or at the front places text', (t) => {
  const two = [row(['a', 'b']), row([`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('c')}${p('d')}`])]
  const blocks = read(
    table(two, ruled) + p('Between') + table(two) + table(two, ruled) + table([row(['x'])], ruled),
  )
  t.deepEqual(texts(blocks), ['a', 'b', 'c', 'd', 'Between', 'a', 'b', 'c', 'd', '', 'x'])
  t.deepEqual(cellsOf(blocks[9]), [
    ['a', 'b'],
    ['c d', ''],
  ])
})

test('tables: a masthead underlined cell by cell places text, a head row or upright lines make a table', (t) => {
  const lined = (side: string) => (text: string) =>
    `<w:tcPr><w:tcBorders><w:${side} w:val="single"/><w:top w:val="nil"/></w:tcBorders></w:tcPr>${p(text)}`
  const kinds = (rows: string[]) => [
    ...new Set(
      read(p('Before') + table(rows))
        .slice(1)
        .map(({ kind }) => kind),
    ),
  ]
  const under = row(['United Nations', 'A/CONF.9/L.1'].map(lined('bottom')))
  t.deepEqual(kinds([under, under]), ['paragraph'])
  t.deepEqual(kinds([under, row(['a', 'b']), row(['c', 'd']), row(['e', 'f'])]), ['table'])
  t.deepEqual(kinds([row(['a', 'b'].map(lined('left'))), row(['c', 'd'].map(lined('left')))]), ['table'])
  t.deepEqual(kinds([row(['a', 'b'], '<w:trPr><w:tblHeader/></w:trPr>'), row(['c', 'd'])]), ['table'])
})

const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`

test('fields give their result, hyperlinks and content controls their text', (t) => {
  const nested =
    field('begin') +
    instruction('IF ') +
    field('begin') +
    instruction('PAGE') +
    field('separate') +
    r('9') +
    field('end') +
    field('separate') +
    r('shown') +
    field('end')
  const blocks = read(
    [
      p(nested),
      p(field('begin') + instruction('TOC') + field('separate') + r('over')),
      p(r('paragraphs') + field('end')),
      p(`${field('begin')}${r('an unpaired start hides nothing')}`),
      p(
        `<w:fldSimple w:instr="X">${r('simple ')}</w:fldSimple><w:hyperlink r:id="h">${r('link')}</w:hyperlink>`,
      ),
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('control')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here')}</w:sdtContent></w:sdt>`,
    ].join(''),
  )
  t.deepEqual(texts(blocks), [
    'shown',
    'over',
    'paragraphs',
    'an unpaired start hides nothing',
    'simple link',
    'control',
  ])
})

test('text boxes stand before the paragraph that anchors them, and once', (t) => {
  const box = (text: string) => `<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`
  const drawing = `<mc:AlternateContent><mc:Choice><w:drawing>${box('A/CONF.9/L.1')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('A/CONF.9/L.1')}</w:pict></mc:Fallback></mc:AlternateContent>`
  t.deepEqual(
    texts(
      read(
        p(`<w:r>${drawing}</w:r>${r('The Conference,')}`) +
          p(`<w:r><w:pict>${box('old box')}</w:pict></w:r>`),
      ),
    ),
    ['A/CONF.9/L.1', 'The Conference,', 'old box'],
  )
})

const reference = (kind: string, id: number, more = '') =>
  `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`
const note = (kind: string, id: number, content: string) => `<w:${kind} w:id="${id}">${content}</w:${kind}>`

test('notes: numbers in order of their marks, typed marks, endnotes, several paragraphs', (t) => {
  const blocks = read({
    body: [
      p(
        `${r('Title')}${reference('footnote', 9, ' w:customMarkFollows="1"').replace('/></w:r>', '/><w:t>*</w:t></w:r>')}`,
      ),
      p(`${r('one,')}${reference('footnote', 5)}${r(' and end')}${reference('endnote', 1)}`),
      p(
        `${del('x')}<w:del w:id="1">${reference('footnote', 6)}</w:del>${r('two')}${reference('footnote', 2)}${r('.')}`,
      ),
    ].join(''),
    footnotes:
      '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
      note('footnote', 2, p(`<w:r><w:footnoteRef/></w:r>${r(' Second,')}`) + p('goes on.')) +
      note('footnote', 5, p(`<w:r><w:footnoteRef/></w:r>${r(' First.')}`)) +
      note('footnote', 6, p('Deleted.')) +
      note('footnote', 9, p('* Reissued.')),
    endnotes: note('endnote', 1, p('At the end.')),
  })
  t.deepEqual(texts(blocks.slice(0, 3)), ['Title', 'one, and end', 'two.'])
  t.deepEqual(
    blocks.slice(0, 3).map((block) => marked(block, 'noteReference')),
    [['*'], ['1', 'i'], ['2']],
  )
  t.deepEqual(
    blocks
      .slice(3)
      .map(({ kind, label, identifier, text }: AnyBlock) => [kind, label, identifier, text.value]),
    [
      ['note', '*', '*', 'Reissued.'],
      ['note', '1', '1', 'First.'],
      ['note', '2', '2', 'Second, goes on.'],
      ['note', 'i', 'i', 'At the end.'],
    ],
  )
})

test('notes: format and start of the document, restart by section, identifiers stay apart', (t) => {
  const section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
  const blocks = read({
    settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr>',
    body:
      p(r('x') + reference('footnote', 1)) +
      p(r('y') + reference('footnote', 2), section) +
      p(r('z') + reference('footnote', 3)) +
      section,
    footnotes: [1, 2, 3].map((id) => note('footnote', id, p(`N${id}`))).join(''),
  })
  t.deepEqual(
    blocks.slice(3).map(({ label, identifier }: AnyBlock) => [label, identifier]),
    [
      ['b', 'b'],
      ['c', 'c'],
      ['b', 'b-2'],
    ],
  )
  t.is(blocks[2]?.text.marks[0]?.identifier, 'b-2')
})

test('headers: the first page’s stands in front, what is not printed is left out, the rest is furniture', (t) => {
  const refer = (kind: string, type: string, id: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  const references =
    refer('header', 'first', 'header1') +
    refer('header', 'default', 'header2') +
    refer('header', 'even', 'header3') +
    refer('footer', 'first', 'footer1')
  const pages = {
    header1: table([row(['United Nations', 'A/CONF.9/L.1'])]),
    header2: p('A/CONF.9/L.1'),
    header3: p('even'),
    footer1: p('* Reissued for technical reasons.') + p('26-00001 (E)'),
  }
  const kinds = (settings: string, title: string) =>
    read({ settings, pages, body: p('The Conference,') + `<w:sectPr>${references}${title}</w:sectPr>` }).map(
      ({ kind, text }) => `${kind} ${text.value}`,
    )
  t.deepEqual(kinds('', '<w:titlePg/>'), [
    'paragraph United Nations',
    'paragraph A/CONF.9/L.1',
    'paragraph * Reissued for technical reasons.',
    'furniture 26-00001 (E)',
    'paragraph The Conference,',
    'furniture A/CONF.9/L.1',
  ])
  t.deepEqual(kinds('<w:evenAndOddHeaders/>', ''), [
    'paragraph A/CONF.9/L.1',
    'paragraph The Conference,',
    'furniture even',
  ])
})

test('prefixes may be any, and the main part may have any name', (t) => {
  const xml = (root: string) =>
    new TextEncoder().encode(
      `<ns0:${root} xmlns:ns0="x"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:i/></ns0:rPr><ns0:t>Lights</ns0:t></ns0:r></ns0:p></ns0:body></ns0:${root}>`,
    )
  const rels = new TextEncoder().encode(
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/office/main2.xml"/></Relationships>',
  )
  const blocks = read({ body: '', entries: { '_rels/.rels': rels, 'office/main2.xml': xml('document') } })
  t.deepEqual(texts(blocks), ['Lights'])
  t.deepEqual(marked(blocks[0], 'emphasis'), ['Lights'])
  t.is(blocks[0]?.source?.part, 'office/main2.xml')
})
