/** The whole document: body, notes, page headers and footers, styles, properties. */
import type { Element } from 'xast'
import { factsOf } from '../../../model/tree/facts.js'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, FootnoteDefinition, Root } from '../../../model/tree/types.js'
import { blocks } from './body.js'
import { firstPage } from './first-page.js'
import { type InlineContext, runs } from './inline.js'
import { gap, masthead } from './masthead.js'
import { Notes, raised } from './notes.js'
import { idOf, type Part, pack } from './package.js'
import { type Page, pageOf, pageSetting } from './page.js'
import { runningFooter, runningHeader } from './running.js'
import { styles } from './styles.js'
import { typographyOf } from './typography.js'
import { paragraph, run, w } from './wordml.js'

export interface DocxOptions {
  /** Paper; by default letter for what is issued in New York, A4 for all other bodies. */
  paper?: 'a4' | 'letter' | undefined
  /** When the document was made (ISO 8601), for its properties; by default they do not say. */
  date?: string | undefined
}

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** A tree → the bytes of a package; `kept` is the tree as JSON where it is to be beside the text. */
export function writeDocument(tree: Root, options: DocxOptions, kept?: string): Uint8Array {
  const facts = factsOf(tree)
  const page = pageOf(facts.symbol, options.paper)
  const typography = typographyOf(tree)
  const { rtl } = typography
  const front = firstPage(tree)
  const notes = new Notes(
    tree.children
      .filter((node) => node.type === 'footnoteDefinition')
      .filter((note) => !front.starred.includes(note)),
  )
  const context = { page, typography, mark: notes.mark.bind(notes) }
  // In headers and in notes there are no footnotes: a mark is only raised.
  const flat: InlineContext = { typography, mark: ({ label, identifier }) => [raised(label ?? identifier)] }
  const inline = (node: AnyNode) => runs('children' in node ? (node.children as AnyNode[]) : [], flat)
  const typedNote = ({ identifier, label, children }: FootnoteDefinition) =>
    paragraph({ style: 'LooseNote', rtl }, [
      raised(label ?? identifier),
      run({}, ' '),
      ...children.flatMap(inline),
    ])

  const body = tree.children.flatMap((node) =>
    blocks(node.type === 'masthead' ? { ...node, children: front.body } : node, context),
  )
  const end = facts.resolution ? [paragraph({ style: 'EndRule', rtl })] : []
  const pages = {
    first: {
      header: [...masthead(front.header, flat, page), gap()],
      footer: [
        ...front.starred.map(typedNote),
        ...front.jobNumbers.map((field) => paragraph({ style: 'JobNumber', rtl }, inline(field))),
        gap(),
      ],
    },
    even: {
      header: runningHeader('even', tree, facts, context),
      footer: runningFooter('even', facts, context),
    },
    default: {
      header: runningHeader('default', tree, facts, context),
      footer: runningFooter('default', facts, context),
    },
  }
  const running = Object.entries(pages).flatMap(([type, content]) =>
    (['header', 'footer'] as const).map((kind) => ({
      type,
      kind,
      file: `${kind}-${type}.xml`,
      root: w(kind === 'header' ? 'hdr' : 'ftr', namespaces, ...content[kind]),
    })),
  )
  const parts: Part[] = [
    { file: 'styles.xml', kind: 'styles', root: w('styles', namespaces, ...styles(page, typography)) },
    { file: 'settings.xml', kind: 'settings', root: settings(page) },
    { file: 'footnotes.xml', kind: 'footnotes', root: w('footnotes', namespaces, ...notes.part(flat)) },
    ...running,
  ]
  const references = running.map(({ kind, type, file }) =>
    w(`${kind}Reference`, { type, 'r:id': idOf(file) }),
  )
  const content = [...body, ...notes.unmarked.map(typedNote), ...end, section(page, references)]
  return pack(w('document', namespaces, w('body', {}, ...content)), parts, {
    title: facts.title ? plainText(facts.title) : (facts.symbol ?? ''),
    language: tree.language,
    date: options.date,
    kept,
  })
}

function section(page: Page, references: readonly Element[]): Element {
  return w('sectPr', {}, ...references, ...pageSetting(page), w('titlePg'))
}

function settings({ step }: Page): Element {
  return w(
    'settings',
    namespaces,
    w('defaultTabStop', { val: step }),
    w('evenAndOddHeaders'),
    w('footnotePr', {}, w('footnote', { id: -1 }), w('footnote', { id: 0 })),
    w(
      'compat',
      {},
      // Word lays out as of 2013, and not as of an older version that it emulates.
      w('compatSetting', {
        name: 'compatibilityMode',
        uri: 'http://schemas.microsoft.com/office/word',
        val: 15,
      }),
    ),
  )
}
