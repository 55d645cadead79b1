/** One budget for every document: its size, its pages, its processor time and its memory. */
import { Script } from 'node:vm'
import { Stopped } from './work/index.js'

export interface Limits {
  /** Seconds of processor time for each document of a stage: reading, comparing, writing. */
  time: number
  /** Seconds more for each megabyte of the files beyond the first: a long document is none that was made to take time. */
  perMegabyte: number
  /** Seconds more for a PDF, whose library takes most of a second to be loaded and has bounds of its own. */
  perPdf: number
  /** Megabytes of a thread's heap. */
  memory: number
}

/**
 * The longest resolution that the United Nations prints has 0.8 MiB of text, and takes 0.6 s and 140 MB
 * to be read, so that up to a megabyte a document has no time for its length; 5,000 paragraphs are compared in
 * 4.5 s and 315 MB of the whole process. With what starting and ending a thread cost, a small document that is
 * refused has taken five seconds. A PDF of 397 paragraphs has 0.7 MB and takes 2 s where nothing else runs, and
 * twice that where others share the processors.
 */
export const defaultLimits: Limits = { time: 3.5, perMegabyte: 10, perPdf: 4, memory: 350 }

/** What the files of a task ask for. */
export interface Weight {
  megabytes: number
  pdfs: number
}

/** Seconds of processor time that a stage may take of so many documents with files of such a weight. */
export function timeOf(
  { time, perMegabyte, perPdf }: Limits,
  documents: number,
  { megabytes, pdfs }: Weight,
): number {
  return time * documents + perMegabyte * Math.max(0, megabytes - 1) + perPdf * pdfs
}

/** Milliseconds of a small document in the main thread: pages take 20 to 100, and what takes longer goes to a thread. */
const fuseTime = 600

/** How many times as long the fuse may burn where others use the processors. */
const mostWaiting = 4

/**
 * How much longer than its processor time this process has taken: the fuse counts the time of the wall,
 * and on a busy machine a page would be begun here and be read once more in a thread.
 */
function waiting(): number {
  const { user, system } = process.cpuUsage()
  return Math.min(mostWaiting, Math.max(1, (process.uptime() * 1e6) / (user + system)))
}

const key = Symbol.for('plenary.fuse')
let script: Script | undefined

/**
 * Run something that is done at once, for a short time.
 *
 * Node ends a script after its time, which costs nothing to begin, where a thread costs as much as a
 * page to read.
 *
 * @throws Stopped if the time is up, or if it is not done at once
 */
export function fused<T>(run: () => T): T {
  const place = globalThis as { [key]?: () => T }
  script ??= new Script('globalThis[Symbol.for("plenary.fuse")]()')
  place[key] = run
  try {
    const result = script.runInThisContext({ timeout: Math.ceil(fuseTime * waiting()) }) as T
    if (result instanceof Promise) {
      result.catch(() => {})
      throw new Stopped()
    }
    return result
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Stopped()
    throw error
  } finally {
    delete place[key]
  }
}
