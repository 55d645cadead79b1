/** A resolution while it is being built: where the next paragraph, heading or table goes. */

import { romanValue } from '../language/numerals.js'
import type { Grammar } from '../language/types.js'
import type { Rich } from '../model/block.js'
import type {
  Annex,
  AnnexParagraph,
  Closing,
  Operative,
  OperativeParagraph,
  PhraseRole,
  Preamble,
  PreambularParagraph,
  Resolution,
  Section,
  Subparagraph,
  Unknown,
} from '../model/tree/types.js'
import type { Item } from './classify.js'
import { clause, type InlineContext } from './inline.js'
import { enclose } from './place.js'
import { Depths } from './sublabels.js'

export type Paragraph = PreambularParagraph | OperativeParagraph | AnnexParagraph

/**
 * Depth of a section's label: `I` holds `A`. `C` is a letter after `B` and a
 * numeral after `XCIX`: the open sections tell.
 */
export function sectionDepth(
  printed: string,
  grammar: Grammar,
  open: readonly (string | null)[] = [],
): number {
  const label = grammar.sectionLabel(printed)
  const value = romanValue(label)
  if (value === undefined) return 2
  if (label.length > 1) return 1
  const labels = open.flatMap((one) => (one === null ? [] : [grammar.sectionLabel(one)]))
  const before = labels.find((one) => one.charCodeAt(0) + 1 === label.charCodeAt(0) && one.length === 1)
  if (before !== undefined && (label !== 'I' || before === 'H') && sectionDepth(before, grammar) === 2)
    return 2
  if (label === 'I') return 1
  return labels.some((one) => romanValue(one) === value - 1) ? 1 : 2
}

/** What a resolution is built with, and whom it tells of what is odd. */
export interface FrameContext extends InlineContext {
  odd(item: Item): void
  unplaced(node: Unknown): void
}

export class Frame {
  readonly resolution: Resolution = { type: 'resolution', number: null, designation: null, children: [] }
  preamble: Preamble | undefined
  operative: Operative | undefined
  closing: Closing | undefined
  sections: Section[] = []
  paragraph: Paragraph | undefined
  readonly #context: FrameContext
  #subs: Subparagraph[] = []
  readonly #sectionDepths: number[] = []
  #depths: Depths
  #preambular = 0
  #operative = 0
  /** Number of the last operative paragraph of the present section; 0 before the first. */
  lastNumber = 0

  constructor(context: FrameContext) {
    this.#context = context
    this.#depths = new Depths(context.grammar.letterOrders)
  }

  get hasParagraphs(): boolean {
    return this.#preambular + this.#operative > 0
  }
  get hasOrganLine(): boolean {
    return this.resolution.children.some((child) => child.type === 'organLine')
  }
  get headingDepth(): number {
    return this.#sectionDepths.at(-1) ?? 1
  }
  get section(): Section | undefined {
    return this.sections.at(-1)
  }
  /** The open section holds nothing but headings yet. */
  get sectionIsNew(): boolean {
    return (
      this.section?.children.every((child) => child.type === 'heading' || child.type === 'organLine') ?? false
    )
  }
  /** Where operative content goes now. */
  get container(): Operative | Section {
    return this.section ?? this.openOperative()
  }
  openOperative(): Operative {
    if (!this.operative) {
      this.operative = { type: 'operative', children: [] }
      this.resolution.children.push(this.operative)
    }
    return this.operative
  }
  /** Neither part has been opened. */
  get isBare(): boolean {
    return !this.preamble && !this.operative
  }
  /** The preamble of the resolution, or of the section that is open. */
  startPreamble(): Preamble {
    const { section } = this
    if (section && this.operative) {
      const open = section.children.find((child) => child.type === 'preamble')
      if (open) return open
      const own: Preamble = { type: 'preamble', children: [] }
      section.children.push(own)
      this.#preambular = 0
      return own
    }
    if (!this.preamble) {
      this.preamble = { type: 'preamble', children: [] }
      this.resolution.children.push(this.preamble)
    }
    return this.preamble
  }
  /** The preamble that is open for more, if any. */
  get openPreamble(): Preamble | undefined {
    const last = this.section?.children.at(-1)
    if (last) return last.type === 'preamble' ? last : undefined
    return this.operative ? undefined : this.preamble
  }

  openSection(label: string | null): Section {
    const open = this.sections.map((section) => section.label)
    const depth = label === null ? 1 : sectionDepth(label, this.#context.grammar, open)
    while ((this.#sectionDepths.at(-1) ?? 0) >= depth) {
      this.sections.pop()
      this.#sectionDepths.pop()
    }
    const section: Section = { type: 'section', label, children: [] }
    this.container.children.push(section)
    this.sections.push(section)
    this.#sectionDepths.push(depth)
    this.paragraph = undefined
    return section
  }

  addPreambular(item: Item, role: PhraseRole): void {
    const preamble = this.startPreamble()
    const paragraph: PreambularParagraph = {
      type: 'preambularParagraph',
      ordinal: ++this.#preambular,
      label: item.label,
      children: [],
    }
    preamble.children.push(paragraph)
    this.#open(paragraph, item.text, role)
  }

  addOperative(item: Item, role: PhraseRole): void {
    const paragraph: OperativeParagraph = {
      type: 'operativeParagraph',
      label: item.label,
      number: item.number,
      ordinal: ++this.#operative,
      children: [],
    }
    this.container.children.push(paragraph)
    if (item.number) this.lastNumber = item.number.value
    this.#open(paragraph, item.text, role)
  }

  addAnnexParagraph(annex: Annex, item: Item): void {
    const ordinal = annex.children.filter((child) => child.type === 'annexParagraph').length + 1
    const paragraph: AnnexParagraph = {
      type: 'annexParagraph',
      label: item.label,
      number: item.number,
      ordinal,
      children: [],
    }
    annex.children.push(paragraph)
    this.#open(paragraph, item.text, 'operative')
  }

  #open(paragraph: Paragraph, text: Rich, role: PhraseRole): void {
    this.paragraph = paragraph
    this.#subs = []
    this.#depths = new Depths(this.#context.grammar.letterOrders)
    if (text.value !== '' || text.marks.length > 0) paragraph.children.push(clause(text, role, this.#context))
  }

  /** Add a sub-paragraph to the open paragraph; `following` is the label of the next one, if any. */
  addSubparagraph(item: Item, following: string | undefined): boolean {
    if (!this.paragraph) return false
    const label = item.label ?? ''
    const depth = this.#depths.next(label, following)
    if (this.#depths.isOdd) this.#context.odd(item)
    // A paragraph that opens with its first item has its opening words there.
    const { paragraph } = this
    const first =
      paragraph.type === 'operativeParagraph' && paragraph.label !== null && paragraph.children.length === 0
    const node: Subparagraph = { type: 'subparagraph', label, depth, children: [] }
    if (item.text.value !== '' || item.text.marks.length > 0)
      node.children.push(clause(item.text, first ? 'operative' : null, this.#context))
    this.#subs = this.#subs.slice(0, depth - 1)
    const parent = this.#subs.at(-1) ?? this.paragraph
    parent.children.push(node)
    this.#subs.push(node)
    return true
  }

  /** Add text that goes on where the open paragraph left off: the first words of one whose number was alone, or text after its list. */
  resume(item: Item): boolean {
    const { paragraph } = this
    if (!paragraph) return false
    const sub = this.#subs.at(-1)
    if (sub && sub.children.length === 0) sub.children.push(clause(item.text, null, this.#context))
    else {
      const first = paragraph.children.length === 0
      const role = paragraph.type === 'preambularParagraph' ? 'preambular' : 'operative'
      paragraph.children.push(clause(item.text, first ? role : null, this.#context))
      this.#subs = []
      this.#depths = new Depths(this.#context.grammar.letterOrders)
    }
    return true
  }

  /** Go on with a paragraph behind the headings or the table inside its list. */
  reopen(paragraph: PreambularParagraph | OperativeParagraph): void {
    const { ordinal } = paragraph
    if (paragraph.type === 'preambularParagraph') {
      const more: PreambularParagraph = { type: 'preambularParagraph', ordinal, label: null, children: [] }
      this.startPreamble().children.push(more)
      this.paragraph = more
    } else {
      const { number } = paragraph
      const more: OperativeParagraph = {
        type: 'operativeParagraph',
        label: null,
        number,
        ordinal,
        children: [],
      }
      this.container.children.push(more)
      this.paragraph = more
    }
    this.#subs = []
    this.#depths = new Depths(this.#context.grammar.letterOrders)
  }

  /** Take back a closing that paragraphs follow: its lines are text that no rule could place. */
  reopenClosing(): void {
    const { closing, resolution } = this
    if (!closing) return
    this.closing = undefined
    resolution.children = resolution.children.filter((child) => child !== closing)
    const lines = closing.children.map(
      (line): Unknown =>
        line.type === 'unknown' ? line : enclose({ type: 'unknown', children: line.children }),
    )
    const place = this.operative ? this.container : (this.preamble ?? resolution)
    for (const line of lines) {
      place.children.push(line)
      this.#context.unplaced(line)
    }
  }

  get awaitsText(): boolean {
    const open = this.#subs.at(-1) ?? this.paragraph
    return open?.children.length === 0
  }
  get hasList(): boolean {
    return this.paragraph?.children.some((child) => child.type === 'subparagraph') ?? false
  }
}
