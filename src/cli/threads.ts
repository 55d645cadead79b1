/**
 * Threads that work on documents, each under its budget.
 *
 * A thread that is over it is ended, and so is one that dies of its memory: both are a fault of their
 * document, and the others go on. No pool that we found ends one thread by its processor time.
 */
import { statSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import { PlenaryError } from '../model/message.js'
import { type Limits, timeOf, type Weight } from './budget.js'
import { nameOf } from './files.js'
import type { Stage } from './work/desk.js'
import { faultOfWork } from './work/index.js'
import type { Done, Task } from './work/task.js'
import type { Told } from './work/thread.js'
import { newWorker } from './worker.js'

/** How often the threads are looked at, in milliseconds. */
const lookEvery = 50
/** Bytes and code beside a thread's heap, as a share of it; more is taken by what a document made. */
const besideHeap = 1.3
/**
 * When code is made anew, by version of V8: later than of itself.
 *
 * A run takes seconds, and a fifth of them went to code that was no longer needed when it was made. Both are no more
 * than numbers that are counted up to, and may be set while V8 runs; that of Node 26 would give nothing.
 */
const ripening: Record<string, string> = {
  11: '--interrupt-budget=600000',
  12: '--invocation-count-for-turbofan=20000',
}

interface Work {
  task: Task
  stage: Stage | null
  /** Milliseconds of processor time in this stage. */
  used: number
  weight: Weight
  /** Bytes of the process when the work began. */
  resident: number
  settle: (done: Done) => void
}

export class Threads {
  readonly #limits: Limits
  readonly #idle: Thread[]
  readonly #all: Thread[]
  readonly #waiting: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #usage = process.cpuUsage()
  #ended = false

  constructor(count: number, limits: Limits) {
    const [v8 = ''] = process.versions.v8.split('.')
    if (ripening[v8]) setFlagsFromString(ripening[v8])
    this.#limits = limits
    this.#all = Array.from({ length: count }, () => new Thread(limits))
    this.#idle = [...this.#all]
  }

  /** Do a task in the next thread that is free. */
  async do(task: Task): Promise<Done> {
    const thread = this.#idle.pop() ?? (await this.#next())
    // A thread that began now would keep the process alive, and nobody would end it.
    if (this.#ended) throw new Error('The threads are ended')
    if (!this.#timer) {
      this.#usage = process.cpuUsage()
      this.#timer = setInterval(() => this.#look(), lookEvery)
    }
    try {
      return await thread.do(task)
    } finally {
      this.#idle.push(thread)
      this.#waiting.shift()?.()
      if (this.#idle.length === this.#all.length) this.#rest()
    }
  }

  /** End the threads; a task that is not done is a fault of its document. */
  async end(): Promise<void> {
    this.#ended = true
    this.#rest()
    await Promise.all(this.#all.map((thread) => thread.close()))
    for (const resume of this.#waiting.splice(0)) resume()
  }

  async #next(): Promise<Thread> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.#idle.pop() as Thread
  }

  #rest(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Charge each thread that is in a stage with its share of the time of the process; Node 20 knows none of a thread. */
  #look(): void {
    const { user, system } = process.cpuUsage(this.#usage)
    this.#usage = process.cpuUsage()
    const working = this.#all.filter(({ work }) => work)
    const charged = working.filter(({ work }) => work?.stage)
    for (const thread of charged) {
      const { work } = thread
      if (!work?.stage) continue
      work.used += (user + system) / 1000 / working.length
      const { name, documents } = work.stage
      const limit = timeOf(this.#limits, documents, work.weight)
      if (work.used > limit * 1000) thread.stop('too-slow', { stage: name, limit })
      // Of several threads, none can be told from the memory of the process.
      else if (working.length === 1 && this.#grown(work))
        thread.stop('too-much-memory', { limit: this.#limits.memory })
    }
  }

  #grown({ resident }: Work): boolean {
    return process.memoryUsage.rss() - resident > this.#limits.memory * besideHeap * 1024 * 1024
  }
}

/** What the files of a task ask for; standard input, which is no file yet, nothing. */
function weightOf({ inputs }: Task): Weight {
  const bytes = inputs.map(
    (input) => input.bytes?.length ?? statSync(input.file, { throwIfNoEntry: false })?.size ?? 0,
  )
  return {
    megabytes: bytes.reduce((sum, one) => sum + one, 0) / 1e6,
    pdfs: inputs.filter(({ file }) => /\.pdf$/iu.test(file)).length,
  }
}

/** A place for one thread: the thread begins with the first task, and another takes the place of one that ended. */
class Thread {
  readonly #limits: Limits
  #worker: Worker | undefined
  work: Work | undefined

  constructor(limits: Limits) {
    this.#limits = limits
  }

  do(task: Task): Promise<Done> {
    const worker = this.#worker ?? this.#begin()
    return new Promise((resolve) => {
      const settle = (done: Done) => {
        this.work = undefined
        resolve(done)
      }
      const weight = weightOf(task)
      this.work = { task, stage: null, used: 0, weight, resident: process.memoryUsage.rss(), settle }
      worker.postMessage(task)
    })
  }

  /** End the thread: its document is beyond its budget. */
  stop(id: 'too-slow' | 'too-much-memory', values: Record<string, string | number>): void {
    this.#fail((file) => new PlenaryError(id, { file: nameOf(file), ...values }))
    void this.end()
  }

  async end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  /** End the thread for good. */
  async close(): Promise<void> {
    await this.end()
    this.#fail((file) => new PlenaryError('thread-died', { file: nameOf(file), reason: 'the run is over' }))
  }

  #begin(): Worker {
    const worker = newWorker(this.#limits.memory)
    worker.on('message', (told: Told) => {
      const { work } = this
      if (!work) return
      if ('done' in told) work.settle(told.done)
      else Object.assign(work, { stage: told.stage, used: 0 })
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#worker === worker) this.#worker = undefined
      this.#fail((file) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new PlenaryError('too-much-memory', { file: nameOf(file), limit: this.#limits.memory })
          : error,
      )
    })
    worker.on('exit', (code) => {
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#fail((file) => new PlenaryError('thread-died', { file: nameOf(file), reason: `status ${code}` }))
    })
    this.#worker = worker
    return worker
  }

  #fail(faultOf: (file: string) => Error): void {
    const { work } = this
    if (!work) return
    const file = work.task.inputs.map((input) => input.file).join(' and ')
    work.settle({ file: work.task.inputs[0]?.file ?? '', messages: [], ...faultOfWork(file, faultOf(file)) })
  }
}
