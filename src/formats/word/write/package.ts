/** The parts of a document → a package: their types, their relations, their properties, and the archive. */
import { strToU8, zipSync } from 'fflate'
import type { Element } from 'xast'
import { element, writeXml } from '../../xml/write-xml.js'
import { keptPart } from '../package/kept.js'

/** A part that the main part refers to. */
export interface Part {
  /** Its file in the folder of the document. */
  file: string
  /** As relations and content types call it: `styles`, `footnotes`, `header`, … */
  kind: string
  root: Element
}

export interface Properties {
  title: string
  language: string | null
  /** ISO 8601. */
  date: string | undefined
  /** The tree that the text is, as JSON, where the text alone would be read otherwise. */
  kept?: string | undefined
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const metadata = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** The earliest time that a zip archive can hold: equal documents are equal bytes. */
const noTime = new Date(1980, 0, 1)

/** The name by which the main part refers to another. */
export function idOf(file: string): string {
  return file.replace(/\.xml$/u, '')
}

/** Pack a document; its bytes depend on nothing but what it holds. */
export function pack(main: Element, parts: readonly Part[], properties: Properties): Uint8Array {
  const { kept } = properties
  const roots: Record<string, Element> = {
    '[Content_Types].xml': contentTypes(parts),
    '_rels/.rels': relationships([
      ['document', `${office}/officeDocument`, 'word/document.xml'],
      ['properties', `${metadata}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(properties),
    'word/document.xml': main,
    'word/_rels/document.xml.rels': relationships([
      ...parts.map(({ file, kind }) => [idOf(file), `${office}/${kind}`, file] as const),
      ...(kept === undefined ? [] : [['tree', `${office}/customXml`, `../${keptPart}`] as const]),
    ]),
    ...Object.fromEntries(parts.map(({ file, root }) => [`word/${file}`, root])),
    ...(kept === undefined ? {} : { [keptPart]: element('tree', { xmlns: 'urn:plenary' }, kept) }),
  }
  const files = Object.entries(roots).map(([name, root]) => [name, strToU8(writeXml(root))])
  return zipSync(Object.fromEntries(files), { mtime: noTime })
}

function contentTypes(parts: readonly Part[]): Element {
  const part = (name: string, type: string) =>
    element('Override', { PartName: `/${name}`, ContentType: type })
  return element(
    'Types',
    { xmlns: `${metadata}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('word/document.xml', `${types}.document.main+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...parts.map(({ file, kind }) => part(`word/${file}`, `${types}.${kind}+xml`)),
  )
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): Element {
  return element(
    'Relationships',
    { xmlns: `${metadata}/relationships` },
    ...all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  )
}

function coreProperties({ title, language, date }: Properties): Element {
  const time = date && new Date(date).toISOString().replace(/\.\d+Z$/u, 'Z')
  const property = (name: string, value: string | null | undefined, attributes = {}) =>
    value ? element(name, attributes, value) : undefined
  const isTime = { 'xsi:type': 'dcterms:W3CDTF' }
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${metadata}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    property('dc:title', title),
    property('dc:language', language),
    property('dcterms:created', time, isTime),
    property('dcterms:modified', time, isTime),
  )
}
