/** A thread that works on one task after the other, and says which stage of it it has come to. */
import { parentPort } from 'node:worker_threads'
import type { Stage } from './desk.js'
import { work } from './index.js'
import type { Done, Task } from './task.js'

/** What a thread tells: it has come to a stage, has left it, or is done. */
export type Told = { stage: Stage | null } | { done: Done }

const port = parentPort
if (!port) throw new Error('It runs in a thread')
const tell = (told: Told) => port.postMessage(told)

port.on('message', async (task: Task) => {
  const done = await work(task, (stage, run) => {
    tell({ stage })
    const result = run()
    if (!(result instanceof Promise)) tell({ stage: null })
    // A stage that waits is over when its promise is; it must not end the thread, which would wait for it.
    else
      result.then(
        () => tell({ stage: null }),
        () => tell({ stage: null }),
      )
    return result
  })
  tell({ done })
})
