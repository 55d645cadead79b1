/** A comparison as Akoma Ntoso: valid, both texts in it, each change among the modifications. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'
import { apartOf } from '../src/formats/akn/compare/apart.js'
import { writeComparison } from '../src/formats/akn/compare/write.js'
import { fromAkn } from '../src/formats/akn/read/from-akn.js'
import { walk } from '../src/formats/xml/elements.js'
import { readXml } from '../src/formats/xml/read-xml.js'
import { diff, diffToAkn, fromMarkdown, parse, plainText, type Root, rows, toAkn } from '../src/index.js'
import { invalid, shared, whyNot } from './support/akn.js'
import { base, renumber } from './support/diffs.js'
import { draft } from './support/drafts.js'
import { runs } from './support/properties.js'
import { revision, tree } from './support/revised.js'

type Parts = Parameters<typeof tree>[0]

const skipped = whyNot()
const validates = skipped === undefined ? test : test.skip

function compare(old: Root, now: Root): string {
  return diffToAkn(diff(old, now), { old, new: now })
}

function compareLines(before: readonly string[], after: readonly string[]): string {
  return compare(draft(before), draft(after))
}

/** One line of XML for each that matches, without indentation. */
function linesOf(xml: string, pattern: RegExp): string[] {
  return xml
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => pattern.test(line))
}

/** Each modification: its type, and what it points to. */
function modifications(xml: string): string[] {
  return [...xml.matchAll(/<textualMod eId="\w+" type="(\w+)"([^>]*)>([\s\S]*?)<\/textualMod>/gu)].map(
    ([, type = '', attributes = '', inner = '']) => {
      const at = (name: string) =>
        [...inner.matchAll(new RegExp(`<${name} eId="[^"]*" href="#([^"]*)"`, 'gu'))]
          .map(([, id]) => id)
          .join('+')
      const moved = attributes.includes('#moved') ? ' moved' : ''
      return `${type}${moved} at ${at('destination')}: ${at('old')} > ${at('new')}`
    },
  )
}

const words = (text: string) => text.match(/\p{L}+|\p{N}+/gu) ?? []

/** The words of preamble and body outside of an element. */
function wordsWithout(xml: string, dropped: 'ins' | 'del'): string[] {
  const found: string[] = []
  const reading = readXml(xml, { maxTags: 1_000_000, maxDepth: 100 })
  if (reading.kind === 'read')
    walk(reading.root, {
      enter: ({ name }) =>
        name !== dropped && !/^(?:meta|coverPage|preface|formula|conclusions|authorialNote)$/u.test(name),
      // A mark of a note parts words, and so does the end of a block.
      leave: ({ name }) => void (/^(?:ins|del|i|inline|a|ref|b)$/u.test(name) || found.push(' ')),
      text: ({ value }) => void found.push(value),
    })
  return words(found.join(''))
}

/** The words of a tree's rows, with their numbers. */
function wordsOf(root: Root): string[] {
  return rows(root).flatMap(({ node, role, text }) => [
    ...words(role === 'continuation' || !('label' in node) ? '' : (node.label ?? '')),
    ...words(text),
  ])
}

function holdsBoth(t: ExecutionContext, old: Root, now: Root): string {
  const xml = compare(old, now)
  t.deepEqual(wordsWithout(xml, 'del'), wordsOf(now))
  t.deepEqual(wordsWithout(xml, 'ins'), wordsOf(old))
  return xml
}

// ---------------------------------------------------------------- what is where

test('words that changed stand beside those that they replace', (t) => {
  const after = base.map((line) =>
    line.replace('Urges States parties', 'Encourages all States parties').replace('young ', ''),
  )
  const xml = compareLines(base, after)
  t.deepEqual(linesOf(xml, /<(?:ins|del)\b/u), [
    '<p><inline name="akn4un:operativePhrase" refersTo="#verb_encourage"><del eId="para_2__del_1">Urges</del><ins eId="para_2__ins_1">Encourages</ins></inline><ins eId="para_2__ins_2"> all</ins> States parties to replace cracked lenses before the winter storms;</p>',
    '<p><inline name="akn4un:operativePhrase" refersTo="#verb_encourage">Encourages</inline> ports to train<del eId="para_3__del_1"> young</del> keepers in the care of clockwork;</p>',
  ])
  t.deepEqual(modifications(xml), [
    'substitution at para_2: para_2__del_1 > para_2__ins_1+para_2__ins_2',
    'repeal at para_3: para_3__del_1 > ',
  ])
})

test('a paragraph keeps the identifier that it had, whatever its number is now', (t) => {
  const after = renumber([
    ...base.slice(0, 4),
    '9. Condemns the theft of brass from unmanned towers;',
    ...base.slice(4, 6),
    ...base.slice(7),
  ])
  const xml = compareLines(base, after)
  t.deepEqual(linesOf(xml, /^<(?:paragraph|num)\b/u), [
    '<paragraph eId="para_1" wId="para_1">',
    '<num>1.</num>',
    '<paragraph eId="para_2" status="edited">',
    '<num><ins>2.</ins></num>',
    '<paragraph eId="para_3" wId="para_2">',
    '<num><del>2.</del><ins>3.</ins></num>',
    '<paragraph eId="para_4" wId="para_3">',
    '<num><del>3.</del><ins>4.</ins></num>',
    '<paragraph eId="para_4__removed" wId="para_4" status="removed">',
    '<num><del>4.</del></num>',
    '<paragraph eId="para_5" wId="para_5">',
    '<num>5.</num>',
  ])
  t.deepEqual(modifications(xml), [
    'insertion at para_2:  > para_2__ins_1+para_2__ins_2',
    'renumbering at para_3: para_2 > para_3',
    'renumbering at para_4: para_3 > para_4',
    'repeal at para_4__removed: para_4__removed__del_1 > ',
  ])
  t.deepEqual(linesOf(xml, /^<mapping /u), [
    '<mapping eId="map_1" original="#para_2" current="#para_3" start="#eventRef_2"/>',
    '<mapping eId="map_2" original="#para_3" current="#para_4" start="#eventRef_2"/>',
  ])
})

test('what moved is cut where it stood and added where it stands', (t) => {
  const [recalling = '', noting = '', recognizing = '', ...operative] = base
  const xml = compareLines(base, [recognizing, recalling, noting, ...operative])
  t.deepEqual(modifications(xml), [
    'repeal moved at container_3__removed: container_3__removed__del_1 > ',
    'insertion moved at container_1:  > container_1__ins_1+container_1__ins_2',
  ])
  t.deepEqual(linesOf(xml, /^<container\b/u), [
    '<container name="Recognizing" eId="container_1" wId="container_3" status="edited">',
    '<container name="Recalling" eId="container_2" wId="container_1">',
    '<container name="Noting" eId="container_3" wId="container_2">',
    '<container name="removed" eId="container_3__removed" status="removed">',
  ])
})

test('a paragraph divided, and two made one, are split and join', (t) => {
  const one =
    '1. Urges ports to keep their lamps lit through the winter and requests the Keeper-General to inspect every tower before the first of the storms;'
  const two = [
    '1. Urges ports to keep their lamps lit through the winter;',
    '2. Requests the Keeper-General to inspect every tower before the first of the storms;',
  ]
  const split = compareLines([one], two)
  t.deepEqual(modifications(split).slice(0, 1), ['split at para_1+para_2: para_1 > para_1+para_2'])
  t.true(split.includes('<num><ins>2.</ins></num>'))
  const joined = compareLines(two, [one])
  t.deepEqual(modifications(joined).slice(0, 1), ['join at para_1: para_1+para_2 > para_1'])
  t.regex(joined, /<del eId="para_1__del_\d">;<eol\/>2\. Requests<\/del>/u)
})

test('a sub-paragraph that is gone stands among those that are left', (t) => {
  const before = [
    'PP Noting that:',
    '(a) Lamps fail;',
    '(b) Keepers tire;',
    '1. Urges ports:',
    '(a) To row;',
    '(b) To wait;',
    '… and to report.',
  ]
  const after = ['PP Noting that:', '(a) Keepers tire;', '1. Urges ports:', '(a) To wait.']
  const xml = compareLines(before, after)
  t.deepEqual(linesOf(xml, /^<(?:item|point)\b/u), [
    '<item eId="container_1__list_1__item_a__removed" wId="container_1__list_1__item_a" status="removed">',
    '<item eId="container_1__list_1__item_a" wId="container_1__list_1__item_b">',
    '<point eId="para_1__list_1__point_a__removed" wId="para_1__list_1__point_a" status="removed">',
    '<point eId="para_1__list_1__point_a" wId="para_1__list_1__point_b">',
    '<point eId="para_1__removed" wId="para_1" status="removed">',
  ])
})

test('the expression is one of the old work, generated first and amended then', (t) => {
  const [old, now] = ['old', 'new'].map((name) =>
    fromMarkdown(readFileSync(new URL(`../fixtures/sample/${name}.md`, import.meta.url), 'utf8')),
  ) as [Root, Root]
  const xml = holdsBoth(t, old, now)
  const work = '/akn/un/statement/deliberation/un-clh-cop/2031-10-06/CLH-COP-2031-L.4'
  t.true(xml.includes(`<FRBRuri value="${work}"/>`))
  t.true(xml.includes(`<FRBRuri value="${work}/eng@2031-10-09"/>`))
  t.deepEqual(linesOf(xml, /^<(?:eventRef|original|passiveRef) /u), [
    '<eventRef eId="eventRef_1" date="2031-10-06" source="#oldText" type="generation"/>',
    '<eventRef eId="eventRef_2" date="2031-10-09" source="#newText" type="amendment"/>',
    `<original eId="oldText" href="${work}/eng@" showAs="CLH/COP/2031/L.4"/>`,
    `<passiveRef eId="newText" href="${work}/eng@2031-10-09" showAs="CLH/COP/2031/L.4/Rev.1"/>`,
  ])
})

test('what is gone of a section stands in its order, whatever part it is in now', (t) => {
  const sections = fromMarkdown(`*The General Assembly*,

I

Lamps

*Recalling* its resolution 95/6 of 1 December 2039 on the lamps of the outer banks,

1. *Urges* States to light the outer banks;

2. *Approves* the budget of the harbour office;

II

Boats

*Noting* the report of the Keeper-General on the boats of the northern capes,

1. *Decides* to inspect all boats before the winter.
`)
  const plain = fromMarkdown(`*The General Assembly*,

*Noting* the report of the Keeper-General on the boats of the northern capes,

1. *Requests* a list of wrecks.
`)
  const xml = holdsBoth(t, sections, plain)
  holdsBoth(t, plain, sections)
  if (skipped === undefined)
    t.deepEqual(
      invalid([xml, compare(plain, sections)].map((each, index) => ({ name: `${index}`, xml: each }))),
      [],
    )
})

/** The sample, and it with other fields before its first paragraph. */
function fronts(): [Root, Root] {
  const source = readFileSync(new URL('../fixtures/sample/old.md', import.meta.url), 'utf8')
  const other = source
    .replace('L.4', 'L.4/Rev.1')
    .replace('6 October 2031\n', '9 October 2031\n')
    .replace('Sixth session', 'Seventh session')
    .replace('Agenda item 4', 'Agenda item 5')
    .replace('Review of the implementation', 'Review of the application')
    .replace('Celebrating the fiftieth', 'Marking the fiftieth')
  return [fromMarkdown(source), fromMarkdown(other)]
}

/** The texts of the masthead and the titles. */
function printed(root: Root): string[] {
  return root.children.flatMap((node) => {
    if (node.type === 'masthead') return node.children.map(plainText)
    return node.type === 'resolution'
      ? node.children.filter(({ type }) => type === 'title').map(plainText)
      : []
  })
}

test('what changed before the first paragraph is marked, and read on its side', async (t) => {
  const [old, now] = fronts()
  const xml = compare(old, now)
  t.deepEqual(
    modifications(xml),
    [1, 2, 3, 4, 5, 6].map((at) => `substitution at ins_${at}: del_${at} > ins_${at}`),
  )
  const front = async (revisions: 'original' | 'final') =>
    printed((await parse(xml, { format: 'akn', revisions })).tree)
  t.deepEqual(await front('original'), printed(old))
  t.deepEqual(await front('final'), printed(now))
  t.notDeepEqual(printed(old), printed(now))
})

// ---------------------------------------------------------------- laws

test('a text compared with itself has nothing cut or added', (t) => {
  const xml = compareLines(base, base)
  t.notRegex(xml, /<(?:ins|del|analysis)\b/u)
})

test('without what is cut it is the new text, without what is added the old one', (t) => {
  fc.assert(
    fc.property(revision, (pair) => void holdsBoth(t, tree(pair.old), tree(pair.new))),
    { numRuns: runs(100) },
  )
})

test('either text can be read out of it, paragraph by paragraph', (t) => {
  const lines = (xml: string, revisions?: 'original' | 'final') =>
    fromAkn(xml, { name: 'a text', ...(revisions ? { revisions } : {}) }).blocks.flatMap(({ kind, text }) =>
      kind === 'note' ? [] : [words(text.value).join(' ')],
    )
  const holds = (pair: { old: Parts; new: Parts }) => {
    const [old, now] = [tree(pair.old), tree(pair.new)]
    const xml = compare(old, now)
    t.deepEqual(lines(xml, 'final'), lines(toAkn(now)))
    t.deepEqual(lines(xml, 'original'), lines(toAkn(old)))
  }
  fc.assert(fc.property(revision, holds), { numRuns: runs(100) })
  // Divided, and its second part is first; and with a part that has no words of the old text but a list.
  const alike = Array.from({ length: 4 }, () => ({
    kind: 'PP' as const,
    body: 'Urges lamp',
    parts: [],
    resumed: undefined,
  }))
  const ports = 'urges ports to wait'
  const long = 'Urges lamp lamp lamp, and'
  const heading = (body: string) => ({ kind: '#' as const, body, parts: [], resumed: undefined })
  holds({
    old: [...alike, heading(`${long} ${ports}`)],
    new: [...alike.slice(2), heading(ports), heading(long)],
  })
  const opening = { kind: 'PP' as const, body: 'Also requests lamp lamp', parts: [], resumed: 'lens lamp' }
  holds({
    old: [{ ...opening, parts: ['lamp'] }],
    new: [opening, { ...opening, body: '', parts: ['lamp'] }],
  })
})

validates(`generated comparisons are valid${skipped ? `: ${skipped}` : ''}`, (t) => {
  const pairs = fc.sample(revision, { seed: 20311009, numRuns: runs(100) })
  const [old, now] = fronts()
  t.deepEqual(invalid([{ name: 'front', xml: compare(old, now) }]), [])
  t.deepEqual(
    invalid(
      pairs.map((pair, index) => ({ name: `pair ${index}`, xml: compare(tree(pair.old), tree(pair.new)) })),
    ),
    [],
  )
})

// ---------------------------------------------------------------- real documents, outside the project

const corpus = join(shared, 'corpus', 'revisions')
const real = skipped === undefined && existsSync(corpus) ? test : test.skip

real('comparisons of real documents are valid and hold both texts', async (t) => {
  const documents: { name: string; xml: string }[] = []
  // All of them: scripts/akn.js.
  for (const language of readdirSync(corpus))
    for (const pair of readdirSync(join(corpus, language)).slice(0, 2)) {
      const load = async (file: string) =>
        (await parse(readFileSync(join(corpus, language, pair, file)), { name: file })).tree
      const [old, now] = [await load('old.clean.md'), await load('new.clean.md')]
      documents.push({ name: pair, xml: holdsBoth(t, old, now) })
    }
  t.true(documents.length >= 6)
  t.deepEqual(invalid(documents), [])
})

// ---------------------------------------------------------------- texts that differ in how they are built

const opening = '*The General Assembly*,\n\n'
const table = (...lines: string[]) =>
  `${opening}1. *Adopts* the list;\n\n# Annex\n\n# Lights of the coast\n\n| Light | Range |\n|---|---|\n${lines.map((line) => `| ${line} |\n`).join('')}`
const amending = (given: string, end: string) =>
  `# Amendment to draft resolution A/C.3/97/L.4\n\n1. After operative paragraph 3, insert the following paragraph:\n\n“${given}”\n\n${end}\n`

/** Pairs of texts, each read both ways round. */
const built: Record<string, [string, string]> = {
  'a paragraph that a command gives, and the number of a command': [
    amending('3 bis. *Urges* ports to ring bells at dawn;', '2. Delete operative paragraph 12.'),
    amending('3 ter. *Urges* ports to ring gongs at dusk;', 'Delete operative paragraph 12.'),
  ],
  'a sub-paragraph whose own ones stand in its paragraph now': [
    `${opening}1. *Decides*:\n\n(a) To keep the bells;\n\n(b) To authorize the mission:\n\n(i) To relight lamps;\n\n(ii) To escort keepers.\n`,
    `${opening}1. *Decides* to keep the bells:\n\n(i) To relight lamps;\n\n(ii) To escort keepers.\n`,
  ],
  'the first row of a table behind its head': [
    table('North Cape | 1,200', 'Isle of Gulls | 900', 'South Reef | 700'),
    table('Isle of Gulls | 900', 'South Reef | 700'),
  ],
  'one of two resolutions': [
    `## A\n\n### Lamps\n\n${opening}*Noting* the report on lamps,\n\n1. *Urges* ports to light lamps.\n\n## B\n\n### Pilots\n\n${opening}*Taking note* of the report on pilots,\n\n1. *Urges* pilots to report.\n`,
    `## A\n\n### Lamps\n\n${opening}*Noting* the report on lamps,\n\n1. *Urges* ports to light lamps.\n`,
  ],
}

for (const [name, [one, other]] of Object.entries(built))
  test(`either side reads as it was: ${name}`, async (t) => {
    for (const [old, now] of [
      [fromMarkdown(one), fromMarkdown(other)],
      [fromMarkdown(other), fromMarkdown(one)],
    ] as [Root, Root][]) {
      const changes = diff(old, now)
      // However little of the old text is kept in its place, it is all there.
      for (const xml of [
        diffToAkn(changes, { old, new: now }),
        writeComparison(changes, { old, new: now }, { apart: 'all' }),
      ])
        for (const [revisions, side] of [
          ['original', old],
          ['final', now],
        ] as const)
          t.deepEqual(
            wordsOf((await parse(xml, { format: 'akn', revisions })).tree),
            wordsOf(side),
            revisions,
          )
    }
  })

test('rows that are read elsewhere are apart, with those between them and their paragraphs', (t) => {
  const whole = draft(base)
  const [first, second, ...rest] = rows(whole).map(({ text }) => text)
  const read = fromMarkdown([second, first, ...rest].join('\n\n'))
  const { old, new: now } = apartOf({ old: whole, new: whole }, { old: read, new: whole })
  t.deepEqual([now.size, old.has(0), old.has(1)], [0, true, true])
})

validates('the number of a title is cut and added as that of a paragraph is', (t) => {
  const titled = (number: string) =>
    fromMarkdown(`# ${number}. Oil of lamps\n\n${opening}1. *Urges* ports to light lamps.\n`)
  const xml = compare(titled('97/14'), titled('97/15'))
  t.regex(xml, /<docNumber><del>97\/14\.<\/del><ins>97\/15\.<\/ins><\/docNumber>/u)
  t.deepEqual(invalid([{ name: 'title', xml }]), [])
})
