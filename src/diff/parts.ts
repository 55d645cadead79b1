/** Sub-paragraphs: matched inside their paragraphs first, then across, and with paragraphs that came or went. */
import { alignItems } from './align.js'
import { arrange, type Slot } from './arrange.js'
import { type Item, itemize, type Lexicon } from './features.js'
import { required } from './required.js'
import type { Unit } from './units.js'

/** A slot of the document with what became of the parts in it. */
export interface Placed extends Slot {
  /** Those that came from elsewhere are marked. */
  parts: (Slot & { came: boolean })[]
  /** Old parts that now are elsewhere. */
  lost: Unit[]
}

/** Between paragraphs a sub-paragraph must be this alike to be called a move. */
const acrossSimilarity = 0.6
const acrossWords = 4
/** To become a paragraph, or to have been one, it must be longer: two short steps are alike by chance. */
const transferWords = 8

/**
 * Pair the sub-paragraphs of paired paragraphs.
 *
 * Given the paragraphs of each slot of the document. Ensures every paragraph and
 * every part of both sides is in exactly one slot of the result: a part that
 * went to another paragraph, or a paragraph that became a part, in the slot of
 * its new one; a part that became a paragraph is that one's old side.
 */
export function placeParts(slots: readonly Slot[]): Placed[] {
  const weighed = onDemand(slots)
  const inside = slots.map(({ old, new: now }) => {
    const [before, after] = [old.flatMap((unit) => unit.parts), now.flatMap((unit) => unit.parts)]
    return before.length === 0 && after.length === 0 ? [] : paired(before, after, weighed)
  })
  const origin = across(slots.filter(isWhole), inside.flat(), weighed)
  const gone = new Set(origin.values())
  const from = (now: readonly Unit[]) => origin.get(required(now, 0))
  const stays = (slot: Slot) => slot.new.length > 0 || !gone.has(required(slot.old, 0))
  return slots.flatMap((slot, index): Placed[] => {
    if (!stays(slot)) return []
    const list = required(inside, index)
    const parts = list.filter(stays).map((part) => {
      const source = part.old.length === 0 ? from(part.new) : undefined
      return source ? { old: [source], new: part.new, moved: true, came: true } : { ...part, came: false }
    })
    const lost = list.flatMap((part) => part.old).filter((part) => gone.has(part))
    const source = slot.old.length === 0 ? from(slot.new) : undefined
    return [{ ...(source ? { old: [source], new: slot.new, moved: true } : slot), parts, lost }]
  })
}

/** All paragraphs and parts as items: of three alike in one list, what they share may still be boilerplate of the whole. */
interface Weighed {
  item: (unit: Unit) => Item
  lexicon: Lexicon
}

function weigh(slots: readonly Slot[]): { items: Map<Unit, Item>; lexicon: Lexicon } {
  const all = (side: 'old' | 'new') =>
    slots.flatMap((slot) => slot[side].flatMap((unit) => [unit, ...unit.parts]))
  const [before, after] = [all('old'), all('new')]
  const { oldItems, newItems, lexicon } = itemize(before, after)
  return { lexicon, items: new Map([...oldItems, ...newItems].map((item) => [item.unit, item])) }
}

/** Nothing is weighed where nobody asks: two paragraphs without parts answer each other. */
function onDemand(slots: readonly Slot[]): Weighed {
  let made: ReturnType<typeof weigh> | undefined
  const weighed = () => {
    made ??= weigh(slots)
    return made
  }
  return {
    get lexicon() {
      return weighed().lexicon
    },
    item: (unit) => weighed().items.get(unit) as Item,
  }
}

function paired(before: readonly Unit[], after: readonly Unit[], weighed: Weighed): Slot[] {
  const links = alignItems(before.map(weighed.item), after.map(weighed.item), weighed.lexicon)
  return arrange(before, after, links)
}

/** A paragraph with sub-paragraphs of its own becomes none, and was none; headings and tables neither. */
function isWhole({ old, new: now }: Slot): boolean {
  return [...old, ...now].every((unit) => unit.parts.length === 0 && unit.label !== '')
}

/** Where parts that came, and paragraphs that came, were before. */
function across(tops: readonly Slot[], parts: readonly Slot[], weighed: Weighed): Map<Unit, Unit> {
  const lost = (slots: readonly Slot[]) => slots.flatMap((slot) => (slot.new.length === 0 ? slot.old : []))
  const found = (slots: readonly Slot[]) => slots.flatMap((slot) => (slot.old.length === 0 ? slot.new : []))
  const result = new Map<Unit, Unit>()
  const taken = new Set<Unit>()
  const seek = (from: readonly Unit[], to: readonly Unit[], leastWords: number) => {
    const [before, after] = [from.filter((unit) => !taken.has(unit)), to.filter((unit) => !result.has(unit))]
    if (before.length === 0 || after.length === 0) return
    for (const link of alignItems(before.map(weighed.item), after.map(weighed.item), weighed.lexicon)) {
      const single = link.old.length === 1 && link.new.length === 1
      if (!single || link.similarity < acrossSimilarity || link.words < leastWords) continue
      const source = required(before, required(link.old, 0))
      taken.add(source)
      result.set(required(after, required(link.new, 0)), source)
    }
  }
  seek(lost(parts), found(parts), acrossWords)
  seek(lost(tops), found(parts), transferWords)
  seek(lost(parts), found(tops), transferWords)
  return result
}
