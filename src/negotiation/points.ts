/** Spans, options and alternative paragraphs → open points: what there is to choose from, and who wants what. */
import type { Negotiating } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import type { Attribution, Extent, PointKind } from '../model/negotiation.js'
import { type Draft, everySpan, glyphs, kindOf, without } from './extents.js'
import { joinItems } from './lists.js'
import { before, type OptionGroup } from './options.js'
import type { Piece } from './paragraphs.js'
import { type Proposal, proposalOf } from './proposals.js'
import type { Place, Span } from './spans.js'
import { Stretches } from './stretches.js'

export interface Drafted {
  points: Draft[]
  /** What is still to be filled in. */
  blanks: Extent[]
}

/** A name in parentheses behind what it is about. */
const aside = /^\s?\((?<words>[^()[\]]{1,120})\)/u
/** What may stand between two texts of one choice. */
const joint = /^(?:\s?\/\s?)?$/u

export function draftPoints(
  pieces: readonly Piece[],
  spans: readonly Span[],
  groups: readonly OptionGroup[],
  { words, openings }: { words: Negotiating; openings: Openings },
): Drafted {
  return new Drafting(pieces, words, openings).run(spans, groups)
}

class Drafting {
  readonly #pieces: readonly Piece[]
  readonly #stretch: Stretches
  readonly #words: Negotiating
  readonly #openings: Openings
  readonly #points: Draft[] = []
  readonly #blanks: Extent[] = []
  /** Spans that are part of another point. */
  readonly #taken = new Set<Span>()

  constructor(pieces: readonly Piece[], words: Negotiating, openings: Openings) {
    this.#pieces = pieces
    this.#stretch = new Stretches(pieces)
    this.#words = words
    this.#openings = openings
  }

  run(spans: readonly Span[], groups: readonly OptionGroup[]): Drafted {
    for (const group of groups) this.#options(group, spans)
    this.#alternativeParagraphs(spans)
    this.#newParagraphs()
    this.#siblings(spans)
    this.#asides()
    return { points: joinItems(this.#points, this.#pieces), blanks: this.#blanks }
  }

  // ------------------------------------------------------------- options

  #options({ options }: OptionGroup, spans: readonly Span[]): void {
    const signs: Extent[] = []
    const places = options.map(({ label, end }) => {
      signs.push(label)
      return this.#stretch.between({ paragraph: label.paragraph, offset: label.end }, end)
    })
    const first = options[0]?.label
    if (!first) return
    // A bracket that opens right before a label is around the option, or around all of them.
    for (const span of everySpan(spans)) {
      if (span.what !== 'bracket') continue
      const opened = options.find(
        ({ label }) =>
          label.paragraph === span.start.paragraph &&
          label.start >= span.start.offset + 1 &&
          /^[\s[*]*$/u.test(this.#stretch.text(label.paragraph).slice(span.start.offset + 1, label.start)),
      )
      if (!opened) continue
      this.#taken.add(span)
      signs.push(...glyphs(span))
    }
    const depth = everySpan(spans).filter(
      (span) =>
        !this.#taken.has(span) &&
        span.what === 'bracket' &&
        !before({ paragraph: first.paragraph, offset: first.start }, span.start) &&
        before({ paragraph: first.paragraph, offset: first.start }, span.end),
    ).length
    const inside = places.map((stretches) =>
      stretches.flatMap((one) => without(one, signs)).filter(({ start, end }) => end > start),
    )
    this.#points.push({ kind: 'options', depth: depth + 1, whole: true, by: [], places: inside, signs })
  }

  // ------------------------------------------------------------- alternative paragraphs

  #alternativeParagraphs(spans: readonly Span[]): void {
    for (let at = 1; at < this.#pieces.length; at++) {
      const piece = this.#pieces[at] as Piece
      if (!piece.isAlternative) continue
      const base = this.#baseOf(at)
      if (base === null) {
        this.#newParagraph(at)
        continue
      }
      const others = [at]
      while (this.#pieces[at + 1]?.isAlternative && this.#sameNumber(at + 1, at)) others.push(++at)
      const signs: Extent[] = []
      const by: Attribution[] = []
      const first = others[0] ?? at
      const option = (from: number, to: number, index: number): Extent[] => {
        const body = this.#stretch.body(from)
        const named = index > 1 ? this.#named(body) : null
        if (named) {
          signs.push(named.sign)
          by.push(...named.by.map((one) => ({ ...one, option: index })))
          body.start = named.sign.end
        }
        const behind = index > 1 && !named && to === from + 1 ? this.#namedBehind(body) : null
        if (behind) {
          signs.push(behind.sign)
          by.push(...behind.by.map((one) => ({ ...one, option: index })))
          body.end = behind.sign.start
          const own = spans.find(
            (one) => one.start.paragraph === from && one.start.offset >= behind.sign.start,
          )
          if (own) this.#taken.add(own)
        }
        const span = spans.find(
          (one) => one.what === 'bracket' && one.start.paragraph === from && this.#stretch.covers(one, body),
        )
        if (!span || span.start.paragraph !== span.end.paragraph) {
          const more = Array.from({ length: to - from - 1 }, (_, more) =>
            this.#stretch.body(from + 1 + more, 0),
          )
          return [body, ...more]
        }
        const proposal = this.#proposal(span)
        this.#taken.add(span)
        signs.push(...glyphs(span), ...proposal.signs.map((part) => ({ paragraph: from, ...part })))
        by.push(...proposal.by.map(({ who, act }) => ({ who, act, option: index })))
        const [part] = proposal.options
        return [
          {
            paragraph: from,
            start: part?.start ?? body.start,
            end: proposal.options.at(-1)?.end ?? body.end,
          },
        ]
      }
      const places = [option(base, first, 1), ...others.map((one, index) => option(one, one + 1, index + 2))]
      this.#points.push({ kind: 'alternative-paragraph', depth: 1, whole: true, by, places, signs })
    }
  }

  /** The paragraph for which another is proposed: the one of its number, or the one above. */
  #baseOf(at: number): number | null {
    const { label } = this.#pieces[at] as Piece
    for (let back = at - 1; back >= 0; back--) {
      const piece = this.#pieces[back] as Piece
      if (piece.isHeading || piece.isFormula) return null
      if (piece.isAlternative || piece.label?.part === 'sub') continue
      if (label?.value == null) return back
      if (piece.label?.value === label.value && (piece.label.suffix ?? null) === label.suffix) return back
      if (piece.label) return null
    }
    return null
  }

  /** "OP5 alt (EU) …", "OP5 bis EU: …": names between a label and its words. */
  #named({ paragraph, start, end }: Extent): { by: Attribution[]; sign: Extent } | null {
    const value = this.#stretch.text(paragraph).slice(start, end)
    const match = /^\s*\((?<names>[^()[\]]{1,80})\)\s*:?\s*/u.exec(value)
    const names = match?.groups?.names
    const by = names !== undefined && this.#words.isParties(names) ? this.#words.tail(names, 0) : null
    if (match && by) return { by, sign: { paragraph, start, end: start + match[0].length } }
    const head = this.#words.head(value)
    return head && { by: head.by, sign: { paragraph, start, end: start + head.end } }
  }

  /** "OP5 alt … ; (EU)": names at the end of an alternative. */
  #namedBehind({ paragraph, start, end }: Extent): { by: Attribution[]; sign: Extent } | null {
    const match = /\s[([](?<names>[^()[\]]{1,80})[)\]]\s*$/u.exec(
      this.#stretch.text(paragraph).slice(start, end),
    )
    const names = match?.groups?.names
    const by = names !== undefined && this.#words.isParties(names) ? this.#words.tail(names, 0) : null
    return match && by ? { by, sign: { paragraph, start: start + match.index, end } } : null
  }

  /** Paragraphs with a number between others, and the names of those who propose them. */
  #newParagraphs(): void {
    this.#pieces.forEach(({ label, isAlternative }, paragraph) => {
      if (label?.suffix != null && !isAlternative) this.#newParagraph(paragraph)
    })
  }

  #newParagraph(paragraph: number): void {
    const body = this.#stretch.body(paragraph)
    const named = this.#named(body)
    if (!named) return
    const { by, sign } = named
    const places = [[{ ...body, start: sign.end }]]
    this.#points.push({ kind: 'insert', depth: 1, whole: true, by, places, signs: [sign] })
  }

  #sameNumber(a: number, b: number): boolean {
    const [one, other] = [this.#pieces[a]?.label, this.#pieces[b]?.label]
    return one?.value === other?.value && one?.suffix === other?.suffix
  }

  // ------------------------------------------------------------- brackets and changes

  #siblings(spans: readonly Span[]): void {
    let previous: Span | undefined
    for (let at = 0; at < spans.length; at++) {
      const group = [spans[at] as Span]
      while (at + 1 < spans.length && this.#belongs(group, spans[at + 1] as Span))
        group.push(spans[++at] as Span)
      this.#group(group, previous)
      previous = group.at(-1)
      for (const { children } of group) this.#siblings(children)
    }
  }

  /** Two spans that offer one choice: brackets that touch, and what one author cut and put in its place. */
  #belongs(group: readonly Span[], next: Span): boolean {
    const one = group.at(-1) as Span
    if (this.#taken.has(one) || this.#taken.has(next)) return false
    if (one.end.paragraph !== next.start.paragraph) return false
    const between = this.#stretch.text(one.end.paragraph).slice(one.end.offset, next.start.offset)
    if (one.what === 'bracket') {
      if (next.what !== 'bracket' || !joint.test(between)) return false
      return this.#isOpen(one) && this.#isOpen(next)
    }
    return (
      group.length === 1 &&
      one.what !== next.what &&
      next.what !== 'bracket' &&
      between.trim() === '' &&
      one.author === next.author
    )
  }

  #group(group: readonly Span[], previous: Span | undefined): void {
    const open = group.filter((span) => !this.#taken.has(span))
    const [first] = open
    if (!first) return
    if (first.what !== 'bracket') this.#change(open, first)
    else if (open.length > 1 || this.#isOpen(first)) this.#brackets(open, first, previous)
  }

  #brackets(group: readonly Span[], first: Span, previous: Span | undefined): void {
    const signs: Extent[] = []
    const places: Extent[][] = []
    const by: Attribution[] = []
    let command: Proposal['command']
    for (const [index, span] of group.entries()) {
      const next = group[index + 1]
      const { paragraph } = span.start
      signs.push(...glyphs(span))
      if (next) signs.push({ paragraph, start: span.end.offset, end: next.start.offset })
      if (paragraph !== span.end.paragraph) {
        places.push(this.#stretch.inside(span))
        continue
      }
      if (this.#isNames(span, previous)) {
        this.#wish(span, { by: this.#words.tail(this.#inner(span), 0) ?? [] }, previous)
        return
      }
      const proposal = this.#proposal(span)
      if (proposal.act) {
        this.#wish(span, proposal, previous)
        return
      }
      command = proposal.command
      signs.push(...proposal.signs.map((part) => ({ paragraph, ...part })))
      const shift = places.length
      for (const one of proposal.by)
        by.push({ ...one, option: proposal.options.length > 1 ? (one.option ?? 1) + shift : shift + 1 })
      places.push(...proposal.options.map((part) => [{ paragraph, ...part }]))
    }
    const last = group.at(-1) as Span
    const named = this.#aside(last.end)
    if (named) {
      signs.push(named.sign)
      by.push(...named.by.map((one) => ({ ...one, option: places.length })))
    }
    const isChoice = places.length > 1
    const kind: PointKind = isChoice ? 'alternatives' : (command ?? kindOf(by))
    const plain = isChoice ? by : by.map(({ who, act }) => ({ who, act }))
    const whole = this.#stretch.isWhole(first.start, last.end, signs)
    this.#points.push({ kind, depth: first.depth, whole, by: plain, places, signs })
  }

  /** "[US: delete para]": what a party wants of the bracket before it, or of the paragraph. */
  #wish(span: Span, { by }: Pick<Proposal, 'by'>, previous: Span | undefined): void {
    const { paragraph } = span.start
    const body = this.#stretch.body(paragraph)
    const sign = { paragraph, start: span.start.offset, end: span.end.offset }
    const before = this.#points.at(-1)
    const between = previous && this.#stretch.text(paragraph).slice(previous.end.offset, span.start.offset)
    const isBeside = previous?.end.paragraph === paragraph && between?.trim() === ''
    const isIts = before?.signs.some((one) => one.paragraph === paragraph && one.end === previous?.end.offset)
    if (before && isBeside && isIts) {
      before.signs.push({ ...sign, start: sign.start - (between?.length ?? 0) })
      before.by.push(...by)
      before.whole ||= this.#stretch.isWhole(previous?.start ?? span.start, span.end, before.signs)
      if (before.places.length === 1) before.kind = kindOf(before.by)
      return
    }
    this.#points.push({
      kind: kindOf(by),
      depth: 1,
      whole: true,
      by,
      places: [without(body, [sign])],
      signs: [sign],
    })
  }

  /** "[words] [EU, Norland]": names alone, right behind the bracket that they propose, or at a paragraph's end. */
  #isNames(span: Span, previous: Span | undefined): boolean {
    const { paragraph, offset } = span.start
    if (paragraph !== span.end.paragraph || span.children.length > 0) return false
    if (!this.#words.isParties(this.#inner(span))) return false
    const between =
      previous?.end.paragraph === paragraph &&
      this.#stretch.text(paragraph).slice(previous.end.offset, offset)
    return typeof between === 'string' && between.trim() === ''
  }

  /** What is between the signs of a span in one paragraph. */
  #inner({ start, end, sign }: Span): string {
    return this.#stretch.text(start.paragraph).slice(start.offset + sign, end.offset - sign)
  }

  #change(group: readonly Span[], first: Span): void {
    const last = group.at(-1) as Span
    const signs: Extent[] = []
    const places = group.map((span) => this.#stretch.between(span.start, span.end))
    const named = first.author === null ? this.#aside(last.end) : null
    if (named) signs.push(named.sign)
    const who = named?.by.map((one) => one.who) ?? (first.author === null ? [] : [first.author])
    const against = group.length === 1 && first.what === 'inserted' ? this.#against(first) : []
    const cut = group.findIndex(({ what }) => what === 'deleted')
    if (cut > 0) places.reverse()
    const kind: PointKind = group.length > 1 ? 'replace' : first.what === 'deleted' ? 'delete' : 'insert'
    const act = kind === 'delete' ? 'delete' : 'propose'
    const by = who.map(
      (name): Attribution => (kind === 'replace' ? { who: name, act, option: 2 } : { who: name, act }),
    )
    const whole = this.#stretch.isWhole(first.start, last.end, signs)
    this.#points.push({ kind, depth: first.depth, whole, by: [...by, ...against], places, signs })
  }

  /** Who cut all of what another had put in. */
  #against({ start, end, children }: Span): Attribution[] {
    const found = children.filter(
      (one) => one.what === 'deleted' && one.start.offset === start.offset && one.end.offset === end.offset,
    )
    for (const one of found) this.#taken.add(one)
    return found.flatMap(({ author }) => (author === null ? [] : [{ who: author, act: 'delete' as const }]))
  }

  /** Brackets with something to choose. */
  #isOpen(span: Span): boolean {
    const { start, end } = span
    if (start.paragraph !== end.paragraph) return true
    const piece = this.#pieces[start.paragraph] as Piece
    const { value } = piece.text
    const inner = value.slice(start.offset + 1, end.offset - 1)
    if (inner.trim() === '' || inner.startsWith('^')) return false
    if (/^\((?:https?:|#|\/)/u.test(value.slice(end.offset))) return false
    if (piece.mark && start.offset >= piece.mark.start && end.offset <= piece.mark.end) return false
    const isFirst = /^[\s*]*$/u.test(value.slice(piece.label?.end ?? 0, start.offset))
    if (isFirst && piece.label !== null && this.#words.isOldNumber(inner)) return false
    if (this.#words.state(inner)) return false
    if (!this.#words.isBlank(inner)) return true
    const stretch = { paragraph: start.paragraph, start: start.offset, end: end.offset }
    if (!this.#blanks.some((one) => one.paragraph === stretch.paragraph && one.start === stretch.start))
      this.#blanks.push(stretch)
    return false
  }

  #proposal(span: Span): Proposal {
    const { paragraph, offset } = span.start
    const part = { start: offset + span.sign, end: span.end.offset - span.sign }
    return proposalOf(this.#masked(paragraph, span), part, this.#words, this.#openings)
  }

  /** The text with what is nested in a span blanked out. */
  #masked(paragraph: number, { children }: Span): string {
    let text = this.#stretch.text(paragraph)
    for (const { start, end } of children)
      if (start.paragraph === paragraph && end.paragraph === paragraph)
        text =
          text.slice(0, start.offset) + '\uFFFC'.repeat(end.offset - start.offset) + text.slice(end.offset)
    return text
  }

  /** "(US delete)" behind brackets or struck words. */
  #aside({ paragraph, offset }: Place): { by: Attribution[]; sign: Extent } | null {
    const match = aside.exec(this.#stretch.text(paragraph).slice(offset))
    const words = match?.groups?.words
    if (!match || words === undefined || this.#words.state(words)) return null
    const head = this.#words.head(words)
    const act = head && this.#words.act(words.slice(head.end))
    const by = head && act ? head.by.map(({ who }) => ({ who, act })) : this.#words.tail(words, 0)
    return by && { by, sign: { paragraph, start: offset, end: offset + match[0].length } }
  }

  /** "(US: delete)" at the end of a paragraph that has no brackets there. */
  #asides(): void {
    this.#pieces.forEach(({ text, mark }, paragraph) => {
      const value = text.value.slice(0, mark?.start)
      const found = /\s?\((?<words>[^()[\]]{1,120})\)[.;,]?\s*$/u.exec(value)
      if (!found || this.#isTaken(paragraph, found.index + 1)) return
      const said = this.#aside({ paragraph, offset: found.index })
      if (!said?.by.some(({ act }) => act === 'delete')) return
      const place = without(this.#stretch.body(paragraph), [said.sign])
      this.#points.push({
        kind: 'delete',
        depth: 1,
        whole: true,
        by: said.by,
        places: [place],
        signs: [said.sign],
      })
    })
  }

  #isTaken(paragraph: number, offset: number): boolean {
    return this.#points.some(({ signs }) =>
      signs.some((one) => one.paragraph === paragraph && one.start <= offset && offset < one.end),
    )
  }
}
