/** Executes `src/model/tree/README.md`: each pair of Markdown and the node it yields, and each interface. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import test from 'ava'
import { visit } from 'unist-util-visit'
import { fromMarkdown } from '../src/index.js'
import { contentModel } from '../src/model/tree/content-model.js'
import type { AnyNode } from '../src/model/tree/types.js'

const spec = readFileSync(new URL('../src/model/tree/README.md', import.meta.url), 'utf8')

interface Pair {
  line: number
  markdown: string
  yielded: AnyNode
}

const pairs: Pair[] = [
  ...spec.matchAll(/```markdown\n([\s\S]*?)```\n\nYields:\n\n```js\n([\s\S]*?)```/gu),
].map((match) => ({
  line: spec.slice(0, match.index).split('\n').length,
  markdown: match[1] as string,
  // Through JSON, since objects of another context have another prototype.
  yielded: JSON.parse(JSON.stringify(runInNewContext(`(${match[2]})`))) as AnyNode,
}))

/** What a node lacks of what the specification shows of it. */
function lacks(actual: unknown, shown: unknown, path: string): string[] {
  if (Array.isArray(shown)) {
    if (!Array.isArray(actual) || actual.length !== shown.length)
      return [`${path}: expected ${shown.length} items, found ${JSON.stringify(actual)}`]
    return shown.flatMap((item, index) => lacks(actual[index], item, `${path}[${index}]`))
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof actual !== 'object' || actual === null)
      return [`${path}: expected an object, found ${String(actual)}`]
    const fields = actual as Record<string, unknown>
    return Object.entries(shown).flatMap(([key, value]) => lacks(fields[key], value, `${path}.${key}`))
  }
  return actual === shown
    ? []
    : [`${path}: expected ${JSON.stringify(shown)}, found ${JSON.stringify(actual)}`]
}

test('the specification has its pairs', (t) => {
  t.is(pairs.length, spec.split('Yields:').length - 1)
  t.true(pairs.length >= 15)
})

for (const { line, markdown, yielded } of pairs) {
  test(`line ${line} yields ${yielded.type}`, (t) => {
    let found: AnyNode | undefined
    visit(fromMarkdown(markdown) as AnyNode, yielded.type, (node) => {
      found ??= node as AnyNode
    })
    t.deepEqual(lacks(found, yielded, yielded.type), [])
  })
}

test('every node of the content model is specified, with its fields', (t) => {
  // Parts of mdast's own nodes, and those specified together under one heading.
  const elsewhere = new Set(['paragraph', 'tableRow', 'tableCell', 'text', 'emphasis', 'strong', 'break'])
  const specified = new Map<string, string[]>()
  for (const [, body = ''] of spec.matchAll(
    /interface \w+ extends (?:Parent|Literal|Node) \{\n([\s\S]*?)\n\}/gu,
  )) {
    const type = /type: '(\w+)'/u.exec(body)?.[1]
    const fields = [...body.matchAll(/^ {2}(\w+)\??: /gmu)].map(([, name]) => name as string)
    if (type) specified.set(type, fields.filter((name) => name !== 'type' && name !== 'children').sort())
  }
  specified.delete('marginNote')
  const expected = Object.entries(contentModel)
    .filter(([type]) => !elsewhere.has(type))
    .map(([type, { fields }]) => [type, Object.keys(fields).sort()] as const)
  t.deepEqual(
    new Map([...specified].sort()),
    new Map([...expected].map(([a, b]) => [a, [...b]] as [string, string[]]).sort()),
  )
})

test('every link of the specification has a target', (t) => {
  const slugs = new Set([...spec.matchAll(/^#+ (.+)$/gmu)].map(([, words = '']) => slug(words)))
  const targets = [...spec.matchAll(/(?:\]: |\]\()#([\w-]+)/gu)].map(([, target = '']) => target)
  t.deepEqual(
    targets.filter((target) => !slugs.has(target)),
    [],
  )
  const defined = new Set(
    [...spec.matchAll(/^\[([^\]]+)\]: /gmu)].map(([, label = '']) => label.toLowerCase()),
  )
  const used = [...spec.matchAll(/\[([^\]]+)\]\[([^\]]*)\]/gu)].map(([, text = '', label = '']) =>
    (label || text).toLowerCase(),
  )
  t.deepEqual(
    used.filter((label) => !defined.has(label.replace(/^"|"$/gu, ''))),
    [],
  )
})

function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\w\- ]/gu, '')
    .replace(/ /gu, '-')
}
