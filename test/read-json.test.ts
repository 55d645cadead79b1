/** plenary's own JSON is read back, and other JSON is refused. */
import test from 'ava'
import { fromJson, fromMarkdown, parse, toJson } from '../src/index.js'

const tree = fromMarkdown(
  'The Conference of Lamps,\n\n*Recalling* its resolution 3/2,\n\n1. *Urges* keepers:\n\n(a) To light every lamp;\n\n2. *Decides* to meet.\n',
)

test('what parse wrote is the same tree again, known by its content', async (t) => {
  t.deepEqual(fromJson(toJson(tree)), JSON.parse(JSON.stringify(tree)))
  for (const text of [toJson(tree), toJson(tree, 0)]) {
    const { format, tree: again, messages } = await parse(Buffer.from(text), { name: 'lamps.txt' })
    t.is(format, 'json')
    t.deepEqual(again, JSON.parse(JSON.stringify(tree)))
    t.deepEqual(messages, [])
  }
})

test('other JSON, and a tree that is not whole, is refused', async (t) => {
  await t.throwsAsync(parse('{"name": "lamps"}'), {
    message: /it is JSON and no tree that plenary parse wrote/u,
  })
  await t.throwsAsync(parse('[{"type": "root"}]'), { message: /it is JSON and no tree/u })
  const broken = toJson(tree).replace('"operativeParagraph"', '"operativeParagraf"')
  await t.throwsAsync(parse(broken), {
    message: /it is JSON of a tree that is not whole: .*operativeParagraf/u,
  })
  t.throws(() => fromJson('{"type": '), { message: /it is no JSON/u })
})

test('a text that opens with a bracket is text', async (t) => {
  t.is((await parse('[Draft] resolution\n\nThe Conference of Lamps,\n')).format, 'text')
  t.is((await parse('{lamps}\n')).format, 'text')
})
