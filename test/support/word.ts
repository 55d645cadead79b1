/** Word documents made by hand: the least XML that Word takes for a document. */
import { strToU8, type Zippable, zipSync } from 'fflate'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordParts {
  body: string
  styles?: string
  numbering?: string
  settings?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  /** Headers and footers by the identifier that sections refer to. */
  pages?: Record<string, string>
  /** Entries beside, or in place of, the usual ones. */
  entries?: Zippable
}

/** The bytes of a document. */
export function word(parts: WordParts | string): Uint8Array {
  return zipSync(entries(typeof parts === 'string' ? { body: parts } : parts))
}

/** A paragraph of one run, or of runs given as XML. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content)
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** A run of text; `properties` is XML. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Properties of a numbered paragraph. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** Levels of a list, as format and text of each. */
export function levels(...all: [format: string, text: string, more?: string][]): string {
  return all
    .map(
      ([format, text, more = ''], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')
}

export function entries(parts: WordParts): Zippable {
  const pages = Object.entries(parts.pages ?? {})
  const named = (['styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments'] as const).flatMap(
    (role) => (parts[role] === undefined ? [] : [{ role, root: role, content: parts[role] }]),
  )
  const relationships = [
    ...named.map(({ role }) => relationship(role, role, `${role}.xml`)),
    ...pages.map(([id]) => relationship(id, id.startsWith('header') ? 'header' : 'footer', `${id}.xml`)),
  ]
  return {
    '_rels/.rels': xml('Relationships', relationship('main', 'officeDocument', 'word/document.xml')),
    'word/document.xml': xml('w:document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': xml('Relationships', relationships.join('')),
    ...Object.fromEntries(
      named.map(({ role, root, content }) => [`word/${role}.xml`, xml(`w:${root}`, content)]),
    ),
    ...Object.fromEntries(
      pages.map(([id, content]) => [
        `word/${id}.xml`,
        xml(id.startsWith('header') ? 'w:hdr' : 'w:ftr', content),
      ]),
    ),
    ...parts.entries,
  }
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relationshipType}/${type}" Target="${target}"/>`
}

function xml(root: string, content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces}>${content}</${root}>`)
}
