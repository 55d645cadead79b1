/** Paragraphs of the new document → paragraphs that are inserted, set like one of the base. */

import { attribute, child } from '../../xml/xml.js'
import type { Paragraph } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import type { Styles } from '../package/styles.js'
import { cut, type Fresh, insertedFrom } from './fresh.js'
import type { Marks } from './marks.js'
import type { NoteWriter } from './notes.js'
import type { ParagraphProperties } from './paragraph-properties.js'
import { prefixOf } from './prefix.js'
import { lookingLike } from './run-look.js'
import { runText } from './run-text.js'
import type { Settled } from './settle-labels.js'

/** What is before the content of a paragraph, and after the paragraph. */
export interface Around {
  open: string
  after: string
}

export const none: Around = { open: '', after: '' }

export class NewParagraphs {
  readonly #styles: Styles
  readonly #marks: Marks
  readonly #notes: NoteWriter
  readonly #properties: ParagraphProperties

  constructor(options: { styles: Styles; marks: Marks; notes: NoteWriter; properties: ParagraphProperties }) {
    this.#styles = options.styles
    this.#marks = options.marks
    this.#notes = options.notes
    this.#properties = options.properties
  }

  /** A paragraph, with what is around its content. */
  paragraph(
    { fresh, properties }: Settled,
    model: Paragraph | undefined,
    part: Part,
    revision: 'ins' | 'moveTo',
    around: Around,
    own = this.#properties.made(properties, prefixOf(part), revision),
  ): string {
    const prefix = prefixOf(part)
    const start = fresh.text.length - fresh.text.trimStart().length
    const body = cut(fresh, start, Math.max(start, fresh.text.trimEnd().length))
    const lead = model ? (/^\s*/u.exec(model.text)?.[0] ?? '') : fresh.text.slice(0, start)
    const words = this.runs(body, body.text === '' ? '' : lead, model, prefix, revision)
    const open = `<${prefix}:p>${own}${around.open}`
    return `${open}${words}</${prefix}:p>${around.after}`
  }

  /** Runs that are new, as one revision; '' for no words. */
  runs(
    fresh: Fresh,
    lead: string,
    model: Paragraph | undefined,
    prefix: string,
    revision: 'ins' | 'moveTo',
  ): string {
    const styles = this.#styles
    const style = styles.idOf('paragraph', attribute(child(child(model?.element, 'pPr'), 'pStyle'), 'val'))
    const first = model?.pieces.find(({ note, text }) => !note && text.trim() !== '')
    const pattern = first &&
      model && { xml: model.part, properties: child(first.run, 'rPr'), look: first.look }
    const plain = { emphasis: false, strong: false, superscript: false }
    const all = [
      ...(lead === '' ? [] : [{ kind: 'text' as const, text: lead, look: plain }]),
      ...insertedFrom(fresh, 0, fresh.text.length),
    ]
    const runs = all.map((one) => {
      if (one.kind === 'note') return this.#notes.add(one.note, one.mark, prefix, 'ins')
      if (one.kind === 'equation') return one.xml
      if (one.kind === 'break') return ''
      const look = lookingLike(pattern, one.look, { prefix, styles, style })
      return `<${prefix}:r>${look}${runText(prefix, one.text)}</${prefix}:r>`
    })
    if (runs.length === 0) return ''
    return `<${prefix}:${revision} ${this.#marks.attributes(prefix)}>${runs.join('')}</${prefix}:${revision}>`
  }
}
