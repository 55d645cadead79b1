/** Edits of paragraphs: what comes, goes, moves, parts and joins. Each tells in `from` where a paragraph's words were. */
import { type Draft, type Paragraph, paragraphs, type Word, wordsOf } from './model.js'
import { lowered, reword } from './wording.js'
import { also, type Writer } from './write.js'

/** Fewer words are no piece that a reader would call one. */
const leastPiece = 8
/** What moves passes so many that stay, or it would be as true that they moved. */
const leastPassed = 3

export class Revision {
  readonly draft: Draft
  readonly writer: Writer
  /** Ids of paragraphs that left their order. */
  readonly moved = new Set<number>()
  /** Ids of paragraphs whose wording must stay as it is, since a copy of them was made. */
  readonly fixed = new Set<number>()
  private readonly used = new Set<number>()
  /** Ids of pieces, and of what was merged. */
  private readonly regrouped = new Set<number>()
  /** Ids of first pieces: nothing comes between them and the second. */
  private readonly sealed = new Set<number>()
  /** The paragraph that followed in the old version. */
  private readonly next: ReadonlyMap<number, number>
  private readonly bis: boolean

  /** Given what to revise; it stays as it is. */
  constructor(draft: Draft, writer: Writer) {
    const copy = (one: Paragraph): Paragraph => ({ ...one, from: [one.id], parts: one.parts.map(copy) })
    this.draft = {
      preamble: draft.preamble.map(copy),
      sections: draft.sections.map(({ heading, paragraphs }) => ({
        heading: heading ? copy(heading) : null,
        paragraphs: paragraphs.map(copy),
      })),
    }
    this.writer = writer
    this.next = new Map(
      this.lists().flatMap((list) =>
        list.flatMap(({ id }, at) => (list[at + 1] ? [[id, list[at + 1]?.id ?? 0]] : [])),
      ),
    )
    this.bis = writer.random.chance(0.3)
  }

  private lists(): Paragraph[][] {
    return [this.draft.preamble, ...this.draft.sections.map((section) => section.paragraphs)]
  }

  /** A paragraph by chance that nothing was done to, and the list that it is in. */
  private choose(fits: (one: Paragraph, list: Paragraph[], at: number) => boolean) {
    const all = this.lists().flatMap((list) =>
      list.flatMap((one, at) => (!this.used.has(one.id) && fits(one, list, at) ? [{ one, list, at }] : [])),
    )
    const chosen = all.length === 0 ? null : this.writer.random.pick(all)
    if (chosen) this.used.add(chosen.one.id)
    return chosen
  }

  private place(paragraph: Paragraph, list: Paragraph[], at: number): void {
    for (const one of [paragraph, ...paragraph.parts]) one.from = []
    const there = this.sealed.has(list[at - 1]?.id ?? 0) ? at + 1 : at
    const [before, after] = [list[there - 1], list[there]]
    const alone = before !== undefined && !before.bis && !after?.bis
    paragraph.bis = this.bis && paragraph.role === 'operative' && alone
    list.splice(there, 0, paragraph)
    this.used.add(paragraph.id)
  }

  insert(): void {
    const { random } = this.writer
    const lists = this.lists()
    const list = random.chance(0.35) ? this.draft.preamble : random.pick(lists.slice(1))
    const paragraph = list === this.draft.preamble ? this.writer.recital() : this.writer.operative()
    this.place(paragraph, list, random.below(list.length + 1))
  }

  /** Insert what differs from another paragraph in one to three words. */
  duplicate(): void {
    const chosen = this.choose((one) => one.parts.length === 0 && wordsOf(one).length >= 10)
    if (!chosen) return
    const { one, list, at } = chosen
    const { writer } = this
    const again = (words: readonly Word[]) => words.map(({ text }) => writer.word(text))
    const copy: Paragraph = {
      ...writer.part(),
      role: one.role,
      opener: one.opener,
      lead: again(one.enumerator.length > 0 ? writer.words('Encourages') : one.lead),
      clauses: one.clauses.map(again),
    }
    const clause = copy.clauses[0] ?? []
    const many = 1 + writer.random.below(3)
    for (let count = 0; count < many; count++) {
      const [words = []] = writer.clauses('adjective')
      clause.splice(2 + writer.random.below(clause.length - 2), 1, ...words)
    }
    this.fixed.add(one.id).add(copy.id)
    const away = at < list.length / 2 ? list.length : 0
    this.place(copy, list, away)
  }

  remove(): void {
    const chosen = this.choose((_, list) => list.length > 2)
    chosen?.list.splice(chosen.at, 1)
  }

  /** Move a paragraph, now and then two neighbours together. */
  move(): void {
    const { random } = this.writer
    const chosen = this.choose((one, list) => !one.bis && list.length > leastPassed + 1)
    if (!chosen) return
    const { one, list, at } = chosen
    const next = list[at + 1]
    const block = next && !next.bis && !this.used.has(next.id) && random.chance(0.2) ? [one, next] : [one]
    list.splice(at, block.length)
    const operative = one.role === 'operative' && random.chance(0.5)
    const target = operative ? random.pick(this.lists().slice(1)) : list
    const stays = (each: Paragraph) => each.from.length > 0 && !this.moved.has(each.id)
    const order = paragraphs(this.draft)
    const before = at === 0 ? undefined : list[at - 1]
    const home = before ? order.indexOf(before) + 1 : list[0] ? order.indexOf(list[0]) : -1
    const places = Array.from({ length: target.length + 1 }, (_, to) => to).filter((to) => {
      const left = target[to - 1]
      const here = left ? order.indexOf(left) + 1 : target[0] ? order.indexOf(target[0]) : -1
      const passed = order.slice(Math.min(home, here), Math.max(home, here)).filter(stays)
      const free = !target[to]?.bis && !this.sealed.has(left?.id ?? 0)
      return home >= 0 && here >= 0 && passed.length >= leastPassed * block.length && free
    })
    if (places.length === 0) {
      list.splice(at, 0, ...block)
      return
    }
    target.splice(random.pick(places), 0, ...block)
    for (const each of block) {
      this.moved.add(each.id)
      this.used.add(each.id)
    }
  }

  split(): void {
    const chosen = this.choose((one) => one.parts.length === 0 && one.opener !== null && this.cut(one) > 0)
    if (!chosen) return
    const { one, list, at } = chosen
    const { writer } = this
    const cut = this.cut(one)
    const [head, tail] = [one.clauses.slice(0, cut), one.clauses.slice(cut)]
    const second: Paragraph = { ...writer.part(), role: one.role, from: [...one.from] }
    const [first = [], ...rest] = tail
    if (first[0] && first[0].id === one.seam) {
      // "and requests the Keeper-General" → "Requests the Keeper-General"
      const [, verb, ...words] = first
      second.opener = 'call'
      second.lead = writer.words(capital(verb?.text ?? ''))
      second.clauses = [words, ...rest]
    } else {
      const subject = one.role === 'preambular' ? 'the same matter' : 'States parties to do so'
      second.opener = one.role === 'preambular' ? 'recitalOfThing' : 'call'
      second.lead = writer.words(one.role === 'preambular' ? 'Noting' : 'Invites')
      second.clauses = [[...writer.words(subject), ...first], ...rest]
    }
    list.splice(at, 1, { ...one, clauses: head, seam: null }, second)
    this.used.add(second.id)
    this.sealed.add(one.id)
    this.regrouped.add(one.id).add(second.id)
  }

  /** Before which clause a paragraph falls into two of some length; 0 for none. */
  private cut({ clauses, seam }: Paragraph): number {
    const size = (list: readonly Word[][]) => list.flat().length
    const at = clauses.findIndex(([first]) => first !== undefined && first.id === seam)
    const places = at > 0 ? [at] : clauses.map((_, index) => index).slice(1)
    return (
      places.find(
        (cut) => size(clauses.slice(0, cut)) >= leastPiece && size(clauses.slice(cut)) >= leastPiece,
      ) ?? 0
    )
  }

  merge(): void {
    const whole = (one: Paragraph | undefined) =>
      one !== undefined &&
      !this.used.has(one.id) &&
      one.parts.length === 0 &&
      wordsOf(one).length >= leastPiece
    const chosen = this.choose(
      (one, list, at) =>
        whole(one) && one.seam === null && this.next.get(one.id) === list[at + 1]?.id && whole(list[at + 1]),
    )
    if (!chosen) return
    const { one, list, at } = chosen
    const other = list[at + 1] as Paragraph
    const { writer } = this
    const [first, ...lead] = [...other.enumerator, ...other.lead]
    const [clause = [], ...rest] = other.clauses
    const and = writer.words(`and ${lowered(first?.text ?? '')}`)
    const merged = { ...one, from: [...one.from, ...other.from] }
    merged.clauses = [...one.clauses, [...and, ...lead, ...clause], ...rest]
    list.splice(at, 2, merged)
    this.used.add(other.id)
    this.regrouped.add(merged.id)
  }

  /** Add, drop or move a sub-paragraph, inside its paragraph or to another. */
  part(): void {
    const { random } = this.writer
    const parents = this.lists().flatMap((list) => list.filter(({ parts }) => parts.length > 1))
    if (parents.length === 0) return
    const { parts } = random.pick(parents)
    const other = random.pick(parents).parts
    const at = random.below(parts.length)
    const part = parts[at] as Paragraph
    switch (random.below(4)) {
      case 0: {
        const added = { ...this.writer.part(), from: [] }
        parts.splice(random.below(parts.length + 1), 0, added)
        this.used.add(added.id)
        break
      }
      case 1:
        if (!this.used.has(part.id) && parts.length > 2) parts.splice(at, 1)
        break
      case 2: {
        const ends = [0, parts.length - 1].filter((to) => Math.abs(to - at) >= 2)
        if (this.used.has(part.id) || ends.length === 0) break
        parts.splice(at, 1)
        parts.splice(random.pick(ends), 0, part)
        this.moved.add(part.id)
        break
      }
      default:
        if (this.used.has(part.id) || other === parts || parts.length < 3 || other.length > 9) break
        parts.splice(at, 1)
        other.splice(random.below(other.length + 1), 0, part)
        this.moved.add(part.id)
    }
    this.used.add(part.id)
  }

  /** Change the wording of so large a share of all paragraphs and sub-paragraphs that were there before. */
  reword(edited: number, [least, most]: readonly [number, number]): void {
    const { random } = this.writer
    const all = paragraphs(this.draft).flatMap((one) => [one, ...one.parts])
    for (const one of all) {
      if (one.from.length === 0 || this.fixed.has(one.id) || !random.chance(edited)) continue
      // A heading has too few words to lose many, and what was split or joined is known by what it keeps.
      const usual = least + random.fraction() * (most - least)
      const share = one.role === 'heading' ? 0 : this.regrouped.has(one.id) ? usual / 2 : usual
      reword(one, share, this.writer)
    }
  }

  /** Choose a paragraph with a verb, to which nothing else but wording is done. */
  withVerb(): Paragraph | null {
    return this.choose((one) => one.opener !== null && !this.fixed.has(one.id))?.one ?? null
  }

  /** Begin with "Also" where the paragraph before has come to begin alike, as an editor would. */
  enumerate(): void {
    for (const list of this.lists().slice(1))
      list.forEach((paragraph, at) => {
        const before = list[at - 1]
        const words = (one: Paragraph) => one.lead.map(({ text }) => text).join(' ')
        const bare = before && before.enumerator.length === 0 && paragraph.enumerator.length === 0
        if (bare && paragraph.from.length === 0 && words(before) === words(paragraph))
          also(paragraph, this.writer)
      })
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
