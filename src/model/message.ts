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
  converted: ['info', 'Unexpected format: {format}, read as LibreOffice converts it'],
  'other-side': ['info', 'Unexpected text of the other side of a revision, left out: “{text}”'],
  overmarked: [
    'warning',
    'Unexpected number of marks of Markdown, more than people write: they are read as text',
  ],
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
  'not-an-amendment': [
    'warning',
    'Unexpected document without a command to delete, insert or replace something, expected an amending document',
  ],
  'amendment-unread': ['warning', 'Unexpected text “{text}”, expected a command of an amending document'],
  'bracket-never-closed': [
    'warning',
    'Unexpected bracket in {at} that is never closed, kept as text: “{text}”',
  ],
  'bracket-never-opened': [
    'warning',
    'Unexpected closing bracket in {at} that was not opened, kept as text: “{text}”',
  ],
  'bracket-option-order': [
    'warning',
    'Unexpected option in {at} without another beside it, kept as text: “{text}”',
  ],
  'bracket-words-not-found': [
    'warning',
    'Unexpected command in {at} about words that its paragraph does not have, or has twice, kept as text: “{text}”',
  ],
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
  const result = new VFileMessage(worded(template, values), { place, ruleId: id, source: 'plenary' })
  // `fatal` is null for information and false for a warning, as in vfile.
  result.fatal = severity === 'info' ? undefined : false
  return result
}

/** Fill the `{…}` of a wording. */
export function worded(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
}

/** A message as plain data, as `postMessage` and JSON carry it: a copied `VFileMessage` loses its fields. */
export interface PlainMessage {
  id: string
  severity: Severity
  reason: string
  place: Point | Position | undefined
}

/**
 * Turn a message into plain data.
 *
 * @example plainMessage(messages[0]) // {id: 'number-gap', severity: 'warning', reason: '…', place: {…}}
 */
export function plainMessage({ ruleId, fatal, reason, place }: VFileMessage): PlainMessage {
  return { id: ruleId ?? '', severity: fatal === false ? 'warning' : 'info', reason, place }
}

/** Options that a fault advises, by their names in the library. */
export type Advised =
  | 'maxSize'
  | 'maxPages'
  | 'maxParagraphs'
  | 'maxTime'
  | 'maxMemory'
  | 'revisions'
  | 'language'

const faultWordings = {
  'not-found': 'Cannot read {file}: no such file',
  'is-directory': 'Cannot read {file}: it is a folder',
  'not-permitted': 'Cannot read {file}: permission denied',
  unreadable: 'Cannot read {file}: {reason}',
  'too-large': [
    'Cannot read {file}: {size} MB is more than the limit of {limit} MB (raise it with {option})',
    'maxSize',
  ],
  binary: 'Cannot read {file}: it holds binary data, not text',
  'unknown-scale': 'Cannot use the scale {scale}: it is no file, and the published ones are {scales}',
  'bad-scale': 'Cannot use the scale {file}: {reason}',
  'unknown-language': 'Cannot read in the language {language}; there are grammars for {languages}',
  'no-amendment-forms':
    'Cannot write amendments in the language {language}: its grammar has no sentences for them',
  'two-languages': [
    'Cannot compare {old}, in the language {oldLanguage}, with {new}, in {newLanguage}: concord holds language versions against each other ({option} says the language where one is misread)',
    'language',
  ],
  unsupported: 'Cannot read {file}: {format} is not read yet; save it as Markdown or plain text',
  legacy:
    'Cannot read {file}: {format} is not read; save it as .docx in Word or LibreOffice (or: soffice --headless --convert-to docx {file})',
  'no-office':
    'Cannot convert {file}: LibreOffice (soffice) is not installed; save the document as .docx in the program that made it',
  'not-converted': 'Cannot convert {file}: {reason}',
  'not-word': 'Cannot read {file}: it is {what}, not a Word document',
  'no-revisions':
    'Cannot compare {file} with itself: only Word documents and Akoma Ntoso have tracked changes; name a second document',
  'not-tracked': 'Cannot merge {file}: it is no Word document with tracked changes',
  tracked: [
    'Cannot write changes into {file}: it has tracked changes already; say with {option} which side of them to start from, or keep them (--keep-changes)',
    'revisions',
  ],
  'tracked-collision':
    'Cannot keep the tracked changes of {file}: new changes fall on those of {authors} in “{text}”; accept or reject them there first, or say with --revisions which side to start from',
  encrypted: 'Cannot read {file}: it is protected by a password; save it without one',
  'no-text':
    'Cannot read {file}: its pages are pictures without text; have their text recognized (OCR) first',
  'too-many-pages': [
    'Cannot read {file}: it has {count} pages, more than the limit of {limit} (raise it with {option})',
    'maxPages',
  ],
  'too-many-paragraphs': [
    'Cannot read {file}: it has {count} paragraphs, more than the limit of {limit} (raise it with {option})',
    'maxParagraphs',
  ],
  damaged: 'Cannot read {file}: it is damaged, {reason}',
  'cannot-fix': 'Cannot mend {file}: only Markdown, plain text and Word documents are written back',
  expands: ['Cannot read {file}: {part} expands to more than {limit} MB (raise it with {option})', 'maxSize'],
  'redline-damaged':
    'Cannot write the redline of {file}: Word would call it damaged ({reason}); this is a fault of plenary, which the document brings out',
  'too-many-entries': 'Cannot read {file}: the zip has {count} entries, more than the limit of {limit}',
  'too-complex': [
    'Cannot read {file}: {part} has more than {limit} {unit} (raise it with {option})',
    'maxSize',
  ],
  'too-deep': 'Cannot read {file}: {part} is nested more than {limit} deep',
  'too-slow': [
    'Cannot go on with {file}: {stage} takes more than {limit} s of processor time (raise it with {option})',
    'maxTime',
  ],
  'too-much-memory': [
    'Cannot go on with {file}: it takes more than {limit} MB of memory (raise it with {option})',
    'maxMemory',
  ],
  'not-a-library': 'Cannot use {file}: it is no library (plenary library build makes one)',
  'other-library':
    'Cannot use {file}: it is a library of version {version}, which this plenary does not read; build it anew',
  'damaged-library':
    'Cannot use {file}: the library is damaged, {reason}; build it anew, or take a whole copy',
  'no-such-text': 'Cannot find {symbol} in the library {file}',
  'no-such-paragraph': 'Cannot find a paragraph {label} of {symbol} in the library {file}',
  'no-earlier-text': 'Cannot find an earlier text with the title of {file} in the library {library}',
  'thread-died': 'Cannot go on with {file}: the thread that worked on it ended ({reason})',
} as const satisfies Record<string, string | readonly [wording: string, option: Advised]>

export type FaultId = keyof typeof faultWordings

/** All faults with their wording and the option that they advise, for documentation and tests. */
export const faultMessages: Readonly<Record<FaultId, string | readonly [wording: string, option: Advised]>> =
  faultWordings

/** A fault that stops the reading of one document: one clear line, no stack needed. */
export class PlenaryError extends Error {
  override name = 'PlenaryError'
  readonly id: FaultId
  readonly values: Readonly<Record<string, string | number>>

  constructor(id: FaultId, values: Record<string, string | number> = {}) {
    super('')
    this.id = id
    this.values = values
    this.message = this.saying({})
  }

  /** Its sentence, with the option that it advises under the name that the caller's users know. */
  saying(names: Partial<Record<Advised, string>>): string {
    const fault = faultMessages[this.id]
    if (typeof fault === 'string') return worded(fault, this.values)
    const [wording, option] = fault
    return worded(wording, { ...this.values, option: names[option] ?? option })
  }
}
