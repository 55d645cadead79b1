/** Discrepancies put into invented versions at random are found, whichever they are. */
import { readFileSync } from 'node:fs'
import test from 'ava'
import { concord } from '../src/concord/index.js'
import { allCorrespondences } from '../src/model/concordance.js'
import { fromMarkdown } from '../src/pipeline.js'
import { random, seed, seededKinds } from './support/discrepancies.js'

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/concord/${name}.md`, import.meta.url), 'utf8')
const texts = ['en', 'es', 'fr', 'ru', 'ar', 'zh'].map((language) => {
  const source = read(language)
  return { language, source, tree: fromMarkdown(source) }
})
const [english, ...others] = texts as [(typeof texts)[number], ...typeof texts]

const told = (one: (typeof texts)[number]['tree'], other: typeof one) =>
  allCorrespondences(concord([one, other]).correspondences).flatMap(({ members, discrepancies }) =>
    discrepancies.map(({ kind }) => ({ kind, labels: members.flatMap((member) => member?.labels ?? []) })),
  )

test('the versions correspond', (t) => {
  for (const { tree } of others) t.deepEqual(told(english.tree, tree), [])
  t.deepEqual(
    texts.map(({ tree }) => tree.language),
    texts.map(({ language }) => language),
  )
})

for (const kind of seededKinds) {
  test(`${kind}: every change at random is found, in whichever language`, (t) => {
    const next = random(2031)
    for (let round = 0; round < 12; round++) {
      const other = others[round % others.length] as (typeof texts)[number]
      const [changed, kept] = round % 2 === 0 ? [other, english] : [english, other]
      const change = seed(kind, changed.source, changed.tree, next)
      if (!change) return t.fail(`nothing to change in ${changed.language}`)
      const { label, before, after } = change
      t.true(
        told(kept.tree, fromMarkdown(change.source)).some(
          (one) =>
            change.told.includes(one.kind) &&
            one.labels.some((own) => own === label || own.startsWith(`${label}(`)),
        ),
        `${kept.language}-${changed.language} ${label}: ${before} → ${after}`,
      )
    }
  })
}
