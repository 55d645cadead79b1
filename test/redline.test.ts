/** The Word redline on invented documents: rejected it is the old one, accepted it reads as the new one. */
import test, { type ExecutionContext } from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from '../src/pipeline.js'
import { type RedlineOptions, redline } from '../src/redline.js'
import { withoutSources } from './support/redline.js'
import { treeLines } from './support/tree-lines.js'
import { levels, numbered, p, r, type WordParts, word } from './support/word.js'

const options = { author: 'Keeper', date: '2041-10-06T09:00:00Z' }
const italic = '<w:i/><w:iCs/>'

async function tree(bytes: Uint8Array, revisions: 'final' | 'original') {
  return withoutSources((await parse(bytes, { name: 'draft.docx', revisions })).tree)
}

/** Write the redline, hold it to the law, and give the XML of its parts. */
async function law(
  t: ExecutionContext,
  old: WordParts,
  now: WordParts,
  more: RedlineOptions = {},
): Promise<Record<string, string>> {
  const [before, after] = [word(old), word(now)]
  const result = await redline(before, after, { ...options, ...more })
  const [rejected, accepted] = [await tree(result, 'original'), await tree(result, 'final')]
  t.is(treeLines(rejected), treeLines(await tree(before, 'final')))
  t.deepEqual(rejected, await tree(before, 'final'))
  t.is(treeLines(accepted), treeLines(await tree(after, 'final')))
  t.deepEqual(accepted, await tree(after, 'final'))
  const parts = unzipSync(result)
  const untouched = unzipSync(before)
  for (const name of ['word/styles.xml', 'word/numbering.xml', 'word/settings.xml'])
    if (untouched[name]) t.deepEqual(parts[name], untouched[name])
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

function opener(verb: string, rest: string, label = ''): string {
  return p(r(`\t${label}`) + r(verb, italic) + r(` ${rest}`))
}

const front = p('Conference of the Parties to the Convention on Lighthouses')
const organ = p(r('The Conference of the Parties to the Convention on Lighthouses', italic) + r(','))
const lamp = opener('Recalling', 'its decision 4/CP.3 on the lamps of lighthouses,')
const fog = opener('Noting', 'the report of the secretariat on fog signals,')
const keep = opener('Urges', 'Parties to keep the lamps of all lighthouses lit from dusk to dawn;', '1.\t')
const train = opener('Requests', 'the secretariat to train the keepers of remote lighthouses;', '2.\t')
const remain = opener('Decides', 'to remain seized of the matter.', '3.\t')
const draft = [front, organ, lamp, fog, keep, train, remain]

test('words: only what changed is marked, and runs keep their formatting', async (t) => {
  const now = draft.with(
    4,
    opener('Encourages', 'Parties to keep the lamps of most lighthouses lit from dusk to dawn;', '1.\t'),
  )
  const parts = await law(t, { body: draft.join('') }, { body: now.join('') })
  const xml = parts['word/document.xml'] ?? ''
  t.is(xml.match(/<w:del /gu)?.length, 2)
  t.is(xml.match(/<w:ins /gu)?.length, 2)
  t.regex(
    xml,
    /<w:del [^>]*w:author="Keeper" w:date="2041-10-06T09:00:00Z"><w:r><w:rPr><w:i\/><w:iCs\/><\/w:rPr><w:delText xml:space="preserve">Urges<\/w:delText>/u,
  )
  t.regex(
    xml,
    /<w:ins [^>]*><w:r><w:rPr><w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">Encourages<\/w:t>/u,
  )
})

test('documents that are the same: the redline is the old one to the byte', async (t) => {
  const bytes = word({ body: draft.join('') })
  const result = await redline(bytes, bytes, options)
  t.deepEqual(unzipSync(result), unzipSync(bytes))
})

test('the same date gives the same bytes', async (t) => {
  const [old, now] = [word({ body: draft.join('') }), word({ body: draft.slice(0, -1).join('') })]
  t.deepEqual(await redline(old, now, options), await redline(old, now, options))
})

test('paragraphs come, go and move', async (t) => {
  const newOne = opener('Invites', 'Parties to paint their lighthouses in white and red;', '2.\t')
  const renumber = (xml: string, from: string, to: string) => xml.replace(`\t${from}.`, `\t${to}.`)
  const inserted = [
    front,
    organ,
    lamp,
    fog,
    keep,
    newOne,
    renumber(train, '2', '3'),
    renumber(remain, '3', '4'),
  ]
  const deleted = [front, organ, lamp, keep, train, remain]
  const movedOne = [front, organ, fog, lamp, keep, train, remain]
  const added = await law(t, { body: draft.join('') }, { body: inserted.join('') })
  t.regex(added['word/document.xml'] ?? '', /<w:rPr><w:ins /u)
  const gone = await law(t, { body: draft.join('') }, { body: deleted.join('') })
  t.regex(gone['word/document.xml'] ?? '', /<w:pPr><w:rPr><w:del /u)
  const moved = await law(t, { body: draft.join('') }, { body: movedOne.join('') })
  const xml = moved['word/document.xml'] ?? ''
  t.is(xml.match(/<w:moveFromRangeStart /gu)?.length, 1)
  t.is(xml.match(/w:name="move1"/gu)?.length, 2)
  const cut = await law(t, { body: draft.join('') }, { body: movedOne.join('') }, { moves: 'delins' })
  t.notRegex(cut['word/document.xml'] ?? '', /move/u)
})

test('the mark of a moved paragraph that holds a link is cut and added: LibreOffice would leave it behind', async (t) => {
  const linked = p(
    `${r('\tNoting', italic)}${r(' decision ')}<w:hyperlink w:anchor="lamps">${r('4/CP.3')}</w:hyperlink>${r(' on fog signals,')}`,
  )
  const [old, now] = [
    [front, organ, linked, lamp, keep, train, remain],
    [front, organ, lamp, linked, keep, train, remain],
  ]
  const parts = await law(t, { body: old.join('') }, { body: now.join('') })
  const xml = parts['word/document.xml'] ?? ''
  t.is(xml.match(/<w:moveFrom /gu)?.length, xml.match(/<w:moveTo /gu)?.length)
  t.is(xml.match(/w:name="move1"/gu)?.length, 2)
  t.regex(xml, /<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr><w:moveFromRangeStart /u)
  t.regex(xml, /<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:moveToRangeStart /u)
})

test('paragraphs are split and merged by their marks', async (t) => {
  const one = opener(
    'Requests',
    'the secretariat to train the keepers of remote lighthouses, and also requests the secretariat to report on the cost of the lamps to the next session;',
    '2.\t',
  )
  const two = [
    opener('Requests', 'the secretariat to train the keepers of remote lighthouses;', '2.\t'),
    opener(
      'Also requests',
      'the secretariat to report on the cost of the lamps to the next session;',
      '3.\t',
    ),
  ]
  const old = [...draft.slice(0, 5), one, remain]
  const now = [...draft.slice(0, 5), ...two, opener('Decides', 'to remain seized of the matter.', '4.\t')]
  const split = (await law(t, { body: old.join('') }, { body: now.join('') }))['word/document.xml'] ?? ''
  t.notRegex(split, /<w:delText[^>]*>[^<]*keepers/u)
  const merged = (await law(t, { body: now.join('') }, { body: old.join('') }))['word/document.xml'] ?? ''
  t.notRegex(merged, /<w:delText[^>]*>[^<]*keepers/u)
})

test('what is inserted behind a new end of a paragraph goes on from there, as Word writes it', async (t) => {
  const open = opener('Urges', 'Parties to keep the lamps of all lighthouses lit from dusk to dawn:', '1.\t')
  const parts = [
    p('\t(a)\tIn winter;', '<w:ind w:left="720"/>'),
    p('\t(b)\tIn fog;', '<w:ind w:left="720"/>'),
  ]
  const now = draft.toSpliced(4, 1, open, ...parts)
  const xml = (await law(t, { body: draft.join('') }, { body: now.join('') }))['word/document.xml'] ?? ''
  t.regex(xml, /<w:p><w:pPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>(?:(?!<\/w:p>).)*dawn/u)
  // New sub-paragraphs are set in as the new document has them; the last one has the mark of the old paragraph.
  t.regex(
    xml,
    /<w:pPr><w:ind w:left="720"\/><w:pPrChange [^>]*><w:pPr><\/w:pPr><\/w:pPrChange><\/w:pPr>(?:(?!<\/w:p>).)*In fog;/u,
  )
  await law(t, { body: now.join('') }, { body: draft.join('') })
})

test('italics that change are a change of formatting', async (t) => {
  const now = draft.with(
    4,
    p(
      r('\t1.\t') +
        r('Urges', italic) +
        r(' Parties to keep the lamps of ') +
        r('all', italic) +
        r(' lighthouses lit from dusk to dawn;'),
    ),
  )
  const xml = (await law(t, { body: draft.join('') }, { body: now.join('') }))['word/document.xml'] ?? ''
  t.regex(xml, /<w:i\/><w:iCs\/><w:rPrChange [^>]*><w:rPr\/><\/w:rPrChange>/u)
  await law(t, { body: now.join('') }, { body: draft.join('') })
})

const numbering = `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'], ['lowerLetter', '(%2)'])}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const auto = (verb: string, rest: string) => p(r(verb, italic) + r(` ${rest}`), numbered(1))

test('automatic numbers count on by themselves, and are typed where Word would count another', async (t) => {
  const body = [front, organ, lamp, fog]
  const list = [
    auto('Urges', 'Parties to keep the lamps of all lighthouses lit from dusk to dawn;'),
    auto('Requests', 'the secretariat to train the keepers of remote lighthouses;'),
    auto('Decides', 'to remain seized of the matter.'),
  ]
  const more = list.toSpliced(1, 0, auto('Invites', 'Parties to paint their lighthouses in white and red;'))
  const grown = await law(
    t,
    { body: [...body, ...list].join(''), numbering },
    { body: [...body, ...more].join(''), numbering },
  )
  t.notRegex(grown['word/document.xml'] ?? '', /pPrChange|<w:del /u)
  const typed = [keep, train, remain]
  const same = await law(
    t,
    { body: [...body, ...list].join(''), numbering },
    { body: [...body, ...typed].join('') },
  )
  t.notRegex(same['word/document.xml'] ?? '', /<w:(?:ins|del) /u)
  await law(t, { body: [...body, ...typed].join('') }, { body: [...body, ...list].join(''), numbering })
  const leap = [
    keep,
    opener('Requests', 'the secretariat to train the keepers of remote lighthouses;', '1 bis.\t'),
    opener('Decides', 'to remain seized of the matter.', '2.\t'),
  ]
  await law(t, { body: [...body, ...list].join(''), numbering }, { body: [...body, ...leap].join('') })
})

const mark = (id: number) =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`
const noted = (rest: string, id: number) =>
  p(r('\t') + r('Recalling', italic) + r(` ${rest}`) + mark(id) + r(' on lamps,'))

test('notes are edited, added and cut in their part', async (t) => {
  const old = {
    body: [front, organ, noted('its decision 4/CP.3', 1), fog, keep, train, remain].join(''),
    footnotes: note(1, 'See the report on lamps, section II.'),
  }
  const edited = { ...old, footnotes: note(1, 'See the report on lamps, section III.') }
  const parts = await law(t, old, edited)
  t.regex(parts['word/footnotes.xml'] ?? '', /<w:delText[^>]*>II<\/w:delText>/u)
  const more = {
    body: [
      front,
      organ,
      noted('its decision 3/CP.2', 2),
      noted('its decision 4/CP.3', 1),
      fog,
      keep,
      train,
      remain,
    ].join(''),
    footnotes: note(1, 'See the report on lamps, section II.') + note(2, 'Reproduced in the annual report.'),
  }
  await law(t, old, more)
  await law(t, more, old)
  const bare = await law(t, { body: draft.join('') }, more)
  t.regex(bare['[Content_Types].xml'] ?? bare['word/_rels/document.xml.rels'] ?? '', /footnotes/u)
})

test('a paragraph most of whose words are others is cut and added as a block, behind its number', async (t) => {
  const before = opener(
    'Requests',
    'keepers in northern stations who record storms, whenever reefs are covered by breaking seas, to publish tables of soundings;',
    '1.\t',
  )
  const after = opener(
    'Invites',
    'owners in southern harbours who insure vessels, whenever channels are dredged by contracted crews, to prepare lists of moorings;',
    '1.\t',
  )
  const parts = await law(
    t,
    { body: draft.with(4, before).join('') },
    { body: draft.with(4, after).join('') },
  )
  const xml = parts['word/document.xml'] ?? ''
  t.is(xml.match(/<w:del /gu)?.length, 1)
  t.is(xml.match(/<w:ins /gu)?.length, 1)
  t.notRegex(xml, /<w:delText[^>]*>[^<]*1\./u)
})

test('a new paragraph without number is set like the text, and not like a line that is set right', async (t) => {
  const meeting = p('66th plenary meeting', '<w:jc w:val="right"/>')
  const unnumbered = opener(
    'Thanks',
    'the keepers of the southern coast for their long service in fog and ice;',
  )
  const old = [...draft, meeting]
  const parts = await law(t, { body: old.join('') }, { body: old.toSpliced(-1, 0, unnumbered).join('') })
  t.notRegex(parts['word/document.xml'] ?? '', /<w:jc w:val="right"\/>(?:(?!<\/w:p>).)*Thanks/u)
})
