/** Amending documents as Akoma Ntoso: textual modifications, held to the schema. */
import test from 'ava'
import { amendmentToAkn, fromText, parseAmendment, rows } from '../src/index.js'
import { fromAkn, invalid, whyNot } from './support/akn.js'
import { casesOf, fronts } from './support/amendment-forms.js'

const document = `LC/44/L.9

Forty-fourth session

Norland and Sudland: amendments to draft resolution A/C.2/97/L.7

Safety of lights

1. Delete the third preambular paragraph and operative paragraph 2 (a).

2. In operative paragraph 3, replace “dark” with “light” and delete “in winter”.

3. After operative paragraph 4, insert two new operative paragraphs reading:

Welcomes the lamps;

Thanks the keepers;

4. Move operative paragraph 5 so that it follows operative paragraph 7.

5. Merge operative paragraphs 8 and 9 to read:

Invites keepers and pilots;

6. Replace “lamp” with “light” in the title and the operative paragraphs.

7. Renumber the remaining paragraphs accordingly.
`
const write = async () => {
  const { amendment } = await parseAmendment(document, { format: 'text', language: 'en' })
  return amendmentToAkn(fromText(document, { language: 'en' }), amendment)
}

test('each instruction is a textual modification, its destination a paragraph of the draft', async (t) => {
  const xml = await write()
  const mods = [...xml.matchAll(/<textualMod eId="[^"]*" type="([^"]*)">(.*?)<\/textualMod>/gsu)].map(
    ([, type, inside = '']) =>
      [
        type,
        ...[...inside.matchAll(/<(\w+) eId="[^"]*" href="([^"]*)"/gu)].map(
          ([, name, href = '']) => `${name} ${href.replace(/^\/akn\/un\/.*#/u, '')}`,
        ),
      ].join(' '),
  )
  t.deepEqual(mods, [
    'repeal source #para_1 destination rec_3 destination para_2__point_a',
    'substitution source #para_2 destination para_3 old #para_2__mod_1__qtext_1 new #para_2__mod_1__qtext_2',
    'repeal source #para_2 destination para_3 old #para_2__mod_1__qtext_3',
    'insertion source #para_3 destination para_4 new #para_3__content__p_1 new #para_3__content__p_2',
    'replacement source #para_4 destination para_5 destination para_7',
    'join source #para_5 destination para_8 destination para_9 new #para_5__content__p_1',
    'substitution source #para_6 destination title destination para old #para_6__mod_1__qtext_1 new #para_6__mod_1__qtext_2',
    `renumbering source #para_7 destination ${/destination eId="amod_8[^"]*" href="([^"]*)"/u.exec(xml)?.[1] ?? ''}`,
  ])
  for (const [, id = ''] of xml.matchAll(/(?:old|new|source) eId="[^"]*" href="#([^"]*)"/gu))
    t.true(xml.includes(`eId="${id}"`), id)
})

test('it reads back as the same commands, with their quotation marks', async (t) => {
  const said = (tree: Parameters<typeof rows>[0]) =>
    rows(tree).map(({ role, number, text }) => [role, number, text])
  t.deepEqual(said(fromAkn(await write(), { language: 'en' })), said(fromText(document, { language: 'en' })))
})

const skipped = whyNot()
const validates = skipped === undefined ? test : test.skip

validates('it is valid against the schema', async (t) => {
  t.deepEqual(invalid([{ name: 'amendment.xml', xml: await write() }]), [])
})

validates('so is every command of the fixtures', async (t) => {
  const documents: { name: string; xml: string }[] = []
  for (const [language, front] of Object.entries(fronts))
    for (const { commands, lines } of casesOf(language)) {
      if (lines.every((line) => line.startsWith('unread'))) continue
      const text = `${front}\n\n${commands}\n`
      const { amendment } = await parseAmendment(text, { format: 'text', language })
      documents.push({ name: commands, xml: amendmentToAkn(fromText(text, { language }), amendment) })
    }
  t.true(documents.every(({ xml }) => xml.includes('<textualMod ')))
  t.deepEqual(invalid(documents), [])
})
