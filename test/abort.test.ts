/** Long work tells how far it is and can be stopped; redlines take documents of any format. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { diff, fromMarkdown, outline, parse, redline, toDocx } from '../src/index.js'
import { root } from './support/command.js'

const sample = (name: string) => readFileSync(join(root, 'fixtures', 'sample', name), 'utf8')
const [old, now] = [sample('old.md'), sample('new.md')]
const date = '2031-10-06T09:00:00Z'

test('a comparison tells how many changes are described, and stops where it is told to', (t) => {
  const trees = [fromMarkdown(old), fromMarkdown(now)] as const
  const told: [number, number][] = []
  const found = diff(...trees, { onProgress: (done, all) => told.push([done, all]) })
  t.is(told.length, found.changes.length)
  t.deepEqual(told.at(-1), [found.changes.length - 1, found.changes.length])

  const stop = new AbortController()
  const error = t.throws(() =>
    diff(...trees, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 3) stop.abort(new Error('enough'))
      },
    }),
  )
  t.is(error?.message, 'enough')
})

test('a redline takes documents of any format, and stops at its next stage', async (t) => {
  const stages: string[] = []
  const names = { old: 'old.md', new: 'new.md' }
  const bytes = await redline(old, new TextEncoder().encode(now), {
    date,
    names,
    onProgress: (stage) => stages.push(stage),
  })
  t.deepEqual(stages, ['read', 'compare', 'write'])
  const side = async (revisions: 'original' | 'final') =>
    outline((await parse(bytes, { name: 'redline.docx', revisions })).tree).rows.map(({ text }) => text)
  t.deepEqual(
    await side('original'),
    outline(fromMarkdown(old)).rows.map(({ text }) => text),
  )
  t.deepEqual(
    await side('final'),
    outline(fromMarkdown(now)).rows.map(({ text }) => text),
  )
  // The base may be a Word document and the newer one a page of the web.
  const word = await toDocx(fromMarkdown(old), { date })
  t.true(
    (await redline(word, '<!doctype html><p>The Conference,<p>1. <i>Urges</i> all to row.')).length > 1000,
  )

  for (const stage of ['read', 'compare', 'write']) {
    const stop = new AbortController()
    const stopping = redline(old, now, {
      names,
      signal: stop.signal,
      onProgress: (begun) => {
        if (begun === stage) stop.abort(new Error(`enough of ${stage}`))
      },
    })
    await t.throwsAsync(stopping, { message: `enough of ${stage}` })
  }
})

test('rows say whom their verbs ask and what they cite', (t) => {
  const { rows } = outline(
    fromMarkdown(`The General Assembly,

*Recalling* its resolutions 72/161 and 72/162,

1. *Invites* States, ports and pilots to row, and *requests* the Secretary-General to report;

2. *Decides* to meet.
`),
  )
  t.deepEqual(
    rows[0]?.citations?.map(({ target }) => target),
    ['A/RES/72/161', 'A/RES/72/162'],
  )
  t.deepEqual(rows[1]?.addressees, ['States', 'ports', 'pilots', 'the Secretary-General'])
  t.false('addressees' in (rows[2] ?? {}))
})
