/** The version of plenary; in the executable, which has no package.json beside it, it is built in. */
import { createRequire } from 'node:module'

export function version(): string {
  // By its name: code that several parts share lies in a folder of its own when it is bundled.
  return (createRequire(import.meta.url)('plenary/package.json') as { version: string }).version
}
