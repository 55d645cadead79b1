/** Bytes of a document → its tree, with its messages told. */
import type { VFileMessage } from 'vfile-message'
import type { Format, Revisions } from '../../formats/index.js'
import type { Readable } from '../../formats/office.js'
import type { WordDocument } from '../../formats/word/package/document.js'
import { languages } from '../../language/load.js'
import { message, PlenaryError } from '../../model/message.js'
import { type Parsed, prepareParsing } from '../../pipeline.js'
import type { ParsedAmendment } from '../../read-amendment.js'
import type { ParsedNegotiation } from '../../read-negotiation.js'
import { cleanName } from '../../reports/clean.js'
import { bytesOf, megabyte, nameOf } from '../files.js'
import type { Desk, Input, Line, Loading, Reading } from './desk.js'

export interface Loaded extends Parsed {
  /** The Word document as it was opened, where it is to be kept. */
  document?: WordDocument | undefined
}

/** Read and parse a document. */
export async function load(
  input: Input,
  reading: Reading,
  desk: Desk,
  { silent = false, keep = false }: Loading = {},
): Promise<Loaded> {
  let document: WordDocument | undefined
  const { bytes, options } = await asked(input, reading, silent ? undefined : desk)
  const parsing = await prepareParsing(bytes, {
    ...options,
    ...(keep
      ? {
          onOpen: (opened: WordDocument) => {
            document = opened
          },
        }
      : {}),
  })
  const parsed = await desk.stage({ name: 'reading it', documents: 1 }, parsing)
  if (!silent) for (const one of parsed.messages) desk.tell(messageLine(input.file, one))
  return { ...parsed, document }
}

/** Read an amending document. */
export async function loadAmendment(input: Input, reading: Reading, desk: Desk): Promise<ParsedAmendment> {
  const { bytes, options } = await asked(input, reading, desk)
  // Most commands read none.
  const { prepareAmendment } = await import('../../read-amendment.js')
  const read = await prepareAmendment(bytes, options)
  const made = await desk.stage({ name: 'reading it', documents: 1 }, read)
  for (const one of made.messages) desk.tell(messageLine(input.file, one))
  return made
}

/** Read a negotiating text: both sides of what is tracked in it. */
export async function loadNegotiation(
  input: Input,
  { revisions: _, ...reading }: Reading,
  desk: Desk,
): Promise<ParsedNegotiation> {
  const { bytes, options } = await asked(input, reading, desk)
  const { revisions: _side, ...rest } = options
  const { prepareNegotiation } = await import('../../read-negotiation.js')
  const read = await prepareNegotiation(bytes, rest)
  const made = await desk.stage({ name: 'reading it', documents: 1 }, read)
  for (const one of made.messages) desk.tell(messageLine(input.file, one))
  return made
}

/** The bytes to read, and how. */
async function asked(input: Input, reading: Reading, desk: Desk | undefined) {
  knownLanguage(reading.language)
  const { inputFormat, revisions, language, maxSize, maxPages, maxParagraphs } = reading
  const name = nameOf(input.file)
  const given = await inputBytes(input)
  const { bytes, from } = reading.convert ? await converted(given, name) : { bytes: given }
  if (from !== undefined) desk?.tell(messageLine(input.file, message('converted', { format: from })))
  return {
    bytes,
    options: {
      name,
      ...(maxSize ? { maxSize: maxSize * megabyte } : {}),
      ...(maxPages ? { maxPages } : {}),
      ...(maxParagraphs ? { maxParagraphs } : {}),
      ...(inputFormat ? { format: inputFormat as Format } : {}),
      ...(revisions ? { revisions: revisions as Revisions } : {}),
      ...(language ? { language } : {}),
    },
  }
}

/** What LibreOffice makes of a format that is not read; another as it is. */
async function converted(bytes: Uint8Array, name: string): Promise<Readable> {
  const { readableThroughOffice } = await import('../../formats/office.js')
  return readableThroughOffice(bytes, { name })
}

export async function inputBytes({ file, bytes }: Input): Promise<Uint8Array> {
  return bytes ?? bytesOf(file)
}

/** @throws PlenaryError if there is no grammar for the language asked for. */
function knownLanguage(language: string | undefined): void {
  if (language !== undefined && !languages().includes(language))
    throw new PlenaryError('unknown-language', { language, languages: languages().join(', ') })
}

/** A message as it is printed: file, place, words, id. */
export function messageLine(file: string, { line, column, reason, ruleId, fatal }: VFileMessage): Line {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return {
    text: `${cleanName(file)}${place}: ${cleanName(reason)} (${ruleId})`,
    severity: fatal === false ? 'warning' : 'info',
  }
}
