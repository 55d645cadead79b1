/** Redlines of headers, cells, fields and lists: each thing is edited in its own place, and nothing else is. */
import test from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import type { VFileMessage } from 'vfile-message'
import { alignParagraphs } from '../src/diff/index.js'
import type { Passage } from '../src/model/change.js'
import { plainText } from '../src/model/tree/text.js'
import { parse } from '../src/pipeline.js'
import { redline } from '../src/redline.js'
import { levels, numbered, p, r, type WordParts, word } from './support/word.js'

const options = { author: 'Keeper', date: '2041-10-06T09:00:00Z' }
const italic = '<w:i/><w:iCs/>'
const organ = p(r('The Conference of the Parties to the Convention on Lighthouses', italic) + r(','))
const lamp = p(r('Recalling', italic) + r(' its decision 4/CP.3 on the lamps of lighthouses,'))
const keep = p(r('1.\t') + r('Urges', italic) + r(' Parties to keep all lamps lit from dusk to dawn.'))
const body = [organ, lamp, keep]

/** The parts of a redline; revisions are listed as `ins text` and `del text`. */
async function revised(old: WordParts, now: WordParts) {
  const parts = unzipSync(await redline(word(old), word(now), options))
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => {
      const xml = strFromU8(bytes)
      return [name, { xml, revisions: revisionsIn(xml) }]
    }),
  )
}

function revisionsIn(xml: string): string[] {
  return [...xml.matchAll(/<w:(ins|del)\s[^>]*[^/]>(.*?)<\/w:\1>/gu)].map(
    ([, kind, content = '']) => `${kind} ${content.replace(/<[^>]*>/gu, '')}`,
  )
}

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const sections =
  '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'

test('the number of pages is a field: another result of it is no change', async (t) => {
  const side = (pages: string, verb: string) => ({
    body: [organ, lamp, keep.replace('Urges', verb), sections].join(''),
    pages: { header1: p('CLH/L.4'), footer1: p(field('PAGE', '2') + r('/') + field('NUMPAGES', pages)) },
  })
  const parts = await revised(side('9', 'Urges'), side('10', 'Invites'))
  t.deepEqual(parts['word/footer1.xml']?.revisions, [])
  t.deepEqual(parts['word/document.xml']?.revisions, ['del Urges', 'ins Invites'])
})

test('a page number that one side has not computed yet is no change', async (t) => {
  const side = (page: string, pages: string) => ({
    body: [organ, lamp, keep, sections].join(''),
    pages: { header1: p('CLH/L.4'), footer1: p(field('PAGE', page) + r('/') + field('NUMPAGES', pages)) },
  })
  for (const [old, now] of [
    [side('', ''), side('1', '9')],
    [side('1', '9'), side('', '')],
  ] as const)
    t.deepEqual(unzipSync(await redline(word(old), word(now), options)), unzipSync(word(old)))
})

test('a symbol that grows is added to in the paragraph of each header, behind its field', async (t) => {
  const side = (symbol: string) => ({
    body: [...body, sections].join(''),
    pages: { header1: p('') + p(field('DOCVARIABLE "sss"', symbol)) + p('Lamps'), footer1: p('17-12345') },
  })
  const parts = await revised(side('CLH/2041/L.4'), side('CLH/2041/L.4/Rev.1'))
  const { xml = '', revisions } = parts['word/header1.xml'] ?? {}
  t.deepEqual(revisions, ['ins /Rev.1'])
  // Word computes the fields of headers when it prints: in the field, the addition would be lost.
  t.regex(
    xml,
    /fldCharType="end"\/><\/w:r><w:ins [^>]*><w:r><w:t[^>]*>\/Rev\.1<\/w:t><\/w:r><\/w:ins><\/w:p>/u,
  )
  t.is(xml.match(/<w:p>/gu)?.length, 3)
})

test('a reference to a paragraph that is now another keeps its field', async (t) => {
  const side = (number: string) => ({
    body: [
      organ,
      lamp,
      p(r('Recalling paragraph ') + field('REF _Ref7 \\r', number) + r(' above,')),
      keep,
    ].join(''),
  })
  const { xml = '', revisions } = (await revised(side('1'), side('2')))['word/document.xml'] ?? {}
  t.deepEqual(revisions, ['del 1', 'ins 2'])
  t.notRegex(xml, /delInstrText/u)
  t.is(xml.match(/<w:fldChar/gu)?.length, 3)
})

test('a field that goes takes its code along, as a run and as an element', async (t) => {
  for (const own of [field('REF _Ref7', '1'), `<w:fldSimple w:instr=" REF _Ref7 ">${r('1')}</w:fldSimple>`]) {
    const old = { body: [organ, p(r('Recalling paragraph ') + own + r(' of its report,')), keep].join('') }
    const now = { body: [organ, p('Recalling the whole of its report,'), keep].join('') }
    const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
    t.regex(xml, /<w:delInstrText[^>]*> REF _Ref7 <\/w:delInstrText>/u)
    t.notRegex(xml, /fldSimple|<w:instrText/u)
  }
})

test('what comes behind a field is no part of it, a paragraph’s end neither', async (t) => {
  const fields = [
    field('REF _Ref7', 'annex I'),
    `<w:fldSimple w:instr=" REF _Ref7 ">${r('annex I')}</w:fldSimple>`,
  ]
  for (const own of fields) {
    const side = (...texts: string[]) => [organ, ...texts.map((text) => p(text)), keep].join('')
    const old = side(`${r('Recalling ')}${own}${r(' of its report,')}`)
    const added = `${r('Recalling ')}${own}${r(' and annex II of its report,')}`
    const one = (await revised({ body: old }, { body: side(added) }))['word/document.xml']?.xml ?? ''
    t.regex(one, /(?:fldCharType="end"\/><\/w:r>|<\/w:fldSimple>)<w:ins /u)
    const whole = 'Urges Parties to repair the lamps of the outer skerries before the winter, as set out in '
    const rest = 'invites them to share what they learn of fog, ice and sand with all other Parties;'
    const joined = side(`${r(whole)}${own}${r(` ${rest}`)}`)
    const divided = side(`${r(whole)}${own}`, rest)
    const two = (await revised({ body: joined }, { body: divided }))['word/document.xml']?.xml ?? ''
    t.regex(two, /(?:fldCharType="end"\/><\/w:r>|<\/w:fldSimple>)<\/w:p>/u)
  }
})

test('an empty run in a field that goes is cut with it', async (t) => {
  const parts = field('NOTEREF _Ref7', '1').replace(
    '</w:instrText></w:r>',
    '</w:instrText></w:r><w:r><w:rPr/></w:r>',
  )
  const old = [
    organ,
    p(r('Recalling its report') + parts + r(' on the lamps of the outer skerries,')),
    lamp,
    keep,
  ]
  const now = [organ, lamp, keep]
  const { xml = '' } =
    (await revised({ body: old.join('') }, { body: now.join('') }))['word/document.xml'] ?? {}
  t.is(xml.match(/<w:del .*?<\/w:del>/gu)?.length, 1)
})

const borders =
  '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
const table = (...rows: string[][]) =>
  `<w:tbl>${borders}${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

test('a figure that changes in a cell is cut and added in its paragraph', async (t) => {
  const side = (figure: string) => ({
    body: [...body, table(['Station', 'Lamps'], ['North', figure], ['South', '12']), p('')].join(''),
  })
  const { xml = '', revisions } = (await revised(side('400'), side('450')))['word/document.xml'] ?? {}
  t.deepEqual(revisions, ['del 400', 'ins 450'])
  t.is(xml.match(/<w:tc>/gu)?.length, 6)
  t.is(xml.match(/<w:p>/gu)?.length, 3 + 6 + 1)
})

test('white space, quotation marks and dashes that a comparison does not see are no revision', async (t) => {
  const side = (text: string) => ({ body: [organ, lamp, p(text), keep].join('') })
  const [old, now] = [
    side('Noting the report “On fog signals” of 4 October – 6 October,'),
    side('Noting\u00a0the report "On  fog signals" of 4\u00a0October - 6 October,'),
  ]
  const bytes = word(old)
  t.deepEqual(unzipSync(await redline(bytes, word(now), options)), unzipSync(bytes))
})

test('a note whose mark is cut in a paragraph is struck, and one that comes has its place among the others', async (t) => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`
  const noted = (...ids: number[]) =>
    p(
      `${r('Recalling its decisions on lamps')}${ids.map((id) => mark(id) + r([' and on fog', ' and on boats', ' and on keepers'][id % 3] ?? '')).join('')}${r(',')}`,
    )
  const [first, second, third] = ['Decision 1/CP.1.', 'Decision 2/CP.2.', 'Decision 3/CP.3.']
  const two = { body: [organ, noted(1, 3), keep].join(''), footnotes: note(1, first) + note(3, third) }
  const one = { body: [organ, noted(1), keep].join(''), footnotes: note(1, first) }
  const cut = await revised(two, one)
  t.deepEqual(cut['word/footnotes.xml']?.revisions, [`del  ${third}`])
  const three = {
    body: [organ, noted(1, 2, 3), keep].join(''),
    footnotes: note(1, first) + note(2, second) + note(3, third),
  }
  const { xml = '' } = (await revised(two, three))['word/footnotes.xml'] ?? {}
  const order = [first, second, third].map((text) => xml.indexOf(text))
  t.false(order.includes(-1))
  t.deepEqual(
    order.toSorted((a, b) => a - b),
    order,
  )
})

test('a new note does not take the number of a mark whose note is lost', async (t) => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const side = (marks: string, footnotes: string) => ({
    body: [organ, p(`${r('Recalling its decisions on lamps')}${marks}${r(',')}`), keep].join(''),
    footnotes,
  })
  const old = side(mark(1) + r(' and on fog') + mark(3), note(1, 'Decision 1/CP.1.') + note(2, 'Nobody’s.'))
  const now = side(
    mark(1) + r(' and on fog') + mark(3) + r(' and on boats') + mark(2),
    note(1, 'Decision 1/CP.1.') + note(2, 'Decision 7/CP.7.'),
  )
  const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
  const ids = [...xml.matchAll(/footnoteReference w:id="(\d+)"/gu)].map(([, id]) => id)
  t.is(ids.length, 3)
  t.is(new Set(ids).size, 3)
})

test('white space that stays where two paragraphs are joined is kept', async (t) => {
  const [one, two] = [
    'Recalling its decisions on the lamps of the outer skerries,',
    'Noting the report of the keepers on fog signals,',
  ]
  const line = (text: string) => p(`<w:r><w:tab/></w:r>${r(text)}`)
  const old = { body: [organ, line(one), line(two), keep].join('') }
  const now = {
    body: [organ, p(`<w:r><w:tab/></w:r>${r(one)}<w:r><w:tab/></w:r>${r(two)}`), keep].join(''),
  }
  const { xml = '', revisions } = (await revised(old, now))['word/document.xml'] ?? {}
  t.deepEqual(revisions, [])
  t.is(xml.match(/<w:del /gu)?.length, 1)
  t.is(xml.match(/<w:tab\/>/gu)?.length, 2)
  // A space comes before the tab, and the tab stays.
  const spaced = {
    body: [organ, p(`<w:r><w:tab/></w:r>${r(`${one} `)}<w:r><w:tab/></w:r>${r(two)}`), keep].join(''),
  }
  t.deepEqual((await revised(old, spaced))['word/document.xml']?.revisions, ['ins  '])
})

test('paragraphs of two cells that become one: the mark that ends a cell stays', async (t) => {
  const [one, two] = [
    'Recalling its decisions on the lamps of the outer skerries',
    'and the report of the keepers on fog signals and on the bells of harbours,',
  ]
  const placing = `<w:tbl><w:tblPr/><w:tr><w:tc>${p(one)}</w:tc></w:tr><w:tr><w:tc>${p(two)}</w:tc></w:tr></w:tbl>`
  const old = { body: [organ, placing, lamp, keep].join('') }
  const now = { body: [organ, p(`${one} ${two}`), lamp, keep].join('') }
  const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
  t.notRegex(xml, /<w:rPr><w:del [^>]*\/><\/w:rPr>/u)
  t.regex(xml, /<w:delText[^>]*>Recalling its decisions/u)
})

test('sub-paragraphs that come are numbered by the list of the base, on the level that counts so', async (t) => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'], ['lowerLetter', '(%2)'])}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`
  const other = numbering.replace('w:numId="7"', 'w:numId="3"')
  const listed = (text: string, list: number, level = 0) =>
    p(r('Urges', italic) + r(` ${text}`), numbered(list, level))
  const old = { body: [organ, lamp, listed('Parties to keep the lamps lit.', 7)].join(''), numbering }
  const now = {
    body: [
      organ,
      lamp,
      listed('Parties to keep the lamps lit:', 3),
      p('In winter, from dusk to dawn;', numbered(3, 1)),
      p('In fog, at all hours.', numbered(3, 1)),
    ].join(''),
    numbering: other,
  }
  const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
  t.notRegex(xml, /w:numId w:val="(?:0|3)"/u)
  t.is(xml.match(/<w:ilvl w:val="1"\/><w:numId w:val="7"\/>/gu)?.length, 2)
  t.notRegex(xml, /\([ab]\)/u)
})

test('a recital that becomes operative is counted by the list of the base, and so is all that follows', async (t) => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'], ['lowerLetter', '(%2)'])}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`
  const words = 'that every keeper is entitled to a winter of rest on the mainland'
  const opened = (verb: string, text: string, properties = '') =>
    p(r(verb, italic) + r(` ${text}`), properties)
  const counted = numbered(7, 0)
  const [first, second] = [
    opened('Urges', 'Parties to keep the lamps lit from dusk to dawn;', counted),
    opened('Decides', 'to remain seized of the matter.', counted),
  ]
  const recital = opened('Emphasizing', `${words},`)
  const act = opened('Emphasizes', `${words};`, counted)
  for (const acts of [
    [first, act, second],
    [act, first, second],
  ]) {
    const old = { body: [organ, recital, lamp, first, second].join(''), numbering }
    const now = { body: [organ, lamp, ...acts].join(''), numbering }
    const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
    t.notRegex(xml, /w:numId w:val="0"|pPrChange|>\d\./u)
    t.is(xml.match(/w:numId w:val="7"/gu)?.length, 3)
  }
})

test('paragraphs behind the last one: the mark that ends the text ends the new last one', async (t) => {
  const old = { body: [organ, lamp, keep].join('') }
  const now = { body: [organ, lamp, keep, p(`2.\tThe keepers are counted every year.`)].join('') }
  const { xml = '' } = (await revised(old, now))['word/document.xml'] ?? {}
  const marks = xml.split('</w:p>').map((one) => /<w:pPr>.*<w:ins [^>]*\/>.*<\/w:pPr>/u.test(one))
  t.deepEqual(marks.slice(0, 4), [false, false, true, false])
})

test('what moves inside a cell is cut and added there, and the mark that ends the cell stays', async (t) => {
  const acts = [
    'Urges Parties to keep all lamps lit from dusk to dawn in every season;',
    'Decides to establish a fund for lenses, administered by the Keeper-General;',
  ]
  const cell = (...texts: string[]) =>
    `<w:tbl><w:tblPr/><w:tr><w:tc>${p(one)}</w:tc><w:tc>${texts.map((text) => p(text)).join('')}</w:tc></w:tr></w:tbl>`
  const one = 'Lamps'
  const { xml = '' } =
    (
      await revised(
        { body: [organ, lamp, cell(...acts), keep].join('') },
        {
          body: [organ, lamp, cell(...acts.toReversed(), 'Requests a report on fog signals.'), keep].join(''),
        },
      )
    )['word/document.xml'] ?? {}
  t.notRegex(xml, /moveFrom|moveTo/u)
  t.regex(xml, /<w:ins [^>]*><w:r>.*Requests a report/u)
})

test('what a text box says is revised in the box, and in its copy for old readers', async (t) => {
  const box = (words: string) => {
    const content = `<w:txbxContent>${p(words)}</w:txbxContent>`
    return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Noting the fund,')}</w:p>`
  }
  const side = (words: string, verb: string) => ({
    body: [organ, lamp, box(words).replace('Noting', verb), keep].join(''),
  })
  for (const verb of ['Noting', 'Welcoming']) {
    const parts = await revised(side('It holds 40 million.', 'Noting'), side('It holds 14 million.', verb))
    const { xml = '', revisions = [] } = parts['word/document.xml'] ?? {}
    const verbs = verb === 'Noting' ? [] : [`del Noting`, `ins ${verb}`]
    t.deepEqual(revisions.toSorted(), ['del 40', 'del 40', ...verbs, 'ins 14', 'ins 14'].toSorted())
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map(([, id]) => id)
    t.is(new Set(ids).size, ids.length)
  }
})

test('a paragraph that leaves a text box is cut there, and in the copy for old readers', async (t) => {
  const box = (words: string) => {
    const content = `<w:txbxContent>${p(words)}</w:txbxContent>`
    return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Noting the fund,')}</w:p>`
  }
  const fund = 'The fund for the repair of lenses holds 40 million dollars.'
  const old = word([organ, box(fund), lamp, keep].join(''))
  const now = word([organ, p('Noting the fund,'), lamp, keep, p(fund)].join(''))
  const xml = strFromU8(unzipSync(await redline(old, now, options))['word/document.xml'] as Uint8Array)
  t.notRegex(xml, /<w:move/u)
  t.deepEqual(revisionsIn(xml).toSorted(), [`del ${fund}`, `del ${fund}`, `ins ${fund}`])
  const ids = [...xml.matchAll(/ w:id="(\d+)"/gu)].map(([, id]) => id)
  t.is(new Set(ids).size, ids.length)
})

test('a field of the masthead is revised in its paragraph, however little is left of it', async (t) => {
  const head = (symbol: string, date: string, sponsors: string[]) => ({
    body: [
      p(symbol),
      p('Distr.: Limited'),
      p(date),
      p('Agenda item 4'),
      p('Lamps of lighthouses'),
      ...sponsors.map((line) => p(line)),
      p('Lights of the northern coast'),
      ...body,
    ].join(''),
  })
  const old = head('CLH/COP/2031/L.4', '12 October 2031', [
    'Norland, Sudland,',
    'Westmark and Ostia: draft resolution',
  ])
  const now = head('CLH/COP/2031/L.4/Rev.1', '9 November 2031', [
    'Norland, Nordia, Sudland,',
    'Westmark and Ostia: revised draft resolution',
  ])
  const { xml = '', revisions } = (await revised(old, now))['word/document.xml'] ?? {}
  t.deepEqual(revisions, ['ins /Rev.1', 'del 12 October', 'ins 9 November', 'ins , Nordia', 'ins  revised'])
  t.notRegex(xml, /<w:rPr><w:(?:ins|del) /u)
})

test('what moved into another part, and not on the page, stays where it is', (t) => {
  const texts = ['We, the States,', 'Declaration on lamps', 'Reiterate their pledge;'].map((text) => ({
    kind: 'text',
    text,
  }))
  const [one, two, three] = texts as [Passage, Passage, Passage]
  const outcomes = alignParagraphs(
    [two, one, three],
    [one, three, two],
    [
      { old: [0], new: [2], moved: true },
      { old: [1], new: [0], moved: true },
      { old: [2], new: [1], moved: false },
    ],
  )
  t.deepEqual(outcomes, [
    { old: [0], new: [], moved: true },
    { old: [1], new: [0], moved: false },
    { old: [2], new: [1], moved: false },
    { old: [0], new: [2], moved: true },
  ])
})

test('an equation is cut and added as a whole, and declares what it needs', async (t) => {
  const math = (prefix: string, degrees: string, unit: string) =>
    `<${prefix}:oMath xmlns:${prefix}="http://schemas.openxmlformats.org/officeDocument/2006/math"><${prefix}:r><${prefix}:t>${degrees}</${prefix}:t></${prefix}:r><${prefix}:r><${prefix}:t>${unit}</${prefix}:t></${prefix}:r></${prefix}:oMath>`
  const line = (equation: string, verb = 'Noting') =>
    p(`${r(`${verb} that the lamps shine over `)}${equation}${r(' in fog,')}`)
  const [miles, more] = [math('m', '12', 'miles'), math('x', '15', 'miles')]
  const text = async (old: string[], now: string[], side: 'original' | 'final') => {
    const messages: VFileMessage[] = []
    const result = await redline(word(old.join('')), word(now.join('')), { ...options, messages })
    t.deepEqual(messages.map(String), [])
    const { tree } = await parse(result, { revisions: side })
    return { xml: strFromU8(unzipSync(result)['word/document.xml'] as Uint8Array), text: plainText(tree) }
  }
  const [old, now] = [
    [organ, lamp, line(miles), keep],
    [organ, lamp, line(more), keep],
  ]
  const changed = await text(old, now, 'final')
  t.regex(changed.xml, /<w:del [^>]*><m:oMath [^>]*>(?:(?!<\/w:del>).)*12(?:(?!<\/w:del>).)*miles/u)
  t.regex(changed.xml, /<w:ins [^>]*><x:oMath xmlns:x=(?:(?!<\/w:ins>).)*15(?:(?!<\/w:ins>).)*miles/u)
  t.regex(changed.text, /over 15miles in fog/u)
  t.regex((await text(old, now, 'original')).text, /over 12miles in fog/u)
  // What is around it changes without it; it goes and comes with its paragraph.
  t.notRegex(
    (await text(old, [organ, lamp, line(miles, 'Recalling'), keep], 'final')).xml,
    /<w:(?:del|ins) [^>]*><m:oMath/u,
  )
  t.regex((await text(old, [organ, lamp, keep], 'final')).xml, /<w:del [^>]*>(?:(?!<\/w:del>).)*<m:oMath/u)
  t.regex((await text([organ, lamp, keep], now, 'final')).xml, /<w:ins [^>]*>(?:(?!<\/w:ins>).)*<x:oMath/u)
  const moved = await text(old, [organ, line(miles), lamp, keep], 'final')
  t.is(
    moved.xml.match(/<w:move(?:From|To) (?:(?!<\/w:move(?:From|To)>).)*<m:oMath/gu)?.length ?? 0,
    2 * (moved.xml.match(/<w:moveFromRangeStart/gu)?.length ?? 0),
  )
})

test('a line break against the end of a paragraph: the break alone is revised', async (t) => {
  const lines = ['61st plenary meeting', '4 October 2031']
  const body = p('The General Assembly,') + p('1. Decides to remain seized of the matter.')
  const one = { body: body + p(`${r(lines[0] ?? '')}<w:r><w:br/></w:r>${r(lines[1] ?? '')}`) }
  const two = { body: body + lines.map((line) => p(line)).join('') }
  for (const [old, now] of [
    [one, two],
    [two, one],
  ] as const) {
    const { xml = '', revisions } = (await revised(old, now))['word/document.xml'] ?? {}
    t.true(
      revisions?.every((one) => /^(?:ins|del) $/u.test(one)),
      revisions?.join(),
    )
    t.is(xml.match(/<w:(?:ins|del) /gu)?.length, 2)
  }
})

test('a header that the base has no place for is named', async (t) => {
  const messages: VFileMessage[] = []
  const now = {
    body: body.join('') + sections,
    pages: { header1: p('A/81/L.4/Rev.1'), footer1: p('36-12345') },
  }
  const result = await redline(word(body.join('')), word(now), { ...options, messages })
  t.deepEqual(unzipSync(result), unzipSync(word(body.join(''))))
  t.regex(messages.map(String).join(), /A\/81\/L\.4\/Rev\.1.*36-12345/su)
  const same: VFileMessage[] = []
  await redline(word(now), word(now), { ...options, messages: same })
  t.deepEqual(same, [])
})
