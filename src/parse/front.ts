/** The blocks before the enacting formula → masthead, proposal and titles. */

import { natureOf } from '../language/symbols.js'
import { type Block, concat, type Rich, rich } from '../model/block.js'
import type { Masthead, MastheadContent, Proposal, Table, Title, Unknown } from '../model/tree/types.js'
import { plainContent } from './inline.js'
import { mastheadField } from './masthead-field.js'
import { table, unknownNode } from './nodes.js'
import { enclose } from './place.js'
import { type FrontContext, proposalLine } from './proposal.js'
import { behindLabel, resolutionNumber, wholeNumber, withNotesOf } from './titles.js'

export interface Front {
  masthead: Masthead | undefined
  proposal: Proposal | undefined
  /** The title; two where a resolution of several has one of its own under the common one. Tables above the formula are between them. */
  titles: (Title | Table)[]
  /** As printed before the title, without its full stop. */
  number: string | null
  /** The letter of one resolution among several. */
  designation: string | null
  unknown: Unknown[]
}

/** What a block of the front may be; free text is placed by what is around it. */
interface Entry {
  block: Block
  role: 'field' | 'proposal' | 'title' | 'number' | 'designation' | 'agendaTitle' | 'table' | 'free'
  field?: MastheadContent
}

/**
 * Read the front of a document.
 *
 * Given its blocks in order, job numbers among the furniture included.
 * Ensures every block is in exactly one of the results.
 */
export function front(blocks: readonly Block[], context: FrontContext): Front {
  const read = blocks.map((block): Entry => entry(block, context))
  const entries = joinSponsors(joinLanguages(read, context), context)
  const lastField = entries.findLastIndex((one) => one.role === 'field')
  // A lone letter among the fields is the masthead's (the A of the Assembly's symbols), not a resolution's.
  for (const one of entries.slice(0, Math.max(0, lastField)))
    if (one.role === 'designation') one.role = 'free'
  for (const [index, one] of entries.entries()) if (isTitleOfBody(entries, index, context)) one.role = 'free'
  placeFreeText(entries, context)
  const result: Front = {
    masthead: undefined,
    proposal: undefined,
    titles: [],
    number: null,
    designation: null,
    unknown: [],
  }
  const fields: MastheadContent[] = []
  /** Titles that were read with the letter or the number above them. */
  const under = new Set<Block>()
  const hasFields = entries.some((one) => one.role === 'field')
  for (const [index, { block, role, field }] of entries.entries()) {
    const children = () => plainContent(block.text, context)
    switch (role) {
      case 'field':
        if (field) fields.push(field)
        result.number ??= context.grammar.match('scResolution', block.text.value)?.groups?.number ?? null
        break
      case 'proposal': {
        const proposal = proposalLine(block, context)
        if (proposal && !result.proposal) result.proposal = proposal
        else result.unknown.push(unknownNode(block.text, context))
        break
      }
      case 'table':
        result.titles.push(table(block, context))
        break
      case 'agendaTitle':
        fields.push(enclose({ type: 'agendaTitle', children: children() }))
        break
      case 'title':
        if (!under.has(block)) readTitle(block, fields, result, context)
        break
      case 'number':
      case 'designation': {
        const own = titleUnder(entries, index)
        if (own) under.add(own)
        const line = role === 'number' ? wholeNumber(block.text.value, context.grammar) : null
        result.number = (line && resolutionNumber(line)) ?? result.number
        result.designation = line ? (line.groups?.designation ?? null) : block.text.value.trim()
        result.titles.push(labelled(block, own, context))
        break
      }
      case 'free':
        // Before the proposal, what no rule knows is a line of the masthead.
        if (hasFields && !result.proposal) fields.push(unknownNode(block.text, context))
        else result.unknown.push(unknownNode(block.text, context))
        break
    }
  }
  if (fields.length > 0) result.masthead = enclose({ type: 'masthead', children: fields })
  return result
}

/**
 * The name of a body behind an agenda item or a proposal is a title: "Conference on the Safety of Harbours".
 * So is what ends with the name of the body that speaks, right above its formula: "Work of the General Assembly".
 */
function isTitleOfBody(entries: readonly Entry[], index: number, { grammar, organ }: FrontContext): boolean {
  const { field, block } = entries[index] as Entry
  const { value } = block.text
  if (field?.type !== 'organ' || grammar.match('organField', value)) return false
  if (index === entries.length - 1 && organ !== null && value !== organ && value.endsWith(organ)) return true
  const before = entries.slice(0, index).findLast(({ role }) => role !== 'free')
  return before?.role === 'proposal' || before?.field?.type === 'agendaItem'
}

/** The language of a translation has a line of its own above that of the original: both are one field. */
function joinLanguages(entries: readonly Entry[], context: FrontContext): Entry[] {
  const result: Entry[] = []
  for (const one of entries) {
    const joined = languagesOf(result.at(-1), one, context)
    if (joined) result[result.length - 1] = joined
    else result.push(one)
  }
  return result
}

function languagesOf(before: Entry | undefined, one: Entry, context: FrontContext): Entry | undefined {
  if (before?.role !== 'free' || one.field?.type !== 'originalLanguage') return undefined
  const block = { ...before.block, text: concat(before.block.text, rich(' '), one.block.text) }
  const field = mastheadField(block, context)
  return field?.type === 'originalLanguage' ? { block, role: 'field', field } : undefined
}

/** Sponsors that fill several paragraphs are one list: nothing else in a front ends with a comma. Those in fields of their own are one proposal. */
function joinSponsors(entries: readonly Entry[], context: FrontContext): Entry[] {
  const result: Entry[] = []
  for (const one of entries) {
    let { block } = one
    if (one.role === 'proposal')
      for (let open = result.at(-1); open && goesOn(open, block, context); open = result.at(-1)) {
        result.pop()
        block = { ...block, text: concat(open.block.text, rich(' '), block.text) }
      }
    result.push({ ...one, block })
  }
  return result
}

function goesOn({ role, block: { text } }: Entry, next: Block, { grammar }: FrontContext): boolean {
  if (role === 'free') return /[,،、，]$/u.test(text.value)
  const isField = ({ value }: Rich) => grammar.matchAny(['sponsorField', 'signatoryField'], value) !== null
  return role === 'proposal' && isField(text) && isField(next.text)
}

function entry(block: Block, context: FrontContext): Entry {
  const { grammar } = context
  const { value } = block.text
  if (block.kind === 'table') return { block, role: 'table' }
  const field = mastheadField(block, context)
  if (field) return { block, role: 'field', field }
  if (grammar.match('resolutionTitle', value) || grammar.match('topicField', value))
    return { block, role: 'title' }
  if (proposalLine(block, context)) return { block, role: 'proposal' }
  if (wholeNumber(value, grammar)) return { block, role: 'number' }
  if (grammar.isWhole('designationLine', value)) return { block, role: 'designation' }
  return { block, role: 'free' }
}

/** Free text is the agenda item's title after the item, and the resolution's title at the end. */
function placeFreeText(entries: Entry[], { grammar }: FrontContext): void {
  // What ends as a paragraph does is none of the front's titles.
  const free = entries.filter(
    ({ role, block: { text } }) =>
      role === 'free' && !/[,;:]$/u.test(text.value) && !grammar.match('subLabel', text.value),
  )
  const hasTitle = entries.some((one) => one.role === 'title')
  const proposalAt = entries.findIndex((one) => one.role === 'proposal')
  const agendaAt = entries.findIndex((one) => one.field?.type === 'agendaItem')
  const lastFree = free.at(-1)
  if (lastFree && (!hasTitle || isAbove(entries.at(-2)))) {
    const at = entries.indexOf(lastFree)
    const headed = free.filter((one) => one.block.kind === 'heading').at(-1)
    // What was adopted has a title of its own.
    const isAdopted = entries.some(
      ({ field }) => field?.type === 'symbol' && natureOf(field.symbol) === 'resolution',
    )
    const onlyAgenda =
      agendaAt !== -1 && !isAdopted && entries.slice(agendaAt + 1, at).every((one) => one.role === 'field')
    // A single free text under the agenda item is that item's title: Security Council drafts have no other.
    if (headed) headed.role = 'title'
    // Without an agenda item nothing but the title is right above the line of who proposes it.
    else if (
      proposalAt !== -1
        ? at > proposalAt || (at === proposalAt - 1 && agendaAt === -1)
        : !(onlyAgenda && lastFree.block.kind !== 'heading')
    )
      lastFree.role = 'title'
  }
  let inAgenda = false
  for (const one of entries) {
    if (one.field?.type === 'agendaItem') inAgenda = true
    else if (one.role === 'proposal' || one.role === 'title' || one.field?.type === 'provenance')
      inAgenda = false
    else if (one.role === 'free' && inAgenda) one.role = 'agendaTitle'
  }
}

/** A title with its number, and the letter that repeats the end of the symbol ("B United Nations …"). */
function readTitle(
  block: Block,
  fields: readonly MastheadContent[],
  result: Front,
  context: FrontContext,
): void {
  const { grammar } = context
  const match = grammar.match('resolutionTitle', block.text.value)
  const topic = match ? null : grammar.match('topicField', block.text.value)
  let { text } = block
  let label: string | null = null
  if (topic) {
    label = topic[0].trim()
    text = behindLabel(text, topic[0].length)
  } else if (match) {
    label = match[0].trim()
    result.number = resolutionNumber(match)
    result.designation = match.groups?.designation ?? result.designation
    text = behindLabel(text, match[0].length)
  } else {
    const symbol = fields.find((field) => field.type === 'symbol')?.symbol
    const letter = /^(\p{Lu})[.\s]\s*(?=\S)/u.exec(text.value)
    if (letter && symbol && /\d\s?(\p{Lu})$/u.exec(symbol)?.[1] === letter[1]) {
      label = letter[0].trim()
      result.designation = letter[1] as string
      text = behindLabel(text, letter[0].length)
    }
  }
  const own = context.places.of(block.text)
  result.titles.push(enclose({ type: 'title', label, children: plainContent(text, context) }, own))
}

/** The title under a letter, or under a number that the fields of who adopted it may follow. */
function titleUnder(entries: readonly Entry[], index: number): Block | undefined {
  const isNumber = entries[index]?.role === 'number'
  const next = entries.slice(index + 1).find(({ role }) => !isNumber || role !== 'field')
  return next?.role === 'title' ? next.block : undefined
}

/** A letter or a number that is on the line above its title. */
function isAbove(entry: Entry | undefined): boolean {
  return entry?.role === 'designation' || entry?.role === 'number'
}

function labelled(letter: Block, own: Block | undefined, context: FrontContext): Title {
  const children = plainContent(withNotesOf(letter.text, own?.text ?? rich('')), context)
  return enclose({ type: 'title', label: letter.text.value.trim(), children }, context.places.of(letter.text))
}
