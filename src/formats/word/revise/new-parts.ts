/** Parts that the base has not: made, related to the document and given a content type. */

import { attribute, childrenOf } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import type { Part } from '../package/package.js'
import type { Splices } from './splices.js'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What a part holds before anything is added. */
const contents: Record<'footnotes' | 'endnotes' | 'comments', string> = {
  footnotes: separators('footnote'),
  endnotes: separators('endnote'),
  comments: '',
}

export type NewPart = keyof typeof contents

/** Word draws the line above notes from two notes that are in every part of notes. */
function separators(kind: string): string {
  return ['separator', 'continuationSeparator']
    .map(
      (type, at) =>
        `<w:${kind} w:type="${type}" w:id="${at - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}>`,
    )
    .join('')
}

/** Make a part; it is written when it is edited. */
export function newPart(role: NewPart, document: WordDocument, splices: Splices): Part {
  const { word } = document
  const name = `${word.folder}${role}.xml`
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${role} xmlns:w="${main}">${contents[role]}</w:${role}>`
  const relationships = word.byName(word.relationshipsName)
  if (relationships) {
    const taken = new Set(childrenOf(relationships.root, 'Relationship').map((one) => attribute(one, 'Id')))
    let count = 1
    while (taken.has(`rIdPlenary${count}`)) count++
    const relationship = `<Relationship Id="rIdPlenary${count}" Type="${relationshipTypes}/${role}" Target="${role}.xml"/>`
    splices.append(relationships, relationships.root, relationship)
  }
  const types = word.byName('[Content_Types].xml')
  if (types)
    splices.append(
      types,
      types.root,
      `<Override PartName="/${name}" ContentType="${contentTypes}.${role}+xml"/>`,
    )
  return word.parse(name, xml)
}
