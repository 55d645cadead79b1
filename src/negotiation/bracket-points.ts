/** Brackets, what is tracked or struck, and names behind them → open points. */
import type { Attribution, Extent, PointKind } from '../model/negotiation.js'
import { draftCommand } from './command-points.js'
import type { Drafting } from './drafting.js'
import { glyphs, kindOf, without } from './extents.js'
import { isOpening, type Proposal } from './proposals.js'
import type { Span } from './spans.js'

/** What may be between two texts of one choice. */
const joint = /^(?:\s?\/\s?)?$/u

/** Put brackets and changes among the points, those in others behind them. */
export function draftBrackets(spans: readonly Span[], drafting: Drafting): void {
  let previous: Span | undefined
  for (let at = 0; at < spans.length; at++) {
    const group = [spans[at] as Span]
    while (at + 1 < spans.length && belongs(group, spans[at + 1] as Span, drafting))
      group.push(spans[++at] as Span)
    draftGroup(group, previous, drafting)
    previous = group.at(-1)
    for (const { children } of group) draftBrackets(children, drafting)
  }
}

/** Two spans that offer one choice: brackets that touch, and what one author cut and put in its place. */
function belongs(group: readonly Span[], next: Span, drafting: Drafting): boolean {
  const one = group.at(-1) as Span
  if (drafting.taken.has(one) || drafting.taken.has(next)) return false
  if (one.end.paragraph !== next.start.paragraph) return false
  const between = drafting.stretch.text(one.end.paragraph).slice(one.end.offset, next.start.offset)
  if (one.what === 'bracket') {
    if (next.what !== 'bracket') return false
    if (!joint.test(between) && (between.trim() !== '' || !isInstead(one, next, drafting))) return false
    return drafting.isOpen(one) && drafting.isOpen(next)
  }
  return (
    group.length === 1 &&
    one.what !== next.what &&
    next.what !== 'bracket' &&
    between.trim() === '' &&
    one.author === next.author
  )
}

/** Two brackets that a space parts, of which the texts cannot both stand: two numbers, words of obligation, or openings. */
function isInstead(one: Span, next: Span, drafting: Drafting): boolean {
  const { words, openings } = drafting
  const texts = [one, next].map((span) => {
    if (span.children.length > 0 || span.start.paragraph !== span.end.paragraph) return ''
    const { options, act, command } = drafting.proposal(span)
    const [option] = options
    if (!option || options.length > 1 || act || command) return ''
    return drafting.stretch.text(span.start.paragraph).slice(option.start, option.end)
  })
  const behind = drafting.stretch.text(next.end.paragraph).slice(next.end.offset)
  const opens = (text: string) => text !== '' && isOpening(text, openings, behind)
  return [words.isNumber, words.isModal, opens].some((is) => texts.every((text) => is(text)))
}

function draftGroup(group: readonly Span[], previous: Span | undefined, drafting: Drafting): void {
  const open = group.filter((span) => !drafting.taken.has(span))
  const [first] = open
  if (!first) return
  if (first.what !== 'bracket') changed(open, first, drafting)
  else if (open.length > 1 || drafting.isOpen(first)) bracketed(open, first, previous, drafting)
}

function bracketed(
  group: readonly Span[],
  first: Span,
  previous: Span | undefined,
  drafting: Drafting,
): void {
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
      places.push(drafting.stretch.inside(span))
      continue
    }
    if (isNames(span, previous, drafting)) {
      wished(span, { by: drafting.words.tail(drafting.inner(span), 0) ?? [] }, previous, drafting)
      return
    }
    if (group.length === 1 && draftCommand(span, drafting)) return
    const proposal = drafting.proposal(span)
    if (proposal.act) {
      wished(span, proposal, previous, drafting)
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
  const named = drafting.aside(last.end)
  if (named) {
    signs.push(named.sign)
    by.push(...named.by.map((one) => ({ ...one, option: places.length })))
  }
  const isChoice = places.length > 1
  const kind: PointKind = isChoice ? 'alternatives' : (command ?? kindOf(by))
  const plain = isChoice ? by : by.map(({ who, act }) => ({ who, act }))
  const whole = drafting.stretch.isWhole(first.start, last.end, signs)
  drafting.points.push({ kind, depth: first.depth, whole, by: plain, places, signs })
}

/** "[US: delete para]": what a party wants of the bracket before it, or of the paragraph. */
function wished(
  span: Span,
  { by }: Pick<Proposal, 'by'>,
  previous: Span | undefined,
  drafting: Drafting,
): void {
  const { paragraph } = span.start
  const body = drafting.stretch.body(paragraph)
  const sign = { paragraph, start: span.start.offset, end: span.end.offset }
  const before = drafting.points.at(-1)
  const between = previous && drafting.stretch.text(paragraph).slice(previous.end.offset, span.start.offset)
  const isBeside = previous?.end.paragraph === paragraph && between?.trim() === ''
  const isIts = before?.signs.some((one) => one.paragraph === paragraph && one.end === previous?.end.offset)
  if (before && isBeside && isIts) {
    before.signs.push({ ...sign, start: sign.start - (between?.length ?? 0) })
    before.by.push(...by)
    before.whole ||= drafting.stretch.isWhole(previous?.start ?? span.start, span.end, before.signs)
    if (before.places.length === 1) before.kind = kindOf(before.by)
    return
  }
  drafting.points.push({
    kind: kindOf(by),
    depth: 1,
    whole: true,
    by,
    places: [without(body, [sign])],
    signs: [sign],
  })
}

/** "[words] [EU, Norland]": names alone, right behind the bracket that they propose, or at a paragraph's end. */
function isNames(span: Span, previous: Span | undefined, drafting: Drafting): boolean {
  const { paragraph, offset } = span.start
  if (paragraph !== span.end.paragraph || span.children.length > 0) return false
  if (!drafting.words.isParties(drafting.inner(span))) return false
  const between =
    previous?.end.paragraph === paragraph &&
    drafting.stretch.text(paragraph).slice(previous.end.offset, offset)
  return typeof between === 'string' && between.trim() === ''
}

function changed(group: readonly Span[], first: Span, drafting: Drafting): void {
  const last = group.at(-1) as Span
  const signs: Extent[] = []
  const places = group.map((span) => drafting.stretch.between(span.start, span.end))
  const named = first.author === null ? drafting.aside(last.end) : null
  if (named) signs.push(named.sign)
  const who = named?.by.map((one) => one.who) ?? (first.author === null ? [] : [first.author])
  const cutBy = group.length === 1 && first.what === 'inserted' ? against(first, drafting) : []
  const cut = group.findIndex(({ what }) => what === 'deleted')
  if (cut > 0) places.reverse()
  const kind: PointKind = group.length > 1 ? 'replace' : first.what === 'deleted' ? 'delete' : 'insert'
  const act = kind === 'delete' ? 'delete' : 'propose'
  const by = who.map(
    (name): Attribution => (kind === 'replace' ? { who: name, act, option: 2 } : { who: name, act }),
  )
  const whole = drafting.stretch.isWhole(first.start, last.end, signs)
  drafting.points.push({ kind, depth: first.depth, whole, by: [...by, ...cutBy], places, signs })
}

/** Who cut all of what another had put in. */
function against({ start, end, children }: Span, drafting: Drafting): Attribution[] {
  const found = children.filter(
    (one) => one.what === 'deleted' && one.start.offset === start.offset && one.end.offset === end.offset,
  )
  for (const one of found) drafting.taken.add(one)
  return found.flatMap(({ author }) => (author === null ? [] : [{ who: author, act: 'delete' as const }]))
}

/** "(US: delete)" at the end of a paragraph that has no brackets there. */
export function draftAsides(drafting: Drafting): void {
  drafting.pieces.forEach(({ text, mark }, paragraph) => {
    const value = text.value.slice(0, mark?.start)
    const found = /\s?\((?<words>[^()[\]]{1,120})\)[.;,]?\s*$/u.exec(value)
    if (!found || isTaken(paragraph, found.index + 1, drafting)) return
    const said = drafting.aside({ paragraph, offset: found.index })
    if (!said?.by.some(({ act }) => act === 'delete')) return
    const place = without(drafting.stretch.body(paragraph), [said.sign])
    drafting.points.push({
      kind: 'delete',
      depth: 1,
      whole: true,
      by: said.by,
      places: [place],
      signs: [said.sign],
    })
  })
}

function isTaken(paragraph: number, offset: number, { points }: Drafting): boolean {
  return points.some(({ signs }) =>
    signs.some((one) => one.paragraph === paragraph && one.start <= offset && offset < one.end),
  )
}
