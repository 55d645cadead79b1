/** Run a command over its documents: names → tasks → results → output. */
import { PlenaryError } from '../model/message.js'
import { batch } from './batch.js'
import { exit } from './exit.js'
import { Interrupt } from './interrupt.js'
import { knownLanguage, warn } from './io.js'
import { namesOf } from './names.js'
import type { Output } from './output.js'
import type { PieceCommand } from './pieces.js'
import { progress } from './progress.js'
import type { Task, WorkOptions } from './work.js'

export interface RunOptions extends WorkOptions {
  output?: string
  filesFrom?: string
  jobs?: number
}

/**
 * Do a command's work on each document and write the results in order.
 *
 * Ensures exit code 2 if a document could not be read, 130 if the run was
 * interrupted; what was done is written in both cases.
 */
export async function run(
  command: PieceCommand,
  files: readonly string[],
  options: RunOptions,
  outputFor: (count: number | undefined) => Output | Promise<Output>,
): Promise<void> {
  const interrupt = new Interrupt()
  try {
    knownLanguage(options.language)
    const { names, count } = namesOf(files, options.filesFrom)
    if (count !== 1) interrupt.listen()
    const output = await outputFor(count)
    const shown = await progress(count, options.quiet ?? false, options.output)
    const results = batch(tasks(command, names, { ...options, pretty: count === 1 }), {
      count,
      jobs: options.jobs,
      interrupt,
    })
    try {
      for await (const done of results) {
        shown.step(done.messages)
        if (done.failed) process.exitCode = exit.usage
        if (done.output !== undefined && !(await output.write(done.file, done.output)))
          process.exitCode = exit.usage
      }
    } finally {
      shown.end()
      await output.end()
    }
  } catch (error) {
    if (!(error instanceof PlenaryError)) throw error
    warn(`plenary: ${error.message}`)
    process.exitCode = exit.usage
  } finally {
    interrupt.ignore()
    if (interrupt.happened) {
      process.exitCode = exit.interrupted
      // A list that is still being typed or piped would keep the process waiting.
      process.stdin.destroy()
    }
  }
}

async function* tasks(
  command: PieceCommand,
  names: AsyncIterable<string> | Iterable<string>,
  { output: _output, filesFrom: _list, jobs: _jobs, ...options }: RunOptions,
): AsyncGenerator<Task> {
  for await (const file of names) yield { command, file, options }
}
