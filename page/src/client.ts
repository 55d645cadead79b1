/** The page's end of the worker: documents are read again in a new one where the old one was stopped. */
import { type Remote, wrap } from 'comlink'
import type { CompareSettings, Desk, ReadDocument } from './work/desk.js'
import { startWorker } from './work/start.js'

/** A document as the user gave it. */
export interface Given {
  id: number
  name: string
  bytes: Uint8Array
}

/** The work was stopped by the user. */
export class Stopped extends Error {}

export class Client {
  #worker: Worker | undefined
  #desk: Remote<Desk> | undefined
  #stop: (() => void) | undefined
  /** Documents that the running worker has. */
  #held = new Set<number>()

  /** Start the worker, and make it ready for documents in a language: they may come soon. */
  async warm(language: string, settings: CompareSettings): Promise<void> {
    if (this.#desk) return
    await this.#begin().warm(language, settings)
  }

  /** Read a document. */
  async read(given: Given, language: string): Promise<ReadDocument> {
    return this.#work(async (desk) => {
      const read = await desk.read(given.id, given.name, given.bytes, language)
      this.#held.add(given.id)
      return read
    })
  }

  /** Ask the desk for something about documents, which are read anew where that must be. */
  async ask<Answer>(
    documents: readonly Given[],
    language: string,
    question: (desk: Remote<Desk>) => Promise<Answer>,
  ): Promise<Answer> {
    for (const given of documents) if (!this.#held.has(given.id)) await this.read(given, language)
    return this.#work(question)
  }

  /** Documents are read in another language, or not wanted any more. */
  forget(ids: readonly number[]): void {
    for (const id of ids) {
      this.#held.delete(id)
      void this.#desk?.putAway(id)
    }
  }

  /** Stop what is being done, at once. */
  cancel(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#desk = undefined
    this.#held.clear()
    this.#stop?.()
  }

  async #work<Answer>(question: (desk: Remote<Desk>) => Promise<Answer>): Promise<Answer> {
    const desk = this.#begin()
    const stopped = new Promise<never>((_, reject) => {
      this.#stop = () => reject(new Stopped())
    })
    return Promise.race([question(desk), stopped])
  }

  #begin(): Remote<Desk> {
    this.#worker ??= startWorker()
    this.#desk ??= wrap<Desk>(this.#worker)
    return this.#desk
  }
}
