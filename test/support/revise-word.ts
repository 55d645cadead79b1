/** Revise a Word document as a drafter would in Word: words, paragraphs that come, go and move. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Random, random } from '../../bench/revisions/random.js'

const main = 'word/document.xml'
/** A paragraph that holds no table, and nothing that may stand only once in a document. */
const paragraph = /<w:p[ >](?:(?!<w:p[ >]|<w:tbl>).)*?<\/w:p>/gsu
const single =
  /<w:(?:sectPr|bookmarkStart|footnoteReference|commentReference|drawing|pict|fldChar|hyperlink)\b/u
/** So much text has a paragraph of the resolution; lines of the masthead have less. */
const leastText = 120
const replacements = ['keepers', 'lamps', 'promptly', 'harbours', 'twice', 'lighthouses']

/**
 * Make a revision of a document.
 *
 * Given the bytes of a package and a seed. Ensures that the result is a package
 * of the same parts whose body differs in a handful of places.
 */
export function reviseWord(bytes: Uint8Array, seed: number): Uint8Array {
  const source = random(seed)
  const entries = unzipSync(bytes)
  const xml = strFromU8(entries[main] as Uint8Array)
  const pieces: string[] = []
  let from = 0
  for (const match of xml.matchAll(paragraph)) {
    pieces.push(xml.slice(from, match.index), match[0])
    from = match.index + match[0].length
  }
  pieces.push(xml.slice(from))
  const body = pieces.flatMap((piece, index) =>
    index % 2 === 1 && textOf(piece).length >= leastText && !single.test(piece) ? [index] : [],
  )
  if (body.length > 6) {
    const [edited, gone, copied, moved, target] = pick(source, body, 5) as [
      number,
      number,
      number,
      number,
      number,
    ]
    const late = pick(source, body, 1)[0] as number
    pieces[edited] = reworded(pieces[edited] as string, source)
    if (![gone, copied, moved, target].includes(late)) pieces[late] = reworded(pieces[late] as string, source)
    const added = reworded(reworded(fresh(pieces[copied] as string), source), source)
    pieces[copied] = `${pieces[copied]}${added}`
    const away = pieces[moved] as string
    pieces[moved] = ''
    pieces[target] = `${pieces[target]}${away}`
    pieces[gone] = ''
  }
  return zipSync({ ...entries, [main]: strToU8(pieces.join('')) }, { mtime: new Date(1980, 0, 1) })
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, text]) => text).join('')
}

/** Put a word in the place of another, in the longest text of a paragraph. */
function reworded(xml: string, source: Random): string {
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
  const longest = texts.reduce((best, one) => ((one[1]?.length ?? 0) > (best[1]?.length ?? 0) ? one : best))
  const words = (longest[1] ?? '').split(' ')
  if (words.length < 3) return xml
  words[1 + source.below(words.length - 2)] = replacements[source.below(replacements.length)] as string
  const changed = longest[0].replace(longest[1] ?? '', () => words.join(' '))
  return xml.slice(0, longest.index) + changed + xml.slice(longest.index + longest[0].length)
}

/** A copy without what names the one paragraph. */
function fresh(xml: string): string {
  return xml.replace(/ w14:(?:paraId|textId)="[^"]*"/gu, '')
}

function pick(source: Random, from: readonly number[], count: number): number[] {
  const rest = [...from]
  return Array.from({ length: count }, () => rest.splice(source.below(rest.length), 1)[0] as number)
}
