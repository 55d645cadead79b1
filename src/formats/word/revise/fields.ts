/** Fields of a paragraph: which characters are the result of one, and whether Word computes it. */
import { attribute, dataOf, type Element, elements } from '../../xml/xml.js'

/** A field whose result is printed in a paragraph. */
export interface Field {
  /** Its kind and first argument: `NUMPAGES`, `PAGEREF _Toc12`. */
  code: string
  /** Word computes the result: what the file has of it says nothing. */
  isComputed: boolean
  /** The `w:fldChar` and `w:instrText` of it, or the `w:fldSimple`. */
  codes: Element[]
}

/**
 * Fields whose results depend on pages, clocks and files, which are no words of the document.
 *
 * The result of REF or NOTEREF is a word of its sentence: readers must see that it will be
 * another. DOCVARIABLE, FORMTEXT and HYPERLINK hold what an author typed.
 */
const computed: ReadonlySet<string> = new Set(
  'CREATEDATE DATE EDITTIME FILENAME FILESIZE INDEX NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REVNUM SAVEDATE SECTION SECTIONPAGES STYLEREF TIME TOC'.split(
    ' ',
  ),
)

/**
 * Find the fields of a paragraph.
 *
 * Ensures for each element that prints text in the result of a field the
 * innermost field. Fields that begin or end in another paragraph are none: what
 * this paragraph holds of them is text.
 */
export function fieldsOf(paragraph: Element): Map<Element, Field> {
  return readFields(paragraph).found
}

/** The codes of fields that Word computes and whose result the file has not. */
export function emptyFieldsOf(paragraph: Element): string[] {
  const { found, all } = readFields(paragraph)
  const filled = new Set([...found].flatMap(([element, field]) => (prints(element) ? field : [])))
  return all.filter((field) => field.isComputed && !filled.has(field)).map(({ code }) => code)
}

/** An element prints characters of a result. */
function prints(element: Element): boolean {
  if (element.name === 't' || element.name === 'delText') return dataOf(element) !== ''
  return element.name === 'sym' || element.name === 'noBreakHyphen'
}

function readFields(paragraph: Element): { found: Map<Element, Field>; all: Field[] } {
  const found = new Map<Element, Field>()
  const all: Field[] = []
  const open: { instruction: string; inResult: boolean; codes: Element[]; printed: Element[] }[] = []
  const visit = (parent: Element): void => {
    for (const node of elements(parent)) {
      const current = open.at(-1)
      if (node.name === 'fldChar') {
        const type = attribute(node, 'fldCharType')
        if (type === 'begin') open.push({ instruction: '', inResult: false, codes: [node], printed: [] })
        else if (current) current.codes.push(node)
        if (type === 'separate' && current) current.inResult = true
        if (type === 'end' && current) {
          open.pop()
          all.push(settle(current, found))
        }
      } else if (node.name === 'instrText' || node.name === 'delInstrText') {
        if (current) current.codes.push(node)
        if (current && !current.inResult) current.instruction += dataOf(node)
      } else if (node.name === 'fldSimple') {
        const simple = {
          instruction: attribute(node, 'instr') ?? '',
          inResult: true,
          codes: [node],
          printed: [],
        }
        open.push(simple)
        visit(node)
        open.splice(open.lastIndexOf(simple))
        all.push(settle(simple, found))
      } else {
        if (current?.inResult) current.printed.push(node)
        if (node.name !== 'pPr') visit(node)
      }
    }
  }
  visit(paragraph)
  return { found, all }
}

function settle(
  { instruction, codes, printed }: { instruction: string; codes: Element[]; printed: Element[] },
  found: Map<Element, Field>,
): Field {
  const [name = '', argument = ''] = instruction.trim().split(/\s+/u)
  const kind = name.toUpperCase()
  const code = argument.startsWith('\\') || argument === '' ? kind : `${kind} ${argument}`
  const field = { code, isComputed: computed.has(kind), codes }
  for (const element of printed) if (!found.has(element)) found.set(element, field)
  return field
}
