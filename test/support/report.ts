/** What tests of the HTML report share: diffs to show, and ways to ask the page. */
import { readFileSync } from 'node:fs'
import { DomUtils, parseDocument } from 'htmlparser2'
import { diff } from '../../src/diff/index.js'
import { type Change, type Diff, sideText } from '../../src/model/change.js'
import { fromMarkdown } from '../../src/pipeline.js'
import { base, run } from './diffs.js'
import { bare } from './hostile-diffs.js'

export type Document = ReturnType<typeof parseDocument>
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]
type ChildNode = Element['children'][number]

const sample = (name: string) =>
  fromMarkdown(readFileSync(new URL(`../../fixtures/sample/${name}.md`, import.meta.url), 'utf8'))
/** The two drafts of the fixtures, compared. */
export const result = diff(sample('old'), sample('new'))
export const { textContent } = DomUtils

export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Two drafts with sub-paragraphs, a move each way, a split, a paragraph cut and one put in. */
export const nested = run(
  [
    ...base,
    '6. Requests the Keeper-General, in her next report on the lamps of the coast:',
    '(a) To count the lamps that burn all night along the northern capes;',
    '(b) To count the bells that ring in fog at the mouths of rivers;',
    '7. Invites ports to paint their buoys before the boats go out in spring, and invites pilots to report those that drift;',
    '8. Calls upon keepers to write their logs in ink and to send a copy of them every year;',
  ],
  [
    ...base.slice(1, 3),
    base[0] ?? '',
    'PP Welcoming the gift of a brass bell by the fishers of the southern bay,',
    '1. Calls upon keepers to write their logs in ink and to send a copy of them every year;',
    '2. Welcomes the adoption of the Rules on Lantern Oil by the Assembly of Keepers;',
    '3. Encourages States parties to replace cracked lenses before the winter storms;',
    '4. Requests the Keeper-General to publish a list of wrecks every second year;',
    '5. Decides to meet again at the harbour of Skerry Vore in 2044.',
    '6. Requests the Keeper-General, in her next report on the lamps of the coast:',
    '(a) To count the bells that ring in fog at the mouths of rivers;',
    '(b) To count the lamps that burn every night along the northern capes;',
    '7. Invites ports to paint their buoys before the boats go out in spring;',
    '8. Also invites pilots to report those that drift;',
  ],
)

export const isElement = (node: ChildNode): node is Element => 'attribs' in node

interface Page {
  document: Document
  every: Element[]
  all: (name: string) => Element[]
  byClass: (name: string, within?: Element[]) => Element[]
  byId: (id: string | undefined) => Element | undefined
  whole: string
}

/** The report as a document, and ways to ask it. */
export function read(html: string): Page {
  const document = parseDocument(html)
  const every = DomUtils.filter(isElement as (node: object) => boolean, document, true, 1e6) as Element[]
  const all = (name: string) => every.filter((one) => one.name === name)
  const byClass = (name: string, within: Element[] = every) =>
    within.filter((one) => (one.attribs.class ?? '').split(' ').includes(name))
  const byId = (id: string | undefined) => every.find((one) => one.attribs.id === id)
  return { document, every, all, byClass, byId, whole: squeeze(textContent(document)) }
}

/** The elements of a class that belong to an article itself, not to one inside it. */
export function own(article: Element | undefined, name: string): Element | undefined {
  return article?.children
    .filter(isElement)
    .find((one) => (one.attribs.class ?? '').split(' ').includes(name))
}

/** Text without what is in elements of one name. */
export function without(node: ChildNode | undefined, name: string): string {
  if (!node) return ''
  if (isElement(node))
    return node.name === name ? '' : node.children.map((child) => without(child, name)).join('')
  return textContent(node)
}

/** The two texts that a reader of the report can get back, from each of the views. */
export function recovered(article: Element | undefined): { old: string; new: string }[] {
  const same = own(article, 'same')
  if (same) return [{ old: bare(textContent(same)), new: bare(textContent(same)) }]
  const inline = own(article, 'inline')
  const sides = own(article, 'side')?.children.filter(isElement) ?? []
  const [old, now] = sides.map((side) =>
    bare(
      side.children
        .filter((one) => isElement(one) && one.name === 'div')
        .map(textContent)
        .join(''),
    ),
  )
  return [
    { old: bare(without(inline, 'ins')), new: bare(without(inline, 'del')) },
    { old: old ?? '', new: now ?? '' },
  ]
}

export function texts({ edits }: Change): { old: string; new: string } {
  return { old: bare(sideText(edits, 'delete')), new: bare(sideText(edits, 'insert')) }
}

/** Two resolutions of one document, in which the same paragraph changed. */
export function twice(): Diff {
  const made = run(
    base,
    base.map((line) => line.replace('Urges', 'Encourages')),
  )
  const changes = ['A', 'B'].flatMap((resolution) =>
    made.changes.map((change) => ({ ...change, resolution })),
  )
  return { ...made, changes }
}
