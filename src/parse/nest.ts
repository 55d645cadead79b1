/**
 * Items → resolutions and annexes. One item at a time; what an item becomes
 * depends on what is open. Nothing is refused: what fits nowhere is `unknown`.
 */
import type { VFileMessage } from 'vfile-message'
import { concat } from '../block.js'
import { message } from '../message.js'
import type { Annex, PhraseRole, Quotation, Resolution, RootContent, Unknown } from '../tree/types.js'
import { type Item, isSentence } from './classify.js'
import { addClosing, isVoteOpen } from './closing.js'
import { Frame, sectionDepth } from './frame.js'
import type { Front } from './front.js'
import { type InlineContext, leadPhrase, plainContent } from './inline.js'
import { heading, organLine, table } from './nodes.js'
import { enclose } from './place.js'
import { addTitles } from './titles.js'

export interface NestContext extends InlineContext {
  messages: VFileMessage[]
}

/** How much of an unexpected text a message shows. */
const shown = 40

/** Build the resolutions and annexes of a document from its classified blocks. */
export function nest(items: readonly Item[], front: Front, context: NestContext): RootContent[] {
  const body = new Body(items, front, context)
  for (const [index, item] of items.entries()) body.add(item, index)
  return body.finish()
}

class Body {
  readonly #items: readonly Item[]
  readonly #context: NestContext
  readonly #roots: RootContent[] = []
  readonly #outer: Frame[] = []
  #frame: Frame
  #annex: Annex | undefined
  /** Words of the last paragraph or item: a colon at their end announces what follows. */
  #lastText = ''
  /** Headings whose place the next paragraph decides. */
  #pending: Item[] = []

  constructor(items: readonly Item[], front: Front, context: NestContext) {
    this.#items = items
    this.#context = context
    this.#frame = new Frame(context)
    const { resolution } = this.#frame
    resolution.number = front.number
    resolution.designation = front.designation
    resolution.children.push(...front.titles)
    this.#roots.push(resolution)
  }

  add(item: Item, index: number): void {
    const frame = this.#frame
    // A vote's lists of names are paragraphs to no one.
    if (frame.closing && isVoteOpen(frame.closing)) {
      addClosing(frame.closing, item, this.#context)
      return
    }
    switch (item.role) {
      case 'organLine':
        this.#organLine(item)
        break
      case 'number':
        this.#number(item)
        break
      case 'label':
        this.#label(item, index)
        break
      case 'preambularNumber':
      case 'preambular':
        this.#preambular(item, index)
        break
      case 'operative':
        this.#operative(item, index)
        break
      case 'sectionHeading':
      case 'designation':
      case 'heading':
      case 'resolutionTitle':
      case 'draftHeading':
        if (frame.awaitsText && item.role === 'heading') frame.resume(item)
        else this.#pending.push(item)
        break
      case 'annexHeading':
        this.#annexHeading(item)
        break
      case 'meeting':
      case 'vote':
        this.#closing(item)
        break
      case 'date':
        if (frame.closing || this.#items[index + 1]?.role === 'meeting') this.#closing(item)
        else this.#text(item)
        break
      case 'table':
        this.#table(item)
        break
      case 'text':
        this.#text(item)
        break
    }
  }

  finish(): RootContent[] {
    this.#flush()
    return this.#roots.filter((node) => node.type !== 'resolution' || node.children.length > 0)
  }

  #organLine(item: Item): void {
    const frame = this.#frame
    if (this.#annex?.children.every((child) => child.type === 'heading')) {
      this.#annexed(this.#annex, item)
      return
    }
    const heads = this.#pending
    if (!frame.hasParagraphs && !frame.resolution.children.some((child) => child.type === 'organLine')) {
      this.#pending = []
      this.#title(heads)
      frame.resolution.children.push(organLine(item, this.#context))
      return
    }
    if (!this.#annex && frame.paragraph && (this.#opensDraft() || item.text.value.startsWith('“'))) {
      this.#nested(item)
      return
    }
    const [head] = heads
    const label = head?.title ?? ''
    if (
      !this.#annex &&
      frame.operative &&
      head?.role === 'sectionHeading' &&
      sectionDepth(label, this.#context.grammar) === 1 &&
      !frame.closing
    ) {
      this.#flush()
      frame.section?.children.push(organLine(item, this.#context))
      return
    }
    this.#outer.length = 0
    this.#annex = undefined
    this.#pending = []
    this.#frame = new Frame(this.#context)
    this.#roots.push(this.#frame.resolution)
    this.#title(heads)
    this.#frame.resolution.children.push(organLine(item, this.#context))
  }

  /** The text annexed is a resolution itself. */
  #annexed(annex: Annex, item: Item): void {
    this.#flush()
    this.#annex = undefined
    this.#frame = new Frame(this.#context)
    this.#frame.resolution.children.push(organLine(item, this.#context))
    annex.children.push(this.#frame.resolution)
  }

  /** The last paragraph asks for the adoption of the draft that follows it. */
  #opensDraft(): boolean {
    if (this.#pending.some((item) => item.role === 'draftHeading')) return true
    const last = this.#lastText
    return this.#context.grammar.findAll('nestedDraft', last).length > 0
  }

  #nested(item: Item): void {
    const heads = this.#pending
    this.#pending = []
    const outer = this.#frame
    // Two drafts in one paragraph stand side by side, not one in the other.
    const parent = this.#outer.at(-1) ?? outer
    const siblings = this.#outer.length > 0
    const last = parent.container.children.at(-1)
    const quotation: Quotation =
      siblings && last?.type === 'quotation' ? last : { type: 'quotation', children: [] }
    if (quotation !== last) parent.container.children.push(quotation)
    if (!siblings) this.#outer.push(outer)
    this.#frame = new Frame(this.#context)
    quotation.children.push(this.#frame.resolution)
    this.#title(heads)
    this.#frame.resolution.children.push(organLine(item, this.#context))
  }

  #title(heads: readonly Item[]): void {
    const { resolution } = this.#frame
    const before = this.#roots.findLast(
      (node): node is Resolution => node.type === 'resolution' && node !== resolution,
    )
    addTitles(resolution, heads, before, this.#context)
  }

  /** A nested draft ends with its closing quotation mark, or where the outer numbers go on. */
  #leaveDraft({ label, number }: Item): void {
    const outer = this.#outer.at(-1)
    if (!outer || !number) return
    const quoted = /^[“"«‘„]/u.test(label ?? '')
    const closed = /[”"»]$/u.test(this.#lastText) && !quoted
    const goesOn = number.value === outer.lastNumber + 1 && number.value !== this.#frame.lastNumber + 1
    if (!closed && !goesOn) return
    this.#outer.pop()
    this.#frame = outer
  }

  #number(item: Item): void {
    this.#leaveDraft(item)
    const frame = this.#frame
    if (this.#annex) {
      this.#flush()
      frame.addAnnexParagraph(this.#annex, item)
      return
    }
    if (!frame.operative && this.#isNumberedRecital(item)) {
      this.#flush('preamble')
      frame.addPreambular(item, 'preambular')
      this.#lastText = item.text.value
      return
    }
    this.#flush('operative')
    this.#checkNumber(item)
    frame.addOperative(item, 'operative')
    this.#lastText = item.text.value
  }

  /** Some working drafts number the preamble too. */
  #isNumberedRecital(item: Item): boolean {
    if (!/[,，،]$/u.test(item.text.value)) return false
    const lead = leadPhrase(item.text, 'any', this.#context.grammar)
    return lead?.known === true && lead.role === 'preambular'
  }

  #checkNumber({ number, block }: Item): void {
    const { lastNumber } = this.#frame
    if (!number) return
    const { value, suffix, alternative } = number
    const expected = lastNumber + 1
    if (value === expected || value === 1 || ((suffix || alternative) && value === lastNumber)) return
    const { messages, places } = this.#context
    messages.push(message('number-gap', { found: value, expected }, places.of(block.text)))
  }

  #label(item: Item, index: number): void {
    const listed = this.#listed(item)
    if (listed) {
      if (listed === 'preambular') this.#preambular({ ...item, role: listed }, index)
      else this.#operative({ ...item, role: listed }, index)
      return
    }
    const next = this.#items[index + 1]
    const following = next?.role === 'label' ? (next.label ?? undefined) : undefined
    if (this.#pending.length === 0 && this.#frame.addSubparagraph(item, following)) {
      this.#lastText = item.text.value
      return
    }
    if (this.#annex) {
      this.#flush()
      this.#frame.addAnnexParagraph(this.#annex, item)
      return
    }
    // A heading inside a list: the list goes on after it.
    this.#flush()
    if (!this.#frame.addSubparagraph(item, following)) this.#unknown(item)
  }

  /** Sites make a list of the paragraphs themselves: a bullet that opens as one does, and stands in no other. */
  #listed({ label, text }: Item): PhraseRole | undefined {
    const open = this.#frame.paragraph
    if (this.#annex || !isBullet(label) || (open && !isBullet(open.label))) return undefined
    const lead = leadPhrase(text, 'any', this.#context.grammar)
    return lead?.known ? lead.role : undefined
  }

  #preambular(item: Item, index: number): void {
    const frame = this.#frame
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (this.#annex) {
      this.#annexText(item)
      return
    }
    const opensSection = this.#pending.some(
      (head) => head.role === 'sectionHeading' || head.role === 'designation',
    )
    if (opensSection || (frame.operative && frame.sectionIsNew)) {
      this.#flush('operative')
      frame.addPreambular(item, 'preambular')
    } else if (!frame.operative || frame.openPreamble) {
      this.#flush('preamble')
      frame.addPreambular(item, 'preambular')
    } else if (item.role === 'preambular' && this.#numbersFollow(index)) {
      this.#text(item)
      return
    } else {
      this.#flush('operative')
      frame.addOperative(item, 'preambular')
    }
    this.#lastText = item.text.value
  }

  #operative(item: Item, index: number): void {
    const frame = this.#frame
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (this.#annex) {
      this.#annexText(item)
      return
    }
    // Where the operative part is numbered, it begins at its first number.
    if (!frame.operative && this.#numbersFollow(index) && frame.preamble) {
      this.#flush('preamble')
      frame.addPreambular(item, 'operative')
    } else {
      this.#flush('operative')
      frame.addOperative(item, 'operative')
    }
    this.#lastText = item.text.value
  }

  /** A numbered paragraph comes before the next enacting formula, annex or section. */
  #numbersFollow(index: number): boolean {
    for (let at = index + 1; at < this.#items.length; at++) {
      const role = this.#items[at]?.role
      if (role === 'number') return true
      if (role === 'organLine' || role === 'annexHeading' || role === 'meeting') return false
    }
    return false
  }

  #text(item: Item): void {
    const frame = this.#frame
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (this.#annex) {
      this.#annexText(item)
      return
    }
    if (frame.closing) {
      this.#unknown(item)
      return
    }
    const resumes =
      frame.paragraph && this.#pending.length === 0 && (frame.hasList || /[:：]$/u.test(this.#lastText))
    if (resumes && frame.resume(item)) {
      this.#lastText = item.text.value
      return
    }
    const hasOrganLine = frame.resolution.children.some((child) => child.type === 'organLine')
    if (frame.openPreamble || (hasOrganLine && !frame.operative)) {
      if (isSentence(item.text.value)) {
        this.#flush('preamble')
        frame.addPreambular(item, 'preambular')
        this.#lastText = item.text.value
        return
      }
    } else if (frame.operative && this.#pending.length > 0 && isSentence(item.text.value)) {
      // Under a heading of a declaration, a sentence without number is a paragraph of its own.
      this.#flush('operative')
      frame.addOperative(item, 'operative')
      this.#lastText = item.text.value
      return
    } else if (frame.paragraph && this.#pending.length === 0 && /^\p{Ll}/u.test(item.text.value)) {
      frame.resume(item)
      this.#lastText = item.text.value
      return
    }
    this.#unknown(item)
  }

  #annexHeading(item: Item): void {
    const frame = this.#frame
    if (!this.#annex && !frame.hasParagraphs) {
      this.#pending.push(item)
      return
    }
    this.#flush()
    const label = this.#context.grammar.match('annexHeading', item.text.value)?.groups?.label ?? null
    this.#annex = { type: 'annex', label, children: [heading(item, 1, this.#context)] }
    this.#outer.length = 0
    this.#frame = new Frame(this.#context)
    this.#roots.push(this.#annex)
  }

  #annexText(item: Item): void {
    this.#flush()
    const annex = this.#annex
    if (!annex) {
      this.#unknown(item)
      return
    }
    const { paragraph } = this.#frame
    if (paragraph && /^\p{Ll}/u.test(item.text.value) && this.#frame.hasList) {
      this.#frame.resume(item)
      return
    }
    this.#frame.addAnnexParagraph(annex, item)
  }

  #closing(item: Item): void {
    const frame = this.#outer[0] ?? this.#frame
    this.#flush()
    this.#outer.length = 0
    this.#frame = frame
    if (!frame.closing) {
      frame.closing = { type: 'closing', children: [] }
      frame.resolution.children.push(frame.closing)
    }
    frame.paragraph = undefined
    addClosing(frame.closing, item, this.#context)
  }

  #table(item: Item): void {
    const node = table(item, this.#context)
    this.#flush()
    if (this.#annex) this.#annex.children.push(node)
    else this.#frame.container.children.push(node)
  }

  /** Put the headings that wait where the paragraph after them goes. */
  #flush(part?: 'preamble' | 'operative'): void {
    const heads = this.#pending
    this.#pending = []
    const frame = this.#frame
    for (const head of heads) {
      if (this.#annex) {
        const titled = this.#annex.children.some((child) => child.type !== 'heading')
        this.#annex.children.push(heading(head, titled ? 2 : 1, this.#context))
        frame.paragraph = undefined
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
      } else this.#unknown(head)
    }
  }

  #unknown(item: Item): void {
    // Headings that wait stand before it, whatever it is.
    if (this.#pending.length > 0 && !this.#pending.includes(item)) this.#flush()
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

function isBullet(label: string | null): boolean {
  return label !== null && !/[\p{L}\p{N}]/u.test(label)
}
