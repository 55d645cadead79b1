/** The tree that Word documents and pages keep, where the text is printed otherwise than the tree has it. */
import test from 'ava'
import { fromMarkdown, parse, type Root, toAkn, toDocx, toHtml, toMarkdown } from '../src/index.js'
import { htmlRoundTrip } from './support/html-law.js'
import { roundTrip, withoutPositions } from './support/laws.js'
import { wordRoundTrip } from './support/word-law.js'

/** A part of a text whose middle would be read otherwise once it is written. */
const odd = `*The General Assembly*,

*Convinced* of the value of long-

2/9

term agreements with the owners of the boats,

1. *Encourages* non-

A/RES/97/42
2. *Decides* to review.
keepers to take part;
`
const texts: Record<string, string> = {
  'a note that no mark leads to': `${odd}\n[^3]: A/97/8.\n`,
  'a note that no mark leads to, which begins with its number': `${odd}\n[^3]: 3 buoys.\n`,
  'marks within notes': `${odd.replace('boats', 'boats[^1]')}\n[^1]: See the code of the keepers,[^2] and its annex.\n\n[^2]: A/97/14, annex II.\n`,
  'a note with two marks': `${odd.replace('boats', 'boats,[^1] and lamps,[^1]')}\n[^1]: A/97/14.\n`,
  'a letter of a resolution with the mark of a note': `## 9/244. Keeping of lighthouses\n\n## B[^1]\n\n${odd}`,
  'a table of one row': `${odd}\n| 2050 | 12 |\n| --- | --- |\n`,
  'a table of one column': `${odd}\n| Year |\n| --- |\n| 2050 |\n`,
  'hyphens that do not break': odd.replace('boats', 'self‑righting boats'),
  'a number of the job': `United Nations\n\nGen eral Assembly\n\n41-19373 (E)\n\n${odd}`,
  'a soft hyphen alone in italics': odd.replace('*Convinced*', '*\u00adConvinced*'),
  'a soft hyphen alone before a verb': odd.replace('*Convinced*', '\u00ad*Convinced*'),
}
const isKept = async (tree: Root) => ({
  html: toHtml(tree).includes('plenary:tree'),
  word: Buffer.from(await toDocx(tree)).includes('customXml'),
})
for (const [name, text] of Object.entries(texts))
  test(`a tree is kept with ${name}`, async (t) => {
    const tree = fromMarkdown(text)
    t.deepEqual(await isKept(tree), { html: true, word: true })
    t.deepEqual(await wordRoundTrip(tree), [])
    t.deepEqual(await htmlRoundTrip(tree), [])
    t.deepEqual(roundTrip(tree, { fromMarkdown, toMarkdown }), [])
  })

test('the language of a kept tree holds, whatever its words tell, unless another is asked for', async (t) => {
  const tree: Root = { ...fromMarkdown(odd), language: 'fr' }
  t.deepEqual(await wordRoundTrip(tree), [])
  t.is((await parse(toHtml(tree))).tree.language, 'fr')
  t.is((await parse(toHtml(tree), { language: 'en' })).tree.language, 'en')
  t.is(fromMarkdown(toMarkdown(tree)).language, 'fr')
})

/** Words that are read so in one place alone: in an annex, or in another layout. */
const told =
  'The General Assembly,\n\n1. *Urges* States to apply resolution 96/12;\n\n2. *Decides* to review.\n'
type Phrase = { type: 'phrase'; verb: string | null }
const withVerb = (tree: Root, verb: string): Root =>
  JSON.parse(
    JSON.stringify(tree, (_, value: Phrase | null) =>
      value?.type === 'phrase' && value.verb === 'urge' ? { ...value, verb } : value,
    ),
  )

test('what was read of a document is kept where its words alone say otherwise', async (t) => {
  const tree = withVerb(fromMarkdown(told), 'encourage')
  t.deepEqual(roundTrip(tree, { fromMarkdown, toMarkdown }), [])
  t.deepEqual(withoutPositions((await parse(toAkn(tree), { format: 'akn' })).tree), withoutPositions(tree))
  t.deepEqual(await wordRoundTrip(tree), [])
  t.deepEqual(await htmlRoundTrip(tree), [])
})

test('of what a program made, the verbs and citations that it left unsaid are read', async (t) => {
  const made = withoutPositions(withVerb(fromMarkdown(told), 'encourage'))
  t.false(toMarkdown(made).includes('plenary:tree') || toAkn(made).includes('plenary:tree'))
  t.deepEqual(await isKept(made), { html: false, word: false })
  t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(made))), withoutPositions(fromMarkdown(told)))
})
