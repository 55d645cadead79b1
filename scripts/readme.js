// Write into README.md what its commands print now; a test holds it to that.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'README.md')
const print = (args) =>
  execFileSync(process.execPath, [join(root, 'bin', 'plenary.js'), ...args], { cwd: root, encoding: 'utf8' })
const page = readFileSync(file, 'utf8').replace(
  /^```console\n\$ plenary (.*)\n[\s\S]*?^```$/gmu,
  (_, line) => `\`\`\`console\n$ plenary ${line}\n${print(line.split(' ')).replace(/[ \t]+$/gmu, '')}\`\`\``,
)
writeFileSync(file, page)
