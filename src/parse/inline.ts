/** Text with marks → phrasing: phrases, citations, emphasis and note references. */
import type { FootnoteReference } from 'mdast'
import { evidence } from '../language/evidence.js'
import type { Openings } from '../language/openings.js'
import type { Grammar, PhraseMatch } from '../language/types.js'
import type { Mark, Rich } from '../model/block.js'
import type {
  Citation,
  Clause,
  Phrase,
  PhraseRole,
  PhrasingContent,
  PlainContent,
} from '../model/tree/types.js'
import { enclose, type Places } from './place.js'

export interface InlineContext {
  openings: Openings
  grammar: Grammar
  places: Places
  /** Whose text it is. */
  organ: string | null
}

/**
 * Read the text of a paragraph.
 *
 * Given its text without label, and the part it is in; `role` null for
 * sub-paragraphs and resumed text, which open with no phrase of their own.
 */
export function clause(text: Rich, role: PhraseRole | null, context: InlineContext): Clause {
  const annotations: Annotation[] = []
  const { grammar, openings } = context
  let from = 0
  const lead = role === null ? null : (openings.lead(text, role) ?? told(text, role, context))
  if (lead) {
    annotations.push({ start: lead.start, end: lead.end, phrase: lead, lead: true })
    from = lead.end
  }
  const part = role ?? 'operative'
  const { value, at, of } = evidence(text.value)
  for (const phrase of grammar.later(value, of(from), lead?.role ?? part))
    annotations.push({ start: at(phrase.start), end: at(phrase.end), phrase, lead: false })
  for (const found of grammar.citations(value, context.organ))
    annotations.push({ start: at(found.start), end: at(found.end), citation: found })
  return enclose({ type: 'clause', children: phrasing(text, annotations, context) })
}

/** Without a formula the body is the subject of each sentence. */
function told(text: Rich, role: PhraseRole, { openings, organ }: InlineContext): PhraseMatch | null {
  return organ === null && role === 'operative' ? openings.told(text) : null
}

interface Annotation {
  start: number
  end: number
  phrase?: PhraseMatch
  lead?: boolean
  citation?: ReturnType<Grammar['citations']>[number]
}

function phrasing(text: Rich, annotations: Annotation[], context: InlineContext): PhrasingContent[] {
  annotations.sort((a, b) => a.start - b.start || Number(Boolean(b.phrase)) - Number(Boolean(a.phrase)))
  const nodes: PhrasingContent[] = []
  let from = 0
  for (const annotation of annotations) {
    if (annotation.start < from || annotation.end <= annotation.start) continue
    // Note marks that are on a border belong to the text outside.
    for (const one of plain(text, from, annotation.start, context, { first: true, last: true }))
      nodes.push(one)
    nodes.push(annotated(text, annotation, context))
    from = annotation.end
  }
  for (const one of plain(text, from, text.value.length, context, { first: true, last: true }))
    nodes.push(one)
  return nodes
}

function annotated(
  text: Rich,
  { start, end, phrase, lead, citation }: Annotation,
  context: InlineContext,
): Phrase | Citation {
  const children = plain(text, start, end, context, { first: false, last: false })
  if (citation) {
    const { kind, target, url, date } = citation
    return enclose({ type: 'citation', kind, target, url, ...(date && { date }), children })
  }
  const { role, verb, alternatives, enumerator, intensifier, qualifier, force, stance } =
    phrase as PhraseMatch
  return enclose({
    type: 'phrase',
    role,
    lead: lead === true,
    verb,
    ...(alternatives && { alternatives: [...alternatives] }),
    enumerator,
    intensifier,
    qualifier,
    force,
    stance,
    children,
  })
}

/** Text, emphasis and note references of a whole text. */
export function plainContent(text: Rich, context: { places: Places }): PlainContent[] {
  return plain(text, 0, text.value.length, context, { first: true, last: true })
}

/** Text, emphasis and note references of a stretch; `edges` says whose the marks on its borders are. */
function plain(
  whole: Rich,
  from: number,
  to: number,
  { places }: { places: Places },
  edges: { first: boolean; last: boolean },
): PlainContent[] {
  const references = whole.marks.filter(
    (mark) =>
      mark.kind === 'noteReference' &&
      (mark.start > from || (edges.first && mark.start === from)) &&
      (mark.start < to || (edges.last && mark.start === to)),
  )
  if (to <= from && references.length === 0) return []
  // What is raised and is no mark of a note has no node of its own.
  const styles = whole.marks.filter(
    ({ kind, start, end }) => (kind === 'emphasis' || kind === 'strong') && end > from && start < to,
  )
  const cuts = new Set([from, to])
  for (const { start, end } of styles) {
    if (start > from) cuts.add(start)
    if (end < to) cuts.add(end)
  }
  for (const { start } of references) cuts.add(start)
  const borders = [...cuts].sort((a, b) => a - b)
  const nodes: PlainContent[] = []
  const at = new Map<number, Mark[]>()
  for (const mark of references) {
    const same = at.get(mark.start)
    if (same) same.push(mark)
    else at.set(mark.start, [mark])
  }
  const refer = (border: number) => {
    for (const mark of at.get(border) ?? []) nodes.push(reference(mark, places))
  }
  refer(from)
  // Both are sorted: only the marks that reach over a stretch are looked at.
  let next = 0
  let open: Mark[] = []
  borders.forEach((start, index) => {
    const end = borders[index + 1]
    if (end === undefined) return
    open = open.filter((mark) => mark.end > start)
    for (let mark = styles[next]; mark && mark.start <= start; mark = styles[++next])
      if (mark.end > start) open.push(mark)
    nodes.push(styled(whole, start, end, open, places))
    refer(end)
  })
  return nodes
}

function styled(
  whole: Rich,
  start: number,
  end: number,
  styles: readonly Mark[],
  places: Places,
): PlainContent {
  const has = (kind: Mark['kind']) =>
    styles.some((mark) => mark.kind === kind && mark.start <= start && mark.end >= end)
  const text: PlainContent = { type: 'text', value: whole.value.slice(start, end) }
  let node: PlainContent = places.put(text, whole, start, end)
  if (has('emphasis')) node = enclose({ type: 'emphasis', children: [node] })
  if (has('strong')) node = enclose({ type: 'strong', children: [node] })
  return node
}

function reference({ identifier = '', label, source }: Mark, places: Places): FootnoteReference {
  const node: FootnoteReference = { type: 'footnoteReference', identifier, label: label ?? identifier }
  const position = places.between(source?.start, source?.end)
  if (position) node.position = position
  return node
}
