/** Begins a thread; the executable, which has no file of code beside it, has another module in place of this. */
import { Worker } from 'node:worker_threads'

/** Begin a thread that works on documents, with so many megabytes of heap at the most. */
export function newWorker(megabytes: number): Worker {
  return new Worker(new URL('./work/thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
}
