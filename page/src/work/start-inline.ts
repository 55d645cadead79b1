/** Starts the worker of the page that is one file: its code is in the page. */
import InlineWorker from './worker.ts?worker&inline'

export function startWorker(): Worker {
  return new InlineWorker()
}
