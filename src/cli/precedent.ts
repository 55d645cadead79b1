import { match } from 'ts-pattern'
import { PlenaryError } from '../model/message.js'
import { LibraryWriter } from '../precedent/index.js'
import { csvHeading } from '../reports/precedent/to-csv.js'
import { exit } from './exit.js'
import { CommandFault } from './faults.js'
import { statOf } from './files.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { libraryIn } from './library-file.js'
import { expanded } from './names.js'
import { csvMark, type Frame, inputsOf, type Output, oneOutput } from './output.js'
import { type ManyOptions, run, runMany } from './run.js'
import type { LibraryAt, PrecedentJob } from './work/precedent.js'
import type { Task } from './work/task.js'

const formats = ['table', 'text', 'json', 'ndjson', 'html', 'csv', 'docx'] as const
type Format = (typeof formats)[number]

export interface PrecedentCommandOptions extends ManyOptions {
  library: string
  format?: string
  history?: string
  summary?: boolean
  top?: number
  min?: number
  before?: string
  organ?: string
  author?: string
  date?: string
  width?: number
  ui?: string
  pager: boolean
}

/** Say where each paragraph of the drafts comes from, or follow one paragraph of the library. */
export async function precedentCommand(
  host: Host,
  files: string[],
  options: PrecedentCommandOptions,
): Promise<number> {
  const { output, history } = options
  if (history !== undefined) return historyOf(host, files, history, options)
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'table' })
  refuseWithoutEffect(format, options)
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  const { at: library, status } = await libraryAt(host, options)
  const isText = format === 'table' || format === 'text'
  const color = isText && useColor(host, options.color, output)
  const { library: _named, history: _history, ...rest } = options
  const job: Omit<PrecedentJob, 'alone'> = {
    ...rest,
    format: options.summary ? 'text' : format,
    library,
    color,
    width: widthOf(host, options.width),
    summary: options.summary ?? false,
  }
  const done = await runMany(
    host,
    files,
    options,
    (file, count) => ({ job: 'precedent', inputs: [{ file }], options: { ...job, alone: count === 1 } }),
    (inputs, count) => {
      if ((format === 'docx' || format === 'html') && count !== 1)
        throw new CommandFault('one-draft', { format })
      const frame = frameOf(format, count === 1, output)
      return oneOutput(host, output, inputs, { frame, paged: isText && options.pager, color })
    },
  )
  return Math.max(done, status)
}

const heeded: readonly [
  option: keyof PrecedentCommandOptions,
  flag: string,
  formats: readonly Format[],
  where: string,
][] = [
  ['summary', '--summary', ['table', 'text'], 'on text'],
  ['width', '--width', ['table', 'text'], 'on text'],
  ['ui', '--ui', ['table', 'text', 'html', 'docx'], 'on reports (text and html) and comments in Word'],
  ['author', '--author', ['docx'], 'on comments in Word (-o NAME.docx)'],
  ['date', '--date', ['docx'], 'on comments in Word (-o NAME.docx)'],
]

function refuseWithoutEffect(format: Format, options: PrecedentCommandOptions): void {
  for (const [option, flag, having, where] of heeded)
    if (options[option] !== undefined && !having.includes(format))
      throw new CommandFault('no-effect', { option: flag, where })
}

function frameOf(format: Format, alone: boolean, output: string | undefined): Frame {
  const heading = `${csvMark(format, output)}${csvHeading}`
  return match(format)
    .with('json', () => (alone ? {} : { open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('csv', () => ({ open: heading, empty: heading }))
    .with('table', 'text', () => ({ between: '\n' }))
    .with('ndjson', 'html', 'docx', () => ({}))
    .exhaustive()
}

/** The library as tasks name it: a file is opened by each thread, of a folder one is made that all threads see. */
export async function libraryAt(
  host: Host,
  options: ManyOptions & { library: string },
): Promise<{ at: LibraryAt; status: number }> {
  const { library } = options
  if (!statOf(library)) throw new PlenaryError('not-found', { file: library })
  if (!statOf(library)?.isDirectory()) {
    // A library that cannot be used is told of once, not for each draft.
    libraryIn(library)
    return { at: { file: library }, status: exit.done }
  }
  const files = await expanded([library])
  const made = new InMemory()
  const {
    library: _library,
    output: _output,
    strict: _strict,
    inputFormat: _format,
    revisions: _side,
    language: _language,
    ...rest
  } = options
  // Nothing is printed yet where the progress is shown.
  const status = await run(
    host,
    { ...rest, output: library },
    {
      tasks: files.map(
        (file): Task => ({ job: 'collect', inputs: [{ file }], options: { ...rest, silent: true } }),
      ),
      count: files.length,
      jobs: options.jobs,
      output: made,
    },
  )
  return { at: { name: library, bytes: made.bytes }, status }
}

/** A library that is made for one run. */
class InMemory implements Output {
  readonly #writer = new LibraryWriter()
  bytes = new SharedArrayBuffer(0)

  async write(_file: string, piece: string | Uint8Array): Promise<true> {
    this.#writer.add(JSON.parse(String(piece)))
    return true
  }

  async end(): Promise<void> {
    const pieces = [...this.#writer.take(), ...this.#writer.end(new Date().toISOString())]
    this.bytes = new SharedArrayBuffer(pieces.reduce((total, { length }) => total + length, 0))
    const bytes = new Uint8Array(this.bytes)
    let at = 0
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
  }

  async discard(): Promise<void> {}
}

/** Print the chain of a paragraph through the years. */
async function historyOf(
  host: Host,
  files: string[],
  name: string,
  options: PrecedentCommandOptions,
): Promise<number> {
  if (files.length > 0) throw new CommandFault('no-effect', { option: '--history', where: 'without drafts' })
  const { output } = options
  const chosen = chooseFormat({
    formats: ['text', 'json', 'html', 'csv'] as const,
    asked: options.format,
    output,
    option: '--format',
    preset: 'text',
  })
  refuseWords(chosen, ['text', 'html'], options.ui)
  const { at: library, status } = await libraryAt(host, options)
  const color = chosen === 'text' && useColor(host, options.color, output)
  const done = await run(host, options, {
    tasks: [
      {
        job: 'lineage',
        inputs: [],
        options: { ...options, library, name, format: chosen, color, width: widthOf(host, options.width) },
      },
    ],
    count: 1,
    output: oneOutput(host, output, await inputsOf([], options), {
      frame: { open: csvMark(chosen, output) },
      paged: chosen === 'text' && options.pager,
      color,
    }),
  })
  return Math.max(done, status)
}
