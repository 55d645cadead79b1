/** Akoma Ntoso held to its schema. */
import { fromAkn as read } from '../../src/formats/akn/read/from-akn.js'
import type { Root } from '../../src/model/tree/types.js'
import type { TextOptions } from '../../src/pipeline.js'
import { fromSource } from '../../src/pipeline.js'
import { Schema } from './xmllint.js'

export { shared } from './xmllint.js'

const schema = new Schema('akn', 'akomantoso30.xsd')
export const whyNot = () => schema.whyNot()
export const invalid = (documents: readonly { name: string; xml: string }[]) => schema.invalid(documents)

/** Parse Akoma Ntoso at once: `parse` itself waits for its parser. */
export function fromAkn(value: string, options: TextOptions = {}): Root {
  return fromSource(read(value, { name: 'the text' }), options)
}
