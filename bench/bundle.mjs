// What a browser loads: a page that parses and compares, bundled by Vite; sizes in kB, as sent (gzip).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from './measure.mjs'

// Beside package.json, so that the package finds itself by its name.
const page = join(root, `.bundle-${process.pid}`)
try {
  mkdirSync(page)
  writeFileSync(join(page, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>')
  writeFileSync(
    join(page, 'main.js'),
    "import {diff, diffToHtml, parse} from 'plenary'\nObject.assign(window, {diff, diffToHtml, parse})\n",
  )
  await build({ root: page, configFile: false, logLevel: 'silent', build: { chunkSizeWarningLimit: 2000 } })
  const folder = join(page, 'dist', 'assets')
  const sizes = readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name))
    return { name, plain: bytes.length / 1000, sent: gzipSync(bytes).length / 1000 }
  })
  const line = (name, list) => {
    const sum = (key) => list.reduce((total, one) => total + one[key], 0)
    console.log(`${name}: ${sum('sent').toFixed(0)} kB (${sum('plain').toFixed(0)} kB unpacked)`)
  }
  const parts = [
    ['reading PDF, loaded when needed', /^(?:from-pdf|pdf)/u],
    [
      'reading and writing Word, HTML and XML, loaded when needed',
      /^(?:from-(?!text)|to-docx|Parser|lib|esm|word|redline)/u,
    ],
  ]
  const rest = sizes.filter(({ name }) => !parts.some(([, pattern]) => pattern.test(name)))
  line('the page: text, Markdown, all grammars, comparison, reports', rest)
  for (const [name, pattern] of parts)
    line(
      name,
      sizes.filter((one) => pattern.test(one.name)),
    )
} finally {
  rmSync(page, { recursive: true, force: true })
}
