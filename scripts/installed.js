// What whoever installs plenary has: pack it, install the package into an empty folder, and measure and use it there.
// Exits with 1 if more is installed than is said here, if npm warns, or if the command or the library does not run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Megabytes and packages, a few more than there are; four of the megabytes are the page, one file with all in it. */
const most = { size: 22, packages: 22 }
const folder = mkdtempSync(join(tmpdir(), 'plenary-installed-'))

function fail(reason) {
  console.error(`FAIL ${reason}`)
  process.exitCode = 1
}

/** Bytes of all files below a folder. */
function sizeOf(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** The packages in a folder of modules, nested ones too. */
function packagesIn(modules) {
  if (!existsSync(modules)) return []
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .flatMap((name) => [name, ...packagesIn(join(modules, name, 'node_modules'))])
}

const npm = (args, cwd) =>
  spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })

try {
  const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
  const [{ filename }] = JSON.parse(packed.stdout)
  const consumer = join(folder, 'consumer')
  mkdirSync(consumer)
  writeFileSync(join(consumer, 'package.json'), '{"private": true, "type": "module"}')
  const installed = npm(
    ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, filename)],
    consumer,
  )
  if (installed.status !== 0) throw new Error(installed.stderr)
  if (/warn/iu.test(installed.stderr)) fail(`npm warns:\n${installed.stderr}`)

  const modules = join(consumer, 'node_modules')
  const names = packagesIn(modules)
  const size = sizeOf(modules) / 1e6
  console.log(
    `${names.length} packages, ${size.toFixed(1)} MB; packed ${(statSync(join(folder, filename)).size / 1e6).toFixed(1)} MB`,
  )
  console.log(names.sort().join(' '))
  if (names.length > most.packages) fail(`${names.length} packages: ${most.packages} at the most`)
  if (size > most.size) fail(`${size.toFixed(1)} MB: ${most.size} at the most`)
  if (names.some((name) => name.includes('canvas'))) fail('a canvas is installed')
  const files = readdirSync(join(modules, 'plenary'), { recursive: true, encoding: 'utf8' })
  if (files.some((name) => name.endsWith('.map'))) fail('maps are shipped without their sources')

  const sample = join(root, 'fixtures', 'sample', 'old.md')
  const command = join(modules, 'plenary', 'bin', 'plenary.js')
  const outlined = execFileSync(process.execPath, [command, 'outline', '--format', 'ndjson', sample], {
    encoding: 'utf8',
  })
  if (JSON.parse(outlined).rows.length === 0) fail('the command outlines nothing')
  writeFileSync(
    join(consumer, 'use.js'),
    `import {readFileSync} from 'node:fs'
import {unified} from 'unified'
import {parse, toDocx} from 'plenary'
import {plenaryParse} from 'plenary/unified'
const {tree} = await parse(readFileSync(${JSON.stringify(sample)}), {name: 'old.md'})
const again = await parse(await toDocx(tree), {name: 'old.docx'})
const plugin = unified().use(plenaryParse).parse('The General Assembly,\\n\\n1. *Urges* all.\\n')
console.log(again.tree.type, plugin.type)
`,
  )
  const used = execFileSync(process.execPath, ['use.js'], { cwd: consumer, encoding: 'utf8' })
  if (used !== 'root root\n') fail(`the library gives ${used}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
