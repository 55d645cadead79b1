/**
 * The parts of a document by all that its blocks say: which names of bodies are
 * enacting formulas, and where the first body begins.
 *
 *     Security Council,            a formula: no article, but a recital follows
 *     Recalling its resolution 8,
 *     1. Demands light;
 *     Mandate of the Panel         a heading: the count goes on below it
 *     2. Requests a report.
 */
import type { Openings } from '../language/openings.js'
import { type Item, isSentence } from './classify.js'
import { isProposalLine } from './proposal.js'

/** Fields that are behind the name of an organ in a masthead, and behind no enacting formula. */
const mastheadFields = ['distribution', 'session', 'agendaItem'] as const
/** What ends a resolution: a name of a body behind it may be a formula again. */
const ends: ReadonlySet<Item['role']> = new Set([
  'annexHeading',
  'meeting',
  'vote',
  'resolutionTitle',
  'designation',
  'draftHeading',
])

const endsFormula = /[,，،]$/u
/** What may be words of a formula, as the rules see it. */
const prose: ReadonlySet<Item['role']> = new Set(['text', 'preambular', 'operative'])

/** Decide of each name of a body whether it is an enacting formula. */
export function settleFormulas(items: readonly Item[], openings: Openings): Item[] {
  let isOpen = false
  let last = 0
  const settled = items.map((item, index): Item => {
    if (ends.has(item.role)) isOpen = false
    if (item.role === 'number') last = item.number?.value ?? last
    const isFormula = isFormulaAt(items, index, { isOpen, last }, openings)
    if (isFormula) {
      isOpen = true
      last = 0
      return item.role === 'organLine' ? item : { ...item, role: 'organLine', text: item.block.text }
    }
    return item.role === 'organLine' ? { ...item, role: 'heading' } : item
  })
  return withTold(withUnknownBody(settled, openings), openings)
}

/**
 * Statements and decisions that are told have no formula. The body is the subject of most
 * sentences of a statement; a decision names the meeting in front of it.
 *
 *     “The Security Council welcomes the report …
 *     At its 7th meeting, on 3 May 2044, the Council took note of …
 */
function withTold(items: Item[], openings: Openings): Item[] {
  if (items.some(({ role }) => role === 'organLine')) return items
  const isProse = ({ role, text }: Item) => role === 'text' && text.value.length > 0
  const isDecision = (item: Item) =>
    isProse(item) && openings.grammar.match('toldDecision', item.text.value) !== null
  const first = items.findIndex((item) => isProse(item) && openings.told(item.text) !== null)
  const below = first === -1 ? [] : items.slice(first).filter(isProse)
  const spoken = new Set(below.filter(({ text }) => openings.speakerEnd(text) !== undefined))
  const isStatement = spoken.size > 1 && spoken.size * 2 > below.length
  return items.map((item) =>
    (isStatement && spoken.has(item)) || isDecision(item)
      ? { ...item, role: 'operative', isKnown: true, isTold: true }
      : item,
  )
}

/**
 * A body that no rule knows: where no formula is in the document, a line that ends in a comma right
 * before its first paragraph is one, with what its speakers say of themselves.
 *
 *     We, the ministers of the coastal States, meeting in Norhaven,
 *     1. Reaffirm our commitment;
 */
function withUnknownBody(items: Item[], openings: Openings): Item[] {
  if (items.some(({ role }) => role === 'organLine')) return items
  const first = items.findIndex((item) => opensBody(item, openings))
  const before = items[first - 1]
  if (!before || !endsFormula.test(before.text.value) || before.isKnown || !prose.has(before.role))
    return items
  return items.map((item) => (item === before ? { ...item, role: 'organLine' } : item))
}

function isFormulaAt(
  items: readonly Item[],
  index: number,
  { isOpen, last }: { isOpen: boolean; last: number },
  openings: Openings,
): boolean {
  const item = items[index] as Item
  if (item.role !== 'organLine' && !item.mayBeFormula) return false
  if (isMastheadField(items[index + 1], openings)) return false
  // With its comma it is one wherever it is.
  if (item.role === 'organLine' && !item.mayBeFormula) return true
  const next = items.slice(index + 1, index + 3).find(({ role }) => role !== 'table')
  switch (next?.role) {
    case 'preambular':
    case 'preambularNumber':
      // Below the number of a section it is the section's title: a part on a committee has a preamble of its own.
      return next.isKnown !== false && !(isOpen && items[index - 1]?.role === 'sectionHeading')
    case 'number':
      return next.number?.value === 1 && (!isOpen || (last > 0 && item.block.kind !== 'heading'))
    case 'operative':
      return !isOpen && last === 0
    default:
      return item.role === 'organLine' && !isOpen && last === 0
  }
}

/** The text is a field of a masthead, which is behind the name of an organ there, and behind no enacting formula. */
function isMastheadField(item: Item | undefined, { grammar }: Openings): boolean {
  return item !== undefined && grammar.matchAny(mastheadFields, item.text.value) !== null
}

/**
 * The index of the first item of the body: what the source says to be it, else the first enacting formula, or a
 * paragraph with known words that is before it; in a document without either
 * (an amendment) the item behind the proposal and its title.
 */
export function bodyStart(items: readonly Item[], openings: Openings): number {
  const told = items.findIndex(({ block }) => block.inText)
  if (told !== -1) return told
  const organ = items.findIndex(({ role }) => role === 'organLine')
  const opened = items.findIndex((item) => opensBody(item, openings))
  if (organ !== -1) return opened === -1 ? organ : Math.min(organ, opened)
  const proposal = items.findIndex(({ text }) => isProposalLine(text.value, openings.grammar))
  if (proposal !== -1) return Math.min(items.length, proposal + 2)
  const known = items.findIndex(
    ({ role }) =>
      role === 'number' || role === 'preambularNumber' || role === 'preambular' || role === 'operative',
  )
  if (known !== -1) return Math.min(known, opened === -1 ? known : opened)
  const text = items.findIndex(({ role }) => role === 'label' || role === 'text')
  return text === -1 ? items.length : text
}

/** It is a paragraph of a body wherever it is: a sentence that opens with known words, or a number before them. */
function opensBody(item: Item, openings: Openings): boolean {
  if (!isSentence(item.block.text.value)) return false
  if (item.role === 'preambular' || item.role === 'operative') return item.isKnown === true
  if (item.role !== 'number' && item.role !== 'preambularNumber') return false
  const role = item.role === 'number' ? 'operative' : 'preambular'
  const lead = openings.lead(item.text, role)
  return lead?.known === true && lead.role === role
}
