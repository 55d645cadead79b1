/** The body of a document while it is being built: which resolution, nested draft or annex is open, and the headings that wait. */
import type { VFileMessage } from 'vfile-message'
import { concat } from '../model/block.js'
import { message } from '../model/message.js'
import type { Annex, Quotation, Resolution, RootContent, Unknown } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { addClosing, isVoteOpen } from './closing.js'
import { Frame } from './frame.js'
import type { Front } from './front.js'
import { type InlineContext, plainContent } from './inline.js'
import { heading, organLine, table } from './nodes.js'
import { enclose } from './place.js'
import { addTitles } from './titles.js'

export interface NestContext extends InlineContext {
  messages: VFileMessage[]
}

/** How much of an unexpected text a message shows. */
const shown = 40

export class Body {
  readonly #context: NestContext
  readonly #roots: RootContent[] = []
  /** The resolutions around the nested draft that is open. */
  readonly #outer: Frame[] = []
  #frame: Frame
  #annex: Annex | undefined
  /** Headings whose place the next paragraph decides. */
  #waiting: Item[] = []

  constructor(front: Front, context: NestContext) {
    this.#context = context
    this.#frame = new Frame(context)
    const { resolution } = this.#frame
    resolution.number = front.number
    resolution.designation = front.designation
    for (const title of front.titles) resolution.children.push(title)
    this.#roots.push(resolution)
  }

  /** The resolution that is open; in an annex, what its paragraphs are counted by. */
  get frame(): Frame {
    return this.#frame
  }
  get annex(): Annex | undefined {
    return this.#annex
  }
  /** The resolution around the nested draft that is open. */
  get outer(): Frame | undefined {
    return this.#outer.at(-1)
  }
  get waiting(): readonly Item[] {
    return this.#waiting
  }
  /** A vote's lists of names are paragraphs to no one. */
  get isVoteOpen(): boolean {
    const { closing } = this.#frame
    return closing !== undefined && isVoteOpen(closing)
  }

  /** The nodes of the root that were built. */
  finish(): RootContent[] {
    this.placeHeadings()
    return this.#roots.filter((node) => node.type !== 'resolution' || node.children.length > 0)
  }

  wait(head: Item): void {
    this.#waiting.push(head)
  }

  /** Give the open resolution its enacting formula; headings that wait are its titles. */
  enact(item: Item): void {
    const heads = this.#waiting
    this.#waiting = []
    const { resolution } = this.#frame
    const before = this.#roots.findLast(
      (node): node is Resolution => node.type === 'resolution' && node !== resolution,
    )
    addTitles(resolution, heads, before, this.#context)
    resolution.children.push(organLine(item, this.#context))
  }

  /** Open a further resolution of the document. */
  openResolution(item: Item): void {
    this.#outer.length = 0
    this.#annex = undefined
    this.#frame = new Frame(this.#context)
    this.#roots.push(this.#frame.resolution)
    this.enact(item)
  }

  /** Open the resolution that is the text annexed. */
  openAnnexed(annex: Annex, item: Item): void {
    this.placeHeadings()
    this.#annex = undefined
    this.#frame = new Frame(this.#context)
    annex.children.push(this.#frame.resolution)
    this.#frame.resolution.children.push(organLine(item, this.#context))
  }

  /** Open the draft that the open paragraph quotes. */
  openDraft(item: Item): void {
    // Two drafts in one paragraph stand side by side, not one in the other.
    const siblings = this.#outer.length > 0
    const parent = this.#outer.at(-1) ?? this.#frame
    const last = parent.container.children.at(-1)
    const quotation: Quotation =
      siblings && last?.type === 'quotation' ? last : { type: 'quotation', children: [] }
    if (quotation !== last) parent.container.children.push(quotation)
    if (!siblings) this.#outer.push(this.#frame)
    this.#frame = new Frame(this.#context)
    quotation.children.push(this.#frame.resolution)
    this.enact(item)
  }

  /** Go back to the resolution around the open draft. */
  leaveDraft(): void {
    this.#frame = this.#outer.pop() ?? this.#frame
  }

  openAnnex(item: Item): void {
    this.placeHeadings()
    const label = this.#context.grammar.match('annexHeading', item.text.value)?.groups?.label ?? null
    this.#annex = { type: 'annex', label, children: [heading(item, 1, this.#context)] }
    this.#outer.length = 0
    this.#frame = new Frame(this.#context)
    this.#roots.push(this.#annex)
  }

  addAnnexParagraph(annex: Annex, item: Item): void {
    this.placeHeadings()
    this.#frame.addAnnexParagraph(annex, item)
  }

  /** Add a line to the closing; it ends all that is open. */
  close(item: Item): void {
    const frame = this.#outer[0] ?? this.#frame
    this.placeHeadings()
    this.#outer.length = 0
    this.#frame = frame
    if (!frame.closing) {
      frame.closing = { type: 'closing', children: [] }
      frame.resolution.children.push(frame.closing)
    }
    frame.paragraph = undefined
    addClosing(frame.closing, item, this.#context)
  }

  addTable(item: Item): void {
    const node = table(item, this.#context)
    this.placeHeadings()
    if (this.#annex) this.#annex.children.push(node)
    else this.#frame.container.children.push(node)
  }

  /** Put the headings that wait where the paragraph after them goes. */
  placeHeadings(part?: 'preamble' | 'operative'): void {
    const heads = this.#waiting
    this.#waiting = []
    const frame = this.#frame
    for (const head of heads) {
      if (this.#annex) {
        const titled = this.#annex.children.some((child) => child.type !== 'heading')
        this.#annex.children.push(heading(head, titled ? 2 : 1, this.#context))
        frame.paragraph = undefined
      } else if (part === 'preamble' && frame.isBare) {
        // Before all paragraphs: an operative part that it opened would stand before the preamble.
        frame.startPreamble().children.push(heading(head, 1, this.#context))
      } else if (part === 'preamble' && frame.openPreamble && head.role !== 'sectionHeading') {
        frame.openPreamble.children.push(heading(head, 1, this.#context))
      } else if (
        (head.role === 'sectionHeading' || head.role === 'designation') &&
        (part === 'operative' || frame.operative)
      ) {
        frame.openSection(head.title || null)
        frame.container.children.push(heading(head, frame.headingDepth, this.#context))
      } else if (frame.hasParagraphs || part) {
        frame.container.children.push(heading(head, frame.sections.length || 1, this.#context))
        frame.paragraph = undefined
      } else this.addUnknown(head)
    }
  }

  /** Keep what no rule can place where it stands. */
  addUnknown(item: Item): void {
    // Headings that wait stand before it, whatever it is.
    if (this.#waiting.length > 0 && !this.#waiting.includes(item)) this.placeHeadings()
    const { places, messages } = this.#context
    // The label is text like any other where it labels nothing.
    const text = item.label === null ? item.text : concat(item.block.text)
    const node: Unknown = enclose({ type: 'unknown', children: plainContent(text, this.#context) })
    const { value } = text
    const words = value.length > shown ? `${value.slice(0, shown)}…` : value
    messages.push(message('unknown-block', { text: words }, places.of(text)))
    const frame = this.#frame
    if (this.#annex) this.#annex.children.push(node)
    else if (frame.closing) this.#roots.push(node)
    else if (frame.operative) frame.container.children.push(node)
    else if (frame.preamble) frame.preamble.children.push(node)
    else frame.resolution.children.push(node)
  }
}
