/** Facts in the words of the report. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Fact } from '../../../model/change.js'
import { clean } from '../../clean.js'
import { arrow } from '../../direction.js'
import { nodes } from '../../nodes.js'
import { factSentence } from '../words.js'
import type { Page } from './page.js'

/** Write a fact; the words of the texts, among those of the report, keep their own language and direction. */
export function factNodes(fact: Fact, { say, lang }: Page): (ElementContent | string)[] {
  const { word, values } = factSentence(fact)
  const own = Object.entries(values).map(([name, text]) => [name, h('bdi', { lang }, clean(text))] as const)
  const fixed = { arrow: arrow(say.language), fact: say(`fact_${fact.kind}`) }
  return nodes(say(word), { ...Object.fromEntries(own), ...fixed })
}
