/** A resolution's number, and what parts it from its title: a stop, a dash, a space, the end of the line. */
import test from 'ava'
import { fromText, outline, type Resolution } from '../src/index.js'

const bodies: Record<string, string> = {
  en: 'The Human Rights Council,\n\nRecalling its resolution 9/4 of 24 September 2031,\n\n1. Urges States to light lamps;\n\n2. Decides to remain seized of the matter.',
  fr: 'Le Conseil des droits de l’homme,\n\nRappelant sa résolution 9/4 du 24 septembre 2031,\n\n1. Prie les États d’éclairer les côtes ;\n\n2. Décide de rester saisi de la question.',
  es: 'El Consejo de Derechos Humanos,\n\nRecordando su resolución 9/4, de 24 de septiembre de 2031,\n\n1. Pide a los Estados que enciendan las lámparas;\n\n2. Decide seguir ocupándose de la cuestión.',
  ru: 'Совет по правам человека,\n\nссылаясь на свою резолюцию 9/4 от 24 сентября 2031 года,\n\n1. настоятельно призывает государства зажечь маяки;\n\n2. постановляет продолжать заниматься этим вопросом.',
  ar: 'إن مجلس حقوق الإنسان،\n\nإذ يشير إلى قراره 9/4 المؤرخ 24 أيلول/سبتمبر 2031،\n\n1 - يحث الدول على إضاءة المنائر؛\n\n2 - يقرر أن يبقي المسألة قيد نظره.',
  zh: '人权理事会，\n\n回顾其2031年9月24日第9/4号决议，\n\n1. 敦促各国点亮灯塔；\n\n2. 决定继续处理此案。',
}

const fronts: [language: string, front: string, number: string, designation: string | null, title: string][] =
  [
    ['en', '97/31 Space of the keepers', '97/31', null, 'Space of the keepers'],
    ['en', '97/31. Space of the keepers', '97/31', null, 'Space of the keepers'],
    ['en', 'Resolution 97/31\n\nSpace of the keepers', '97/31', null, 'Space of the keepers'],
    ['en', 'Resolution 97/31: Space of the keepers', '97/31', null, 'Space of the keepers'],
    ['en', 'Decision 97/31 – Space of the keepers', '97/31', null, 'Space of the keepers'],
    ['en', 'Resolution 97/31 A. Space of the keepers', '97/31 A', 'A', 'Space of the keepers'],
    ['en', 'A/HRC/RES/97/31\n\n97/31\n\nSpace of the keepers', '97/31', null, 'Space of the keepers'],
    [
      'en',
      'Resolution adopted by the Human Rights Council\n\n9/31\nSpace of the keepers',
      '9/31',
      null,
      'Space of the keepers',
    ],
    ['en', 'Resolution 3718 (2036)', '3718 (2036)', null, ''],
    ['en', '3718 (2036). Lamps of islands', '3718 (2036)', null, 'Lamps of islands'],
    ['en', 'Decision 1/CP.41 Lamps of islands', '1/CP.41', null, 'Lamps of islands'],
    ['en', 'WHA96.17 Lamps and health', 'WHA96.17', null, 'Lamps and health'],
    ['en', 'Resolution IX/4 Lamps of islands', 'IX/4', null, 'Lamps of islands'],
    ['fr', 'Résolution 97/31 – Place des gardiens', '97/31', null, 'Place des gardiens'],
    ['es', 'Resolución 97/31. Espacio de los fareros', '97/31', null, 'Espacio de los fareros'],
    ['ru', 'Резолюция 97/31\n\nПространство смотрителей', '97/31', null, 'Пространство смотрителей'],
    ['ar', 'القرار 97/31: حيز حراس المنائر', '97/31', null, 'حيز حراس المنائر'],
    ['zh', '第97/31号决议\n\n守灯人的空间', '97/31', null, '守灯人的空间'],
    ['zh', '97/31 守灯人的空间', '97/31', null, '守灯人的空间'],
  ]

for (const [language, front, number, designation, title] of fronts)
  test(`${language}: ${front.replaceAll('\n', '⏎')}`, (t) => {
    const tree = fromText(`${front}\n\n${bodies[language]}`, { language })
    const resolution = tree.children.find((node): node is Resolution => node.type === 'resolution')
    t.is(resolution?.number, number)
    t.is(resolution?.designation, designation)
    t.is(outline(tree).title ?? '', title)
  })

test('a citation, a page and a session above the formula are no numbers of the resolution', (t) => {
  for (const front of [
    '2/7\n\nLamps of islands',
    'Resolution 97/31 on the lamps of islands',
    '97/31 of the year;',
  ]) {
    const tree = fromText(`${front}\n\n${bodies.en}`, { language: 'en' })
    const resolution = tree.children.find((node): node is Resolution => node.type === 'resolution')
    t.is(resolution?.number, null, front)
  }
})

test('the letterhead of old documents is one name, and who adopted it without a meeting is no title', (t) => {
  const front =
    'UNITED A\n\nNATIONS\n\nA/RES/97/31\n\nAdopted by the Security Council on 3 December 2032\n\nThe Security Council,'
  const tree = fromText(`${front}\n\n${bodies.en?.split('\n\n').slice(1).join('\n\n')}`, { language: 'en' })
  const [masthead] = tree.children
  t.deepEqual(
    masthead?.type === 'masthead' &&
      masthead.children.map((field) => ('name' in field ? field.name : field.type)),
    ['UNITED NATIONS', 'symbol', 'provenance'],
  )
  t.is(outline(tree).title, null)
})
