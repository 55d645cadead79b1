/**
 * A comparison → Akoma Ntoso: the new text as an expression of the old one's
 * work, with what was added and cut marked where it is, and each change
 * listed among the passive modifications.
 */
import type { Element } from 'xast'
import type { Diff } from '../../../model/change.js'
import type { AnyNode, Root } from '../../../model/tree/types.js'
import { type Context, type Kept, newContext } from '../write/context.js'
import { factsOf } from '../write/facts.js'
import { agentOf, namesOf, workDate } from '../write/meta.js'
import { noDate } from '../write/names.js'
import { aknDocument } from '../write/to-akn.js'
import { element, writeAkn } from '../write/xml.js'
import { type Apart, type ComparedTrees, Comparison } from './comparison.js'
import type { Traces } from './reviser.js'
import type { Revision } from './revision.js'

/** How a comparison is written. */
export interface Writing {
  kept?: Kept
  apart?: Apart
}

/**
 * Write a comparison as Akoma Ntoso 3.0.
 *
 * Given a diff and the trees it compares. Ensures a document that is valid
 * against the schema of OASIS and holds both texts, each in its order: without
 * `del` it is the new one, without `ins` the old one, sponsors and notes aside,
 * which are the new text's; `parse` reads either (`revisions`). Whole
 * paragraphs bear a `status`, and those that were in the old text their
 * identifier of there as `wId`; each substitution, insertion, repeal,
 * renumbering, split and join is a `textualMod`, whose `old` is what was cut
 * or, of the last three, a `wId`. A move is a repeal and an insertion.
 *
 * @see https://unsceb-hlcm.github.io/ the guidelines
 * @example diffToAkn(diff(old, now), {old, new: now})
 */
export function writeComparison(
  diff: Diff,
  trees: ComparedTrees,
  { kept = {}, apart = nowhere }: Writing = {},
): string {
  const { old, new: now } = trees
  const context = newContext(now)
  const comparison = new Comparison(diff, trees, { oldIds: identifiersOf(old), ids: context.ids, apart })
  context.revision = comparison
  const [before, after] = [factsOf(old), factsOf(now)]
  const oldNames = namesOf(before)
  // A text of another number is a work of its own, which the old one led to.
  const work = before.number === after.number ? oldNames.work : namesOf(after).work
  const expression = namesOf(after, { work }).expression
  const source = () => context.references.add('passiveRef', 'newText', expression, after.symbol ?? expression)
  const event = (id: string, date: string | null, of: string, type: string) =>
    element('eventRef', { eId: id, date: date ?? noDate, source: of, type })
  return writeAkn(
    aknDocument(now, context, {
      work,
      kept,
      finish: (parts) => finish(parts, comparison),
      lifecycle: () => [
        element(
          'lifecycle',
          { source: agentOf(context) },
          event(
            'eventRef_1',
            before.published ?? workDate(before),
            context.references.add(
              'original',
              'oldText',
              oldNames.expression,
              before.symbol ?? oldNames.expression,
            ),
            'generation',
          ),
          event('eventRef_2', after.published ?? workDate(after), source(), 'amendment'),
        ),
      ],
      analysis: () => analysis(comparison, source(), context),
    }),
  )
}

const nowhere: Apart = { old: new Set(), new: new Set() }

/** What is nowhere else is at the end of the text. */
function finish(parts: readonly Element[], comparison: Comparison): void {
  const rest = comparison.others()
  const queue = [...parts]
  for (let next = queue.shift(); next && rest.length > 0; next = queue.shift()) {
    if (next.name === 'mainBody') {
      next.children.push(...rest)
      return
    }
    queue.push(...next.children.filter((child): child is Element => child.type === 'element'))
  }
}

/** The identifiers that the paragraphs of a text have when it is written alone. */
function identifiersOf(tree: Root): ReadonlyMap<AnyNode, string> {
  const found = new Map<AnyNode, string>()
  const recorder: Revision = {
    of: () => undefined,
    wasId: () => undefined,
    status: () => undefined,
    written: (node, eId) => found.set(node, eId),
    number: (_, label) => [label],
    after: () => [],
    before: () => [],
    inside: () => [],
  }
  aknDocument(tree, newContext(tree, recorder))
  return found
}

// ---------------------------------------------------------------- modifications

function analysis({ front, traces }: Comparison, source: string, context: Context): Element[] {
  const modifications: Element[] = []
  const mappings: Element[] = []
  const modify = (
    type: string,
    parts: Partial<Record<'destination' | 'old' | 'new', readonly string[]>>,
    moved = false,
  ) => {
    const { destination = parts.new ?? [] } = parts
    const targets = destination.length > 0 ? destination : (parts.old ?? [])
    if (targets.length === 0) return
    const eId = `pmod_${modifications.length + 1}`
    const refersTo = moved ? context.references.concept('moved', 'Moved') : null
    const list = (name: string, ids: readonly string[] = []) =>
      ids.map((href, index) => element(name, { eId: `${eId}__${name}_${index + 1}`, href: `#${href}` }))
    modifications.push(
      element(
        'textualMod',
        { eId, type, refersTo },
        element('source', { eId: `${eId}__source_1`, href: source }),
        ...list('destination', targets),
        ...list('old', parts.old),
        ...list('new', parts.new),
      ),
    )
  }
  for (const { ins, del } of front.values()) modify('substitution', { destination: ins, old: del, new: ins })
  for (const trace of traces) {
    const { change, old, new: now, removed, ins, del } = trace
    const { kind } = change
    if (kind === 'split') modify('split', { old, new: now })
    else if (kind === 'merged') modify('join', { old, new: now })
    if (removed.length > 0) modify('repeal', { destination: removed, old: del }, change.moved)
    if (now.length > 0 && (kind === 'inserted' || removed.length > 0))
      modify('insertion', { destination: now, new: ins }, change.moved)
    else if (removed.length === 0 && ins.length + del.length > 0)
      modify(nameOf(trace), { destination: now, old: del, new: ins })
    const [was, is] = [old[0], now[0]]
    if (!change.renumbered || was === undefined || is === undefined) continue
    modify('renumbering', { old: [was], new: [is] })
    const eId = `map_${mappings.length + 1}`
    mappings.push(element('mapping', { eId, original: `#${was}`, current: `#${is}`, start: '#eventRef_2' }))
  }
  if (modifications.length === 0) return []
  const agent = agentOf(context)
  return [
    element(
      'analysis',
      { source: agent },
      element('passiveModifications', {}, ...modifications),
      ...(mappings.length > 0 ? [element('mappings', { source: agent }, ...mappings)] : []),
    ),
  ]
}

/** What happened to the words of a paragraph that stays. */
function nameOf({ ins, del }: Traces): string {
  if (ins.length > 0 && del.length > 0) return 'substitution'
  return ins.length > 0 ? 'insertion' : 'repeal'
}
