import test from 'ava'
import { assemble } from '../src/assemble/index.js'
import { textReaders } from '../src/formats/index.js'
import { load } from '../src/language/load.js'
import { Openings } from '../src/language/openings.js'
import type { Grammar } from '../src/language/types.js'
import { rows } from '../src/model/tree/rows.js'
import { parse } from '../src/parse/index.js'
import { cases } from './support/fixtures.js'

/** Most times that a row's opening words may be looked for: 1.2 were measured, 3.7 to 14.7 before lines were looked at once. */
const mostLeads = 1.5

/** How many rows a document has, and how often its opening words were looked for. */
function counted(text: string, format: 'markdown' | 'text', language: string) {
  let leads = 0
  const own = load(language)
  const grammar: Grammar = {
    ...own,
    lead: (...asked) => {
      leads++
      return own.lead(...asked)
    },
  }
  const openings = new Openings(grammar)
  const messages: [] = []
  const source = textReaders[format](text)
  const tree = parse(assemble(source.blocks, { openings, messages }), {
    openings,
    language,
    text: source.text,
    messages,
  })
  return { leads, rows: rows(tree).length }
}

/** A resolution of some length, in a language's own words. */
const words: Record<
  string,
  { formula: string; recital: string; paragraph: string; number: (n: number) => string }
> = {
  en: {
    formula: 'The General Assembly,',
    recital: 'Recalling its resolution 98/3 on the lighting of coasts and on the mooring of buoys,',
    paragraph: 'Urges States to moor buoys along their coasts, and to report on them every year;',
    number: (n) => `${n}.`,
  },
  fr: {
    formula: 'L’Assemblée générale,',
    recital: 'Rappelant sa résolution 98/3 sur l’éclairage des côtes et sur le mouillage des bouées,',
    paragraph: 'Prie les États de mouiller des bouées le long de leurs côtes et de faire rapport ;',
    number: (n) => `${n}.`,
  },
  es: {
    formula: 'La Asamblea General,',
    recital: 'Recordando su resolución 98/3 sobre el alumbrado de las costas y sobre las boyas,',
    paragraph: 'Pide a los Estados que instalen boyas a lo largo de sus costas y que informen;',
    number: (n) => `${n}.`,
  },
  ru: {
    formula: 'Генеральная Ассамблея,',
    recital: 'ссылаясь на свою резолюцию 98/3 об освещении берегов и об установке буев у берегов,',
    paragraph: 'просит государства установить буи вдоль своих берегов и ежегодно представлять доклады;',
    number: (n) => `${n}.`,
  },
  zh: {
    formula: '大会，',
    recital: '回顾其关于沿海照明和关于在沿海设置浮标的第98/3号决议，以及其他有关决议，',
    paragraph: '请各国在其沿海设置浮标，并每年向大会提出关于浮标的报告；',
    number: (n) => `${n}.`,
  },
  ar: {
    formula: 'إن الجمعية العامة،',
    recital: 'وإذ تشير إلى قرارها 98/3 المتعلق بإضاءة السواحل وبوضع العوامات على طول السواحل،',
    paragraph: 'تطلب إلى الدول أن تضع عوامات على طول سواحلها وأن تقدم تقارير عنها كل سنة؛',
    number: (n) => `${n} -`,
  },
}

for (const [language, { formula, recital, paragraph, number }] of Object.entries(words)) {
  const length = 12
  const recitals = Array.from({ length }, (_, index) => recital.replace('98/3', `98/${index + 3}`))
  const paragraphs = Array.from({ length }, (_, index) => `${number(index + 1)} ${paragraph}`)
  const all = [formula, ...recitals, ...paragraphs]
  const wrapped = all.map((one) => one.replace(/^(.{34}\S*) /u, '$1\n'))
  for (const [form, format, text] of [
    ['paragraphs', 'markdown', all.join('\n\n')],
    ['wrapped lines', 'text', wrapped.join('\n\n')],
    ['lines run together', 'text', all.join('\n')],
  ] as const)
    test(`${language}, ${form}: each line is looked at once`, (t) => {
      const found = counted(text, format, language)
      t.is(found.rows, 2 * length)
      t.true(found.leads <= mostLeads * found.rows, `${found.leads} leads for ${found.rows} rows`)
    })
}

test('fixtures: each line is looked at once', (t) => {
  const total = { leads: 0, rows: 0 }
  for (const { name, format, input } of cases()) {
    if (!name.startsWith('parse/') || input === undefined || (format !== 'markdown' && format !== 'text'))
      continue
    const found = counted(input, format, 'en')
    total.leads += found.leads
    total.rows += found.rows
  }
  t.true(total.rows > 300)
  // Small documents are half masthead, of which each line is looked at and none is a row.
  t.true(total.leads <= 2 * total.rows, `${total.leads} leads for ${total.rows} rows`)
})

test('a numbered paragraph in the manner of a recital opens with its italics, an adverb in front or not', (t) => {
  const openings = new Openings(load('en'))
  for (const [value, italics] of [
    ['Nevertheless welcoming the lamps;', 22],
    ['Welcoming the lamps;', 9],
  ] as const) {
    const lead = openings.lead(
      { value, marks: [{ kind: 'emphasis', start: 0, end: italics }], map: [] },
      'operative',
    )
    t.is(value.slice(lead?.start, lead?.end), value.slice(0, italics))
  }
})
