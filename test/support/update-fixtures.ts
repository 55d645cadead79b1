/**
 * Write what the parser makes of every fixture: `npx tsx test/support/update-fixtures.ts [part of a name]`.
 * Review the change of the `blocks.txt` and `tree.txt` files before you keep it.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actual, cases, expectations } from './fixtures.js'

const wanted = process.argv[2] ?? ''
let written = 0
for (const { name, path, format, input } of cases()) {
  if (!name.includes(wanted)) continue
  if (input === undefined) {
    for (const file of expectations(name)) rmSync(join(path, file), { force: true })
    console.error(`${name}: no input, expectations removed`)
    continue
  }
  try {
    const now = actual(input, format, name)
    for (const file of expectations(name)) writeFileSync(join(path, file), now[file])
    written++
  } catch (error) {
    process.exitCode = 1
    console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
  }
}
console.log(`${written} fixtures written`)
