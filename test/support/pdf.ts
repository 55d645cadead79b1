/** A tiny PDF writer: text in standard fonts at positions, rules, pictures, forms. */
import { deflateSync } from 'node:zlib'

export type Face = 'roman' | 'italic' | 'bold' | 'sans'

export interface Shown {
  text: string
  /** Points from the left and from the top to the baseline. */
  x: number
  y: number
  size?: number
  face?: Face
  /** What follows on the same line. */
  more?: Run[]
}

export interface Run {
  text: string
  size?: number
  face?: Face
  /** Points above the baseline. */
  rise?: number
}

/** A mark of a note, as Word sets it. */
export const mark = (text: string): Run => ({ text, size: 6.5, rise: 3.4 })

export interface PdfPage {
  shown?: Shown[]
  /** Thin bars: left, top, width. */
  rules?: [x: number, y: number, width: number][]
  picture?: boolean
  /** Drawing operators as they are. */
  raw?: string
  /** Its operators are compressed so many times. */
  deflated?: number
  /** Dictionaries of annotations. */
  annotations?: string[]
  /** Operators of forms, which the page and the forms draw by their names: `/F0 Do` is the first. */
  forms?: string[]
}

export interface PdfParts {
  /** Printed before the header. */
  before?: string
  encrypted?: boolean
  /** How many times the list of pages names each; once by default. */
  listed?: number
}

export const pageHeight = 792
const fonts: Record<Face, string> = {
  roman: 'Times-Roman',
  italic: 'Times-Italic',
  bold: 'Times-Bold',
  sans: 'Helvetica',
}
const faces = Object.keys(fonts) as Face[]
/** WinAnsi has these above ASCII. */
const special: Record<string, string> = { '–': '\u0096', '“': '\u0093', '”': '\u0094', '’': '\u0092' }

/** Write a PDF. */
export function pdf(
  pages: readonly PdfPage[],
  { before = '', encrypted = false, listed = 1 }: PdfParts = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const first = 3 + faces.length
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, index) => `${first + index * 3} 0 R `.repeat(listed)).join('')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length * listed} >>`)
  for (const face of faces)
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${fonts[face]} /Encoding /WinAnsiEncoding >>`)
  const named = faces.map((face, index) => `/${face} ${3 + index} 0 R`).join(' ')
  const formsFrom = first + pages.length * 3
  let formCount = 0
  const forms: string[] = []
  pages.forEach((page, index) => {
    const own = first + index * 3
    const drawn = (page.forms ?? []).map((_, at) => `/F${at} ${formsFrom + formCount + at} 0 R`).join(' ')
    formCount += page.forms?.length ?? 0
    const resources = `/Resources << /Font << ${named} >> /XObject << /Im ${own + 2} 0 R ${drawn} >> >>`
    const laidOver = (page.annotations ?? []).map((entries) => `<< /Type /Annot ${entries} >>`)
    const annotations = ` /Annots [${laidOver.join(' ')}]`
    for (const form of page.forms ?? [])
      forms.push(stream(`/Type /XObject /Subtype /Form /BBox [0 0 612 ${pageHeight}] ${resources}`, form))
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${pageHeight}] /Contents ${own + 1} 0 R ` +
        `${resources}${annotations} >>`,
    )
    add(deflated(content(page), page.deflated))
    add(
      stream(
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
        '\0',
      ),
    )
  })
  forms.forEach(add)
  const lock = encrypted ? ` /Encrypt ${objects.length + 1} 0 R /ID [<00> <00>]` : ''
  const key = 'ab'.repeat(32)
  if (encrypted) add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`)
  let body = `${before}%PDF-1.4\n`
  const offsets = objects.map((object, index) => {
    const at = body.length - before.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = body.length - before.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) body += `${String(offset).padStart(10, '0')} 00000 n \n`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(body, 'latin1'))
}

function stream(entries: string, data: string): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`
}

function deflated(data: string, times = 0): string {
  let bytes: Uint8Array = Buffer.from(data, 'latin1')
  for (let time = 0; time < times; time++) bytes = deflateSync(bytes)
  return stream(
    times > 0 ? `/Filter [${'/FlateDecode '.repeat(times)}]` : '',
    Buffer.from(bytes).toString('latin1'),
  )
}

function content({ shown = [], rules = [], picture, raw = '' }: PdfPage): string {
  const texts = shown.map(({ x, y, more = [], ...first }) => {
    const runs = [first, ...more].map(
      ({ text, size = 10, face = 'roman', rise = 0 }: Run) =>
        `/${face} ${size} Tf ${rise} Ts (${encode(text)}) Tj`,
    )
    return `BT ${x} ${pageHeight - y} Td ${runs.join(' ')} ET`
  })
  const bars = rules.map(([x, y, width]) => `${x} ${pageHeight - y} ${width} 0.5 re f`)
  return [...texts, ...bars, picture ? 'q 500 0 0 700 50 50 cm /Im Do Q' : '', raw].join('\n')
}

function encode(text: string): string {
  return text.replace(/[–“”’]/gu, (sign) => special[sign] as string).replace(/[\\()]/gu, '\\$&')
}

/** Lines of text below each other. */
export function lines(
  x: number,
  y: number,
  texts: readonly string[],
  style: Partial<Shown> & { leading?: number } = {},
): Shown[] {
  const { leading = 12, ...rest } = style
  return texts.map((text, index) => ({ text, x, y: y + index * leading, ...rest }))
}

/** A paragraph as the United Nations sets it: the first line set in, the others at the margin. */
export function paragraph(y: number, texts: readonly string[]): Shown[] {
  return texts.map((text, index) => ({ text, x: index === 0 ? 147 : 123, y: y + index * 12 }))
}
