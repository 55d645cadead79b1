/** Whose a cited resolution is: a link to another body's is worse than none. */
import test from 'ava'
import { visit } from 'unist-util-visit'
import { fromText } from '../src/index.js'
import { load } from '../src/language/load.js'
import type { Citation } from '../src/model/tree/types.js'

/** Words, target and day of each citation; a target that has an address begins with `+`. */
function cited(language: string, text: string, organ: string | null = null) {
  return load(language)
    .citations(text, organ)
    .map(({ start, end, target, url, date }) => [
      text.slice(start, end),
      `${url === null ? '' : '+'}${target}`,
      ...(date ? [date] : []),
    ])
}

test('a body that the grammar does not know gets no link, however it ends', (t) => {
  t.deepEqual(
    cited(
      'en',
      'Recalling Harbour Council decision 25/4 of 20 February 2029, Conference resolution 5/7, Lamp Commission decision 50/103, and resolution 41/3 of the Conference of Keepers',
      'General Assembly',
    ),
    [
      ['Harbour Council decision 25/4', 'Harbour Council, decision 25/4', '2029-02-20'],
      ['resolution 5/7', 'Conference, resolution 5/7'],
      ['decision 50/103', 'Lamp Commission, decision 50/103'],
      ['resolution 41/3', 'Conference of Keepers, resolution 41/3'],
    ],
  )
  for (const [language, text, target] of [
    ['fr', 'la décision 35/4 du Conseil d’administration', 'Conseil d’administration, decision 35/4'],
    ['es', 'la decisión 35/4 del Consejo de Administración', 'Consejo de Administración, decision 35/4'],
    ['ru', 'решение 35/4 Совета управляющих', 'Совета управляющих, decision 35/4'],
  ] as const)
    t.deepEqual(
      cited(language, text).map(([, one]) => one),
      [target],
      language,
    )
})

test('a body that is known is known by its whole name, before the number or behind it', (t) => {
  for (const [text, target] of [
    ['Recalls Human Rights Council resolution 34/36', '+A/HRC/RES/34/36'],
    ['resolution 4/2 of 15 March 2019 of the United Nations Environment Assembly', '+UNEP/EA.4/Res.2'],
    ['under the Charter and Assembly resolution 50/227', '+A/RES/50/227'],
    ['See General Assembly resolution 2200 A (XXI)', '+A/RES/2200 A (XXI)'],
    ['Security Council resolution 1325', 'S/RES/1325'],
    ['National Human Rights Council resolution 34/36', 'National Human Rights Council, resolution 34/36'],
  ] as const)
    t.deepEqual(
      cited('en', text).map(([, one]) => one),
      [target],
      text,
    )
})

test('a number that a body does not use is not its', (t) => {
  // The General Assembly numbers so since its thirty-first session, and its decisions from 301.
  t.deepEqual(
    cited('en', 'resolution 5/7 and decision 50/103').map(([, one]) => one),
    ['resolution 5/7', 'decision 50/103'],
  )
  t.deepEqual(
    cited('en', 'resolution 31/7 and decision 50/403').map(([, one]) => one),
    ['+A/RES/31/7', '+A/DEC/50/403'],
  )
  // A speaker that is not known may mean its own.
  t.deepEqual(cited('en', 'resolution 41/7', 'Conference of Keepers')[0]?.[1], 'resolution 41/7')
  t.deepEqual(cited('en', 'resolution 41/7', '“The General Assembly')[0]?.[1], '+A/RES/41/7')
})

test('lists, ranges and letters give one citation a resolution', (t) => {
  t.deepEqual(
    cited('en', 'resolutions 75/1 to 75/5, 47/120 A and B of 18 December 1992, and 3419 A to D (XXX)'),
    [
      ['resolutions 75/1', '+A/RES/75/1'],
      ['75/5', '+A/RES/75/5'],
      ['47/120 A', '+A/RES/47/120 A', '1992-12-18'],
      ['B', '+A/RES/47/120 B', '1992-12-18'],
      ['3419 A', '+A/RES/3419 A (XXX)'],
      ['D (XXX)', '+A/RES/3419 D (XXX)'],
    ],
  )
})

test('numbers that say by themselves whose they are', (t) => {
  t.deepEqual(
    cited('en', 'resolution WHA76.17 of 30 May 2023, resolution GC(67)/RES/8 and decision 1/CP.21'),
    [
      ['resolution WHA76.17', 'WHA76.17', '2023-05-30'],
      ['resolution GC(67)/RES/8', 'GC(67)/RES/8'],
      ['decision 1/CP.21', '1/CP.21'],
    ],
  )
})

test('the day of what is cited is read in six languages', (t) => {
  for (const [language, text] of [
    ['en', 'its resolution 60/251 of 15 March 2006'],
    ['fr', 'sa résolution 60/251 du 15 mars 2006'],
    ['es', 'su resolución 60/251, de 15 de marzo de 2006'],
    ['ru', 'свою резолюцию 60/251 от 15 марта 2006 года'],
    ['zh', '其2006年3月15日第60/251号决议'],
    ['ar', 'قرارها 60/251 المؤرخ 15 آذار/مارس 2006'],
  ] as const)
    t.deepEqual(
      load(language)
        .citations(text)
        .map(({ date, target }) => [target, date]),
      [['A/RES/60/251', '2006-03-15']],
    )
})

test('a citation of the tree says the day of what it cites', (t) => {
  const found: (string | undefined)[][] = []
  const text =
    'The General Assembly,\n\nRecalling its resolutions 98/3 of 4 December 2043 and 99/5,\n\n1. Decides to meet.'
  visit(fromText(text), 'citation', ({ target, date }: Citation) => void found.push([target, date]))
  t.deepEqual(found, [
    ['A/RES/98/3', '2043-12-04'],
    ['A/RES/99/5', undefined],
  ])
})

test('a symbol of no series of the United Nations has no link', (t) => {
  t.deepEqual(
    cited(
      'en',
      'Recalling decision IX/20 of the Parties, document OAU/Res.1659 and A/98/L.3',
      'General Assembly',
    ),
    [
      ['IX/20', 'IX/20'],
      ['OAU/Res.1659', 'OAU/Res.1659'],
      ['A/98/L.3', '+A/98/L.3'],
    ],
  )
})

test('sessions beyond the thirtieth in Roman numerals are none of the Assembly', (t) => {
  t.deepEqual(cited('en', 'annexed to its resolution 1849 (LVI)', 'General Assembly'), [
    ['resolution 1849 (LVI)', 'General Assembly, resolution 1849 (LVI)'],
  ])
  t.deepEqual(cited('en', 'in accordance with its resolution 916 (XXXIV)', 'Economic and Social Council'), [
    ['resolution 916 (XXXIV)', '+E/RES/916 (XXXIV)'],
  ])
})

test('“its” is of the body that is named before it', (t) => {
  for (const [language, text, speaker, target] of [
    [
      'en',
      'set by the Commission on Lamps in its resolution 66/1',
      'General Assembly',
      'Commission on Lamps, resolution 66/1',
    ],
    [
      'en',
      'set by the Harbour Council in its resolution 66/1',
      'General Assembly',
      'Harbour Council, resolution 66/1',
    ],
    ['en', 'as requested in its resolution 66/1', 'General Assembly', '+A/RES/66/1'],
    [
      'fr',
      'fixées par la Commission des phares dans sa résolution 66/1',
      'Assemblée générale',
      'Commission des phares, resolution 66/1',
    ],
    [
      'fr',
      'par le Conseil des droits de l’homme dans sa résolution 22/29',
      'Assemblée générale',
      '+A/HRC/RES/22/29',
    ],
    [
      'es',
      'como pidió el Consejo de Derechos Humanos en su resolución 22/29',
      'Asamblea General',
      '+A/HRC/RES/22/29',
    ],
    ['ru', 'Совет по правам человека в своей резолюции 22/29', 'Генеральная Ассамблея', '+A/HRC/RES/22/29'],
    ['zh', '人权理事会在其第22/29号决议中', '大会', '+A/HRC/RES/22/29'],
    ['ar', 'طلبه مجلس حقوق الإنسان في قراره 22/29', 'الجمعية العامة', '+A/HRC/RES/22/29'],
  ] as const)
    t.deepEqual(
      cited(language, text, speaker).map(([, found]) => found),
      [target],
      text,
    )
})
