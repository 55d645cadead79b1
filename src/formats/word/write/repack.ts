/** What the library leaves to chance or does not know: the time of packing, properties, typed marks of notes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escapeXml } from '../../xml/characters.js'

interface Finish {
  /** Notes with the marks that were typed for them. */
  typed: readonly { id: number; typed: string | undefined }[]
  title: string
  language: string | null
  date: string | undefined
}

/** The earliest time that a zip archive can hold: equal documents are equal bytes. */
const noTime = new Date(1980, 0, 1)

/** Pack a document anew so that its bytes depend on nothing but what it holds. */
export function repack(packed: Uint8Array, finish: Finish): Uint8Array {
  const entries = unzipSync(packed)
  entries['docProps/core.xml'] = strToU8(properties(finish))
  const notes = entries['word/footnotes.xml']
  if (notes) entries['word/footnotes.xml'] = strToU8(withTypedMarks(strFromU8(notes), finish.typed))
  return zipSync(entries, { mtime: noTime })
}

/**
 * The library has every note begin with Word's number, the separators too: put
 * the mark that is typed in its place, and none before a separator.
 */
function withTypedMarks(xml: string, notes: Finish['typed']): string {
  const marks = new Map(notes.map(({ id, typed }) => [String(id), typed]))
  const [head = '', ...footnotes] = xml.split(/(?=<w:footnote )/u)
  const number = '<w:footnoteRef/>'
  return [
    head,
    ...footnotes.map((note) => {
      const tag = note.slice(0, note.indexOf('>'))
      if (tag.includes('w:type=')) return note.replace(/<w:r>(?:(?!<w:r>).)*?<w:footnoteRef\/><\/w:r>/su, '')
      const mark = marks.get(/w:id="(\d+)"/u.exec(tag)?.[1] ?? '')
      // A function, for a mark may hold what stands for something in a replacement.
      return mark === undefined
        ? note
        : note.replace(number, () => `<w:t xml:space="preserve">${escapeXml(mark)}</w:t>`)
    }),
  ].join('')
}

function properties({ title, language, date }: Finish): string {
  const time = (name: string) =>
    date
      ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(date).toISOString().replace(/\.\d+Z$/u, 'Z')}</dcterms:${name}>`
      : ''
  const element = (name: string, value: string) =>
    value === '' ? '' : `<dc:${name}>${escapeXml(value)}</dc:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('title', title),
    element('language', language ?? ''),
    time('created'),
    time('modified'),
    '</cp:coreProperties>',
  ].join('')
}
