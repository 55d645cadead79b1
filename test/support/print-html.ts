/** Prints a generated draft as HTML, in the forms that word processors, converters and sites write. */
import type { Draft, Paragraph, Part, Words } from './generate.js'
import { dice } from './print.js'

/** How one program writes notes, italics and lists. */
interface Program {
  italic(text: string): string
  mark(note: number, times: number): string
  notes(texts: readonly string[]): string
  /** Numbered paragraphs are items of lists, whose labels no text holds. */
  lists: boolean
  /** Line ends between paragraphs are tags. */
  breaks?: boolean
}

const italic = (text: string) => `<i>${text}</i>`
const emphasis = (text: string) => `<em>${text}</em>`

const programs: readonly Program[] = [
  {
    // mammoth
    italic: emphasis,
    mark: (note, times) => {
      const id = times > 1 ? '' : ` id="footnote-ref-${note}"`
      return `<sup><a href="#footnote-${note}"${id}>[${note}]</a></sup>`
    },
    notes: (texts) =>
      `<ol>${texts.map((text, at) => `<li id="footnote-${at + 1}"><p> ${text} <a href="#footnote-ref-${at + 1}">↑</a></p></li>`).join('')}</ol>`,
    lists: true,
  },
  {
    // pandoc
    italic: emphasis,
    mark: (note, times) =>
      `<a href="#fn${note}" class="footnote-ref" id="fnref${note}${times > 1 ? `-${times}` : ''}" role="doc-noteref"><sup>${note}</sup></a>`,
    notes: (texts) =>
      `<section class="footnotes" role="doc-endnotes"><hr />\n<ol>\n${texts.map((text, at) => `<li id="fn${at + 1}"><p>${text}<a href="#fnref${at + 1}" role="doc-backlink">↩︎</a></p></li>`).join('\n')}\n</ol>\n</section>`,
    lists: true,
  },
  {
    // Word
    italic: (text) => `<span style='font-style:italic'>${text}</span>`,
    mark: (note) =>
      `<a href="#_ftn${note}"\nname="_ftnref${note}" title=""><span class=MsoFootnoteReference>[${note}]</span></a>`,
    notes: (texts) =>
      `<div><br clear=all>\n<hr align=left size=1>\n${texts.map((text, at) => `<div id=ftn${at + 1}>\n<p class=MsoFootnoteText><a href="#_ftnref${at + 1}" name="_ftn${at + 1}"><span>[${at + 1}]</span></a>\n${text}</p>\n</div>`).join('\n')}</div>`,
    lists: false,
  },
  {
    // LibreOffice
    italic,
    mark: (note) =>
      `<a class="sdfootnoteanc" name="sdfootnote${note}anc" href="#sdfootnote${note}sym"><sup>${note}</sup></a>`,
    notes: (texts) =>
      texts
        .map(
          (text, at) =>
            `<div id="sdfootnote${at + 1}"><p><a class="sdfootnotesym" name="sdfootnote${at + 1}sym" href="#sdfootnote${at + 1}anc">${at + 1}</a>\n\t${text}</p>\n</div>`,
        )
        .join('\n'),
    lists: true,
  },
  {
    // A site's editor: raised figures, no links.
    italic,
    mark: (note) => `<sup>${note}</sup>`,
    notes: (texts) => texts.map((text, at) => `<p><sup>${at + 1}</sup> ${text}</p>`).join('\n'),
    lists: false,
    breaks: true,
  },
]

/** Print as one of the programs; the seed tells which. */
export function htmlPage(draft: Draft): string {
  const roll = dice(draft.seed)
  roll(2)
  const program = programs[roll(programs.length)] as Program
  const marked = new Map<number, number>()
  const words = (text: Words) =>
    text
      .map((word) => {
        if (typeof word === 'string') return escaped(word)
        const times = (marked.get(word) ?? 0) + 1
        marked.set(word, times)
        return program.mark(word, times)
      })
      .join('')
  const opened = ({ opener, words: all }: Paragraph) => {
    const [first = '', ...others] = all
    const rest = typeof first === 'string' ? first.slice(opener.length) : first
    return program.italic(escaped(opener)) + words([rest, ...others])
  }
  const part = (one: Part): string =>
    `${paragraph(`${one.label} ${words(one.words)}`)}${one.parts.map(part).join('')}`
  const item = (one: Part): string => `<li>${words(one.words)}${items(one.parts)}</li>`
  const items = (parts: readonly Part[]): string => {
    if (parts.length === 0) return ''
    const type = /^\(([ai])\)/u.exec(parts[0]?.label ?? '')?.[1] ?? '1'
    return `\n<ol type="${type}">${parts.map(item).join('\n')}</ol>\n`
  }
  const whole = (one: Paragraph): string => {
    const number = /^(\d+)\.$/u.exec(one.label ?? '')?.[1]
    const resumed = one.resumed ? paragraph(words(one.resumed)) : ''
    if (program.lists && number !== undefined)
      return `<ol start="${number}"><li><p>${opened(one)}</p>${items(one.parts)}${resumed}</li></ol>\n`
    const label = one.label ? `${one.label}&nbsp;&nbsp; ` : ''
    return paragraph(label + opened(one)) + one.parts.map(part).join('') + resumed
  }
  const { sponsors } = draft
  const last = sponsors.at(-1)
  const front = [
    draft.session,
    draft.agendaItem,
    draft.agendaTitle,
    `${sponsors.length > 1 ? `${sponsors.slice(0, -1).join(', ')} and ${last}` : last}: draft resolution`,
  ]
  const body = [
    `<table><tr><td>United Nations</td><td>${draft.symbol}</td></tr><tr><td><p>${escaped(draft.organ)}</p></td><td><p>Distr.: Limited</p><p>${draft.date}<br>Original: English</p></td></tr></table>\n`,
    ...front.map((text) => paragraph(escaped(text))),
    `<h2>${escaped(draft.title)}</h2>\n`,
    paragraph(`${program.italic(`The ${escaped(draft.organ)}`)},`),
    ...draft.preamble.map(whole),
    ...draft.sections.flatMap(({ label, title, preamble, paragraphs }) => [
      ...(label === null ? [] : [`<p align=center>${label}</p>`, `<p><b>${escaped(title)}</b></p>\n`]),
      ...preamble.map(whole),
      ...paragraphs.map(whole),
    ]),
    ...(draft.closing ? [paragraph(`${draft.closing.meeting}<br />\n${draft.closing.date}`)] : []),
    ...(draft.annex.length > 0 ? ['<h2>Annex</h2>', ...draft.annex.map(whole)] : []),
    draft.notes.length > 0 ? program.notes(draft.notes.map(escaped)) : '',
  ]
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n${body.join('')}</body></html>\n`

  function paragraph(html: string): string {
    return program.breaks ? `${html}<br><br>\n` : `<p>${html}</p>\n`
  }
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
}
