import test from 'ava'
import { read } from '../src/formats/index.js'
import { PlenaryError } from '../src/model/message.js'
import { lines, type PdfPage, pdf } from './support/pdf.js'

const megabyte = 1024 * 1024
const shown = lines(123, 100, ['The Conference on Lighthouses,', 'Decides to light the harbour of Penmarra.'])

/** How the reading of a PDF ends, and how long it takes. */
async function outcome(pages: readonly PdfPage[], maxSize?: number): Promise<{ id: string; time: number }> {
  const bytes = pdf(pages)
  const start = process.cpuUsage()
  const id = await read(bytes, { format: 'pdf', ...(maxSize === undefined ? {} : { maxSize }) }).then(
    () => 'read',
    (error: unknown) => (error instanceof PlenaryError ? error.id : String(error)),
  )
  const { user, system } = process.cpuUsage(start)
  return { id, time: (user + system) / 1e6 }
}

const hostile: Record<string, [page: PdfPage, fault: string]> = {
  'one string of ten million signs': [{ raw: `BT /roman 9 Tf (${'a'.repeat(10_000_000)}) Tj ET` }, 'expands'],
  'the same, compressed': [
    { raw: `BT /roman 9 Tf (${'a'.repeat(10_000_000)}) Tj ET`, deflated: 1 },
    'expands',
  ],
  'a string below the bound of bytes': [
    { raw: `BT /roman 9 Tf (${'a'.repeat(3_000_000)}) Tj ET`, deflated: 1 },
    'too-complex',
  ],
  'blanks compressed twice': [{ raw: ' '.repeat(200_000_000), deflated: 2 }, 'expands'],
  'a million operators': [{ raw: 'q Q '.repeat(1_000_000), deflated: 1 }, 'too-complex'],
  'forms that double': [
    {
      raw: '/F0 Do',
      forms: Array.from({ length: 40 }, (_, index) => (index < 39 ? `/F${index + 1} Do `.repeat(2) : 'q Q')),
    },
    'too-complex',
  ],
}

for (const [name, [page, fault]] of Object.entries(hostile)) {
  test.serial(`bounds: ${name} is refused at once`, async (t) => {
    await outcome([{ shown }])
    const { id, time } = await outcome([{ shown, ...page }])
    t.is(id, fault)
    // Five seconds on an idle core; a busy one counts waits for memory too.
    t.true(time < 10, `${time} s`)
  })
}

test('bounds: what many pages draw together is counted', async (t) => {
  const pages = Array.from({ length: 40 }, () => ({ shown, raw: 'q Q '.repeat(500) }))
  t.is((await outcome(pages)).id, 'read')
  t.is((await outcome(pages, megabyte)).id, 'too-complex')
})

test('bounds: a form is read, and a compressed page', async (t) => {
  t.is(
    (await outcome([{ shown, deflated: 2, raw: '/F0 Do', forms: ['BT /roman 9 Tf (a) Tj ET'] }])).id,
    'read',
  )
})
