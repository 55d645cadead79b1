// Set the language versions of the real documents outside the project side by side: how many discrepancies are
// told that the texts do not have, and how many of a hundred that are put into them are found.
//
//   node scripts/concord-score.js [--show] [--half 0|1] [--seed N]
//
// Those that the published texts do have are listed in concord-differences.json, each checked by eye.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { register } from 'tsx/esm/api'

register()
const { random, seed, seededKinds } = await import('../test/support/discrepancies.ts')
const { concord } = await import('../src/concord/index.ts')
const { allCorrespondences } = await import('../src/model/concordance.ts')
const { parse } = await import('../src/pipeline.ts')

const { values } = parseArgs({
  options: {
    show: { type: 'boolean', default: false },
    half: { type: 'string' },
    seed: { type: 'string', default: '2031' },
  },
})
const corpus = fileURLToPath(new URL('../../shared/corpus', import.meta.url))
const listed = JSON.parse(readFileSync(new URL('concord-differences.json', import.meta.url), 'utf8'))
const wanted = 100

/** The published texts, by symbol: of each language one file, the English one first. */
async function versions() {
  const texts = new Map()
  for (const [folder, name] of [
    ['cases', (entry) => entry],
    ['revisions', (entry) => join(entry, 'old.clean.md')],
  ]) {
    for (const language of ['en', 'fr', 'es', 'ru', 'zh', 'ar']) {
      const inside = join(corpus, folder, language)
      if (!existsSync(inside)) continue
      for (const entry of readdirSync(inside)) {
        const path = join(inside, name(entry))
        if (!path.endsWith('clean.md')) continue
        // The name without the letter of the language: only what may have versions is read.
        const text = entry.replace(/(?:-\d+)?_?[A-Z](?:\.clean\.md)?$/u, '')
        const list = texts.get(text) ?? new Map()
        texts.set(text, list.set(language, list.get(language) ?? path))
      }
    }
  }
  const groups = []
  for (const [text, files] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (files.size < 2) continue
    const list = []
    for (const path of files.values()) {
      const source = readFileSync(path, 'utf8')
      list.push({ source, ...(await parse(source, { name: path })) })
    }
    groups.push({ text, list: list.map(({ source, tree }) => ({ source, tree, language: tree.language })) })
  }
  return groups.filter((_, index) => values.half === undefined || index % 2 === Number(values.half))
}

/** What two texts do not have in common, each with where it is. */
function discrepancies(reference, other) {
  const { front, correspondences } = concord([reference, other])
  return [
    ...front.map((one) => ({ ...one, labels: ['front'] })),
    ...allCorrespondences(correspondences).flatMap(({ discrepancies, members }) =>
      discrepancies.map((one) => ({ ...one, labels: members.flatMap((member) => member?.labels ?? []) })),
    ),
  ]
}

const printed = ({ kind, labels, reference, other }) =>
  `${[...new Set(labels)].join('+')} ${kind}: ${[reference, other].map((found) => found.map(({ text }) => text).join(', ')).join(' | ')}`

/** Whether a text is known to differ so. */
function isListed(text, languages, { kind, labels }) {
  return listed.some(
    (one) =>
      one.text === text &&
      languages.includes(one.language) &&
      one.kinds.includes(kind) &&
      labels.some((label) => label === one.at || label.startsWith(`${one.at}(`)),
  )
}

/** Every pair of versions: what is told, and what of it the texts do not have. */
function published(groups) {
  const result = { pairs: 0, told: 0, false: 0, kinds: {} }
  for (const { text, list } of groups) {
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        const found = discrepancies(one.tree, other.tree)
        result.pairs++
        result.told += found.length
        for (const each of found) {
          if (isListed(text, [one.language, other.language], each)) continue
          result.false++
          result.kinds[each.kind] = (result.kinds[each.kind] ?? 0) + 1
          if (values.show) console.log(`false ${text} ${one.language}-${other.language} ${printed(each)}`)
        }
      }
    }
  }
  return result
}

/** Put a hundred discrepancies into versions, one at a time, and look for them. */
async function seeded(groups) {
  const next = random(Number(values.seed))
  const pick = (list) => list[Math.floor(next() * list.length)]
  const result = { seeded: 0, found: 0, kinds: {} }
  for (let attempt = 0; result.seeded < wanted && attempt < wanted * 20; attempt++) {
    const kind = seededKinds[result.seeded % seededKinds.length]
    const { text, list } = pick(groups)
    const reference = list[0]
    const other = pick(list.slice(1))
    const [changed, kept] = next() < 0.75 ? [other, reference] : [reference, other]
    const before = new Set(discrepancies(kept.tree, changed.tree).map(printed))
    const skip = new Set(discrepancies(kept.tree, changed.tree).flatMap(({ labels }) => labels))
    const change = seed(kind, changed.source, changed.tree, next, skip)
    if (!change) continue
    const { tree } = await parse(change.source, { name: 'seeded.md' })
    const after = discrepancies(kept.tree, tree).filter((each) => !before.has(printed(each)))
    const found = after.some(
      ({ kind, labels }) =>
        change.told.includes(kind) &&
        (labels.length === 0 ||
          labels.some((label) => label === change.label || label.startsWith(`${change.label}(`))),
    )
    result.seeded++
    if (found) result.found++
    else result.kinds[kind] = (result.kinds[kind] ?? 0) + 1
    if (values.show && !found)
      console.log(
        `not found ${text} ${kept.language}-${changed.language} ${kind} ${change.label}: ${change.before} → ${change.after}; told: ${after.map(printed).join('; ')}`,
      )
  }
  return result
}

const groups = await versions()
const [told, put] = [published(groups), await seeded(groups)]
console.log(
  JSON.stringify({
    texts: groups.length,
    pairs: told.pairs,
    told: told.told,
    false: told.false,
    falsePerDocument: Number((told.false / told.pairs).toFixed(3)),
    falseKinds: told.kinds,
    seeded: put.seeded,
    found: put.found,
    missedKinds: put.kinds,
  }),
)
