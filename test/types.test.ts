/** The types that others build on. `npm run types` compiles this file: a wrong type fails there. */
import test from 'ava'
import { expectTypeOf } from 'expect-type'
import type { Node as UnistNode } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type {
  Change,
  Citation,
  Diff,
  Format,
  Node,
  OperativeParagraph,
  Outline,
  Parsed,
  Phrase,
  PhrasingContent,
  Root,
  RootContent,
  Section,
  SectionContent,
} from '../src/index.js'
import * as plenary from '../src/index.js'

test('functions take and give what they say', (t) => {
  expectTypeOf(plenary.parse).returns.resolves.toEqualTypeOf<Parsed>()
  expectTypeOf(plenary.parse).parameter(0).toEqualTypeOf<Uint8Array | string>()
  expectTypeOf<Parsed>().toEqualTypeOf<{ tree: Root; messages: VFileMessage[]; format: Format }>()
  expectTypeOf(plenary.fromMarkdown).returns.toEqualTypeOf<Root>()
  expectTypeOf(plenary.outline).returns.toEqualTypeOf<Outline>()
  expectTypeOf(plenary.diff).returns.toEqualTypeOf<Diff>()
  expectTypeOf(plenary.diffToText).parameter(0).toEqualTypeOf<Diff>()
  expectTypeOf(plenary.apply).returns.toEqualTypeOf<string[]>()
  t.pass('the compiler has the say')
})

test('nodes are unist nodes, told apart by their type', (t) => {
  expectTypeOf<Root>().toExtend<UnistNode>()
  expectTypeOf<Extract<Node, { type: 'phrase' }>>().toEqualTypeOf<Phrase>()
  expectTypeOf<Extract<PhrasingContent, { type: 'citation' }>>().toEqualTypeOf<Citation>()
  expectTypeOf<OperativeParagraph['number']>().toEqualTypeOf<plenary.ParagraphNumber | null>()
  expectTypeOf<Section['children'][number]>().toEqualTypeOf<SectionContent>()
  expectTypeOf<Change['kind']>().toEqualTypeOf<
    'unchanged' | 'modified' | 'inserted' | 'deleted' | 'split' | 'merged'
  >()
  t.pass('the compiler has the say')
})

test('wrong content is refused', (t) => {
  // @ts-expect-error A title is no child of the root.
  const wrong: RootContent = { type: 'title', label: null, children: [] }
  t.is(wrong.type as string, 'title')
})
