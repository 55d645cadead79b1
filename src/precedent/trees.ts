/** What a library keeps of a text → a tree, for a comparison that wants its verbs and citations. */
import { languages, load } from '../language/load.js'
import { Openings } from '../language/openings.js'
import { rich } from '../model/block.js'
import type { LibraryDocument, LibraryParagraph } from '../model/precedent.js'
import * as build from '../model/tree/build.js'
import type {
  AnnexParagraph,
  Clause,
  OperativeParagraph,
  OrganLine,
  PhraseRole,
  PhrasingContent,
  PreambularParagraph,
  Resolution,
  Root,
  Subparagraph,
  Title,
} from '../model/tree/types.js'

/** "(a) To report": the label that a line of a sub-paragraph opens with. */
const sublabel = /^(\(?[^\s()]{1,8}[).])\s/u
/** `Annex ¶3`: the place of a paragraph without a number. */
const placed = /^Annex ¶(\d+)$/u
/** `OP3bis`, `Annex 3`: the number, and what was put behind it. */
const numbered = /^(?:OP|Annex )((\d+) ?(.*))$/u

type Paragraph = PreambularParagraph | OperativeParagraph | AnnexParagraph

/** What a resolution opens with. */
type Front = (Title | OrganLine)[]

/** The paragraphs of one resolution, of several those that follow each other. */
interface Group {
  designation: string | null
  paragraphs: Paragraph[]
}

/** Make a tree of what a library keeps of a document: its symbol, date, title and paragraphs, with their verbs and citations. */
export function documentTree(document: LibraryDocument): Root {
  return new TreeReader(document.language).document(document)
}

/** Reads the texts of one language. */
export class TreeReader {
  readonly #language: string | null
  readonly #openings: Openings | null

  /** Given the language; of a text without one, or in one that there is no grammar for, no verb is known. */
  constructor(language: string | null) {
    this.#language = language
    this.#openings = language !== null && languages().includes(language) ? new Openings(load(language)) : null
  }

  /** One paragraph alone. */
  paragraph(paragraph: LibraryParagraph): Root {
    return this.#root([{ designation: null, paragraphs: [this.#paragraph(paragraph, 1)] }])
  }

  /** A whole document: its symbol, title and paragraphs. */
  document({ symbol, title, organ, date, paragraphs }: LibraryDocument): Root {
    const fields = [
      ...(symbol === null ? [] : [build.symbol({ symbol }, [symbol])]),
      ...(date === null ? [] : [build.date({ date }, [date])]),
    ]
    const groups: Group[] = []
    paragraphs.forEach((paragraph, at) => {
      const designation = paragraph.resolution ?? null
      if (groups.at(-1)?.designation !== designation) groups.push({ designation, paragraphs: [] })
      groups.at(-1)?.paragraphs.push(this.#paragraph(paragraph, at + 1))
    })
    return this.#root(groups, {
      head: fields.length === 0 ? [] : [build.masthead(fields)],
      front: [
        ...(title === null ? [] : [build.title([title])]),
        ...(organ === null ? [] : [build.organLine({ name: organ }, [organ])]),
      ],
    })
  }

  #root(
    groups: readonly Group[],
    { head = [], front = [] }: { head?: Root['children']; front?: Front } = {},
  ): Root {
    const all = groups.flatMap(({ paragraphs }) => paragraphs)
    const annexed = all.filter((one) => one.type === 'annexParagraph')
    const resolutions = groups.filter(({ paragraphs }) =>
      paragraphs.some((one) => one.type !== 'annexParagraph'),
    )
    const [first = { designation: null, paragraphs: [] }, ...others] = resolutions
    return build.root({ language: this.#language }, [
      ...head,
      resolutionOf(first, front),
      ...others.map((group) => resolutionOf(group, [])),
      ...(annexed.length === 0 ? [] : [build.annex(annexed)]),
    ])
  }

  #paragraph({ label, text }: LibraryParagraph, ordinal: number): Paragraph {
    const isAnnexed = label.startsWith('Annex ')
    const role = label.startsWith('PP') ? 'preambular' : 'operative'
    const children = text.split('\n').map((line, at): Clause | Subparagraph => {
      const own = at === 0 ? null : sublabel.exec(line)
      if (!own) return this.#clause(line, at === 0 ? role : null)
      const [opening, printed = ''] = own
      return build.subparagraph({ label: printed, depth: 1 }, [
        this.#clause(line.slice(opening.length), null),
      ])
    })
    if (role === 'preambular')
      return build.preambularParagraph({ ordinal: Number(label.slice(2)) || ordinal }, children)
    const paragraph = isAnnexed ? build.annexParagraph : build.operativeParagraph
    const [, printed, value, suffix = ''] = numbered.exec(label) ?? []
    if (value === undefined)
      return paragraph({ ordinal: Number(placed.exec(label)?.[1] ?? ordinal) }, children)
    const number = { value: Number(value), suffix: suffix || null, alternative: null }
    return paragraph({ ordinal, label: `${printed}.`, number }, children)
  }

  /** The words with their verbs and citations. */
  #clause(text: string, role: PhraseRole | null): Clause {
    if (!this.#openings) return build.clause([text])
    const { grammar } = this.#openings
    const lead = role === null ? null : this.#openings.lead(rich(text), role)
    const phrases = [
      ...(lead ? [{ ...lead, isLead: true }] : []),
      ...grammar
        .later(text, lead?.end ?? 0, lead?.role ?? role ?? 'operative')
        .map((one) => ({ ...one, isLead: false })),
    ]
    const found: { start: number; end: number; node: (words: string) => PhrasingContent }[] = [
      ...phrases.map(({ start, end, isLead, alternatives, known: _known, ...fields }) => ({
        start,
        end,
        node: (words: string) =>
          build.phrase({ ...fields, ...(alternatives && { alternatives }), lead: isLead }, [words]),
      })),
      ...grammar.citations(text).map(({ start, end, kind, target, url }) => ({
        start,
        end,
        node: (words: string) => build.citation({ kind, target, url }, [words]),
      })),
    ]
    const children: (PhrasingContent | string)[] = []
    let from = 0
    for (const { start, end, node } of found.sort((a, b) => a.start - b.start)) {
      if (start < from || end <= start) continue
      if (start > from) children.push(text.slice(from, start))
      children.push(node(text.slice(start, end)))
      from = end
    }
    if (from < text.length) children.push(text.slice(from))
    return build.clause(children)
  }
}

function resolutionOf({ designation, paragraphs }: Group, front: Front): Resolution {
  const preambular = paragraphs.filter((one) => one.type === 'preambularParagraph')
  const operative = paragraphs.filter((one) => one.type === 'operativeParagraph')
  return build.resolution({ designation }, [
    ...front,
    ...(preambular.length === 0 ? [] : [build.preamble(preambular)]),
    build.operative(operative),
  ])
}
