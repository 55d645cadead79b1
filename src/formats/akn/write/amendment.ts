/** An amending document as Akoma Ntoso: its commands as textual modifications of the draft. */

import type { Element } from 'xast'
import { loadAmending } from '../../../language/amending.js'
import { fallbackLanguage } from '../../../language/fallback.js'
import type { Amendment, AmendmentOperation, Instruction } from '../../../model/amendment.js'
import type { Root } from '../../../model/tree/types.js'
import { type Context, newContext, type WrittenCommand } from './context.js'
import { agentOf } from './meta.js'
import { symbolIri } from './names.js'
import { aknDocument } from './to-akn.js'
import { element, writeAkn } from './xml.js'

/** What the schema calls each operation; what it has no word for is a substitution. */
const types: Record<AmendmentOperation, string> = {
  delete: 'repeal',
  insert: 'insertion',
  replace: 'substitution',
  move: 'replacement',
  merge: 'join',
  split: 'split',
  swap: 'replacement',
  renumber: 'renumbering',
  'delete-words': 'repeal',
  'insert-words': 'insertion',
  'replace-words': 'substitution',
  'delete-note': 'repeal',
  editorial: 'substitution',
}

/**
 * Write an amending document as Akoma Ntoso 3.0.
 *
 * Given its tree, and what was read of it. Ensures a document that is valid against the schema of OASIS, with
 * a `textualMod` for each instruction: its command, the paragraph of the draft, the words that it quotes.
 */
export function amendmentToAkn(
  tree: Root,
  { amends, instructions }: Pick<Amendment, 'amends' | 'instructions'>,
): string {
  const commands: WrittenCommand[] = []
  const quotes = loadAmending(tree.language ?? fallbackLanguage)?.quotes ?? []
  const context: Context = { ...newContext(tree), commands, quotes }
  const draft = amends ? symbolIri(amends.symbol) : ''
  return writeAkn(
    aknDocument(tree, context, { analysis: () => analysis(instructions, commands, draft, context) }),
  )
}

function analysis(
  instructions: readonly Instruction[],
  commands: readonly WrittenCommand[],
  draft: string,
  context: Context,
): Element[] {
  let at = -1
  let last: Instruction | undefined
  const modifications = instructions.map((one, index) => {
    // Several edits of one sentence are one command.
    if (!last || last.n !== one.n || last.source !== one.source) at++
    last = one
    return modification(one, commands[at], draft, `amod_${index + 1}`)
  })
  if (modifications.length === 0) return []
  return [
    element('analysis', { source: agentOf(context) }, element('activeModifications', {}, ...modifications)),
  ]
}

function modification(
  instruction: Instruction,
  command: WrittenCommand | undefined,
  draft: string,
  eId: string,
): Element {
  const { op, target, where, anchor, old, new: words } = instruction
  const isPlace = op === 'insert' || op === 'move'
  const places = [...target, ...(isPlace && anchor !== undefined ? [anchor] : [])]
  const list = (name: string, hrefs: readonly string[], more: Record<string, string | undefined> = {}) =>
    hrefs.map((href, index) => element(name, { eId: `${eId}__${name}_${index + 1}`, href, ...more }))
  const quoted = (text: string | undefined) =>
    (command?.quoted ?? [])
      .filter((one) => one.words.trim() === text)
      .map((one) => `#${one.eId}`)
      .slice(0, 1)
  const destinations = places.length > 0 ? places.map((label) => `${draft}#${fragment(label)}`) : [draft]
  const pos = where === 'as' || where === 'from' ? undefined : where
  return element(
    'textualMod',
    { eId, type: types[op] },
    ...list('source', command ? [`#${command.eId}`] : ['#']),
    ...list('destination', destinations, { pos }),
    ...list('old', quoted(old)),
    ...list('new', [
      ...quoted(words),
      ...(instruction.text ? (command?.given ?? []) : []).map((id) => `#${id}`),
    ]),
  )
}

/** `para_3` of OP3, `rec_4` of PP4, `para_3__point_a` of OP3(a). */
function fragment(label: string): string {
  const [, part, number = '', letters = ''] = /^(PP|OP)(\d+\p{L}*|[*$])(.*)$/u.exec(label) ?? []
  if (part === undefined) return label
  const points = [...letters.matchAll(/\(([^)]*)\)/gu)].map(([, letter]) => `__point_${letter}`).join('')
  const name = part === 'PP' ? 'rec' : 'para'
  return number === '*' || number === '$' ? name : `${name}_${number}${points}`
}
