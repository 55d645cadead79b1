import test from 'ava'
import { parse } from '../src/index.js'
import { lines, mark, type PdfPage, pdf } from './support/pdf.js'

const places = {
  header: 'LIGHTS/9/L.4',
  title: 'Lanterns',
  body: 'Penmarra',
  cell: 'Skerry',
  note: 'Almanac',
  form: 'Breakwater',
  turned: 'Embargoed',
  outside: 'Cropped',
  box: 'Provisional',
  field: 'Rapporteur',
  comment: 'Agreed',
}
type Words = typeof places

/** A page with a word in every place that a page has. */
function page(words: Words, number: number): PdfPage {
  return {
    shown: [
      { text: words.header, x: 72, y: 50, size: 8 },
      { text: words.title, x: 260, y: 130, face: 'bold', size: 12 },
      {
        text: `1. Requests the harbour of ${words.body} to keep its lamp lit;`,
        x: 123,
        y: 180,
        more: [mark('1')],
      },
      ...lines(123, 204, ['2. Decides to meet again at the next spring tide.']),
      { text: 'Rock', x: 130, y: 264 },
      { text: words.cell, x: 300, y: 264 },
      { text: 'Height', x: 130, y: 284 },
      { text: '12', x: 300, y: 284 },
      { text: '1', x: 123, y: 660, size: 6.5, more: [{ text: ` See the ${words.note} of tides.`, size: 8 }] },
      { text: `${number}`, x: 300, y: 750, size: 8 },
      { text: words.outside, x: 900, y: 300 },
    ],
    rules: [[123, 650, 72], ...[250, 270, 290].map((y): [number, number, number] => [123, y, 340])],
    raw: `BT /roman 10 Tf 0 1 -1 0 40 300 Tm (${words.turned}) Tj ET q /F0 Do Q`,
    forms: [`BT /roman 10 Tf 123 420 Td (3. Thanks the keeper of the ${words.form}.) Tj ET`],
    annotations: [
      `/Subtype /FreeText /F 4 /Rect [100 100 200 120] /DA (/roman 9 Tf) /Contents (${words.box})`,
      `/Subtype /Widget /F 4 /FT /Tx /T (office) /Rect [100 130 200 150] /V (${words.field})`,
      `/Subtype /Text /F 4 /Rect [100 160 120 180] /Contents (${words.comment})`,
    ],
  }
}

async function tree(words: Words): Promise<string> {
  return JSON.stringify(await parse(pdf([page(places, 1), page(words, 2)]), { name: 'lights.pdf' }))
}

test('a word that changes anywhere on a page changes the tree or its messages', async (t) => {
  const known = await tree(places)
  for (const [place, word] of Object.entries(places)) {
    const changed = await tree({ ...places, [place]: `${word.slice(0, -1)}q` })
    t.not(changed, known, place)
    t.true(changed.includes(`${word.slice(0, -1)}q`), place)
  }
})

test('hidden annotations, links and ticks are not told', async (t) => {
  const silent = [
    '/Subtype /FreeText /F 6 /Rect [100 100 200 120] /DA (/roman 9 Tf) /Contents (Hushed)',
    '/Subtype /Widget /F 4 /FT /Btn /T (ticked) /Rect [100 160 200 180] /V /Hushed',
    '/Subtype /Link /F 4 /Rect [100 130 200 150] /Contents (Hushed)',
  ]
  const one = { ...page(places, 1), annotations: silent }
  const told = JSON.stringify(await parse(pdf([one]), { name: 'lights.pdf' }))
  t.false(told.includes('Hushed'))
})
