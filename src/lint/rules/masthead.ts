/** What the head of a draft says: its symbol, its session, its sponsors. */
import { fallbackLanguage } from '../../language/fallback.js'
import { plainText } from '../../model/tree/text.js'
import type { MastheadContent, ProposalContent, Root } from '../../model/tree/types.js'
import type { Finding } from '../context.js'
import type { LintRule } from '../rule.js'

function fieldOf<Type extends MastheadContent['type']>(
  tree: Root,
  type: Type,
): Extract<MastheadContent, { type: Type }> | undefined {
  for (const part of tree.children)
    if (part.type === 'masthead')
      for (const field of part.children)
        if (field.type === type) return field as Extract<MastheadContent, { type: Type }>
  return undefined
}

function sponsorsOf(tree: Root): Extract<ProposalContent, { type: 'sponsor' }>[] {
  return tree.children
    .flatMap((part): ProposalContent[] => (part.type === 'proposal' ? part.children : []))
    .filter((node) => node.type === 'sponsor')
}

export const masthead: LintRule[] = [
  {
    id: 'STR-016',
    severity: 'info',
    says: 'Sponsors are in the alphabetical order of the language of the document.',
    why: 'Only an observer, or those who joined later, come last.',
    source: 'United Nations Editorial Manual',
    examples: {
      bad: '**Norland and Ardania: draft resolution**\n\n1. *Urges* States to act.',
      good: '**Ardania and Norland: draft resolution**\n\n1. *Urges* States to act.',
    },
    check: ({ tree, drafting }) => {
      const article = drafting?.namesArticle
      const ordered = ({ name }: { name: string }) =>
        article !== undefined && name.startsWith(article) ? name.slice(article.length) : name
      const order = new Intl.Collator(tree.language ?? fallbackLanguage)
      const sponsors = sponsorsOf(tree)
      // The last name may be an observer's.
      const listed = sponsors.length > 2 ? sponsors.slice(0, -1) : sponsors
      return listed.flatMap((node, at): Finding[] => {
        const before = listed[at - 1]
        if (!before || order.compare(ordered(before), ordered(node)) <= 0) return []
        return [
          { at: 'sponsors', text: node.name, node, message: `${node.name} comes before ${before.name}.` },
        ]
      })
    },
  },
  {
    id: 'STR-022',
    severity: 'warning',
    says: 'The session in the symbol of a draft is the session of its head.',
    why: 'A text of last year is often the start of this year’s.',
    source: 'United Nations Editorial Manual',
    examples: {
      bad: 'A/C.3/80/L.12\n\nSeventy-ninth session\n\n1. *Urges* States to act.',
      good: 'A/C.3/79/L.12\n\nSeventy-ninth session\n\n1. *Urges* States to act.',
    },
    check: ({ tree }) => {
      const [symbol, session] = [fieldOf(tree, 'symbol'), fieldOf(tree, 'session')]
      const number = /^\p{L}+(?:\/C\.\d)?\/(\d{1,3})\/L\./u.exec(symbol?.symbol ?? '')?.[1]
      if (!symbol || number === undefined || session?.kind !== 'regular') return []
      if (session.number === null || session.number === Number(number)) return []
      return [
        {
          at: 'symbol',
          text: symbol.symbol,
          node: symbol,
          message: `The symbol is of session ${number}, “${plainText(session)}” is not.`,
        },
      ]
    },
  },
]
