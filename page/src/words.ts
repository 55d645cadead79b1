/** The words of the page in the six languages of the United Nations: data, no code. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import table from './words.json'

export const interfaceLanguages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
export type Word = keyof (typeof table)['en']

/** What each language is called by those who read it. */
export const ownNames: Record<InterfaceLanguage, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ru: 'Русский',
  zh: '中文',
  ar: 'العربية',
}

export type Say = (word: Word, values?: Record<string, string | number>) => string

/** Words of one language; `{name}` stands for a value. */
export function sayIn(language: InterfaceLanguage): Say {
  return (word, values = {}) =>
    table[language][word].replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}

export function isWord(word: string): word is Word {
  return Object.hasOwn(table.en, word)
}

export const Words = createContext<Say>(sayIn('en'))

export function useWords(): Say {
  return useContext(Words)
}
