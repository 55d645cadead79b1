/** Tasks → what became of each, in the order given. */
import { availableParallelism } from 'node:os'
import { fused, type Limits } from './budget.js'
import { bytesOf, megabyte, regularSize, streamedBytes } from './files.js'
import type { Host } from './host.js'
import type { Interrupt } from './interrupt.js'
import { Threads } from './threads.js'
import type { Input } from './work/desk.js'
import { faultOfWork, Stopped, work } from './work/index.js'
import type { LibraryAt } from './work/precedent.js'
import type { Done, Task } from './work/task.js'

/**
 * From so many documents several threads pay: each takes 0.4 s to start and to compile
 * the grammar, in which one thread reads some eight resolutions.
 */
const threadsPay = 12
/** Documents read ahead for each thread, so that a slow one keeps no other thread waiting. */
const aheadPerThread = 8
/** Documents up to this size are read where they are asked for, in megabytes: a page has 0.01, the longest of a session 0.2. */
const small = 0.25
/** Libraries up to this size, in megabytes, are searched in a fraction of a second. */
const smallLibrary = 32

export interface BatchOptions {
  host: Host
  /** Threads; by default as many as the machine runs at once, where that pays. */
  jobs?: number | undefined
  /** How many tasks there are, if that is known before. */
  count?: number | undefined
  limits: Limits
  interrupt: Interrupt
}

/**
 * Do each task; gives the results in the order of the tasks, as they come.
 *
 * Ensures that at most `aheadPerThread` results a thread are in memory, however
 * many tasks there are, and that after an interrupt no new task is begun.
 */
export async function* batch(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  { host, count = Number.POSITIVE_INFINITY, jobs, limits, interrupt }: BatchOptions,
): AsyncGenerator<Done> {
  const wanted = interrupt.until(tasks)
  const asked = jobs ?? (count < threadsPay ? 1 : availableParallelism())
  // More threads than documents or processors only take memory.
  const threads = Math.max(1, Math.min(asked, count, availableParallelism()))
  const pool = new Threads(threads, limits)
  const one = async (task: Task): Promise<Done> => {
    try {
      const ready = await fetched(task, host)
      if (!host.threads) return await work(ready, (_, run) => run())
      return (count === 1 ? await doneHere(ready) : undefined) ?? (await pool.do(ready))
    } catch (error) {
      const file = task.inputs[0]?.file ?? ''
      return { file, messages: [], ...faultOfWork(file, error) }
    }
  }
  try {
    if (threads === 1) for await (const task of wanted) yield await one(task)
    else {
      const { pMapIterable } = await import('p-map')
      yield* pMapIterable(wanted, one, { concurrency: threads * 2, backpressure: threads * aheadPerThread })
    }
  } finally {
    await pool.end()
  }
}

/** The task with the bytes of pipes and of standard input, which no thread can read without being stuck in them. */
async function fetched(task: Task, host: Host): Promise<Task> {
  const inputs: Input[] = []
  const { maxSize } = task.options
  for (const { file } of task.inputs)
    inputs.push(
      file === '-' || regularSize(file, maxSize) === undefined
        ? { file, bytes: await streamedBytes(file, host, maxSize) }
        : { file },
    )
  return { ...task, inputs } as Task
}

/** A library in a file that is asked for as long as several documents take to be read. */
function isLarge(library: LibraryAt): boolean {
  return (
    'file' in library && (regularSize(library.file, Number.POSITIVE_INFINITY) ?? 0) > smallLibrary * megabyte
  )
}

/** What became of a task of small documents that are read at once; undefined where it needs a thread. */
async function doneHere(task: Task): Promise<Done | undefined> {
  if ('format' in task.options && task.options.format === 'docx') return undefined
  if ('library' in task.options && task.options.library && isLarge(task.options.library)) return undefined
  for (const input of task.inputs) {
    const size = input.bytes?.length ?? regularSize(input.file, undefined) ?? Number.POSITIVE_INFINITY
    if (size > small * megabyte) return undefined
    input.bytes ??= await bytesOf(input.file)
    // A PDF is read piece by piece, by a library that counts on a thread.
    if (Buffer.from(input.bytes.subarray(0, 1024)).includes('%PDF-')) return undefined
  }
  try {
    return await work(task, (_, run) => fused(run))
  } catch (error) {
    if (error instanceof Stopped) return undefined
    throw error
  }
}
