/** Every law that a damaged document is held to, by its name. */
import { isDeepStrictEqual } from 'node:util'
import { mended } from '../../src/formats/characters.js'
import { decode } from '../../src/formats/decode.js'
import {
  apply,
  diff,
  diffToAkn,
  fromJson,
  fromMarkdown,
  PlenaryError,
  parse,
  plainText,
  revert,
  rows,
  toAkn,
  toJson,
  toMarkdown,
  toText,
} from '../../src/index.js'
import { check } from '../../src/model/tree/check.js'
import type { Root } from '../../src/model/tree/types.js'
import { htmlRoundTrip } from './html-law.js'
import { roundTrip } from './laws.js'
import type { Mutation, Source } from './mutations.js'
import { amendmentLaws, mergeLaws } from './operation-laws.js'
import { lostBetween, lostCharacters, printed } from './printed.js'
import { wordRoundTrip } from './word-law.js'

export interface Broken {
  law: string
  fault: string
}

/**
 * No law: what is written is read back, and is longer by its tree. It is counted, so that a reader of
 * the text alone that gets worse is seen.
 */
export const cost = 'a tree is kept'

/** A document of these sizes is read and compared in tenths of a second of processor time. */
const mostSeconds = 20

const whole = new Map<Source, Root>()

async function undamaged(source: Source): Promise<Root> {
  const known = whole.get(source)
  if (known) return known
  const { tree } = await parse(source.text, { format: source.format })
  whole.set(source, tree)
  return tree
}

/** List the laws that do not hold of a damaged document, each with the first fault; of those alone that have `only` in their name. */
export async function brokenLaws({ source, damaged }: Mutation, only = ''): Promise<Broken[]> {
  const found: Broken[] = []
  const hold = async (law: string, find: () => string[] | Promise<string[]>) => {
    if (law !== 'it is read' && !law.includes(only)) return
    try {
      const [fault] = await find()
      if (fault !== undefined) found.push({ law, fault })
    } catch (error) {
      found.push({ law, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  const started = process.cpuUsage()
  const { format } = source
  let tree: Root | undefined
  await hold('it is read', async () => {
    try {
      tree = (await parse(damaged, { format })).tree
    } catch (error) {
      // A few bytes with a control among them are no text: to refuse them with a reason is no fault.
      if (typeof damaged === 'string' || !(error instanceof PlenaryError)) throw error
    }
    return []
  })
  if (!tree) return found
  const read = tree
  await hold('nothing is lost', async () => {
    const decoded = typeof damaged === 'string' ? damaged : (await decode(damaged, source.name)).text
    // A character that no text has is kept as U+FFFD.
    const { text } = mended(decoded)
    // A byte may have cut a tag open.
    const isMarkup = format === 'html' || format === 'akn'
    return isMarkup && typeof damaged !== 'string' ? [] : lostCharacters(read, text, format)
  })
  await hold('the model', () => check(read))
  await hold('Markdown round trip', () => roundTrip(read, { fromMarkdown, toMarkdown }))
  await hold('AKN round trip', async () => {
    const again = (await parse(toAkn(read), { format: 'akn' })).tree
    const [one, other] = [read, again].map(withoutPlaces)
    return isDeepStrictEqual(one, other) ? [] : [difference(one, other)]
  })
  await hold(cost, () =>
    /plenary:tree/u.test(toMarkdown(read) + toAkn(read)) ? ['it is kept beside its text'] : [],
  )
  await hold('JSON round trip', () => {
    const again = fromJson(toJson(read))
    const known: unknown = JSON.parse(JSON.stringify(read))
    return isDeepStrictEqual(again, known) ? [] : [difference(known, again)]
  })
  await hold('Word round trip', () => wordRoundTrip(read))
  await hold('HTML round trip', () => htmlRoundTrip(read))
  await hold('plain text', () => {
    const children = read.children.filter(({ type }) => type !== 'furniture' && type !== 'comment')
    return lostBetween(printed({ ...read, children }), toText(read))
  })
  const old = await undamaged(source)
  await hold('merge', () => mergeLaws(old, read))
  await hold('amendments and rebase', () => amendmentLaws(old, read))
  await hold('apply and revert', () => {
    const result = diff(old, read)
    const [before = [], after = []] = [old, read].map((each) => rows(each).map(({ text }) => text))
    const applied = isDeepStrictEqual(apply(result, before), after)
    const reverted = isDeepStrictEqual(revert(result, after), before)
    return [
      ...(applied ? [] : ['apply gives another text']),
      ...(reverted ? [] : ['revert gives another text']),
    ]
  })
  await hold('AKN comparison', async () => {
    const xml = diffToAkn(diff(old, read), { old, new: read })
    const faults: string[] = []
    for (const [revisions, side] of [
      ['original', old],
      ['final', read],
    ] as const) {
      const again = (await parse(xml, { format: 'akn', revisions })).tree
      const [expected, is] = [words(side), words(again)]
      // A heading that opens what is left of a text without formula is its title.
      if (isDeepStrictEqual(expected, is) || isDeepStrictEqual(...both(side, again))) continue
      const at = expected.findIndex((word, index) => word !== is[index])
      const [was, found] = [expected, is].map((some) => some.slice(Math.max(0, at), at + 12).join(' '))
      faults.push(`${revisions} was ${was}, is ${found}`)
    }
    return faults
  })
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  if (seconds > mostSeconds) found.push({ law: 'time', fault: `${seconds.toFixed(0)} s` })
  return found
}

function withoutPlaces<T>(tree: T): T {
  const places = new Set(['position', 'data'])
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value)))
}

/** Where the JSON of two trees parts. */
function difference(one: unknown, other: unknown): string {
  const [was, is] = [JSON.stringify(one), JSON.stringify(other)]
  let at = 0
  while (at < was.length && was[at] === is[at]) at++
  const from = Math.max(0, at - 60)
  return `was …${was.slice(from, at + 80)}…, is …${is.slice(from, at + 80)}…`
}

/** The words of the paragraphs in their order, with the numbers printed. */
function words(tree: Root): string[] {
  const texts = rows(tree).map(({ node, role, text }) => {
    const label = role === 'continuation' || !('label' in node) ? '' : (node.label ?? '')
    return `${label} ${text}`
  })
  return texts.join(' ').match(/\p{L}+|\p{N}+/gu) ?? []
}

/** The words of both, those of their titles first. */
function both(...trees: [Root, Root]): [string[], string[]] {
  const titled = (tree: Root) => {
    const titles = tree.children.flatMap((node) =>
      node.type === 'resolution' ? node.children.filter((child) => child.type === 'title') : [],
    )
    const text = titles.map((title) => `${title.label ?? ''} ${plainText(title)}`).join(' ')
    return [...(text.match(/\p{L}+|\p{N}+/gu) ?? []), ...words(tree)]
  }
  return [titled(trees[0]), titled(trees[1])]
}
