/** Instructions → the document that says them: masthead, sponsors, title, numbered commands. */

import { loadSentences } from '../language/amending-sentences.js'
import { fallbackLanguage } from '../language/fallback.js'
import type { Instruction, NewParagraph } from '../model/amendment.js'
import { PlenaryError } from '../model/message.js'
import {
  command,
  footnoteDefinition,
  footnoteReference,
  givenParagraph,
  masthead,
  operative,
  proposal,
  resolution,
  root,
  sponsor,
  symbol,
  text,
} from '../model/tree/build.js'
import { withoutPlaces } from '../model/tree/edit.js'
import type {
  Clause,
  Command,
  FootnoteDefinition,
  MastheadContent,
  Node,
  PhrasingContent,
  ProposalContent,
  Resolution,
  Root,
  Title,
} from '../model/tree/types.js'

export interface ComposeOptions {
  /** Who proposes the amendments; nobody if absent. */
  sponsors?: readonly string[] | undefined
  /** The symbol of the amending document, if it has one. */
  symbol?: string | undefined
}

/** Fields of a draft's masthead that its amendments have too. */
const shared: ReadonlySet<MastheadContent['type']> = new Set([
  'organ',
  'distribution',
  'originalLanguage',
  'session',
  'venue',
  'agendaItem',
  'agendaTitle',
])

/**
 * Compose an amending document, in the form of the United Nations.
 *
 * Given instructions with their sentences, and the draft that they amend. Ensures that the tree
 * has every instruction once, in order, and is read back as these instructions.
 *
 * @throws PlenaryError if there are no sentences in the language of the draft
 * @example toMarkdown(composeAmendment(writeAmendment(draft, revision).instructions, draft, {sponsors: ['Norland']}))
 */
export function composeAmendment(
  instructions: readonly Instruction[],
  draft: Root,
  options: ComposeOptions = {},
): Root {
  const language = draft.language ?? fallbackLanguage
  const sentences = loadSentences(language)
  if (!sentences) throw new PlenaryError('no-amendment-forms', { language })
  const notes: FootnoteDefinition[] = []
  const commands = commandsOf(instructions, notes)
  const fields = draft.children.flatMap((node) => (node.type === 'masthead' ? node.children : []))
  const own = fields.filter(({ type }) => shared.has(type))
  const head: MastheadContent[] = [
    ...(options.symbol === undefined ? [] : [symbol({ symbol: options.symbol }, [options.symbol])]),
    ...own,
  ]
  const amended = fields.find((field) => field.type === 'symbol')?.symbol ?? ''
  const sponsors = options.sponsors ?? []
  const heading = sentences.heading({
    sponsored: sponsors.length > 0,
    many: commands.length > 1,
    kind: draft.kind,
    symbol: amended,
  })
  const body = resolution([...titlesOf(draft), operative(commands)])
  return withoutPlaces(
    root({ language: draft.language, kind: 'amendment' }, [
      ...(head.length > 0 ? [masthead(head)] : []),
      proposal({ kind: 'amendment' }, sponsored(heading, sponsors, sentences.list)),
      body,
      ...notes,
    ]),
  )
}

function titlesOf(draft: Root): Title[] {
  const first = draft.children.find((node): node is Resolution => node.type === 'resolution')
  return (first?.children ?? []).flatMap((node) => (node.type === 'title' ? [withoutNotes(node)] : []))
}

/** The notes of the draft stay with the draft. */
function withoutNotes<N extends Node>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as Node[])
    .filter(({ type }) => type !== 'footnoteReference')
    .map(withoutNotes)
  return { ...node, children }
}

/** The heading with the sponsors as nodes: `Norland and Sudland: amendments to …`. */
function sponsored(
  heading: string,
  sponsors: readonly string[],
  list: (names: readonly string[]) => string,
): ProposalContent[] {
  const [before = '', after] = heading.split('{sponsors}')
  if (after === undefined) return [text(heading)]
  const content: ProposalContent[] = before === '' ? [] : [text(before)]
  let rest = list(sponsors)
  for (const name of sponsors) {
    const at = rest.indexOf(name)
    if (at > 0) content.push(text(rest.slice(0, at)))
    content.push(sponsor({ name }, [name]))
    rest = rest.slice(at + name.length)
  }
  return [...content, text(rest + after)]
}

function commandsOf(instructions: readonly Instruction[], notes: FootnoteDefinition[]): Command[] {
  const commands: Command[] = []
  let last: Instruction | undefined
  for (const one of instructions) {
    const isSame = last !== undefined && last.n === one.n && last.source === one.source
    last = one
    if (isSame) continue
    const said: Clause = { type: 'clause', children: [text(one.source)] }
    const given = (one.text ?? []).map((paragraph) => givenOf(paragraph, notes))
    commands.push(command({ label: one.n === null ? null : `${one.n}.` }, [said, ...given]))
  }
  return commands
}

function givenOf({ label, text: words, notes: own }: NewParagraph, notes: FootnoteDefinition[]) {
  const children: PhrasingContent[] = []
  let at = 0
  for (const note of own) {
    if (note.at > at) children.push(text(words.slice(at, note.at)))
    const identifier = String(notes.length + 1)
    children.push(footnoteReference(identifier))
    notes.push(footnoteDefinition(identifier, [note.text]))
    at = note.at
  }
  if (at < words.length) children.push(text(words.slice(at)))
  return givenParagraph({ label }, [{ type: 'clause', children }])
}
