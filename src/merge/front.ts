/** Title and sponsors of a merged text. */
import { compareTexts } from '../diff/index.js'
import { factsOf } from '../model/tree/facts.js'
import { plainText } from '../model/tree/text.js'
import type { Root, Sponsor, Title } from '../model/tree/types.js'
import { bracketReading } from './brackets.js'
import type { Version } from './outcomes.js'

/**
 * Give a merged tree the sponsors that joined and take those that left, and the
 * title that a party gave it; titles in conflict are in brackets.
 */
export function mergeFront(tree: Root, base: Root, versions: readonly Version[]): void {
  mergeSponsors(tree, base, versions)
  const { title } = factsOf(tree)
  if (!title) return
  const own = factsOf(base).title
  const old = own ? plainText(own) : ''
  const readings = new Map<string, { parties: string[]; title: Title }>()
  for (const { party, tree: version } of versions) {
    const now = factsOf(version).title
    if (!now || compareTexts(old, plainText(now)).every(({ op }) => op === 'equal')) continue
    const text = plainText(now)
    const known = readings.get(text)
    if (known) known.parties.push(party)
    else readings.set(text, { parties: [party], title: now })
  }
  const [only, ...others] = readings.values()
  if (!only) {
    // The title may be that of a version whose frame the tree has.
    if (own) title.children = structuredClone(own.children)
    return
  }
  if (others.length === 0) title.children = structuredClone(only.title.children)
  else {
    const words = [...readings].map(([text, { parties }]) => bracketReading(text, parties, []))
    title.children = [{ type: 'text', value: words.join(' ') }]
  }
}

function mergeSponsors(tree: Root, base: Root, versions: readonly Version[]): void {
  const proposal = tree.children.find((node) => node.type === 'proposal')
  if (proposal?.type !== 'proposal') return
  const before = new Set(sponsorsOf(base).map(({ name }) => name))
  const left = new Set<string>()
  const joined = new Map<string, Sponsor>()
  for (const { tree: version } of versions) {
    const now = sponsorsOf(version)
    const names = new Set(now.map(({ name }) => name))
    if (names.size === 0) continue
    for (const name of before) if (!names.has(name)) left.add(name)
    for (const sponsor of now) if (!before.has(sponsor.name)) joined.set(sponsor.name, sponsor)
  }
  if (left.size === 0 && joined.size === 0) return
  const kept = sponsorsOf(tree).filter(({ name }) => !left.has(name))
  const sponsors = [...kept, ...joined.values()].sort((a, b) =>
    new Intl.Collator(base.language ?? undefined).compare(a.name, b.name),
  )
  // The words between sponsors are those of the list: its separator, and the one before the last.
  const words = proposal.children
  const first = words.findIndex((child) => child.type === 'sponsor')
  const last = words.findLastIndex((child) => child.type === 'sponsor')
  const between = words.slice(first, last).filter((child) => child.type === 'text')
  const separator = between[0] ?? { type: 'text' as const, value: ', ' }
  const closing = between.at(-1) ?? separator
  proposal.children = [
    ...words.slice(0, first),
    ...sponsors.flatMap((sponsor, at) => {
      const joint = at === 0 ? [] : [at === sponsors.length - 1 ? closing : separator]
      return [...structuredClone(joint), structuredClone(sponsor)]
    }),
    ...words.slice(last + 1),
  ]
}

function sponsorsOf(tree: Root): Sponsor[] {
  return tree.children.flatMap((node) =>
    node.type === 'proposal' ? node.children.filter((child) => child.type === 'sponsor') : [],
  )
}
