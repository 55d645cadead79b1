/** The line that says who proposes what. */

import type { VFileMessage } from 'vfile-message'
import type { Grammar } from '../language/types.js'
import { type Block, slice } from '../model/block.js'
import type { Proposal, ProposalContent, ProposalKind, Sponsor } from '../model/tree/types.js'
import { plainContent } from './inline.js'
import { enclose, type Places } from './place.js'

/** What the fields before a resolution are read with. */
export interface FrontContext {
  grammar: Grammar
  /** The body that the enacting formula names. */
  organ: string | null
  places: Places
  messages: VFileMessage[]
  /** Text of the note that a mark refers to, for "on behalf of …". */
  noteText: (identifier: string) => string | undefined
}

/** The text says who proposes what. */
export function isProposalLine(text: string, grammar: Grammar): boolean {
  return (grammar.match('sponsorLine', text) ?? grammar.match('submission', text)) !== null
}

/** What a line proposes; undefined where it proposes nothing. */
export function proposalKindOf(text: string, grammar: Grammar): ProposalKind | undefined {
  const words = (grammar.match('sponsorLine', text) ?? grammar.match('submission', text))?.groups?.kind
  return words === undefined ? undefined : grammar.proposalKind(words)
}

/** Read a sponsor line or a submission line; undefined if the block is neither. */
export function proposalLine(block: Block, context: FrontContext): Proposal | undefined {
  const { grammar } = context
  const { value } = block.text
  // A submission may cite the draft that it rests on, as a sponsor line ends.
  const submission = grammar.match('submission', value)
  if (submission) return proposal(block, submission.groups?.kind, [], context)
  if (grammar.matchAny(['sponsorField', 'signatoryField'], value)) return labelledProposal(block, context)
  const list = grammar.match('sponsorLine', value)
  if (!list?.groups) return undefined
  const names = list.groups.sponsors ?? ''
  const start = list[0].indexOf(names)
  const whole = marksFrom(block, start + names.length)
  const sponsors = grammar.sponsors(names)
  const named = sponsors.map(({ name, marks, ...found }, index): Named => {
    const end = start + found.end
    // A mark may be behind the comma; the last name's is before the colon.
    const until = index + 1 < sponsors.length ? start + (sponsors[index + 1]?.start ?? 0) - 1 : end
    return { name, marks, at: start + found.start, end, until, whole }
  })
  return proposal(block, list.groups.kind, named, context)
}

/**
 * Sponsors in fields that name them; those who signed for a debate alone are no sponsors.
 *
 *     Main submitter: Chile Co-submitters: Fiji, Tonga Signatories: Peru
 *                     ^                    ^     ^
 */
function labelledProposal(block: Block, context: FrontContext): Proposal {
  const { grammar } = context
  const { value } = block.text
  const labels = ['sponsorField', 'signatoryField']
    .flatMap((id) => grammar.findAll(id, value).map(({ index, 0: label }) => ({ id, index, label })))
    .sort((a, b) => a.index - b.index)
  const named = labels.flatMap(({ id, index: at, label }, index): Named[] => {
    if (id !== 'sponsorField') return []
    const start = at + label.length
    return grammar.sponsors(value.slice(start, labels[index + 1]?.index)).map(({ name, marks, ...found }) => {
      const end = start + found.end
      return { name, marks, at: start + found.start, end, until: end, whole: [] }
    })
  })
  return proposal(block, undefined, named, context)
}

/** All that a block says, with the sponsors that it names. */
function proposal(
  block: Block,
  kind: string | undefined,
  named: readonly Named[],
  context: FrontContext,
): Proposal {
  const children: ProposalContent[] = []
  let from = 0
  for (const one of named) {
    children.push(...between(block, from, one.at, context), sponsor(block, one, context))
    from = one.end
  }
  children.push(...between(block, from, block.text.value.length, context))
  return enclose({ type: 'proposal', kind: kindOf(kind ?? '', context), children })
}

interface Named {
  name: string
  marks: string
  at: number
  end: number
  /** Marks up to here are the name's. */
  until: number
  /** Marks after the colon, which speak of the whole line. */
  whole: string[]
}

function sponsor(
  block: Block,
  { name, marks, at, end, until, whole }: Named,
  context: FrontContext,
): Sponsor {
  const own = block.text.marks
    .filter((mark) => mark.kind === 'noteReference' && mark.start > at && mark.start <= until)
    .map((mark) => mark.identifier ?? '')
  const noteMarks = [...own, ...(marks && own.length === 0 ? [marks] : []), ...whole]
  let onBehalfOf: string | null = null
  for (const mark of noteMarks) {
    const note = context.noteText(mark)
    const group = note === undefined ? undefined : context.grammar.match('onBehalf', note)?.groups?.group
    if (group) onBehalfOf = group.trim()
  }
  // A note mark right behind the name is the name's, and is in it.
  const children = plainContent(slice(block.text, at, end), context)
  return enclose({ type: 'sponsor', name, noteMarks, onBehalfOf, children })
}

/** Identifiers of the notes that are marked after the list. */
function marksFrom(block: Block, from: number): string[] {
  return block.text.marks
    .filter((mark) => mark.kind === 'noteReference' && mark.start > from)
    .map((mark) => mark.identifier ?? '')
}

/** What is between the names: commas, "and", the words of the proposal. */
function between(block: Block, from: number, to: number, context: FrontContext): ProposalContent[] {
  const text = slice(block.text, from, to)
  const inner = {
    ...text,
    // Emphasis between names is a pair of sponsor marks that Markdown took for its own.
    marks: text.marks.filter((mark) => mark.kind === 'noteReference' && (from === 0 || mark.start > 0)),
  }
  return plainContent(inner, context).filter(
    (node): node is Extract<ProposalContent, typeof node> =>
      node.type === 'text' || node.type === 'footnoteReference',
  )
}

function kindOf(words: string, { grammar }: FrontContext): ProposalKind {
  return grammar.proposalKind(words)
}
