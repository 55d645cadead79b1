/** Headers and footers: the first page's stand before the body, the others are what each page adds. */
import type { Block } from '../../block.js'
import type { Context } from './context.js'
import type { WordPackage } from './package.js'
import { StoryReader } from './story.js'
import { attribute, child, childrenOf, descendants, type Element, flag } from './xml.js'

/** A note to something on the first page is set at its foot. */
const starred = /^[*†‡§]{1,4}[\s\u00a0]*(?=[\p{L}\d])(?!\d+\*)/u

/** The properties of the sections of the body, in order. */
export function sectionsOf(body: Element): Element[] {
  const found: Element[] = []
  for (const element of descendants(body)) {
    const own = element.name === 'pPr' ? child(element, 'sectPr') : undefined
    if (own) found.push(own)
  }
  const last = child(body, 'sectPr')
  return last ? [...found, last] : found
}

/**
 * Read the headers and footers that are printed.
 *
 * Ensures `front` holds the first page's and `running` all others, each part once.
 */
export function readPages(
  word: WordPackage,
  sections: readonly Element[],
  settings: Element | undefined,
  context: Context,
): { front: Block[]; running: Block[] } {
  const seen = new Set<string>()
  const read = (section: Element, element: 'headerReference' | 'footerReference', type: string): Block[] => {
    const reference = childrenOf(section, element).find(
      (one) => (attribute(one, 'type') ?? 'default') === type,
    )
    const part = word.byId(attribute(reference, 'id'))
    if (!part || seen.has(part.name)) return []
    seen.add(part.name)
    return new StoryReader(part, context, { layout: true }).read(part.root)
  }
  const evenAndOdd = flag(settings, 'evenAndOddHeaders') ?? false
  const front: Block[] = []
  const running: Block[] = []
  sections.forEach((section, index) => {
    const ownFirst = flag(section, 'titlePg') ?? false
    const types = [...(ownFirst ? ['first'] : []), 'default', ...(evenAndOdd ? ['even'] : [])]
    for (const [at, type] of types.entries()) {
      const header = read(section, 'headerReference', type)
      const footer = read(section, 'footerReference', type)
      if (index === 0 && at === 0)
        front.push(
          ...header,
          ...footer.map((block) => (starred.test(block.text.value) ? block : furniture(block))),
        )
      else running.push(...header.map(furniture), ...footer.map(furniture))
    }
  })
  return { front, running }
}

/** Which furniture it is, its words tell: that is not the reader's to say. */
function furniture(block: Block): Block {
  return { ...block, kind: 'furniture' }
}
