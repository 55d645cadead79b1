/** The words of the page: those of the reports, as data of `grammars/interface`. */

import ar from 'plenary/grammars/interface/ar.json'
import en from 'plenary/grammars/interface/en.json'
import es from 'plenary/grammars/interface/es.json'
import fr from 'plenary/grammars/interface/fr.json'
import ru from 'plenary/grammars/interface/ru.json'
import zh from 'plenary/grammars/interface/zh.json'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { sayFrom } from '../../src/model/words.js'

export const interfaceLanguages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
export type Word = keyof typeof en

const tables = { en, fr, es, ru, zh, ar }

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
  return sayFrom(tables[language], language)
}

export const Words = createContext<Say>(sayIn('en'))

export function useWords(): Say {
  return useContext(Words)
}
