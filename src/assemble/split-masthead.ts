/**
 * Split the front of the document into its fields where OCR or a PDF tool ran
 * them together ("Tenth session Vienna, 12–16 October 2020 Agenda item 2 …").
 *
 * After it: before the enacting formula, no block holds two fields.
 */

import type { Openings } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { type Block, slice, trim } from '../model/block.js'
import { fields } from './fields.js'
import { lineEnds } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { proposalLines } from './proposal-lines.js'
import { isMastheadOrgan } from './starts.js'

/** Fields that may begin inside a line of free text: no title contains them. */
const unmistakable = ['provenance', 'provenanceNote', 'agendaItem', 'distribution', 'session'] as const
/** Fields after which free text may follow on the same line. */
const open = new Set<string>(['agendaItem', 'session', 'venue', 'dateRange', 'provenance', 'provenanceNote'])
/** A masthead is over after so many blocks, even where no enacting formula ends it. */
const longestFront = 40
/** Words that only join others are shorter. */
const longestWord = 20

export function splitMasthead(blocks: Block[], { openings }: Context): Block[] {
  const end = frontEnd(blocks, openings)
  return blocks.flatMap((block, index) => (index < end && isFlow(block) ? split(block, openings) : [block]))
}

function frontEnd(blocks: readonly Block[], openings: Openings): number {
  const limit = Math.min(blocks.length, longestFront)
  let fallback: number | undefined
  for (let index = 0; index < limit; index++) {
    const block = blocks[index] as Block
    if (!isFlow(block)) continue
    const text = block.text.value.replace(/\s+/gu, ' ')
    if (openings.isFormula(text) && !isMastheadOrgan(blocks, index, openings)) return index
    // Behind a block that holds the formula and what follows it is no field either.
    if (bodyStart(block.text.value, openings) < block.text.value.length) return index + 1
    // Behind the line that proposes amendments their text begins, which has no formula.
    if (proposalLines(block.text.value, openings.grammar)?.kind === 'amendment') return index + 1
    if (fallback === undefined && index > 0) {
      const kind = openings.start(block.text)?.kind
      if (kind === 'number' || kind === 'opener') fallback = index
    }
  }
  return fallback ?? limit
}

function split(block: Block, openings: Openings): Block[] {
  const { grammar } = openings
  const proposal = proposalLines(block.text.value, grammar)
  if (proposal && proposal.end - proposal.start < block.text.value.length) {
    const { start, end } = proposal
    const [before, own, after] = [
      trim(slice(block.text, 0, start)),
      trim(slice(block.text, start, end)),
      trim(slice(block.text, end)),
    ]
    const { pageStart: _, ...rest } = block
    return [
      ...(before.value === '' ? [] : split({ ...block, text: before }, openings)),
      { ...(before.value === '' ? block : { ...rest, gap: false }), text: own },
      ...(after.value === '' ? [] : [{ ...rest, text: after, gap: false }]),
    ]
  }
  const { value } = block.text
  const body = bodyStart(value, openings)
  if (body === 0) return [block]
  const front = fieldStarts(value.slice(0, body), grammar)
  const cuts = body < value.length && front.length > 0 ? [...front, body] : front
  if (cuts.length < 2) return [block]
  return cuts.map((from, index) => {
    const text = trim(slice(block.text, from, cuts[index + 1] ?? value.length))
    return index === 0 ? { ...block, text } : { ...block, text, gap: false, pageStart: false }
  })
}

/** Where the enacting formula is in a block that holds the whole document; its end if nowhere. */
function bodyStart(value: string, openings: Openings): number {
  const lines = lineEnds(value)
  const formula = lines.find(([start, end]) => openings.isFormula(value.slice(start, end).trim()))
  return formula && lines.length > 1 ? formula[0] : value.length
}

/** Where the fields and the free texts of a block begin; always holds 0. */
function fieldStarts(value: string, grammar: Grammar): number[] {
  const starts: number[] = []
  let at = 0
  while (at < value.length) {
    starts.push(at)
    const field = fieldAt(value, at, grammar)
    at = skipSpace(value, field ?? nextField(value, at, grammar))
  }
  return starts
}

/** The end of the field at `at`, if one is there and is all that its line, or its part of it, holds. */
function fieldAt(value: string, at: number, grammar: Grammar): number | undefined {
  const found = grammar.matchAny(fields, value, at)
  if (!found || found.match[0].length === 0) return undefined
  const end = at + found.match[0].length
  if (end >= value.length || open.has(found.id) || /^[ \t]*\n/u.test(value.slice(end))) return end
  if (!/^\s/u.test(value.slice(end, end + 1))) return undefined
  const next = skipSpace(value, end)
  return grammar.matchAny(fields, value, next) ? end : undefined
}

/** Where free text ends: at a line that is a field, or at words that only a field has. */
function nextField(value: string, at: number, grammar: Grammar): number {
  let best = value.length
  for (const id of unmistakable) {
    for (const match of grammar.findAll(id, value)) {
      const start = match.index ?? 0
      if (
        start > at &&
        /\s/u.test(value[start - 1] ?? '') &&
        !endsOpen(value.slice(value.lastIndexOf('\n', start - 1) + 1, start), grammar)
      ) {
        best = Math.min(best, start)
        break
      }
    }
  }
  for (
    let line = value.indexOf('\n', at);
    line !== -1 && line + 1 < best;
    line = value.indexOf('\n', line + 1)
  ) {
    if (
      !endsOpen(value.slice(0, line), grammar) &&
      fieldAt(value, skipSpace(value, line), grammar) !== undefined
    )
      return line
  }
  return best
}

/** "an associate member of the": the next line goes on, whatever body it names. */
function endsOpen(before: string, grammar: Grammar): boolean {
  const word = /\s(\p{Ll}+)\s*$/u.exec(before.slice(-longestWord))?.[1]
  return word !== undefined && grammar.isFrequent(word)
}

function skipSpace(value: string, at: number): number {
  let next = at
  while (next < value.length && /\s/u.test(value[next] as string)) next++
  return next
}
