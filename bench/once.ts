// Compare two files in a process of its own, once if that takes long, and print what it cost as JSON: `growth.ts` runs this.
import { readFileSync } from 'node:fs'
import { diff, fromMarkdown } from '../dist/index.js'
import { generate } from './revisions/generate.js'
import { peers } from './revisions/peers.js'
import { lines, markdown } from './revisions/print.js'

const [tool = '', oldFile = '', newFile = ''] = process.argv.slice(2)
const [old, now] = [readFileSync(oldFile, 'utf8'), readFileSync(newFile, 'utf8')]
const small = generate(2, 'medium')
let run: () => unknown
let warm: () => unknown
if (tool === 'plenary') {
  const [a, b] = [fromMarkdown(old), fromMarkdown(now)]
  const [c, d] = [fromMarkdown(markdown(small.old)), fromMarkdown(markdown(small.new))]
  run = () => diff(a, b)
  warm = () => diff(c, d)
} else {
  const peer = peers.find(({ name }) => name === tool)
  if (!peer) throw new Error(`No peer ${tool}`)
  run = () => peer.run(old, now)
  warm = () => peer.run(lines(small.old), lines(small.new))
}
for (let round = 0; round < 40; round++) warm()
globalThis.gc?.()
const times: number[] = []
const begin = performance.now()
do {
  const start = performance.now()
  run()
  times.push(performance.now() - start)
} while (times.length < 7 && performance.now() - begin < 2000)
const ms = times.sort((a, b) => a - b)[times.length >> 1]
// In kilobytes, of the whole process with the texts and trees it holds.
console.log(JSON.stringify({ ms, peak: process.resourceUsage().maxRSS / 1024 }))
