/** `plenary lint --library`: what a draft says of the texts that it cites, against these texts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { folder, plenary } from './support/command.js'

const adopted = (session: number, title: string) => `A/RES/${session}/7

## ${session}/7. ${title}

*The General Assembly*,

*Noting* the dark,

1. *Decides* to light each station;

2. *Requests* a report.

*42nd plenary meeting*

*9 December ${1945 + session}*
`

const draft = `*The General Assembly*,

*Recalling* its resolution 81/7 of 9 December 2026, entitled “Lights of the coast”, and resolution 82/7 of 9 December 2027,

1. *Decides* to light each station;

2. *Requests* a report.
`

function desk(t: ExecutionContext) {
  const path = folder(t)
  const texts = join(path, 'adopted')
  mkdirSync(texts)
  writeFileSync(join(texts, '81.md'), adopted(81, 'Lights of the coast'))
  writeFileSync(join(texts, '82.md'), adopted(82, 'Lights of the coast'))
  writeFileSync(join(texts, '83.md'), adopted(83, 'Buoys'))
  const file = join(path, 'draft.md')
  return {
    texts,
    said: async (text: string, library = texts) => {
      writeFileSync(file, text)
      const { out, err } = await plenary([
        'lint',
        '--no-config',
        '--format',
        'ndjson',
        '--library',
        library,
        file,
      ])
      if (out === '') return [err]
      return JSON.parse(out).messages.map(
        ({ rule, text: words, message }: Record<string, string>) => `${rule} ${words}: ${message}`,
      )
    },
    path,
  }
}

test('dates and titles as the library has them, and its latest text, give no message', async (t) => {
  t.deepEqual(await desk(t).said(draft), [])
})

test('another date, another title and a later text of the same title are told with what the library has', async (t) => {
  const { said } = desk(t)
  t.deepEqual(await said(draft.replace('9 December 2026', '10 December 2026')), [
    'CIT-003 10 December 2026: The library has A/RES/81/7 of 2026-12-09.',
  ])
  t.deepEqual(await said(draft.replace('Lights of the coast', 'Lights of the sea')), [
    'CIT-004 Lights of the sea: The library has A/RES/81/7 as “Lights of the coast”.',
  ])
  t.deepEqual(await said(draft.replace(' and resolution 82/7 of 9 December 2027,', '')), [
    'CIT-005 resolution 81/7: A/RES/82/7 of 2027-12-09 has the same title, and is not cited.',
  ])
})

test('nothing is said of texts that the library has not, and of citations without a date or a title', async (t) => {
  const { said } = desk(t)
  t.deepEqual(await said(draft.replace('82/7 of 9 December 2027', '82/7, 90/1 of 1 May 2035')), [])
  t.deepEqual(await said(draft.replace(' of 9 December 2026, entitled “Lights of the coast”,', '')), [
    'WRD-004 resolution 81/7: Give the date of a resolution of the organ’s own where it is first named.',
  ])
})

test('a library in a file serves as well, and one that is none is refused', async (t) => {
  const { said, texts, path } = desk(t)
  const library = join(path, 'un.library')
  await plenary(['library', 'build', texts, '-o', library])
  t.deepEqual(await said(draft.replace('9 December 2026', '10 December 2026'), library), [
    'CIT-003 10 December 2026: The library has A/RES/81/7 of 2026-12-09.',
  ])
  const [refused = ''] = await said(draft, join(path, 'draft.md'))
  t.regex(refused, /is no library/u)
})
