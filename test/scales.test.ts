/** Which of two phrases says more, by the orders of grammars/scales.json. */
import test from 'ava'
import { load } from '../src/language/load.js'
import { contested, orders, publishedScales, readScale } from '../src/language/scales.js'
import { compareStrength, type Direction, type Said, type StrengthOptions } from '../src/language/strength.js'
import { phrase } from '../src/model/tree/build.js'
import { readShared } from './support/grammars.js'

const verbs = new Set(readShared<{ verbs: { id: string }[] }>('verbs').verbs.map(({ id }) => id))

/** The opening of a paragraph, as a tree has it. */
function opening(text: string, language = 'en'): Said {
  const found = load(language).lead(text, 'any')
  if (!found?.known) throw new Error(`No opening: ${text}`)
  const { start, end, known: _, ...fields } = found
  const words = text.slice(start, end)
  return { phrase: phrase({ ...fields, lead: true }, [words]), text: words }
}

function compared(left: string, right: string, language = 'en', options: StrengthOptions = {}) {
  return compareStrength(opening(left, language), opening(right, language), {
    grammar: load(language),
    ...options,
  })
}

const mirrored = { weaker: 'stronger', stronger: 'weaker' } as Partial<Record<Direction, Direction>>

test('what an order ranks is a verb, alone or with what completes it', (t) => {
  for (const places of [
    ...orders().map(({ ranks }) => Object.keys(ranks)),
    ...publishedScales().map(({ ranks }) => Object.keys(ranks)),
    ...contested().flatMap(({ verbs: groups }) => groups),
  ])
    for (const place of places) t.true(verbs.has(place.split('+')[0] ?? ''), place)
})

for (const [direction, pairs] of Object.entries({
  weaker: [
    ['Urges ports to pay', 'Encourages ports to pay'],
    ['Strongly urges ports to pay', 'Urges ports to pay'],
    ['Requests the Secretary-General to pay', 'Urges ports to pay'],
    ['Invites ports to pay', 'Suggests that ports pay'],
    ['Urges ports to pay', 'Reiterates its call upon ports to pay'],
    ['Urges ports to pay', 'Takes note of the lamps'],
    ['Welcomes the lamps', 'Takes note of the lamps'],
    ['Welcomes the lamps', 'Notes with appreciation the lamps'],
    ['Notes with appreciation the lamps', 'Notes with interest the lamps'],
    ['Notes with interest the lamps', 'Notes the lamps'],
    ['Endorses the plan', 'Welcomes the plan'],
    ['Endorses the plan', 'Supports the plan'],
    ['Condemns the theft', 'Deplores the theft'],
    ['Strongly deplores the theft', 'Expresses deep concern at the theft'],
    ['Gravely concerned about the fog', 'Concerned about the fog'],
    ['Alarmed at the fog', 'Gravely concerned at the fog'],
    ['Reaffirms its resolution 96/12', 'Recalls its resolution 96/12'],
  ],
  lateral: [
    ['Stresses the need for oil', 'Emphasizes the need for oil'],
    ['Recognizes the need for oil', 'Acknowledges the need for oil'],
    ['Takes note of the lamps', 'Notes the lamps'],
    ['Calls upon ports to pay', 'Reiterates its call upon ports to pay'],
    ['Expresses its support for the plan', 'Supports the plan'],
    ['Encourages ports to pay', 'Invites ports to pay'],
  ],
  stance: [
    ['Expresses concern at the fog', 'Reaffirms its resolution 96/12'],
    ['Welcomes the lamps', 'Recalls the lamps'],
  ],
  enumerator: [
    ['Urges ports to pay', 'Also urges ports to pay'],
    ['Recalling its resolution 96/12', 'Recalling further its resolution 96/12'],
  ],
  none: [['Urges ports to pay', 'Urges keepers to stay']],
  contested: [
    ['Requests ports to pay', 'Calls upon ports to pay'],
    ['Decides to pay', 'Requests ports to pay'],
    ['Deeply concerned about the fog', 'Regrets the fog'],
    ['Condemns the theft', 'Alarmed at the theft'],
  ],
} as const) as [Direction, readonly (readonly [string, string])[]][])
  test(`${direction}, and its mirror image`, (t) => {
    for (const [left, right] of pairs) {
      t.is(compared(left, right).direction, direction, `${left} > ${right}`)
      t.is(compared(right, left).direction, mirrored[direction] ?? direction, `${right} > ${left}`)
    }
  })

test('a direction names what it rests on, a contest who dissents', (t) => {
  t.regex(compared('Welcomes it', 'Takes note of it').sources[0] ?? '', /decision 55\/488/u)
  t.deepEqual(compared('Requests ports to pay', 'Calls upon ports to pay').sources, ['gruenberg-2009'])
})

test('a scale of one’s own decides where it ranks both verbs', (t) => {
  const scale = readScale('{"id": "ours", "steps": [["urge"], ["encourage"]]}', 'ours.json')
  const asked = compared('Urges ports to pay', 'Encourages ports to pay', 'en', { scale })
  t.deepEqual([asked.direction, asked.order], ['stronger', 'ours'])
  t.is(compared('Welcomes it', 'Takes note of it', 'en', { scale }).direction, 'weaker')
  t.is(compared('Requests ports to pay', 'Calls upon ports to pay', 'en', { scale }).direction, 'stronger')
})

test('the orders hold in six languages', (t) => {
  for (const [language, approval, interest, notice] of [
    ['en', 'Welcomes the lamps', 'Notes with interest the lamps', 'Takes note of the lamps'],
    ['fr', 'Se félicite des feux', 'Note avec intérêt les feux', 'Prend note des feux'],
    ['es', 'Acoge con beneplácito los faros', 'Toma nota con interés de los faros', 'Toma nota de los faros'],
    ['ru', 'приветствует огни', 'с интересом отмечает огни', 'принимает к сведению огни'],
    ['zh', '欢迎灯塔', '感兴趣地注意到灯塔', '注意到灯塔'],
    ['ar', 'ترحب بالمنائر', 'تلاحظ مع الاهتمام المنائر', 'تحيط علما بالمنائر'],
  ] as const) {
    t.is(compared(approval, interest, language).direction, 'weaker', language)
    t.is(compared(interest, notice, language).direction, 'weaker', language)
  }
})
