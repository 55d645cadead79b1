/** Forms of commands, read and carried out; what only looks like one is none. */
import test from 'ava'
import { applyAmendments } from '../src/amend/index.js'
import { fromMarkdown, parseAmendment, rows, toMarkdown } from '../src/index.js'
import { asked, casesOf, fronts } from './support/amendment-forms.js'

for (const language of Object.keys(fronts)) {
  const cases = casesOf(language)
  test(`${language}: commands in all their forms ask for what the fixture says`, async (t) => {
    t.true(cases.length > 35)
    for (const { commands, lines } of cases) t.deepEqual(await asked(commands, language), lines, commands)
  })
}

test('a command of which one phrase is not understood is not read at all', async (t) => {
  for (const command of [
    'In footnote 3, delete “lamps”.',
    'Delete operative paragraph 3 unless the fund has been established.',
    'In operative paragraph 3, replace “lamps”.',
    'In operative paragraph 3, insert “lamps”.',
    'Replace “lamps” with “lights”.',
    'In operative paragraph 3, delete subparagraph (b) and “lamps” with “lights”.',
    'In operative paragraph 3, insert a new paragraph reading: “Welcomes lamps;”',
    'In operative paragraphs 3 and 4, delete subparagraph (b).',
  ])
    t.deepEqual(
      (await asked(command, 'en')).filter((line) => !line.startsWith('unread: ')),
      [],
      command,
    )
})

test('what opens as a command and is not understood is told as unread, ahead of the first and behind a text', async (t) => {
  t.deepEqual(
    await asked(
      'OP3: insert “lamps” somewhere near “pilots”.\n\nAfter operative paragraph 5, insert a new operative paragraph reading:\n\nWelcomes the lamps;\n\nIn PP2, the words “of glass” should perhaps be nearer to “lamps”.\n\nMore of it.',
      'en',
    ),
    [
      'insert after @OP5 ¶ Welcomes the lamps;',
      'unread: OP3: insert “lamps” somewhere near “pilots”.',
      'unread: In PP2, the words “of glass” should perhaps be nearer to “lamps”.',
      'unread: More of it.',
    ],
  )
})

const draft = `*The Conference of the Parties*,

*Recalling* lamps,

1. *Urges* States to light their lamps. They shall keep them lit. Lamps shall be clean;

2. *Requests* the secretariat to count lamps:

(a) Of glass;

(b) Of brass;

3. *Invites* keepers to report from lamps to lenses, and to clean lamps.
`
const amended = async (commands: string) => {
  const { amendment } = await parseAmendment(`${fronts.en}\n\n${commands}\n`, { format: 'text' })
  const { outcomes, tree } = applyAmendments(fromMarkdown(draft), [amendment])
  return {
    told: outcomes.map(({ status }) => status),
    rows: rows(fromMarkdown(toMarkdown(tree))).map(({ label, text }) => `${label} ${text}`),
  }
}

for (const [command, ...expected] of [
  [
    'Delete the second sentence of operative paragraph 1.',
    'OP1 Urges States to light their lamps. Lamps shall be clean;',
  ],
  [
    'In operative paragraph 1, delete the last sentence.',
    'OP1 Urges States to light their lamps. They shall keep them lit;',
  ],
  [
    'In operative paragraph 1, replace the second sentence with the following: “Keepers shall be paid.”',
    'OP1 Urges States to light their lamps. Keepers shall be paid. Lamps shall be clean;',
  ],
  [
    'At the end of the first sentence of operative paragraph 1, insert “at dusk”.',
    'OP1 Urges States to light their lamps at dusk. They shall keep them lit. Lamps shall be clean;',
  ],
  [
    'In the second sentence of operative paragraph 1, replace “lit” with “burning”, and in operative paragraph 2 (b), replace “brass” with “iron”.',
    'OP1 Urges States to light their lamps. They shall keep them burning. Lamps shall be clean;',
    'OP2(b) Of iron;',
  ],
  [
    'In operative paragraph 3, replace the last occurrence of “lamps” with “lights”.',
    'OP3 Invites keepers to report from lamps to lenses, and to clean lights.',
  ],
  [
    'In operative paragraph 3, delete the word “lamps” where it first appears.',
    'OP3 Invites keepers to report from to lenses, and to clean lamps.',
  ],
  [
    'In operative paragraph 3, delete the words from “report” to “and to”.',
    'OP3 Invites keepers to clean lamps.',
  ],
  [
    'In operative paragraph 3, insert a comma after “report”, and delete from “, and to clean” to the end of the paragraph.',
    'OP3 Invites keepers to report, from lamps to lenses.',
  ],
  [
    'In operative paragraph 3, delete the comma after “lenses”.',
    'OP3 Invites keepers to report from lamps to lenses and to clean lamps.',
  ],
  [
    'In operative paragraph 3, replace “lamps” after “clean” with “lights”.',
    'OP3 Invites keepers to report from lamps to lenses, and to clean lights.',
  ],
  [
    'Move operative paragraph 3 to become operative paragraph 1.',
    'OP1 Invites keepers to report from lamps to lenses, and to clean lamps;',
    'OP2 Urges States to light their lamps. They shall keep them lit. Lamps shall be clean;',
    'OP3 Requests the secretariat to count lamps:',
    'OP3(a) Of glass;',
    'OP3(b) Of brass.',
  ],
  [
    'In the penultimate operative paragraph, replace “count” with “list”.',
    'OP2 Requests the secretariat to list lamps:',
  ],
  [
    'Delete the penultimate operative paragraph.',
    'OP2 Invites keepers to report from lamps to lenses, and to clean lamps.',
  ],
  ['In operative paragraph 3, delete “report … and to”.', 'OP3 Invites keepers to clean lamps.'],
  ['In operative paragraph 2, insert a new subparagraph (c) reading:\n\n(c) Of tin;', 'OP2(c) Of tin;'],
  [
    'In operative paragraph 2, after subparagraph (a), add a new subparagraph reading: “Of tin;”',
    'OP2(b) Of tin;',
    'OP2(c) Of brass;',
  ],
  ['Add a subparagraph to operative paragraph 1: “(a) Of tin;”', 'OP1(a) Of tin;'],
  [
    'Add to operative paragraph 3: “at dawn”.',
    'OP3 Invites keepers to report from lamps to lenses, and to clean lamps at dawn.',
  ],
  [
    'Move operative paragraph 3 so that it becomes operative paragraph 1.',
    'OP1 Invites keepers to report from lamps to lenses, and to clean lamps;',
    'OP2 Urges States to light their lamps. They shall keep them lit. Lamps shall be clean;',
    'OP3 Requests the secretariat to count lamps:',
    'OP3(a) Of glass;',
    'OP3(b) Of brass.',
  ],
  [
    'Amend operative paragraph 2 as follows:\n\n(a) Replace “count” with “weigh”;\n\n(b) Delete subparagraph (a).',
    'OP2 Requests the secretariat to weigh lamps:',
    'OP2(a) Of brass;',
  ],
] as const)
  test(`is carried out: ${command.replace(/\s+/gu, ' ')}`, async (t) => {
    const issued = rows(fromMarkdown(draft)).map(({ label, text }) => `${label} ${text}`)
    const { told, rows: now } = await amended(command)
    t.true(
      told.every((status) => status === 'applied'),
      told.join(),
    )
    t.deepEqual(
      now.filter((line) => !issued.includes(line)),
      expected,
    )
  })

for (const [language, text, commands, front, expected] of [
  [
    'fr',
    '*La Conférence des Parties*,\n\n*Rappelant* les phares,\n\n1. *Prend note* du rapport sur les phares ;\n\n2. *Prie* le secrétariat :\n\na) De compter les phares ;\n\nb) De les peindre ;\n\n3. *Décide* de rester saisie de la question.\n',
    '1. À l’alinéa b) du paragraphe 2, remplacer « peindre » par « laver ».\n\n2. Après le paragraphe 3 du dispositif, insérer un nouveau paragraphe ainsi libellé :\n\nRemercie les gardiens ;\n\n3. Supprimer le paragraphe 1.',
    'projet de résolution',
    [
      'OP1 Prie le secrétariat :',
      'OP1(a) De compter les phares ;',
      'OP1(b) De les laver ;',
      'OP2 Décide de rester saisie de la question ;',
      'OP3 Remercie les gardiens.',
    ],
  ],
  [
    'es',
    '*La Conferencia de las Partes*,\n\n*Recordando* los faros,\n\n1. *Toma nota* del informe sobre los faros;\n\n2. *Solicita* a la secretaría que:\n\na) Cuente los faros;\n\nb) Los pinte;\n\n3. *Decide* seguir ocupándose de la cuestión.\n',
    '1. En el apartado b) del párrafo 2, sustitúyase «pinte» por «lave».\n\n2. Después del párrafo 3 de la parte dispositiva, insértese un nuevo párrafo que diga:\n\nAgradece a los fareros;\n\n3. Suprímase el párrafo 1.',
    'proyecto de resolución',
    [
      'OP1 Solicita a la secretaría que:',
      'OP1(a) Cuente los faros;',
      'OP1(b) Los lave;',
      'OP2 Decide seguir ocupándose de la cuestión;',
      'OP3 Agradece a los fareros.',
    ],
  ],
] as const)
  test(`${language}: the front is read, and what is asked for is carried out`, async (t) => {
    const { amendment } = await parseAmendment(`${fronts[language]}\n\n${commands}\n`, { format: 'text' })
    t.deepEqual(amendment.sponsors.length, 2)
    t.deepEqual(amendment.amends, { symbol: 'LC/44/L.7', what: front })
    const { outcomes, tree } = applyAmendments(fromMarkdown(text, { language }), [amendment])
    t.deepEqual(
      outcomes.map(({ status }) => status),
      ['applied', 'applied', 'applied'],
    )
    t.deepEqual(
      rows(tree)
        .map((row) => `${row.label} ${row.text}`)
        .slice(1),
      expected,
    )
  })

test('a sentence that there is none of, and a line, are left to a person', async (t) => {
  const { told, rows: now } = await amended(
    '1. Delete the fourth sentence of operative paragraph 1.\n\n2. Change the second line of operative paragraph 1 to read: “at dusk”.\n\n3. In operative paragraph 3, replace the third occurrence of “lamps” with “lights”.',
  )
  t.deepEqual(told, ['not-found', 'by-hand', 'not-found'])
  t.deepEqual(
    now,
    rows(fromMarkdown(draft)).map(({ label, text }) => `${label} ${text}`),
  )
})

test('a paragraph that is to have another number is numbered with the rest; where it then has not, that is told', async (t) => {
  const { told } = await amended(
    '1. After operative paragraph 1, insert a new operative paragraph reading:\n\nWelcomes tin;\n\n2. Renumber operative paragraphs 2 and 3 as operative paragraphs 3 and 4.\n\n3. Operative paragraph 1 becomes operative paragraph 2.',
  )
  t.deepEqual(told, ['applied', 'applied', 'applied', 'by-hand'])
})

test('an ordinary resolution that speaks of inserting and replacing is none of amendments', (t) => {
  const tree = fromMarkdown(`## Amendments to the rules of procedure

*The Conference of the Parties*,

*Recalling* draft resolution LC/44/L.7 and the amendments to it,

1. *Decides* to amend rule 5 of its rules of procedure as follows:

(a) Replace paragraph 3 with the following text:

“Keepers shall be heard.”;

(b) Delete paragraph 4.

2. *Requests* the secretariat to insert “lamps” after “lights” in the annex;

3. *Decides* that operative paragraph 4 of its resolution 5/2 should be deleted.
`)
  t.deepEqual(
    rows(tree).map(({ label }) => label),
    ['PP1', 'OP1', 'OP1(a)', 'OP1', 'OP1(b)', 'OP2', 'OP3'],
  )
  t.notRegex(JSON.stringify(tree), /"command"/u)
})
