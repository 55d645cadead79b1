/** Languages are told apart by what is in the text, on short and on mixed texts. */
import test from 'ava'
import { fromText } from '../src/index.js'
import { detectLanguage } from '../src/language/detect.js'
import { languageRecords, languages } from '../src/language/load.js'

const all = languageRecords()
const told = (text: string) => detectLanguage(text, all)

test('every grammar has words that tell it', (t) => {
  for (const language of languages()) t.true((all.get(language)?.frequent.length ?? 0) > 20, language)
})

test('an organ line or an opening is enough', (t) => {
  for (const [text, language] of [
    ['The General Assembly,', 'en'],
    ['L’Assemblée générale,', 'fr'],
    ["L'ASSEMBLEE GENERALE,", 'fr'],
    ['La Asamblea General,', 'es'],
    ['El Consejo de Seguridad,', 'es'],
    ['Le Conseil de sécurité,', 'fr'],
    ['Генеральная Ассамблея,', 'ru'],
    ['大会，', 'zh'],
    ['إن الجمعية العامة،', 'ar'],
    ['Prie le Secrétaire général de lui faire rapport à sa prochaine session', 'fr'],
    ['Pide al Secretario General que la informe en su próximo período de sesiones', 'es'],
  ] as const) {
    t.is(told(text).language, language, text)
    t.true(told(text).sure, text)
  }
})

test('a masthead of another language does not decide', (t) => {
  const masthead =
    'United Nations\nA/97/L.12\nGeneral Assembly\nDistr.: Limited\n4 December 2041\nOriginal: English\n'
  for (const [text, language] of [
    ['Генеральная Ассамблея, ссылаясь на свою резолюцию 96/12 о маяках и огнях,', 'ru'],
    ['大会，回顾其关于灯塔的第96/12号决议，', 'zh'],
    ['إن الجمعية العامة، إذ تشير إلى قرارها 96/12 بشأن المنارات،', 'ar'],
    ['L’Assemblée générale,\nRappelant sa résolution 96/12 sur les phares de la côte et les gardiens,', 'fr'],
    ['La Asamblea General,\nRecordando su resolución 96/12 sobre los faros de la costa y sus guardas,', 'es'],
  ] as const)
    t.is(told(masthead + text).language, language, language)
})

test('names and symbols in other letters do not decide', (t) => {
  t.is(told('The General Assembly, recalling the lights of Владивосток and of 上海,').language, 'en')
  t.is(
    told('Ссылаясь на документ A/CONF.999/12/Add.1 (Lighthouse Convention) и на его приложение').language,
    'ru',
  )
})

test('where nothing tells, that is said', (t) => {
  t.false(told('').sure)
  t.false(told('1234 A/97/L.12').sure)
  t.false(told('Världens fyrar skall lysa när natten kommer och dimman lägger sig').sure)
  t.false(told('Світло маяків має сяяти щоночі над берегами моря').sure)
  t.throws(() => detectLanguage('The lamp', new Map()))
})

test('a language that is asked for is not doubted', (t) => {
  t.is(fromText('Lampen', { language: 'en' }).language, 'en')
  t.is(fromText('Lampen').language, null)
})
