/** What all languages share, and what French and Spanish ask of the engine. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test from 'ava'
import { fromMarkdown, fromText } from '../src/index.js'
import { compile } from '../src/language/compile.js'
import { detectLanguage } from '../src/language/detect.js'
import { languageRecords, languages, load } from '../src/language/load.js'
import type { GrammarFile } from '../src/language/records/language.js'
import * as sources from '../src/language/sources.js'
import { rows } from '../src/model/tree/rows.js'
import { grammars, readLanguage } from './support/grammars.js'

const english = readLanguage('en')
const french = load('fr')
const spanish = load('es')

for (const language of languages()) {
  const file = readLanguage(language)

  test(`${language}: every id of English is there, or the file says why not`, (t) => {
    for (const key of ['verbs', 'patterns', 'enumerators'] as const) {
      const reasons = file.absent?.[key] ?? {}
      const there = new Set(file[key].map(({ id }) => id))
      if (key === 'verbs')
        for (const { alternatives = [] } of file.verbs) for (const verb of alternatives) there.add(verb)
      const missing = english[key].map(({ id }) => id).filter((id) => !there.has(id))
      t.deepEqual([...new Set(missing)].sort(), Object.keys(reasons).sort(), key)
    }
  })

  test(`${language}: no key is empty that English fills`, (t) => {
    for (const [key, value] of Object.entries(file)) {
      const model = english[key as keyof GrammarFile]
      if (typeof model === 'object' && Object.keys(model).length > 0)
        t.true(Object.keys(value as object).length > 0 || key === 'tens' || key === 'hundreds', key)
    }
  })
}

test('one act has one id in all languages', (t) => {
  for (const [id, forms] of Object.entries({
    urge: { en: 'Urges States', fr: 'Prie instamment les États', es: 'Insta a los Estados' },
    decide: { en: 'Decides to pay', fr: 'Décide de payer', es: 'Decide pagar' },
    welcome: { en: 'Welcoming it', fr: 'Se félicitant de cela', es: 'Acogiendo con beneplácito eso' },
    'take-note': { en: 'Takes note of it', fr: 'Prend acte de cela', es: 'Toma nota de ello' },
    condemn: { en: 'Condemns it', fr: 'Condamne cela', es: 'Condena ese robo' },
  })) {
    for (const [language, text] of Object.entries(forms))
      t.is(load(language).lead(text, 'any')?.verb, id, text)
  }
  t.true(french.lead('Considérant que la mer est haute', 'any')?.alternatives?.includes('consider'))
  t.is(spanish.lead('Decide pagar', 'any')?.force, load('en').lead('Decides to pay', 'any')?.force)
})

const parts = (language: string, text: string) => {
  const found = load(language).lead(text, 'any')
  if (!found) return null
  const { verb, enumerator, intensifier, qualifier, stance } = found
  return [text.slice(found.start, found.end), verb, enumerator, intensifier, qualifier, stance]
}

test('modifiers stand behind the verb, between its words and before an adjective', (t) => {
  for (const [language, text, expected] of [
    ['fr', 'Encourage vivement les ports', ['Encourage vivement', 'encourage', null, 'strongly', null, null]],
    [
      'fr',
      'Prend également note du rapport',
      ['Prend également note', 'take-note', 'also', null, null, 'notice'],
    ],
    [
      'fr',
      'Vivement préoccupées en outre par la brume',
      ['Vivement préoccupées en outre', 'concerned', 'further', 'strongly', null, 'concern'],
    ],
    [
      'fr',
      'Se dit de nouveau gravement préoccupé par la brume',
      ['Se dit de nouveau gravement préoccupé', 'express', 'again', null, 'gravement préoccupé', 'concern'],
    ],
    [
      'fr',
      'S’inquiétant vivement de la brume',
      ['S’inquiétant vivement', 'concerned', null, 'strongly', null, 'concern'],
    ],
    [
      'es',
      'Expresando su más profunda preocupación también por la niebla',
      [
        'Expresando su más profunda preocupación también',
        'express',
        'also',
        null,
        'su más profunda preocupación',
        'concern',
      ],
    ],
    ['es', 'También observa que hay niebla', ['También observa', 'note', 'also', null, null, 'notice']],
    [
      'es',
      'Condena enérgicamente el robo',
      ['Condena enérgicamente', 'condemn', null, 'strenuously', null, 'disapproval'],
    ],
  ] as const)
    t.deepEqual(parts(language, text), [...expected], text)
})

test('a form that is a noun too opens nothing before what only a noun has after it', (t) => {
  t.is(french.lead('Demande de subvention pour les feux', 'any'), null)
  t.is(french.lead('Demande d’aide aux ports', 'any'), null)
  t.is(french.lead('Demande aux ports de payer', 'any')?.verb, 'request')
  t.is(french.lead('Demande de nouveau aux ports de payer', 'any')?.enumerator, 'again')
})

test('ordinals, dates and items are read', (t) => {
  for (const [words, number] of [
    ['Soixante et onzième', 71],
    ['Soixante-dix-septième', 77],
    ['Quatre-vingtième', 80],
    ['Quatre-vingt-dix-septième', 97],
    ['Quatre‑vingt‑unième', 81],
    ['75e', 75],
  ] as const)
    t.is(french.ordinal(words), number, words)
  for (const [words, number] of [
    ['Nonagésimo séptimo', 97],
    ['Decimotercera', 13],
    ['Centésimo primer', 101],
    ['59º', 59],
  ] as const)
    t.is(spanish.ordinal(words), number, words)
  t.is(french.isoDate('1er mars 2031'), '2031-03-01')
  t.is(spanish.isoDate('1 de setiembre de 2031'), '2031-09-01')
  t.deepEqual(french.dateRange('du 31 mai au 11 juin 2010'), { from: '2010-05-31', to: '2010-06-11' })
  t.deepEqual(spanish.dateRange('9 de septiembre a 11 de octubre de 2024'), {
    from: '2024-09-09',
    to: '2024-10-11',
  })
  t.deepEqual(french.listItems('20 a), b) et 21'), ['20 a)', '20 b)', '21'])
})

const cited = (language: string, text: string, organ?: string) =>
  load(language)
    .citations(text, organ)
    .map(({ target }) => target)

test('a letter between commas belongs to its agenda item', (t) => {
  t.deepEqual(french.listItems('113, b,'), ['113 b'])
  t.deepEqual(french.listItems('13 et 72 a)'), ['13', '72 a)'])
})

test('citations have one normal form in all languages', (t) => {
  t.deepEqual(
    cited(
      'fr',
      'les résolutions 71/4 du 5 mars 2039 et 73/9 du 6 mars 2041 du Conseil des droits de l’homme',
    ),
    ['A/HRC/RES/71/4', 'A/HRC/RES/73/9'],
  )
  t.deepEqual(
    cited(
      'fr',
      'ses résolutions 95/31 du 4 décembre 2040 et 96/12, et la résolution 71/4 du Conseil des droits de l’homme',
      'Assemblée générale',
    ),
    ['A/RES/95/31', 'A/RES/96/12', 'A/HRC/RES/71/4'],
  )
  t.deepEqual(
    cited(
      'es',
      'su resolución 95/31, de 4 de diciembre de 2040, y la resolución 2042/7 del Consejo Económico y Social',
      'Asamblea General',
    ),
    ['A/RES/95/31', 'E/RES/2042/7'],
  )
  for (const [language, text] of [
    ['en', 'paragraph 3 (b) (ii) above and article 24, paragraph 4'],
    ['fr', 'au paragraphe 3 b) ii) ci-dessus et à l’article 24, paragraphe 4'],
    ['es', 'el párrafo 3 b) ii) supra y el artículo 24, párrafo 4'],
  ] as const)
    t.deepEqual(cited(language, text), ['paragraph 3 (b) (ii) above', 'article 24, paragraph 4'], language)
  t.deepEqual(cited('fr', 'Nations Unies, Recueil des Traités, vol. 75, no 973'), ['UNTS 75/973'])
  t.deepEqual(cited('es', 'Naciones Unidas, Treaty Series, vol. 75, núm. 973'), ['UNTS 75/973'])
})

test('whom a verb asks is read', (t) => {
  const asked = (language: string, text: string) => {
    const grammar = load(language)
    const lead = grammar.lead(text, 'operative')
    return lead && grammar.addressee(text, lead.end, lead)
  }
  t.is(asked('fr', 'Prie le Secrétaire général de faire rapport'), 'le Secrétaire général')
  t.is(asked('fr', 'Exhorte tous les États, dans la limite de leurs moyens, à payer'), 'tous les États')
  t.is(asked('es', 'Solicita al Secretario General que informe'), 'Secretario General')
  t.is(asked('es', 'Insta a todos los Estados a que paguen'), 'todos los Estados')
})

test('a list in running text goes on where a line ends before one of its letters', (t) => {
  const page = (line: string) =>
    `The General Assembly\n1. Takes note of (a) oil; (b) lamps; and\n${line}\n2. Decides to pay.\n`
  const labels = (text: string) => rows(fromText(text, { language: 'en' })).map(({ label }) => label)
  t.deepEqual(labels(page('(c) bells;')), ['OP1', 'OP2'])
  t.deepEqual(labels('The General Assembly\n1. Takes note of:\n(a) Oil;\n(b) Lamps;\n2. Decides to pay.\n'), [
    'OP1',
    'OP1(a)',
    'OP1(b)',
    'OP2',
  ])
})

test('what is said of a language holds for its documents', (t) => {
  const tree = fromMarkdown(
    '*L’Assemblée générale*,\n\n*Consciente* de la brume,\n\n1. *Prie* les États de payer ;\n\na) Pour l’huile ;\n\naa) Pour le pain ;\n\n2. *Décide* de payer.',
  )
  t.is(tree.language, 'fr')
  t.deepEqual(
    rows(tree).map(({ label, phrase }) => [label, phrase]),
    [
      ['PP1', 'Consciente'],
      ['OP1', 'Prie'],
      ['OP1(a)', undefined],
      ['OP1(aa)', undefined],
      ['OP2', 'Décide'],
    ],
  )
})

/** What the blocks of JSON in a page add to files: each to the file that was named last before it. */
function additions(page: string): [file: string, part: Record<string, unknown>][] {
  const found: [string, Record<string, unknown>][] = []
  let file = ''
  for (const { groups } of page.matchAll(/`de\/(?<name>\w+\.json)`|```json\n(?<block>[\s\S]*?)```/gu)) {
    const { name, block } = groups ?? {}
    if (name !== undefined) file = name
    else if (file !== '' && block !== undefined) found.push([file, JSON.parse(block)])
  }
  return found
}

test('a seventh language is data alone, and grammars/README.md leads to it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-grammars-'))
  const root = pathToFileURL(`${folder}/`)
  try {
    cpSync(grammars, folder, { recursive: true })
    cpSync(new URL('en/', grammars), new URL('de/', root), { recursive: true })
    const steps = additions(
      /## How to begin[\s\S]*?\n## /u.exec(readFileSync(new URL('README.md', grammars), 'utf8'))?.[0] ?? '',
    )
    t.deepEqual(
      [...new Set(steps.map(([file]) => file))].sort(),
      ['language.json', 'names.json', 'numbers.json', 'structure.json', 'verbs.json'],
      'the page shows these files',
    )
    for (const [name, part] of steps) {
      const file = new URL(`de/${name}`, root)
      const whole = JSON.parse(readFileSync(file, 'utf8'))
      for (const [key, value] of Object.entries(part)) {
        // Records of a block replace those of the file that have their id; verbs of English go.
        if (key !== 'patterns') whole[key] = value
        else
          for (const record of value as { id: string }[])
            whole.patterns = [...whole.patterns.filter(({ id }: { id: string }) => id !== record.id), record]
      }
      writeFileSync(file, JSON.stringify(whole))
    }
    t.true(sources.sourceLanguages(root).includes('de'))
    const file = sources.readLanguage(root, 'de')
    const german = compile(file, sources.readCommon(root), file.frequent)
    t.false(german.capitals)
    t.is(german.match('organLine', 'Die Generalversammlung,')?.groups?.name, 'Generalversammlung')
    t.is(german.lead('unter Hinweis auf ihre Resolution 72/178', 'preambular')?.verb, 'recall')
    t.is(german.lead('ersucht den Generalsekretär, Bericht zu erstatten;', 'operative')?.verb, 'request')
    t.is(german.lead('Hinweis auf ihre Resolution', 'any')?.known ?? false, false)
    t.is(german.isoDate('3. März 2031'), '2031-03-03')
    t.true(german.isFrequent('und'))
    const records = new Map([...languageRecords(), ['de', file]])
    t.is(detectLanguage('Die Generalversammlung, unter Hinweis auf den Bericht', records).language, 'de')
    writeFileSync(new URL('de/more.json', root), JSON.stringify({ months: file.months }))
    t.throws(() => sources.readLanguage(root, 'de'), { message: /months twice/u })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
