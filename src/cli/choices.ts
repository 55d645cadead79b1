/** Choices that were kept of one version of a text, read for the next. */
import { readFile } from 'node:fs/promises'
import type { Choice, PointChoice } from '../model/negotiation.js'
import { CommandFault } from './faults.js'

export interface KeptChoices {
  /** What was chosen at every point; absent where the file does not say. */
  choose?: Choice
  /** What was chosen one by one. */
  points: PointChoice[]
}

/**
 * Read what `clean --format json` wrote.
 *
 * @throws CommandFault if the file cannot be read, or is none.
 */
export async function keptChoices(file: string): Promise<KeptChoices> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw fault(file, error instanceof Error ? error.message : String(error))
  }
  if (!isRecord(content) || !Array.isArray(content.choices)) throw fault(file, 'it has no list of choices')
  const { choose, choices } = content
  if (choose !== undefined && !isChoice(choose)) throw fault(file, 'choose is no choice')
  if (!choices.every(isPointChoice)) throw fault(file, 'choices are of points: at, kind, options, option')
  const points = choices.filter(({ single }) => single !== false)
  return choose === undefined ? { points } : { choose, points }
}

function fault(file: string, reason: string): CommandFault {
  return new CommandFault('bad-choices', { file, reason })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChoice(value: unknown): value is Choice {
  if (isRecord(value))
    return Array.isArray(value.party) && value.party.every((name) => typeof name === 'string')
  return typeof value === 'string' && ['keep', 'drop', 'last', 'base', 'all'].includes(value)
}

function isPointChoice(value: unknown): value is PointChoice {
  if (!isRecord(value)) return false
  const { at, kind, options, option } = value
  const isText = typeof at === 'string' && typeof kind === 'string' && typeof option === 'number'
  return isText && Array.isArray(options) && options.every((text) => typeof text === 'string')
}
