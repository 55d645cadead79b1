/** A template or a document with macros → an ordinary document: redlines are written as one. */
import { attribute, childrenOf } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import type { Splices } from './splices.js'

const plain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** What only documents with macros may hold. */
const macros = /\/(?:vbaProject|attachedToolbars|keyMapCustomizations)$/u

/**
 * Give a document the content type of an ordinary one.
 *
 * Ensures that macros, which an ordinary document may not hold, are no longer of the
 * package; gives the names of their parts, which have to be left out.
 */
export function makePlain({ word }: WordDocument, splices: Splices): Set<string> {
  const types = word.byName('[Content_Types].xml')
  const main = childrenOf(types?.root, 'Override').find(
    (one) => attribute(one, 'PartName') === `/${word.main.name}`,
  )
  const type = attribute(main, 'ContentType')
  const left = new Set<string>()
  if (!types || !main || type === undefined || type === plain) return left
  splices.replace(types, main, `<Override PartName="/${word.main.name}" ContentType="${plain}"/>`)
  const relationships = word.byName(word.relationshipsName)
  for (const one of childrenOf(relationships?.root, 'Relationship')) {
    if (!relationships || !macros.test(attribute(one, 'Type') ?? '')) continue
    splices.replace(relationships, one, '')
    const target = attribute(one, 'Target') ?? ''
    const name = target.startsWith('/') ? target.slice(1) : word.folder + target
    const cut = name.lastIndexOf('/') + 1
    left.add(name)
    left.add(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`)
    // Names and shortcuts of the macros are related to the project.
    left.add(`${word.folder}vbaData.xml`)
  }
  for (const one of childrenOf(types.root, 'Override'))
    if (left.has((attribute(one, 'PartName') ?? '').slice(1))) splices.replace(types, one, '')
  // Word types the project by its extension.
  for (const one of childrenOf(types.root, 'Default'))
    if (attribute(one, 'ContentType')?.endsWith('.vbaProject')) splices.replace(types, one, '')
  return left
}
