/** A base with tracked changes of others: they stay with their authors, and the new ones are beside them. */
import test, { type ExecutionContext } from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import { parse, redline, toMarkdown } from '../src/index.js'
import { p, r, word } from './support/word.js'
import { wordFaults } from './support/word-check.js'

const options = { author: 'Keeper', date: '2041-10-06T09:00:00Z', keepChanges: true }
let count = 0
const by = (author: string) => `w:id="${++count}" w:author="${author}" w:date="2041-03-01T09:00:00Z"`
const added = (author: string, inside: string) => `<w:ins ${by(author)}>${inside}</w:ins>`
const cut = (author: string, text: string) =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const markOf = (kind: string, author: string) => `<w:rPr><w:${kind} ${by(author)}/></w:rPr>`
const moved = (kind: 'From' | 'To', text: string) =>
  `<w:move${kind}RangeStart ${by('Skerry')} w:name="move1"/>${p(
    `<w:move${kind} ${by('Skerry')}>${r(text)}</w:move${kind}>`,
    markOf(`move${kind}`, 'Skerry'),
  )}<w:move${kind}RangeEnd w:id="${count - 2}"/>`

const bytes = word(
  [
    p('The Conference of the Parties,'),
    p(
      `${r('1. ')}${cut('Skerry', 'Urges')}${added('Fanad', r('Invites'))}${r(' Parties to light ')}${added('Fanad', r('all the new'))}${r(' lamps;')}`,
    ),
    moved('From', '2. Invites keepers to report;'),
    p('2. Requests ports to paint their towers;'),
    moved('To', '3. Invites keepers to report;'),
    p(cut('Fanad', '4. Calls upon owners to pay;'), markOf('del', 'Fanad')),
    p(added('Skerry', r('4. Asks donors to give oil;')), markOf('ins', 'Skerry')),
    p('5. Decides to remain seized of the matter.'),
  ].join(''),
)
const read = async (input: Uint8Array | string, revisions: 'final' | 'original' = 'final') =>
  toMarkdown((await parse(input, { name: 'x.docx', revisions, language: 'en' })).tree)
const markdown = await read(bytes)

/** Revise the text, hold the redline to the law, and give its body. */
async function law(t: ExecutionContext, from: string, to: string): Promise<string> {
  const text = markdown.replace(from, to)
  t.not(text, markdown)
  const { tree } = await parse(text, { format: 'markdown', language: 'en' })
  const result = await redline(bytes, tree, options)
  t.is(await read(result, 'original'), await read(bytes, 'original'))
  t.is((await read(result)).replaceAll('*', ''), text)
  t.deepEqual(wordFaults(result), wordFaults(bytes))
  return strFromU8(unzipSync(result)['word/document.xml'] as Uint8Array)
}

const whose = (xml: string, author: string) => xml.split(`w:author="${author}"`).length - 1

test('what is not touched stays as its author has it, to the byte', async (t) => {
  const { tree } = await parse(markdown, { format: 'markdown', language: 'en' })
  t.deepEqual(unzipSync(await redline(bytes, tree, options)), unzipSync(bytes))
  const own = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)
  const xml = await law(t, 'paint their towers', 'paint their towers white')
  for (const author of ['Skerry', 'Fanad']) t.is(whose(xml, author), whose(own, author))
  t.is(whose(xml, 'Keeper'), 1)
})

test('words change beside those of another, and are cut inside of them', async (t) => {
  const beside = await law(t, 'Parties to light', 'Parties to clean')
  t.regex(beside, /<w:del [^>]*Skerry[^>]*><w:r><w:delText[^>]*>Urges/u)
  const inside = await law(t, 'all the new', 'all new')
  t.regex(inside, /<w:ins [^>]*Fanad[^>]*>(?:(?!<\/w:ins>).)*<w:del [^>]*Keeper[^>]*>/u)
  const between = await law(t, 'all the new', 'all the good new')
  t.regex(
    between,
    /all the<\/w:t><\/w:r><\/w:ins><w:ins [^>]*Keeper[^>]*><w:r><w:t[^>]*> good<\/w:t><\/w:r><\/w:ins><w:ins [^>]*Fanad/u,
  )
})

test('a paragraph that another moved or inserted is revised where it is, or cut there', async (t) => {
  t.regex(
    await law(t, 'keepers to report', 'keepers to write'),
    /<w:moveTo [^>]*Skerry[^>]*>(?:(?!<\/w:moveTo>).)*<w:del [^>]*Keeper/u,
  )
  t.regex(
    await law(t, 'give oil', 'give wicks'),
    /<w:ins [^>]*Skerry[^>]*>(?:(?!<\/w:ins>).)*<w:del [^>]*Keeper/u,
  )
  const gone = await law(t, '4. Asks donors to give oil;\n\n', '')
  t.regex(gone, /<w:rPr><w:ins [^>]*Skerry[^>]*\/><w:del [^>]*Keeper[^>]*\/>/u)
  await law(t, '3. Invites keepers to report;\n\n', '')
})

test('new paragraphs come beside those of others, and a new move has a name of its own', async (t) => {
  await law(t, '5. Decides', '5. Thanks the keepers;\n\n6. Decides')
  const text = markdown.replace(/^(2\. .*\n\n)((?:.*\n\n)*)(5\. .*)/mu, '$2$1$3')
  const { tree } = await parse(text, { format: 'markdown', language: 'en' })
  const xml = strFromU8(unzipSync(await redline(bytes, tree, options))['word/document.xml'] as Uint8Array)
  const names = [...xml.matchAll(/RangeStart [^>]*w:name="([^"]*)"/gu)].map(([, name]) => name)
  t.is(new Set(names).size * 2, names.length)
})

test('where a new change cannot stand beside another, it says whose', async (t) => {
  const joined = word(
    [
      p('The Conference of the Parties,'),
      p('1. Urges Parties to light lamps ', markOf('del', 'Fanad')),
      p('and to clean them;'),
      p('2. Decides to remain seized of the matter.'),
    ].join(''),
  )
  const text = await read(joined)
  const redlined = async (markdown: string) =>
    redline(joined, (await parse(markdown, { format: 'markdown', language: 'en' })).tree, options)
  t.deepEqual(unzipSync(await redlined(text)), unzipSync(joined))
  const error = await t.throwsAsync(() => redlined(text.replace('to clean them', 'to paint them')))
  t.regex(error?.message ?? '', /fall on those of Fanad in “1\. Urges Parties to light lamps/u)
})
