/** Text in the encodings of the six languages that does not say which it has. */
import test from 'ava'
import { decode } from '../src/formats/decode.js'
import { read } from '../src/formats/index.js'
import { PlenaryError } from '../src/model/message.js'

/** Sentences of an invented resolution, as its six language editions have them. */
const texts = {
  en: 'The Conference of the Parties, recalling the keepers’ duty – “to light the coast” – urges all States parties to relight every station that is dark.\n',
  fr: 'La Conférence des Parties, rappelant que les gardiens de phare ont le devoir d’éclairer la côte, prie instamment les États parties de rallumer chaque station éteinte et de tenir à jour un registre.\n',
  es: 'La Conferencia de las Partes, recordando que los fareros tienen la obligación de iluminar la costa, insta a los Estados partes a que enciendan de nuevo cada estación que esté apagada, según proceda.\n',
  ru: 'Конференция Сторон, напоминая, что смотрители маяков обязаны освещать побережье, настоятельно призывает все государства-участники вновь зажечь каждую погасшую станцию.\n',
  ar: 'إن مؤتمر الأطراف، إذ يشير إلى أن من واجب حراس المنارات إضاءة الساحل، يحث جميع الدول الأطراف على أن تعيد إضاءة كل محطة مطفأة، حسب الاقتضاء.\n',
  zh: '缔约方大会，回顾灯塔看守人有责任照亮海岸，敦促所有缔约国重新点亮每一座熄灭的灯塔，并请秘书处保存一份公开的灯塔登记册。\n',
  traditional:
    '締約方大會，回顧燈塔看守人有責任照亮海岸，敦促所有締約國重新點亮每一座熄滅的燈塔，並請秘書處保存一份公開的燈塔登記冊。\n',
}

/** What Node decodes, turned round: every character of one or two bytes. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const known = new Map<string, number[]>()
  const learn = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if (!known.has(text)) known.set(text, bytes)
    } catch {
      // No character has these bytes.
    }
  }
  for (let first = 0; first < 256; first++) learn(first)
  if (/^(?:gb|big)/u.test(encoding))
    for (let first = 0x81; first < 255; first++)
      for (let second = 0x40; second < 255; second++) learn(first, second)
  return (text) => {
    const bytes = [...text].map((char) => known.get(char))
    const missing = [...text].filter((_, index) => !bytes[index])
    if (missing.length > 0) throw new Error(`${encoding} has no ${missing.join('')}`)
    return Uint8Array.from(bytes.flatMap((some) => some ?? []))
  }
}

const legacy: [keyof typeof texts, encoding: string][] = [
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['zh', 'gb18030'],
  ['traditional', 'big5'],
]

for (const [language, encoding] of legacy) {
  test(`${language} in ${encoding} is read by its letters`, async (t) => {
    const encode = encoder(encoding)
    for (const text of [texts[language], texts[language].repeat(200)]) {
      const { text: found, ...rest } = await decode(encode(text), 'draft.txt')
      t.is(found, text)
      t.deepEqual(rest, { encoding, guessed: true })
    }
    const source = await read(encode(texts[language]), { name: 'draft.txt' })
    t.deepEqual(source.notices, [{ id: 'encoding-guessed', values: { encoding } }])
  })
}

test('Arabic in windows-1256 is read by its letters', async (t) => {
  const { text, encoding } = await decode(encoder('windows-1256')(texts.ar), 'draft.txt')
  t.is(encoding, 'windows-1256')
  t.is(text, texts.ar)
})

test('Latin letters are read as Windows-1252, with its quotation marks and dashes', async (t) => {
  for (const language of ['en', 'fr', 'es'] as const) {
    const upper = new Map([
      ['’', 0x92],
      ['“', 0x93],
      ['”', 0x94],
      ['–', 0x96],
    ])
    const bytes = Uint8Array.from([...texts[language]].map((char) => upper.get(char) ?? char.charCodeAt(0)))
    const { text, encoding } = await decode(bytes, 'draft.txt')
    t.is(text, texts[language])
    t.is(encoding, 'windows-1252')
  }
})

test('UTF-16 without a mark is read in every script and either order', async (t) => {
  for (const text of Object.values(texts)) {
    for (const part of [text, text.repeat(1000), text.slice(0, 30)]) {
      const little = Buffer.from(`${part}\n`, 'utf16le')
      t.is((await decode(little, 'draft.txt')).text, `${part}\n`)
      t.is((await decode(Buffer.from(little).swap16(), 'draft.txt')).text, `${part}\n`)
    }
  }
})

test('one break in UTF-8 leaves it UTF-8: what is broken is U+FFFD, with a message and its place', async (t) => {
  for (const text of Object.values(texts)) {
    const bytes = Buffer.from(text.repeat(3))
    const at = bytes.findIndex((byte) => byte >= 0xc0)
    const forms: [name: string, broken: Uint8Array][] = [
      ['a NUL', Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)])],
      ['a byte lost', Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])],
      ['a byte too many', Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)])],
      ['a character cut at the end', Buffer.concat([bytes.subarray(0, -1), bytes.subarray(at, at + 1)])],
    ]
    for (const [name, broken] of forms) {
      const found = await read(broken, { name: 'draft.txt', format: 'text' })
      const clean = found.text?.replace(/\uFFFD/gu, '') ?? ''
      t.true(text.repeat(3).length - clean.length < 3, `${name}: ${clean.slice(0, 40)}`)
      const [notice] = found.notices ?? []
      t.is(notice?.id, 'broken-character', name)
      t.is(found.text?.[notice?.start ?? -1], '\uFFFD', name)
    }
  }
})

test('a page has control characters that nothing prints: they are no text and not broken', async (t) => {
  const page = '<p>Urges ports,\u0007\u0003<sup>1</sup>\u0008 to ring\u0000 bells</p>'
  const { blocks, notices } = await read(page, { format: 'html' })
  t.is(blocks[0]?.text.value, 'Urges ports,1 to ring\ufffd bells')
  t.deepEqual(
    notices?.map(({ id }) => id),
    ['broken-character'],
  )
})

test('bytes at random are no UTF-16', async (t) => {
  const refused = async (bytes: Uint8Array) => {
    const error = await t.throwsAsync(() => decode(bytes, 'draft.txt'), { instanceOf: PlenaryError })
    t.is(error?.id, 'binary')
  }
  let state = 7
  await refused(
    Uint8Array.from({ length: 4096 }, () => {
      state = (state * 1103515245 + 12345) % 2 ** 31
      return state >> 16
    }),
  )
})
