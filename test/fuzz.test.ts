/** Documents of each kind, cut short, with bits flipped, under any name: a tree that holds the model, or one clear fault. */
import test from 'ava'
import fc from 'fast-check'
import { PlenaryError } from '../src/model/message.js'
import { check } from '../src/model/tree/check.js'
import { parse } from '../src/pipeline.js'
import { draft } from './support/generate.js'
import { lines, pdf } from './support/pdf.js'
import { cleanMarkdown, pageText } from './support/print.js'
import { htmlPage } from './support/print-html.js'
import { wordDocument } from './support/print-word.js'
import { runs } from './support/properties.js'

/** Seeded; all of them run, however slow the machine is. */
const budget = { seed: 20311009, runs: runs(150) }
const names = [
  'draft.docx',
  'DRAFT.DOC',
  'draft.pdf',
  'draft.html',
  'draft.md',
  'draft.txt',
  'draft.xml',
  'draft',
  '',
]

const [one] = fc.sample(draft, { seed: budget.seed, numRuns: 1 })
if (!one) throw new Error('No draft was made')

const kinds: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  markdown: () => Buffer.from(cleanMarkdown(one)),
  text: () => Buffer.from(pageText(one)),
  html: () => Buffer.from(htmlPage(one)),
  'utf-16': () => Buffer.from(cleanMarkdown(one), 'utf16le'),
  docx: () => wordDocument(one),
  pdf: () => pdf([{ shown: lines(123, 100, ['The General Assembly,', '1.   Urges all;', '2.   Decides.']) }]),
}

/** Lehmer's generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48271) % 2147483647
    return state % sides
  }
}

function damaged(bytes: Uint8Array, roll: (sides: number) => number): Uint8Array {
  const copy = Uint8Array.from(roll(3) === 0 ? bytes.subarray(0, roll(bytes.length + 1)) : bytes)
  if (copy.length === 0) return copy
  for (let flips = roll(4); flips > 0; flips--) {
    const at = roll(copy.length)
    copy[at] = (copy[at] as number) ^ (1 << roll(8))
  }
  return copy
}

for (const [kind, print] of Object.entries(kinds))
  test(`${kind}: damage makes a tree or a fault, under any name`, async (t) => {
    const whole = await print()
    const roll = dice(budget.seed)
    for (let run = 0; run < budget.runs; run++) {
      const name = names[roll(names.length)] as string
      const bytes = damaged(whole, roll)
      try {
        const { tree } = await parse(bytes, { name })
        t.deepEqual(check(tree), [], `run ${run}, ${name}`)
      } catch (error) {
        if (!(error instanceof PlenaryError)) t.fail(`run ${run}, ${name}: ${(error as Error).stack}`)
        else t.false(error.message.includes('\n'), error.message)
      }
    }
    t.pass()
  })
