/** What may be opposite in two languages: the examples and counterexamples of grammars/concordance.json. */
import { readFileSync } from 'node:fs'
import test from 'ava'
import { type ConcordanceFile, mayCorrespond } from '../src/language/classes.js'
import { phrase } from '../src/model/tree/build.js'
import type { Phrase } from '../src/model/tree/types.js'

type Pair = [string, string]
type Proved = ConcordanceFile['classes'][number] & { examples: Pair[]; counterexamples: Pair[] }
const file = JSON.parse(
  readFileSync(new URL('../grammars/concordance.json', import.meta.url), 'utf8'),
) as ConcordanceFile

const opening = (verb: string, fields: Partial<Phrase> = {}) =>
  phrase({ role: 'operative', lead: true, verb, ...fields }, [verb])

for (const { id, role = 'operative', verbs, examples, counterexamples } of file.classes as Proved[]) {
  test(`${id}: verbs that may stand opposite, and verbs that may not`, (t) => {
    for (const [one, other] of examples) {
      t.true(verbs.includes(one) && verbs.includes(other))
      t.true(mayCorrespond(opening(one, { role }), opening(other, { role })))
      t.true(mayCorrespond(opening(other, { role }), opening(one, { role })))
    }
    for (const [one, other] of counterexamples)
      t.not(mayCorrespond(opening(one, { role }), opening(other, { role })), true, `${one} ${other}`)
  })
}

test('a carrier has the force and the stance of what it carries', (t) => {
  const request = opening('request', { force: 2 })
  const call = opening('reiterate', { force: 3, stance: 'commitment' })
  t.true(mayCorrespond(call, request))
  t.false(mayCorrespond(call, opening('welcome', { force: 0, stance: 'approval' })))
  t.false(mayCorrespond(call, opening('reiterate', { force: 1 })))
  const concern = opening('express', { force: 0, stance: 'concern' })
  t.true(mayCorrespond(concern, opening('concerned', { force: 0, stance: 'concern' })))
  t.is(mayCorrespond(opening('reiterate'), request), null)
})

test('what is said again may be reaffirmed', (t) => {
  const again = opening('express', { enumerator: 'again', force: 0, stance: 'conviction' })
  t.true(mayCorrespond(again, opening('reaffirm', { force: 0, stance: 'commitment' })))
  t.false(
    mayCorrespond({ ...again, enumerator: null }, opening('reaffirm', { force: 0, stance: 'commitment' })),
  )
})

test('a form that may render a note with appreciation renders no mere note', (t) => {
  const welcome = opening('welcome', { alternatives: ['note'], force: 0, stance: 'approval' })
  t.true(mayCorrespond(welcome, opening('note', { force: 0, stance: 'approval' })))
  t.false(mayCorrespond(welcome, opening('note', { force: 0, stance: 'neutral' })))
})
