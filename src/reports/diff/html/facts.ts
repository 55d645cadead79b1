/** Facts in the words of the report. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Fact } from '../../../model/change.js'
import { clean } from '../../clean.js'
import { factWords } from '../words.js'
import type { Page } from './page.js'

/** Write a fact; the words of the text, among those of the report, keep their own direction. */
export function factNodes(fact: Fact, page: Page): (ElementContent | string)[] {
  const [words, own] = [clean(factWords(fact)), clean(fact.text)]
  const at = words.indexOf(own)
  if (own === '' || at === -1) return [words]
  return [words.slice(0, at), h('bdi', { lang: page.lang }, own), words.slice(at + own.length)]
}
