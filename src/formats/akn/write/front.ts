/** The front of a document: the masthead as cover page, those who propose it. */
import type { Element } from 'xast'
import type { Masthead, MastheadContent, Proposal } from '../../../model/tree/types.js'
import { dated } from './body.js'
import type { Context } from './context.js'
import { words } from './inline.js'
import { element, type Xml } from './xml.js'

/** Write a masthead, a line a field. */
export function coverPage({ children }: Masthead, context: Context): Element {
  return element(
    'coverPage',
    {},
    ...children.map((field) => element('p', {}, ...fieldElement(field, context))),
  )
}

function fieldElement(field: MastheadContent, context: Context): Xml[] {
  const { references } = context
  const text = words(field, context)
  const named = (name: string) => [element('inline', { name: `akn4un:${name}` }, ...text)]
  switch (field.type) {
    case 'organ':
      return [element('docAuthority', { refersTo: references.organization(field.name) }, ...text)]
    case 'symbol':
      return [element('docNumber', { refersTo: references.concept('symbol', 'Symbol') }, ...text)]
    case 'distribution': {
      const refersTo = references.concept(
        `distribution_${field.level}`,
        field.level,
        `distribution/${field.level}`,
      )
      return [element('docStatus', { refersTo }, ...text)]
    }
    case 'date':
      return [dated(field.date, 'dateOfIssuance', 'Date of issuance', text, context)]
    case 'session':
      return [element('session', { value: field.number }, ...text)]
    case 'jobNumber':
      return [
        element(
          'docketNumber',
          { refersTo: references.concept('publicationJobNumber', 'Job number') },
          ...text,
        ),
      ]
    case 'agendaTitle':
      return named('agendaItemTitle')
    case 'unknown':
      return text
    case 'originalLanguage':
    case 'venue':
    case 'agendaItem':
    case 'provenance':
      return named(field.type)
  }
}

/** Write the line that says who proposes what. */
export function proposal(node: Proposal, context: Context): Element {
  const { references } = context
  const as = references.role('sponsor', 'Sponsor')
  const text = node.children.flatMap((child, index): Xml[] => {
    if (child.type === 'sponsor')
      return [
        element(
          'docProponent',
          { refersTo: references.organization(child.name), as },
          ...words(child, context),
        ),
      ]
    if (child.type !== 'text' || index < node.children.length - 1)
      return words({ type: 'line', children: [child] }, context)
    // What is proposed is last, behind a colon if those who propose it are before it.
    const start = /^(?:[^:：]{0,20}[:：])?\s*/u.exec(child.value)?.[0] ?? ''
    const kind = child.value.slice(start.length)
    const refersTo = references.concept(node.kind, node.kind)
    return [
      ...(start === '' ? [] : [start]),
      ...(kind === '' ? [] : [element('docType', { refersTo }, kind)]),
    ]
  })
  return element(
    'container',
    { name: 'proponents', eId: context.ids.next('container') },
    element('p', {}, ...text),
  )
}
