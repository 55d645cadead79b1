/** History: what became of each paragraph through a chain of versions. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { compareTexts, diff } from '../src/diff/index.js'
import { history } from '../src/history/index.js'
import type { History } from '../src/model/history.js'
import { rows, topLabel } from '../src/model/tree/rows.js'
import { historyToCsv } from '../src/reports/history/to-csv.js'
import { historyToHtml } from '../src/reports/history/to-html.js'
import { historyDocument } from '../src/reports/history/to-json.js'
import { historyToMarkdown } from '../src/reports/history/to-markdown.js'
import { historyToText, lifeToText } from '../src/reports/history/to-text.js'
import { folder, plenary } from './support/command.js'
import { draft } from './support/drafts.js'
import { runs } from './support/properties.js'
import { schemaFaults } from './support/schema.js'

const lamps = 'PP Recalling its resolution on the lamps of the northern coast,'
const keepers = 'PP Noting that keepers of remote stations are relieved late in winter,'
const relight = (verb: string) =>
  `1. ${verb} States parties to relight every station that is dark before winter;`
const fund = '2. Decides to establish a voluntary fund for the repair of lenses and towers;'
const fog = '3. Requests the secretariat to convene a meeting of experts on fog signals;'

const chain = () =>
  history([
    draft([lamps, keepers, relight('Urges'), fund, fog]),
    draft([
      lamps,
      keepers,
      relight('Calls upon'),
      '2. Requests the secretariat to convene a meeting of experts on fog signals;',
    ]),
    draft([keepers, lamps, relight('Encourages'), fund, fog]),
  ])

const paths = ({ paragraphs }: History) =>
  paragraphs.map(({ path }) => path.map((labels) => labels.join('+')).join(' '))

test('a paragraph is followed through all versions, and the chain of its verbs told', (t) => {
  const life = chain().paragraphs.find(({ path }) => path[0]?.[0] === 'OP1')
  t.like(life, {
    path: [['OP1'], ['OP1'], ['OP1']],
    verbs: ['urge', 'call-upon', 'encourage'],
    changed: [1, 2],
    fate: 'kept',
  })
  t.is(life?.shifts[2], 'weaker')
})

test('a paragraph that was cut and came back is one life', (t) => {
  const result = chain()
  const life = result.paragraphs.find(({ path }) => path[0]?.[0] === 'OP2')
  t.like(life, { path: [['OP2'], [], ['OP2']], fate: 'revived', changed: [] })
  t.deepEqual(
    result.links.filter(({ old, new: now }) => old === null || now === null),
    [
      { from: 0, old: 'OP2', new: null },
      { from: 1, old: null, new: 'OP2' },
    ],
  )
})

test('lives are in the order of the last version, what is gone where it was', (t) => {
  const result = history([
    draft([lamps, relight('Urges'), fund, fog]),
    draft([
      lamps,
      relight('Urges'),
      '2. Requests the secretariat to convene a meeting of experts on fog signals;',
    ]),
  ])
  t.deepEqual(paths(result), ['PP1 PP1', 'OP1 OP1', 'OP2 ', 'OP3 OP2'])
  t.deepEqual(
    result.paragraphs.map(({ fate }) => fate),
    ['kept', 'kept', 'deleted', 'kept'],
  )
})

test('splits and merges are one life with several labels', (t) => {
  const whole =
    '1. Requests the secretariat to keep a public register of lights, and invites ship owners to report displaced buoys to harbour masters;'
  const halves = [
    '1. Requests the secretariat to keep a public register of lights;',
    '2. Invites ship owners to report displaced buoys to harbour masters;',
  ]
  t.like(history([draft([whole]), draft(halves)]).paragraphs[0], {
    path: [['OP1'], ['OP1', 'OP2']],
    fate: 'split',
  })
  t.like(history([draft(halves), draft([whole])]).paragraphs[0], {
    path: [['OP1', 'OP2'], ['OP1']],
    fate: 'merged',
  })
})

test('pieces that stand apart are one life too, and the first of them says the verb', (t) => {
  const whole =
    '1. Requests the secretariat to keep a public register of lights, and invites ship owners to report displaced buoys to harbour masters;'
  const parted = [
    '1. Requests the secretariat to keep a public register of lights;',
    '2. Decides to establish a voluntary fund for the repair of lenses and towers;',
    '3. Invites ship owners to report displaced buoys to harbour masters;',
  ]
  const split = history([draft([whole]), draft(parted)])
  t.deepEqual(paths(split), ['OP1 OP1+OP3', ' OP2'])
  t.like(split.paragraphs[0], { verbs: ['request', 'request'], shifts: [null, null], fate: 'split' })
  t.deepEqual(split.links, [
    { from: 0, old: 'OP1', new: 'OP1' },
    { from: 0, old: null, new: 'OP2' },
    { from: 0, old: 'OP1', new: 'OP3' },
  ])
  const merged = history([draft(parted), draft([whole])])
  t.deepEqual(paths(merged), ['OP1+OP3 OP1', 'OP2 '])
  t.like(merged.paragraphs[0], { verbs: ['request', 'request'], shifts: [null, null], fate: 'merged' })
})

const lines = fc.uniqueArray(
  fc.constantFrom(
    'PP Recalling its resolution on the lamps of the northern coast,',
    'PP Noting that keepers of remote stations are relieved late in winter,',
    '1. Urges States parties to relight every station that is dark;',
    '2. Decides to establish a voluntary fund for the repair of lenses;',
    '3. Requests the secretariat to convene a meeting of experts on fog;',
    '4. Invites the owners of ships to report dark or displaced lights;',
    '(a) The position and the colour of each light;',
  ),
)

test('a piece of a paragraph that was parted, and then cut, is a change of the paragraph', (t) => {
  const apart = [
    'Requests the secretariat to keep a register of lights;',
    'Also requests the secretariat to inform the harbours of what the register holds;',
  ]
  const whole = `${(apart[0] ?? '').slice(0, -1)}, and to inform the harbours of what the register holds;`
  const texts = [[whole], apart, apart.slice(0, 1)].map((acts) =>
    draft([...acts, 'Decides to meet again.'].map((act, at) => `${at + 1}. ${act}`)),
  )
  const { paragraphs } = history(texts)
  t.like(paragraphs[0], { changed: [1, 2] })
})

test('every paragraph of every version is in one life, and the links of neighbours are those of their diff', (t) => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 2, maxLength: 4 }), (versions) => {
      const trees = versions.map((each) => draft(each.filter((line, at) => at > 0 || !line.startsWith('('))))
      const result = history(trees)
      trees.forEach((tree, version) => {
        const expected = new Set(rows(tree).flatMap(({ label }) => (label === '' ? [] : [topLabel(label)])))
        const found = result.paragraphs.flatMap(({ path }) => path[version] ?? [])
        t.deepEqual([...found].sort(), [...expected].sort())
      })
      trees.slice(1).forEach((tree, from) => {
        const step = diff(trees[from] as typeof tree, tree)
        t.deepEqual(result.steps[from], step)
        const labels = step.changes.flatMap((change) => change.old).sort()
        const linked = result.links.flatMap((link) =>
          link.from === from && link.old !== null ? [link.old] : [],
        )
        t.deepEqual([...new Set(linked)].sort(), labels)
      })
    }),
    { numRuns: runs(60) },
  )
})

test('a history of one text, repeated, has no change', (t) => {
  const tree = () => draft([lamps, relight('Urges'), '(a) By day;', '(b) By night;', fund])
  const result = history([tree(), tree(), tree()])
  t.true(
    result.paragraphs.every(
      ({ fate, changed, moved }) => fate === 'kept' && changed.length + moved.length === 0,
    ),
  )
})

test('text: a column a version, with what changed marked', (t) => {
  const out = historyToText(chain(), { width: 100 })
  t.regex(out, /^OP1 +~OP1↓? +~OP1↓ +Urges → Calls upon → Encourages/mu)
  t.regex(out, /^OP2 +· +\+OP2 /mu)
  t.true(out.split('\n').every((line) => [...line].length <= 100))
})

test('text: the life of one paragraph shows the words that changed at each step', (t) => {
  const out = lifeToText(chain(), 'OP1', compareTexts)
  t.regex(out ?? '', /v2 {2}OP1.*\n {2}\[-Urges-\]\{\+Calls upon\+\}/u)
  t.regex(out ?? '', /v3 {2}OP1 · verb weaker\n {2}\[-Calls upon-\]\{\+Encourages\+\}/u)
  t.is(lifeToText(chain(), 'OP9', compareTexts), null)
  t.regex(lifeToText(chain(), '2:OP2', compareTexts) ?? '', /fog signals/u)
})

test('the other reports hold every paragraph, and escape what they show', (t) => {
  const hostile = '1. Urges States parties to relight <script>alert(1)</script> every station;'
  const result = history([draft([lamps, relight('Urges')]), draft([lamps, hostile])])
  const page = historyToHtml(result, compareTexts)
  t.false(page.includes('<script>'))
  t.regex(page, /<del>/u)
  t.regex(historyToMarkdown(result, compareTexts), /\*\*.*script/u)
  t.is(historyToCsv(result).trim().split('\r\n').length, 1 + result.paragraphs.length)
  const json = historyDocument(result, ['a', 'b'])
  t.deepEqual(schemaFaults('history', json), [])
  t.deepEqual([json.versions.map(({ file }) => file), json.steps.length], [['a', 'b'], 1])
})

test('a scale that is chosen decides in a history too', async (t) => {
  const at = folder(t)
  const write = (name: string, verb: string) => {
    const file = join(at, name)
    writeFileSync(file, `The General Assembly,\n\nRecalling the lamps,\n\n1. ${verb} ports to ring.\n`)
    return file
  }
  const versions = [write('a.md', '*Requests*'), write('b.md', '*Calls upon*')]
  const shifts = async (...options: string[]) => {
    const { out } = await plenary(['history', '--format', 'json', ...options, ...versions])
    const { steps } = JSON.parse(out) as { steps: { changes: { phrases: { shift: string }[] }[] }[] }
    return steps.flatMap(({ changes }) => changes.flatMap(({ phrases }) => phrases.map(({ shift }) => shift)))
  }
  t.deepEqual(await shifts(), ['contested'])
  const [chosen] = await shifts('--scale', 'gruenberg-2009')
  t.true(chosen === 'weaker' || chosen === 'stronger' || chosen === 'lateral', chosen)
})
