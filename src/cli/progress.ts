/** How far a long run has come, for a person who waits at a terminal. */
import type { MultiBar, SingleBar } from 'cli-progress'
import { clean } from '../reports/clean.js'
import { type Host, warn } from './host.js'

/** Shorter runs are over before a bar could be read. */
const worthwhile = 20

export interface Progress {
  /** One more document is done; its messages are printed above the bar. */
  step(messages: readonly string[]): void
  end(): void
}

/** Print messages, and nothing else. */
function silent(host: Host): Progress {
  return {
    step: (messages) => {
      for (const message of messages) warn(host, message)
    },
    end: () => {},
  }
}

/**
 * Begin to show progress.
 *
 * Given how many documents there are, if known. Ensures a bar only where
 * standard error is a terminal that results are not printed to.
 */
export async function progress(
  host: Host,
  count: number | undefined,
  quiet: boolean,
  output?: string,
): Promise<Progress> {
  const { stderr, stdout } = host
  const forPerson = stderr.isTTY === true && !(stdout.isTTY === true && output === undefined)
  if (quiet || !forPerson || (count !== undefined && count < worthwhile)) return silent(host)
  const { default: library } = await import('cli-progress')
  return new Bar(
    new library.MultiBar({
      stream: stderr as NodeJS.WriteStream,
      clearOnComplete: true,
      hideCursor: true,
      // Of a list that is still being read, the end is not known.
      format:
        count === undefined ? '{value} documents' : '{bar} {value}/{total} documents, {eta_formatted} left',
    }),
    count,
  )
}

class Bar implements Progress {
  readonly #bars: MultiBar
  readonly #bar: SingleBar

  constructor(bars: MultiBar, count: number | undefined) {
    this.#bars = bars
    this.#bar = bars.create(count ?? 0, 0)
  }

  step(messages: readonly string[]): void {
    for (const message of messages) this.#bars.log(`${clean(message)}\n`)
    this.#bar.increment()
  }

  /** Drawn once more: messages wait for the next picture of the bar, and a short run is over before there is one. */
  end(): void {
    this.#bars.update()
    this.#bars.stop()
  }
}
