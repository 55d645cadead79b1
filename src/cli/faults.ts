/** Faults of the command line, and how every fault is worded for the person who typed the command. */
import { type Advised, PlenaryError, worded } from '../model/message.js'

const wordings = {
  'no-files': 'Cannot begin: name a document, or a list of documents with --files-from',
  'files-twice': 'Cannot read both the documents named and those of --files-from: name them in one place',
  'no-versions':
    'Cannot merge: name the draft and the version of each party, or a document with --from-tracked',
  'no-page': 'Cannot write the page: this copy of plenary was built without it',
  'no-folder': 'Cannot write several documents as one: name a folder with -o',
  'same-name': 'Cannot write {file} as {name}: {other} was written there',
  'bad-settings': 'Cannot use the settings of {file}: {reason}',
  'bad-choices': 'Cannot use the choices of {file}: {reason}',
  'no-choice': 'Cannot choose: say with --choose what to do at every open point',
  unwritable: 'Cannot write {file}: {reason}',
  'library-changed':
    'Cannot write {file}: it was changed while this library was built, and stays as it is now; build again',
  'output-is-input': 'Cannot write {file}: it is the document {input} itself (--force writes over it)',
  'output-exists':
    'Cannot write {file}: it is there already, and the list may name it later (--force writes over it)',
  'stdin-twice': 'Cannot read two documents from standard input: name a file for one of them',
  'too-few-versions': 'Cannot compare one document with itself: name at least two versions',
  'two-versions': 'Cannot write amendments from {count} documents: name the draft and its new version',
  'too-many-versions': 'Cannot follow {count} versions: name {limit} at the most',
  'no-paragraph':
    'Cannot find a paragraph {label}: name it as the outline does (OP7), or with the number of a version (2:OP7)',
  'names-and-files': 'Cannot tell {names} parties from {files} versions: give --as one name for each',
  'languages-and-files':
    'Cannot tell {languages} languages from {files} documents: give --languages one for each',
  'no-format': 'Cannot tell which format to write: name it with {option} ({formats})',
  'unknown-ending': 'Cannot write {file}: its name ends in none of {endings}; name the format with {option}',
  'format-and-name': 'Cannot write {format} as {file}: a name that ends so says {other}',
  'needs-output': 'Cannot print {format} on a terminal: name a file with -o',
  'no-effect': 'Cannot use {option} here: it has an effect only {where}',
  'one-report': 'Cannot write {format} here: it is a report on one text; give one document',
  'no-author': 'Cannot find changes tracked by {author}: there are those of {authors}',
  'not-a-command': 'Cannot tell what to do with {count} documents: name a command (outline, diff, concord …)',
  'one-draft': 'Cannot write several drafts as one file of {format}: name one draft',
  'unknown-shell': 'Cannot complete for {shell}: name one of {shells}',
} as const

export type CommandFaultId = keyof typeof wordings

/** A fault of what was asked, not of a document. */
export class CommandFault extends Error {
  override name = 'CommandFault'
  readonly id: CommandFaultId
  constructor(id: CommandFaultId, values: Record<string, string | number> = {}) {
    super(worded(wordings[id], values))
    this.id = id
  }
}

/** How the command line names the options that faults of the library advise. */
const options: Record<Advised, string> = {
  maxSize: '--max-size',
  maxPages: '--max-pages',
  maxParagraphs: '--max-paragraphs',
  maxTime: '--max-time',
  maxMemory: '--max-memory',
  revisions: '--revisions',
  language: '--language',
}

/** One sentence for a fault that is understood; undefined for a fault of plenary's own. */
export function sentence(error: unknown): string | undefined {
  if (error instanceof CommandFault) return error.message
  if (error instanceof PlenaryError && error.id === 'legacy')
    return `${error.saying(options)}; --convert does it where LibreOffice is installed`
  if (error instanceof PlenaryError) return error.saying(options)
  return undefined
}

/** Thrown where nobody reads any more: `plenary … | head` closes the pipe early, and that is no error. */
export class ClosedPipe extends Error {}
