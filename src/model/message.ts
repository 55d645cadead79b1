/**
 * Every message of plenary: its id, severity and wording, once.
 *
 * A document never throws: what is odd stays in the tree and makes a message
 * with a place. Only what cannot be read at all is fatal (`PlenaryError`).
 */
import type { Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'

export type Severity = 'info' | 'warning'

const catalogue = {
  'not-a-resolution': [
    'warning',
    'Unexpected document without an organ line or numbered paragraphs, expected a resolution',
  ],
  'empty-document': ['warning', 'Unexpected empty document, expected a resolution'],
  'unknown-block': [
    'info',
    'Unexpected text “{text}”, expected a paragraph that opens with a verb or a number',
  ],
  'unknown-opener': ['info', 'Unexpected opening words “{text}”, found by their form and not in the grammar'],
  'number-gap': ['warning', 'Unexpected paragraph number {found}, expected {expected}'],
  'number-form': ['info', 'Unexpected form “{found}” of a paragraph number, read as {expected}'],
  'operative-inside': [
    'warning',
    'Unexpected operative words “{text}” inside a paragraph, expected a paragraph of their own',
  ],
  'label-order': ['info', 'Unexpected sub-paragraph {found}, expected {expected}'],
  'note-without-definition': ['warning', 'Unexpected footnote mark {mark} without a note'],
  'note-without-reference': ['info', 'Unexpected note {mark} that no mark refers to'],
  'language-unsure': ['info', 'Unexpected language, expected one of {languages}; read as {language}'],
  'malformed-markup': ['warning', 'Unexpected markup: {reason}; what could be read was read'],
  'broken-character': ['warning', 'Unexpected characters that are broken, read as U+FFFD: {count}'],
  'other-side': ['info', 'Unexpected text of the other side of a revision, left out: “{text}”'],
  'left-out': ['info', 'Unexpected text outside the document, left out: “{text}”'],
  'styles-left': ['info', 'Unexpected number of style rules, left out: {count}'],
  'other-symbol': [
    'warning',
    'Unexpected symbol {found}, expected {expected}: these are hardly versions of one text',
  ],
  'redline-unwritten': [
    'warning',
    'Unexpected change to “{text}”, expected a paragraph of the base to write it into: it is not in the redline',
  ],
  'tracked-changes': ['info', 'Unexpected tracked changes of {authors}, read with all of them {side}'],
  'tracked-paragraphs': [
    'info',
    'Unexpected tracked changes of {authors}, read with all of them {side}, without the paragraphs: “{text}”',
  ],
  'not-printed': ['info', 'Unexpected {what} in {place}, left out: “{text}”'],
  'not-read': ['warning', 'Unexpected {what} in {place}, which is not read: “{text}”'],
  'encoding-guessed': ['info', 'Unexpected encoding, read as {encoding}'],
} as const satisfies Record<string, readonly [Severity, string]>

export type MessageId = keyof typeof catalogue

/** All message ids with severity and wording, for documentation and tests. */
export const messages: Readonly<Record<MessageId, readonly [severity: Severity, template: string]>> =
  catalogue

/**
 * Make a message.
 *
 * @param id its key in the catalogue
 * @param values what fills the `{…}` of its wording
 * @param place where in the source, if known
 */
export function message(
  id: MessageId,
  values: Record<string, string | number> = {},
  place?: Point | Position,
): VFileMessage {
  const [severity, template] = catalogue[id]
  const reason = template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
  const result = new VFileMessage(reason, { place, ruleId: id, source: 'plenary' })
  // `fatal` is null for information and false for a warning, as in vfile.
  result.fatal = severity === 'info' ? undefined : false
  return result
}

const faults = {
  'no-files': 'Cannot begin: name a document, or a list of documents with --files-from',
  'files-twice': 'Cannot read both the documents named and those of --files-from: name them in one place',
  'no-folder': 'Cannot write several documents as one: name a folder with -o',
  'same-name': 'Cannot write {file} as {name}: {before} was written there',
  unwritable: 'Cannot write {file}: {reason}',
  'stdin-twice': 'Cannot read both documents from standard input: name a file for one of them',
  'too-few-versions': 'Cannot compare one document with itself: name at least two versions',
  'names-and-files': 'Cannot tell {names} parties from {files} versions: give --as one name for each',
  'too-many-versions': 'Cannot follow {count} versions: name {limit} at the most',
  'no-paragraph':
    'Cannot find a paragraph {label}: name it as the outline does (OP7), or with the number of a version (2:OP7)',
  'languages-and-files':
    'Cannot tell {languages} languages from {files} documents: give --languages one for each',
  'no-format': 'Cannot tell which format to write: name it with --to ({formats})',
  'needs-output': 'Cannot print a {format} document on a terminal: name a file with -o',
  'not-found': 'Cannot read {file}: no such file',
  'is-directory': 'Cannot read {file}: it is a folder',
  'not-permitted': 'Cannot read {file}: permission denied',
  unreadable: 'Cannot read {file}: {reason}',
  'too-large':
    'Cannot read {file}: {size} MB is more than the limit of {limit} MB (raise it with --max-size)',
  binary: 'Cannot read {file}: it holds binary data, not text',
  'unknown-scale': 'Cannot use the scale {scale}: it is no file, and the published ones are {scales}',
  'bad-scale': 'Cannot use the scale {file}: {reason}',
  'unknown-language': 'Cannot read in the language {language}; there are grammars for {languages}',
  unsupported: 'Cannot read {file}: {format} is not read yet; save it as Markdown or plain text',
  legacy:
    'Cannot read {file}: {format} is not read; save it as .docx in Word or LibreOffice (or: soffice --headless --convert-to docx {file})',
  'not-word': 'Cannot read {file}: it is {what}, not a Word document',
  'no-revisions':
    'Cannot compare {file} with itself: only Word documents and Akoma Ntoso have tracked changes; name a second document',
  tracked:
    'Cannot write changes into {file}: it has tracked changes already; say with --revisions which side of them to start from',
  encrypted: 'Cannot read {file}: it is protected by a password; save it without one',
  'no-text':
    'Cannot read {file}: its pages are pictures without text; have their text recognized (OCR) first',
  'too-many-pages':
    'Cannot read {file}: it has {count} pages, more than the limit of {limit} (raise maxPages)',
  'too-many-paragraphs':
    'Cannot read {file}: it has {count} paragraphs, more than the limit of {limit} (raise maxParagraphs)',
  damaged: 'Cannot read {file}: it is damaged, {reason}',
  expands: 'Cannot read {file}: {part} expands to more than {limit} MB (raise it with --max-size)',
  'too-many-entries': 'Cannot read {file}: the zip has {count} entries, more than the limit of {limit}',
  'too-complex': 'Cannot read {file}: {part} has more than {limit} tags (raise it with --max-size)',
  'too-deep': 'Cannot read {file}: {part} is nested more than {limit} deep',
} as const

export type FaultId = keyof typeof faults

/** A fault that stops the reading of one document: one clear line, no stack needed. */
export class PlenaryError extends Error {
  override name = 'PlenaryError'
  readonly id: FaultId
  constructor(id: FaultId, values: Record<string, string | number> = {}) {
    super(faults[id].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? '')))
    this.id = id
  }
}
