/** The body of a document while it is being built: which resolution, nested draft or annex is open, and the headings that wait. */
import type { VFileMessage } from 'vfile-message'
import { message } from '../model/message.js'
import { plainText } from '../model/tree/text.js'
import type { Annex, Closing, Quotation, Resolution, RootContent, Unknown } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { addClosing, isVoteOpen } from './closing.js'
import { Frame, type FrameContext } from './frame.js'
import type { Front } from './front.js'
import type { InlineContext } from './inline.js'
import { heading, organLine, table, unknownNode } from './nodes.js'
import { addTitles } from './titles.js'

export interface NestContext extends InlineContext {
  messages: VFileMessage[]
}

export class Body {
  readonly #context: NestContext & FrameContext
  readonly #roots: RootContent[] = []
  /** The resolutions around the nested draft that is open. */
  readonly #outer: Frame[] = []
  #frame: Frame
  #annex: Annex | undefined
  /** Headings whose place the next paragraph decides. */
  #waiting: Item[] = []
  /** The paragraph that a table was put behind: its list goes on behind that. */
  #interrupted: Frame['paragraph']

  constructor(front: Front, context: NestContext) {
    this.#context = {
      ...context,
      odd: (item) => this.#tellOdd(item),
      unplaced: (node) => this.#tellUnplaced(node),
    }
    this.#frame = new Frame(this.#context)
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

  /** Go on with the list of the open paragraph behind headings or a table that are inside of it. */
  goOn(): boolean {
    const frame = this.#frame
    const { paragraph } = frame
    if (this.#annex || !paragraph || paragraph.type === 'annexParagraph') return false
    if (this.#waiting.length === 0 && this.#interrupted !== paragraph) return true
    this.placeHeadings(paragraph.type === 'preambularParagraph' ? 'preamble' : 'operative')
    frame.reopen(paragraph)
    return true
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
    // Two drafts in one paragraph are side by side, not one in the other.
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

  /** A formula behind the text of an annex is of that text, with the headings before it; a further one is not. */
  speakInAnnex(annex: Annex, item: Item): void {
    this.addAnnexParagraph(annex, item)
    this.enact(item)
  }

  /** Add a line to the closing; it ends all that is open. */
  close(item: Item): void {
    const frame = this.#outer[0] ?? this.#frame
    this.placeHeadings()
    this.#outer.length = 0
    this.#frame = frame
    frame.closing ??= closingOf(this.#annex ? this.#lastResolution : frame.resolution)
    frame.paragraph = undefined
    addClosing(frame.closing, item, this.#context)
  }

  /** Whose annex is open: its closing may be behind the annex. */
  get #lastResolution(): Resolution {
    const isResolution = (node: RootContent): node is Resolution => node.type === 'resolution'
    return this.#roots.findLast(isResolution) ?? this.#frame.resolution
  }

  addTable(item: Item): void {
    const node = table(item.block, this.#context)
    const frame = this.#frame
    const inPreamble = !this.#annex && !frame.operative && (frame.preamble || frame.hasOrganLine)
    this.placeHeadings(inPreamble ? 'preamble' : undefined)
    if (this.#annex) this.#annex.children.push(node)
    else if (inPreamble) frame.startPreamble().children.push(node)
    else if (!frame.operative) frame.resolution.children.push(node)
    else frame.container.children.push(node)
    this.#interrupted = frame.paragraph
  }

  /** Begin a paragraph: a closing above it was none, or ended the resolution before. */
  begin(): void {
    if (!this.#frame.closing || this.#annex) return
    if (this.#waiting.length === 0) this.#frame.reopenClosing()
    else this.openUntitled()
  }

  /** Open a resolution without enacting formula, whose titles wait. */
  openUntitled(): void {
    const heads = this.#waiting
    this.#waiting = []
    const before = this.#frame.resolution
    this.#frame = new Frame(this.#context)
    this.#roots.push(this.#frame.resolution)
    addTitles(this.#frame.resolution, heads, before, this.#context)
  }

  #tellOdd({ label, block }: Item): void {
    const { messages, places } = this.#context
    messages.push(
      message('label-order', { found: label ?? '', expected: 'the next one' }, places.of(block.text)),
    )
  }

  #tellUnplaced(node: Unknown): void {
    this.#context.messages.push(message('unknown-block', { text: plainText(node) }, node.position))
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
      } else if (frame.closing && (part === undefined || !frame.operative)) {
        // In the operative part, or in one that it opened, it would not be behind the closing.
        this.addUnknown(head)
      } else if (part === 'preamble' && frame.isBare) {
        // Before all paragraphs: an operative part that it opened would be before the preamble.
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

  /** Keep what no rule can place where it is. */
  addUnknown(item: Item): void {
    // Headings that wait are before it, whatever it is.
    if (this.#waiting.length > 0 && !this.#waiting.includes(item)) this.placeHeadings()
    // The label is text like any other where it labels nothing.
    const node = unknownNode(item.label === null ? item.text : item.block.text, this.#context)
    const frame = this.#frame
    if (this.#annex) this.#annex.children.push(node)
    else if (frame.closing) this.#roots.push(node)
    else if (frame.operative) frame.container.children.push(node)
    else if (frame.preamble) frame.preamble.children.push(node)
    else frame.resolution.children.push(node)
  }
}

/** The closing of a resolution, begun if it has none. */
function closingOf(resolution: Resolution): Closing {
  const known = resolution.children.find((child) => child.type === 'closing')
  if (known) return known
  const closing: Closing = { type: 'closing', children: [] }
  resolution.children.push(closing)
  return closing
}
