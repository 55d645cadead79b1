/** Akoma Ntoso out: valid, its identifiers the numbers printed, nothing of the text markup. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { build, fromMarkdown, parse, toAkn } from '../src/index.js'
import { invalid, shared, whyNot } from './support/akn.js'
import { cases, read } from './support/fixtures.js'
import { draft } from './support/generate.js'
import { mangled } from './support/mangle.js'
import { cleanMarkdown, ocrMarkdown } from './support/print.js'
import { budget, runs, some } from './support/properties.js'

const skipped = whyNot()
const validates = skipped === undefined ? test : test.skip

/** One line of XML for each that matches, without indentation. */
function linesOf(xml: string, pattern: RegExp): string[] {
  return xml
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => pattern.test(line))
}

function eIds(xml: string): string[] {
  return [...xml.matchAll(/ eId="([^"]*)"/gu)].map(([, id = '']) => id)
}

const resolution = `A/C.2/97/L.12/Rev.1

Distr.: Limited

26 November 2041

Fiji and Malta:[^1] revised draft resolution

## Lamps of the outer banks

*The General Assembly*,

*Recalling* its resolution 95/6 of 1 December 2039,[^2]

*Noting* that:

(a) Lamps fail;

(b) Keepers tire,

1. *Urges* States:

(a) To list:

(i) Wrecks with cargo;

(ii) Wrecks without cargo;

(b) To report;

and to do so soon;

2 bis. *Invites* owners < & > of ships;

3\\. *Decides* to remain seized of the matter.

54th plenary meeting

15 December 2041

## Annex I

1. Keepers shall be relieved.[^2]

[^1]: On behalf of the Group of Small Ports.

[^2]: A/95/40.
`

test('the parts of a resolution have the elements of the guidelines', (t) => {
  const xml = toAkn(fromMarkdown(resolution))
  t.deepEqual(
    linesOf(xml, /^<(?:statement|coverPage|preface|preamble|mainBody|conclusions|attachments?|doc)\b/u),
    [
      '<statement name="resolutionDraft" contains="singleVersion">',
      '<coverPage>',
      '<preface>',
      '<preamble>',
      '<mainBody>',
      '<conclusions eId="conclusions_1">',
      '<attachments>',
      '<attachment eId="att_I">',
      '<doc name="annex" contains="singleVersion">',
      '<mainBody>',
    ],
  )
  t.deepEqual(
    linesOf(xml, /^<(?:paragraph|list|intro|point|wrapUp|num|container|blockList|item)\b/u).map((line) =>
      line.replace(/<num>(.*)<\/num>/u, '$1'),
    ),
    [
      '<container name="proponents" eId="container_1">',
      '<container name="title" eId="container_2">',
      '<container name="Recalling" eId="container_3">',
      '<container name="Noting" eId="container_4">',
      '<blockList eId="container_4__list_1">',
      '<item eId="container_4__list_1__item_a">',
      '(a)',
      '<item eId="container_4__list_1__item_b">',
      '(b)',
      '<paragraph eId="para_1">',
      '1.',
      '<list eId="para_1__list_1">',
      '<intro eId="para_1__list_1__intro">',
      '<point eId="para_1__list_1__point_a">',
      '(a)',
      '<list eId="para_1__list_1__point_a__list_1">',
      '<intro eId="para_1__list_1__point_a__list_1__intro">',
      '<point eId="para_1__list_1__point_a__list_1__point_i">',
      '(i)',
      '<point eId="para_1__list_1__point_a__list_1__point_ii">',
      '(ii)',
      '<point eId="para_1__list_1__point_b">',
      '(b)',
      '<wrapUp eId="para_1__list_1__wrapUp">',
      '<paragraph eId="para_2bis">',
      '2 bis.',
      '<paragraph eId="para_3">',
      '3.',
      '<paragraph eId="att_I__para_1">',
      '1.',
    ],
  )
})

test('the document is identified by symbol, day and language', (t) => {
  const xml = toAkn(fromMarkdown(resolution))
  const work = '/akn/un/statement/deliberation/un-ga-c2/2041-12-15/A-C.2-97-L.12'
  t.deepEqual(
    linesOf(xml, /^<FRBR(?:this|uri|alias|versionNumber|language)/u)
      .slice(0, 10)
      .map((line) => /(?:value|language)="([^"]*)"/u.exec(line)?.[1]),
    [
      `${work}/!main`,
      work,
      'A/C.2/97/L.12',
      `${work}/eng@2041-11-26/!main`,
      `${work}/eng@2041-11-26`,
      'A/C.2/97/L.12/Rev.1',
      'Rev.1',
      'eng',
      `${work}/eng@2041-11-26/!main.xml`,
      `${work}/eng@2041-11-26.xml`,
    ],
  )
  t.true(xml.includes(`<FRBRthis value="${work}/!annex_I"/>`))
})

test('sponsors, phrases, references and notes are marked where they stand', (t) => {
  const xml = toAkn(fromMarkdown(resolution))
  const has = (text: string) => t.true(xml.includes(text), `${text} in ${xml}`)
  has('<docProponent refersTo="#fiji" as="#sponsor">Fiji</docProponent> and <docProponent refersTo="#malta"')
  has('<docType refersTo="#revisedDraftResolution">revised draft resolution</docType>')
  has('<TLCOrganization eId="fiji" href="/akn/ontology/organization/un/fiji" showAs="Fiji"/>')
  has('<inline name="akn4un:operativePhrase" refersTo="#verb_urge"><i>Urges</i></inline> States:')
  has('<ref href="/akn/un/statement/deliberation/un-ga/2040/95-6" refersTo="#ref_A-RES-95-6">')
  has('<TLCReference eId="ref_A-RES-95-6" name="undocs" href="https://undocs.org/A/RES/95/6"')
  has('<authorialNote marker="2" placement="bottom" eId="authorialNote_2"><p>')
  has('Keepers shall be relieved.<noteRef href="#authorialNote_2" marker="2"/>')
  has('<docDate date="2041-12-15" refersTo="#dateOfAdoption">15 December 2041</docDate>')
  has('owners &#x3C; &#x26; > of ships;')
})

test('what a note cites is a reference, in every language', (t) => {
  const citing = (language: string, note: string) => {
    const { root, resolution: node, operative, operativeParagraph, clause, footnoteReference } = build
    const tree = root({ language }, [
      node([operative([operativeParagraph({ ordinal: 1 }, [clause(['a', footnoteReference('1')])])])]),
      build.footnoteDefinition('1', [note]),
    ])
    return [...toAkn(tree).matchAll(/<ref href="([^"]*)" refersTo="[^"]*">([^<]*)<\/ref>/gu)].map(
      ([, href, words]) => `${words}: ${href}`,
    )
  }
  const lamps = '/akn/un/statement/deliberation/un-ga/2042/A-97-12'
  t.deepEqual(citing('en', 'See A/97/12 & resolution 53/77 AA, annex.'), [
    `A/97/12: ${lamps}`,
    'resolution 53/77 AA: /akn/un/statement/deliberation/un-ga/1998/53-77_AA',
  ])
  t.deepEqual(citing('fr', 'Voir A/97/12.'), [`A/97/12: ${lamps}`])
  t.deepEqual(citing('xx', 'A/97/12.'), [])
})

test('no identifier is given twice, whatever restarts', (t) => {
  const restarting = `*The General Assembly*,

I

Purchase of oil

1. *Approves* the purchase of oil;

2. *Requests* the Secretary-General to store it;

II

Purchase of boats

1. *Approves* the purchase of boats;

1. *Decides* to inspect them;

2 Alt 1. *Decides* to sell them;

2 Alt 2. *Decides* to burn them.
`
  const ids = eIds(toAkn(fromMarkdown(restarting)))
  t.deepEqual(new Set(ids).size, ids.length)
  for (const id of [
    'sec_I__para_1',
    'sec_I__para_2',
    'sec_II__para_1',
    'sec_II__para_1-2',
    'sec_II__para_2Alt1',
  ])
    t.true(ids.includes(id), `${id} in ${ids.join(' ')}`)
})

test('several resolutions are a collection of statements', (t) => {
  const two = `## 97/6. Lamps

A

The lamps of the north

*The General Assembly*,

*Approves* the report.

B

The lamps of the south

*The General Assembly*,

*Approves* the report.
`
  const xml = toAkn(fromMarkdown(two))
  t.deepEqual(linesOf(xml, /^<(?:documentCollection|component|statement|paragraph)\b/u), [
    '<documentCollection name="resolution" contains="singleVersion">',
    '<component eId="cmp_A">',
    '<statement name="resolution" contains="singleVersion">',
    '<paragraph eId="cmp_A__para_1">',
    '<component eId="cmp_B">',
    '<statement name="resolution" contains="singleVersion">',
    '<paragraph eId="cmp_B__para_1">',
  ])
})

test('no text becomes markup, and what XML cannot hold is replaced', (t) => {
  const { root, resolution: node, operative, operativeParagraph, clause, text } = build
  const tree = root([
    node([
      operative([
        operativeParagraph({ ordinal: 1 }, [clause([text('a\u0000b\ud800c <p eId="x"/> ]]> &amp; \uffff')])]),
      ]),
    ]),
  ])
  t.is(/<p>(.*)<\/p>/u.exec(toAkn(tree))?.[1], 'a\ufffdb\ufffdc &#x3C;p eId="x"/> ]]&#x3E; &#x26;amp; \ufffd')
})

validates(`every fixture is valid${skipped ? `: ${skipped}` : ''}`, (t) => {
  const documents = some(cases()).flatMap(({ name, input, format }) =>
    input === undefined ? [] : [{ name, xml: toAkn(read(input, format).tree) }],
  )
  t.true(documents.length >= runs(120))
  t.deepEqual(invalid(documents), [])
})

validates(`generated resolutions, whole and mangled, are valid${skipped ? `: ${skipped}` : ''}`, (t) => {
  const sources = [
    ...fc.sample(draft.map(cleanMarkdown), { seed: budget.seed, numRuns: runs(60) }),
    ...fc.sample(mangled(draft.map(ocrMarkdown)), { seed: budget.seed, numRuns: runs(120) }),
  ]
  t.deepEqual(
    invalid(sources.map((source, index) => ({ name: `draft ${index}`, xml: toAkn(fromMarkdown(source)) }))),
    [],
  )
})

const corpus = join(shared, 'corpus', 'cases')
const real = skipped === undefined && existsSync(corpus) ? test : test.skip

real('every real document is valid', async (t) => {
  const documents: { name: string; xml: string }[] = []
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  for (const file of some(files.filter((one) => /\.clean\.md$/u.test(one)))) {
    const { tree } = await parse(readFileSync(join(corpus, file)), { name: file })
    documents.push({ name: file, xml: toAkn(tree) })
  }
  t.true(documents.length >= runs(100))
  t.deepEqual(invalid(documents), [])
})
