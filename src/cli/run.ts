/** Run a command over its documents: names → tasks → results → output → exit status. */
import type { Severity } from '../model/message.js'
import { batch } from './batch.js'
import { defaultLimits } from './budget.js'
import { exit } from './exit.js'
import { CommandFault } from './faults.js'
import type { Host } from './host.js'
import { Interrupt } from './interrupt.js'
import { namesOf } from './names.js'
import { type AlsoRead, type Inputs, inputsOf, type Output } from './output.js'
import { progress } from './progress.js'
import type { Reading } from './work/desk.js'
import type { Task } from './work/task.js'

/** Options of every command that reads documents. */
export interface CommonOptions extends Reading {
  output?: string
  force?: boolean
  quiet?: boolean
  color?: boolean
  /** Messages that make the status that of a fault. */
  strict?: Severity
  maxTime?: number
  maxMemory?: number
}

/** Options of the commands that take many documents. */
export interface ManyOptions extends CommonOptions, AlsoRead {
  filesFrom?: string
  jobs?: number
}

export interface Plan {
  tasks: AsyncIterable<Task> | Iterable<Task>
  /** How many there are, if that is known before. */
  count?: number | undefined
  jobs?: number | undefined
  output: Output
}

/**
 * Do a command's work and write the results in order; gives the exit status.
 *
 * Ensures the status of a fault if a document could not be read, of an interrupt if there was one;
 * the others are done and written in both cases.
 */
export async function run(host: Host, options: CommonOptions, plan: Plan): Promise<number> {
  const { tasks, count, jobs, output } = plan
  const interrupt = new Interrupt()
  const limits = {
    time: options.maxTime ?? defaultLimits.time,
    // What is asked for is meant.
    perMegabyte: options.maxTime === undefined ? defaultLimits.perMegabyte : 0,
    perPdf: options.maxTime === undefined ? defaultLimits.perPdf : 0,
    memory: options.maxMemory ?? defaultLimits.memory,
  }
  let status: number = exit.done
  // A crash is told before a fault, and a fault before what was found.
  const raise = (next: number) => {
    status = Math.max(status, next)
  }
  if (count !== 1) interrupt.listen()
  try {
    const shown = await progress(host, count, options.quiet ?? false, options.output)
    try {
      for await (const done of batch(tasks, { host, count, jobs, limits, interrupt })) {
        const lines = options.quiet ? [] : done.messages.map(({ text }) => text)
        if (done.fault !== undefined) {
          lines.push(`plenary: ${done.fault}`)
          raise(done.crash === undefined ? exit.usage : exit.crash)
        }
        if (done.crash !== undefined) lines.push(done.crash)
        shown.step(lines)
        if (done.messages.some(({ severity }) => isStrict(severity, options.strict))) raise(exit.usage)
        if (done.found) raise(exit.found)
        if (done.output !== undefined && !(await output.write(done.file, done.output))) raise(exit.usage)
      }
    } finally {
      shown.end()
    }
    await output.end()
  } catch (error) {
    await output.discard()
    throw error
  } finally {
    interrupt.ignore()
    // A list that is still being typed or piped would keep the process waiting.
    if (interrupt.happened) host.stdin.destroy()
  }
  return interrupt.happened ? exit.interrupted : status
}

function isStrict(severity: Severity, strict: Severity | undefined): boolean {
  return strict !== undefined && (strict === 'info' || severity === 'warning')
}

/** Do the same work on each of many documents. */
export async function runMany(
  host: Host,
  files: readonly string[],
  options: ManyOptions,
  taskOf: (file: string, count: number | undefined) => Task,
  outputFor: (inputs: Inputs, count: number | undefined) => Output | Promise<Output>,
): Promise<number> {
  const { names, known } = await namesOf(files, options.filesFrom, host)
  if (known && known.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const count = known?.length
  const inputs = await inputsOf(known ?? [], options, !known)
  const output = await outputFor(inputs, count)
  async function* tasks(): AsyncGenerator<Task> {
    for await (const file of names) {
      if (!known) inputs.add(file)
      yield taskOf(file, count)
    }
  }
  return run(host, options, { tasks: tasks(), count, jobs: options.jobs, output })
}
