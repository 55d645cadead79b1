/**
 * resast: the nodes of a resolution.
 *
 * A [unist](https://github.com/syntax-tree/unist) dialect. The specification,
 * node by node, is `README.md` beside this file. To add nodes of your own,
 * augment the content maps, as with mdast:
 *
 * ```ts
 * declare module 'plenary' {
 *   interface RootContentMap { marginNote: MarginNote }
 * }
 * ```
 */
import type { Break, Emphasis, FootnoteDefinition, FootnoteReference, Strong, Table, Text } from 'mdast'
import type { Literal as UnistLiteral, Node as UnistNode, Parent as UnistParent } from 'unist'

export type {
  Break,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Paragraph,
  Strong,
  Table,
  Text,
} from 'mdast'

/** A change that someone tracked in a paragraph. */
export interface TrackedChange {
  /** A move is cut in one place and added in another, under one name. */
  change: 'insert' | 'delete' | 'moveFrom' | 'moveTo'
  author: string | null
  /** ISO 8601, with the time. */
  date: string | null
  /** Its words; a line end for the end of the paragraph. */
  text: string
  /** The name of the move. */
  move?: string
}

declare module 'unist' {
  interface Data {
    /** Where the words are in a document that is no text, in the order of reading. */
    source?: SourcePlace[]
    /** Where the words are that a comment is on. */
    anchor?: SourcePlace[]
  }
}

/** A place in a document that is no text. */
export interface SourcePlace {
  /** Word: the name of the part (`word/document.xml`). */
  part?: string
  /** Word: which paragraph (`w:p`) of the part, from 1. */
  paragraph?: number
  /** Word: the tracked changes of the paragraph, in its order, those of the other side too. */
  changes?: TrackedChange[]
  /** PDF: the page, from 1. */
  page?: number
  /** PDF: a box on the page, in points from its top left corner. */
  box?: [x: number, y: number, width: number, height: number]
}

// ---------------------------------------------------------------- content maps

/** Inline content: everything that can be in a run of text. */
export interface PhrasingContentMap {
  text: Text
  emphasis: Emphasis
  strong: Strong
  break: Break
  footnoteReference: FootnoteReference
  phrase: Phrase
  citation: Citation
}
/** Inline content that carries no meaning of the field: what a phrase or a citation is made of. */
export interface PlainContentMap {
  text: Text
  emphasis: Emphasis
  strong: Strong
  break: Break
  footnoteReference: FootnoteReference
}
export interface RootContentMap {
  masthead: Masthead
  proposal: Proposal
  resolution: Resolution
  annex: Annex
  footnoteDefinition: FootnoteDefinition
  furniture: Furniture
  comment: Comment
  unknown: Unknown
}
export interface MastheadContentMap {
  organ: Organ
  symbol: DocumentSymbol
  distribution: Distribution
  date: DateField
  originalLanguage: OriginalLanguage
  session: Session
  venue: Venue
  agendaItem: AgendaItem
  agendaTitle: AgendaTitle
  provenance: Provenance
  jobNumber: JobNumber
  unknown: Unknown
}
export interface ProposalContentMap {
  sponsor: Sponsor
  text: Text
  footnoteReference: FootnoteReference
}
export interface ResolutionContentMap {
  title: Title
  table: Table
  organLine: OrganLine
  preamble: Preamble
  operative: Operative
  closing: Closing
  unknown: Unknown
}
export interface PreambleContentMap {
  preambularParagraph: PreambularParagraph
  heading: Heading
  table: Table
  unknown: Unknown
}
export interface OperativeContentMap {
  operativeParagraph: OperativeParagraph
  section: Section
  heading: Heading
  table: Table
  quotation: Quotation
  command: Command
  unknown: Unknown
}
/** What a section may hold beside what the operative part may. */
export interface SectionContentMap {
  organLine: OrganLine
  preamble: Preamble
}
export interface ParagraphContentMap {
  clause: Clause
  subparagraph: Subparagraph
}
export interface CommandContentMap {
  clause: Clause
  givenParagraph: GivenParagraph
}
export interface AnnexContentMap {
  title: Title
  heading: Heading
  annexParagraph: AnnexParagraph
  resolution: Resolution
  table: Table
  unknown: Unknown
}
export interface ClosingContentMap {
  meeting: Meeting
  date: DateField
  vote: Vote
  unknown: Unknown
}

export type PhrasingContent = PhrasingContentMap[keyof PhrasingContentMap]
export type PlainContent = PlainContentMap[keyof PlainContentMap]
export type RootContent = RootContentMap[keyof RootContentMap]
export type MastheadContent = MastheadContentMap[keyof MastheadContentMap]
export type ProposalContent = ProposalContentMap[keyof ProposalContentMap]
export type ResolutionContent = ResolutionContentMap[keyof ResolutionContentMap]
export type PreambleContent = PreambleContentMap[keyof PreambleContentMap]
export type OperativeContent = OperativeContentMap[keyof OperativeContentMap]
export type SectionContent = OperativeContent | SectionContentMap[keyof SectionContentMap]
export type ParagraphContent = ParagraphContentMap[keyof ParagraphContentMap]
export type CommandContent = CommandContentMap[keyof CommandContentMap]
export type AnnexContent = AnnexContentMap[keyof AnnexContentMap]
export type ClosingContent = ClosingContentMap[keyof ClosingContentMap]

/** Any node of a resast tree. */
export type Node =
  | Root
  | RootContent
  | MastheadContent
  | ProposalContent
  | ResolutionContent
  | PreambleContent
  | OperativeContent
  | SectionContent
  | ParagraphContent
  | CommandContent
  | AnnexContent
  | ClosingContent
  | PhrasingContent
/** A node that has children. */
export type Parent = Extract<Node, UnistParent>

// ---------------------------------------------------------------- vocabulary

/** What a document is, as its masthead, proposal line and symbol say. */
export type DocumentKind =
  | 'draft'
  | 'revisedDraft'
  | 'adopted'
  | 'amendment'
  | 'decision'
  | 'draftDecision'
  | 'unknown'
/** What a sponsor line proposes. */
export type ProposalKind =
  | 'draftResolution'
  | 'revisedDraftResolution'
  | 'draftDecision'
  | 'revisedDraftDecision'
  | 'amendment'
  | 'unknown'
export type CitationKind = 'resolution' | 'decision' | 'document' | 'article' | 'paragraph' | 'treaty'
/** What the page, not the author, put into the text. */
export type FurnitureKind =
  | 'pageNumber'
  /** Of a line of the text, at its margin. */
  | 'lineNumber'
  | 'runningHeader'
  | 'jobNumber'
  | 'barCode'
  | 'recycling'
  | 'rule'
  | 'frontMatter'
  /** Drawn outside of what the page shows. */
  | 'outOfSight'
/** Whose words a phrase is: a participle of the preamble or a finite verb of the operative part. */
export type PhraseRole = 'preambular' | 'operative'

// ---------------------------------------------------------------- the document

export interface Root extends UnistParent {
  type: 'root'
  /** ISO 639-1 code, or null where the text gave no evidence. */
  language: string | null
  kind: DocumentKind
  children: RootContent[]
}

export interface Masthead extends UnistParent {
  type: 'masthead'
  children: MastheadContent[]
}

/** What all masthead fields share: the words printed. */
interface Field extends UnistParent {
  children: PlainContent[]
}
export interface Organ extends Field {
  type: 'organ'
  /** The name without article or comma, white space collapsed. */
  name: string
}
export interface DocumentSymbol extends Field {
  type: 'symbol'
  /** Normalised: `A/C.3/80/L.12/Rev.1`, `S/RES/1325 (2000)`. */
  symbol: string
}
export interface Distribution extends Field {
  type: 'distribution'
  /** `limited`, `general`, … */
  level: string
}
export interface DateField extends Field {
  type: 'date'
  /** ISO 8601, or null where the words name no single day. */
  date: string | null
}
export interface OriginalLanguage extends Field {
  type: 'originalLanguage'
  /** ISO 639-1 codes of the languages named. */
  languages: string[]
}
export interface Session extends Field {
  type: 'session'
  /** The session's number, or its year for bodies that count by years. */
  number: number | null
  /** `regular`, `special`, `emergencySpecial`, `resumed`, … */
  kind: string
}
export interface Venue extends Field {
  type: 'venue'
  place: string | null
  /** First and last day, ISO 8601. */
  from: string | null
  to: string | null
}
export interface AgendaItem extends Field {
  type: 'agendaItem'
  /** `["72 (b)"]`, `["13", "117"]`. */
  items: string[]
}
export interface AgendaTitle extends Field {
  type: 'agendaTitle'
}
export interface Provenance extends Field {
  type: 'provenance'
  /** Day of adoption where the line names it, ISO 8601. */
  date: string | null
  /** Symbols of the documents named (the report, the draft). */
  symbols: string[]
}
export interface JobNumber extends Field {
  type: 'jobNumber'
}

export interface Proposal extends UnistParent {
  type: 'proposal'
  kind: ProposalKind
  children: ProposalContent[]
}
export interface Sponsor extends UnistParent {
  type: 'sponsor'
  name: string
  /** Identifiers of the notes marked on the name or on the line as a whole. */
  noteMarks: string[]
  /** The group named by such a note ("on behalf of …"), else null. */
  onBehalfOf: string | null
  children: PlainContent[]
}

// ---------------------------------------------------------------- the resolution

export interface Resolution extends UnistParent {
  type: 'resolution'
  /** As printed before the title, without its full stop: `77/210`. */
  number: string | null
  /** The letter or numeral of one resolution among several: `A`, `II`. */
  designation: string | null
  children: ResolutionContent[]
}
export interface Title extends UnistParent {
  type: 'title'
  /** The number printed before the title, as printed (`77/210.`), else null. */
  label: string | null
  children: PlainContent[]
}
export interface OrganLine extends UnistParent {
  type: 'organLine'
  /** The organ's name without article or comma. */
  name: string
  children: PlainContent[]
}
export interface Preamble extends UnistParent {
  type: 'preamble'
  children: PreambleContent[]
}
export interface PreambularParagraph extends UnistParent {
  type: 'preambularParagraph'
  /** The paragraph's place in its preamble, from 1. */
  ordinal: number
  /** As printed, where a working draft numbers its preamble (`PP5`), else null. */
  label: string | null
  children: ParagraphContent[]
}
export interface Operative extends UnistParent {
  type: 'operative'
  children: OperativeContent[]
}
export interface Section extends UnistParent {
  type: 'section'
  /** `I`, `A`, or null for a section that has only a title. */
  label: string | null
  children: SectionContent[]
}
/** A number as a drafter writes it: `5`, `5 bis`, `5 Alt 2`. */
export interface ParagraphNumber {
  value: number
  suffix: string | null
  alternative: string | null
}
export interface OperativeParagraph extends UnistParent {
  type: 'operativeParagraph'
  /** As printed: `5.`, `OP5 bis.`; null when unnumbered. */
  label: string | null
  number: ParagraphNumber | null
  /** The paragraph's place in its operative part, from 1 (sections run on). */
  ordinal: number
  children: ParagraphContent[]
}
export interface Subparagraph extends UnistParent {
  type: 'subparagraph'
  /** As printed: `(a)`, `(ii)`, `–`. */
  label: string
  /** 1 for (a), 2 for (i) inside it, … */
  depth: number
  children: ParagraphContent[]
}
export interface Clause extends UnistParent {
  type: 'clause'
  children: PhrasingContent[]
}
export interface Heading extends UnistParent {
  type: 'heading'
  /** 1 for a section of the resolution, 2 for a part of it, … */
  depth: number
  children: PlainContent[]
}
export interface Quotation extends UnistParent {
  type: 'quotation'
  children: Resolution[]
}
/** What an amending document asks for in one sentence, with the paragraphs that it gives. */
export interface Command extends UnistParent {
  type: 'command'
  /** As printed, or null. */
  label: string | null
  children: CommandContent[]
}
/** A paragraph that a command puts into the draft, or quotes for the reader. */
export interface GivenParagraph extends UnistParent {
  type: 'givenParagraph'
  label: string | null
  children: Clause[]
}
export interface Closing extends UnistParent {
  type: 'closing'
  children: ClosingContent[]
}
export interface Meeting extends Field {
  type: 'meeting'
  number: number | null
}
export interface Vote extends Field {
  type: 'vote'
}
export interface Annex extends UnistParent {
  type: 'annex'
  /** `I`, `II`, or null where the annex bears none. */
  label: string | null
  children: AnnexContent[]
}
export interface AnnexParagraph extends UnistParent {
  type: 'annexParagraph'
  label: string | null
  number: ParagraphNumber | null
  /** The paragraph's place in its annex, from 1. */
  ordinal: number
  children: ParagraphContent[]
}

// ---------------------------------------------------------------- inline

export interface Phrase extends UnistParent {
  type: 'phrase'
  role: PhraseRole
  /** True for the words that open a paragraph, false for a later verb in it. */
  lead: boolean
  /** The grammar's id (`urge`), or null for a verb that no list knows. */
  verb: string | null
  /** Ids of other verbs that the words may render in another language; absent where there are none. */
  alternatives?: string[]
  /** `also`, `further`, `once again`, …, as the grammar names it. */
  enumerator: string | null
  /** `strongly`, `deeply`, … */
  intensifier: string | null
  /** What completes the verb: `with appreciation`, `its request`, … */
  qualifier: string | null
  /** Directive force towards the addressee, 0–6, as `grammars/` gives it. */
  force: number | null
  /** `approval`, `concern`, …, as `grammars/` gives it. */
  stance: string | null
  children: PlainContent[]
}
export interface Citation extends UnistParent {
  type: 'citation'
  kind: CitationKind
  /** Normalised: `A/RES/72/178`, `S/RES/1325 (2000)`, `article 24, paragraph 4`. */
  target: string
  /** Where the target can be read, if the UN defines an address for it. */
  url: string | null
  /** ISO 8601 day of what is cited, where the text gives it. */
  date?: string
  children: PlainContent[]
}

// ---------------------------------------------------------------- the rest

export interface Furniture extends UnistLiteral {
  type: 'furniture'
  kind: FurnitureKind
  value: string
}
/** What a reader of a draft wrote at its margin. */
export interface Comment extends UnistLiteral {
  type: 'comment'
  author: string | null
  /** ISO 8601 with the time, as the file has it, else null. */
  date: string | null
  /** The words that it is on; empty where it is on none. */
  quote: string
  /** What it says; paragraphs are lines. */
  value: string
}
export interface Unknown extends UnistParent {
  type: 'unknown'
  children: PlainContent[]
}
/** A node of this tree or of one that extends it. */
export type AnyNode = Node | UnistNode
