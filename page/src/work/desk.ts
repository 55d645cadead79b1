/** What the page asks of its worker: documents are read there and stay there; what is shown comes back as plain data. */
import {
  compareTexts,
  concord,
  concordToHtml,
  type Diff,
  diff,
  diffDocument,
  diffToAkn,
  diffToCsv,
  diffToHtml,
  diffToMarkdown,
  type EditLevel,
  history,
  historyToHtml,
  loadScale,
  type Outline,
  outline,
  type Parsed,
  parse,
  plainMessage,
  redline,
  type Severity,
  type TrackedChange,
  toMarkdown,
} from 'plenary'
import { sampleIn } from './sample.js'

/** A document that was read. */
export interface ReadDocument {
  outline: Outline
  format: string
  messages: { id: string; severity: Severity; reason: string }[]
  /** Tracked changes by author, with the label of the paragraph that each is in. */
  tracked: { author: string; change: TrackedChange['change']; text: string }[]
}

export interface CompareSettings {
  level: EditLevel
  scale: string
  /** Language of the page, which its reports are worded in. */
  ui: string
}

export type Download = 'docx' | 'html' | 'md' | 'csv' | 'json' | 'akn'

/** A file for the user to keep. */
export interface Made {
  bytes: Uint8Array | string
  type: string
}

interface Kept extends Parsed {
  name: string
  bytes: Uint8Array
}

/** Parse a document; of an empty language the text tells. */
async function parsed(name: string, bytes: Uint8Array, language: string): Promise<Kept> {
  return { ...(await parse(bytes, { name, ...(language === '' ? {} : { language }) })), name, bytes }
}

const documents = new Map<number, Kept>()

function kept(id: number): Kept {
  const document = documents.get(id)
  if (!document) throw new Error('The document was put away')
  return document
}

/** The last comparison: it is shown, then saved in one form after another. */
let last: { one: Kept; other: Kept; level: EditLevel; scale: string; found: Diff } | undefined

function compared(old: number, now: number, { level, scale }: CompareSettings) {
  const [one, other] = [kept(old), kept(now)]
  if (last?.one !== one || last.other !== other || last.level !== level || last.scale !== scale) {
    const found = diff(one.tree, other.tree, { level, ...(scale === '' ? {} : { scale: loadScale(scale) }) })
    last = { one, other, level, scale, found }
  }
  return { old: one, new: other, found: last.found }
}

/** Built in: the page has no package.json beside it. */
declare const __VERSION__: string

/** The report of a comparison, whole or what is in its page. */
function reportOf(
  { old, new: now, found }: ReturnType<typeof compared>,
  settings: CompareSettings,
  fragment: boolean,
) {
  return diffToHtml(found, {
    files: { old: old.name, new: now.name },
    language: now.tree.language,
    ui: settings.ui,
    trees: { old: old.tree, new: now.tree },
    scale: settings.scale || undefined,
    made: { version: __VERSION__, ...(fragment ? {} : { on: new Date().toISOString() }) },
    fragment,
  })
}

export const desk = {
  /** Load what reads and compares, and run it once: a browser compiles code when it first runs, a quarter of a first comparison's time. */
  async warm(language: string, settings: CompareSettings): Promise<void> {
    const text = await sampleIn(language)
    const read = (source: string) => parsed('sample.md', new TextEncoder().encode(source), '')
    const [old, now] = [await read(text), await read(text.replaceAll('7', '9'))]
    outline(now.tree)
    reportOf({ old, new: now, found: diff(old.tree, now.tree) }, settings, true)
  },

  /** Read a document and keep it under a number. */
  async read(id: number, name: string, bytes: Uint8Array, language: string): Promise<ReadDocument> {
    const document = await parsed(name, bytes, language)
    documents.set(id, document)
    return {
      outline: outline(document.tree),
      format: document.format,
      messages: document.messages.map((message) => {
        const { id: rule, severity, reason } = plainMessage(message)
        return { id: rule, severity, reason }
      }),
      tracked: trackedIn(document.tree),
    }
  },

  putAway(id: number): void {
    documents.delete(id)
  },

  /** Compare two documents: what is in the page of the report. */
  compare(old: number, now: number, settings: CompareSettings): string {
    return reportOf(compared(old, now, settings), settings, true)
  },

  /** Make a file of a comparison. */
  async download(what: Download, old: number, now: number, settings: CompareSettings): Promise<Made> {
    const both = compared(old, now, settings)
    const { old: one, new: other, found } = both
    const files = { old: one.name, new: other.name }
    switch (what) {
      case 'docx':
        return {
          bytes: await redline(one.bytes, other.format === 'docx' ? other.bytes : other.tree, {
            names: files,
            revisions: { old: 'final', new: 'final' },
          }),
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        }
      case 'html':
        return { bytes: reportOf(both, settings, false), type: 'text/html' }
      case 'md':
        return { bytes: diffToMarkdown(found, { ui: settings.ui }), type: 'text/markdown' }
      case 'csv':
        return { bytes: `\uFEFF${diffToCsv(found)}`, type: 'text/csv' }
      case 'json':
        return { bytes: JSON.stringify(diffDocument(found, files), null, 2), type: 'application/json' }
      case 'akn':
        return { bytes: diffToAkn(found, { old: one.tree, new: other.tree }), type: 'application/xml' }
    }
  },

  /** A document as Markdown, for those who want its text. */
  markdown(id: number): Made {
    return { bytes: toMarkdown(kept(id).tree), type: 'text/markdown' }
  },

  /** What became of each paragraph through several drafts, as a page of its own. */
  history(ids: readonly number[], ui: string): Made {
    const all = ids.map(kept)
    const found = history(all.map(({ tree }) => tree))
    const bytes = historyToHtml(found, (old, now) => compareTexts(old, now), {
      files: all.map(({ name }) => name),
      ui,
    })
    return { bytes, type: 'text/html' }
  },

  /** Where language versions do not correspond, as a page of its own. */
  concord(ids: readonly number[], ui: string): Made {
    const all = ids.map(kept)
    const bytes = concordToHtml(concord(all.map(({ tree }) => tree)), {
      files: all.map(({ name }) => name),
      ui,
    })
    return { bytes, type: 'text/html' }
  },
}

export type Desk = typeof desk

function trackedIn(tree: Parsed['tree']): ReadDocument['tracked'] {
  // A paragraph and the clauses in it come from the same source.
  const found = new Set<TrackedChange>()
  const visit = (node: { data?: { source?: { changes?: TrackedChange[] }[] }; children?: unknown[] }) => {
    for (const { changes = [] } of node.data?.source ?? []) for (const change of changes) found.add(change)
    for (const child of node.children ?? []) visit(child as never)
  }
  visit(tree as never)
  return [...found].map(({ author, change, text }) => ({ author: author ?? '', change, text }))
}
