/** The language of a text, by evidence in it: its script first, then its commonest words. */
import { narrowing } from './narrow.js'
import type { LanguageRecord } from './records/language.js'

/** So many words from the start of a document tell its language. */
const wordsRead = 600
/** A text shares at least this much of its words with its language's commonest ones. */
const leastEvidence = 0.12
/** Symbols, names and mastheads in Latin letters are in texts of every script; other letters only in their own. */
const everywhere = 'Latin'
/** Of the letters, so many show another script: a short text under an English masthead has more, a name in a text fewer. */
const leastShare = 0.15

/** A word, or a character of a script that does not part words; parts of a symbol (A/97/L.12) are none. */
const wordIn = narrowing(/\p{sc=Han}|(?<![\p{L}\p{M}\p{N}/])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}/])/gu)

interface Told {
  language: string
  /** The evidence is enough to say so. */
  sure: boolean
}

type Candidate = readonly [language: string, record: LanguageRecord]

/**
 * Tell which language a text is in.
 *
 * Given the text and the languages to choose from. Ensures the language with
 * the most evidence, and whether that is enough to say so.
 */
export function detectLanguage(text: string, languages: ReadonlyMap<string, LanguageRecord>): Told {
  const words: string[] = []
  for (const match of text.matchAll(wordIn(text))) {
    words.push(folded(match[0]))
    if (words.length >= wordsRead) break
  }
  const candidates = [...languages]
  let likeliest: Told | undefined
  for (const script of scripts(words.join(''), candidates)) {
    const letter = inScript(script)
    const told = byWords(
      words.filter((one) => letter.test(one)),
      candidates.filter(([, record]) => record.script === script),
    )
    if (told.sure) return told
    likeliest ??= told
  }
  if (!likeliest) throw new Error('No language to choose from')
  return likeliest
}

/** The scripts that a text may be in, among those there are languages for, the likeliest first. */
function scripts(letters: string, candidates: readonly Candidate[]): string[] {
  const shares = [...new Set(candidates.map(([, { script }]) => script))].map((script) => {
    const share = (letters.match(inScript(script, 'gu'))?.length ?? 0) / Math.max(1, letters.length)
    return { script, share: script === everywhere ? leastShare : share }
  })
  return shares.sort((a, b) => b.share - a.share).map(({ script }) => script)
}

/** The language that has most of the words among its commonest ones. */
function byWords(words: readonly string[], candidates: readonly Candidate[]): Told {
  const frequent = candidates.map(([, record]) => new Set(record.frequent.map(folded)))
  let best = { language: candidates[0]?.[0] ?? '', weight: -1, hits: 0 }
  candidates.forEach(([language], index) => {
    let [weight, hits] = [0, 0]
    for (const one of words) {
      if (!frequent[index]?.has(one)) continue
      hits++
      // A word that several languages share tells less of each.
      weight += 1 / frequent.filter((others) => others.has(one)).length
    }
    if (weight > best.weight) best = { language, weight, hits }
  })
  return { language: best.language, sure: words.length > 0 && best.hits / words.length >= leastEvidence }
}

function inScript(script: string, flags = 'u'): RegExp {
  return new RegExp(`\\p{sc=${script}}`, flags)
}

/** Without case and accents, which capitals and OCR lose. */
function folded(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase()
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
