/**
 * Items → resolutions and annexes. One item at a time; what an item becomes
 * depends on what is open. Nothing is refused: what fits nowhere is `unknown`.
 */

import type { Label } from '../language/openings.js'
import type { Grammar } from '../language/types.js'
import { slice } from '../model/block.js'
import { message } from '../model/message.js'
import type { Annex, PhraseRole, RootContent } from '../model/tree/types.js'
import { Ahead, endsRecital } from './ahead.js'
import { Body, type NestContext } from './body.js'
import { behindLabel, type Item, isSentence, partOf } from './classify.js'
import { sectionDepth } from './frame.js'
import type { Front } from './front.js'
import { organLine } from './nodes.js'

/** Build the resolutions and annexes of a document from its classified blocks. */
export function nest(items: readonly Item[], front: Front, context: NestContext): RootContent[] {
  const nester = new Nester(items, new Body(front, context), context)
  return nester.nest()
}

class Nester {
  readonly #items: readonly Item[]
  readonly #body: Body
  readonly #context: NestContext
  readonly #ahead: Ahead
  /** Words of the last paragraph or item: a colon at their end announces what follows. */
  #lastText = ''

  constructor(items: readonly Item[], body: Body, context: NestContext) {
    this.#items = items
    this.#body = body
    this.#context = context
    this.#ahead = new Ahead(items, context.openings)
  }

  nest(): RootContent[] {
    for (const [index, item] of this.#items.entries()) this.#add(item, index)
    return this.#body.finish()
  }

  #add(item: Item, index: number): void {
    const body = this.#body
    const { frame } = body
    if (body.isVoteOpen || (frame.closing && this.#goesOnClosing(item))) {
      body.close(item)
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
        else body.wait(item)
        break
      case 'annexHeading':
        this.#annexHeading(item)
        break
      case 'meeting':
      case 'vote':
        body.close(item)
        break
      case 'date':
        if (frame.closing || this.#items[index + 1]?.role === 'meeting') body.close(item)
        else this.#text(item)
        break
      case 'table':
        body.addTable(item)
        break
      case 'text':
        this.#text(item)
        break
    }
  }

  /** Under the meeting: on whose report, and the record of the meeting. */
  #goesOnClosing({ block: { text } }: Item): boolean {
    const found = this.#context.grammar.matchAny(['meetingReport', 'meetingRecord'], text.value)
    return found?.match[0].length === text.value.length
  }

  #organLine(item: Item): void {
    const body = this.#body
    const { frame, annex, waiting } = body
    if (annex?.children.every((child) => child.type === 'heading')) body.openAnnexed(annex, item)
    else if (annex && !frame.hasOrganLine) body.speakInAnnex(annex, item)
    else if (!frame.hasParagraphs && !frame.hasOrganLine) body.enact(item)
    else if (!annex && frame.paragraph && (this.#announcesDraft() || item.text.value.startsWith('“')))
      body.openDraft(item)
    else if (!annex && frame.operative && !frame.closing && opensSection(waiting, this.#context.grammar)) {
      body.placeHeadings()
      frame.section?.children.push(organLine(item, this.#context))
    } else body.openResolution(item)
  }

  /** The last paragraph asks for the adoption of the draft that follows it. */
  #announcesDraft(): boolean {
    if (this.#body.waiting.some((item) => item.role === 'draftHeading')) return true
    const last = this.#lastText
    return this.#context.grammar.findAll('nestedDraft', last).length > 0
  }

  /** A nested draft ends with its closing quotation mark, or where the outer numbers go on. */
  #leaveDraft({ label, number }: Item): void {
    const { outer, frame } = this.#body
    if (!outer || !number) return
    const quoted = /^[“"«‘„]/u.test(label ?? '')
    const closed = /[”"»]$/u.test(this.#lastText) && !quoted
    const goesOn = number.value === outer.lastNumber + 1 && number.value !== frame.lastNumber + 1
    if (closed || goesOn) this.#body.leaveDraft()
  }

  #number(item: Item): void {
    this.#leaveDraft(item)
    this.#body.begin()
    const { frame, annex } = this.#body
    if (annex) {
      this.#body.addAnnexParagraph(annex, item)
      return
    }
    if (!frame.operative && this.#isNumberedRecital(item)) {
      this.#body.placeHeadings('preamble')
      this.#checkNumber(item)
      frame.addPreambular(item, 'preambular')
      // The operative part goes on with the count, or begins its own.
      frame.lastNumber = item.number?.value ?? frame.lastNumber
      this.#lastText = item.text.value
      return
    }
    this.#body.placeHeadings('operative')
    this.#checkNumber(item)
    const first = this.#context.openings.label(item.text)
    if (first?.kind === 'label') this.#openWithItem(item, first)
    else frame.addOperative(item, 'operative')
    this.#lastText = item.text.value
    this.#checkInside(item)
  }

  /** `5. (a) Requests …`: the paragraph has no words before its first item. */
  #openWithItem(item: Item, { end }: Label): void {
    const { frame } = this.#body
    const { text } = item
    frame.addOperative({ ...item, text: slice(text, 0, 0) }, 'operative')
    // The marks at the very beginning are the paragraph's.
    const own = { ...text, marks: text.marks.filter((mark) => mark.end > 0) }
    const label = text.value.slice(0, end).trim()
    frame.addSubparagraph(
      { ...item, role: 'label', label, number: null, text: behindLabel(own, end) },
      undefined,
    )
  }

  /** Some bodies number the preamble too; where its paragraphs end as steps do, what opens them tells, and that they ask for nothing. */
  #isNumberedRecital({ text, number }: Item): boolean {
    if (!this.#ahead.opensRecital(text)) return false
    if (endsRecital.test(text.value)) return true
    const { lastNumber, preamble } = this.#body.frame
    if (number?.value !== lastNumber + 1 || (lastNumber === 0 && preamble)) return false
    // Where verbs have one form for both parts, as in Chinese, what opens a step opens recitals, too.
    const step = this.#context.openings.lead(text, 'operative')
    if (!/[;；؛]$/u.test(text.value) || (step?.known && step.role === 'operative')) return false
    return this.#context.grammar.later(text.value, 0, 'operative').length === 0
  }

  #checkNumber({ number, block, repeats, label, isOddNumber }: Item): void {
    const { lastNumber } = this.#body.frame
    if (!number) return
    const { messages, places } = this.#context
    if (isOddNumber)
      messages.push(
        message('number-form', { found: label ?? '', expected: number.value }, places.of(block.text)),
      )
    const { value, suffix, alternative } = number
    const expected = lastNumber + 1
    if (!repeats && (value === expected || value === 1 || ((suffix || alternative) && value === lastNumber)))
      return
    messages.push(message('number-gap', { found: repeats ? 1 : value, expected }, places.of(block.text)))
  }

  #label(item: Item, index: number): void {
    const listed = this.#listed(item)
    if (listed) {
      if (listed === 'preambular') this.#preambular({ ...item, role: listed }, index)
      else this.#operative({ ...item, role: listed }, index)
      return
    }
    if (this.#isLetteredRecital(item)) {
      this.#preambular({ ...item, role: 'preambular' }, index)
      return
    }
    const body = this.#body
    const { frame, annex } = body
    const next = this.#items[index + 1]
    const following = next?.role === 'label' ? (next.label ?? undefined) : undefined
    if (annex) {
      if (body.waiting.length > 0 || !frame.addSubparagraph(item, following))
        body.addAnnexParagraph(annex, item)
      else this.#lastText = item.text.value
      return
    }
    // Headings inside a list: the list goes on behind them.
    if (body.goOn() && frame.addSubparagraph(item, following)) this.#lastText = item.text.value
    else {
      body.placeHeadings()
      body.addUnknown(item)
    }
  }

  /** Some bodies letter the preamble: behind the formula, or behind such a recital, a label before words that open recitals. */
  #isLetteredRecital({ text }: Item): boolean {
    const { annex, frame } = this.#body
    const open = frame.paragraph
    if (annex || frame.operative || !frame.hasOrganLine || !/[,;:.，；：。،؛]$/u.test(text.value))
      return false
    if (open && (open.type !== 'preambularParagraph' || !/[\p{L}\p{N}]/u.test(open.label ?? ''))) return false
    return this.#ahead.opensRecital(text)
  }

  /**
   * Sites and speeches make a list of the paragraphs themselves: a bullet that opens as one does, and
   * is in no other; below recitals one with an operative verb, and below such a one its like.
   */
  #listed({ label, text }: Item): PhraseRole | undefined {
    const { annex, frame } = this.#body
    const open = frame.paragraph
    if (annex || !isBullet(label)) return undefined
    const { openings } = this.#context
    const isSibling = isBullet(open?.label ?? null)
    const lead = openings.lead(text, 'any')
    if ((!open || isSibling) && lead?.known) return partOf(lead, text, openings)
    if (!open || frame.hasList || announces.test(this.#lastText)) return undefined
    if (isSibling) return open.type === 'operativeParagraph' && open.label === label ? 'operative' : undefined
    const isOperative = lead?.known && partOf(lead, text, openings) === 'operative'
    return isOperative && open.type === 'preambularParagraph' ? 'operative' : undefined
  }

  #preambular(item: Item, index: number): void {
    const body = this.#body
    body.begin()
    if (this.#opensAnother(item, index)) body.openUntitled()
    const { frame, annex } = body
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (annex) {
      this.#annexText(annex, item)
      return
    }
    const inSection = body.waiting.some(
      (head) => head.role === 'sectionHeading' || head.role === 'designation',
    )
    if (inSection || (frame.operative && frame.sectionIsNew)) {
      body.placeHeadings('operative')
      frame.addPreambular(item, 'preambular')
    } else if (!frame.operative || frame.openPreamble) {
      body.placeHeadings('preamble')
      frame.addPreambular(item, 'preambular')
    } else if (item.role === 'preambular' && this.#ahead.numbersFollow(index)) {
      this.#text(item)
      return
    } else {
      body.placeHeadings('operative')
      frame.addOperative(item, 'preambular')
    }
    this.#lastText = item.text.value
    this.#checkInside(item)
  }

  /** Below a heading behind a finished operative part, a recital before a first number is another resolution's. */
  #opensAnother({ isKnown }: Item, index: number): boolean {
    const { annex, frame, waiting } = this.#body
    if (annex || !isKnown || waiting[0]?.role !== 'heading' || !frame.lastNumber || frame.awaitsText)
      return false
    return /[.。]$/u.test(this.#lastText) && this.#ahead.firstNumberFollows(index)
  }

  /** Operative words behind a step inside a paragraph: a label that no rule knows was lost there. */
  #checkInside({ text }: Item): void {
    const { messages, places, openings } = this.#context
    for (const { 0: joint, index } of text.value.matchAll(lostLabel)) {
      const words = slice(text, index + joint.length)
      const lead = openings.lead(words, 'operative')
      if (!lead?.known || lead.role !== 'operative' || lead.start > 0) continue
      const found = words.value.slice(lead.start, lead.end)
      messages.push(
        message('operative-inside', { text: found }, places.of(slice(words, lead.start, lead.end))),
      )
    }
  }

  #operative(item: Item, index: number): void {
    const body = this.#body
    body.begin()
    // Each decision that is told has a title of its own.
    if (
      item.isTold &&
      body.frame.hasParagraphs &&
      body.waiting.some(({ role }) => role === 'resolutionTitle')
    )
      body.openUntitled()
    const { frame, annex } = body
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (annex) {
      this.#annexText(annex, item)
      return
    }
    // Where the operative part is numbered, it begins at its first number, unless a colon announces what is numbered.
    const isChapeau = item.isKnown && announces.test(item.text.value)
    if (
      !frame.operative &&
      !isChapeau &&
      this.#ahead.isRecital(item, index, frame.preamble ? this.#lastText : undefined)
    ) {
      body.placeHeadings('preamble')
      frame.addPreambular(item, 'operative')
    } else {
      body.placeHeadings('operative')
      frame.addOperative(item, 'operative')
    }
    this.#lastText = item.text.value
  }

  #text(item: Item): void {
    const body = this.#body
    const { frame, annex } = body
    if (frame.awaitsText) {
      frame.resume(item)
      return
    }
    if (annex) {
      this.#annexText(annex, item)
      return
    }
    if (frame.closing) {
      body.addUnknown(item)
      return
    }
    const resumes =
      frame.paragraph && body.waiting.length === 0 && (frame.hasList || announces.test(this.#lastText))
    if (resumes && frame.resume(item)) {
      this.#lastText = item.text.value
      return
    }
    if (frame.openPreamble || (frame.hasOrganLine && !frame.operative)) {
      if (isSentence(item.text.value)) {
        body.placeHeadings('preamble')
        frame.addPreambular(item, 'preambular')
        this.#lastText = item.text.value
        return
      }
    } else if (frame.operative && body.waiting.length > 0 && isSentence(item.text.value)) {
      // Under a heading of a declaration, a sentence without number is a paragraph of its own.
      body.placeHeadings('operative')
      frame.addOperative(item, 'operative')
      this.#lastText = item.text.value
      return
    } else if (frame.paragraph && body.waiting.length === 0 && /^\p{Ll}/u.test(item.text.value)) {
      frame.resume(item)
      this.#lastText = item.text.value
      return
    }
    body.addUnknown(item)
  }

  #annexHeading(item: Item): void {
    const { annex, frame } = this.#body
    if (!annex && !frame.hasParagraphs) this.#body.wait(item)
    else this.#body.openAnnex(item)
  }

  #annexText(annex: Annex, item: Item): void {
    const body = this.#body
    body.placeHeadings()
    const { paragraph, hasList } = body.frame
    if (paragraph && /^\p{Ll}/u.test(item.text.value) && hasList) body.frame.resume(item)
    else body.addAnnexParagraph(annex, item)
  }
}

/** The end of a step, and what may be a label behind it. */
const lostLabel = /(?:[,;.،؛，；]\s{1,3}[[(№§]?\s?\p{N}{1,3}[\])°.,:-]{0,2}|;)\s{1,3}(?=\p{Lu})/gu

/** A section of the first order may have an enacting formula of its own. */
function opensSection([head]: readonly Item[], grammar: Grammar): boolean {
  return head?.role === 'sectionHeading' && sectionDepth(head.title ?? '', grammar) === 1
}

/** What follows is a part of the paragraph. */
const announces = /[:：]$/u

function isBullet(label: string | null): boolean {
  return label !== null && !/[\p{L}\p{N}]/u.test(label)
}
