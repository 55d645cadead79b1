/** What stands outside paragraphs: mastheads, proposals, titles, enacting formulas, notes, closings, furniture with words. */
import type { Grammar } from '../language/types.js'
import {
  type Change,
  type EditLevel,
  type FrontChange,
  flatten,
  type MatterChange,
  type MatterPlace,
} from '../model/change.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Furniture, Node, Proposal, Root } from '../model/tree/types.js'
import { alignParagraphs } from './paragraphs.js'
import { isRoutineMatter } from './routine.js'
import { canonical } from './tokens.js'
import { withoutNumbers } from './without-numbers.js'
import { compareTexts } from './words.js'

/** One text outside paragraphs. */
interface Matter {
  place: MatterPlace
  text: string
  resolution?: string
  /** Of a proposal: the names of its sponsors. */
  names?: readonly string[]
}

/**
 * Compare all words of two trees that are in no row.
 *
 * Given what the front matter's own comparison says. Ensures every text that
 * came, went or changed is listed once, in the order of the new text, and what
 * `front` tells is not told again. Of the changes of paragraphs it takes which note took the place of which.
 */
export function compareMatter(
  oldTree: Root,
  newTree: Root,
  front: readonly FrontChange[],
  level: EditLevel,
  grammar: Grammar | null,
  changes: readonly Change[] = [],
): MatterChange[] {
  const [before, after] = settled(matterOf(oldTree), matterOf(newTree))
  const passage = ({ place, text }: Matter) => ({ kind: place, text })
  const links = alignParagraphs(before.map(passage), after.map(passage), [])
  const lone = new Map<string, { old: Matter[]; new: Matter[] }>()
  const pairs: { old: Matter | undefined; new: Matter | undefined }[] = links.map((link) => ({
    old: before[link.old[0] ?? -1],
    new: after[link.new[0] ?? -1],
  }))
  for (const { old, new: now } of pairs) {
    if (old && now) continue
    const place = (old ?? now)?.place ?? ''
    const list = lone.get(place) ?? { old: [], new: [] }
    lone.set(place, list)
    if (old) list.old.push(old)
    if (now) list.new.push(now)
  }
  const answers = rolledOver([...lone.values()], grammar)
  pairNotes(answers, lone.get('footnote'), changes)
  const used = new Set<Matter>()
  return pairs.flatMap(({ old, new: now }): MatterChange[] => {
    if ((old && used.has(old)) || (now && used.has(now))) return []
    // A field that each text has once answers the other, however unlike their words are.
    const rest = lone.get((old ?? now)?.place ?? '')
    const single = rest?.old.length === 1 && rest.new.length === 1
    const [from, to] =
      single && !(old && now)
        ? [rest.old[0], rest.new[0]]
        : [old ?? answers.get(now), now ?? answers.get(old)]
    for (const each of [from, to]) if (each) used.add(each)
    const change = changeOf(from, to, level, grammar)
    return change === null || isTold(change, from, to, front, grammar) ? [] : [change]
  })
}

/** Of those that have no counterpart by their words: notes that are the same but for their numbers, each way. */
function rolledOver(
  lone: readonly { old: Matter[]; new: Matter[] }[],
  grammar: Grammar | null,
): Map<Matter | undefined, Matter> {
  const answers = new Map<Matter | undefined, Matter>()
  for (const { old, new: now } of lone) {
    const free = new Map<string, Matter[]>()
    for (const matter of old) {
      const key = withoutNumbers(matter.text, grammar)
      free.set(key, [...(free.get(key) ?? []), matter])
    }
    for (const matter of now) {
      const answer = free.get(withoutNumbers(matter.text, grammar))?.shift()
      if (!answer) continue
      answers.set(matter, answer)
      answers.set(answer, matter)
    }
  }
  return answers
}

/** Of the notes that are left, one that took the place of another in its paragraph answers it. */
function pairNotes(
  answers: Map<Matter | undefined, Matter>,
  lone: { old: Matter[]; new: Matter[] } | undefined,
  changes: readonly Change[],
): void {
  if (!lone) return
  const take = (list: readonly Matter[], text: string) =>
    list.find((note) => note.text === text && !answers.has(note))
  for (const fact of flatten(changes).flatMap(({ facts }) => facts)) {
    if (fact.kind !== 'footnote' || fact.op !== 'replace') continue
    const [old, now] = [take(lone.old, fact.old), take(lone.new, fact.new)]
    if (old && now) answers.set(old, now).set(now, old)
  }
}

function changeOf(
  old: Matter | undefined,
  now: Matter | undefined,
  level: EditLevel,
  grammar: Grammar | null,
): MatterChange | null {
  const shown = now ?? old
  if (!shown || (old && now && canonical(old.text) === canonical(now.text))) return null
  const { place, resolution } = shown
  const kind = old && now ? 'modified' : now ? 'inserted' : 'deleted'
  const edits = compareTexts(old?.text ?? '', now?.text ?? '', level)
  const named = resolution === undefined ? {} : { resolution }
  return {
    kind,
    place,
    ...named,
    routine: kind === 'modified' && isRoutineMatter(place, edits, grammar),
    edits,
  }
}

/** The front matter's own comparison says it, in values rather than words. */
function isTold(
  { place, resolution }: MatterChange,
  old: Matter | undefined,
  now: Matter | undefined,
  front: readonly FrontChange[],
  grammar: Grammar | null,
): boolean {
  if (resolution !== undefined) return false
  if (place !== 'proposal') {
    const told = front.find(({ field }) => field === place)
    if (!told || told.field === 'sponsors') return false
    // Of several titles or dates the front matter tells of the first.
    const says = (value: string | null, matter: Matter | undefined) =>
      value === null ||
      matter === undefined ||
      place !== 'title' ||
      canonical(matter.text).endsWith(canonical(value))
    return says(told.old, old) && says(told.new, now)
  }
  // Sponsors and the kind of proposal are told in values: that leaves the words beside them.
  if (!old || !now || !front.some(({ field }) => field === 'sponsors' || field === 'proposal')) return false
  return bare(old, grammar) === bare(now, grammar)
}

/** A line of proposal without its sponsors, what parts them, and its kind. */
function bare({ text, names = [] }: Matter, grammar: Grammar | null): string {
  const byLength = [...names].sort((a, b) => b.length - a.length)
  const rest = byLength.reduce((words, name) => words.replace(name, ''), text)
  const parted = rest.split(/[\s,،、*:：]+/u).filter((word) => !(grammar?.isSeparator(word) ?? false))
  const words = parted.join(' ').trim()
  return grammar?.withoutProposalKind(words).replace(/\s+/gu, '') ?? words
}

// ---------------------------------------------------------------- reading

function matterOf(tree: Root): Matter[] {
  const several = tree.children.filter(({ type }) => type === 'resolution').length > 1
  const result: Matter[] = []
  const add = (place: MatterPlace, text: string, resolution?: string) => {
    if (text !== '') result.push({ place, text, ...(resolution === undefined ? {} : { resolution }) })
  }
  const visit = (node: Node, resolution?: string): void => {
    const inside = (children: readonly AnyNode[]) => {
      for (const child of children) visit(child as Node, resolution)
    }
    switch (node.type) {
      case 'masthead':
        for (const field of node.children)
          add(field.type === 'unknown' ? 'masthead' : field.type, plainText(field))
        break
      case 'proposal':
        result.push({ place: 'proposal', text: plainText(node), names: sponsorsOf(node) })
        break
      case 'resolution': {
        const name = several ? (node.designation ?? undefined) : resolution
        for (const child of node.children) visit(child, name)
        break
      }
      case 'title':
        // A title of an annex is one of its rows.
        add('title', [node.label ?? '', plainText(node)].join(' ').trim(), resolution)
        break
      case 'organLine':
        add('organLine', plainText(node), resolution)
        break
      case 'closing':
        for (const line of node.children) add('closing', plainText(line), resolution)
        break
      case 'annex':
        for (const child of node.children) if (child.type === 'resolution') visit(child)
        break
      case 'section':
        // A heading has it in its words, and is a row.
        if (!node.children.some(({ type }) => type === 'heading'))
          add('section', node.label ?? '', resolution)
        inside(node.children)
        break
      case 'preamble':
      case 'operative':
      case 'quotation':
        inside(node.children)
        break
      case 'footnoteDefinition':
        add('footnote', node.children.map(plainText).join(' '))
        break
      case 'furniture':
        if (node.kind !== 'frontMatter' || node.value.trim() !== '') add('furniture', words(node))
        break
      // These are rows, or in rows.
      case 'preambularParagraph':
      case 'operativeParagraph':
      case 'annexParagraph':
      case 'subparagraph':
      case 'clause':
      case 'heading':
      case 'table':
      case 'unknown':
      case 'command':
      case 'givenParagraph':
      // These are in what is written whole above; comments are no text of the document.
      case 'root':
      case 'comment':
      case 'organ':
      case 'symbol':
      case 'distribution':
      case 'date':
      case 'originalLanguage':
      case 'session':
      case 'venue':
      case 'agendaItem':
      case 'agendaTitle':
      case 'provenance':
      case 'jobNumber':
      case 'sponsor':
      case 'meeting':
      case 'vote':
      case 'text':
      case 'emphasis':
      case 'strong':
      case 'break':
      case 'footnoteReference':
      case 'phrase':
      case 'citation':
        break
      default:
        // A node of users' own is no matter; one of ours must be named here.
        node satisfies never
    }
  }
  for (const child of tree.children) visit(child)
  return result
}

function sponsorsOf({ children }: Proposal): string[] {
  return children.flatMap((child) => (child.type === 'sponsor' ? [child.name] : []))
}

/** Furniture repeats on every page and counts pages: only its words tell anything. */
function words({ value }: Furniture): string {
  return value.replace(/\s+/gu, ' ').trim()
}

/**
 * Leave out what the page alone put there.
 *
 * Furniture counts only where both documents have some with words, each text
 * once: a file made by another tool has other pages, and most have none.
 */
function settled(old: readonly Matter[], now: readonly Matter[]): [Matter[], Matter[]] {
  const worded = ({ place, text }: Matter) => place === 'furniture' && /\p{L}{2}/u.test(text)
  const both = old.some(worded) && now.some(worded)
  const clean = (list: readonly Matter[]) => {
    const seen = new Set<string>()
    return list.filter((matter) => {
      if (matter.place !== 'furniture') return true
      const key = canonical(matter.text).replace(/\p{Nd}+/gu, '')
      if (!both || !worded(matter) || seen.has(key)) return false
      seen.add(key)
      return true
    })
  }
  return [clean(old), clean(now)]
}
