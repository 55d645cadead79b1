/** Metadata: what the document is as a work, as an expression of it, as a file. */
import type { Element } from 'xast'
import type { Comment, Furniture } from '../../../model/tree/types.js'
import type { Context, Kept } from './context.js'
import type { Facts } from './facts.js'
import { languageCode, noDate, workIri } from './names.js'
import { element } from './xml.js'

/** The names of a document's work, expression and file. */
export interface Names {
  work: string
  expression: string
  /** `!main`, `!annex_1`: the part of it that a component is. */
  part: string
}

/** The day from which a work has its name: of its adoption, else of its issue. */
export function workDate({ adopted, published }: Facts): string | null {
  return adopted ?? published
}

/** Name a document; `number` for one resolution among several, `part` for an annex. */
export function namesOf(
  facts: Facts,
  { number = facts.number, part = '!main', work = undefined as string | undefined } = {},
): Names {
  const own = work ?? workIri(facts.body, workDate(facts) ?? facts.year, number)
  return {
    work: own,
    expression: `${own}/${languageCode(facts.language)}@${facts.version ? (facts.published ?? '') : ''}`,
    part,
  }
}

/** `A/C.3/79/L.25` of `A/C.3/79/L.25/Rev.1`. */
function workSymbol({ symbol, version }: Facts): string | null {
  return symbol !== null && version !== null ? symbol.slice(0, -version.length - 1) : symbol
}

/** Identify a document as work, expression and manifestation. */
export function identification(facts: Facts, names: Names, context: Context): Element {
  const { references } = context
  const author = references.organization(facts.bodyName, facts.body)
  const agent = references.organization('plenary', 'plenary')
  const issuer = references.role('author', 'Author')
  const editor = references.role('editor', 'Editor')
  const { work, expression, part } = names
  const adopted = facts.adopted !== null
  const workDay = { date: workDate(facts) ?? noDate, name: adopted ? 'adoption' : 'publication' }
  const expressionDay = { date: facts.published ?? facts.adopted ?? noDate, name: 'publication' }
  const alias = (symbol: string | null) =>
    symbol === null ? [] : [element('FRBRalias', { name: 'symbol', value: symbol })]
  return element(
    'identification',
    { source: agent },
    element(
      'FRBRWork',
      {},
      element('FRBRthis', { value: `${work}/${part}` }),
      element('FRBRuri', { value: work }),
      ...alias(workSymbol(facts)),
      element('FRBRdate', workDay),
      element('FRBRauthor', { href: author, as: issuer }),
      element('FRBRcountry', { value: 'un' }),
      element('FRBRsubtype', { value: 'deliberation' }),
      element('FRBRnumber', { value: facts.number, showAs: workSymbol(facts) }),
      element('FRBRprescriptive', { value: 'false' }),
    ),
    element(
      'FRBRExpression',
      {},
      element('FRBRthis', { value: `${expression}/${part}` }),
      element('FRBRuri', { value: expression }),
      ...alias(facts.symbol),
      element('FRBRdate', expressionDay),
      element('FRBRauthor', { href: author, as: issuer }),
      ...(facts.version === null ? [] : [element('FRBRversionNumber', { value: facts.version })]),
      element('FRBRlanguage', { language: languageCode(facts.language) }),
    ),
    element(
      'FRBRManifestation',
      {},
      element('FRBRthis', { value: `${expression}/${part}.xml` }),
      element('FRBRuri', { value: `${expression}.xml` }),
      // The file says nothing that its text does not say: two of one text are the same, whenever they are made.
      element('FRBRdate', { ...expressionDay, name: 'markup' }),
      element('FRBRauthor', { href: agent, as: editor }),
      element('FRBRformat', { value: 'application/akn+xml' }),
    ),
  )
}

/** The line of distribution as publication. */
export function publication({ distribution, published, symbol }: Facts): Element[] {
  if (distribution === null || published === null) return []
  return [
    element('publication', {
      name: distribution.level,
      date: published,
      showAs: distribution.text,
      number: symbol,
    }),
  ]
}

/** The steps of a text's way: who proposed it, and when it was adopted. */
export function workflow(facts: Facts, context: Context): Element[] {
  const { references } = context
  const sponsor = facts.sponsors.length > 0 ? references.role('sponsor', 'Sponsor') : undefined
  const outcome = references.concept(facts.kind, facts.kind)
  const steps = facts.sponsors.map(({ name }) =>
    element('step', {
      date: facts.published ?? noDate,
      by: references.organization(name),
      as: sponsor,
      outcome,
    }),
  )
  if (facts.adopted !== null)
    steps.push(
      element('step', {
        date: facts.adopted,
        by: references.organization(facts.bodyName, facts.body),
        outcome: references.concept('adopted', 'Adopted'),
      }),
    )
  return steps.length > 0 ? [element('workflow', { source: agentOf(context) }, ...steps)] : []
}

export function agentOf({ references }: Context): string {
  return references.organization('plenary', 'plenary')
}

/** All that is referred to, gathered when all else is written. */
export function referenceList(context: Context): Element {
  const source = agentOf(context)
  return element('references', { source }, ...context.references.list())
}

/** What the page added, in a vocabulary of our own: AKN4UN has none for most of it. */
export function furniture({ kind, value }: Furniture): Element {
  return element('plenary:furniture', { kind }, value)
}

/**
 * What readers wrote at the margin, in a vocabulary of our own: AKN has remarks of editors only. And the trees of the
 * sides whose text alone would be read otherwise, as JSON.
 */
export function proprietary(comments: readonly Comment[], kept: Kept, context: Context): Element[] {
  const trees = Object.entries(kept).map(([side, json]) => element('plenary:tree', { side }, json))
  if (comments.length + trees.length === 0) return []
  const written = comments.map(({ author, date, quote, value }) =>
    element(
      'plenary:comment',
      { author, date },
      ...(quote === '' ? [] : [element('plenary:quote', {}, quote)]),
      element('plenary:text', {}, value),
    ),
  )
  return [element('proprietary', { source: agentOf(context) }, ...written, ...trees)]
}

export function presentation(lines: readonly Element[], context: Context): Element[] {
  return lines.length > 0 ? [element('presentation', { source: agentOf(context) }, ...lines)] : []
}
