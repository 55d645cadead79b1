/** Settings that a folder keeps for those who work in it. */
import { readFile } from 'node:fs/promises'
import { lilconfig } from 'lilconfig'
import { lintProfiles } from '../lint/index.js'
import type { LintSeverity } from '../model/lint.js'
import { CommandFault } from './faults.js'

export interface LintSettings {
  profile?: string
  rules?: Record<string, LintSeverity | 'off'>
}

/** Data alone: a settings file that is a program would run whatever a folder holds. */
const names = ['.plenaryrc.json', '.plenaryrc', 'package.json']
const severities = ['off', 'info', 'warning', 'error']

/**
 * Find the settings of `lint`: `{"lint": {"profile": "HRC", "rules": {"WRD-010": "off"}}}` in
 * `.plenaryrc.json`, `.plenaryrc`, or under `plenary` in package.json, in this folder or one above it.
 *
 * @throws CommandFault if the file is no JSON, or says what no setting is.
 */
export async function lintSettings(file?: string): Promise<LintSettings> {
  let path = file ?? ''
  const read = (filepath: string, content: string): unknown => {
    path = filepath
    return JSON.parse(content)
  }
  const search = lilconfig('plenary', {
    searchPlaces: names,
    loaders: { '.json': read, noExt: read },
  })
  let found: unknown
  try {
    found = file === undefined ? (await search.search())?.config : JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandFault('bad-settings', { file: path, reason })
  }
  return checked((found as { lint?: unknown } | undefined)?.lint ?? {}, path)
}

function checked(settings: unknown, file: string): LintSettings {
  const wrong = (reason: string) => new CommandFault('bad-settings', { file, reason })
  if (!isRecord(settings)) throw wrong('lint is no object')
  const { profile, rules = {}, ...others } = settings
  const [other] = Object.keys(others)
  if (other !== undefined) throw wrong(`lint has no setting “${other}”`)
  if (profile !== undefined && !lintProfiles.some((one) => one === profile))
    throw wrong(`profile is one of ${lintProfiles.join(', ')}`)
  if (!isRecord(rules)) throw wrong('rules is no object')
  for (const [rule, severity] of Object.entries(rules))
    if (!severities.some((one) => one === severity))
      throw wrong(`rule ${rule} is one of ${severities.join(', ')}`)
  return settings as LintSettings
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
