/** What the script and the language of a document ask of its typography. */
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, Root } from '../../../model/tree/types.js'

export interface Typography {
  /** Right to left. */
  rtl: boolean
  /** Tags for spelling: the document's language, and those of the other scripts. */
  language: { val: string; eastAsia: string; bidi: string }
  /** Fonts of the scripts. */
  font: { ascii: string; hAnsi: string; cs: string; eastAsia: string }
  /** Letters a little wider and further apart, as the organization sets those that are Latin or Cyrillic. */
  wide: boolean
  /** The source showed no openings by its typography: what the house style has in them is set so. */
  house: boolean
}

/** The variety of each language that is written in documents. */
const varieties: Record<string, string> = {
  ar: 'ar-SA',
  en: 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
  ru: 'ru-RU',
  zh: 'zh-CN',
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const alphabets = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu
/** An ideograph says as much as three letters. */
const letters = 3

/** Read the typography off the text of a document: the script decides, not the language's name. */
export function typographyOf(tree: Root): Typography {
  return { ...typographyOfText(plainText(tree), tree.language), house: !showsOpenings(tree) }
}

/** Read the typography off a text that shows its openings, or has none. */
export function typographyOfText(text: string, language: string | null): Typography {
  const count = (script: RegExp) => text.match(script)?.length ?? 0
  const alphabetic = count(alphabets)
  const rtl = count(rightToLeft) > alphabetic
  const eastAsian = count(ideographs) * letters > alphabetic
  const variety = varieties[language ?? ''] ?? language ?? 'en-GB'
  return {
    rtl,
    language: {
      val: rtl || eastAsian ? 'en-GB' : variety,
      eastAsia: eastAsian ? variety : 'zh-CN',
      bidi: rtl ? variety : 'ar-SA',
    },
    font: {
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      cs: rtl ? 'Traditional Arabic' : 'Times New Roman',
      eastAsia: 'SimSun',
    },
    wide: !rtl && !eastAsian,
    house: false,
  }
}

/** A text in a script of the left-to-right, in whole: a masthead in Arabic has lines in English. */
export function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && text.search(rightToLeft) === -1
}

/** Some opening words or some organ line are set in italics or bold. */
function showsOpenings(node: AnyNode): boolean {
  if (!('children' in node) || !Array.isArray(node.children)) return false
  const children = node.children as AnyNode[]
  const opens = node.type === 'organLine' || (node.type === 'phrase' && 'lead' in node && node.lead === true)
  const shown = ({ type }: AnyNode) => type === 'emphasis' || type === 'strong'
  return opens ? children.some(shown) : children.some(showsOpenings)
}
