/** The HTML writer: what is read of its pages is the tree, and they load nothing. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, parse, type Root, toHtml } from '../src/index.js'
import * as build from '../src/model/tree/build.js'
import type { AnyNode, FootnoteDefinition } from '../src/model/tree/types.js'
import { cases, read } from './support/fixtures.js'
import { draft } from './support/generate.js'
import { joined } from './support/joined.js'
import { cleanMarkdown } from './support/print.js'
import { budget, runs, some } from './support/properties.js'
import { comparable, difference } from './support/word-law.js'

/**
 * A tree without what a page shows in a way of its own: a heading is bold as a whole, and a note bears a number
 * where its name is none that is printed.
 */
function shown(tree: Root): Root {
  const notes = new Map(
    comparable(tree).children.flatMap((node, at) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, at]] : [],
    ) as [string, number][],
  )
  const visit = (node: AnyNode): AnyNode[] => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      const { label: _, ...note } = node as FootnoteDefinition
      return [{ ...note, identifier: String(notes.get(note.identifier) ?? note.identifier) }]
    }
    if (!('children' in node)) return [node]
    const children = (node.children as AnyNode[]).flatMap(visit)
    const isHeading = node.type === 'title' || node.type === 'heading'
    const plain = children.flatMap((one) =>
      one.type === 'strong' && 'children' in one ? (one.children as AnyNode[]) : [one],
    )
    return [{ ...node, children: isHeading ? joined(plain) : children } as AnyNode]
  }
  return visit(comparable(tree))[0] as Root
}

async function roundTrip(tree: Root): Promise<string[]> {
  const again = await parse(toHtml(tree), { name: 'written.html', language: tree.language ?? undefined })
  return difference(shown(tree), shown(again.tree))
}

for (const { name, input, format } of some(cases()))
  test(`written as HTML, read as the same tree: ${name}`, async (t) => {
    t.deepEqual(input === undefined ? ['no input'] : await roundTrip(read(input, format).tree), [])
  })

test('generated drafts, written as HTML, are read as the same trees', async (t) => {
  for (const source of fc.sample(draft.map(cleanMarkdown), { seed: budget.seed, numRuns: runs(60) }))
    t.deepEqual(await roundTrip(fromMarkdown(source)), [], source)
})

test('a page runs nothing and loads nothing, whatever its document says', (t) => {
  const html = toHtml(
    build.root({ language: 'ar', kind: 'draft' }, [
      build.resolution({}, [
        build.title({ label: null }, ['<script>alert(1)</script> & "lamps"']),
        build.operative([
          build.operativeParagraph({ ordinal: 1 }, [build.clause(['<img src=x onerror=alert(1)> lamps'])]),
        ]),
      ]),
    ]),
  )
  t.regex(html, /default-src (?:'|&#x27;)none/u)
  t.regex(html, /<html lang="ar" dir="rtl">/u)
  t.notRegex(html, /<(?:script|img)/iu)
})

test('a note that two marks have leads back to the first; a mark without a note is its sign', (t) => {
  const html = toHtml(
    fromMarkdown(
      'The Assembly,\n\n1. *Urges* all[^1] to row[^1] and to mend[^9] oars.\n\n[^1]: See the *Manual*.\n',
    ),
  )
  t.is(html.match(/id="mark-1"/gu)?.length, 1)
  t.is(html.match(/href="#note-1"/gu)?.length, 2)
  t.regex(html, /<div id="note-1"><p><sup><a href="#mark-1">1<\/a><\/sup> See the <em>Manual<\/em>/u)
})
