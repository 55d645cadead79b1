/** Concordance: language versions of one text, aligned without translating. */
import test from 'ava'
import { align } from '../src/concord/align.js'
import { concord } from '../src/concord/index.js'
import { languages } from '../src/language/load.js'
import { allCorrespondences, allDiscrepancies, type Concordance } from '../src/model/concordance.js'
import type { Root } from '../src/model/tree/types.js'
import { fromMarkdown } from '../src/pipeline.js'
import { concordToText } from '../src/reports/concordance/to-text.js'
import { version } from './support/versions.js'

const english = `
## Lights of the northern coasts
PP {recall:Recalling} its resolutions 5/2 of 12 May 2029 and 5/7 of 3 June 2030,[^1]
PP {reaffirm:Reaffirming} that the light of a coast belongs to all who sail by it, whatever flag they fly, and that it shall not be sold,
PP {concerned:Deeply concerned} that eleven stations went dark during the winter of 2029, that 3.5 per cent of the lamps were never lit again, and that 1,250 keepers lost their posts,
1. {take-note:Takes note} of the report of the secretariat;[^2]
2. {call-upon:Calls upon} States that have not yet done so to become parties to the Convention on Lighthouses, in particular its article 51;
3. {urge:Urges} parties to relight the dark stations by 2035, and to tell the secretariat of each;
4. {request:Requests} the secretariat, within the means that it has:
(a) To keep a register of the lights of all coasts;
(b) To publish it each year, the first time in 2032;
(c) To train two keepers for each light;
5. {encourage:Encourages} ports to lend boats to the keepers of lights that stand in the sea;
6. {decide:Decides} to review the matter at its seventh session.
[^1] CLH/COP/2029/12, annex II.
`
  .replace('[^1] CLH', '[^1]: CLH')
  .concat('[^2]: CLH/COP/2031/3.\n')

const french = `
## Feux des côtes du nord
PP {recall:Rappelant} ses résolutions 5/2 du 12 mai 2029 et 5/7 du 3 juin 2030[^1],
PP {reaffirm:Réaffirmant} que le feu d’une côte appartient à tous ceux qui naviguent devant elle, quel que soit leur pavillon, et qu’il ne saurait être vendu,
PP {concerned:Profondément préoccupée} par le fait que 11 stations se sont éteintes pendant l’hiver 2029, que 3,5 % des lampes n’ont jamais été rallumées et que 1 250 gardiens ont perdu leur poste,
1. {take-note:Prend note} du rapport du secrétariat[^2] ;
2. {call-upon/request:Demande} aux États qui ne l’ont pas encore fait de devenir parties à la Convention sur les phares, en particulier à son article 51 ;
3. {urge:Engage instamment} les parties à rallumer d’ici à 2035 les stations éteintes et à en informer le secrétariat ;
4. {request:Prie} le secrétariat, dans la limite des moyens dont il dispose :
(a) De tenir un registre des feux de toutes les côtes ;
(b) De le publier chaque année, la première fois en 2032 ;
(c) De former deux gardiens par feu ;
5. {encourage:Encourage} les ports à prêter des bateaux aux gardiens des feux situés en mer ;
6. {decide:Décide} d’examiner la question à sa septième session.
[^1]: CLH/COP/2029/12, annexe II.
[^2]: CLH/COP/2031/3.
`

const arabic = `
## أضواء السواحل الشمالية
PP {recall:إذ يشير} إلى قراريه 5/2 المؤرخ 12 أيار/مايو 2029 و 5/7 المؤرخ 3 حزيران/يونيه 2030(١)[^1]،
PP {reaffirm:وإذ يؤكد من جديد} أن ضوء الساحل ملك لكل من يبحر أمامه، أيا كان العلم الذي يرفعه، وأنه لا يجوز بيعه،
PP {concerned:وإذ يساوره بالغ القلق} لأن إحدى عشرة محطة انطفأت خلال شتاء عام ٢٠٢٩، ولأن ٣٫٥ في المائة من المصابيح لم تضأ بعد ذلك قط، ولأن ١٬٢٥٠ حارسا فقدوا وظائفهم،
1. {take-note:يحيط علما} بتقرير الأمانة[^2]؛
2. {call-upon:يهيب} بالدول التي لم تصبح بعد أطرافا في اتفاقية المنارات أن تفعل ذلك، ولا سيما المادة ٥١ منها؛
3. {urge:يحث} الأطراف على أن تعيد إضاءة المحطات المظلمة بحلول عام ٢٠٣٥ وأن تبلغ الأمانة بكل منها؛
4. {request:يطلب} إلى الأمانة أن تقوم، في حدود الموارد المتاحة لها، بما يلي:
(أ) مسك سجل بأضواء جميع السواحل؛
(ب) نشره كل سنة، لأول مرة في عام ٢٠٣٢؛
(ج) تدريب حارسين لكل ضوء؛
5. {encourage:يشجع} الموانئ على إعارة القوارب لحراس الأضواء القائمة في البحر؛
6. {decide:يقرر} أن يستعرض المسألة في دورته السابعة.
[^1]: CLH/COP/2029/12، المرفق الثاني.
[^2]: CLH/COP/2031/3.
`.replace('(١)', '')

const chinese = `
## 北方海岸的灯光
PP {recall:回顾}其2029年5月12日第5/2号和2030年6月3日第5/7号决议，[^1]
PP {reaffirm:重申}海岸的灯光属于所有驶经该海岸的人，不论其悬挂何种旗帜，而且不得出售，
PP {concerned:深为关切}2029年冬季有11个站熄灭，3.5%的灯从未重新点亮，1 250名守灯人失去职位，
1. {take-note:表示注意到}秘书处的报告；[^2]
2. {call-upon:吁请}尚未成为《灯塔公约》缔约方的国家成为缔约方，特别是遵守其第五十一条；
3. {urge:敦促}缔约方在2035年之前重新点亮熄灭的站，并将每个站的情况告知秘书处；
4. {request:请}秘书处在现有资源范围内：
(a) 保存一份所有海岸灯光的登记册；
(b) 每年予以公布，首次公布时间为2032年；
(c) 为每盏灯培训2名守灯人；
5. {encourage:鼓励}各港口向海上灯塔的守灯人出借船只；
6. {decide:决定}在其第七届会议上审查此事。
[^1]: CLH/COP/2029/12，附件二。
[^2]: CLH/COP/2031/3。
`

const versions = {
  en: version('en', english),
  fr: version('fr', french),
  ar: version('ar', arabic),
  zh: version('zh', chinese),
}
type Language = keyof typeof versions

const told = (result: Concordance) =>
  allDiscrepancies(result).map(
    ({ kind, texts, reference, other }) =>
      `${kind} ${texts.join('+')}: ${reference.map(({ value }) => value).join()} | ${other.map(({ value }) => value).join()}`,
  )
const pairs = (result: Concordance) =>
  result.correspondences.map(({ members }) =>
    members.map((member) => member?.labels.join('+') ?? '-').join(' '),
  )

/** A version with one line changed. */
function edited(language: Language, from: string, to: string): Root {
  const lines = { en: english, fr: french, ar: arabic, zh: chinese }[language]
  if (!lines.includes(from)) throw new Error(`Not in the text: ${from}`)
  return version(language, lines.replace(from, to))
}

test('a text set beside itself has no discrepancies', (t) => {
  for (const tree of Object.values(versions)) {
    const result = concord([tree, tree])
    t.deepEqual(told(result), [])
    t.true(allCorrespondences(result.correspondences).every(({ members }) => !members.includes(null)))
  }
})

for (const language of ['fr', 'ar', 'zh'] as const) {
  const read = languages().includes(language) ? test : test.skip
  read(`what ${language} writes otherwise by convention is no discrepancy`, (t) => {
    const result = concord([versions.en, versions[language]])
    t.deepEqual(told(result), [])
    t.is(result.summary.corresponding, 9)
  })
}

test('several texts are set beside one reference', (t) => {
  const result = concord([versions.en, versions.fr, versions.ar])
  t.deepEqual(told(result), [])
  t.is(result.texts.length, 3)
  t.true(result.correspondences.every(({ members }) => members.length === 3))
  t.deepEqual(pairs(result)[0], 'PP1 PP1 PP1')
})

const seeded: Record<string, [language: Language, from: string, to: string, found: string[]]> = {
  'a changed number': ['fr', '1 250', '1 350', ['number 1: 1250 | 1350']],
  'a number in the digits of another script': ['ar', '١٬٢٥٠', '١٬٣٥٠', ['number 1: 1250 | 1350']],
  'a number that is gone': ['fr', ' d’ici à 2035', '', ['number 1: 2035 | ']],
  'a changed resolution': ['fr', '5/7', '5/9', ['number 1: 5/7 | 5/9']],
  'a changed article': ['zh', '第五十一条', '第52条', ['number 1: 51 | 52']],
  'a weaker verb': ['fr', '{urge:Engage instamment}', '{invite:Invite}', ['verb 1: urge | invite']],
  'a paragraph that is gone': [
    'ar',
    '3. {urge:يحث} الأطراف على أن تعيد إضاءة المحطات المظلمة بحلول عام ٢٠٣٥ وأن تبلغ الأمانة بكل منها؛',
    '',
    ['missing 1: OP3 | '],
  ],
  'a sub-paragraph that is gone': [
    'fr',
    '(c) De former deux gardiens par feu ;',
    '',
    ['missing 1: OP4(c) | '],
  ],
  'another note': ['en', 'COP/2031/3.', 'COP/2031/4.', ['symbol 1: CLH/COP/2031/3 | CLH/COP/2031/4']],
  'a note without its mark': ['fr', 'secrétariat[^2]', 'secrétariat', ['footnote 1: note | ']],
}
for (const [name, [language, from, to, found]] of Object.entries(seeded)) {
  test(`${name} is found`, (t) => {
    t.deepEqual(told(concord([versions.en, edited(language, from, to)])), found)
  })
}

test('a session that another text names by another number, in words too, is told once', (t) => {
  const english = '*The General Assembly*,\n\n1. *Decides* to consider lamps at its eighty-second session.\n'
  const chinese = (session: string) => `*大会*，\n\n1. *决定*在其第${session}届会议上审议灯具。\n`
  for (const [session, found] of [
    ['八十二', []],
    ['八十三', ['number 1: 82 | 83']],
  ] as const)
    t.deepEqual(told(concord([fromMarkdown(english), fromMarkdown(chinese(session))])), [...found])
})

test('the day of one text is not the month of the other', (t) => {
  const result = concord([
    edited('en', '3 June 2030', '6 June 2030'),
    edited('fr', '3 juin 2030', '7 juin 2030'),
  ])
  t.deepEqual(told(result), ['date 1: 2030-06-06 | 2030-06-07'])
})

test('what several texts have in the same way is told once', (t) => {
  const result = concord([edited('en', '1,250', '1,260'), versions.fr, versions.ar])
  t.deepEqual(told(result), ['number 1+2: 1260 | 1250'])
})

test('a paragraph that the reference alone lacks is one row', (t) => {
  const gone = edited('en', english.split('\n').find((line) => line.startsWith('5.')) as string, '')
  const result = concord([gone, versions.fr, versions.ar])
  t.deepEqual(told(result), ['added 1+2:  | OP5'])
  t.true(pairs(result).includes('- OP5 OP5'))
})

test('paragraphs that are renumbered past a missing one keep their counterparts', (t) => {
  const [gone, rest] = [french.split('\n').filter((line) => !line.startsWith('3.')), /^([456])\./u]
  const lines = gone.map((line) => line.replace(rest, (_, number: string) => `${Number(number) - 1}.`))
  const result = concord([versions.en, version('fr', lines.join('\n'))])
  t.deepEqual(told(result), ['missing 1: OP3 | '])
  t.true(pairs(result).includes('OP6 OP5'))
})

test('a number of its own is told, and the run that follows it once', (t) => {
  const lines = french.replace(/^([3456])\./gmu, (_, number: string) => `${Number(number) + 1}.`)
  t.deepEqual(told(concord([versions.en, version('fr', lines)])), ['label 1: 3 | 4'])
})

test('an unnumbered paragraph that one language divides is one all the same', (t) => {
  const and =
    ', and that 212 ships were lost in the dark of the years 2027 and 2028, most of them with all hands,'
  const one = english.replace(' lost their posts,', ` lost their posts${and}`)
  const two = one.replace(', and that 1,250 keepers', ',\nPP {concerned:Concerned also} that 1,250 keepers')
  const result = concord([version('en', one), version('en', two)])
  t.deepEqual(told(result), [])
  t.true(pairs(result).includes('PP3 PP3+PP4'))
})

test('running text opposite sub-paragraphs is told once', (t) => {
  const lines = french.replaceAll(/\n\([abc]\)/gu, '')
  t.deepEqual(told(concord([versions.en, version('fr', lines)])), ['structure 1: 3 | 0'])
})

test('another symbol is told', (t) => {
  const result = concord([versions.en, version('fr', french, 'CLH/COP/2031/L.5')])
  t.deepEqual(told(result), ['front 1: CLH/COP/2031/L.4 | CLH/COP/2031/L.5'])
})

test('of paragraphs that bear one number, each is told by its heading', (t) => {
  const sections = (number: string) =>
    version(
      'en',
      `${english.trim()}\n# II\n1. {decide:Decides} to pay ${number} crowns;\n2. {urge:Urges} haste.`,
    )
  const text = concordToText(concord([sections('3,400'), sections('3,500')]))
  t.regex(text, /^II: OP1$/mu)
})

test('lists of any length are aligned whole, in order, and long ones without weighing all pairs', (t) => {
  for (const [left, right] of [
    [0, 3000],
    [3000, 0],
    [2, 3000],
    [3000, 2],
    [4000, 3700],
  ] as const) {
    let pairs = 0
    const beads = align(left, right, {
      alone: 5,
      pair: (one, down, other, across) => {
        pairs++
        return Math.abs(one - other) < 2 && down === across ? 0 : 20
      },
    })
    const counted = (count: number) => Array.from({ length: count }, (_, at) => at)
    t.deepEqual(
      beads.flatMap((bead) => bead.left),
      counted(left),
    )
    t.deepEqual(
      beads.flatMap((bead) => bead.right),
      counted(right),
    )
    const matched = beads.filter((bead) => bead.left.length === 1 && bead.right.length === 1)
    t.true(matched.length >= Math.min(left, right) - 2, `${left} and ${right}`)
    t.true(pairs < 13_000_000, String(pairs))
  }
})
