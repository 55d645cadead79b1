/** A scale of verbs as `--scale` names it. */
import { existsSync, readFileSync } from 'node:fs'
import { loadScale, readScale, type Scale } from '../../language/scales.js'

/** Load a scale by its file, else by its published name; none where none is asked for. */
export function scaleOf(nameOrFile: string | undefined): Scale | undefined {
  if (nameOrFile === undefined) return undefined
  return existsSync(nameOrFile)
    ? readScale(readFileSync(nameOrFile, 'utf8'), nameOrFile)
    : loadScale(nameOrFile)
}
