/** The properties of paragraphs, with the revisions of their marks and of themselves. */

import { child, type Element, sourceOf } from '../../xml/xml.js'
import type { Paragraph } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import type { Edits } from './edit.js'
import type { Marks, RunRevision } from './marks.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'

export class ParagraphProperties {
  readonly #marks: Marks

  constructor(marks: Marks) {
    this.#marks = marks
  }

  /** Properties with those that were there, if they are others. */
  changed(next: Properties, part: Part, pPr: Element | undefined): string {
    const prefix = prefixOf(part)
    const former = new Properties('pPr', prefix, part, pPr).remove('rPr', 'sectPr', 'pPrChange').content
    if (next.copy().remove('rPr', 'sectPr').content === former) return next.toString()
    const attributes = this.#marks.attributes(prefix)
    const old = `<${prefix}:pPr>${former}</${prefix}:pPr>`
    return next.set('pPrChange', `<${prefix}:pPrChange ${attributes}>${old}</${prefix}:pPrChange>`).toString()
  }

  /** The properties of a paragraph of the base, edited. */
  own({ part, element }: Paragraph, { mark, properties: changed }: Edits, prefix: string): string {
    const pPr = child(element, 'pPr')
    if (mark === 'keep' && changed === undefined) return pPr ? sourceOf(part, pPr) : ''
    const properties = new Properties('pPr', prefix, part, pPr)
    if (mark !== 'keep') this.#markEnd(properties, prefix, mark)
    if (changed === undefined) return properties.toString()
    const next = changed.copy().remove('rPr')
    for (const name of ['rPr', 'sectPr']) {
      const xml = properties.get(name)
      if (xml !== undefined) next.set(name, xml)
    }
    return this.changed(next, part, pPr)
  }

  /** The mark at a paragraph's end is itself added or cut. */
  #markEnd(properties: Properties, prefix: string, revision: RunRevision): Properties {
    const mark = this.#marks.empty(prefix, revision)
    const own = properties.get('rPr')
    if (own === undefined) return properties.set('rPr', `<${prefix}:rPr>${mark}</${prefix}:rPr>`)
    // The marks of revision come first among the properties of a mark; that of an insertion is the first of all.
    const open = /^<[^>]*?(\/?)>/u.exec(own)
    if (open?.[1] === '/') return properties.set('rPr', `<${prefix}:rPr>${mark}</${prefix}:rPr>`)
    const added =
      revision === 'ins' ? undefined : /^<[\w.-]+:ins\s[^>]*\/>/u.exec(own.slice(open?.[0].length))
    const at = (open?.[0].length ?? 0) + (added?.[0].length ?? 0)
    return properties.set('rPr', own.slice(0, at) + mark + own.slice(at))
  }

  /** The properties of a paragraph that is made: its mark is one, too. */
  made(properties: Properties, prefix: string, revision: RunRevision): string {
    return this.#markEnd(properties.copy(), prefix, revision).toString()
  }
}
