/** Grammars: every record is proved by its examples and counterexamples, and no text makes one slow. */
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import test from 'ava'
import { languages, load } from '../src/language/load.js'
import type { Grammar } from '../src/language/types.js'
import type { PhraseRole } from '../src/model/tree/types.js'
import { grammars, readCommon, readLanguage, readShared } from './support/grammars.js'
import { hostile, readings } from './support/hostile.js'

const common = readCommon()
const files = languages().map((language) => ({
  language,
  file: readLanguage(language),
  grammar: load(language),
}))
/** The ids that all languages share. */
const shared = new Set(readShared<{ verbs: { id: string }[] }>('verbs').verbs.map(({ id }) => id))
const roles: readonly PhraseRole[] = ['preambular', 'operative']
const english = load('en')

const words = (text: string, found: { start: number; end: number } | null) =>
  found ? text.slice(found.start, found.end) : null
const lead = (text: string, role: PhraseRole | 'any' = 'any', emphasis?: number) =>
  words(text, english.lead(text, role, emphasis))
const later = (text: string, role: PhraseRole, grammar = english) =>
  grammar.later(text, grammar.lead(text, role)?.end ?? 0, role).map((found) => words(text, found))
const cited = (text: string, organ?: string) =>
  english.citations(text, organ).map(({ start, end, kind, target }) => [text.slice(start, end), kind, target])

/** Whether a pattern matches all of a text; what is behind `|` only follows the match. */
function whole(grammar: Grammar, id: string, example: string): boolean {
  const [expected = ''] = example.split('|')
  return grammar.match(id, example.replace('|', ''))?.[0].length === expected.length
}

// ---------------------------------------------------------------- records

test('every file keeps to the schema', (t) => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile(
    readShared('schema'),
  )
  const names = readdirSync(grammars, { recursive: true, encoding: 'utf8' }).filter(
    // Words of the interface are no grammar: test/interface.test.ts holds their form.
    (name) => name.endsWith('.json') && name !== 'schema.json' && !name.startsWith('interface'),
  )
  t.true(names.length > 10 * languages().length)
  for (const name of names) {
    const file = JSON.parse(readFileSync(new URL(name, grammars), 'utf8'))
    t.true(validate(file), `${name}: ${JSON.stringify(validate.errors?.slice(0, 5))}`)
  }
  t.false(validate({ $schema: '', verbs: [{ id: 'urge', forms: ['Urges'] }] }))
})

/** A pattern of so many characters is read without help. */
const plain = 60

test('a pattern that is not plain says why it is as it is', (t) => {
  const all = [...files.flatMap(({ file }) => file.patterns), ...common.patterns]
  t.true(all.length > 300)
  t.deepEqual(
    all.filter(({ pattern, why }) => pattern.length > plain && !why).map(({ id }) => id),
    [],
  )
})

test('verbs have one record each of what they do', (t) => {
  t.is(shared.size, readShared<{ verbs: unknown[] }>('verbs').verbs.length)
  const used = new Set(files.flatMap(({ file }) => file.verbs.map(({ id }) => id)))
  t.deepEqual(
    [...shared].filter((id) => !used.has(id)),
    [],
  )
})

/** What may be before a form that opens nothing: openings begin their paragraph. */
const before = 'Xx '
/** What makes another word of a form. */
const longer = 'xx'

for (const { language, file, grammar } of files) {
  const own = new Set(file.patterns.map(({ id }) => id))
  const patterns = [
    // A pattern of a language replaces the common one.
    ...common.patterns.filter(({ id }) => !own.has(id)),
    ...file.patterns,
    ...Object.values(file.openers.forms),
  ]

  test(`${language}: no id is given twice`, (t) => {
    for (const records of [
      patterns,
      // A verb has several records where its forms differ in more than their letters.
      file.verbs.map(({ forms: _, examples: __, counterexamples: ___, ...rest }) => ({
        id: JSON.stringify(rest),
      })),
      file.enumerators,
      file.intensifiers,
      file.openers.complements,
    ]) {
      const ids = records.map(({ id }) => id)
      t.deepEqual(ids, [...new Set(ids)])
    }
  })

  test(`${language}: every pattern matches its examples, whole, and no counterexample, whole`, (t) => {
    for (const { id, examples, counterexamples } of patterns) {
      t.true(examples.length > 0, `${id} has no example`)
      for (const example of examples) t.true(whole(grammar, id, example), `${id} misses ${example}`)
      for (const text of counterexamples) t.false(whole(grammar, id, text), `${id} takes ${text}`)
    }
  })

  test(`${language}: every verb opens its examples and none of its counterexamples`, (t) => {
    for (const { id, forms, examples = [], counterexamples = [] } of file.verbs) {
      t.true(forms.preambular.length + forms.operative.length > 0, `${id} has no form`)
      for (const example of examples) {
        const found = grammar.lead(example, 'any')
        t.deepEqual([found?.verb, found?.known], [id, true], `${id}: ${example}`)
      }
      for (const text of counterexamples) t.not(grammar.lead(text, 'any')?.verb, id, `${id}: ${text}`)
    }
  })

  test(`${language}: every form of every verb is found, and as that verb`, (t) => {
    for (const verb of file.verbs) {
      for (const role of roles) {
        for (const form of verb.forms[role]) {
          const follower = verb.before ? ` ${verb.before[0]} x` : ' x'
          const found = grammar.lead(form + follower, role)
          t.is(found?.verb, verb.id, form)
          t.is(found?.role, role, form)
          t.not(grammar.lead(before + form + follower, role)?.verb, verb.id, form)
        }
      }
    }
  })

  test(`${language}: every complement belongs to the opening of its examples only`, (t) => {
    for (const { id, examples, counterexamples } of file.openers.complements) {
      for (const text of examples) t.is(grammar.lead(`${text} x`, 'any')?.end, text.length, `${id}: ${text}`)
      for (const text of counterexamples)
        t.not(grammar.lead(`${text} x`, 'any')?.end, text.length, `${id}: ${text}`)
    }
  })

  test(`${language}: objects and complements name verbs that there are`, (t) => {
    const ids = new Set(file.verbs.map(({ id }) => id))
    for (const [noun, { verb }] of Object.entries(file.openers.objects)) t.true(!verb || ids.has(verb), noun)
    for (const { id, verbs = [] } of file.openers.complements)
      t.deepEqual(
        verbs.filter((verb) => !ids.has(verb)),
        [],
        id,
      )
    for (const { id, alternatives = [] } of file.verbs)
      for (const verb of alternatives) t.true(shared.has(verb) && verb !== id, `${id}: ${verb}`)
  })

  test(`${language}: enumerators and intensifiers are told from like words`, (t) => {
    const [verb] = file.verbs
    const form = verb?.forms.operative[0] ?? ''
    for (const [kind, records] of [
      ['enumerator', file.enumerators],
      ['intensifier', file.intensifiers],
    ] as const) {
      for (const { id, forms, examples = [], counterexamples = [] } of records) {
        const opening = (modifier: string) =>
          `${modifier.charAt(0).toUpperCase()}${modifier.slice(1)} ${form.toLowerCase()} x`
        for (const text of [...forms, ...examples])
          t.is(grammar.lead(opening(text), 'operative')?.[kind], id, text)
        for (const text of [...(file.spaced ? forms.map((form) => form + longer) : []), ...counterexamples])
          t.not(grammar.lead(opening(text), 'operative')?.[kind], id, text)
      }
    }
  })

  test(`${language}: later verbs are those between stars, and no others`, (t) => {
    for (const role of roles) {
      for (const marked of file.later.examples[role]) {
        const expected = [...marked.matchAll(/\*([^*]+)\*/gu)].map((found) => found[1])
        t.deepEqual(later(marked.replace(/\*/gu, ''), role, grammar), expected as string[], marked)
      }
      for (const text of file.later.counterexamples[role]) t.deepEqual(later(text, role, grammar), [], text)
    }
  })

  test(`${language}: hedges and obligations are found as whole words`, (t) => {
    for (const kind of ['hedges', 'obligations'] as const) {
      for (const { id, forms, examples = [], counterexamples = [] } of file[kind]) {
        for (const text of [...forms, ...examples])
          t.deepEqual(
            grammar[kind](`x ${text}, x`).map((found) => found.text),
            [text],
            id,
          )
        for (const text of file.spaced ? forms.map((form) => form + longer) : [])
          t.false(
            grammar[kind](text).some((found) => found.text === text),
            id,
          )
        for (const text of counterexamples)
          t.false(
            grammar[kind](text).some((found) => forms.includes(found.text.toLowerCase())),
            `${id}: ${text}`,
          )
      }
    }
  })
}

test('every shape of resolution numbers is told from the others', (t) => {
  for (const { id, pattern, examples, counterexamples } of common.numberShapes) {
    const expression = new RegExp(`^(?:${pattern})$`, 'u')
    for (const text of examples) t.regex(text, expression, id)
    for (const text of counterexamples) t.notRegex(text, expression, id)
  }
})

// ---------------------------------------------------------------- openings

test('an opening ends where an editor ends the italics', (t) => {
  for (const [text, expected] of [
    ['Takes note of the report', 'Takes note'],
    ['Recalling also its resolution 96/12', 'Recalling also'],
    ['Recognizing further that lamps are dear', 'Recognizing further'],
    ['Welcoming further progress in lighting', 'Welcoming'],
    ['Noting with concern also the loss of lamps', 'Noting with concern also'],
    ['Calls once again upon States to light their coasts', 'Calls once again upon'],
    ['Having also considered the report', 'Having also considered'],
    ['Reaffirms its decision to light the coast', 'Reaffirms'],
    ['Reaffirms the commitment of States', 'Reaffirms'],
    ['Reiterates its call for oil', 'Reiterates its call for'],
    ['Deplores and strongly condemns the theft of lamps', 'Deplores and strongly condemns'],
    ['Continues to welcome the gifts of keepers', 'Continues to welcome'],
    ['Once again urges States to pay', 'Once again urges'],
    ['Welcoming, in this regard, the new lights', 'Welcoming'],
    ['Stresses once again the need for oil', 'Stresses once again'],
  ] as const) {
    t.is(lead(text), expected)
  }
})

test('a phrase says of what it is made', (t) => {
  const parts = (text: string) => {
    const found = english.lead(text, 'any')
    return (
      found && [found.verb, found.enumerator, found.intensifier, found.qualifier, found.force, found.stance]
    )
  }
  t.deepEqual(parts('Also strongly urges States to pay'), ['urge', 'also', 'strongly', null, 4, null])
  t.deepEqual(parts('Reiterates its request to the keepers'), [
    'reiterate',
    null,
    null,
    'its request',
    2,
    null,
  ])
  t.deepEqual(parts('Expresses its deep concern at it'), [
    'express',
    null,
    null,
    'its deep concern',
    0,
    'concern',
  ])
  t.deepEqual(parts('Notes with appreciation the work'), [
    'note',
    null,
    null,
    'with appreciation',
    0,
    'approval',
  ])
  t.deepEqual(parts('Remains deeply concerned about it'), [
    'concerned',
    null,
    null,
    'deeply concerned',
    0,
    'concern',
  ])
  t.deepEqual(parts('Continues to encourage ports'), ['encourage', null, null, 'to encourage', 1, null])
  t.deepEqual(parts('Invites and encourages ports to pay')?.slice(0, 5), ['invite', null, null, null, 1])
})

test('openers that no list knows are found by their form', (t) => {
  for (const [text, role, expected] of [
    ['Lamenting the loss of the lightship', 'preambular', 'Lamenting'],
    ['Unswayed by the owners of the horns', 'preambular', 'Unswayed'],
    ['Pursuant to article 7', 'preambular', 'Pursuant to'],
    ['Repaints its buoys', 'operative', 'Repaints'],
    ['Also repaints the buoys of Peru', 'operative', 'Also repaints'],
  ] as const) {
    const found = english.lead(text, role)
    t.is(words(text, found), expected)
    t.is(found?.known, false)
    t.is(found?.verb, null)
  }
})

test('what is no opening has none', (t) => {
  for (const text of [
    'The lights of the coast',
    'Governments of the region should light their coasts',
    'Keepers shall be relieved',
    'Measures that keepers take',
    'States Parties to the Convention',
    'urges States to pay',
    'Notes',
    '',
  ]) {
    t.is(lead(text), null, text)
  }
  t.is(lead('Committed in the Territory of Halcyon'), 'Committed', 'by its form at most')
  t.false(english.lead('Committed in the Territory of Halcyon', 'any')?.known ?? false)
})

test('declarations open with their subject or with the base form', (t) => {
  t.is(lead('We reaffirm our commitment', 'operative'), 'We reaffirm')
  t.is(lead('Urge States to pay', 'operative'), 'Urge')
  t.is(lead('Support for keepers is dear', 'operative'), null)
})

test('a paragraph that opens in the manner of the other part is told so', (t) => {
  t.is(english.lead('Recalling its resolution 96/12', 'operative')?.role, 'preambular')
  t.is(english.lead('Adopts the declaration', 'preambular')?.role, 'operative')
})

test('italics shorten and lengthen an opening, within reason', (t) => {
  const shown = (text: string, italics: string) => lead(text, 'any', italics.length)
  t.is(shown('Reiterating its call for oil', 'Reiterating'), 'Reiterating')
  t.is(shown('Also calls upon States to pay', 'Also calls'), 'Also calls')
  t.is(shown('Welcomes warmly indeed the lights', 'Welcomes warmly indeed the'), 'Welcomes warmly indeed')
  t.is(shown('Takes note of the report', 'Takes note of the'), 'Takes note')
  t.is(shown('Takes note of the report', 'Tak'), 'Takes note')
  t.is(shown('Takes note of the report', 'Takes'), 'Takes note')
  const everything = 'Having considered the report of the harbour masters on the lamps of the coast'
  t.is(shown(everything, everything), 'Having considered')
})

test('kinds of space and hyphen make no difference', (t) => {
  t.is(
    lead('Takes\u00a0note\u00a0with\u00a0appreciation of it'),
    'Takes\u00a0note\u00a0with\u00a0appreciation',
  )
  t.is(lead('Re‑emphasizes the need'), 'Re‑emphasizes')
})

// ---------------------------------------------------------------- citations

test('resolutions are cited by their number, whose it is by its shape and by the body', (t) => {
  t.deepEqual(cited('its resolutions 47/19 of 24 November 1992, 48/16 of 3 November 1993 and 72/4'), [
    ['resolutions 47/19', 'resolution', 'A/RES/47/19'],
    ['48/16', 'resolution', 'A/RES/48/16'],
    ['72/4', 'resolution', 'A/RES/72/4'],
  ])
  const target = (text: string, organ?: string) => cited(text, organ)[0]?.[2]
  t.is(target('resolution 1325 (2000)'), 'S/RES/1325 (2000)')
  t.is(target('resolution 2200 A (XXI)'), 'A/RES/2200 A (XXI)')
  t.is(target('resolution 2200A (XXI)'), 'A/RES/2200 A (XXI)')
  t.is(target('resolution ES-10/23 of 10 May 2024'), 'A/RES/ES-10/23')
  t.is(target('Economic and Social Council resolution 2017/4'), 'E/RES/2017/4')
  t.is(target('Council resolution 16/21'), 'A/HRC/RES/16/21')
  t.is(target('Council resolution 2017/4'), 'E/RES/2017/4')
  t.is(target('Human Rights Council resolution S-33/1'), 'A/HRC/RES/S-33/1')
  t.is(target('Environment Assembly resolution 5/7'), 'UNEP/EA.5/Res.7')
  t.is(target('Economic and Social Council resolution 663 C (XXIV)'), 'E/RES/663 C (XXIV)')
  t.is(target('decision 73/518'), 'A/DEC/73/518')
  t.is(target('decision 1/CP.21'), '1/CP.21')
  t.is(target('its resolution 16/21', 'Human Rights Council'), 'A/HRC/RES/16/21')
  t.is(target('its resolution 6/1', 'Conference of Ports'), 'Conference of Ports, resolution 6/1')
})

test('symbols, treaties, articles and paragraphs are cited', (t) => {
  t.deepEqual(cited('See A/C.3/80/L.12/Rev.1, and (A/RES/75/245B).'), [
    ['A/C.3/80/L.12/Rev.1', 'document', 'A/C.3/80/L.12/Rev.1'],
    ['A/RES/75/245B', 'resolution', 'A/RES/75/245 B'],
  ])
  t.deepEqual(cited('United Nations, Treaty Series, vol. 2225, No. 39574.'), [
    ['United Nations, Treaty Series, vol. 2225, No. 39574', 'treaty', 'UNTS 2225/39574'],
  ])
  t.deepEqual(
    cited('article 24, paragraph 4, of the Convention and paragraphs 9 and 11 to 14 above').map(
      ([text]) => text,
    ),
    ['article 24, paragraph 4', 'paragraphs 9 and 11 to 14 above'],
  )
  t.deepEqual(cited('on 5 May 2031 and/or in 2032, HIV/AIDS, 24/7, 2031/32'), [])
})

test('an address is given where the United Nations defines one', (t) => {
  const url = (text: string) => english.citations(text)[0]?.url
  t.is(url('resolution 1325 (2000)'), 'https://undocs.org/S/RES/1325(2000)')
  t.is(url('A/97/118'), 'https://undocs.org/A/97/118')
  t.regex(url('United Nations, Treaty Series, vol. 75, No. 973') ?? '', /v75\.pdf$/u)
  t.is(url('paragraph 3 above'), null)
})

// ---------------------------------------------------------------- the front

test('a masthead that was run together is matched field by field', (t) => {
  const fields = [
    'distribution',
    'session',
    'venue',
    'agendaItem',
    'date',
    'provenance',
    'provenanceNote',
  ] as const
  const chain = (text: string) => {
    const ids: string[] = []
    let at = 0
    for (;;) {
      while (text[at] === ' ') at++
      const found = english.matchAny(fields, text, at)
      if (!found) return [...ids, text.slice(at)]
      ids.push(found.id)
      at += found.match[0].length
    }
  }
  t.deepEqual(chain('Tenth session Reykjavik, 12–16 October 2031 Agenda item 2 Review of lamps'), [
    'session',
    'venue',
    'agendaItem',
    'Review of lamps',
  ])
  t.deepEqual(chain('Distr.: Limited 16 October 2031'), ['distribution', 'date', ''])
  t.deepEqual(
    chain(
      'Resolution adopted by the General Assembly on 4 May 2042 [on the report of the Third Committee (A/97/1)]',
    ),
    ['provenance', 'provenanceNote', ''],
  )
})

test('groups carry what a field says', (t) => {
  const groups = (id: string, text: string) => ({ ...english.match(id, text)?.groups })
  t.like(groups('session', '2031 session'), { year: '2031' })
  t.like(groups('session', 'Tenth emergency special session'), {
    ordinal: 'Tenth',
    kind: 'emergency special ',
  })
  t.like(groups('session', 'Substantive session of 2013'), { year: '2013', kind: 'Substantive' })
  t.like(groups('venue', 'New York, 9 September–11 October 2031'), { place: 'New York' })
  t.like(groups('operativeNumber', '9 bis.'), { value: '9', suffix: ' bis' })
  t.like(groups('operativeNumber', 'OP5 alt 2'), { part: 'OP', value: '5', alternative: ' alt 2' })
  t.like(groups('resolutionTitle', '77/128 A. Lamps'), { number: '77/128', designation: 'A' })
  t.like(groups('organLine', 'The Lighthouse Assembly,'), { name: 'Lighthouse Assembly', comma: ',' })
  t.like(groups('sectionHeading', 'II. Boats'), { label: 'II', title: 'Boats' })
  t.like(groups('sectionHeading', 'Part II. Boats'), { label: 'Part II', title: 'Boats' })
  for (const text of ['Section III', 'Part one']) t.is(groups('sectionHeading', text)?.label, text)
  t.like(groups('onBehalf', 'On behalf of the States members of the Union of Ports.'), {
    group: 'Union of Ports',
  })
  t.like(groups('sponsorLine', 'Chile and Peru:** draft resolution'), {
    sponsors: 'Chile and Peru',
    marks: '**',
  })
})

test('sponsors are split where no name holds the joint', (t) => {
  const text = 'Algeria, European Union*, Trinidad and Tobago, Bosnia and Herzegovina and State of Palestine'
  const names = english.sponsors(text)
  t.deepEqual(
    names.map(({ name, marks }) => name + marks),
    ['Algeria', 'European Union*', 'Trinidad and Tobago', 'Bosnia and Herzegovina', 'State of Palestine'],
  )
  for (const { name, start, end, marks } of names) t.is(text.slice(start, end), name + marks)
  const marked = english.sponsors('Fiji,* Malta and Tonga')
  t.deepEqual(
    marked.map(({ name, marks }) => name + marks),
    ['Fiji*', 'Malta', 'Tonga'],
  )
  t.is(english.sponsors('Bolivia (Plurinational State of) and Peru').length, 2)
})

test('words of the front become values', (t) => {
  t.is(english.ordinal('Seventy-seventh'), 77)
  t.is(english.ordinal('One hundred and first'), 101)
  t.is(english.ordinal('74th'), 74)
  t.is(english.ordinal('Lamp'), null)
  t.is(english.isoDate('16 October 2020'), '2020-10-16')
  t.is(english.isoDate('31 June 2020'), null)
  t.is(english.isoDate('12–16 October 2020'), null)
  t.deepEqual(english.dateRange('29 December 2031–3 January 2032'), { from: '2031-12-29', to: '2032-01-03' })
  t.deepEqual(english.dateRange('12–16 October 2020'), { from: '2020-10-12', to: '2020-10-16' })
  t.deepEqual(english.dateRange('6 May 2031'), { from: '2031-05-06', to: '2031-05-06' })
  t.is(english.dateRange('in May'), null)
  t.deepEqual(english.languageCodes('English/FRENCH'), ['en', 'fr'])
  t.deepEqual(english.listItems('20 (a), (b) and 21'), ['20 (a)', '20 (b)', '21'])
  t.is(english.proposalKind('revised draft resolution'), 'revisedDraftResolution')
  t.is(english.proposalKind('song'), 'unknown')
  t.is(english.label('©'), '(c)')
})

test('a word is one of the commonest or is not', (t) => {
  t.true(english.isFrequent('The'))
  t.false(english.isFrequent('lamp'))
})

test('a mistake of the program throws', (t) => {
  t.throws(() => english.match('noSuchPattern', 'x'), { message: /noSuchPattern/u })
  t.throws(() => load('xx'), { instanceOf: RangeError })
})

// ---------------------------------------------------------------- bounds

test('no hostile text makes reading hang', (t) => {
  // What is quadratic takes minutes at this length; bench/hostile.ts holds the ratios.
  for (const [name, make] of Object.entries(hostile))
    for (const [task, run] of Object.entries(readings(english)))
      t.notThrows(() => run(make(30_000)), `${task} of ${name}`)
})

test('a long list of Spanish resolutions with their dates is read once', (t) => {
  const list = Array.from(
    { length: 28 },
    (_, at) => `${60 + at}/${10 + at}, de ${1 + at} de mayo de ${2005 + at}`,
  )
  // The body that would end the list is missing: every reading of every comma would be tried.
  const text = `Recordando sus resoluciones ${list.join(', ')}, relativas a los faros,`
  t.deepEqual(
    load('es')
      .citations(text)
      .map(({ target }) => target),
    list.map((_, at) => `A/RES/${60 + at}/${10 + at}`),
  )
})
