/** Prints a generated draft in the three forms in which documents come: clean Markdown, OCR'd Markdown, pages of text. */
import type { Draft, Paragraph, Part, Words } from './generate.js'

/** A fair coin that a seed determines (Lehmer's generator). */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48271) % 2147483647
    return state % sides
  }
}

// ---------------------------------------------------------------- Markdown

interface MarkdownStyle {
  mark(note: number): string
  definition(note: number, text: string): string
  emphasise(opener: string): string
}

const clean: MarkdownStyle = {
  mark: (note) => `[^${note}]`,
  definition: (note, text) => `[^${note}]: ${text}`,
  emphasise: (opener) => `*${opener}*`,
}

function markdownParagraphs(paragraph: Paragraph, style: MarkdownStyle): string[] {
  const words = writeWords(paragraph.words, style)
  const opened = `${style.emphasise(paragraph.opener)}${words.slice(paragraph.opener.length)}`
  const parts = (part: Part): string[] => [
    `${part.label} ${writeWords(part.words, style)}`,
    ...part.parts.flatMap(parts),
  ]
  return [
    paragraph.label ? `${paragraph.label} ${opened}` : opened,
    ...paragraph.parts.flatMap(parts),
    ...(paragraph.resumed ? [writeWords(paragraph.resumed, style)] : []),
  ]
}

function writeWords(words: Words, style: Pick<MarkdownStyle, 'mark'>): string {
  return words.map((word) => (typeof word === 'string' ? word : style.mark(word))).join('')
}

export function sponsorLine({ sponsors }: Draft): string {
  const last = sponsors.at(-1)
  return sponsors.length > 1
    ? `${sponsors.slice(0, -1).join(', ')} and ${last}: draft resolution`
    : `${last}: draft resolution`
}

function markdownBody(draft: Draft, style: MarkdownStyle): string[] {
  const write = (paragraph: Paragraph) => markdownParagraphs(paragraph, style)
  return [
    `## ${draft.title}`,
    `${style.emphasise(`The ${draft.organ}`)},`,
    ...draft.preamble.flatMap(write),
    ...draft.sections.flatMap(({ label, title, preamble, paragraphs }) => [
      ...(label === null ? [] : [label, `**${title}**`]),
      ...preamble.flatMap(write),
      ...paragraphs.flatMap(write),
    ]),
    ...(draft.closing ? [`${draft.closing.meeting}   ${draft.closing.date}`] : []),
    ...(draft.annex.length > 0 ? ['## Annex', ...draft.annex.flatMap(write)] : []),
  ]
}

/** Print as the publisher's own Markdown: notes as `[^n]`, at the end. */
export function cleanMarkdown(draft: Draft): string {
  const blocks = [
    draft.organ,
    draft.symbol,
    'Distr.: Limited',
    draft.date,
    'Original: English',
    draft.session,
    draft.agendaItem,
    draft.agendaTitle,
    sponsorLine(draft),
    ...markdownBody(draft, clean),
    ...draft.notes.map((text, index) => clean.definition(index + 1, text)),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Print as a layout OCR writes: pages cut paragraphs, notes and furniture are between, italics and tags come and go. */
export function ocrMarkdown(draft: Draft): string {
  const roll = dice(draft.seed)
  const style: MarkdownStyle = {
    mark: (note) => `<sup>${note}</sup>`,
    definition: (note, text) =>
      roll(3) === 0 ? `<sup>&lt;sup>${note}</sup> ${text}` : `<sup>${note}</sup> ${text}`,
    emphasise: (opener) => (roll(4) === 0 ? opener : `*${opener}*`),
  }
  const blocks = [
    `## ${draft.organ}`,
    draft.symbol,
    `Distr.: Limited ${draft.date}`,
    'Original: English',
    draft.session,
    draft.agendaItem,
    draft.agendaTitle,
    `> ${sponsorLine(draft)}`,
  ]
  let page = 1
  let note = 1
  const endPage = () => {
    for (let next = note; next <= marked; next++)
      blocks.push(style.definition(next, draft.notes[next - 1] as string))
    note = marked + 1
    if (page === 1) blocks.push('Please recycle (')
    else blocks.push(`${page}/9`, draft.symbol)
    page++
  }
  let marked = 0
  for (const block of markdownBody(draft, style)) {
    const cut = roll(5) === 0 ? cutPoint(block, roll) : -1
    const [before, after] = cut === -1 ? [block, ''] : [block.slice(0, cut), block.slice(cut + 1)]
    blocks.push(before)
    marked = lastMark(before, marked)
    if (cut === -1) continue
    endPage()
    blocks.push(after)
    marked = lastMark(after, marked)
  }
  endPage()
  return `${blocks.join('\n\n')}\n`
}

function lastMark(text: string, before: number): number {
  return [...text.matchAll(/<sup>(\d+)<\/sup>/gu)].reduce((_, [, digits]) => Number(digits), before)
}

/** A space between two words in lower case, where a page may end; -1 if there is none, or the block is no paragraph. */
function cutPoint(block: string, roll: (sides: number) => number): number {
  if (!/[,;.:]$/u.test(block)) return -1
  // Each half has its own marks: no page end falls inside italics.
  const from = Math.max(25, block.lastIndexOf('*'))
  const spaces = [...block.matchAll(/(?<=[a-z]{2}) (?=[a-z]{2})/gu)]
    .map(({ index }) => index)
    .filter((at) => at > from)
  return spaces.length === 0 ? -1 : (spaces[roll(spaces.length)] as number)
}

// ---------------------------------------------------------------- pages of text

const columns = 88
const linesOnPage = 42

/** Break into lines, at spaces and after hyphens. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/\s*[^\s-]*-?/gu) ?? []) {
    if (line !== '' && line.length + piece.length > width) {
      lines.push(line)
      line = piece.trimStart()
    } else line += line === '' ? piece.trimStart() : piece
  }
  if (line !== '') lines.push(line)
  return lines
}

interface Line {
  text: string
  notes: number[]
}

/** Print as a PDF's text: wrapped and indented lines, form feeds, headers, notes at the foot with glued marks. */
export function pageText(draft: Draft): string {
  const lines: Line[] = []
  const add = (text = '', notes: number[] = []) => lines.push({ text, notes })
  const paragraph = (words: Words, label = '') => {
    const marks = words.filter((word) => typeof word === 'number')
    // Marks are set as a private character, so that a line that holds one is known after wrapping.
    const text = writeWords(words, { mark: (note) => String.fromCharCode(0xe000 + note) })
    wrap(`${label}${label && ' '}${text}`, columns - 5).forEach((line, index) => {
      const here = marks.filter((note) => line.includes(String.fromCharCode(0xe000 + note)))
      const shown = line.replace(/[\ue000-\uf8ff]/gu, (mark) => String(mark.charCodeAt(0) - 0xe000))
      add(index === 0 ? `     ${shown}` : shown, here)
    })
    add()
  }
  const whole = (one: Paragraph) => {
    paragraph(one.words, one.label ?? '')
    const part = ({ label, words, parts }: Part): void => {
      paragraph(words, label)
      parts.forEach(part)
    }
    one.parts.forEach(part)
    if (one.resumed) paragraph(one.resumed)
  }
  const right = (text: string) => add(text.padStart(columns))
  add('United Nations')
  right(draft.symbol)
  add(draft.organ)
  right('Distr.: Limited')
  right(draft.date)
  right('Original: English')
  add(draft.session)
  add(draft.agendaItem)
  for (const line of wrap(draft.agendaTitle, columns)) add(line)
  add()
  for (const line of wrap(sponsorLine(draft), columns - 10)) add(`          ${line}`)
  add()
  for (const line of wrap(draft.title, columns - 10)) add(`          ${line}`)
  add()
  paragraph([`The ${draft.organ},`])
  draft.preamble.forEach(whole)
  for (const { label, title, preamble, paragraphs } of draft.sections) {
    if (label !== null) {
      add(`${' '.repeat(40)}${label}`)
      add(`${' '.repeat(Math.max(12, 40 - (title.length >> 1)))}${title}`)
      add()
    }
    preamble.forEach(whole)
    paragraphs.forEach(whole)
  }
  if (draft.closing) {
    add(`     ${draft.closing.meeting}   ${draft.closing.date}`)
    add()
  }
  if (draft.annex.length > 0) {
    add('Annex')
    add()
    draft.annex.forEach(whole)
  }
  return pages(lines, draft)
}

function pages(lines: readonly Line[], draft: Draft): string {
  const total = Math.max(1, Math.ceil(lines.length / linesOnPage))
  const result: string[] = []
  for (let page = 1; page <= total; page++) {
    const body = lines.slice((page - 1) * linesOnPage, page * linesOnPage)
    const notes = body.flatMap((line) => line.notes)
    const head = page === 1 ? [] : [`${draft.symbol}${' '.repeat(20)}${draft.title.slice(0, 50)}`, '']
    const foot = notes.flatMap((note) =>
      wrap(`  ${note} ${draft.notes[note - 1]}`, columns - 2).map((line, index) =>
        index === 0 ? `  ${line}` : line,
      ),
    )
    const number =
      page === 1 ? `41-20711 (E)${`${page}/${total}`.padStart(30)}` : `${page}/${total}`.padStart(columns)
    result.push(
      [
        ...head,
        ...body.map(({ text }) => text),
        ...(foot.length > 0 ? ['___________________', ...foot] : []),
        '',
        number,
      ].join('\n'),
    )
  }
  // PDF tools put the form feed before the next page's first word, some on a line of its own.
  return `${result.join(draft.seed % 2 === 0 ? '\f' : '\n\f')}\n`
}
