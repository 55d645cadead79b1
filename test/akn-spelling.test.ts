/** Either side of a comparison in Akoma Ntoso reads as it was, also where words are only parted or joined otherwise. */
import test from 'ava'
import { spelled } from '../src/formats/akn/compare/spelling.js'
import { diff, diffToAkn, fromMarkdown, parse, rows } from '../src/index.js'
import { sideText } from '../src/model/change.js'

test('words that are parted or joined are cut and added, and no others', (t) => {
  const edits = spelled([
    { op: 'equal', old: 'keep “main” lamps lit at night', text: 'keep "mai n" lamps lit atnight' },
    { op: 'insert', text: ' now' },
  ])
  t.deepEqual(edits, [
    { op: 'equal', text: 'keep "' },
    { op: 'delete', text: 'main' },
    { op: 'insert', text: 'mai n' },
    { op: 'equal', text: '" lamps lit ' },
    { op: 'delete', text: 'at night' },
    { op: 'insert', text: 'atnight' },
    { op: 'insert', text: ' now' },
  ])
  t.is(sideText(spelled([{ op: 'equal', old: 'a b', text: 'a' }]), 'insert'), 'a')
  t.is(sideText(spelled([{ op: 'equal', old: 'a', text: 'a b' }]), 'insert'), 'a b')
})

test('either side reads as it was', async (t) => {
  const text = (words: string) =>
    `The General Assembly,\n\n1. *Urges* States to ${words};\n\n2. *Decides* to meet.\n`
  const [old, now] = ['keep the main lamps lit', 'keep the mai n lamps lit'].map((words) =>
    fromMarkdown(text(words)),
  )
  if (!old || !now) throw new Error('two texts')
  const xml = diffToAkn(diff(old, now), { old, new: now })
  for (const [revisions, side] of [
    ['original', old],
    ['final', now],
  ] as const) {
    const again = await parse(xml, { format: 'akn', revisions })
    t.deepEqual(
      rows(again.tree).map((row) => row.text),
      rows(side).map((row) => row.text),
    )
  }
})
