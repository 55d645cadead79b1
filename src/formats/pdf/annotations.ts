/** What is laid over a page: fields of forms, boxes of text, comments of readers. */
import type { Notice } from '../../model/block.js'

/** What pdf.js tells of an annotation, which its types do not declare. */
export interface Annotation {
  subtype?: string
  contentsObj?: { str?: string }
  /** `Btn` for a box that is ticked or not. */
  fieldType?: string
  fieldValue?: unknown
}

/** A link shows no text of its own, and a window that opens shows what its annotation says. */
const silent: ReadonlySet<string> = new Set(['Link', 'Popup'])
const kinds: Readonly<Record<string, string>> = {
  Widget: 'field of a form',
  FreeText: 'text laid over the page',
}
/** Characters that are told: some lines. */
const longestTold = 300
/** Annotations of one page that are told; the rest is counted. */
const mostTold = 30

/** Name the texts that are laid over a page: they are no part of its flow, and so are not read. */
export function noticesOf(annotations: readonly Annotation[], page: number): Notice[] {
  const place = `page ${page}`
  const notices = annotations.flatMap((annotation): Notice[] => {
    const { subtype = '' } = annotation
    const text = silent.has(subtype) ? '' : textOf(annotation)
    if (text === '') return []
    return [{ id: 'not-read', values: { what: kinds[subtype] ?? 'comment of a reader', place, text } }]
  })
  const rest = notices.slice(mostTold)
  if (rest.length === 0) return notices
  const text = `${rest[0]?.values.text} …`
  return [
    ...notices.slice(0, mostTold),
    { id: 'not-read', values: { what: `${rest.length} more annotations`, place, text } },
  ]
}

function textOf({ contentsObj, fieldType, fieldValue }: Annotation): string {
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(
    (value) => typeof value === 'string',
  )
  const [text = ''] = [contentsObj?.str ?? '', fieldType === 'Btn' ? '' : values.join(', ')]
    .map((said) => said.replace(/\s+/gu, ' ').trim())
    .filter((said) => said !== '')
  return text.length > longestTold ? `${text.slice(0, longestTold)}…` : text
}
