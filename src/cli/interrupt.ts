/**
 * The first Ctrl-C of a run over many documents: what was begun is finished and
 * written, nothing new is begun. All other signals, and Ctrl-C where one document
 * keeps the main thread busy, are left to the system, which ends the command at
 * once: a listener would wait for the thread that it interrupts.
 */

export class Interrupt {
  readonly #controller = new AbortController()
  readonly #stop = () => {
    // A second Ctrl-C finds no listener and ends the process at once; others that listen to the first still find this one.
    queueMicrotask(() => this.ignore())
    this.#controller.abort()
  }

  /** Listen from now on. */
  listen(): void {
    process.on('SIGINT', this.#stop)
  }

  get happened(): boolean {
    return this.#controller.signal.aborted
  }

  /** Leave the signals to others again. */
  ignore(): void {
    process.off('SIGINT', this.#stop)
  }

  /** The items up to the interrupt, also where the next one is waited for. */
  async *until<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    const { signal } = this.#controller
    const stopped = new Promise<{ done: true; value: undefined }>((resolve) =>
      signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true }),
    )
    const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), stopped])
      if (next.done) return
      yield next.value
    }
  }
}
