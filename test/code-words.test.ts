/** No word of a language is in code: what texts say is in grammars/. */
import test from 'ava'
import { literalsOfCode, officialWords, vocabulary, wordsOf } from './support/code-words.js'

/** Where code reads and compares texts, every word of a grammar counts. */
const stages = /^(?!formats|reports|cli|model\/(?:message|change|tree\/(?:check|content-model))\.ts)/u
/** Formats are full of names of markup: there verbs, bodies, months and the like count, and all but Latin letters. */
const formats = /^formats\//u

/** What may be there: file, why, and which words; without these every one of a string, and none of an expression. */
const allowed: [file: RegExp, why: string, words?: RegExp][] = [
  [/./u, 'labels of the outline, which all languages share', /^(?:PP|OP)\d?$/u],
  [/./u, 'Roman numerals', /^[IVXLC]+$|^[ivxlcd]+$/u],
  [/./u, 'names of Unicode, and ranges of letters', /^(?:sc|Latin|Cyrillic|Han|Za|pP)$/u],
  [/./u, 'this project', /^plenary$/u],
  [
    /^(?:model\/tree\/rows|language\/amending|precedent\/trees)\.ts$/u,
    'the label of a paragraph of an annex',
    /^Annex$/u,
  ],
  [/^(?:amend|language)\/[\w-]+\.ts$/u, 'the second part of the name of an operation', /^words$/u],
  [
    /^language\/(?:citations|later|modifiers|phrases|strength)\.ts$/u,
    'parts of ids of patterns and of scales',
  ],
  [/^language\/(?:script|symbols)\.ts$/u, 'letters that are typed for others', /^[\p{sc=Cyrillic}يك]+$/u],
  [/^language\/numbering\.ts$/u, 'figures as OCR reads them, and a sign for them', /^(?:lI|oO|一)$/u],
  [/^language\/(?:drafting|sources)\.ts$/u, 'a placeholder and a folder', /^(?:ordinal|common)$/u],
  [/^lint\/(?:index|rule)\.ts$/u, 'profiles of rules, which are asked for', /^(?:GA|HRC|ECOSOC)$/u],
  [/^lint\/rules\/\w+\.ts$/u, 'the source of a rule, its id, and what it tells'],
  [/^(?:commented|redline|precedent\/library\/library)\.ts$/u, 'what people read'],
  [/^(?:concord\/compare|parse\/body)\.ts$/u, 'what people read'],
  [/^pipeline\.ts$/u, 'the code of no language', /^und$/u],
  [/^written\.ts$/u, 'a module, and the name of a document that only we read'],
  [/^read-negotiation\.ts$/u, 'the id of a message', /^other$/u],
  [/^merge\/brackets\.ts$/u, 'the notation that `plenary brackets` reads', /^delete$/u],
  [/^merge\/outcomes\.ts$/u, 'the sides', /^(?:old|new)$/u],
  [/^assemble\/proposal-lines\.ts$/u, 'a name of nobody, to try whether a list goes on', /^Norland$/u],
  [
    /^(?:model\/tree\/build|parse\/masthead-field|lint\/rules\/masthead)\.ts$/u,
    'a kind of session',
    /^regular$/u,
  ],
  [/^negotiation\/drafting\.ts$/u, 'the beginning of a link', /^https$/u],
  [/^formats\/(?:html|sniff)/u, 'markup', /^(?:font|base|line|supports)$/u],
  [/^formats\/html\/write\//u, 'markup', /^(?:light|notes?|Security)$/u],
  [/^formats\/akn\//u, 'markup', /^(?:opinion|para)$/u],
  [
    /^formats\/akn\/write\/(?:facts|meta)\.ts$/u,
    'who and what, as metadata show it',
    /^(?:United|Nations|Adopted)$/u,
  ],
  [/^formats\/word\//u, 'markup', /^(?:Requires|drawing|From|position|terms|note)$/u],
  [/^formats\/word\/(?:read\/notices|revise\/faults)\.ts$/u, 'what people read'],
  [
    /^formats\/word\/package\/(?:number-format|symbols)\.ts$/u,
    'how Word counts in letters, and what its symbol fonts draw',
  ],
  [/^formats\/index\.ts$/u, 'names of modules', /^from$/u],
  [/^formats\/(?:markdown\/syntax|pdf\/document)\.ts$/u, 'what libraries say', /^(?:attention|Warning)$/u],
  [/^formats\/(?:pdf\/annotations|xml\/read-xml)\.ts$/u, 'what people read', /^(?:more|must)$/u],
]

const { words, ids } = vocabulary()
const { literals, names } = literalsOfCode()
const official = officialWords()
const isName = (text: string) => /^[\w$-]+$/u.test(text) && (ids.has(text) || names.has(text))
const isForeign = (word: string) => /[^\p{sc=Latin}\p{sc=Inherited}\p{sc=Common}]/u.test(word)

/** The words of a literal that a grammar holds. */
function wordsIn(file: string, text: string): string[] {
  if (isName(text)) return []
  const found = wordsOf(text)
  if (stages.test(file)) return found.filter((word) => words.has(word.toLowerCase()))
  return formats.test(file) ? found.filter((word) => official.has(word.toLowerCase()) || isForeign(word)) : []
}

test('no word of a language is in code', (t) => {
  t.true(words.size > 5000 && official.size > 1000 && literals.length > 5000)
  const used = new Set<RegExp>()
  const found = literals.flatMap(({ file, line, kind, text }) =>
    wordsIn(file, text)
      .filter((word) => {
        const reasons = allowed.filter(
          ([files, , which]) => files.test(file) && (which ? which.test(word) : kind === 'string'),
        )
        for (const [files] of reasons) used.add(files)
        return reasons.length === 0
      })
      .map((word) => `${file}:${line}: ${word} in ${text.slice(0, 60)}`),
  )
  t.deepEqual(found, [])
  t.deepEqual(
    allowed.filter(([files]) => !used.has(files)).map(([, why]) => why),
    [],
  )
})

test('words are found wherever they are written', (t) => {
  t.deepEqual(wordsIn('parse/body.ts', ' of the General Assembly'), ['of', 'the', 'General', 'Assembly'])
  t.deepEqual(wordsIn('formats/pdf/lines.ts', '^Resolution|Genève|决议'), ['决议'])
  t.deepEqual(wordsIn('formats/word/write/page.ts', '^A/(?!HRC|Urges)'), ['HRC', 'Urges'])
  t.deepEqual(wordsIn('diff/words.ts', '(?<article>l’|des )\\p{Lu}'), ['des'])
})
