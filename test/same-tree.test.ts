/** The same document through every reader gives the same tree. */
import test from 'ava'
import fc from 'fast-check'
import { check } from '../src/model/tree/check.js'
import type { AnyNode, Root } from '../src/model/tree/types.js'
import { parse } from '../src/pipeline.js'
import { hasBrowser } from './support/browser.js'
import { type Draft, draft } from './support/generate.js'
import { joined } from './support/joined.js'
import { cleanMarkdown, pageText } from './support/print.js'
import { htmlPage } from './support/print-html.js'
import { pdfDocument } from './support/print-pdf.js'
import { wordDocument } from './support/print-word.js'
import { misread } from './support/properties.js'
import { treeLines } from './support/tree-lines.js'

const drafts = fc.sample(draft, { seed: 20311009, numRuns: 6 })
const resumes = ({ preamble, sections }: Draft) =>
  [...preamble, ...sections.flatMap((section) => section.preamble)].some(({ resumed }) => resumed !== null)
/** Text resumed behind a list of a recital, in small letters behind a comma, is told by no sign of a page (see docs/tricky-cases.md). */
const printable = drafts.slice(0, 3).filter((one) => !resumes(one))

/** Looks of words, which a form may not have; the page; places. */
const looks: ReadonlySet<string> = new Set(['emphasis', 'strong'])

/**
 * What a tree says, whatever form it was read from: without places, furniture
 * and the look of words; the masthead's lines, notes and sponsors in one order.
 */
function essence(tree: Root): string {
  const plainly = (node: AnyNode): AnyNode[] => {
    if (node.type === 'furniture' || node.type === 'jobNumber') return []
    const { children, position: _, data: __, ...own } = node as AnyNode & { children?: AnyNode[] }
    if (!children) {
      const { value } = own as { value?: string }
      return [value === undefined ? own : ({ ...own, value: value.replace(/\s+/gu, ' ') } as AnyNode)]
    }
    const inside = joined(children.flatMap(plainly))
    if (looks.has(node.type)) return inside
    if (node.type === 'masthead') inside.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    return [{ ...own, children: inside } as AnyNode]
  }
  return treeLines(plainly(tree)[0] as AnyNode)
}

/** The first line that differs. */
function difference(found: string, expected: string): string | undefined {
  const [a, b] = [found.split('\n'), expected.split('\n')]
  const at = a.findIndex((line, index) => line !== b[index])
  if (at === -1) return a.length < b.length ? `missing: ${b[a.length]?.trim()}` : undefined
  return `line ${at + 1}: found ${a[at]?.trim()}\n      expected ${b[at]?.trim()}`
}

const markdown = (one: Draft) => `United Nations\n\n${cleanMarkdown(one)}`
const expected = new Map<Draft, string>()

test.before(async () => {
  for (const one of drafts)
    expected.set(one, essence((await parse(markdown(one), { format: 'markdown' })).tree))
})

const agrees = async (
  t: import('ava').ExecutionContext,
  form: string,
  one: Draft,
  bytes: Uint8Array | string,
) => {
  const { tree, format } = await parse(bytes, { name: `draft.${form}` })
  t.is(format, form as typeof format)
  const faults = [...check(tree), ...misread(tree, one)]
  const other = difference(essence(tree), expected.get(one) as string)
  t.deepEqual(other === undefined ? faults : [...faults, other], [], `seed ${one.seed}`)
}

const forms: [form: string, print: (one: Draft) => Promise<Uint8Array> | string | Uint8Array][] = [
  ['text', (one) => Buffer.from(pageText(one))],
  ['html', (one) => Buffer.from(htmlPage(one))],
  ['docx', wordDocument],
]

for (const [form, print] of forms) {
  test(`${form} gives the tree that Markdown gives`, async (t) => {
    for (const one of drafts) await agrees(t, form, one, await print(one))
  })
}

if (hasBrowser)
  test('pdf, as Chromium prints it, gives the tree that Markdown gives', async (t) => {
    t.true(printable.length > 0)
    for (const one of printable) await agrees(t, 'pdf', one, await pdfDocument(one))
  })
else test.skip('pdf: skipped, there is no Chromium here to print one with', (t) => t.fail())
