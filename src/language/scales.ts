/**
 * Scales, as data: verbs by their grammar ids, weak to strong.
 *
 * There is no official one. `grammars/scales.json` holds plenary's own orders,
 * each with its source, the scales that others published, and the pairs on
 * which no one agrees.
 */
import { PlenaryError } from '../model/message.js'
import { readVerbFile } from './files.js'

export interface Scale {
  id: string
  source: string
  /** Rank of a verb, weak to strong. Verbs that the source does not rank are absent. */
  ranks: Readonly<Record<string, number>>
}

/** A scale as a file holds it: steps from weak to strong, each a list of verbs that are equal. */
interface ScaleFile {
  id: string
  source?: string
  steps: string[][]
}

/** An order of plenary's: what it ranks are places, see {@link Order.ranks}. */
export interface Order {
  id: string
  source: string
  /** The stances whose verbs it ranks, where they are several. */
  stances: readonly string[]
  /**
   * Rank of a place, weak to strong: a verb (`welcome`), a verb with what completes it
   * (`note+approval`, `note+interest`), or a request to the organ's own office (`request+own`).
   */
  ranks: Readonly<Record<string, number>>
}

/** Two groups of places that no source orders, or that sources order differently. */
export interface Contested {
  verbs: readonly (readonly string[])[]
  sources: readonly string[]
}

interface ScalesFile {
  scales: ScaleFile[]
  orders: (ScaleFile & { stances?: string[] })[]
  contested: Contested[]
}

let file: ScalesFile | undefined
let read: readonly Order[] | undefined

function published(): ScalesFile {
  file ??= readVerbFile<ScalesFile>('scales')
  return file
}

function ranked(steps: readonly (readonly string[])[]): Record<string, number> {
  return Object.fromEntries(steps.flatMap((step, rank) => step.map((verb) => [verb, rank] as const)))
}

/** List the published scales of force. */
export function publishedScales(): Scale[] {
  return published().scales.map(({ id, source = '', steps }) => ({ id, source, ranks: ranked(steps) }))
}

/** List plenary's orders; of two that rank a pair the first decides. */
export function orders(): readonly Order[] {
  read ??= published().orders.map(({ id, source = '', stances = [id], steps }) => ({
    id,
    source,
    stances,
    ranks: ranked(steps),
  }))
  return read
}

/** List what no source orders. */
export function contested(): readonly Contested[] {
  return published().contested
}

/**
 * Find a published scale.
 *
 * @throws PlenaryError `unknown-scale` if there is none of that name.
 */
export function loadScale(id: string): Scale {
  const found = publishedScales().find((scale) => scale.id === id)
  if (found) return found
  const names = publishedScales().map((scale) => scale.id)
  throw new PlenaryError('unknown-scale', { scale: id, scales: names.join(', ') })
}

/**
 * Read a scale of one's own.
 *
 * Given JSON such as `{"id": "ours", "steps": [["encourage", "invite"], ["request"], ["urge"]]}`:
 * ids of verbs as `outline` prints them, weak to strong, equals in one list.
 *
 * @throws PlenaryError `bad-scale` if it is none.
 */
export function readScale(json: string, name: string): Scale {
  const { id = name, source = '', steps } = parsed(json, name)
  const words = (step: unknown) => Array.isArray(step) && step.every((verb) => typeof verb === 'string')
  if (!Array.isArray(steps) || steps.length === 0 || !steps.every(words))
    throw new PlenaryError('bad-scale', { file: name, reason: 'its "steps" are no lists of verbs' })
  return { id, source, ranks: ranked(steps) }
}

function parsed(json: string, name: string): Partial<ScaleFile> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value
  } catch (error) {
    throw new PlenaryError('bad-scale', { file: name, reason: (error as Error).message })
  }
  throw new PlenaryError('bad-scale', { file: name, reason: 'it is no object' })
}
