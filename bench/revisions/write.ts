/** Writes paragraphs from the sentence patterns. */
import type { Draft, Paragraph, Section, Word } from './model.js'
import type { Random } from './random.js'
import { type Opener, openers, rules } from './words.js'

const onsets = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'sk',
  'st',
  't',
  'tr',
  'v',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'au', 'ei']
const codas = ['', 'l', 'm', 'n', 'r', 'rn', 's', 'st', 'x', 'nd']

/** How a draft begins its operative paragraphs: about so often in twelve. */
const mixture: readonly Opener[] = [
  ...Array.from({ length: 6 }, () => 'call' as const),
  ...(['thing', 'thing', 'fact', 'fact', 'decision', 'decision'] as const),
]

export class Writer {
  readonly random: Random
  private readonly places: string[] = []
  private count = 0

  /** Given how many paragraphs the text will have: the more, the more places there are to speak of. */
  constructor(random: Random, size: number) {
    this.random = random
    while (this.places.length < 12 + size) this.places.push(this.name())
  }

  /** Write one clause or more by a rule of the tables. */
  clauses(rule: string): Word[][] {
    const pattern = this.random.pick(rules[rule] ?? [])
    return pattern
      .split('|')
      .map((clause) => this.fill(clause))
      .filter((_, index) => index === 0 || this.random.chance(0.7))
      .map((text) => this.words(text))
  }

  words(text: string): Word[] {
    return text.split(' ').map((word) => this.word(word))
  }

  word(text: string): Word {
    return { id: ++this.count, text }
  }

  paragraph(role: Paragraph['role'], opener: Opener | null, rule: string, phrase?: string): Paragraph {
    const words = opener === null ? '' : (phrase ?? this.random.pick(openers[opener]))
    const id = ++this.count
    return {
      id,
      from: [id],
      role,
      opener,
      enumerator: [],
      lead: words === '' ? [] : this.words(words),
      clauses: this.clauses(rule),
      parts: [],
      seam: null,
      bis: false,
    }
  }

  recital(): Paragraph {
    if (this.random.chance(0.25))
      return this.paragraph(
        'preambular',
        'recitalOfThing',
        'citation',
        this.random.pick(['Recalling', 'Reaffirming']),
      )
    const opener = this.random.pick(['recitalOfThing', 'recitalOfFact', 'recitalOfFact'] as const)
    return this.paragraph('preambular', opener, opener)
  }

  operative(): Paragraph {
    if (this.random.chance(0.08)) return this.paragraph('operative', 'call', 'boilerplate')
    const opener = this.random.pick(mixture)
    const paragraph = this.paragraph('operative', opener, opener)
    if (this.random.chance(0.15)) this.extend(paragraph)
    if (opener === 'call' && paragraph.seam === null && this.random.chance(0.25)) {
      const many = 2 + this.random.below(4)
      for (let count = 0; count < many; count++) paragraph.parts.push(this.part())
    }
    return paragraph
  }

  /** Add a second sentence: "and requests …". */
  private extend(paragraph: Paragraph): void {
    const and = this.word('and')
    const [first = [], ...rest] = this.clauses('call')
    const verb = this.random.pick(['urges', 'requests', 'invites', 'encourages'])
    paragraph.clauses.push([and, this.word(verb), ...first], ...rest)
    paragraph.seam = and.id
  }

  part(): Paragraph {
    return this.paragraph('subparagraph', null, 'part')
  }

  heading(): Paragraph {
    const heading = this.paragraph('heading', null, 'heading')
    // A heading is one clause: commas are not its style.
    heading.clauses = [heading.clauses.flat()]
    return heading
  }

  /** Write a draft of a few dozen paragraphs and of copies of them in which a word or two differ. */
  repetitive(size: number): Draft {
    const again = (one: Paragraph): Paragraph => {
      const copy = {
        ...one,
        id: ++this.count,
        clauses: one.clauses.map((clause) => this.words(textOf(clause))),
      }
      const clause = copy.clauses[0] as Word[]
      clause[clause.length - 1] = this.word(this.random.pick(this.places))
      return { ...copy, from: [copy.id], lead: this.words(textOf(one.lead)), seam: null }
    }
    const models = Array.from({ length: 25 }, () => ({ ...this.operative(), parts: [] }))
    const sections: Section[] = []
    for (let left = size - 2; left > 0; left -= 500) {
      const paragraphs = Array.from({ length: Math.min(500, left) }, () => again(this.random.pick(models)))
      sections.push({ heading: this.heading(), paragraphs })
    }
    return { preamble: [this.recital(), this.recital()], sections }
  }

  /** Write a draft of so many paragraphs, sub-paragraphs and headings aside. */
  draft(size: number): Draft {
    const recitals = Math.max(2, Math.min(40, Math.round(size * 0.35)))
    const preamble = Array.from({ length: recitals }, () => this.recital())
    const many = size >= 1000 || (size >= 30 && this.random.chance(0.6)) ? 2 + Math.floor(size / 40) : 1
    const sections: Section[] = []
    for (let section = 0; section < many; section++) {
      const share = Math.ceil(((size - recitals) * (section + 1)) / many)
      const done = Math.ceil(((size - recitals) * section) / many)
      const paragraphs = Array.from({ length: share - done }, () => this.operative())
      this.countRepetitions(paragraphs)
      sections.push({ heading: many > 1 ? this.heading() : null, paragraphs })
    }
    return { preamble, sections }
  }

  /** Begin a paragraph that repeats the phrase before it with "Also", as editors do. */
  private countRepetitions(list: readonly Paragraph[]): void {
    list.forEach((paragraph, index) => {
      const before = list[index - 1]
      const phrase = ({ lead }: Paragraph) => lead.map(({ text }) => text).join(' ')
      if (before && before.enumerator.length === 0 && phrase(before) === phrase(paragraph))
        also(paragraph, this)
    })
  }

  private fill(pattern: string): string {
    return pattern.replace(/\{(\w+)\}/gu, (_, slot: string) => {
      const name = slot.toLowerCase()
      const text = this.slot(slot in rules ? slot : name)
      return slot === name || slot in rules ? text : text.charAt(0).toUpperCase() + text.slice(1)
    })
  }

  private slot(slot: string): string {
    switch (slot) {
      case 'place':
        return this.random.pick(this.places)
      case 'small':
        return String(2 + this.random.below(60))
      case 'number':
        return String(60 + this.random.below(900))
      case 'day':
        return String(1 + this.random.below(28))
      case 'year':
        return String(2031 + this.random.below(40))
      default:
        return this.fill(this.random.pick(rules[slot] ?? []))
    }
  }

  private name(): string {
    const syllable = () => this.random.pick(onsets) + this.random.pick(vowels) + this.random.pick(codas)
    const name = syllable() + syllable() + (this.random.chance(0.4) ? syllable() : '')
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

/** Begin a paragraph with "Also". */
export function also(paragraph: Paragraph, writer: Writer): void {
  const [first, ...rest] = paragraph.lead
  if (!first) return
  paragraph.enumerator = [writer.word('Also')]
  paragraph.lead = [{ ...first, text: first.text.toLowerCase() }, ...rest]
}
