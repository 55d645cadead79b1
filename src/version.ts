/** The version of plenary; in the executable, which has no package.json beside it, it is built in. */
import { readFileSync } from 'node:fs'

export function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
