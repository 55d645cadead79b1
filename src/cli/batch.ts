/** Many documents: in worker threads where that pays, their results in the order given. */
import { availableParallelism } from 'node:os'
import { pMapIterable } from 'p-map'
import type { Interrupt } from './interrupt.js'
import work, { type Done, faultLine, type Task } from './work.js'

/**
 * From so many documents on threads pay: each takes 0.4 s to start and to compile
 * the grammar, in which one thread reads some eight resolutions.
 */
const threadsPay = 12
/** Documents read ahead for each thread, so that a slow one keeps no other thread waiting. */
const aheadPerThread = 8

export interface BatchOptions {
  /** Threads; by default as many as the machine runs at once, where that pays. */
  jobs?: number | undefined
  /** How many tasks there are, if that is known before. */
  count?: number | undefined
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
  { count, jobs, interrupt }: BatchOptions,
): AsyncGenerator<Done> {
  const threads = jobs ?? (count !== undefined && count < threadsPay ? 1 : availableParallelism())
  const wanted = interrupt.until(tasks)
  if (threads === 1) {
    for await (const task of wanted) yield await work(task)
    return
  }
  const { Piscina } = await import('piscina')
  const pool = new Piscina<Task, Done>({
    filename: new URL('./work.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })
  const run = async (task: Task): Promise<Done> => {
    // A thread has no standard input of its own.
    if (task.file === '-') return work(task)
    try {
      return await pool.run(task)
    } catch (error) {
      // The thread died, of a document too large for it: another has taken its place.
      return { file: task.file, messages: [faultLine(task.file, error)], failed: true }
    }
  }
  try {
    yield* pMapIterable(wanted, run, {
      concurrency: threads * 2,
      backpressure: threads * aheadPerThread,
    })
  } finally {
    await pool.destroy()
  }
}
