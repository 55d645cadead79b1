/** Phrasing → inline elements: phrases, references, notes, typography. */
import type { Element } from 'xast'
import { plainText } from '../../../model/tree/text.js'
import type {
  AnyNode,
  Citation,
  FootnoteDefinition,
  FootnoteReference,
  Phrase,
} from '../../../model/tree/types.js'
import type { Reviser } from '../compare/revision.js'
import type { Context } from './context.js'
import { symbolIri } from './names.js'
import { type Attributes, element, type Xml } from './xml.js'

/** Write the words of a node: a clause, a heading, a field. */
export function words(node: AnyNode & { children: readonly AnyNode[] }, context: Context): Xml[] {
  const reviser = context.revision?.of(node)
  if (!reviser) return inline(node.children, context)
  return [...inline(node.children, context, reviser), ...reviser.rest()]
}

/** Write inline content; `reviser` writes its text, as where what is kept of an old text is parted from what is new. */
export function inline(nodes: readonly AnyNode[], context: Context, reviser?: Reviser): Xml[] {
  return nodes.flatMap((node) => one(node, context, reviser))
}

function one(node: AnyNode, context: Context, reviser?: Reviser): Xml[] {
  const inner = () => ('children' in node ? inline(node.children as AnyNode[], context, reviser) : [])
  switch (node.type) {
    case 'emphasis':
      return [element('i', {}, ...inner())]
    case 'strong':
      return [element('b', {}, ...inner())]
    case 'break':
      return [element('br')]
    case 'footnoteReference':
      return [note(node as FootnoteReference, context)]
    case 'phrase':
      return [phrase(node as Phrase, inner(), context)]
    case 'citation':
      return [reference(node as Citation, inner(), context)]
    default:
      if ('value' in node) return text(String(node.value), reviser)
      return inner()
  }
}

/** A line that ends inside a text has an element of its own. */
function text(value: string, reviser?: Reviser): Xml[] {
  return value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [element('br')] : []),
      ...(line === '' ? [] : (reviser?.text(line) ?? [line])),
    ])
}

function phrase(node: Phrase, inner: Xml[], { references }: Context): Element {
  const { role, lead, verb } = node
  const attributes = {
    name: role === 'preambular' ? 'akn4un:preambularPhrase' : 'akn4un:operativePhrase',
    class: lead ? null : 'later',
    refersTo: verb === null ? null : references.concept(`verb_${verb}`, plainText(node), `verb/${verb}`),
  }
  return element('inline', attributes, ...inner)
}

/** What the UN defines an address for is a reference: its IRI in the text, the address among the references. */
function reference(
  { kind, target, url }: Pick<Citation, 'kind' | 'target' | 'url'>,
  inner: Xml[],
  { references }: Context,
): Element {
  if (url === null) return element('inline', { name: `akn4un:${kind}` }, ...inner)
  if (kind === 'treaty') return element('a', { href: url }, ...inner)
  const refersTo = references.add(
    'TLCReference',
    `ref_${target.replace(/[\s/]/gu, '-')}`,
    url,
    target,
    'undocs',
  )
  return element('ref', { href: symbolIri(target), refersTo }, ...inner)
}

/** A note is where it is first referred to; other marks refer to it. */
function note({ identifier, label }: FootnoteReference, context: Context): Element {
  const definition = context.notes.get(identifier)
  const marker = label ?? identifier
  const eId = noteId(identifier)
  if (!definition || context.written.has(definition)) return element('noteRef', { href: `#${eId}`, marker })
  const attributes = { marker: definition.label ?? marker, placement: 'bottom', eId: context.ids.take(eId) }
  return noteElement('authorialNote', attributes, definition, context)
}

/** It counts as written before its text is: a note may refer to itself. */
function noteElement(
  name: string,
  attributes: Attributes,
  definition: FootnoteDefinition,
  context: Context,
): Element {
  const made = element(name, attributes)
  context.written.set(definition, made)
  made.children.push(...noteText(definition, context))
  return made
}

function noteId(identifier: string): string {
  return `authorialNote_${identifier.replace(/\s+/gu, '_')}`
}

function noteText({ children }: FootnoteDefinition, context: Context): Element[] {
  const paragraphs = children.map((child) =>
    element(
      'p',
      {},
      ...('children' in child ? inline(child.children as AnyNode[], context, citing(context)) : []),
    ),
  )
  return paragraphs.length > 0 ? paragraphs : [element('p')]
}

/** A tree tells no citations in notes, whose text is plain: they are looked for as they are written. */
function citing(context: Context): Reviser {
  const text = (value: string): Xml[] => {
    const written: Xml[] = []
    let from = 0
    for (const { start, end, ...citation } of context.citations(value)) {
      if (start > from) written.push(value.slice(from, start))
      written.push(reference(citation, [value.slice(start, end)], context))
      from = end
    }
    return from < value.length ? [...written, value.slice(from)] : written
  }
  return { text, rest: () => [] }
}

/** Notes that no mark refers to. */
export function otherNotes(definitions: readonly FootnoteDefinition[], context: Context): Element[] {
  return definitions
    .filter((definition) => !context.written.has(definition))
    .map((definition) => {
      const { identifier, label } = definition
      const attributes = { eId: context.ids.take(noteId(identifier)), marker: label ?? identifier }
      return noteElement('note', attributes, definition, context)
    })
}
